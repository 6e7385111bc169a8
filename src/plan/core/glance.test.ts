import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { known, missing } from '#kernel'
import { anElement } from '#plan/testing'
import { AreaCode, type Observation, type Series } from '#statistics/core'
import { anObservation } from '#statistics/testing'
import { type Benchmark, isWhole } from './benchmark.ts'
import { checkWord, tallyOf } from './glance.ts'
import { latestFor, moveOf, movesOf, reaches, type SeriesMeasure } from './glance-figures.ts'
import { besideOf, paceOf, rowOf, yearOf } from './glance-row.ts'
import { EditionCode, ElementId } from './ids.ts'
import { indexed } from './indexed.ts'
import type { Plan } from './plan.ts'

const at = (year: number, decimal: string, some: Partial<Observation> = {}): Observation =>
  anObservation({ year, value: known({ decimal, bound: null }), ...some })

const of = (area: string) => ({ area: AreaCode.trusted(area) })

describe('The direction of a path', () => {
  const cases: readonly [name: string, path: readonly Observation[], from: number | null, by: string | null][] = [
    ['is none with one point', [at(2020, '5')], null, null],
    ['is counted over five years', [at(2010, '1'), at(2018, '48.6'), at(2023, '67.4')], 2018, '18.8'],
    ['begins at the next year that was observed', [at(2010, '1'), at(2020, '60'), at(2023, '61')], 2020, '1'],
    [
      'passes over what is missing',
      [at(2018, '5'), at(2022, '4'), anObservation({ year: 2023, value: missing('withheld') })],
      2018,
      '-1',
    ],
    ['passes over what is projected', [at(2018, '5'), at(2022, '4'), at(2031, '9', { nature: 'F' })], 2018, '-1'],
  ]
  for (const [name, path, from, by] of cases)
    it(name, () => {
      const move = moveOf(path)
      assert.deepEqual([move?.from ?? null, move?.by ?? null], [from, by])
    })

  it('of economies counts those with two values in the window, and leaves out the implausible', () => {
    const paths = [
      at(2001, '1'),
      at(2005, '10'),
      at(2019, '30'),
      at(2010, '50', of('NAM')),
      at(2018, '40', of('NAM')),
      at(2018, '40', of('TON')),
      at(2010, '5', of('KEN')),
      at(2018, '271', { ...of('KEN'), flag: 'outside-range' }),
    ]
    assert.deepEqual(movesOf(paths), { of: 2, up: 1, down: 1, from: 2005 })
  })
})

describe('Reaching a number', () => {
  const cases: readonly [value: number, bound: '<' | '>' | null, comparator: string, asked: number, answer: boolean][] =
    [
      [95, null, 'at-least', 95, true],
      [94.9, null, 'at-least', 95, false],
      [95, '>', 'at-least', 95, true],
      [96, '<', 'at-least', 95, false],
      [50, null, 'more-than', 50, false],
      [50, '>', 'more-than', 50, true],
      [51, '<', 'more-than', 50, false],
      [0, null, 'at-most', 0, true],
      [0, '>', 'at-most', 0, false],
      [3, null, 'equal', 3, true],
      [3, '>', 'equal', 3, false],
    ]
  for (const [value, bound, comparator, asked, answer] of cases)
    it(`says ${answer ? 'yes' : 'no'} of ${bound ?? ''}${value} for ${comparator} ${asked}`, () =>
      assert.equal(reaches(value, bound, { comparator, value: asked }), answer))
})

describe('The check of a printed sum', () => {
  const cases: readonly [difference: number, parts: number, word: string][] = [
    [0, 2, 'adds-up'],
    [-1, 2, 'rounding'],
    [-2, 5, 'rounding'],
    [2, 2, 'differs'],
    [-4, 5, 'differs'],
  ]
  for (const [difference, parts, word] of cases)
    it(`of ${parts} parts that differs by ${difference} says ${word}`, () =>
      assert.equal(checkWord({ printed: 10 + difference, computed: 10, difference }, parts), word))
})

const edition = EditionCode.trusted('2026-2029')
const target = anElement('milestone/A.1', 'milestone', { parents: [ElementId.trusted('pillar/A')] })
const gauge = anElement('gauge/A.1.a', 'gauge', { parents: [target.id] })
const measure: SeriesMeasure = {
  id: 'measure/banks',
  edition,
  element: gauge.id,
  part: null,
  words: { en: 'Banks tested' },
  unit: { en: '% of banks' },
  note: null,
  kind: 'series',
  shown: true,
  selection: { series: 'USE', breakdown: 'SEX=_T' },
  others: [],
  fit: 'exact',
}
const series = { unit: 'PT', decimals: 1 } as Series
const figures = {
  series: new Map([['USE', series]]),
  worlds: new Map<string, readonly Observation[]>(),
  economies: new Map<string, readonly Observation[]>(),
}
const inForce = {
  ...figures,
  worlds: new Map([['USE|SEX=_T', [at(2018, '48.6'), at(2023, '67.4'), at(2031, '90', { nature: 'F' })]]]),
}
const economies = {
  ...figures,
  economies: new Map([
    [
      'USE|SEX=_T',
      [
        at(2015, '20'),
        at(2018, '96', of('NAM')),
        at(2017, '40', of('TON')),
        at(2018, '400', { ...of('KEN'), flag: 'outside-range' as const }),
      ],
    ],
  ]),
}
const benchmark = (value: number | null, unit = '% of banks'): Benchmark => ({
  id: 'benchmark/banks',
  edition,
  target: target.id,
  kind: value === null ? 'text' : 'companion',
  asks: value === null ? null : { comparator: 'at-least', value },
  unit: value === null ? null : { en: unit },
  by: 2031,
  source: { en: 'somebody' },
  dated: null,
  decidedOn: null,
  note: null,
  first: true,
})

const kinds = ['pillar goal', 'milestone target', 'gauge indicator'].map((one) => {
  const [code = '', role = ''] = one.split(' ')
  return { code, role }
})
const plan = (
  some: {
    readonly benchmarks?: readonly Benchmark[]
    readonly measures?: Plan['measures']
    readonly gauges?: readonly (typeof gauge)[]
  } = {},
) =>
  indexed({
    organisation: { kinds },
    editions: [{ code: edition, elements: [target, ...(some.gauges ?? [gauge])], brackets: [] }],
    crosswalks: [],
    findings: [],
    measures: some.measures ?? [measure],
    benchmarks: some.benchmarks ?? [benchmark(95)],
  } as unknown as Plan)

describe('The latest of a measure', () => {
  it('is the figure of the world where its custodian publishes one, never a projection', () => {
    const latest = latestFor(measure, inForce)
    assert.equal(latest?.kind === 'world' && latest.last.year, 2023)
  })

  it('has a line that begins in 2005, however old its first figure is', () => {
    const worlds = new Map([['USE|SEX=_T', [at(1990, '1'), at(2005, '20'), at(2023, '67.4')]]])
    const latest = latestFor(measure, { ...figures, worlds })
    assert.deepEqual(latest?.kind === 'world' && latest.path.map(({ year }) => year), [2005, 2023])
  })

  it('is the median of economies where there is no world, and all that have a value are counted', () => {
    const latest = latestFor(measure, economies)
    assert.deepEqual(
      latest?.kind === 'economies' && [latest.median.decimal, latest.values.length, latest.outside, latest.reported],
      ['40', 3, 1, { count: 3, first: 2015, last: 2018 }],
    )
  })

  it('is nothing without an observation, and nothing without a series', () => {
    assert.equal(latestFor(measure, figures), null)
    assert.equal(latestFor(measure, { ...inForce, series: new Map() }), null)
  })
})

describe('A number that is all of a whole', () => {
  const cases: readonly [
    said: string,
    comparator: 'at-least' | 'at-most',
    value: number,
    share: boolean,
    whole: boolean,
  ][] = [
    ['is 100 per cent or more of a share', 'at-least', 100, true, true],
    ['is not less than that', 'at-least', 95, true, false],
    ['is not a limit from above', 'at-most', 100, true, false],
    ['is not a hundred of something counted', 'at-least', 100, false, false],
  ]
  for (const [said, comparator, value, share, whole] of cases)
    it(said, () => assert.equal(isWhole({ comparator, value }, share), whole))
})

describe('A row at a glance (I1)', () => {
  const row = (ix = plan(), from: typeof inForce | typeof economies = inForce, year = 2026) =>
    rowOf(ix, target, from, 'first', year)

  it('says how far the world is from the number, the pace that would reach it, and the pace that was made', () => {
    const { beside, pace, obstacles } = row()
    assert.deepEqual(beside, { kind: 'distance', reached: false, by: '27.6' })
    assert.deepEqual(pace, { needed: '3.45', by: 2031, made: '3.76' })
    assert.deepEqual(obstacles, [])
  })

  it('says by how much a number is passed, and claims no pace to where the world is', () => {
    const { beside, pace } = row(plan({ benchmarks: [benchmark(50)] }))
    assert.deepEqual(beside, { kind: 'distance', reached: true, by: '17.4' })
    assert.equal(pace, null)
  })

  it('claims no pace in the year by which, when there is none left', () => {
    const worlds = new Map([['USE|SEX=_T', [at(2026, '80'), at(2031, '90')]]])
    const { beside, pace } = row(plan(), { ...inForce, worlds }, 2031)
    assert.equal(beside?.kind === 'distance' && beside.reached, false)
    assert.equal(pace, null)
  })

  it('counts the economies that are there where there is no world, and claims no pace', () => {
    const { beside, pace } = row(plan(), economies)
    assert.deepEqual(beside, { kind: 'count', reached: 1, of: 3 })
    assert.equal(pace, null)
  })

  const cases: readonly [name: string, reasons: readonly string[], ix: ReturnType<typeof plan>, year: number][] = [
    ['a year that is older than five', ['too-old'], plan(), 2029],
    ['not one of just five', [], plan(), 2028],
    ['a text without a number', ['no-number'], plan({ benchmarks: [benchmark(null)] }), 2026],
    ['no benchmark at all', ['no-number'], plan({ benchmarks: [] }), 2026],
    [
      'a number in another unit, which is then held against nothing',
      ['other-unit'],
      plan({ benchmarks: [benchmark(95, 'points')] }),
      2026,
    ],
    [
      'points beside per cent, which are of a gap',
      ['of-gap'],
      plan({ benchmarks: [benchmark(0, 'percentage points')] }),
      2026,
    ],
    ['no measure', ['not-measured'], plan({ measures: [] }), 2026],
    ['several things at once', ['too-old', 'no-number'], plan({ benchmarks: [benchmark(null)] }), 2030],
  ]
  for (const [name, reasons, ix, year] of cases)
    it(`names ${name}`, () =>
      assert.deepEqual(
        row(ix, inForce, year).obstacles.map(({ kind }) => kind),
        reasons,
      ))

  it('says that nothing was known yet of a measure that has a series', () =>
    assert.deepEqual(rowOf(plan(), target, figures, 'first', 2026).obstacles, [{ kind: 'not-known-then' }]))

  it('names why measures have no series, those of bracketed indicators where all are bracketed', () => {
    const { kind: _, shown: __, selection: ___, others: ____, fit: _____, ...words } = measure
    const none = { ...words, kind: 'none' as const, reason: 'in-brackets' as const }
    const ix = plan({ measures: [none], gauges: [{ ...gauge, agreement: 'bracketed' }] })
    assert.deepEqual(rowOf(ix, target, figures, 'first', 2026).obstacles, [
      { kind: 'no-series', reasons: ['in-brackets'] },
    ])
  })

  it('names the reasons of what is agreed, where some indicators are bracketed and some are not', () => {
    const { kind: _, shown: __, selection: ___, others: ____, fit: _____, ...words } = measure
    const bracketed = anElement('gauge/A.1.b', 'gauge', { parents: [target.id], agreement: 'bracketed' })
    const none = (element: ElementId, reason: 'in-brackets' | 'not-collected-yet') =>
      ({ ...words, id: `measure/${reason}`, element, kind: 'none', reason }) as const
    const ix = plan({
      gauges: [gauge, bracketed],
      measures: [none(bracketed.id, 'in-brackets'), none(gauge.id, 'not-collected-yet')],
    })
    assert.deepEqual(rowOf(ix, target, figures, 'first', 2026).obstacles, [
      { kind: 'no-series', reasons: ['not-collected-yet'] },
    ])
  })

  it('is held against the kind that was chosen, and against the text where the plan has none of that kind', () => {
    const ix = plan({ benchmarks: [benchmark(95), { ...benchmark(null), first: false }] })
    assert.equal(rowOf(ix, target, inForce, 'companion', 2026).benchmark?.kind, 'companion')
    assert.equal(rowOf(ix, target, inForce, 'literal', 2026).benchmark?.kind, 'text')
  })

  it('rests on the newest year of its economies', () => {
    const latest = latestFor(measure, economies)
    assert.equal(latest !== null && yearOf(latest), 2018)
    assert.equal(latest !== null && besideOf(latest, benchmark(null)), null)
    assert.equal(latest !== null && paceOf(latest, benchmark(95)), null)
  })

  it('is counted with the others by what it has and why not', () => {
    const ix = plan()
    const rows = [
      rowOf(ix, target, inForce, 'first', 2026),
      rowOf(ix, target, economies, 'first', 2026),
      rowOf(ix, target, figures, 'first', 2026),
    ]
    const { targets, world, economies: some, without, tooOld, because } = tallyOf(ix, rows)
    assert.deepEqual(
      [targets, world, some, without, tooOld, because],
      [3, 1, 1, 1, 1, [{ why: 'not-known-then', count: 1 }]],
    )
  })
})
