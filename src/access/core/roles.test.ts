import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { mayDo } from '#kernel'
import { operatorActor, publicActor } from './roles.ts'

describe('A role', () => {
  const cases: readonly [name: string, by: typeof publicActor, permission: string, answer: boolean][] = [
    ['lets everybody see the plan (V5)', publicActor, 'plan.see', true],
    ['lets everybody see the statistics (V5)', publicActor, 'statistics.see', true],
    ['lets nobody load a plan without the command line', publicActor, 'plan.load', false],
    ['lets nobody load statistics without the command line', publicActor, 'statistics.load', false],
    ['lets the operator load a plan', operatorActor, 'plan.load', true],
    ['lets the operator load statistics', operatorActor, 'statistics.load', true],
    ['gives nobody what no role has', operatorActor, 'plan.burn', false],
  ]
  for (const [name, by, permission, answer] of cases)
    it(name, () => assert.equal(mayDo(by, permission, { kind: 'everywhere' }), answer))
})
