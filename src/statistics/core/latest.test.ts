import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day, known, missing } from '#kernel'
import { type Dice, forAll } from '#kernel/testing'
import { anObservation } from '#statistics/testing'
import { AreaCode } from './ids.ts'
import { knownBy, latestOfEach } from './latest.ts'
import type { Observation } from './observation.ts'

const figure = (decimal: string) => known({ decimal, bound: null })
const dayAt = (nth: number): Day => Day.trusted(`2020-01-${String(nth + 1).padStart(2, '0')}`)

type World = { readonly releases: readonly { release: number; knownOn: Day }[]; readonly rows: readonly Observation[] }

/** Up to eight releases on different days, each with some of the cells of three economies and four years. */
const aWorld = (dice: Dice): World => {
  const days = Array.from({ length: 1 + dice(8) }, (_, at) => at * 2)
  const releases = days
    .map((at) => ({ at, by: dice(1000) }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ at }, nth) => ({ release: nth + 1, knownOn: dayAt(at) }))
  const rows = releases.flatMap(({ release }) =>
    ['FJI', 'TON', 'NAM'].flatMap((area) =>
      [2018, 2019, 2020, 2021]
        .filter(() => dice(2) === 0)
        .map((year) =>
          anObservation({
            area: AreaCode.trusted(area),
            year,
            release,
            value: dice(6) === 0 ? missing('withdrawn') : figure(`${dice(100)}`),
          }),
        ),
    ),
  )
  return { releases, rows }
}

const plain = (rows: readonly Observation[]) =>
  rows.map(({ area, year, release, value }) => JSON.stringify([area, year, release, value])).toSorted()

describe('What was known on a day', () => {
  it('does not depend on the order in which releases were loaded', () => {
    forAll(
      1,
      (dice) => ({ ...aWorld(dice), turn: dice(24) }),
      ({ releases, rows, turn }) => {
        const renumbered = (release: number) => ((release + turn) % releases.length) + 1
        const others = releases.map(({ release, knownOn }) => ({ release: renumbered(release), knownOn }))
        const moved = rows.map((row) => ({ ...row, release: renumbered(row.release) })).toReversed()
        const asOf = dayAt(turn)
        const again = knownBy(moved, others, asOf)
        const back = again.map((row) => ({
          ...row,
          release: releases.find(({ release }) => renumbered(release) === row.release)?.release ?? 0,
        }))
        assert.deepEqual(plain(back), plain(knownBy(rows, releases, asOf)))
      },
    )
  })

  it('only grows: a later day knows every cell that an earlier one knew', () => {
    forAll(
      500,
      (dice) => ({ ...aWorld(dice), first: dice(20), more: dice(10) }),
      ({ releases, rows, first, more }) => {
        const cells = (asOf: Day) => new Set(knownBy(rows, releases, asOf).map(({ area, year }) => `${area} ${year}`))
        const later = cells(dayAt(first + more))
        for (const cell of cells(dayAt(first))) assert.ok(later.has(cell), cell)
      },
    )
  })

  it('is the same on every day between two releases', () => {
    forAll(
      900,
      (dice) => ({ ...aWorld(dice), at: dice(8) * 2 }),
      ({ releases, rows, at }) =>
        assert.deepEqual(plain(knownBy(rows, releases, dayAt(at))), plain(knownBy(rows, releases, dayAt(at + 1)))),
    )
  })

  const releases = [
    { release: 1, knownOn: Day.trusted('2025-04-15') },
    { release: 2, knownOn: Day.trusted('2025-12-08') },
  ]
  const asOf = Day.trusted('2026-01-01')

  it('keeps a cell that a newer release leaves out', () => {
    const rows = [anObservation({ release: 1 }), anObservation({ release: 2, year: 2021 })]
    assert.deepEqual(
      knownBy(rows, releases, asOf).map(({ year, release }) => [year, release]),
      [
        [2020, 1],
        [2021, 2],
      ],
    )
  })

  it('takes the one loaded later when two releases were known on one day', () => {
    const sameDay = releases.map(({ release }) => ({ release, knownOn: asOf }))
    const rows = [anObservation({ release: 2, value: figure('2') }), anObservation({ release: 1 })]
    assert.deepEqual(
      knownBy(rows, sameDay, asOf).map(({ release }) => release),
      [2],
    )
  })
})

describe('The latest value of an economy', () => {
  const cases: readonly [name: string, rows: readonly Observation[], year: number | undefined][] = [
    ['is that of its last year', [anObservation({ year: 2019 }), anObservation({ year: 2021 })], 2021],
    [
      'passes over a year in which it is missing',
      [anObservation({ year: 2019 }), anObservation({ year: 2021, value: missing('withdrawn') })],
      2019,
    ],
    ['is never a projection', [anObservation({ year: 2019 }), anObservation({ year: 2031, nature: 'F' })], 2019],
    ['is absent when every year is missing', [anObservation({ value: missing('not-available') })], undefined],
  ]
  for (const [name, rows, year] of cases) it(name, () => assert.equal(latestOfEach(rows).get('FJI')?.year, year))
})
