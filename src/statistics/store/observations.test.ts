import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { Day } from '#kernel'
import { diceOf } from '#kernel/testing'
import { type TestDb, testDb } from '#platform/testing'
import { knownBy, latestOfEach, type Observation } from '#statistics/core'
import { aContentFolder, anObservationFile, loadContentOf, statistician } from '#statistics/testing'
import { loadRelease } from '../deeds/load-release.ts'
import { latestOf, pathsOf, revisionsOfCell } from './observations.ts'

const selections = ['F', 'M', '_T'].map((sex) => ({ series: 'USE', breakdown: `SEX=${sex}` }))
const areas = ['FJI', 'NAM', 'TON', 'LIST/W']
const years = [2017, 2018, 2019, 2020, 2021]
const today = Day.trusted('2026-11-26')

/** Six files, made up: known on five days, in no order, each with some of the cells, some of them missing or projected. */
const files = () => {
  const dice = diceOf(7)
  return ['2020-05-17', '2025-04-15', '2019-01-01', '2025-12-08', '2025-04-15', '2024-07-17'].map((knownOn, nth) => {
    const rows = selections.flatMap(({ breakdown }) =>
      areas.flatMap((iso3) =>
        years
          .filter(() => dice(2) === 0)
          .map((year) => ({
            iso3,
            sex: breakdown.slice(4),
            year: `${year}`,
            value: dice(5) === 0 ? '..' : `${dice(99)}.${nth}`,
            nature: dice(6) === 0 ? 'F' : '',
          })),
      ),
    )
    return { knownOn: Day.trusted(knownOn), text: anObservationFile(rows) }
  })
}

describe('The observations that were known on a day', () => {
  const folder = aContentFolder()
  const made = files()
  const releases = made.map(({ knownOn }, nth) => ({ release: nth + 1, knownOn }))
  let db: TestDb
  let everything: readonly Observation[] = []
  beforeAll(async () => {
    db = await testDb()
    await loadContentOf(db, folder.path)
    for (const [nth, { knownOn, text }] of made.entries()) {
      const file = folder.put(`${nth}.csv`, text)
      const order = { file, knownOn, reason: '', basis: null, credit: null, via: null, caveat: null }
      assert.equal((await db.work(statistician, today, (work) => loadRelease(work, order))).kind, 'done')
    }
    const cells = selections.flatMap((one) => areas.flatMap((area) => years.map((year) => ({ ...one, area, year }))))
    everything = await db.look(statistician, today, async (look) => {
      const found: Observation[] = []
      for (const cell of cells) found.push(...(await revisionsOfCell(look.db, cell, today)))
      return found
    })
  })
  afterAll(async () => {
    await db.close()
    folder.remove()
  })

  const plain = (rows: readonly Observation[]) => rows.map((row) => JSON.stringify(row)).toSorted()

  for (const asOf of ['2018-12-31', '2019-01-01', '2020-12-31', '2024-07-17', '2025-04-15', '2026-11-26'].map(
    Day.trusted,
  )) {
    it(`are on ${asOf} what the rule says, in the tables too`, async () => {
      const paths = await db.look(statistician, today, (look) => pathsOf(look.db, selections, null, asOf))
      assert.deepEqual(plain([...paths.values()].flat()), plain(knownBy(everything, releases, asOf)))
    })

    it(`have on ${asOf} the latest value of each economy that the rule says`, async () => {
      const latest = await db.look(statistician, today, (look) => latestOf(look.db, selections, asOf))
      const expected = selections.flatMap(({ breakdown }) => {
        const own = everything.filter((row) => row.breakdown === breakdown && !row.area.includes('/'))
        return [...latestOfEach(knownBy(own, releases, asOf)).values()]
      })
      assert.deepEqual(plain([...latest.values()].flat()), plain(expected))
    })
  }

  it('are asked for two selections at once as for one after the other', async () => {
    const [first, second] = selections
    assert.ok(first !== undefined && second !== undefined)
    await db.look(statistician, today, async ({ db: one }) => {
      const both = await pathsOf(one, [first, second, first], ['FJI'], today)
      const apart = [await pathsOf(one, [first], ['FJI'], today), await pathsOf(one, [second], ['FJI'], today)]
      assert.deepEqual(
        [...both.values()].flat(),
        apart.flatMap((answer) => [...answer.values()].flat()),
      )
    })
  })
})
