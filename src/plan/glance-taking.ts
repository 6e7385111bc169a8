import { type Language, wordsIn } from '#kernel'
import { type CsvCell, csvOf, type ToldCells } from '#platform'
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
}

/** Columns of the file: names of machines, the same in every language; titles are in the language of the address. */
const heads = [
  'edition',
  'target',
  'number',
  'title',
  'indicators',
  'indicators_in_brackets',
  'in_other_editions',
  'series',
  'breakdown',
  'fit',
  'latest_is',
  'latest_by',
  'value',
  'bound',
  'unit',
  'year',
  'economies',
  'first_year',
  'last_year',
  'release',
  'benchmark',
  'benchmark_comparator',
  'benchmark_value',
  'benchmark_by',
  'not_assessed_because',
  'publisher',
  'licence',
  'credit',
  'known_on',
  'as_of',
  'address',
] as const

/** The newest release that a figure rests on: of a median, the newest among its values; of a figure computed here, of its series. */
const releaseOf = ({ sources }: Pick<GlanceRead, 'sources'>, latest: Latest): number => {
  if (latest.kind === 'economies') return Math.max(...latest.values.map(({ release }) => release))
  if (!isComputed(latest.last)) return latest.last.release
  const own = sources.find(({ series }) => series.includes(latest.measure.selection.series))
  return Math.max(noRelease, ...(own?.releases ?? []).map(({ number }) => number))
}

/** Whose the figure is and since when it is known, in each row, so that a row can go alone. */
const sourceCells = (read: GlanceRead, latest: Latest | null): readonly CsvCell[] => {
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

const latestCells = (read: GlanceRead, latest: Latest | null): readonly CsvCell[] => {
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

const rowCells = (read: GlanceRead, row: GlanceRow, from: TakenFrom): readonly CsvCell[] => {
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

/** What another feature tells stands behind our own columns, or in place of one that has its name. */
export const glanceCsv = (read: GlanceRead, from: TakenFrom): string => {
  const rows = read.glance.groups.flatMap((group) => group.rows)
  const told = rows.map(({ target }) => toldOf(read, target))
  const columns = [...new Set([...heads, ...told.flatMap((one) => Object.keys(one ?? {}))])]
  return csvOf([
    columns,
    ...rows.map((row, nth) => {
      const own = rowCells(read, row, from)
      return columns.map(
        (column, at) => told[nth]?.[column] ?? (column in (told[nth] ?? {}) ? null : (own[at] ?? null)),
      )
    }),
  ])
}

/** The same facts with all figures behind them, and the money with its checks. */
export const glanceJson = (read: GlanceRead, { asOf, addressOf }: TakenFrom): string => {
  const { ix, glance, sources, area } = read
  return JSON.stringify({
    plan: { slug: ix.plan.slug, names: ix.plan.names },
    edition: glance.edition.code,
    state: glance.edition.state,
    knownOn: glance.edition.knownOn,
    asOf,
    area: area?.code ?? 'world',
    heldAgainst: glance.read,
    tally: glance.tally,
    targets: glance.groups.flatMap(({ goal, rows }) =>
      rows.map(({ target, indicators, before, after, latest, ...row }) => ({
        id: target.id,
        goal: goal?.id ?? null,
        number: target.number,
        title: target.title,
        address: addressOf(pathOf(ix, target)),
        indicators: indicators.map(({ id, title, agreement, brackets }) => ({ id, title, agreement, brackets })),
        elsewhere: [...before, ...after].map(({ edition, row: { relation }, elements }) => ({
          edition,
          relation,
          elements: elements.map(({ id }) => id),
        })),
        latest: latest === null ? null : { ...latest, by: latestBy(latest) },
        ...row,
        standing: toldOf(read, target),
      })),
    ),
    statements: glance.statements.map(({ element, alternatives }) => ({
      id: element.id,
      statement: element.statement,
      alternatives: alternatives.map(({ id, statement, proponents }) => ({ id, statement, proponents })),
    })),
    priorities: glance.priorities.map(({ element, outcomes, money }) => ({
      id: element.id,
      title: element.title,
      outcomes: outcomes.map(({ id, title }) => ({ id, title })),
      money: money === null ? null : { cells: money.element.money, check: money.check },
    })),
    moneyTotals:
      glance.money === null
        ? null
        : {
            cells: glance.money.total?.element.money ?? null,
            checks: glance.money.columnChecks,
            all: glance.money.allCells,
          },
    sources: sources.map(({ dataset, series, releases }) => ({
      dataset: dataset.code,
      names: dataset.names,
      credit: dataset.credit,
      licence: dataset.licence,
      series,
      releases: releases.map(({ number, knownOn }) => ({ number, knownOn })),
    })),
  })
}
