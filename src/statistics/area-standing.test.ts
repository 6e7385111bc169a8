import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import type { AreaLine } from './area-lines.ts'
import { standingOf } from './area-standing.ts'

type Sketch = {
  readonly own?: string
  readonly theirs?: number
  readonly better?: 'up' | 'down' | null
  readonly bound?: '>' | null
  readonly flag?: string | null
  readonly isTotal?: boolean
}

const lineOf = ({ own = '50', theirs = 40, better = 'up', bound = null, flag = null, isTotal = false }: Sketch) =>
  ({
    series: { better, decimals: 1 },
    known: { kind: 'economy', latest: { year: 2024, flag, value: { kind: 'known', value: { decimal: own, bound } } } },
    beside: [{ year: 2023, headline: { by: 'computed', value: theirs } }, null],
    isTotal,
  }) as unknown as AreaLine

describe('An economy beside a group', () => {
  const cases: readonly [name: string, line: Sketch, stands: string | null][] = [
    ['is ahead with more of what is better the higher', {}, 'ahead'],
    ['is behind with more of what is better the lower', { better: 'down' }, 'behind'],
    ['is level where both read the same', { own: '40.04', theirs: 39.96 }, 'level'],
    ['is level where halves round the same way', { own: '1.05', theirs: 1.1 }, 'level'],
    ['is ahead where small figures read differently', { own: '0.04', theirs: 0.02 }, 'ahead'],
    ['stands nowhere where nobody says which way is better', { better: null }, null],
    ['stands nowhere with a total', { isTotal: true }, null],
    ['stands nowhere with a value that is only a bound', { bound: '>' }, null],
    ['stands nowhere with a value outside its range', { flag: 'range' }, null],
  ]
  for (const [name, line, stands] of cases)
    it(name, () => assert.equal(standingOf(lineOf(line), 0)?.stands ?? null, stands))

  it('says the year of the group', () => assert.equal(standingOf(lineOf({}), 0)?.year, 2023))

  it('stands nowhere beside a group without a figure', () => assert.equal(standingOf(lineOf({}), 1), null))
})
