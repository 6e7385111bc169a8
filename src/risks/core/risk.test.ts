import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { forAll } from '#kernel/testing'
import { aRisk, aScale, aStep, assessed, aWording } from '#risks/testing'
import { adopting, levelling, merging, progressing, scoring, unchanged } from './judging.ts'
import {
  asOfDay,
  levelOf,
  mitigationState,
  mitigationsOf,
  nextPart,
  publicPart,
  type Risk,
  seenOf,
  stateOf,
  wordingOf,
} from './risk.ts'
import { type Act, PartId, RiskId } from './step.ts'

const day = Day.trusted
const m1 = PartId.trusted('m1')
const mitigation = { what: 'Raise them', owner: aWording().owner, dueOn: day('2025-06-30'), expected: 'Half as likely' }

describe('The state of a risk', () => {
  const cases: readonly [name: string, acts: readonly Act[], state: string][] = [
    ['is a draft when it was entered', [], 'draft'],
    ['stays a draft when it was assessed', [assessed([2, 2])], 'draft'],
    ['is adopted', [assessed([2, 2]), { kind: 'adopted' }], 'adopted'],
    ['is closed', [{ kind: 'adopted' }, { kind: 'closed' }], 'closed'],
    [
      'is adopted again when it was closed by mistake',
      [{ kind: 'adopted' }, { kind: 'closed' }, { kind: 'adopted' }],
      'adopted',
    ],
    ['is merged', [{ kind: 'adopted' }, { kind: 'merged', into: RiskId.trusted('r2') }], 'merged'],
  ]
  for (const [name, acts, state] of cases) it(name, () => assert.equal(stateOf(aRisk('r1', acts)).kind, state))

  it('on a day is that of the rows up to it, and none before it was entered', () => {
    const risk = aRisk('r1', [{ kind: 'adopted' }, { kind: 'closed' }])
    const on = (text: string) => {
      const then = asOfDay(risk, day(text))
      return then === null ? 'none' : stateOf(then).kind
    }
    assert.deepEqual(['2024-12-31', '2025-01-01', '2025-01-02', '2025-01-03'].map(on), [
      'none',
      'draft',
      'adopted',
      'closed',
    ])
  })

  it('on a day does not depend on what was added later', () => {
    forAll(
      11,
      (dice) => {
        const choices: readonly Act[] = [
          { kind: 'adopted' },
          assessed([dice(5) + 1, dice(5) + 1]),
          { kind: 'levelled', level: dice(2) === 0 ? 'unit' : 'strategic' },
        ]
        return Array.from({ length: dice(8) }, () => choices[dice(3)] ?? choices[0]) as readonly Act[]
      },
      (acts) => {
        const [some, all] = [aRisk('r1', acts.slice(0, 4)), aRisk('r1', acts)]
        assert.deepEqual(asOfDay(all, day('2025-01-05')), some)
      },
    )
  })
})

describe('What everybody sees of a risk', () => {
  it('is nothing while it is a draft', () => assert.equal(publicPart(aRisk('r1', [assessed([2, 2])])), null))

  it('is what was adopted, without what was thought before', () => {
    const risk = aRisk('r1', [
      assessed([5, 5]),
      { kind: 'described', ...aWording({ title: 'Said better' }) },
      assessed([2, 2]),
      { kind: 'adopted' },
    ])
    const seen = publicPart(risk) as Risk
    assert.deepEqual(
      seen.steps.map(({ kind, on }) => `${on} ${kind}`),
      ['2025-01-05 described', '2025-01-05 assessed', '2025-01-05 adopted'],
    )
    assert.equal(wordingOf(seen).title, 'Said better')
    assert.doesNotMatch(JSON.stringify(seen), /"likelihood":5/)
  })

  it('is not that its unit had closed the draft before', () => {
    const kinds = (acts: readonly Act[]) => publicPart(aRisk('r1', acts))?.steps.map(({ kind }) => kind)
    const reopened: readonly Act[] = [assessed([2, 2]), { kind: 'closed' }, { kind: 'adopted' }]
    assert.deepEqual(kinds(reopened), ['described', 'assessed', 'adopted'])
    assert.deepEqual(kinds([...reopened, { kind: 'closed' }]), ['described', 'assessed', 'adopted', 'closed'])
  })

  it('has the same number of its latest row as the whole', () => {
    const risk = aRisk('r1', [{ kind: 'adopted' }, assessed([2, 2])])
    assert.equal(seenOf(publicPart(risk) as Risk), seenOf(risk))
  })
})

describe('A mitigation', () => {
  const cases: readonly [name: string, percent: number, on: string, state: string][] = [
    ['is open on the day it is due', 40, '2025-06-30', 'open'],
    ['is late the day after', 40, '2025-07-01', 'late'],
    ['is done at 100 per cent, also after its day', 100, '2026-01-01', 'done'],
  ]
  for (const [name, percent, on, state] of cases)
    it(name, () => assert.equal(mitigationState(mitigation.dueOn, percent, day('2025-03-01'), day(on)).kind, state))

  it('keeps its part when it is decided anew, and the next has another', () => {
    const risk = aRisk('r1', [
      { kind: 'mitigated', part: m1, ...mitigation },
      { kind: 'progressed', part: m1, percent: 30 },
      { kind: 'mitigated', part: m1, ...mitigation, what: 'Move them' },
    ])
    assert.deepEqual(
      mitigationsOf(risk, day('2025-02-01')).map(({ what, percent }) => [what, percent]),
      [['Move them', 30]],
    )
    assert.equal(nextPart(risk, 'm'), 'm2')
    assert.equal(nextPart(risk, 'w'), 'w1')
  })
})

const codeOf = (attempt: { kind: string; refusal?: { code: string; fields?: readonly { code: string }[] } }): string =>
  attempt.kind === 'done' ? 'done' : (attempt.refusal?.fields?.[0]?.code ?? attempt.refusal?.code ?? '')

describe('Deciding about a risk', () => {
  const adopted = aRisk('r1', [assessed([2, 2]), { kind: 'adopted' }])
  const merged = aRisk('r3', [{ kind: 'merged', into: RiskId.trusted('r1') }])
  const score = (likelihood: number, impact: number) => ({ likelihood, impact })
  const cases: readonly [name: string, attempt: Parameters<typeof codeOf>[0], answer: string][] = [
    ['is refused when a row was added meanwhile', unchanged(adopted, 2), 'risks.changedMeanwhile'],
    ['goes on when it stands as it was shown', unchanged(adopted, 3), 'done'],
    ['adopts nothing that was never assessed', adopting(aRisk('r1')), 'risks.notAssessed'],
    ['adopts once', adopting(adopted), 'risks.adoptedAlready'],
    ['says nothing more of what is merged', levelling(merged, 'strategic'), 'risks.mergedAlready'],
    ['escalates', levelling(adopted, 'strategic'), 'done'],
    ['does not give back what was never escalated', levelling(adopted, 'unit'), 'risks.levelAlready.unit'],
    ['does not merge a risk into itself', merging(adopted, adopted, adopted.id), 'risks.cannotMergeInto'],
    ['does not merge into what is merged', merging(adopted, merged, merged.id), 'risks.cannotMergeInto'],
    [
      'assesses nothing without a scale',
      scoring(null, { inherent: score(1, 1), residual: score(1, 1) }),
      'risks.noScale',
    ],
    ['keeps to the scale', scoring(aScale(), { inherent: score(6, 1), residual: score(1, 1) }), 'risks.notOnScale'],
    [
      'leaves no more than there was',
      scoring(aScale(), { inherent: score(2, 2), residual: score(2, 3) }),
      'risks.moreAfter',
    ],
    [
      'knows no mitigation that was not decided',
      progressing(adopted, m1, 10, day('2025-02-01')),
      'risks.noSuchMitigation',
    ],
  ]
  for (const [name, attempt, answer] of cases) it(name, () => assert.equal(codeOf(attempt), answer))

  it('counts the level from the last word', () => {
    const acts: readonly Act[] = [
      { kind: 'levelled', level: 'strategic' },
      { kind: 'levelled', level: 'unit' },
    ]
    assert.equal(levelOf(aRisk('r1', acts)), 'unit')
    assert.equal(
      levelOf({
        ...adopted,
        steps: [...adopted.steps, aStep(9, '2025-02-01', { kind: 'levelled', level: 'strategic' })],
      }),
      'strategic',
    )
  })
})
