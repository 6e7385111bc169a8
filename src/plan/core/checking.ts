import type { Facts } from '#kernel'
import { checkEdition } from './checking-edition.ts'
import { checkOrganisation } from './checking-organisation.ts'
import { checkCrosswalk, checkFindings, checkMeasures } from './checking-parts.ts'
import type { Plan } from './plan.ts'

/** One thing wrong in a plan. The code is a message; `at` is the path inside the plan's document. */
export type PlanFault = { readonly code: string; readonly facts: Facts; readonly at: readonly (string | number)[] }

const doubles = (values: readonly string[]): readonly number[] =>
  values.flatMap((value, at) => (values.indexOf(value) === at ? [] : [at]))

/** Everything that is wrong with a plan whose parts have the right shape. */
export const checkPlan = (plan: Plan): readonly PlanFault[] => {
  const codes = plan.editions.map((edition) => edition.code)
  return [
    ...(['inForce', 'firstShown'] as const)
      .filter((field) => !codes.includes(plan[field]))
      .map((field) => ({ code: 'plan.fault.unknownEdition', facts: { edition: plan[field] }, at: [field] })),
    ...doubles(codes).map((at) => ({
      code: 'plan.fault.twice',
      facts: { id: codes[at] ?? '' },
      at: ['editions', at, 'code'],
    })),
    ...doubles(plan.frameworks.map((one) => one.slug)).map((at) => ({
      code: 'plan.fault.twice',
      facts: { id: plan.frameworks[at]?.slug ?? '' },
      at: ['frameworks', at, 'slug'],
    })),
    ...checkOrganisation(plan),
    ...plan.editions.flatMap((edition, at) => checkEdition(plan, edition, ['editions', at])),
    ...plan.crosswalks.flatMap((crosswalk, at) => checkCrosswalk(plan, crosswalk, ['crosswalks', at])),
    ...checkFindings(plan),
    ...checkMeasures(plan),
  ]
}
