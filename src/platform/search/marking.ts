import { tokensOf } from './terms.ts'

/** A run of a text, marked where it is what was sought. */
export type Piece = { readonly words: string; readonly marked: boolean }

type Stretch = { readonly from: number; readonly to: number }

/** Where the sought stands in a text; neighbours that touch, as Chinese pairs do, are one. */
const stretchesIn = (text: string, matches: (term: string) => boolean): readonly Stretch[] => {
  const all: Stretch[] = []
  for (const { from, to, terms } of tokensOf(text)) {
    if (!terms.some(matches)) continue
    const last = all.at(-1)
    if (last !== undefined && from <= last.to) all[all.length - 1] = { from: last.from, to }
    else all.push({ from, to })
  }
  return all
}

const piecesOf = (text: string, stretches: readonly Stretch[], { from, to }: Stretch): readonly Piece[] => {
  const pieces: Piece[] = []
  let at = from
  for (const stretch of stretches.filter((one) => one.from >= from && one.to <= to)) {
    if (stretch.from > at) pieces.push({ words: text.slice(at, stretch.from), marked: false })
    pieces.push({ words: text.slice(stretch.from, stretch.to), marked: true })
    at = stretch.to
  }
  if (at < to) pieces.push({ words: text.slice(at, to), marked: false })
  return pieces
}

/** A whole text with its marks. */
export const markedIn = (text: string, matches: (term: string) => boolean): readonly Piece[] =>
  piecesOf(text, stretchesIn(text, matches), { from: 0, to: text.length })

/** Letters of an excerpt; Chinese says as much in half of them. */
const lengthOf = (text: string): number => (/\p{Script=Han}/u.test(text) ? 90 : 190)

/** The line of a text, or the part of it, in which most of the sought stands; null where none does. */
export const excerptOf = (text: string, matches: (term: string) => boolean): readonly Piece[] | null => {
  const stretches = stretchesIn(text, matches)
  if (stretches.length === 0) return null
  const length = lengthOf(text)
  const lineEndAfter = (at: number): number => {
    const end = text.indexOf('\n', at)
    return end === -1 ? text.length : end
  }
  const different = (from: number): number => {
    const end = Math.min(from + length, lineEndAfter(from))
    const inside = stretches.filter((one) => one.from >= from && one.to <= end)
    return new Set(inside.map((one) => text.slice(one.from, one.to).toLowerCase())).size
  }
  const best = stretches.reduce((kept, one) => (different(one.from) > different(kept.from) ? one : kept))
  const lineFrom = text.lastIndexOf('\n', best.from) + 1
  const lineTo = lineEndAfter(best.to)
  if (lineTo - lineFrom <= length * 1.3) return piecesOf(text, stretches, { from: lineFrom, to: lineTo })
  const wanted = Math.max(lineFrom, Math.min(best.from - length / 4, lineTo - length))
  // Whole words at both ends, where there are spaces.
  const space = text.indexOf(' ', wanted)
  const from = wanted <= lineFrom ? lineFrom : space !== -1 && space < best.from ? space + 1 : Math.floor(wanted)
  const rough = Math.min(lineTo, from + length)
  const lastSpace = text.lastIndexOf(' ', rough)
  const to = rough === lineTo ? lineTo : lastSpace > best.to ? lastSpace : rough
  return [
    ...(from > lineFrom ? [{ words: '… ', marked: false }] : []),
    ...piecesOf(text, stretches, { from, to }),
    ...(to < lineTo ? [{ words: ' …', marked: false }] : []),
  ]
}

/** What is marked, each once. */
export const marksOf = (pieces: readonly Piece[]): readonly string[] => {
  const marks = new Map<string, string>()
  for (const { words, marked } of pieces)
    if (marked && !marks.has(words.toLowerCase())) marks.set(words.toLowerCase(), words)
  return [...marks.values()]
}
