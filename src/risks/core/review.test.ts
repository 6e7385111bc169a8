import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day, PersonId } from '#kernel'
import { type Dice, forAll } from '#kernel/testing'
import { aRisk, aScale, aStep, assessed } from '#risks/testing'
import { comparing } from './comparing.ts'
import { type Frozen, frozenIn, frozenOf, textOf } from './frozen.ts'
import {
  choicesOf,
  freezing,
  type Given,
  opening,
  type Review,
  reviewing,
  type Verdict,
  type VerdictKind,
} from './review.ts'
import { type Risk, seenOf } from './risk.ts'
import { type Act, PartId, RiskId } from './step.ts'

const day = Day.trusted
const scale = aScale()
const naming = {
  unit: (code: string) => ({ en: code }),
  element: (entry: string) => ({ names: { en: entry }, number: null }),
}
const listed = (id: string, acts: readonly Act[] = [], first = 1) =>
  aRisk(
    id,
    [assessed([3, 3]), { kind: 'adopted' }, { kind: 'levelled', level: 'strategic' }, ...acts],
    '2025-01-01',
    first,
  )
const r1 = listed('r1')
const r2 = listed('r2', [], 20)

const frozen = (year: number, said: readonly (readonly [Risk, VerdictKind])[], upTo = 100): Frozen =>
  frozenOf(
    {
      year,
      decision: { number: `D ${year}`, on: day(`${year}-06-01`) },
      openedOn: day(`${year}-05-01`),
      frozenOn: day(`${year}-06-02`),
      upTo,
    },
    said.map(([risk, kind]) => ({ risk, kind, into: null, reason: 'as it is' })),
    [scale],
    naming,
  )
const last = frozen(2025, [[r1, 'new']])

const given = (some: Partial<Given> = {}): Given => ({
  kind: 'confirmed',
  into: null,
  scores: null,
  reason: 'as it is',
  ...some,
})
const scores = { inherent: { likelihood: 4, impact: 4 }, residual: { likelihood: 4, impact: 2 } }
const stand = { inherent: { likelihood: 3, impact: 3 }, residual: { likelihood: 3, impact: 3 } }
const codeOf = (attempt: { kind: string; refusal?: { code: string; fields?: readonly { code: string }[] } }): string =>
  attempt.kind === 'done' ? 'done' : (attempt.refusal?.fields?.[0]?.code ?? attempt.refusal?.code ?? '')

describe('A verdict on a risk', () => {
  const context = { last, into: null, scale }
  const cases: readonly [
    name: string,
    risk: Risk,
    given: Given,
    context: Parameters<typeof reviewing>[2],
    answer: string,
  ][] = [
    ['confirms what the last review had', r1, given(), context, 'done'],
    ['does not confirm what the last review did not have', r2, given(), context, 'risks.review.not.confirmed'],
    ['calls it new', r2, given({ kind: 'new' }), context, 'done'],
    ['does not call new what the last review had', r1, given({ kind: 'new' }), context, 'risks.review.not.new'],
    ['needs a reason', r1, given({ reason: ' ' }), context, 'risks.reasonNeeded'],
    ['changes scores', r1, given({ kind: 'changed', scores }), context, 'done'],
    [
      'changes nothing that is the same',
      r1,
      given({ kind: 'changed', scores: stand }),
      context,
      'risks.review.nothingChanged',
    ],
    ['confirms with the scores that stand', r1, given({ scores: stand }), context, 'done'],
    ['confirms no other scores', r1, given({ scores }), context, 'risks.review.scoresOfAnother'],
    ['closes with no other scores', r1, given({ kind: 'closed', scores }), context, 'risks.review.scoresOfAnother'],
    [
      'confirms no scores of another scale',
      r1,
      given({ scores: stand }),
      { ...context, scale: aScale({ n: 2 }) },
      'risks.review.scoresOfAnother',
    ],
    [
      'confirms nothing that it merges',
      r1,
      given({ into: r2.id }),
      { ...context, into: r2 },
      'risks.review.intoOfAnother',
    ],
    ['merges into a risk that stands', r1, given({ kind: 'merged', into: r2.id }), { ...context, into: r2 }, 'done'],
    [
      'merges into nothing that is not there',
      r1,
      given({ kind: 'merged', into: RiskId.trusted('r9') }),
      context,
      'risks.cannotMergeInto',
    ],
    [
      'is not said of a risk of a unit',
      aRisk('r4', [assessed([1, 1]), { kind: 'adopted' }]),
      given({ kind: 'new' }),
      context,
      'risks.review.notOnList',
    ],
    [
      'is not said of what nobody assessed',
      aRisk('r5', [{ kind: 'levelled', level: 'strategic' }]),
      given({ kind: 'new' }),
      context,
      'risks.notAssessed',
    ],
  ]
  for (const [name, risk, said, about, answer] of cases)
    it(name, () => assert.equal(codeOf(reviewing(risk, said, about)), answer))

  it('is new, merged or closed in the first review', () =>
    assert.deepEqual(choicesOf(r1, null), ['new', 'merged', 'closed']))
})

const verdict = (risk: Risk, n: number, some: Partial<Verdict> = {}): Verdict => ({
  ...given(),
  ...{ n, risk: risk.id, on: day('2026-05-02'), by: PersonId.trusted('olu'), seen: seenOf(risk) },
  ...some,
})
const review = (verdicts: readonly Verdict[]): Review => ({
  year: 2026,
  openedOn: day('2026-05-01'),
  openedBy: PersonId.trusted('olu'),
  verdicts,
})

describe('Freezing a review', () => {
  const decision = { number: 'D 7', on: day('2026-06-01') }
  const today = day('2026-06-02')
  const both = [verdict(r1, 1), verdict(r2, 2, { kind: 'new' })]
  const cases: readonly [name: string, review: Review, decision: { number: string; on: Day }, answer: string][] = [
    ['takes one in which everything was said', review(both), decision, 'done'],
    ['waits for what was not said', review(both.slice(1)), decision, 'risks.review.notAllSaid'],
    [
      'waits when a risk changed after its verdict',
      review([verdict(r1, 1, { seen: 2 }), ...both.slice(1)]),
      decision,
      'risks.review.changedSinceSaid',
    ],
    [
      'takes the latest word on a risk',
      review([verdict(r1, 1, { seen: 2 }), ...both.slice(1), verdict(r1, 3)]),
      decision,
      'done',
    ],
    [
      'merges into nothing that goes itself',
      review([verdict(r1, 1, { kind: 'merged', into: r2.id }), verdict(r2, 2, { kind: 'closed' })]),
      decision,
      'risks.review.mergedIntoGone',
    ],
    [
      'merges into nothing that left its list',
      review([verdict(r1, 1, { kind: 'merged', into: RiskId.trusted('r99') }), verdict(r2, 2)]),
      decision,
      'risks.review.mergedIntoGone',
    ],
    ['takes no decision of tomorrow', review(both), { ...decision, on: day('2026-06-03') }, 'risks.dayAhead'],
    [
      'takes no decision from before the review',
      review(both),
      { ...decision, on: day('2026-04-30') },
      'risks.review.dayBefore',
    ],
  ]
  for (const [name, of, decided, answer] of cases)
    it(name, () => assert.equal(codeOf(freezing(of, [r1, r2], decided, today)), answer))

  it('is of one year after another, one at a time', () => {
    assert.equal(codeOf(opening(2026, null, [2025])), 'done')
    assert.equal(codeOf(opening(2025, null, [2025])), 'risks.review.yearNotLater')
    assert.equal(codeOf(opening(2027, review([]), [2025])), 'risks.review.openAlready')
  })
})

describe('A frozen review', () => {
  it('is read back as it was written, to the letter', () => {
    assert.deepEqual(frozenIn(textOf(last)), last)
    assert.equal(textOf(frozenIn(textOf(last))), textOf(last))
  })

  const someActs = (dice: Dice): readonly Act[] =>
    Array.from({ length: dice(4) }, (): Act => {
      const part = PartId.trusted(`m${dice(2) + 1}`)
      const choices: readonly Act[] = [
        assessed([dice(4) + 1, dice(4) + 1], [5, 5]),
        {
          kind: 'mitigated',
          part,
          what: `act ${dice(9)}`,
          owner: r1.steps[0]?.kind === 'described' ? r1.steps[0].owner : ('' as never),
          dueOn: day('2025-03-01'),
          expected: 'less',
        },
        { kind: 'progressed', part, percent: dice(101) },
      ]
      return choices[dice(3)] ?? { kind: 'adopted' }
    })

  it('is not changed by anything that comes after it: three years of a register', () => {
    forAll(
      41,
      (dice) => [someActs(dice), someActs(dice), someActs(dice)],
      (years) => {
        const texts: string[] = []
        let acts: readonly Act[] = []
        for (const [at, more] of years.entries()) {
          acts = [...acts, ...more]
          texts.push(textOf(frozen(2025 + at, [[listed('r1', acts), at === 0 ? 'new' : 'confirmed']])))
          const again = acts
          for (const [earlier, text] of texts.entries()) {
            const then = years.slice(0, earlier + 1).flat()
            const whole = listed('r1', again)
            const cut = { ...whole, steps: whole.steps.slice(0, 4 + then.length) }
            assert.equal(textOf(frozen(2025 + earlier, [[cut, earlier === 0 ? 'new' : 'confirmed']])), text)
          }
        }
      },
    )
  })
})

describe('Two years of reviews', () => {
  const eased = { ...r1, steps: [...r1.steps, aStep(50, '2026-01-01', assessed([1, 1], [3, 3]))] }
  it('say what moved, what is new, what went', () => {
    const before = frozen(2025, [
      [r1, 'new'],
      [r2, 'new'],
    ])
    const after = frozen(2026, [
      [eased, 'changed'],
      [listed('r3', [], 70), 'new'],
    ])
    assert.deepEqual(
      comparing(before, after).map(({ id, movement }) => [id, movement]),
      [
        ['r1', 'lighter'],
        ['r3', 'new'],
        ['r2', 'left'],
      ],
    )
    assert.deepEqual(
      comparing(
        before,
        frozen(2026, [
          [r1, 'confirmed'],
          [r2, 'closed'],
        ]),
      ).map(({ movement }) => movement),
      ['same', 'closed'],
    )
  })

  it('say whether mitigations were done', () => {
    const m = (part: string, dueOn: string): Act => ({
      kind: 'mitigated',
      part: PartId.trusted(part),
      what: part,
      owner: 'x' as never,
      dueOn: day(dueOn),
      expected: 'less',
    })
    const planned = listed('r1', [m('m1', '2025-12-31'), m('m2', '2025-12-31')])
    const later = listed('r1', [
      m('m1', '2025-12-31'),
      m('m2', '2025-12-31'),
      { kind: 'progressed', part: PartId.trusted('m1'), percent: 100 },
    ])
    const [compared] = comparing(frozen(2025, [[planned, 'new']]), frozen(2026, [[later, 'confirmed']]))
    assert.deepEqual(
      compared?.mitigations.map(({ part, after }) => [part, after]),
      [
        ['m1', 'done'],
        ['m2', 'late'],
      ],
    )
  })
})
