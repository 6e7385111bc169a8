import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { forAll } from '#kernel/testing'
import { aDeclared, aRisk, aScale, assessed } from '#risks/testing'
import { gradedOf } from './risk.ts'
import { type Declared, declaring, gradeOf, isAboveAppetite, scaleOn } from './scale.ts'

const codesOf = (scale: Declared): string => {
  const attempt = declaring(scale)
  return attempt.kind === 'done'
    ? 'done'
    : (attempt.refusal.fields ?? []).map(({ field, code }) => `${field} ${code}`).join(', ')
}

describe('A scale of risks', () => {
  const plain = aDeclared()
  const halved = aDeclared({ matrix: plain.matrix.map((row, at) => (at === 4 ? row.map(() => 0) : row)) })
  const cases: readonly [name: string, scale: Declared, answer: string][] = [
    ['is taken with five steps', plain, 'done'],
    ['is taken with three steps', aDeclared({ steps: 3 }), 'done'],
    [
      'is refused with two steps',
      aDeclared({ steps: 2 }),
      'likelihood.en risks.scale.steps, impact.en risks.scale.steps',
    ],
    [
      'is refused with six steps',
      aDeclared({ steps: 6 }),
      'likelihood.en risks.scale.steps, impact.en risks.scale.steps',
    ],
    [
      'is refused with a word that one language lacks',
      aDeclared({ impact: [...plain.impact.slice(1), { en: 'severe' }] }),
      'impact.en risks.scale.words',
    ],
    [
      'is refused when its matrix is not as large as its steps',
      aDeclared({ matrix: plain.matrix.slice(1) }),
      'matrix risks.scale.matrixSize',
    ],
    ['is refused when a graver step has a lighter grade', halved, 'matrix risks.scale.matrixOrder'],
    [
      'is refused with an appetite that is none of its grades',
      aDeclared({ appetite: 9 }),
      'appetite risks.scale.appetiteUnknown',
    ],
  ]
  for (const [name, scale, answer] of cases) it(name, () => assert.equal(codesOf(scale), answer))

  it('is in force from its day on, and of two of one day the later', () => {
    const scales = [
      aScale({ n: 1 }),
      aScale({ n: 2, since: Day.trusted('2025-01-01') }),
      aScale({ n: 3, since: Day.trusted('2025-01-01') }),
    ]
    const on = (day: string) => scaleOn(scales, Day.trusted(day))?.n ?? null
    assert.deepEqual(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map(on), [null, 1, 1, 3])
  })

  it('grades every score, and a graver step never lighter', () => {
    forAll(
      20_261_126,
      (dice) => ({ steps: dice(3) + 3, likelihood: dice(3), impact: dice(3) }),
      ({ steps, likelihood, impact }) => {
        const scale = aScale(aDeclared({ steps }))
        const at = (more: number) => gradeOf(scale, { likelihood: likelihood + 1, impact: impact + 1 + more })
        if (impact + 2 <= steps) assert.ok(at(1) >= at(0))
        assert.equal(isAboveAppetite(scale, at(0)), at(0) > 1)
      },
    )
  })

  it('of a later year leaves the meaning of an earlier assessment as it was', () => {
    const first = aScale()
    const risk = aRisk('r1', [assessed([3, 3])])
    const before = gradedOf([first], risk, 'residual')
    forAll(
      7,
      (dice) =>
        aScale({ ...aDeclared({ steps: dice(3) + 3 }), n: 2, since: Day.trusted('2026-01-01'), appetite: dice(4) }),
      (later) => assert.deepEqual(gradedOf([first, later], risk, 'residual'), before),
    )
  })
})
