/** How many letters differ between two texts: changed, added, left out, or two neighbours swapped. */
const distance = (one: string, other: string): number => {
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

/** The one of these that was most likely meant; '' when there is none to choose from. Case and blanks do not count. */
export const nearest = (text: string, among: readonly string[]): string => {
  const plain = text.trim().toLowerCase()
  let best = ''
  let least = Number.POSITIVE_INFINITY
  for (const one of among) {
    const far = distance(plain, one.toLowerCase())
    if (far < least) {
      best = one
      least = far
    }
  }
  return best
}
