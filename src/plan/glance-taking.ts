import { type Language, wordsIn } from '#kernel'
import { columnsOf, notesOf, type Say, type TakeAway, type TakenCell } from '#platform'
import { pathOf } from './core/address.ts'
import { boundOf, decimalOf, isComputed, type Latest } from './core/glance-figures.ts'
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

/** The newest release that a figure rests on: of a median, the newest among its values. */
const releaseOf = (latest: Latest): number =>
  latest.kind === 'world' ? latest.last.release : Math.max(...latest.values.map(({ release }) => release))

/** Whose the figure is and since when it is known, in each row, so that a row can go alone. */
const sourceCells = ({ sources }: GlanceRead, latest: Latest | null): readonly TakenCell[] => {
  const number = latest === null ? null : releaseOf(latest)
  for (const { dataset, releases } of sources)
    for (const release of releases)
      if (release.number === number)
        return [dataset.publisher.en, dataset.licence.code, release.credit, release.knownOn]
  return [null, null, null, null]
}

/** What the figure of economies in a row of the file is. */
const figureOf = { economies: 'median of economies' } as const

const latestCells = (latest: Latest | null, area: string): readonly TakenCell[] => {
  if (latest === null) return Array.from({ length: 12 }, () => null)
  const { measure, series, reported } = latest
  const world = latest.kind === 'world'
  return [
    measure.selection.series,
    measure.selection.breakdown,
    measure.fit,
    world ? area : figureOf.economies,
    world ? decimalOf(latest.last) : latest.median.decimal,
    world ? boundOf(latest.last) : latest.median.bound,
    series.unit,
    world ? latest.last.year : null,
    reported?.count ?? null,
    reported?.first ?? null,
    reported?.last ?? null,
    // Computed here: of no release.
    world && isComputed(latest.last) ? null : releaseOf(latest),
  ]
}

export const obstacleWords = (obstacle: Obstacle): string =>
  obstacle.kind === 'no-series' ? obstacle.reasons.join(' ') : obstacle.kind

const elsewhere = (steps: readonly Step[]): string =>
  steps.flatMap(({ elements }) => elements.map((element) => entryOfElement(element))).join(' ')

const rowCells = (read: GlanceRead, row: GlanceRow, from: TakenFrom): readonly TakenCell[] => {
  const { ix } = read
  const { target, indicators, latest, benchmark } = row
  const [series, breakdown, fit, is, value, bound, unit, year, economies, first, last, release] = latestCells(
    latest,
    read.area?.code ?? 'world',
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

/** The rows at a glance to take away, each with whose its figure is. */
export const glanceTaken = (read: GlanceRead, from: TakenFrom, name: string, say: Say): TakeAway => {
  const { ix, glance, sources } = read
  const all = glance.groups.flatMap(({ rows }) => rows)
  const label = wordsIn(from.language, ix.plan.names)
  return {
    name,
    title: `${label}, ${glance.edition.code}`,
    language: from.language,
    tables: [
      {
        name: 'glance',
        label: glance.edition.code,
        columns: columnsOf(say, 'plan.column', columns),
        rows: all.map((row) => rowCells(read, row, from)),
      },
    ],
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

/** The same facts with all figures behind them, and the money with its checks. */
export const glanceJson = ({ ix, glance, sources, area }: GlanceRead, { asOf, addressOf }: TakenFrom): string =>
  JSON.stringify({
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
        latest,
        ...row,
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
