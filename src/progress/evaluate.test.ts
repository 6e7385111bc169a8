import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { differenceFrom, casesOf as filedCases, methodsFolder } from '#statistics/testing'
import { casesOf, evaluatorOf } from './evaluate.ts'

const evaluate = evaluatorOf((name) => readFileSync(join(methodsFolder(), name), 'utf8'))

/** The two benchmarks are no part of the product: these cases, by name, are answered with an error. */
const benchmarkCases = ['ken', 'vnm', 'bra', 'gha', 'fra', 'ind'].flatMap((economy) =>
  ['ets-damped', 'theta'].map((method) => `r-${method}-${economy}`),
)

describe('The cases of the methods', () => {
  for (const file of ['fixtures-progress.json', 'fixtures-projection.json', 'fixtures-aggregates.json'])
    for (const { id, title, kind, input, expected, error } of filedCases(file)) {
      const isBenchmark = benchmarkCases.includes(id)
      it(`${id}: ${title}${isBenchmark ? ' (a benchmark: an error)' : ''}`, () => {
        const answer = evaluate({ id, kind, input })
        if (error === true || isBenchmark) assert.equal(answer.kind, 'refused')
        else if (answer.kind === 'refused') assert.fail(JSON.stringify(answer.refusal))
        else assert.equal(differenceFrom(answer.value, expected), null)
      })
    }
})

describe('A file of cases', () => {
  it('that is none is refused', () => assert.equal(casesOf({ cases: [{ id: 1 }] }).kind, 'refused'))
})
