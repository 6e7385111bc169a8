import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import {
  type Calibration,
  type Methods,
  type OthersForecast,
  type Paces,
  type PeerTable,
  peerLevels,
  type Series,
} from './core/index.ts'

/** The files of a calibration by name, such as `peers.csv` or `inputs/population.csv`, each with its text. */
export type MethodFiles = (name: string) => string

const errorRow = z.object({
  n: z.number(),
  economies: z.number().optional(),
  q: z.array(z.number()).length(23).nullish(),
})
const errorRows = z.record(
  z.string().regex(/^(?:[1-9]|10)$/),
  z.object({
    all: errorRow,
    '0-10': errorRow,
    '10-25': errorRow,
    '25-50': errorRow,
    '50-75': errorRow,
    '75-90': errorRow,
    '90-100': errorRow,
  }),
)
const sizeRows = z.record(
  z.string().regex(/^(?:[1-9]|10)$/),
  z.object({ n: z.union([z.number(), z.array(z.number())]), q: z.array(z.number()).length(13) }),
)
const ownRows = z.object({ widened: z.number(), horizons: errorRows })
const calibrationFile = z.object({
  indicator: z.string(),
  horizons: errorRows,
  combined: z.object({ horizons: errorRows }),
  generic: z.object({ horizons: sizeRows }),
  aggregate: z.object({ indicators: z.record(z.string(), z.object({ horizons: sizeRows })) }),
  indicators: z.record(
    z.string(),
    z.object({
      method: z.enum(['combined', 'G1']),
      switch: z.object({ year: z.number(), n: z.number(), combined: z.number(), G1: z.number() }),
      combined: ownRows,
      G1: ownRows,
    }),
  ),
})

/** The rows of a small CSV file by the names of its first line. */
export const csvRows = (text: string): readonly Readonly<Record<string, string>>[] =>
  parse(text, { columns: true, bom: true, skip_empty_lines: true }) as Record<string, string>[]

export const calibrationIn = (text: string): Calibration => {
  const file = calibrationFile.parse(JSON.parse(text))
  return {
    indicator: file.indicator,
    rows: { combined: file.combined.horizons, G1: file.horizons },
    indicators: file.indicators,
    generic: file.generic.horizons,
    groups: Object.fromEntries(Object.entries(file.aggregate.indicators).map(([name, one]) => [name, one.horizons])),
  }
}

/** The tables of peers by indicator: `indicator, h, level, gain`, levels in their order. */
export const peersIn = (text: string): ReadonlyMap<string, PeerTable> => {
  const tables = new Map<string, Map<number, number[]>>()
  for (const { indicator = '', h, level, gain } of csvRows(text)) {
    const table = tables.get(indicator) ?? new Map<number, number[]>()
    const row = table.get(Number(h)) ?? []
    if (Number(level) !== peerLevels[row.length]) throw new Error(`Peers of ${indicator}: ${level} is not in its place`)
    row.push(Number(gain))
    tables.set(indicator, table.set(Number(h), row))
  }
  return tables
}

export const pacesIn = (text: string): Paces =>
  Object.fromEntries(
    csvRows(text).map((row) => {
      const q = Array.from({ length: 101 }, (_, at) => Number(row[`q${at}`]))
      return [row['band'] ?? '', { n: Number(row['n']), economies: Number(row['economies']), q }]
    }),
  )

/** Observed values by code (or group) and year. */
export const seriesIn = (text: string): Series => {
  const series = new Map<string, Map<number, number>>()
  for (const { code, group, year, value } of csvRows(text)) {
    const name = code ?? group ?? ''
    const path = series.get(name) ?? new Map<number, number>()
    series.set(name, path.set(Number(year), Number(value)))
  }
  return series
}

export const methodsIn = (files: MethodFiles): Methods & { readonly paces: Paces } => ({
  calibration: calibrationIn(files('calibration.json')),
  peers: peersIn(files('peers.csv')),
  paces: pacesIn(files('pace-distribution-5y.csv')),
})

/** What two well-known methods said, made by others: `code, origin, h, ets, theta`. */
export const othersIn = (text: string): readonly OthersForecast[] => {
  const number = (cell = 'NA') => (cell === 'NA' ? null : Number(cell))
  return csvRows(text).map(({ code = '', origin, h, ets, theta }) => ({
    code,
    origin: Number(origin),
    ahead: Number(h),
    ets: number(ets),
    theta: number(theta),
  }))
}
