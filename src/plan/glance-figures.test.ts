import assert from 'node:assert/strict'
import { beforeAll, describe, it } from 'vitest'
import { Day } from '#kernel'
import {
  aContentFolder,
  aDbWith,
  anObservationFile,
  loadContentOf,
  someReference,
  statistician,
} from '#statistics/testing'
import { EditionCode, ElementId } from './core/ids.ts'
import type { Measure } from './core/measure.ts'
import { figuresFor } from './glance-figures.ts'
import { sourcesOf } from './neighbours/statistics.ts'

const measure: Measure = {
  id: 'measure/use',
  edition: EditionCode.trusted('2026-2029'),
  element: ElementId.trusted('gauge/A.1.a'),
  part: null,
  words: { en: 'Use' },
  unit: { en: 'per cent' },
  note: null,
  kind: 'series',
  shown: true,
  selection: { series: 'USE', breakdown: 'SEX=_T' },
  others: [],
  fit: 'exact',
}

describe('Figures at a glance', () => {
  const folder = aContentFolder([['use.csv', '2024-05-01', anObservationFile([{ value: '60' }])]])
  const db = aDbWith(folder, '2025-01-10')
  beforeAll(async () => {
    const renamed = (someReference['series.csv'] ?? '').replace('Use,Use (fr)', 'Use at home,Use at home (fr)')
    folder.put('statistics/series.csv', renamed)
    await loadContentOf(db, folder.path, '2026-03-01')
  })

  const on = (asOf: string) =>
    db.look(statistician, '2026-11-26', async (look) => {
      const day = Day.trusted(asOf)
      const sources = await sourcesOf(look.db, ['USE'], day)
      const figures = await figuresFor({ ...look, asOf: day }, [measure], sources, null)
      return [figures.series.get('USE')?.names.en, figures.economies.get('USE|SEX=_T')?.length ?? 0, figures] as const
    })

  it('are of the day asked, also where two days know the same releases', async () => {
    const [before, after, early] = [await on('2026-02-28'), await on('2026-03-01'), await on('2024-04-30')]
    assert.deepEqual(before.slice(0, 2), ['Use', 1])
    assert.deepEqual(after.slice(0, 2), ['Use at home', 1])
    assert.deepEqual(early.slice(0, 2), ['Use', 0])
  })

  it('are kept: the same question of the same day is not read again', async () =>
    assert.equal((await on('2026-02-28'))[2], (await on('2026-02-28'))[2]))
})
