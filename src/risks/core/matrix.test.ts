import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { forAll } from '#kernel/testing'
import { EntryId } from '#plan/core'
import { aDeclared, aRisk, aScale, aStep, assessed, aWording } from '#risks/testing'
import { exposures, lateMitigations, moversSince, withoutMitigation } from './attention.ts'
import { matrixOf } from './matrix.ts'
import { PartId, RiskId } from './step.ts'
import { hasCrossed, questionsOf } from './watching.ts'

const day = Day.trusted
const scale = aScale()
const other = aScale({ ...aDeclared({ steps: 3 }), n: 2, since: day('2026-01-01') })

describe('The matrix', () => {
  it('has every risk in one place: a cell, not assessed, or assessed on another scale', () => {
    forAll(
      5,
      (dice) =>
        Array.from({ length: dice(30) }, (_, at) =>
          aRisk(
            `r${at + 1}`,
            dice(5) === 0 ? [] : [assessed([dice(3) + 1, dice(3) + 1], [3, 3], dice(3) === 0 ? 2 : 1)],
          ),
        ),
      (risks) => {
        const matrix = matrixOf(scale, [scale, other], risks, 'residual')
        const placed = matrix.rows.flat().reduce((sum, cell) => sum + cell.risks.length, 0)
        assert.equal(placed + matrix.unassessed.length + matrix.otherScale.length, risks.length)
        for (const cell of matrix.rows.flat())
          assert.equal(cell.grade, scale.matrix[cell.likelihood - 1]?.[cell.impact - 1])
      },
    )
  })

  it('has the most likely row on top and the least impact first', () => {
    const [first] = matrixOf(scale, [scale], [], 'inherent').rows
    assert.deepEqual([first?.[0]?.likelihood, first?.[0]?.impact, first?.at(-1)?.impact], [5, 1, 5])
  })
})

describe('What needs attention', () => {
  const m1 = PartId.trusted('m1')
  const late = aRisk('r1', [
    assessed([1, 1]),
    { kind: 'mitigated', part: m1, what: 'Raise', owner: aWording().owner, dueOn: day('2025-02-01'), expected: 'less' },
    assessed([4, 4]),
  ])
  const eased = aRisk('r2', [assessed([4, 4]), assessed([3, 4])], '2025-01-01', 10)
  const still = aRisk('r3', [assessed([5, 5])], '2025-01-01', 20)

  it('is first what moved farthest, either way', () => {
    const moves = moversSince([scale], [eased, late, still], day('2025-01-03'))
    assert.deepEqual(
      moves.map(({ risk, by }) => [risk.id, by > 0]),
      [
        ['r1', true],
        ['r2', false],
      ],
    )
  })

  it('is a mitigation that is due and not done, with its days', () => {
    const found = lateMitigations([late, still], day('2025-02-11'))
    assert.deepEqual(
      found.map(({ risk, days }) => [risk.id, days]),
      [['r1', 10]],
    )
  })

  it('is a risk that nobody does anything about, the gravest first', () => {
    assert.deepEqual(
      withoutMitigation([scale], [eased, still, late], day('2025-03-01')).map(({ id }) => id),
      ['r3', 'r2'],
    )
  })

  it('is the element with most risks that are graver than is borne', () => {
    const at = (entry: string) => ({ kind: 'described', ...aWording({ elements: [EntryId.trusted(entry)] }) }) as const
    const risks = [
      aRisk('r1', [at('2026-2029/a/1'), assessed([5, 5])]),
      aRisk('r2', [at('2026-2029/a/2'), assessed([1, 1])]),
      aRisk('r3', [at('2026-2029/a/2'), assessed([1, 1])]),
    ]
    const found = exposures([scale], risks, (entry) => [entry])
    assert.deepEqual(
      found.map(({ entry, above, risks: all }) => [entry, above, all.length]),
      [
        ['2026-2029/a/1', 1, 1],
        ['2026-2029/a/2', 0, 2],
      ],
    )
  })
})

describe('A figure that watches a risk', () => {
  const watch = {
    part: PartId.trusted('w1'),
    series: 'USE',
    breakdown: '',
    area: 'FJI',
    since: day('2025-01-02'),
  } as const
  const cases: readonly [name: string, direction: 'above' | 'below', decimal: string, answer: boolean][] = [
    ['asks below its threshold', 'below', '59.9', true],
    ['is silent on its threshold', 'below', '60.0', false],
    ['is silent on the other side', 'below', '60.1', false],
    ['asks above its threshold', 'above', '60.05', true],
    ['is silent on its threshold from above', 'above', '60', false],
  ]
  for (const [name, direction, decimal, answer] of cases)
    it(name, () => assert.equal(hasCrossed({ ...watch, direction, threshold: '60' }, decimal), answer))

  const figure = { area: 'FJI', year: 2024, decimal: '55', release: 3, knownOn: day('2025-02-01') }
  const risk = aRisk('r1', [{ kind: 'watched', ...watch, direction: 'below', threshold: '60' }])

  it('asks with its newest year, its value and the day it was known, and leaves the scores alone', () => {
    const [question] = questionsOf(risk, () => [{ ...figure, year: 2023, decimal: '70' }, figure])
    assert.deepEqual([question?.figure, question?.answer], [figure, null])
    assert.equal(questionsOf(risk, () => [figure, { ...figure, year: 2025, decimal: '61' }]).length, 0)
    assert.equal(
      risk.steps.some(({ kind }) => kind === 'assessed'),
      false,
    )
  })

  it('asks no more once it was answered, and anew about a revised value', () => {
    const { area, year, decimal, release } = figure
    const answered = {
      id: RiskId.trusted('r1'),
      steps: [
        ...risk.steps,
        aStep(3, '2025-03-01', { kind: 'answered', part: watch.part, area, year, decimal, release }, 'A dry year'),
      ],
    }
    assert.deepEqual(questionsOf(answered, () => [figure])[0]?.answer, {
      ...{ on: '2025-03-01', words: 'A dry year' },
      by: 'ada',
    })
    assert.equal(questionsOf(answered, () => [{ ...figure, decimal: '54' }])[0]?.answer, null)
  })
})
