import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { anElement } from '#plan/testing'
import type { Benchmark } from './benchmark.ts'
import { EditionCode, ElementId } from './ids.ts'
import { indexed } from './indexed.ts'
import type { BreakdownBy, Measure } from './measure.ts'
import type { SeriesMeasure } from './measured.ts'
import {
  benchmarksFor,
  choiceOf,
  fitOf,
  isWhole,
  nameOfLine,
  questionOf,
  selectionsOf,
  sexesOf,
} from './measured-choice.ts'
import type { Plan } from './plan.ts'

const edition = EditionCode.trusted('2026-2029')
const today = Day.trusted('2026-11-26')

const aMeasure = (id: string, but: Partial<SeriesMeasure> = {}): SeriesMeasure => ({
  kind: 'series',
  id: `measure/${id}`,
  edition,
  element: ElementId.trusted('gauge/A.1.a'),
  part: null,
  words: { en: id },
  unit: { en: '% of banks' },
  note: null,
  shown: false,
  selection: { series: 'USE', breakdown: 'SEX=_T' },
  others: [],
  fit: 'exact',
  ...but,
})

const aBenchmark = (kind: Benchmark['kind'], but: Partial<Benchmark> = {}): Benchmark => ({
  id: `benchmark/${kind}`,
  edition,
  target: ElementId.trusted('milestone/A.1'),
  kind,
  asks: { comparator: 'at-least', value: 95 },
  unit: { en: '% of banks' },
  by: 2029,
  source: { en: 'somebody' },
  dated: null,
  decidedOn: null,
  note: null,
  first: false,
  ...but,
})

const kindOf = (code: string, role: Plan['organisation']['kinds'][number]['role']) => ({
  code,
  role,
  segment: `${code}s`,
  prefix: code,
  single: false,
  label: { en: code },
  plural: { en: `${code}s` },
  definition: null,
})

const planOf = (measures: readonly Measure[], benchmarks: readonly Benchmark[]) =>
  indexed({
    organisation: { kinds: [kindOf('milestone', 'target'), kindOf('gauge', 'indicator')] },
    editions: [
      {
        code: edition,
        elements: [
          anElement('milestone/A.1', 'milestone'),
          anElement('gauge/A.1.a', 'gauge', { parents: [ElementId.trusted('milestone/A.1')] }),
        ],
        brackets: [],
      },
    ],
    crosswalks: [],
    findings: [],
    measures,
    benchmarks,
  } as unknown as Plan)

const text = aBenchmark('text', { asks: null })
const companion = aBenchmark('companion', { first: true, dated: '2026-07' })
const women = { series: 'USE', breakdown: 'SEX=F', by: 'sex' as const, words: { en: 'women' } }
const men = { series: 'USE', breakdown: 'SEX=M', by: 'sex' as const, words: { en: 'men' } }
const ix = planOf([aMeasure('one'), aMeasure('two', { shown: true, others: [women, men] })], [text, companion])
const target = anElement('milestone/A.1', 'milestone')
const indicator = anElement('gauge/A.1.a', 'gauge', { parents: [ElementId.trusted('milestone/A.1')] })

describe('What is chosen on a measured page', () => {
  it('is the measure that the content shows first, as a whole, against the first benchmark (I6)', () => {
    const choice = choiceOf(ix, target, {}, today)
    assert.equal(choice.measure?.slug, 'two')
    assert.equal(choice.selection?.by, null)
    assert.equal(choice.benchmark?.slug, 'companion')
    assert.deepEqual(choice.strange, [])
  })

  it('is what the address says', () => {
    const choice = choiceOf(ix, target, { measure: 'two', breakdown: 'SEX=F', benchmark: 'text', sort: 'name' }, today)
    assert.equal(choice.selection?.words.en, 'women')
    assert.equal(choice.benchmark?.benchmark.kind, 'text')
    assert.equal(choice.order, 'name')
  })

  it('is the usual where the address names nothing, and that is said', () => {
    const choice = choiceOf(ix, target, { measure: 'three', breakdown: 'SEX=X', benchmark: 'mine' }, today)
    assert.equal(choice.measure?.slug, 'two')
    assert.deepEqual(choice.strange, [
      { parameter: 'measure', value: 'three' },
      { parameter: 'breakdown', value: 'SEX=X' },
      { parameter: 'benchmark', value: 'mine' },
    ])
  })

  it('is the text itself on a day before the benchmark was there', () => {
    const choice = choiceOf(ix, target, {}, Day.trusted('2026-06-30'))
    assert.deepEqual(
      choice.benchmarks.map(({ slug }) => slug),
      ['text'],
    )
    assert.equal(choice.benchmark?.slug, 'text')
  })

  const decided = Day.trusted('2026-07-15')
  const days: readonly [name: string, benchmark: Benchmark, day: string, slugs: string][] = [
    ['on the day of its source', aBenchmark('companion', { dated: '2026-07-15' }), '2026-07-15', 'text companion'],
    ['not the day before', aBenchmark('companion', { dated: '2026-07-15' }), '2026-07-14', 'text'],
    ['from the first day of a month', aBenchmark('companion', { dated: '2026-07' }), '2026-07-01', 'text companion'],
    ['on the day of a decision', aBenchmark('decision', { decidedOn: decided }), '2026-07-15', 'text decision'],
    ['not before it was decided', aBenchmark('decision', { decidedOn: decided }), '2026-07-14', 'text'],
  ]
  for (const [name, benchmark, day, slugs] of days)
    it(`has a benchmark ${name}`, () => {
      const { benchmarks } = choiceOf(planOf([], [text, benchmark]), target, {}, Day.trusted(day))
      assert.equal(benchmarks.map(({ slug }) => slug).join(' '), slugs)
    })

  it('has one address for one view: what is usual is left out', () => {
    const choice = choiceOf(ix, target, {}, today)
    assert.deepEqual(questionOf(choice), {})
    assert.deepEqual(questionOf(choice, { measure: 'one', breakdown: undefined }), { measure: 'one' })
    assert.deepEqual(questionOf(choice, { breakdown: 'SEX=F' }), { breakdown: 'SEX=F' })
    assert.deepEqual(questionOf(choice, { sort: '-value' }), { sort: '-value' })
  })

  it('of an indicator has the benchmarks of its target', () =>
    assert.deepEqual(
      benchmarksFor(ix, indicator).map(({ kind }) => kind),
      ['text', 'companion'],
    ))

  it('has a benchmark where there is only one', () =>
    assert.deepEqual(benchmarksFor(planOf([], [companion]), target), [companion]))

  it('has none below what is no target', () => {
    const ofGauge = aBenchmark('text', { target: indicator.id })
    const below = anElement('gauge/A.1.b', 'gauge', { parents: [indicator.id] })
    assert.deepEqual(benchmarksFor(planOf([], [ofGauge]), below), [])
  })
})

describe('The lines of a measure', () => {
  it('name a breakdown of the same series by its codes, and another series by its own', () => {
    const measure = aMeasure('m', {
      others: [
        women,
        { series: 'OTHER', breakdown: 'SEX=_T', by: 'source', words: { en: 'another source' } },
        { series: 'OTHER', breakdown: '', by: 'technology', words: { en: 'without codes' } },
      ],
    })
    assert.deepEqual(
      selectionsOf(measure).map(({ slug }) => slug),
      ['SEX=_T', 'SEX=F', 'OTHER|SEX=_T', 'OTHER|'],
    )
  })

  it('have a gap where both sexes are among them', () => {
    assert.deepEqual(
      sexesOf(selectionsOf(aMeasure('m', { others: [men, women] })))?.map(({ words }) => words.en),
      ['women', 'men'],
    )
    assert.equal(sexesOf(selectionsOf(aMeasure('m', { others: [women] }))), null)
  })
})

describe('The first line of a measure', () => {
  const line = (breakdown: string, others: SeriesMeasure['others']) =>
    isWhole(selectionsOf(aMeasure('m', { selection: { series: 'USE', breakdown }, others })))
  it('is the whole where all its codes are totals', () => {
    assert.equal(line('SEX=_T', [women, men]), true)
    assert.equal(line('', []), true)
  })
  it('is not the whole where it is one skill among several', () =>
    assert.equal(line('SEX=_T;SKILL=MAIL', [women]), false))
  it('is not the whole where the others are other technologies', () =>
    assert.equal(line('SEX=_T', [{ ...women, by: 'technology' }]), false))
  it('is not the whole where the others are other sources', () =>
    assert.equal(line('SEX=_T', [{ ...women, by: 'source' }]), false))
})

describe('The name of the chosen line', () => {
  const names = { names: { en: 'Use' } }
  const named = (by: BreakdownBy) => {
    const measure = aMeasure('own', { shown: true, others: [{ ...women, by }] })
    const choice = choiceOf(planOf([measure], []), indicator, { breakdown: 'SEX=F' }, today)
    const name = nameOfLine(choice, names)
    return [name?.words.en, name?.part?.en ?? null]
  }
  const cases: readonly [by: BreakdownBy, words: string, part: string | null][] = [
    ['sex', 'own', 'women'],
    ['location', 'own', 'women'],
    ['technology', 'women', null],
    ['level', 'Use', 'women'],
    ['skill', 'Use', 'women'],
  ]
  for (const [by, words, part] of cases)
    it(`by ${by} is of the ${words === 'own' ? 'measure' : words === 'Use' ? 'series' : 'line'}`, () =>
      assert.deepEqual(named(by), [words, part]))
})

describe('A benchmark beside a measure', () => {
  const cases: readonly [name: string, benchmark: Benchmark | null, unit: string, seriesUnit: string, fit: string][] = [
    ['in the same unit is drawn', companion, '% of banks', 'PT', 'same'],
    ['in a share of others is drawn, and that is said', companion, '% of people', 'PT', 'near'],
    ['in a share beside a series that is none is not drawn', companion, '% of people', 'USD', 'other-unit'],
    ['in a share beside a number for a hundred is not drawn', companion, 'banks per 100', 'PER_100', 'other-unit'],
    [
      'in points beside a share is not drawn',
      aBenchmark('literal', { unit: { en: 'percentage points' } }),
      '% of banks',
      'PT',
      'other-unit',
    ],
    ['without a number draws nothing', text, '% of banks', 'PT', 'no-number'],
    ['that is not there draws nothing', null, '% of banks', 'PT', 'no-number'],
  ]
  for (const [name, benchmark, unit, seriesUnit, fit] of cases)
    it(name, () => assert.equal(fitOf(benchmark, aMeasure('m', { unit: { en: unit } }), { unit: seriesUnit }), fit))
})
