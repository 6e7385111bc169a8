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
        const answer = evaluate({ id, kind, input, fault: null })
        if (error === true || isBenchmark) assert.equal(answer.kind, 'refused')
        else if (answer.kind === 'refused') assert.fail(JSON.stringify(answer.refusal))
        else assert.equal(differenceFrom(answer.value, expected), null)
      })
    }
})

describe('A file of cases', () => {
  const fine = { id: 'fine', kind: 'membership', input: { group: 'LDC', date: '2020-07-01' } }
  const answers = (document: unknown) => {
    const cases = casesOf(document)
    return cases.kind === 'refused'
      ? cases.refusal.code
      : cases.value.map((one) => {
          const answer = evaluate(one)
          return [one.id, answer.kind === 'refused' ? answer.refusal.code : answer.kind]
        })
  }

  for (const document of [
    undefined,
    null,
    'cases',
    [],
    {},
    { cases: null },
    { cases: { fine } },
    { kind: 1, cases: [] },
  ])
    it(`that is none is refused: ${JSON.stringify(document)}`, () =>
      assert.equal(answers(document), 'progress.notCases'))

  const bad: readonly [given: unknown, id: unknown, code: string][] = [
    [null, null, 'progress.notCase'],
    ['x', null, 'progress.notCase'],
    [{ input: {} }, null, 'progress.notCase'],
    [{ id: null, input: {} }, null, 'progress.notCase'],
    [{ id: ['a'], input: {} }, null, 'progress.notCase'],
    [{ id: 'a', kind: 3, input: {} }, 'a', 'progress.notCase'],
    [{ id: 7, kind: 'prophecy', input: {} }, 7, 'progress.noSuchKind'],
    [{ id: 'a', kind: '', input: {} }, 'a', 'progress.noSuchKind'],
    [{ id: 'a', kind: 'progress' }, 'a', 'progress.notCase'],
    [{ id: 'a', kind: 'progress', input: null }, 'a', 'progress.caseNotUnderstood'],
    [{ id: 'a', kind: 'projection', input: { method: 'oracle' } }, 'a', 'progress.caseNotUnderstood'],
    [
      {
        id: 'a',
        kind: 'projection',
        input: { method: 'peer-gain', series: '../m49.csv', known: 2015, levels: [1], horizons: [1] },
      },
      'a',
      'progress.caseNotUnderstood',
    ],
    [{ id: 'a', kind: 'membership', input: { group: 'LDC', date: 'yesterday' } }, 'a', 'progress.caseNotUnderstood'],
    [
      { id: 'a', kind: 'aggregates-real', input: { group: 'WLD', date: '2020-13-01', year: 2020 } },
      'a',
      'progress.caseNotUnderstood',
    ],
    [
      { id: 'a', kind: 'aggregates', input: { year: 2020, members: [{ code: 'A', weight: 'many' }] } },
      'a',
      'progress.caseNotUnderstood',
    ],
  ]
  for (const [given, id, code] of bad)
    it(`with one that is not understood answers it with an error and runs the others: ${JSON.stringify(given)}`, () =>
      assert.deepEqual(answers({ cases: [given, fine] }), [
        [id, code],
        ['fine', 'done'],
      ]))
})
