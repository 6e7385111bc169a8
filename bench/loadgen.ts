import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { rootFolder } from '#platform'

/**
 * Generated observations, profile A: 300 series of shares, 200 economies, 25 years. The same seed gives the same bytes
 * on every machine: only +, -, x, / and square root of doubles, in the order written. Nothing of it is a real figure.
 */
export const series = 300
export const firstYear = 2007
export const lastYear = 2031

const folder = path.join(rootFolder, 'content/itu/statistics')

const rowsOf = (name: string): readonly (readonly string[])[] =>
  readFileSync(path.join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))

export type Economy = { readonly iso3: string; readonly m49: string; readonly population: ReadonlyMap<number, number> }

/** The first 200 economies by M49 code that have a population. Names with commas stand behind the codes. */
export const economies = (): readonly Economy[] => {
  const population = new Map<string, Map<number, number>>()
  const [head = [], ...people] = rowsOf('population.csv')
  const at = (name: string): number => head.indexOf(name)
  const [iso3At, yearAt, valueAt] = [at('iso3'), at('year'), at('value')]
  for (const row of people) {
    const code = row[iso3At] ?? ''
    const years = population.get(code) ?? new Map<number, number>()
    years.set(Number(row[yearAt]), Number(row[valueAt]))
    population.set(code, years)
  }
  return rowsOf('areas.csv')
    .slice(1)
    .flatMap(([m49 = '', , iso3 = '']) => {
      const years = population.get(iso3)
      return m49 === '' || years === undefined ? [] : [{ iso3, m49, population: years }]
    })
    .toSorted((one, other) => (one.m49 < other.m49 ? -1 : 1))
    .slice(0, 200)
}

/** The population that weighs: from 2024 on that of 2023. */
export const weightOf = ({ population }: Economy, year: number): number => population.get(Math.min(year, 2023)) ?? 1000

const draws = (seed: string, key: string): readonly number[] => {
  const digest = hash('sha256', `${seed}|${key}`, 'buffer')
  return [0, 8, 16, 24].map((from) => Number(digest.readBigUInt64BE(from) >> 11n) / 2 ** 53)
}
const u = (seed: string, key: string): number => draws(seed, key)[0] ?? 0
const normal = (seed: string, key: string): number => {
  const [d0 = 0, d1 = 0, d2 = 0, d3 = 0] = draws(seed, key)
  return (d0 + d1 + d2 + d3 - 2) * 1.7320508075688772
}

const printed = (x: number): string => {
  const k = String(Math.floor(x * 1000000 + 0.5)).padStart(7, '0')
  const decimals = k.slice(-6).replace(/0+$/, '')
  return decimals === '' ? k.slice(0, -6) : `${k.slice(0, -6)}.${decimals}`
}

export const header = 'series,iso3,m49,year,sex,age,location,breakdown,value,unit,nature,note,source,vintage\n'
export const codeOf = (s: number): string => `GEN_${String(s).padStart(3, '0')}`

/** The rows of one series, sorted by iso3 and year. */
export const rowsOfSeries = (s: number, all: readonly Economy[], seed = '20260101'): string => {
  let rows = ''
  for (const { iso3, m49 } of all.toSorted((one, other) => (one.iso3 < other.iso3 ? -1 : 1))) {
    const b = 5 + 80 * u(seed, `base|${s}|${m49}`)
    const g = 0.02 + 0.25 * u(seed, `slope|${s}|${m49}`)
    const m = 2005 + 20 * u(seed, `mid|${s}|${m49}`)
    for (let y = firstYear; y <= lastYear; y += 1) {
      const z = (g * (y - m)) / 2
      const v = (50 + (50 * z) / Math.sqrt(1 + z * z)) * (0.5 + b / 170) + 0.4 * normal(seed, `noise|${s}|${m49}|${y}`)
      const x = Math.min(Math.max(v, 0), 100)
      rows += `${codeOf(s)},${iso3},${m49},${y},_T,_T,_T,,${printed(x)},PT,E,,generated,2028-03-01\n`
    }
  }
  return rows
}

/** The 20 groups: each a scheme and a code. */
export const groups: readonly string[] = [
  'M49-world/001',
  ...['002', '009', '019', '142', '150'].map((code) => `M49-region/${code}`),
  'M49-subregion/202',
  ...['AFR', 'AMS', 'ARB', 'ASP', 'CIS', 'EUR'].map((code) => `ITU-region/ITU-${code}`),
  'LDC/199',
  'LLDC/432',
  'SIDS/722',
  ...['L', 'LM', 'UM', 'H'].map((code) => `WB-income/WB-${code}`),
]
