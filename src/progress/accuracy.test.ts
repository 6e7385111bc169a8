import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { differenceFrom, methodsFolder } from '#statistics/testing'
import { accuracyTold } from './accuracy-told.ts'
import { calibrationInputsIn, othersForecastsIn } from './calibration-inputs.ts'
import { type Accuracy, accuracyOf, calibrate } from './core/index.ts'
import { methodsIn } from './method-files.ts'

const files = (name: string): string => readFileSync(join(methodsFolder(), name), 'utf8')
const inputs = calibrationInputsIn(files)
const began = performance.now()
const accuracy = accuracyOf(inputs, othersForecastsIn(files))
const seconds = (performance.now() - began) / 1000

const within = (got: number | null | undefined, wanted: number, tolerance: number): void =>
  assert.ok(got != null && Math.abs(got - wanted) <= tolerance + 1e-12, `${got}, not ${wanted} within ${tolerance}`)

const row = (method: Accuracy['economies'][number]['method'], scheme: string, years: string) =>
  accuracy.economies.find(
    (one) => one.method === method && one.scheme === scheme && one.years === years && one.band === null,
  ) ?? assert.fail(`${method} ${scheme} ${years}`)

describe('The backtest of calibration no. 1', () => {
  it('has an error of 4.019 points over 1 to 5 years, on 11648 forecasts', () => {
    const combined = row('combined', 'other-economies', '1-5')
    within(combined.mae, 4.019, 0.02)
    assert.equal(combined.n, 11648)
    within(row('G1', 'other-economies', '1-5').mae, 4.512, 0.02)
  })

  const errors = [1.96, 3.23, 4.32, 5.29, 6.19, 6.93, 7.54, 8.05, 8.42, 8.56]
  for (const [at, error] of errors.entries())
    it(`has an error of ${error} points ${at + 1} years ahead`, () =>
      within(row('combined', 'other-economies', `${at + 1}`).mae, error, 0.03))

  it('has a small bias up to 8 years, and says how large it is at 9 and 10', () => {
    for (let ahead = 1; ahead <= 8; ahead += 1) within(row('combined', 'other-economies', `${ahead}`).bias, 0, 1)
    within(row('combined', 'other-economies', '9').bias, -1.4, 0.1)
    within(row('combined', 'other-economies', '10').bias, -2.8, 0.1)
  })

  for (let ahead = 1; ahead <= 9; ahead += 1)
    it(`has intervals that held in the order of time, ${ahead} years ahead`, () => {
      const { coverage80, coverage95 } = row('combined', 'later-origins', `${ahead}`)
      within(coverage80, 0.8, 0.03)
      within(coverage95, 0.95, 0.03)
    })

  it('has chances with skill at 3 years, and 237 cases at 9', () => {
    const { brier, skill } = row('combined', 'later-origins', '3')
    assert.ok((brier ?? 1) <= 0.18 && (skill ?? 0) >= 0.15)
    assert.equal(row('combined', 'later-origins', '9').n, 237)
  })

  it('has the errors of the world and of all four published groups', () => {
    const of = (groups: string) =>
      accuracy.groups.find((one) => one.groups === groups && one.method === 'mean' && one.years === '1-5')?.mae
    within(of('WLD'), 1.77, 0.02)
    within(of('all'), 2.09, 0.02)
  })

  it('has intervals of groups that held in the order of time', () => {
    const of = (on: string) =>
      accuracy.groupIntervals.find(
        (one) => one.indicator === 'internet-use' && one.of === 'all groups' && one.on === on && one.years === '1-8',
      )
    within(of('2012')?.coverage80, 0.839, 0.005)
    within(of('2014')?.coverage80, 0.789, 0.005)
    assert.ok((of('2012')?.width80 ?? 99) <= 12)
  })

  const others: readonly [indicator: string, coverage: number][] = [
    ['electricity-access', 0.809],
    ['mobile-coverage-2g', 0.804],
    ['mobile-coverage-3g', 0.838],
    ['mobile-coverage-4g', 0.816],
  ]
  for (const [indicator, coverage] of others)
    it(`has intervals of ${indicator} that held in the order of time`, () => {
      const found = accuracy.otherIndicators.find(
        (one) => one.indicator === indicator && one.of === 'combined' && one.on === 'any' && one.years === '1-5',
      )
      within(found?.coverage80, coverage, 0.005)
    })

  it('is the one that ships with it and that the page shows', () => {
    const shipped: unknown = JSON.parse(files('accuracy.json'))
    assert.equal(differenceFrom(JSON.parse(JSON.stringify(accuracyTold(accuracy))), shipped), null)
  })

  it('takes less than a minute', () => assert.ok(seconds < 60, `${seconds}`))
})

describe('A calibration from the same inputs', () => {
  it('is calibration no. 1 again: rows, sizes, peers and paces', () => {
    const again = calibrate(inputs)
    const { calibration, peers, paces } = methodsIn(files)
    const plain = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (_, one) => (one instanceof Map ? Object.fromEntries(one) : one)))
    assert.equal(differenceFrom(plain(again.calibration), plain(calibration)), null)
    assert.equal(differenceFrom(plain(again.peers), plain(peers)), null)
    assert.equal(differenceFrom(plain(again.paces), plain(paces)), null)
  })
})
