import { type Language, wordsIn } from '#kernel'
import { type Ask, notesOf, type TakeAway, type TakenCell, type TakenRow, type TakenTable } from '#platform'
import type { CompareRead } from './compare.ts'
import { endsOf } from './core/compare.ts'
import type { Element } from './core/element.ts'
import type { CrosswalkRow } from './core/plan.ts'
import type { TakenFrom } from './glance-taking.ts'
import { compared, isSame } from './reading.ts'
import { columnsFrom, inAll, joined } from './taking.ts'
import type { Run } from './word-diff.ts'

const endsIn = ({ ix, pair }: CompareRead, row: CrosswalkRow) =>
  endsOf(ix, { from: pair.from.code, to: pair.to.code, row })

const comparisons = (read: CompareRead, row: CrosswalkRow, language: Language) => {
  const { before, after } = endsIn(read, row)
  return before.flatMap((one) => after.map((other) => compared(one, other, language)))
}

/** Whether the words of a row changed; null where it has one side alone. */
const wordsChanged = (read: CompareRead, row: CrosswalkRow, language: Language): boolean | null => {
  const all = comparisons(read, row, language)
  return all.length === 0 ? null : all.some(({ title, statement }) => !isSame(title) || !isSame(statement))
}

/** The rows that the page shows; titles in the language of the address, what changed in all of them. */
const crosswalkRows = (read: CompareRead, { language, asOf, addressOf }: TakenFrom): readonly TakenRow[] => {
  const { pair, rows } = read
  const titles = (all: readonly Element[]): TakenCell =>
    all.map(({ title }) => wordsIn(language, title)).join(' | ') || null
  return rows.map((row) => {
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
      wordsChanged(read, row, language),
      row.series,
      row.certainty,
      joined(row.seeAlso),
      ...inAll(row.whatChanged),
      ...inAll(row.why),
      asOf,
      addressOf(`/compare/${pair.from.code}/${pair.to.code}?kind=${row.kind}#${row.id}`),
    ]
  })
}

const marks = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const

/** A change word by word, as wdiff writes it: `[-away-]` and `{+new+}`. */
const marked = (runs: readonly Run[]): string =>
  runs.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('')

/** The words of both sides of every row that the page shows, and their change word by word (S11). */
const wordRows = (read: CompareRead, { language: wanted }: TakenFrom): readonly TakenRow[] =>
  read.rows.flatMap((row) =>
    comparisons(read, row, wanted).flatMap(({ from, to, language, title, statement }) => {
      const of = (part: 'title' | 'statement', runs: readonly Run[] | null): readonly TakenRow[] => {
        const [before, after] = [from[part], to[part]]
        if (runs === null || before === null || after === null) return []
        return [
          [
            ...[row.id, from.id, to.id, language, part, wordsIn(language, before), wordsIn(language, after)],
            ...[!isSame(runs), marked(runs)],
          ],
        ]
      }
      return [...of('title', title), ...of('statement', statement)]
    }),
  )

/** Series that go on from one edition to the other, whatever rows are shown (V3). */
const seriesTable = ({ lasting }: CompareRead, { say }: Pick<Ask, 'say'>): TakenTable => ({
  name: 'series',
  label: say('plan.taking.lasting'),
  columns: columnsFrom(say, [
    ['id', 'text'],
    ['from', 'text'],
    ['to', 'text'],
    ['continuity', 'text'],
    ['series', 'text'],
    { inEach: 'why' },
  ]),
  rows: lasting.map(({ row, before, after, series, why, measured }) => [
    ...[row.id, before.id, after.id, series, joined(measured.map(({ code }) => code))],
    ...inAll(why),
  ]),
})

/** The rows that the page shows, the words of both sides, and the series that go on. */
export const compareTaken = (read: CompareRead, from: TakenFrom, ask: Ask): TakeAway => {
  const { say, language, asOf } = ask
  const { ix, pair } = read
  const { organisation } = ix.plan
  const label = say('plan.taking.crosswalkName')
  return {
    name: `${ix.plan.slug}-${pair.from.code}-${pair.to.code}-crosswalk`,
    title: `${wordsIn(language, ix.plan.names)}, ${pair.from.code} → ${pair.to.code}: ${label}`,
    language,
    tables: [
      {
        name: 'crosswalk',
        label,
        columns: columnsFrom(say, [
          ['id', 'text'],
          ['kind', 'text'],
          ['relation', 'text'],
          ['from_edition', 'text'],
          ['from', 'text'],
          ['from_title', 'text'],
          ['to_edition', 'text'],
          ['to', 'text'],
          ['to_title', 'text'],
          ['changed', 'text'],
          ['words_changed', 'flag'],
          ['series', 'text'],
          ['certainty', 'text'],
          ['see_also', 'text'],
          { inEach: 'what_changed' },
          { inEach: 'why' },
          ['as_of', 'day'],
          ['address', 'text'],
        ]),
        rows: crosswalkRows(read, from),
      },
      {
        name: 'words',
        label: say('plan.taking.words'),
        columns: columnsFrom(say, [
          ['id', 'text'],
          ['from', 'text'],
          ['to', 'text'],
          ['language', 'text'],
          ['part', 'text'],
          ['before', 'text'],
          ['after', 'text'],
          ['words_changed', 'flag'],
          ['change', 'text'],
        ]),
        rows: wordRows(read, from),
      },
      seriesTable(read, ask),
    ],
    notes: notesOf(say, {
      source: [
        wordsIn(language, organisation.names),
        ...[pair.from, pair.to].map(({ act }) => wordsIn(language, act)),
      ].join(' · '),
      credit: say('plan.foot.wording'),
      asOf,
      address: from.address,
      missing: say('plan.taking.empty'),
    }),
  }
}
