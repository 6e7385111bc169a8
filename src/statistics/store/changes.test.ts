import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { aContentFolder, aDbWith, anObservationFile, statistician } from '#statistics/testing'
import { changeOf } from '../core/revising.ts'
import { loadRelease } from '../deeds/load-release.ts'
import { type Changes, changeCounts } from './changes.ts'
import { revisionsOfCell } from './observations.ts'
import { releasesAsOf } from './releases.ts'

const today = '2026-11-26'

describe('What a release changed', () => {
  const folder = aContentFolder()
  const db = aDbWith(folder)

  const load = (name: string, rows: Parameters<typeof anObservationFile>[0], on: string) =>
    db.work(statistician, today, (work) =>
      loadRelease(work, {
        file: folder.put(name, anObservationFile(rows)),
        knownOn: Day.trusted(on),
        ...{ reason: 'test', basis: null, credit: null, via: null, caveat: null },
      }),
    )

  /** One year each: the cell before, the cell after, and what became of it. */
  const cases: readonly [name: string, before: string, after: string, change: keyof Changes][] = [
    ['is nothing for the same value', '65.4', '65.4', 'same'],
    ['is nothing for the same value written in another way', '1.75E-05', '0.0000175', 'same'],
    ['is its precision for more decimals', '16.6', '16.60000038', 'precision'],
    ['is its precision for a half that is rounded down', '0.07725', '0.0772', 'precision'],
    ['is a revision for another value', '77.5', '90.6', 'revised'],
    ['is a revision for a value that was a bound', '>95', '96', 'revised'],
    ['is a revision for another bound', '>95', '>90', 'revised'],
    ['fills a value in', '..', '5', 'filled'],
    ['withdraws a value', '5', '..', 'withdrawn'],
    ['is another reason for another reason', '.. NA', '.. N', 'reasoned'],
    ['is nothing for the same reason', '.. NA', '.. NA', 'same'],
  ]
  const rowOf = (cell: string, at: number) => {
    const [value = '', nature = ''] = cell.split(' ')
    return { year: String(2000 + at), value, nature }
  }

  it('is counted by the database as the rule judges it, cell by cell', async () => {
    await load(
      'before.csv',
      cases.map(([, before], at) => rowOf(before, at)),
      '2025-01-01',
    )
    await load(
      'after.csv',
      cases.map(([, , after], at) => rowOf(after, at)),
      '2026-01-01',
    )
    const counted = await db.look(statistician, today, async ({ db: look, asOf }) => {
      const [release] = await releasesAsOf(look, asOf)
      assert.ok(release !== undefined)
      return (await changeCounts(look, release))[0]
    })
    for (const [, , , change] of cases) {
      const many = cases.filter((one) => one[3] === change).length
      assert.equal(counted?.[change], many, change)
    }
  })

  for (const [nth, [name, , , change]] of cases.entries())
    it(name, async () => {
      const cell = { series: 'USE', breakdown: 'SEX=_T', area: 'FJI', year: 2000 + nth }
      const [after, before] = await db.look(statistician, today, (look) => revisionsOfCell(look.db, cell, look.asOf))
      assert.ok(after !== undefined && before !== undefined)
      const { kind } = changeOf(before, after)
      assert.equal(kind === 'rebounded' ? 'revised' : kind, change)
    })
})
