import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type Dice, diceOf } from '#kernel/testing'
import { AreaCode, type Observation } from '#statistics/core'
import { anObservation } from '#statistics/testing'
import { breaksIn, cutAt } from './member-breaks.ts'
import { ownTablesOf, seriesOfObservations } from './own-tables.ts'

/** Thirty economies over 15 years that rise from different levels. */
const some = (dice: Dice): readonly Observation[] =>
  Array.from({ length: 30 }, (_, nth) => nth).flatMap((nth) => {
    let value = 1 + dice(60)
    return Array.from({ length: 15 }, (_, at) => {
      value = Math.min(99, value + dice(5))
      return anObservation({
        area: AreaCode.trusted(`A${String.fromCharCode(65 + Math.floor(nth / 26), 65 + (nth % 26))}`),
        year: 2005 + at,
        value: { kind: 'known', value: { decimal: `${value}`, bound: null } },
      })
    })
  })

const worlds = [1, 2, 3, 4].map((seed) => some(diceOf(seed)))

const complement = (observations: readonly Observation[]): readonly Observation[] =>
  observations.map((one) =>
    one.value.kind === 'known'
      ? {
          ...one,
          value: { kind: 'known', value: { decimal: `${100 - Number(one.value.value.decimal)}`, bound: null } },
        }
      : one,
  )

let asked = 0
const tablesOf = (observations: readonly Observation[], falls = false, until = 2030) => {
  asked += 1
  return ownTablesOf({ key: `${asked}`, observations, sinceYear: null, falls, until })
}

describe('An indicator’s own tables', () => {
  it('are the same for what should rise and for its complement, which should fall', () => {
    for (const observations of worlds) {
      const [rising, falling] = [tablesOf(observations), tablesOf(complement(observations), true)]
      assert.notEqual(rising.peers, null)
      assert.deepEqual(falling, rising)
    }
  })

  it('hold no case that had not ended in the year asked about', () => {
    for (const observations of worlds) {
      const known = observations.filter(({ year }) => year <= 2014)
      assert.deepEqual(tablesOf(observations, false, 2014), tablesOf(known))
    }
  })

  it('are none where fewer than a hundred cases are known', () => {
    const [first] = [some(() => 0)]
    assert.deepEqual(tablesOf(first?.slice(0, 30) ?? []), { peers: null, paces: null })
  })

  it('count no gain across a break', () => {
    const [one, two, three] = [2019, 2020, 2021].map((year) =>
      anObservation({ year, status: year === 2020 ? 'B' : null }),
    )
    const series = seriesOfObservations([one, two, three].flatMap((each) => each ?? []))
    assert.deepEqual(
      [...series.values()].map((path) => [...path.keys()]),
      [[2020, 2021]],
    )
  })

  it('are made once for one picture of the figures', () => {
    const making = { key: 'kept', observations: some(() => 1), sinceYear: null, falls: false, until: 2030 }
    assert.equal(ownTablesOf(making), ownTablesOf({ ...making, observations: [] }))
  })
})

describe('The members of a group', () => {
  const rows = (code: string, ...years: readonly (readonly [year: number, status: string | null])[]) =>
    years.map(([year, status]) => anObservation({ area: AreaCode.trusted(code), year, status }))
  const everybody = [
    ...rows('AAA', [2019, null], [2020, 'B'], [2021, null]),
    ...rows('BBB', [2019, null], [2020, null], [2021, null]),
  ]
  const path = { years: [2019, 2020, 2021], values: [1, 2, 3] }
  const members = ['AAA', 'BBB'].map((code) => ({ code, path, weights: new Map() }))

  it('are followed from their own last break on', () => {
    const [cut, whole] = cutAt(members, breaksIn(everybody, null))
    assert.deepEqual(cut?.path, { years: [2020, 2021], values: [2, 3] })
    assert.equal(whole?.path, path)
  })
  it('are all cut at the year since which the series is measured as now', () => {
    const cut = cutAt(members, breaksIn(everybody, 2021))
    assert.deepEqual(
      cut.map(({ path: { years } }) => years),
      [[2021], [2021]],
    )
  })
  it('stay as they are where nothing breaks', () => {
    assert.equal(cutAt(members, breaksIn(rows('BBB', [2019, null]), null)), members)
  })
})
