import { languages, type Words, wordsIn } from '#kernel'
import { csvOf, type TakenCell } from '#platform'
import type { CompareRead } from './compare.ts'
import { pathOf } from './core/address.ts'
import { endsOf } from './core/compare.ts'
import type { Element } from './core/element.ts'
import type { CrosswalkRow } from './core/plan.ts'
import type { TakenFrom } from './glance-taking.ts'
import { compared, isSame } from './reading.ts'

const heads = (name: string): readonly string[] => languages.map((language) => `${name}_${language}`)
const inAll = (words: Words): readonly TakenCell[] => languages.map((language) => words[language] ?? null)
const joined = (all: readonly string[]): TakenCell => (all.length === 0 ? null : all.join(' '))

const columns = [
  'id',
  'kind',
  'relation',
  'from_edition',
  'from',
  'from_title',
  'to_edition',
  'to',
  'to_title',
  'changed',
  'words_changed',
  'series',
  'certainty',
  'see_also',
] as const

const endsIn = ({ ix, pair }: CompareRead, row: CrosswalkRow) =>
  endsOf(ix, { from: pair.from.code, to: pair.to.code, row })

/** Whether the words of a row changed; null where it has one side alone. */
const wordsChanged = (read: CompareRead, row: CrosswalkRow, { language }: TakenFrom): boolean | null => {
  const { before, after } = endsIn(read, row)
  const all = before.flatMap((one) => after.map((other) => compared(one, other, language)))
  return all.length === 0 ? null : all.some(({ title, statement }) => !isSame(title) || !isSame(statement))
}

/** The rows that the page shows, a row each; titles in the language of the address, what changed in all of them. */
export const compareCsv = (read: CompareRead, from: TakenFrom): string => {
  const { pair, rows } = read
  const titles = (all: readonly Element[]): TakenCell =>
    all.map(({ title }) => wordsIn(from.language, title)).join(' | ') || null
  return csvOf([
    [...columns, ...heads('what_changed'), ...heads('series_why'), 'as_of', 'address'],
    ...rows.map((row) => {
      const { before, after } = endsIn(read, row)
      return [
        row.id,
        row.kind,
        row.relation,
        pair.from.code,
        joined(row.from),
        titles(before),
        pair.to.code,
        joined(row.to),
        titles(after),
        row.changed.join(', ') || null,
        wordsChanged(read, row, from),
        row.series,
        row.certainty,
        joined(row.seeAlso),
        ...inAll(row.whatChanged),
        ...inAll(row.why),
        from.asOf,
        from.addressOf(`/compare/${pair.from.code}/${pair.to.code}?kind=${row.kind}#${row.id}`),
      ]
    }),
  ])
}

/** The same rows with the words of both sides, and the change of them word by word. */
export const compareJson = (read: CompareRead, from: TakenFrom): string => {
  const { ix, pair, rows, choice, sums, lasting } = read
  const told = (element: Element) => ({
    id: element.id,
    kind: element.kind,
    number: element.number,
    title: element.title,
    statement: element.statement,
    address: from.addressOf(pathOf(ix, element)),
  })
  return JSON.stringify({
    from: pair.from.code,
    to: pair.to.code,
    asOf: from.asOf,
    language: from.language,
    chosen: { kind: choice.kind?.code ?? null, relation: choice.relation, continuity: choice.continuity },
    sums,
    rows: rows.map((row) => {
      const { before, after } = endsIn(read, row)
      return {
        ...row,
        from: before.map(told),
        to: after.map(told),
        words: before.flatMap((one) =>
          after.map((other) => {
            const { language, title, statement } = compared(one, other, from.language)
            return { from: one.id, to: other.id, language, title, statement }
          }),
        ),
      }
    }),
    series: lasting.map(({ row, before, after, series, why, measured }) => ({
      row: row.id,
      from: before.id,
      to: after.id,
      series,
      why,
      measuredBy: measured.map(({ code }) => code),
    })),
  })
}
