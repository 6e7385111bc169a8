import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { anElement } from '#plan/testing'
import type { Benchmark } from './benchmark.ts'
import type { Element } from './element.ts'
import { editionFor, glanceOf } from './glance.ts'
import { EditionCode, ElementId } from './ids.ts'
import { alsoUnder, childrenOf, indexed, measuresUnder } from './indexed.ts'
import type { Measure } from './measure.ts'
import type { Plan } from './plan.ts'

const [before, now] = [EditionCode.trusted('2022-2025'), EditionCode.trusted('2026-2029')]
const asOf = Day.trusted('2026-11-26')
const kinds = ['pillar goal', 'milestone target', 'gauge indicator', 'focus priority', 'budget money'].map((one) => {
  const [code = '', role = ''] = one.split(' ')
  return { code, role }
})
const under = (...ids: readonly string[]) => ({ parents: ids.map((id) => ElementId.trusted(id)) })

const planOf = (elements: readonly Element[], some: Partial<Plan> = {}) =>
  indexed({
    organisation: { kinds },
    editions: [
      { code: before, knownOn: null, elements: [], brackets: [] },
      { code: now, knownOn: null, elements, brackets: [] },
    ],
    firstShown: now,
    inForce: before,
    crosswalks: [],
    findings: [],
    measures: [],
    benchmarks: [],
    ...some,
  } as unknown as Plan)

const figures = { series: new Map(), worlds: new Map(), economies: new Map() }
const glanceIn = (ix: ReturnType<typeof planOf>) => {
  const edition = ix.editions.get(now) ?? assert.fail()
  return glanceOf(ix, figures, { edition, goal: null, read: 'first', asOf })
}

describe('A plan and its ways in', () => {
  const shared = anElement('gauge/A.1.a', 'gauge', under('milestone/A.1', 'milestone/A.2'))
  const ix = planOf([anElement('milestone/A.1', 'milestone'), anElement('milestone/A.2', 'milestone'), shared])
  const at = (id: string) => ix.plan.editions[1]?.elements.find((one) => one.id === id) ?? assert.fail(id)

  it('has an element below its first parent, and beside what is below its others', () => {
    assert.deepEqual([childrenOf(ix, at('milestone/A.1')), alsoUnder(ix, at('milestone/A.1'))], [[shared], []])
    assert.deepEqual([childrenOf(ix, at('milestone/A.2')), alsoUnder(ix, at('milestone/A.2'))], [[], [shared]])
  })

  it('has the measure that a row shows before the others of a target', () => {
    const measure = (id: string, shown: boolean) =>
      ({ id, edition: now, element: shared.id, kind: 'series', shown }) as unknown as Measure
    const measured = planOf(ix.plan.editions[1]?.elements ?? [], {
      measures: [measure('b', false), measure('a', true)],
    })
    assert.deepEqual(
      measuresUnder(measured, at('milestone/A.1')).map(({ id }) => id),
      ['a', 'b'],
    )
  })
})

describe('The edition of a glance', () => {
  it('is the one to show first, and the one in force where that is not there', () => {
    assert.equal(editionFor(planOf([]), asOf)?.code, now)
    assert.equal(editionFor(planOf([], { firstShown: EditionCode.trusted('2030-2033') }), asOf)?.code, before)
  })
})

describe('A glance at the whole plan', () => {
  const targets = ['A.1', 'A.2', 'A.3'].map((id) => anElement(`milestone/${id}`, 'milestone'))
  const gauges = ['A.1', 'A.2', 'A.3'].map((id) => anElement(`gauge/${id}`, 'gauge', under(`milestone/${id}`)))

  it('counts the targets for which the text itself prints a number, and no number of others', () => {
    const asks = { comparator: 'at-least', value: 95 } as const
    const benchmark = (target: string, kind: Benchmark['kind'], number: Benchmark['asks']) =>
      ({ edition: now, target: ElementId.trusted(`milestone/${target}`), kind, asks: number }) as unknown as Benchmark
    const benchmarks = [
      benchmark('A.1', 'text', asks),
      benchmark('A.2', 'text', null),
      benchmark('A.2', 'companion', asks),
    ]
    assert.equal(glanceIn(planOf(targets, { benchmarks })).tally.printed, 1)
  })

  it('says why targets have no figure, the reason of most of them first', () => {
    const none = (id: string, reason: string) =>
      ({ id, edition: now, element: ElementId.trusted(`gauge/${id}`), kind: 'none', reason }) as unknown as Measure
    const measures = [none('A.1', 'in-brackets'), none('A.2', 'not-collected-yet'), none('A.3', 'not-collected-yet')]
    assert.deepEqual(glanceIn(planOf([...targets, ...gauges], { measures })).tally.because, [
      { why: 'not-collected-yet', count: 2 },
      { why: 'in-brackets', count: 1 },
    ])
  })

  it('joins a priority to its line of money by its letter, and one without a letter to none', () => {
    const money = { unit: { en: 'thousand' }, cells: [{ column: '2026', amount: 1, printedTotal: false }] }
    const { priorities } = glanceIn(
      planOf([
        anElement('focus/x', 'focus', { letter: 'X' }),
        anElement('focus/y', 'focus'),
        anElement('budget/x', 'budget', { number: 'X', money }),
        anElement('budget/rest', 'budget', { money }),
      ]),
    )
    assert.deepEqual(
      priorities.map((one) => one.money?.element.id ?? null),
      ['budget/x', null],
    )
  })
})
