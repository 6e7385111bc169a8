import { wordsIn } from '#kernel'
import {
  type Absent,
  type Ask,
  addressAsOf,
  addressOf,
  type FileKind,
  type Nearby,
  notesOf,
  notUnderstood,
  type TakeAway,
  type TakenCell,
  type TakenRow,
  xlsxRows,
} from '#platform'
import { type Area, isGroup } from '#statistics/core'
import { aggregatesOf, type GroupFigure } from './aggregates.ts'
import { groupsIn } from './aggregates-groups.ts'
import { type Exploring, exploringAddress, type Misread, questionOf, type Read } from './core/exploring.ts'
import { type ExploredLine, linesFor, membersOf, strangeBreakdowns } from './exploring.ts'
import { aboutSources, figureColumns, figureRow, knownOnOf } from './files-of-figures.ts'
import { everybodyIn } from './finding-area.ts'
import { breakdownsIn } from './kept-breakdowns.ts'
import { sourcesOf } from './reads.ts'
import { type Chosen, rowsOfChosen } from './store/chosen-rows.ts'
import { releasesAsOf } from './store/releases.ts'
import { datasets, seriesOf } from './store/series.ts'

/** A file cannot say beside its figures what it left out: what is not understood is refused, with the nearest. */
export const misreadAt = ({ code, facts, instead }: Misread, path: string): Absent => {
  const nearby = instead.map(
    ({ code: words, exploring }): Nearby => ({ to: `${path}?${questionOf(exploring)}`, words: { en: words } }),
  )
  const { parameter, value, from, to } = facts
  if (parameter !== undefined && value !== undefined)
    return notUnderstood('ui.parameterNotUnderstood', { parameter, value }, nearby)
  if (from !== undefined && to !== undefined)
    return notUnderstood('statistics.yearsNotUnderstood', { from, to }, nearby)
  return notUnderstood(code, facts, nearby)
}

type Names = ReadonlyMap<string, Area>

/** What the rows of a file come from: the lines, groups that stand as one figure, and for whom figures are read. */
type Asked = {
  readonly lines: readonly ExploredLine[]
  readonly together: readonly string[]
  readonly chosen: Chosen
  readonly names: Names
  /** Figures that there may be at the most. */
  readonly most: number
}

const askedOf = async ({ db, asOf }: Ask, asked: Exploring): Promise<Asked | Misread> => {
  const [series, { bySeries }, { areas: names }, groups] = await Promise.all([
    seriesOf(db, null, asOf),
    breakdownsIn(db, asOf),
    everybodyIn(db, asOf),
    groupsIn(db, asOf),
  ])
  const own = asked.series.flatMap((code) => bySeries.get(code) ?? [])
  const [strange] = strangeBreakdowns(asked, own)
  if (strange !== undefined) return strange
  const lines = linesFor(asked, series, bySeries)
  const together = asked.areas.filter(isGroup)
  const isAnybody = asked.areas.length + asked.groups.length === 0
  const members = [...membersOf(asked, groups, names, asOf).values()].flat()
  const areas = isAnybody ? null : [...new Set([...asked.areas.filter((one) => !isGroup(one)), ...members])]
  const { from, to } = asked
  const shown = new Set(lines.map(({ selection }) => `${selection.series}|${selection.breakdown}`))
  const counts = own.filter((one) => shown.has(`${one.series}|${one.breakdown}`))
  const cells = counts.map(({ observations, firstYear, lastYear }) => {
    const years = Math.max(0, Math.min(to ?? lastYear, lastYear) - Math.max(from ?? firstYear, firstYear) + 1)
    return areas === null ? observations : Math.min(observations, areas.length * years)
  })
  return {
    lines,
    together,
    chosen: {
      lines: lines.map(({ selection, series: { dataset } }) => ({ ...selection, dataset })),
      areas,
      from,
      to,
    },
    names,
    most: cells.reduce((sum, one) => sum + one, 0),
  }
}

const isAsked = (year: number, { from, to }: Chosen): boolean =>
  (from === null || from <= year) && (to === null || year <= to)

/** The figure of a group: its custodian's as published, or ours, whose source is `computed`. Null where there is none. */
const groupRow = (
  line: ExploredLine,
  area: string,
  name: string,
  { year, headline, ours }: GroupFigure,
  knownOn: ReadonlyMap<number, string>,
  licence: string | null,
): TakenRow | null => {
  if (headline === null) return null
  if (headline.by === 'custodian')
    return figureRow(headline.observation, {
      name,
      knownOn: knownOn.get(headline.observation.release) ?? null,
      licence,
    })
  const { series, breakdown } = line.selection
  return [
    ...[series, area, name, year, breakdown, headline.value, null, null, null, line.series.unit],
    ...[null, ours.label, null, null, 'computed', null, null, licence],
  ]
}

/** Every figure of what was chosen: of groups first, line by line; then of economies, as the database gives them. */
async function* rowsOf(ask: Ask, { lines, together, chosen, names }: Asked): AsyncGenerator<readonly TakenRow[]> {
  const { db, asOf, language } = ask
  const nameOf = (area: string): string => wordsIn(language, names.get(area)?.names ?? { en: area })
  const licences = new Map((await datasets(db)).map(({ code, licence }) => [code as string, licence.code]))
  const licenceOf = new Map(lines.map(({ series }) => [series.code as string, licences.get(series.dataset) ?? null]))
  if (together.length > 0) {
    const knownOn = knownOnOf(await releasesAsOf(db, asOf))
    for (const line of lines) {
      const asks = together.map((group) => ({ selection: line.selection, group }))
      const found = await aggregatesOf(db, asks, asOf, 'then')
      yield found.flatMap((one) =>
        (one?.figures ?? []).flatMap((figure) => {
          const area = one?.group ?? ''
          const licence = licenceOf.get(line.series.code) ?? null
          const row = isAsked(figure.year, chosen) ? groupRow(line, area, nameOf(area), figure, knownOn, licence) : null
          return row === null ? [] : [row]
        }),
      )
    }
  }
  if (chosen.areas !== null && chosen.areas.length === 0) return
  const called = new Map([...names.keys()].map((area) => [area, nameOf(area)]))
  for await (const rows of rowsOfChosen(db, chosen, asOf))
    yield rows.map((cells): TakenRow => {
      const row: TakenCell[] = [cells[0] ?? null, cells[1] ?? null, called.get(cells[1] ?? '') ?? null]
      for (let at = 2; at < cells.length; at += 1) row.push(cells[at] ?? null)
      row.push(licenceOf.get(cells[0] ?? '') ?? null)
      return row
    })
}

/** Everything that was chosen, not only what fits on a page: as many rows as there are, never in memory. Without years, all of them. */
export const exploredTaken = async (
  ask: Ask,
  { exploring, misread: [misread] }: Read,
  kind: FileKind,
): Promise<TakeAway | Absent> => {
  const path = `/series/figures.${kind}`
  if (misread !== undefined) return misreadAt(misread, path)
  if (exploring.series.length === 0) return notUnderstood('statistics.parameterMissing', { parameter: 'series' })
  const asked = await askedOf(ask, exploring)
  if ('facts' in asked) return misreadAt(asked, path)
  if (kind === 'xlsx' && asked.most > xlsxRows)
    return notUnderstood('statistics.take.selectionTooLong', { count: asked.most, most: xlsxRows }, [
      { to: `/series/figures.csv?${questionOf(exploring)}`, words: { en: 'CSV' } },
    ])
  const { db, asOf, say, language, here } = ask
  const sources = await sourcesOf(db, exploring.series, asOf)
  const [only] = exploring.series
  const named = asked.lines.find(({ series }) => series.code === only)?.series.names
  const title =
    exploring.series.length === 1 && only !== undefined
      ? wordsIn(language, named ?? { en: only })
      : say('statistics.explore.several', { count: exploring.series.length })
  return {
    name: exploring.series.length === 1 ? `${only}_figures` : 'figures',
    title,
    language,
    tables: [{ name: 'figures', label: title, columns: figureColumns(say), rows: rowsOf(ask, asked) }],
    notes: notesOf(say, {
      ...aboutSources(sources, language),
      asOf,
      address: `${here.origin}${addressAsOf(addressOf(language, exploringAddress(exploring)), asOf)}`,
      missing: say('statistics.take.said'),
    }),
  }
}

/** The question of a file that has what a page of the explorer shows, and all of it where that was too much. */
export const questionOfFile = (exploring: Exploring, reach: readonly [number, number] | null): string =>
  questionOf({
    ...exploring,
    from: reach?.[0] ?? exploring.from,
    to: reach?.[1] ?? exploring.to,
    view: 'table',
    rows: 'area',
    sort: 'name',
  })
