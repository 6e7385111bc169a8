/** A piece of a text as it is searched for: where it stands, and the terms under which it is found. */
export type Token = { readonly from: number; readonly to: number; readonly terms: readonly string[] }

const plainer: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
  ٱ: 'ا',
  ـ: '',
  ء: '',
}

/** One spelling for all: without accents, points and vowel signs; capitals, full width and digits of other scripts as plain ones. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøđłıةىٱـء]/gu, (letter) => plainer[letter] ?? letter)
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))

/** Words as they stand, with what joins them: `17.8.1`, `e-waste`, `IT.NET.USER.ZS`, `d’accès`. */
const words = /[\p{L}\p{N}\p{M}]+(?:[._‐‑\-–/'’][\p{L}\p{N}\p{M}]+|(?<=\p{N})[,٫](?=\p{N})[\p{N}]+)*/gu
const chinese = /\p{Script=Han}+|\P{Script=Han}+/gu
/** A point between two figures joins a number: `shelf/1.7` is `shelf` and `1.7`. */
const joints = /[_‐‑\-–/'’]|(?<!\d)\.|\.(?!\d)/u

/** The article and what is written together with it, where enough of a word is left: `والوصول` is found by `وصول`. */
const withoutArticle = (word: string): string => word.replace(/^[وف]?(?:ال|بال|كال|لل)(?=\p{Script=Arabic}{3})/u, '')

const inFull = (folded: string): string => folded.replaceAll(/[‐‑–]/g, '-').replaceAll('’', "'")

const isNumber = /^\d+(?:[.,٫]\d+)*$/

/** Longer ones are no words, and the measure of distance takes no longer ones. */
const longest = 40

/** Texts repeat their words: what was taken apart is kept, as far as a hundred thousand words go. */
const kept = new Map<string, readonly string[]>()
const most = 100_000

const termsOf = (word: string): readonly string[] => {
  const standing = kept.get(word)
  if (standing !== undefined) return standing
  if (kept.size >= most) kept.clear()
  const terms = termsMade(word)
    .map((term) => term.slice(0, longest))
    .filter((term) => term !== '')
  kept.set(word, terms)
  return terms
}

/** The terms of a word that is not Chinese. A number or a code stays whole; parts of other words are found by themselves too. */
const termsMade = (word: string): readonly string[] => {
  const folded = inFull(fold(word))
  if (isNumber.test(folded)) return [folded.replaceAll(/[,٫]/g, '.')]
  const parts = folded.split(joints).filter((part) => part !== '')
  if (parts.length < 2) return [withoutArticle(folded)]
  // An article that is elided, a genitive: the apostrophe makes no word.
  if (folded.includes("'")) {
    const long = parts.filter((part) => part.length > 1)
    return (long.length === 0 ? parts : long).map(withoutArticle)
  }
  const isOne = parts.every((part) => /^\d{1,3}$/.test(part)) || /^\d+(?:\.\w+)+$/.test(folded)
  const apart = isOne ? [] : parts
  return [
    folded,
    ...apart.map(withoutArticle),
    ...(folded.includes('-') && !/^[\d-]+$/.test(folded) ? [parts.join('')] : []),
  ]
}

/** Chinese has no spaces: each two neighbours are a term; one alone is one. */
const pairs = (run: string, at: number): readonly Token[] => {
  const letters = [...run]
  if (letters.length === 1) return [{ from: at, to: at + run.length, terms: [fold(run)] }]
  const tokens: Token[] = []
  let from = at
  for (const [nth, letter] of letters.slice(0, -1).entries()) {
    const next = letters[nth + 1] ?? ''
    tokens.push({ from, to: from + letter.length + next.length, terms: [fold(letter + next)] })
    from += letter.length
  }
  return tokens
}

/** A text, piece by piece. */
export const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(words)].flatMap((found) => {
    if (!/\p{Script=Han}/u.test(found[0])) {
      return [{ from: found.index, to: found.index + found[0].length, terms: termsOf(found[0]) }]
    }
    return [...found[0].matchAll(chinese)].flatMap((part) => {
      const at = found.index + part.index
      if (/\p{Script=Han}/u.test(part[0])) return pairs(part[0], at)
      const bare = part[0].replace(/^[._‐‑\-–/'’,٫]+|[._‐‑\-–/'’,٫]+$/gu, '')
      if (bare === '') return []
      const from = at + part[0].indexOf(bare)
      return [{ from, to: from + bare.length, terms: termsOf(bare) }]
    })
  })

/** Every term of a text, as often as it stands there. */
export const termsIn = (text: string): readonly string[] => tokensOf(text).flatMap(({ terms }) => terms)
