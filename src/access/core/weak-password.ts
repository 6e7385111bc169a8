import type { FieldFault } from '#kernel'
import { commonWords } from './common-words.ts'

export const leastSigns = 12
export const mostSigns = 128

type Weak = Pick<FieldFault, 'code' | 'facts'>

/** Signs in the order in which keyboards, alphabets and counting have them. */
const rows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  'йцукенгшщзхъ',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
]
const stretches = rows.flatMap((row) => [row, [...row].reverse().join('')])

/** Letters that are written as digits and signs in passwords that are to look like none. */
const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase()
/** What stands before the first letter and after the last is added, and disguises nothing. */
const undisguised = (text: string): string =>
  [...text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')].map((sign) => disguises[sign] ?? sign).join('')
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '')

/** Three different signs or fewer, or one part again and again. */
const isRepeated = (text: string): boolean =>
  new Set(text).size <= 3 || /^(.{1,6}?)\1{2,}.{0,5}$/u.test(text) || /^(.{6,})\1$/u.test(text)

/** What is left when every run of four and more neighbours of a row is taken away. */
const withoutRuns = (text: string): string => {
  let left = ''
  for (let at = 0; at < text.length; ) {
    let long = 0
    for (let end = at + 4; end <= text.length; end += 1)
      if (stretches.some((row) => row.includes(text.slice(at, end)))) long = end - at
    if (long === 0) left += text[at] ?? ''
    at += Math.max(1, long)
  }
  return left
}

/** One of the commonest words, or two in a row. */
const isCommon = (letters: string): boolean =>
  letters !== '' &&
  (commonWords.has(letters) ||
    Array.from({ length: Math.max(0, letters.length - 5) }, (_, at) => at + 3).some(
      (at) => commonWords.has(letters.slice(0, at)) && commonWords.has(letters.slice(at)),
    ))

/** Parts of names and addresses that are long enough to be recognised. */
const partsOf = (about: readonly string[]): readonly string[] =>
  [...new Set(about.flatMap((text) => plainOf(text).split(/[^\p{L}\p{N}]+/u)))].filter((part) => part.length >= 4)

/** Why nobody should have this password, or null. `about` is what others know: the person's name and address, the house's name. */
export const weakness = (password: string, about: readonly string[]): Weak | null => {
  const signs = [...password].length
  if (signs < leastSigns) return { code: 'access.passwordShort', facts: { least: leastSigns } }
  if (signs > mostSigns) return { code: 'access.passwordLong', facts: { most: mostSigns } }
  const plain = plainOf(password)
  if (isRepeated(plain)) return { code: 'access.passwordRepeats', facts: {} }
  if (withoutRuns(plain).length < 6) return { code: 'access.passwordSequence', facts: {} }
  const ofThem = partsOf(about).filter((part) => plain.includes(part))
  const besides = ofThem
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, part) => left.replaceAll(part, ''), plain)
  if (ofThem.length > 0 && besides.length < 8) return { code: 'access.passwordAboutYou', facts: {} }
  if ([lettersOf(plain), lettersOf(undisguised(plain)), lettersOf(withoutRuns(plain))].some(isCommon))
    return { code: 'access.passwordCommon', facts: {} }
  return null
}
