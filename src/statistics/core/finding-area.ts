import { lettersApart } from '#kernel'

/** What an area is called or coded, by whoever calls it so. */
export type Called = { readonly area: string; readonly names: readonly string[] }

/** Letters and digits alone, without accents and marks, in small letters: `Côte d’Ivoire` and `cote d'ivoire` are the same. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export type Spellings = ReadonlyMap<string, readonly string[]>

/** Which areas each spelling may mean. */
export const spellingsOf = (all: readonly Called[]): Spellings => {
  const found = new Map<string, string[]>()
  for (const { area, names } of all)
    for (const name of names) {
      const key = folded(name)
      const areas = found.get(key) ?? []
      if (key !== '' && !areas.includes(area)) found.set(key, [...areas, area])
    }
  return found
}

/** How far the best spellings may be from what was asked before nobody would have meant them. */
const farthest = (length: number): number => Math.max(2, length / 2)

/** The areas that a text names to the letter, or else those whose spellings are nearest, at most so many. */
export const areasNamed = (
  text: string,
  spellings: Spellings,
  most: number,
): { readonly exact: boolean; readonly areas: readonly string[] } => {
  const asked = folded(text)
  const exact = spellings.get(asked)
  if (exact !== undefined) return { exact: true, areas: exact }
  const near = [...spellings]
    .filter(([name]) => Math.abs(name.length - asked.length) <= farthest(asked.length))
    .map(([name, areas]) => ({ areas, far: lettersApart(asked, name) }))
    .filter(({ far }) => far <= farthest(asked.length))
    .toSorted((a, b) => a.far - b.far)
    .flatMap(({ areas }) => areas)
  return { exact: false, areas: [...new Set(near)].slice(0, most) }
}

/** The areas of which every word asked begins a word of one spelling, or is found in it where words are not apart. */
export const areasWith = (text: string, spellings: Spellings): ReadonlySet<string> => {
  const words = folded(text).split(' ')
  const found = new Set<string>()
  for (const [name, areas] of spellings)
    if (words.every((word) => name.includes(word))) for (const area of areas) found.add(area)
  return found
}
