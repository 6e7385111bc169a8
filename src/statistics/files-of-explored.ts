import { type Language, wordsIn } from '#kernel'
import { csvOf, type TakenCell } from '#platform'
import { cellsOf, type Release } from '#statistics/core'
import type { Explored, ExploredCell, ExploredLine } from './exploring.ts'

/** What a file says of each cell; the figure of a group that was computed here has `computed` as its source. */
const columns = [
  'series',
  'breakdown',
  'area',
  'area_name',
  'year',
  'value',
  'bound',
  'missing',
  'unit',
  'nature',
  'status',
  'flag',
  'note',
  'source',
  'release',
  'known_on',
] as const
type Column = (typeof columns)[number]

type Row = Readonly<Record<Column, TakenCell>>

const rowOf = (
  line: ExploredLine,
  area: string,
  name: string,
  year: number,
  cell: ExploredCell,
  knownOn: ReadonlyMap<number, string>,
): Row | null => {
  const { series, breakdown } = line.selection
  const common = { series, breakdown, area, area_name: name, year, unit: line.series.unit }
  const one =
    cell.kind === 'observation'
      ? cell.observation
      : cell.figure.headline?.by === 'custodian'
        ? cell.figure.headline.observation
        : null
  if (one !== null) {
    const { nature, status, flag, note, source, release, unit } = one
    const known_on = knownOn.get(release) ?? null
    return { ...common, ...cellsOf(one), unit, nature, status, flag, note, source, release, known_on }
  }
  if (cell.kind !== 'group' || cell.figure.headline?.by !== 'computed') return null
  return {
    ...common,
    value: String(cell.figure.headline.value),
    bound: null,
    missing: null,
    nature: null,
    status: cell.figure.ours.label,
    flag: null,
    note: null,
    source: 'computed',
    release: null,
    known_on: null,
  }
}

/** Every cell that was asked for, not only those that fit on a page: line by line, area by area, year by year. */
export function* rowsOf(explored: Explored, releases: readonly Release[], language: Language): Generator<Row> {
  const knownOn = new Map<number, string>(releases.map((one) => [one.number, one.knownOn]))
  for (const line of explored.lines)
    for (const area of explored.asked.areas) {
      const name = wordsIn(language, explored.names.get(area)?.names ?? { en: area })
      for (const year of explored.asked.years) {
        const cell = explored.at(line, area, year)
        const row = cell === undefined ? null : rowOf(line, area, name, year, cell, knownOn)
        if (row !== null) yield row
      }
    }
}

export const exploredCsv = (explored: Explored, releases: readonly Release[], language: Language): string =>
  csvOf([columns, ...[...rowsOf(explored, releases, language)].map((row) => columns.map((column) => row[column]))])

export const exploredJson = (
  explored: Explored,
  releases: readonly Release[],
  { language, address, asOf }: { readonly language: Language; readonly address: string; readonly asOf: string },
): string =>
  `${JSON.stringify({
    address,
    as_of: asOf,
    series: [...new Map(explored.lines.map(({ series }) => [series.code, series])).values()].map((one) => ({
      code: one.code,
      names: one.names,
      unit: one.unit,
      unit_names: one.unitNames,
      dataset: one.dataset,
    })),
    not_understood: explored.misread.map(({ code, facts }) => ({ code, ...facts })),
    figures: [...rowsOf(explored, releases, language)],
  })}\n`
