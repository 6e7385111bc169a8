import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type Actor, EconomyCode, mayDo, PersonId, type Scope, UnitCode } from '#kernel'
import { actorOf, limitedTo, operatorActor, publicActor, tokenPermissions } from './actors.ts'
import { giversOf, heldRoles, permissions, scopesOf } from './roles.ts'

const everywhere: Scope = { kind: 'everywhere' }
const water: Scope = { kind: 'unit', code: UnitCode.trusted('water') }
const roads: Scope = { kind: 'unit', code: UnitCode.trusted('roads') }
const fiji: Scope = { kind: 'economy', code: EconomyCode.trusted('FJI') }
const ada = PersonId.trusted('ada')

describe('A role', () => {
  const cases: readonly [name: string, by: Actor, permission: string, scope: Scope, answer: boolean][] = [
    ['lets everybody see the plan (V5)', publicActor, 'plan.see', everywhere, true],
    ['lets everybody see the statistics (V5)', publicActor, 'statistics.see', everywhere, true],
    ['lets everybody sign in', publicActor, 'access.signIn', everywhere, true],
    ['gives the public no account', publicActor, 'access.account', everywhere, false],
    ['gives everybody who signed in their account', actorOf(ada, []), 'access.account', everywhere, true],
    ['lets nobody load a plan without the command line', publicActor, 'plan.load', everywhere, false],
    ['lets nobody load statistics without the command line', publicActor, 'statistics.load', everywhere, false],
    ['lets the operator load a plan', operatorActor, 'plan.load', everywhere, true],
    ['lets the operator load statistics', operatorActor, 'statistics.load', everywhere, true],
    ['gives nobody what no role has', operatorActor, 'plan.burn', everywhere, false],
    ['holds in its unit', actorOf(ada, [{ role: 'risk-officer', scope: water }]), 'risks.enter', water, true],
    ['ends at its unit', actorOf(ada, [{ role: 'risk-officer', scope: water }]), 'risks.enter', roads, false],
    [
      'of a unit is none everywhere',
      actorOf(ada, [{ role: 'risk-officer', scope: water }]),
      'risks.enter',
      everywhere,
      false,
    ],
    [
      'that is held everywhere holds in every unit',
      actorOf(ada, [{ role: 'planner', scope: everywhere }]),
      'risks.enter',
      roads,
      true,
    ],
    [
      'of a unit does not review for all',
      actorOf(ada, [{ role: 'risk-officer', scope: water }]),
      'risks.review',
      water,
      false,
    ],
    [
      'of all reviews for all',
      actorOf(ada, [{ role: 'risk-officer', scope: everywhere }]),
      'risks.review',
      everywhere,
      true,
    ],
    [
      'of an approver of one unit does not read the trail',
      actorOf(ada, [{ role: 'approver', scope: water }]),
      'access.audit',
      water,
      false,
    ],
    [
      'of an economy sees no drafts of units',
      actorOf(ada, [{ role: 'delegate', scope: fiji }]),
      'risks.seeDrafts',
      water,
      false,
    ],
  ]
  for (const [name, by, permission, scope, answer] of cases)
    it(name, () => assert.equal(mayDo(by, permission, scope), answer))

  it('can be held for something, each', () => {
    for (const role of heldRoles) assert.ok(scopesOf[role].length > 0, role)
  })
})

describe('The table of permissions', () => {
  it('has a giver for each', () => {
    for (const permission of permissions) assert.ok(giversOf(permission).length > 0, permission)
  })

  it('says “everywhere” only of roles that can also be held for less', () => {
    const needless = permissions
      .flatMap(giversOf)
      .flatMap((giver) => heldRoles.filter((role) => giver === `${role} everywhere` && scopesOf[role].length === 1))
    assert.deepEqual(needless, [])
  })
})

describe('A token', () => {
  const officer = actorOf(ada, [{ role: 'risk-officer', scope: water }])

  it('may carry what its person may do, but nothing that is theirs alone', () => {
    const all = tokenPermissions(officer)
    assert.ok(all.includes('risks.enter') && all.includes('plan.see'))
    assert.ok(!all.includes('access.account') && !all.includes('access.signIn') && !all.includes('risks.freeze'))
  })

  it('does no more than it names, and no more than its person', () => {
    const by = limitedTo(officer, ['risks.enter', 'risks.freeze', 'access.account'])
    assert.equal(mayDo(by, 'risks.enter', water), true)
    assert.equal(mayDo(by, 'risks.enter', roads), false)
    for (const permission of ['risks.freeze', 'access.account', 'plan.see'])
      assert.equal(mayDo(by, permission, water), false, permission)
  })
})
