import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Child } from 'hono/jsx'
import { jsx } from 'hono/jsx'
import { IntlMessageFormat } from 'intl-messageformat'
import { type Facts, type Language, languages } from '#kernel'
import { rootFolder } from './config.ts'
import type { Say, Tags } from './page.ts'

export type Catalogue = Readonly<Record<string, string>>

/** Every sentence of every feature in one language. Two features never share a key: its first word is the feature's. */
export const catalogueOf = (language: Language): Catalogue =>
  Object.assign(
    {},
    ...globSync(`src/*/messages/${language}.json`, { cwd: rootFolder }).map(
      (file) => JSON.parse(readFileSync(path.join(rootFolder, file), 'utf8')) as Catalogue,
    ),
  ) as Catalogue

/** Western digits in Arabic and the day before the month in English, as such documents print them; days in full, never shifted by a zone. */
const locales: Readonly<Partial<Record<Language, string>>> = { ar: 'ar-u-nu-latn', en: 'en-GB' }
const localeOf = (language: Language): string => locales[language] ?? language
const formats = {
  date: { long: { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } },
} as const

/** Numbers in a sentence are grouped by a narrow space, as figures are: a comma of one language is the point of another. */
const pointed: readonly Language[] = ['en', 'zh']
const numbersIn = (language: Language) => {
  const made = new Map<string, Intl.NumberFormat>()
  return (_: unknown, options: object = {}): Intl.NumberFormat => {
    const known = JSON.stringify(options)
    const standing = made.get(known)
    if (standing !== undefined) return standing
    const format = new Intl.NumberFormat('en-u-nu-latn', { ...options, useGrouping: 'always' })
    const write = (value: number): string =>
      format
        .formatToParts(value)
        .map(({ type, value: sign }) => {
          if (type === 'group') return '\u202f'
          return type === 'decimal' && !pointed.includes(language) ? ',' : sign
        })
        .join('')
    const own = Object.create(format, { format: { value: write } }) as Intl.NumberFormat
    made.set(known, own)
    return own
  }
}

const always: Tags = {
  b: (words) => jsx('b', {}, words as string),
  bdi: (words) => jsx('bdi', {}, words as string),
  f: (words) => jsx('bdi', { class: 'f' }, words as string),
  nw: (words) => jsx('span', { class: 'nw' }, words as string),
}

/** Big whole numbers are given as numbers, so that plural rules see them. */
const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value)

type Part = {
  readonly type: number
  readonly value?: unknown
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
  readonly children?: readonly Part[]
}

/** The slots that a sentence writes as days, `{on, date, long}`: those facts are days as text, and become dates here. */
const daysIn = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap((part) => [
    ...(part.type === dateSlot ? [String(part.value)] : []),
    ...Object.values(part.options ?? {}).flatMap((option) => daysIn(option.value)),
    ...daysIn(part.children ?? []),
  ])
const dateSlot = 3

/** A maker that makes each thing once: rules of a language take longer to find than to use. */
const remembering = <Args extends readonly unknown[], Value>(make: (...args: Args) => Value) => {
  const made = new Map<string, Value>()
  return (...args: Args): Value => {
    const key = JSON.stringify(args)
    const standing = made.get(key) ?? make(...args)
    made.set(key, standing)
    return standing
  }
}

const sayIn = (language: Language, catalogue: Catalogue): Say => {
  const made = new Map<string, Message>()
  const formatters = {
    getNumberFormat: numbersIn(language),
    getDateTimeFormat: remembering(
      (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
    ),
    getPluralRules: remembering(
      (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
    ),
  }
  const messageOf = (key: string): Message => {
    const standing = made.get(key)
    if (standing !== undefined) return standing
    const sentence = catalogue[key]
    if (sentence === undefined) throw new Error(`No sentence ${key} in ${language}`)
    const format = new IntlMessageFormat(sentence, localeOf(language), formats, { formatters })
    const message = { format, days: daysIn(format.getAst() as unknown as readonly Part[]) }
    made.set(key, message)
    return message
  }
  const written = (key: string, tags: object, facts: Readonly<Record<string, unknown>>): unknown => {
    const { format, days } = messageOf(key)
    const values = Object.entries(facts).map(([name, value]) => [
      name,
      days.includes(name) ? new Date(`${String(value)}T00:00:00Z`) : plain(value),
    ])
    return format.format({ ...tags, ...Object.fromEntries(values) } as never)
  }
  const bare: Record<string, unknown> = Object.fromEntries(
    [...Object.keys(always), 'link'].map((tag) => [tag, (words: readonly string[]) => words.join('')]),
  )
  const say = (key: string, facts: Facts = {}): string => {
    const said = written(key, bare, facts)
    return Array.isArray(said) ? said.join('') : String(said)
  }
  const rich = (key: string, facts: Readonly<Record<string, unknown>> = {}, tags: Tags = {}): Child => {
    const all = Object.fromEntries(
      Object.entries({ ...always, ...tags }).map(([name, make]) => [name, (words: Child[]) => make(words as Child)]),
    )
    return written(key, all, facts) as Child
  }
  return Object.assign(say, { rich, has: (key: string) => key in catalogue })
}

type Message = { readonly format: IntlMessageFormat; readonly days: readonly string[] }

/** The voices of the house, one a language. A sentence is read into its parts when it is first said. */
export const voices = (): Readonly<Record<Language, Say>> =>
  Object.fromEntries(languages.map((language) => [language, sayIn(language, catalogueOf(language))])) as Record<
    Language,
    Say
  >
