import { type Facts, type Fault, type MissingReason, missing } from '#kernel'
import type { AreaCode, DatasetCode, SeriesCode } from './ids.ts'
import { nearest } from './nearest.ts'
import { missingReasons, numberOf, type Reading, valueIn } from './observation.ts'
import { breakdownOf } from './selection.ts'
import type { Header } from './tidy.ts'

export type SeriesRule = {
  readonly code: SeriesCode
  readonly dataset: DatasetCode
  readonly unit: string
  readonly lowest: number | null
  readonly highest: number | null
}

export type DimensionRule = {
  readonly code: string
  /** The column of the file in which its codes stand; several dimensions may share one, each with its own series. */
  readonly column: string
  /** Null: of every series. */
  readonly series: readonly string[] | null
  readonly codes: ReadonlySet<string>
}

/** What a row is read against: the reference data in force. */
export type Rules = {
  readonly series: ReadonlyMap<string, SeriesRule>
  /** Economies with their M49 code, and groups as areas. */
  readonly areas: ReadonlyMap<string, { readonly code: AreaCode; readonly m49: string | null }>
  /** Other names and codes of economies, in lower case: they are offered, never taken. */
  readonly aliases: ReadonlyMap<string, string>
  readonly dimensions: readonly DimensionRule[]
  readonly natures: ReadonlySet<string>
}

/** What is wrong with a row, before it is known where the row stands. */
type Objection = readonly [column: string, code: string, facts: Facts]

const firstYear = 1800
const lastYear = 2200

export type RowReader = {
  /** The row as an observation, or everything that is wrong with it. Lines count from 1, the header being the first. */
  readonly read: (cells: readonly string[], line: number) => Reading | readonly Fault[]
  /** The one data set and the one vintage of the rows so far; null before the first. */
  readonly dataset: () => DatasetCode | null
  readonly vintage: () => string | null
}

/** The lines on which the years of a selection and an area stood, from the first year on; 0 where none did. */
type Lines = { first: number; readonly of: number[] }

/** Bytes that were no UTF-8 were read as the sign of replacement; the database takes no NUL. */
const isText = (words: string): boolean => !words.includes('\0') && !words.includes('\uFFFD')

/**
 * Reads the rows of one file, each against the reference data and against the rows before it: a cell comes once,
 * all rows are of one data set and one vintage. Nothing is repaired, and what a wrong code probably meant is only offered.
 */
export const rowReader = (rules: Rules, header: Header, file: string): RowReader => {
  const columns = [...new Set(rules.dimensions.map(({ column }) => column))]
  const places = columns.map((column) => header.at(column))
  const [atSeries, atArea, atM49, atYear] = ['series', 'iso3', 'm49', 'year'].map(header.at) as number[]
  const [atValue, atUnit, atNature, atNote] = ['value', 'unit', 'nature', 'note'].map(header.at) as number[]
  const [atSource, atVintage, atStatus, atMissing] = ['source', 'vintage', 'status', 'missing'].map(
    header.at,
  ) as number[]
  const cell = (cells: readonly string[], at: number | undefined): string => cells[at ?? -1] ?? ''

  let dataset: DatasetCode | null = null
  let vintage: string | null = null
  const offers = new Map<string, string>()
  const breakdowns = new Map<string, string | readonly Objection[]>()
  const seen = new Map<string, Map<string, Lines>>()

  const offer = (text: string, among: Iterable<string>): string => {
    const standing = offers.get(text)
    if (standing !== undefined) return standing
    const found = rules.aliases.get(text.trim().toLowerCase()) ?? nearest(text, [...among])
    offers.set(text, found)
    return found
  }

  const breakdownFrom = (series: string, given: readonly string[]): string | readonly Objection[] => {
    const objections: Objection[] = []
    const codes: Record<string, string> = {}
    for (const [nth, column] of columns.entries()) {
      const code = given[nth] ?? ''
      if (code === '') continue
      const own = rules.dimensions.find((one) => one.column === column && (one.series?.includes(series) ?? true))
      if (own === undefined) objections.push([column, 'statistics.fault.noDimension', { column, code, series }])
      else if (own.codes.has(code)) codes[own.code] = code
      else
        objections.push([
          column,
          'statistics.fault.unknownCode',
          { column, code, nearest: nearest(code, [...own.codes]) },
        ])
    }
    return objections.length > 0 ? objections : breakdownOf(codes)
  }

  const breakdownIn = (series: string, cells: readonly string[]): string | readonly Objection[] => {
    let key = series
    for (const at of places) key += `|${cells[at] ?? ''}`
    const standing = breakdowns.get(key)
    if (standing !== undefined) return standing
    const made = breakdownFrom(
      series,
      places.map((at) => cells[at] ?? ''),
    )
    breakdowns.set(key, made)
    return made
  }

  /** The line on which this cell stood before, or 0; from now on it stands on this one. */
  const lineBefore = (series: string, breakdown: string, area: string, year: number, line: number): number => {
    const selection = `${series}|${breakdown}`
    let areas = seen.get(selection)
    if (areas === undefined) {
      areas = new Map()
      seen.set(selection, areas)
    }
    const lines = areas.get(area)
    if (lines === undefined) {
      areas.set(area, { first: year, of: [line] })
      return 0
    }
    while (lines.first > year) {
      lines.of.unshift(0)
      lines.first -= 1
    }
    while (lines.of.length <= year - lines.first) lines.of.push(0)
    const before = lines.of[year - lines.first] ?? 0
    if (before === 0) lines.of[year - lines.first] = line
    return before
  }

  const read = (cells: readonly string[], line: number): Reading | readonly Fault[] => {
    const objections: Objection[] = []
    if (cells.length !== header.width)
      objections.push(['', 'statistics.fault.otherWidth', { cells: cells.length, columns: header.width }])

    const seriesCell = cell(cells, atSeries)
    const series = rules.series.get(seriesCell)
    if (series === undefined) {
      const among = rules.series.keys()
      objections.push([
        'series',
        'statistics.fault.noSuchSeries',
        { series: seriesCell, nearest: offer(seriesCell, among) },
      ])
    } else {
      dataset ??= series.dataset
      if (dataset !== series.dataset) {
        const facts = { series: seriesCell, dataset: series.dataset, first: dataset }
        objections.push(['series', 'statistics.fault.otherDataset', facts])
      }
    }

    const areaCell = cell(cells, atArea)
    const area = rules.areas.get(areaCell)
    const m49 = cell(cells, atM49)
    if (area === undefined) {
      const among = rules.areas.keys()
      objections.push(['iso3', 'statistics.fault.noSuchArea', { area: areaCell, nearest: offer(areaCell, among) }])
    } else if (m49 !== '' && area.m49 !== null && m49.padStart(3, '0') !== area.m49)
      objections.push(['m49', 'statistics.fault.twoAreas', { area: areaCell, m49, known: area.m49 }])

    const yearCell = cell(cells, atYear)
    const year = /^\d{4}$/.test(yearCell) ? Number(yearCell) : 0
    if (year < firstYear || year > lastYear)
      objections.push([
        'year',
        'statistics.fault.noYear',
        { year: yearCell, first: `${firstYear}`, last: `${lastYear}` },
      ])

    const nature = cell(cells, atNature)
    if (nature !== '' && !rules.natures.has(nature)) {
      const facts = { column: 'nature', code: nature, nearest: nearest(nature, [...rules.natures]) }
      objections.push(['nature', 'statistics.fault.unknownCode', facts])
    }

    const published = cell(cells, atValue)
    const reasonCell = cell(cells, atMissing)
    const reason: MissingReason | undefined = missingReasons.find((one) => one === reasonCell)
    const found = valueIn(published, nature)
    const value = reason !== undefined && (found === 'empty' || typeof found === 'object') ? missing(reason) : found
    if (reasonCell !== '' && reason === undefined) {
      const facts = { column: 'missing', code: reasonCell, nearest: nearest(reasonCell, missingReasons) }
      objections.push(['missing', 'statistics.fault.unknownCode', facts])
    } else if (reason !== undefined && typeof found === 'object' && found.kind === 'known')
      objections.push(['missing', 'statistics.fault.valueAndReason', { value: published, reason }])
    if (value === 'empty') objections.push(['value', 'statistics.fault.emptyValue', { area: areaCell, year: yearCell }])
    if (value === 'no-number') objections.push(['value', 'statistics.fault.noNumber', { value: published }])

    const unit = cell(cells, atUnit)
    if (series !== undefined && unit !== series.unit)
      objections.push(['unit', 'statistics.fault.otherUnit', { unit, series: seriesCell, known: series.unit }])

    const source = cell(cells, atSource)
    if (source.trim() === '') objections.push(['source', 'statistics.fault.noSource', {}])
    const note = cell(cells, atNote)
    const status = cell(cells, atStatus)
    const vintageCell = cell(cells, atVintage)
    for (const [column, words] of [
      ['source', source],
      ['note', note],
      ['status', status],
      ['vintage', vintageCell],
    ] as const)
      if (!isText(words)) objections.push([column, 'statistics.fault.noText', {}])

    vintage ??= vintageCell
    if (vintage !== vintageCell)
      objections.push(['vintage', 'statistics.fault.otherVintage', { vintage: vintageCell, first: vintage }])

    const breakdown = series === undefined ? '' : breakdownIn(seriesCell, cells)
    if (typeof breakdown !== 'string') objections.push(...breakdown)
    else if (series !== undefined && area !== undefined && year >= firstYear && year <= lastYear) {
      const before = lineBefore(seriesCell, breakdown, areaCell, year, line)
      if (before !== 0) {
        const facts = { first: before, second: line, series: seriesCell, area: areaCell, year: yearCell }
        objections.push(['', 'statistics.fault.twice', facts])
      }
      if (objections.length === 0 && typeof value === 'object') {
        const number = value.kind === 'known' ? numberOf(value.value) : null
        const outside =
          number !== null &&
          ((series.lowest !== null && number < series.lowest) || (series.highest !== null && number > series.highest))
        return {
          series: series.code,
          breakdown,
          area: area.code,
          year,
          value,
          published,
          unit,
          nature: nature === '' ? null : nature,
          status: status === '' ? null : status,
          note,
          source,
          flag: outside ? 'outside-range' : null,
        }
      }
    }
    return objections.map(([column, code, facts]) => ({
      code,
      facts,
      at: column === '' ? { file, line } : { file, line, column },
    }))
  }

  return { read, dataset: () => dataset, vintage: () => vintage }
}
