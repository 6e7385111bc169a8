import { type Language, wordsIn } from '#kernel'
import { columnsOf, notesOf, type Say, type TakeAway, type TakenCell, type TakenTable, type ToldCells } from '#platform'
import { pathOf } from './core/address.ts'
import type { Element } from './core/element.ts'
import { boundOf, decimalOf, isComputed, isOurs, type Latest, noRelease } from './core/glance-figures.ts'
import type { GlanceRow, Obstacle } from './core/glance-row.ts'
import type { Step } from './core/history.ts'
import { entryOfElement } from './core/indexed.ts'
import type { GlanceRead } from './glance.ts'

/** Where a file was taken: in a language, on a day, and how a path of ours becomes an address that anybody can open. */
export type TakenFrom = {
  readonly language: Language
  readonly asOf: string
  readonly addressOf: (path: string) => string
  /** The page with its question, as an address of its own. */
  readonly address: string
}

/** Columns of the file: keys are the same in every language, titles in the language of the address. */
const columns = [
  ['edition', 'text'],
  ['target', 'text'],
  ['number', 'text'],
  ['title', 'text'],
  ['indicators', 'number'],
  ['indicators_in_brackets', 'number'],
  ['in_other_editions', 'text'],
  ['series', 'text'],
  ['breakdown', 'text'],
  ['fit', 'text'],
  ['latest_is', 'text'],
  ['latest_by', 'text'],
  ['value', 'number'],
  ['bound', 'text'],
  ['unit', 'text'],
  ['year', 'year'],
  ['economies', 'number'],
  ['first_year', 'year'],
  ['last_year', 'year'],
  ['release', 'number'],
  ['benchmark', 'text'],
  ['benchmark_comparator', 'text'],
  ['benchmark_value', 'number'],
  ['benchmark_by', 'year'],
  ['not_assessed_because', 'text'],
  ['publisher', 'text'],
  ['licence', 'text'],
  ['credit', 'text'],
  ['known_on', 'day'],
  ['as_of', 'day'],
  ['address', 'text'],
] as const

/** The newest release that a figure rests on: of a median, the newest among its values; of a figure computed here, of its series. */
const releaseOf = ({ sources }: Pick<GlanceRead, 'sources'>, latest: Latest): number => {
  if (latest.kind === 'economies') return Math.max(...latest.values.map(({ release }) => release))
  if (!isComputed(latest.last)) return latest.last.release
  const own = sources.find(({ series }) => series.includes(latest.measure.selection.series))
  return Math.max(noRelease, ...(own?.releases ?? []).map(({ number }) => number))
}

/** Whose the figure is and since when it is known, in each row, so that a row can go alone. */
const sourceCells = (read: GlanceRead, latest: Latest | null): readonly TakenCell[] => {
  const number = latest === null ? null : releaseOf(read, latest)
  for (const { dataset, releases } of read.sources)
    for (const release of releases)
      if (release.number === number)
        return [dataset.publisher.en, dataset.licence.code, release.credit, release.knownOn]
  return [null, null, null, null]
}

/** What the figure of economies in a row of the file is. */
const figureOf = { economies: 'median of economies' } as const

/** Whose a figure is: as its publisher has it, or made here of the figures of economies. */
export const latestBy = (latest: Latest): string => (isOurs(latest) ? 'computed here' : 'published')

const latestCells = (read: GlanceRead, latest: Latest | null): readonly TakenCell[] => {
  if (latest === null) return Array.from({ length: 13 }, () => null)
  const area = read.area?.code ?? 'world'
  const { measure, series, reported } = latest
  const world = latest.kind === 'world'
  return [
    measure.selection.series,
    measure.selection.breakdown,
    measure.fit,
    world ? area : figureOf.economies,
    latestBy(latest),
    world ? decimalOf(latest.last) : latest.median.decimal,
    world ? boundOf(latest.last) : latest.median.bound,
    series.unit,
    world ? latest.last.year : null,
    reported?.count ?? null,
    reported?.first ?? null,
    reported?.last ?? null,
    releaseOf(read, latest),
  ]
}

export const obstacleWords = (obstacle: Obstacle): string =>
  obstacle.kind === 'no-series' ? obstacle.reasons.join(' ') : obstacle.kind

const elsewhere = (steps: readonly Step[]): string =>
  steps.flatMap(({ elements }) => elements.map((element) => entryOfElement(element))).join(' ')

const rowCells = (read: GlanceRead, row: GlanceRow, from: TakenFrom): readonly TakenCell[] => {
  const { ix } = read
  const { target, indicators, latest, benchmark } = row
  const [series, breakdown, fit, is, by, value, bound, unit, year, economies, first, last, release] = latestCells(
    read,
    latest,
  )
  return [
    target.edition,
    target.id,
    target.number,
    wordsIn(from.language, target.title),
    indicators.length,
    indicators.filter(({ agreement }) => agreement === 'bracketed').length,
    elsewhere([...row.before, ...row.after]) || null,
    series ?? null,
    breakdown ?? null,
    fit ?? null,
    is ?? null,
    by ?? null,
    value ?? null,
    bound ?? null,
    unit ?? null,
    year ?? null,
    economies ?? null,
    first ?? null,
    last ?? null,
    release ?? null,
    benchmark?.kind ?? null,
    benchmark?.asks?.comparator ?? null,
    benchmark?.asks?.value ?? null,
    benchmark?.by ?? null,
    row.obstacles.map(obstacleWords).join('; ') || null,
    ...sourceCells(read, latest),
    from.asOf,
    from.addressOf(pathOf(ix, target)),
  ]
}

/** What other features tell of a target, in one row; null where none does. */
const toldOf = ({ cells }: GlanceRead, target: Element): ToldCells | null => {
  const told = (cells.get(entryOfElement(target)) ?? []).flatMap((one) => (one.told === undefined ? [] : [one.told]))
  return told.length === 0 ? null : Object.assign({}, ...told)
}

/** What the cells of a column are that another feature tells: numbers, unless one of them is a word. */
const typeOfTold = (cells: readonly (TakenCell | undefined)[]): 'number' | 'text' => {
  const said = cells.filter((cell) => cell != null)
  return said.length > 0 && said.every((cell) => typeof cell === 'number' || typeof cell === 'bigint')
    ? 'number'
    : 'text'
}

/** The table of the rows. What another feature tells stands behind our own columns, or in place of one that has its name. */
const tableOf = (read: GlanceRead, from: TakenFrom, say: Say): TakenTable => {
  const all = read.glance.groups.flatMap((group) => group.rows)
  const told = all.map(({ target }) => toldOf(read, target) ?? {})
  const own: ReadonlySet<string> = new Set(columns.map(([key]) => key))
  const further = [...new Set(told.flatMap(Object.keys))].filter((key) => !own.has(key))
  return {
    name: 'glance',
    label: read.glance.edition.code,
    columns: columnsOf<string>(say, 'plan.column', [
      ...columns,
      ...further.map((key) => [key, typeOfTold(told.map((cells) => cells[key]))] as const),
    ]),
    rows: all.map((row, nth) => {
      const cells = told[nth] ?? {}
      const ours = rowCells(read, row, from)
      return [
        ...columns.map(([key], at) => (key in cells ? (cells[key] ?? null) : (ours[at] ?? null))),
        ...further.map((key) => cells[key] ?? null),
      ]
    }),
  }
}

/** The indicators of the targets that are shown, and whether their words are agreed. */
const indicatorsTable = ({ glance, ix }: GlanceRead, { language, addressOf }: TakenFrom, say: Say): TakenTable => ({
  name: 'indicators',
  label: say('plan.column.indicators'),
  columns: columnsOf(say, 'plan.column', [
    ['edition', 'text'],
    ['target', 'text'],
    ['id', 'text'],
    ['title', 'text'],
    ['agreement', 'text'],
    ['brackets', 'text'],
    ['address', 'text'],
  ]),
  rows: glance.groups.flatMap(({ rows }) =>
    rows.flatMap(({ target, indicators }) =>
      indicators.map((one) => [
        one.edition,
        target.id,
        one.id,
        wordsIn(language, one.title),
        one.agreement,
        one.brackets.join(' ') || null,
        addressOf(pathOf(ix, one)),
      ]),
    ),
  ),
})

/** The printed money, a row a cell, whole numbers in the unit of the text; nothing is added up. */
const moneyTable = ({ glance }: GlanceRead, { language }: TakenFrom, say: Say): readonly TakenTable[] => {
  const { money, priorities } = glance
  if (money === null) return []
  const lines = [...priorities.flatMap((one) => one.money ?? []), ...(money.total === null ? [] : [money.total])]
  return [
    {
      name: 'money',
      label: say('plan.taking.money'),
      columns: columnsOf(say, 'plan.column', [
        ['edition', 'text'],
        ['element', 'text'],
        ['title', 'text'],
        ['money_column', 'text'],
        ['amount', 'number'],
        ['unit', 'text'],
        ['printed_total', 'flag'],
      ]),
      rows: lines.flatMap(({ element }) =>
        (element.money?.cells ?? []).map(({ column, amount, printedTotal }) => [
          element.edition,
          element.id,
          wordsIn(language, element.title),
          column,
          amount,
          element.money === null ? null : wordsIn(language, element.money.unit),
          printedTotal,
        ]),
      ),
    },
  ]
}

/** The rows at a glance to take away, each with whose its figure is. */
export const glanceTaken = (read: GlanceRead, from: TakenFrom, name: string, say: Say): TakeAway => {
  const { ix, glance, sources } = read
  const all = glance.groups.flatMap(({ rows }) => rows)
  const label = wordsIn(from.language, ix.plan.names)
  return {
    name,
    title: `${label}, ${glance.edition.code}`,
    language: from.language,
    tables: [tableOf(read, from, say), indicatorsTable(read, from, say), ...moneyTable(read, from, say)],
    notes: notesOf(say, {
      source: sources.map(({ dataset }) => wordsIn(from.language, dataset.publisher)).join(' · ') || null,
      licence: [...new Set(sources.map(({ dataset }) => dataset.licence.code))].join(', ') || null,
      credit: [...new Set(sources.map(({ dataset }) => dataset.credit))].join(' · ') || null,
      asOf: from.asOf,
      address: from.address,
      missing: say('plan.taking.withoutFigure', { count: all.filter(({ latest }) => latest === null).length }),
    }),
  }
}
