import type { PlanFault } from './checking.ts'
import type { Unit } from './organisation.ts'
import type { Plan } from './plan.ts'

const circles = (units: readonly Unit[], unit: Unit): boolean => {
  const seen = new Set<string>()
  for (let up: Unit | undefined = unit; up !== undefined; ) {
    if (seen.has(up.code)) return true
    seen.add(up.code)
    const above: string | null = up.under
    up = units.find((one) => one.code === above)
  }
  return false
}

/** Kinds with codes, segments and prefixes of their own; units that name units. */
export const checkOrganisation = ({ organisation, editions }: Plan): readonly PlanFault[] => {
  const faults: PlanFault[] = []
  const { kinds, links, units } = organisation
  const firsts = new Map<string, number>()
  const once = (what: string, value: string, code: string, at: readonly (string | number)[]): void => {
    if (firsts.has(`${what} ${value}`)) faults.push({ code, facts: { id: value }, at })
    firsts.set(`${what} ${value}`, 1)
  }
  kinds.forEach((kind, at) => {
    const here = ['organisation', 'kinds', at]
    once('kind', kind.code, 'plan.fault.twice', [...here, 'code'])
    once('segment', kind.segment.toLowerCase(), 'plan.fault.segmentTwice', [...here, 'segment'])
    once('prefix', kind.prefix, 'plan.fault.prefixTwice', [...here, 'prefix'])
    if (kind.role === 'root') once('role', kind.role, 'plan.fault.roleTwice', [...here, 'role'])
    if (kind.role === 'bracket') once('role', kind.role, 'plan.fault.roleTwice', [...here, 'role'])
    const defined =
      kind.definition === null ||
      editions.some((edition) => edition.elements.some((element) => element.id === kind.definition))
    if (!defined)
      faults.push({
        code: 'plan.fault.unknownElement',
        facts: { id: kind.definition ?? '' },
        at: [...here, 'definition'],
      })
  })
  if (!kinds.some((kind) => kind.role === 'root'))
    faults.push({ code: 'plan.fault.noRoot', facts: {}, at: ['organisation', 'kinds'] })
  links.forEach((link, at) => {
    once('link', link.code, 'plan.fault.twice', ['organisation', 'links', at, 'code'])
  })
  units.forEach((unit, at) => {
    const here = ['organisation', 'units', at]
    once('unit', unit.code, 'plan.fault.twice', [...here, 'code'])
    const named = [
      ...(unit.under === null ? [] : [['under', unit.under] as const]),
      ...(['serves', 'advises', 'members'] as const).flatMap((field) =>
        unit[field].map((one) => [field, one] as const),
      ),
    ]
    for (const [field, code] of named)
      if (!units.some((one) => one.code === code))
        faults.push({ code: 'plan.fault.unknownUnit', facts: { id: code }, at: [...here, field] })
    if (circles(units, unit))
      faults.push({ code: 'plan.fault.circle', facts: { id: unit.code }, at: [...here, 'under'] })
  })
  return faults
}
