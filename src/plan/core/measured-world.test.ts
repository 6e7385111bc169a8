import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { known, missing } from '#kernel'
import { AreaCode, type Observation, type Series } from '#statistics/core'
import { anObservation } from '#statistics/testing'
import { groupRows, pathOf } from './measured-world.ts'

const at = (area: string, year: number, value: string, but: Partial<Observation> = {}): Observation =>
  anObservation({ area: AreaCode.trusted(area), year, value: known({ decimal: value, bound: null }), ...but })
const series = (since: number | null, earlier: readonly (number | null)[] = []): Series =>
  ({ sinceYear: since, earlier: earlier.map((sinceYear) => ({ sinceYear })) }) as unknown as Series

describe('The path of the world', () => {
  const cases: readonly [name: string, path: readonly Observation[], of: Series, points: string][] = [
    ['goes by years', [at('LIST/W', 2020, '2'), at('LIST/W', 2010, '1')], series(null), '2010 2020'],
    [
      'leaves out what is missing',
      [at('LIST/W', 2010, '1'), anObservation({ value: missing('withheld') })],
      series(null),
      '2010',
    ],
    [
      'leaves out projections',
      [at('LIST/W', 2010, '1'), at('LIST/W', 2030, '9', { nature: 'F' })],
      series(null),
      '2010',
    ],
    [
      'breaks where its publisher says so',
      [at('LIST/W', 2010, '1'), at('LIST/W', 2011, '2', { status: 'B' })],
      series(null),
      '2010 |2011',
    ],
    [
      'breaks where the definition changed between two years (I4)',
      [at('LIST/W', 2010, '1'), at('LIST/W', 2015, '2')],
      series(2013),
      '2010 |2015',
    ],
    [
      'breaks at every earlier definition',
      [2008, 2011, 2014].map((year) => at('LIST/W', year, '1')),
      series(2012, [2010]),
      '2008 |2011 |2014',
    ],
    [
      'does not break again in the year after the first one measured otherwise',
      [at('LIST/W', 2011, '1'), at('LIST/W', 2012, '2')],
      series(2011),
      '2011 2012',
    ],
    ['does not break before its first year', [at('LIST/W', 2010, '1')], series(2005), '2010'],
  ]
  for (const [name, path, of, points] of cases)
    it(name, () =>
      assert.equal(
        pathOf(path, of)
          .map(({ observation: { year }, breakBefore }) => `${breakBefore ? '|' : ''}${year}`)
          .join(' '),
        points,
      ),
    )
})

describe('Groups with published figures', () => {
  it('have their last year and the base year, and neither the world nor economies among them', () => {
    const rows = groupRows(
      [at('LIST/W', 2020, '9'), at('FJI', 2020, '8'), at('CLUB/A', 2018, '1'), at('CLUB/A', 2020, '3')],
      'LIST/W',
      2018,
    )
    assert.deepEqual(
      rows.map(({ area, latest, base }) => [area, latest.year, base?.year]),
      [['CLUB/A', 2020, 2018]],
    )
  })
})
