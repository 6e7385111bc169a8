import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { known, missing } from '#kernel'
import { AreaCode, type Figure, type Observation } from '#statistics/core'
import { anObservation } from '#statistics/testing'
import {
  baseYearOf,
  changeOf,
  distributionOf,
  type EconomyOrder,
  economyRows,
  orderFrom,
  sortedRows,
} from './measured-economies.ts'

const figureOf = (text: string): Figure => ({
  decimal: text.replace(/^[<>]/, ''),
  bound: text.startsWith('<') ? '<' : text.startsWith('>') ? '>' : null,
})
const inYear = (year: number, value: string, but: Partial<Observation> = {}): Observation =>
  anObservation({ year, value: known(figureOf(value)), published: value, ...but })

describe('The distribution of last values', () => {
  const at = (area: string, year: number, value: string, flag: Observation['flag'] = null) =>
    inYear(year, value, { area: AreaCode.trusted(area), flag })

  it('counts a value outside the plausible range and does not judge it', () => {
    const answer = distributionOf([
      at('FJI', 2018, '20'),
      at('TON', 2015, '40'),
      at('NAM', 2019, '271.3', 'outside-range'),
    ])
    assert.equal(answer.count, 3)
    assert.deepEqual(answer.median, { decimal: '30.0', bound: null })
    assert.deepEqual(answer.years, [2015, 2018])
    assert.deepEqual(
      answer.outside.map(({ area }) => area),
      ['NAM'],
    )
  })

  it('of missing values is empty, never zero', () =>
    assert.deepEqual(distributionOf([anObservation({ value: missing('withheld') })]), {
      count: 0,
      median: null,
      years: null,
      outside: [],
    }))
})

describe('The year from which changes are counted', () => {
  const many = (count: number, years: readonly number[]) =>
    new Map(
      Array.from({ length: count }, (_, index) => [`A${index}`, years.map((year) => inYear(year, String(index)))]),
    )
  const cases: readonly [name: string, count: number, years: readonly number[], base: number | null][] = [
    ['is five years before the year most figures are of', 12, [2015, 2018, 2023], 2018],
    ['is the nearest year to that which enough economies have', 12, [2014, 2017, 2023], 2017],
    ['is none where there is nothing before', 12, [2023], null],
    ['is none where fewer than ten could be compared', 9, [2018, 2023], null],
    ['is none without figures', 0, [], null],
  ]
  for (const [name, count, years, base] of cases) it(name, () => assert.equal(baseYearOf(many(count, years)), base))

  const together = (...parts: readonly (readonly [count: number, years: readonly number[]])[]) =>
    new Map(
      parts.flatMap(([count, years], part) =>
        [...many(count, years)].map(([area, path]) => [`${area}-${part}`, path] as const),
      ),
    )
  it('is that of the later year where two are the last of as many', () =>
    assert.equal(baseYearOf(together([10, [2016, 2018, 2021]], [10, [2016, 2018, 2023]])), 2018))
  it('is none where fewer than a quarter could be compared', () => {
    assert.equal(baseYearOf(together([10, [2018, 2023]], [30, [2023]])), 2018)
    assert.equal(baseYearOf(together([10, [2018, 2023]], [31, [2023]])), null)
  })
})

describe('The change of an economy', () => {
  const latest = inYear(2023, '67.4')
  const cases: readonly [name: string, base: Observation, latest: Observation, change: string | null][] = [
    ['is exact', inYear(2018, '48.63'), latest, '18.77'],
    ['can fall', inYear(2018, '70'), latest, '-2.6'],
    ['is unknown without a figure in the base year', inYear(2017, '48'), latest, null],
    ['is unknown from a bound', inYear(2018, '<0.1'), latest, null],
    ['is unknown to a bound', inYear(2018, '90'), inYear(2023, '>95'), null],
    ['is unknown over a break', inYear(2018, '48'), inYear(2023, '67.4', { status: 'B' }), null],
    ['is known from the first year after a break', inYear(2018, '48', { status: 'B' }), latest, '19.4'],
    ['is unknown to a doubtful value', inYear(2018, '48'), inYear(2023, '107', { flag: 'outside-range' }), null],
    ['is unknown from a doubtful value', inYear(2018, '107', { flag: 'outside-range' }), latest, null],
    ['is unknown where the last figure is the base', inYear(2018, '48'), inYear(2018, '48'), null],
  ]
  for (const [name, base, last, change] of cases)
    it(name, () => assert.equal(changeOf([base, last], last, 2018), change))

  it('is known to a figure before a break', () => {
    const projected = inYear(2024, '70', { status: 'B', nature: 'F' })
    assert.equal(changeOf([inYear(2018, '48'), latest, projected], latest, 2018), '19.4')
  })
})

describe('The table of economies', () => {
  const of = (area: string, ...path: readonly Observation[]) =>
    [area, path.map((one) => ({ ...one, area: AreaCode.trusted(area) }))] as const
  const rows = economyRows(
    new Map([
      of('FJI', inYear(2018, '10'), inYear(2023, '30')),
      of('TON', inYear(2020, '90')),
      of('NAM', inYear(2018, '20'), anObservation({ year: 2021, value: missing('not-collected') })),
      of('WSM', anObservation({ year: 2019, value: missing('withheld') })),
    ]),
    2018,
  )
  const byName = (a: string, b: string) => a.localeCompare(b)
  const areasIn = (order: EconomyOrder) =>
    sortedRows(rows, order, byName)
      .map(({ area }) => area)
      .join(' ')

  it('has a row for an economy of which it was only said that there is no figure', () => {
    const row = rows.find(({ area }) => area === 'WSM')
    assert.equal(row?.latest, null)
    assert.equal(row?.missing?.year, 2019)
  })

  it('keeps the reason of a later year beside the last value', () =>
    assert.equal(rows.find(({ area }) => area === 'NAM')?.missing?.year, 2021))

  const orders: readonly [order: EconomyOrder, areas: string][] = [
    ['name', 'FJI NAM TON WSM'],
    ['-name', 'WSM TON NAM FJI'],
    ['value', 'NAM FJI TON WSM'],
    ['-value', 'TON FJI NAM WSM'],
    ['year', 'NAM TON FJI WSM'],
    ['-year', 'FJI TON NAM WSM'],
    ['change', 'FJI NAM TON WSM'],
    ['-change', 'FJI NAM TON WSM'],
  ]
  for (const [order, areas] of orders)
    it(`sorted by ${order} has what cannot be sorted last`, () => assert.equal(areasIn(order), areas))

  const heads: readonly [column: Parameters<typeof orderFrom>[0], current: EconomyOrder, next: EconomyOrder][] = [
    ['name', '-value', 'name'],
    ['name', 'name', '-name'],
    ['value', 'name', '-value'],
    ['value', '-value', 'value'],
    ['value', 'value', '-value'],
  ]
  for (const [column, current, next] of heads)
    it(`sorted by ${current} leads to ${next} at the head of ${column}`, () =>
      assert.equal(orderFrom(column, current), next))
})
