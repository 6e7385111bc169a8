import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { aggregatesOf, areasOf, groupsOf } from '#statistics'
import { AreaCode } from '#statistics/core'
import { aFolder, someReference, statistician } from '#statistics/testing'
import { loadReference } from './deeds/load-reference.ts'
import { schemeSources } from './store/reach.ts'

const today = Day.trusted('2026-11-26')

describe('Groups that a later load of reference data changes', () => {
  const files = aFolder(someReference)
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
    const load = async (on: string) => {
      const attempt = await db.work(statistician, on, (work) => loadReference(work, { folder: files.path }))
      assert.equal(attempt.kind, 'done')
    }
    const replaced = (name: string, from: string, to: string) =>
      files.put(name, (someReference[name] ?? '').replace(from, to))
    await load('2025-01-10')
    replaced('groups.csv', 'W,LIST,TON,776,,,,in force,List', 'W,LIST,NAM,516,,,,in force,List')
    replaced('aggregation.json', '"method":"sum"', '"method":"mean"')
    await load('2026-03-01')
    files.put('groups.csv', 'group,scheme,member_iso3,member_m49,from,to,precision,status,source\n')
    files.put('group_names.csv', (someReference['group_names.csv'] ?? '').replace(/^A,CLUB.*\n/m, ''))
    await load('2026-06-01')
  })
  afterAll(async () => {
    await db.close()
    files.remove()
  })
  const look = <Value>(read: (one: ReadDb) => Promise<Value>): Promise<Value> =>
    db.look(statistician, today, (one) => read(one.db))
  const days: readonly [when: string, asOf: string, world: string, groups: string, method: string][] = [
    ['of a day before any load, by the first', '1999-01-01', 'FJI TON', 'LIST/W CLUB/A', 'sum'],
    ['of the day of a load, by that load', '2025-01-10', 'FJI TON', 'LIST/W CLUB/A', 'sum'],
    ['to the day before the next', '2026-02-28', 'FJI TON', 'LIST/W CLUB/A', 'sum'],
    ['from the day of the next, by that one', '2026-03-01', 'FJI NAM', 'LIST/W CLUB/A', 'mean'],
    ['of today, by the newest', today, '', 'LIST/W', 'mean'],
  ]
  for (const [when, asOf, world, groups, method] of days)
    it(`I9: are shown again as they were: ${when} (asof=${asOf})`, async () => {
      const day = Day.trusted(asOf)
      const found = await look((one) => groupsOf(one, null, day, day))
      const members = found.find(({ code }) => code === 'W')?.members ?? []
      assert.equal(members.map(({ member }) => member).join(' '), world)
      assert.equal(found.map(({ scheme, code }) => `${scheme.code}/${code}`).join(' '), groups)
      const ask = { selection: { series: 'PEOPLE', breakdown: '' }, group: 'LIST/W', years: [2020] }
      const [line] = await look((one) => aggregatesOf(one, [ask], day, 'then'))
      assert.equal(line?.method?.kind, method)
      assert.equal(line.figures[0]?.ours.members ?? 0, world.split(' ').filter(Boolean).length)
      const sources = await look((one) => schemeSources(one, day))
      assert.deepEqual([...new Set(sources.map(({ source }) => source))], world === '' ? [] : ['List'])
    })

  it('keep the name that they last had', async () => {
    const areas = await look((one) => areasOf(one, ['CLUB/A', 'LIST/W', 'LIST/X']))
    assert.deepEqual([...areas.keys()], ['CLUB/A', 'LIST/W'])
    assert.equal(areas.get(AreaCode.trusted('CLUB/A'))?.names.en, 'Club A')
  })
})
