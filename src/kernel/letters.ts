/** No name is longer; a text that is would cost its length for every name that it is held against. */
const longest = 120

/** How many letters differ between two texts: changed, added, left out, or two neighbours swapped. Only the beginnings of long ones count. */
export const lettersApart = (a: string, b: string): number => {
  const [one, other] = [a.slice(0, longest), b.slice(0, longest)]
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[other.length] ?? 0
}
