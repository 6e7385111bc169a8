import type { Facts } from '#kernel'
import { codesOf } from '#statistics/core'
import type { PlanFault } from './checking.ts'
import type { Crosswalk, Edition, Plan } from './plan.ts'

type At = readonly (string | number)[]

const recorder = (): { readonly faults: PlanFault[]; readonly tell: (code: string, facts: Facts, at: At) => void } => {
  const faults: PlanFault[] = []
  return { faults, tell: (code, facts, at) => void faults.push({ code: `plan.fault.${code}`, facts, at }) }
}

const idsOf = (edition: Edition | undefined): ReadonlySet<string> =>
  new Set((edition?.elements ?? []).map((element) => element.id))

const partsOf = (edition: Edition | undefined): ReadonlySet<string> =>
  new Set((edition?.elements ?? []).flatMap((one) => one.indication?.parts.map((part) => part.id) ?? []))

/** Known ids, each in exactly one row, and rows whose relation fits their sides. */
export const checkCrosswalk = (plan: Plan, crosswalk: Crosswalk, here: At): readonly PlanFault[] => {
  const { faults, tell } = recorder()
  const editions = { from: crosswalk.from, to: crosswalk.to }
  const sides = (['from', 'to'] as const).map((side) => {
    const edition = plan.editions.find((one) => one.code === editions[side])
    if (edition === undefined) tell('unknownEdition', { edition: editions[side] }, [...here, side])
    return { side, edition, ids: idsOf(edition), seen: new Set<string>() }
  })
  const rowIds = new Set<string>()
  crosswalk.rows.forEach((row, at) => {
    const in_ = (code: string, facts: Facts, ...field: At): void => tell(code, facts, [...here, 'rows', at, ...field])
    if (rowIds.has(row.id)) in_('twice', { id: row.id }, 'id')
    rowIds.add(row.id)
    for (const { side, edition, ids, seen } of sides)
      row[side].forEach((id, nth) => {
        if (edition !== undefined && !ids.has(id)) in_('unknownInEdition', { id, edition: editions[side] }, side, nth)
        if (seen.has(id)) in_('crosswalkTwice', { id, edition: editions[side] }, side, nth)
        seen.add(id)
      })
    const has = { from: row.from.length, to: row.to.length }
    const fits =
      row.relation === 'new'
        ? has.from === 0 && has.to > 0
        : row.relation === 'dropped'
          ? has.to === 0 && has.from > 0
          : has.from > 0 && has.to > 0
    if (!fits) in_('relationSides', { relation: row.relation }, 'relation')
    if (row.relation === 'merged' && has.from === 1) in_('relationSides', { relation: row.relation }, 'relation')
    if (row.relation === 'split' && has.to === 1) in_('relationSides', { relation: row.relation }, 'relation')
    if (!plan.organisation.kinds.some((kind) => kind.code === row.kind)) in_('unknownKind', { kind: row.kind }, 'kind')
    const parts = partsOf(sides[1]?.edition)
    row.pairs.forEach((pair, nth) => {
      if (!row.from.some((id) => id === pair.from)) in_('pairOutside', { id: pair.from }, 'pairs', nth, 'from')
      if (!row.to.some((id) => id === pair.to) && !parts.has(pair.to))
        in_('pairOutside', { id: pair.to }, 'pairs', nth, 'to')
    })
  })
  for (const { side, edition, seen } of sides)
    for (const element of edition?.elements ?? [])
      if (!seen.has(element.id)) tell('notInCrosswalk', { id: element.id, edition: editions[side] }, [...here, 'rows'])
  return faults
}

/** Findings of editions and elements that exist. */
export const checkFindings = (plan: Plan): readonly PlanFault[] => {
  const { faults, tell } = recorder()
  const seen = new Set<string>()
  plan.findings.forEach((finding, at) => {
    const here: At = ['findings', at]
    if (seen.has(finding.id)) tell('twice', { id: finding.id }, [...here, 'id'])
    seen.add(finding.id)
    const brackets = new Set(plan.editions.flatMap((edition) => edition.brackets.map((one) => one.id)))
    finding.brackets.forEach((id, nth) => {
      if (!brackets.has(id)) tell('unknownBracket', { id }, [...here, 'brackets', nth])
    })
    finding.editions.forEach((code, nth) => {
      if (!(code in finding.elements)) tell('findingWithout', { edition: code }, [...here, 'editions', nth])
    })
    for (const [code, ids] of Object.entries(finding.elements)) {
      const edition = plan.editions.find((one) => one.code === code)
      if (edition === undefined) tell('unknownEdition', { edition: code }, [...here, 'elements', code])
      const known = idsOf(edition)
      ids.forEach((id, nth) => {
        if (edition !== undefined && !known.has(id))
          tell('unknownInEdition', { id, edition: code }, [...here, 'elements', code, nth])
      })
    }
  })
  return faults
}

/** Measures of indicators that exist, and for every target exactly one benchmark that pages use first. */
export const checkMeasures = (plan: Plan): readonly PlanFault[] => {
  const { faults, tell } = recorder()
  const roles = new Map(plan.organisation.kinds.map((kind) => [kind.code, kind.role]))
  const seen = new Set<string>()
  const elementOf = (code: string, id: string, at: At): Edition['elements'][number] | undefined => {
    const edition = plan.editions.find((one) => one.code === code)
    if (edition === undefined) tell('unknownEdition', { edition: code }, [...at, 'edition'])
    return edition?.elements.find((one) => one.id === id)
  }
  const once = (id: string, at: At): void => {
    if (seen.has(id)) tell('twice', { id }, [...at, 'id'])
    seen.add(id)
  }
  plan.measures.forEach((measure, at) => {
    const here: At = ['measures', at]
    once(measure.id, here)
    const element = elementOf(measure.edition, measure.element, here)
    if (element?.indication == null)
      tell('unknownInEdition', { id: measure.element, edition: measure.edition }, [...here, 'element'])
    else if (measure.part !== null && !element.indication.parts.some((part) => part.id === measure.part))
      tell('unknownPart', { id: measure.part }, [...here, 'part'])
    if (measure.kind === 'series')
      for (const one of [measure.selection, ...measure.others])
        if (codesOf(one.breakdown) === null) tell('breakdownNotSorted', { breakdown: one.breakdown }, here)
  })
  plan.benchmarks.forEach((benchmark, at) => {
    const here: At = ['benchmarks', at]
    once(benchmark.id, here)
    const element = elementOf(benchmark.edition, benchmark.target, here)
    if (element === undefined || roles.get(element.kind) !== 'target')
      tell('unknownInEdition', { id: benchmark.target, edition: benchmark.edition }, [...here, 'target'])
  })
  for (const edition of plan.editions)
    edition.elements.forEach((element, at) => {
      const at_: At = ['editions', plan.editions.indexOf(edition), 'elements', at]
      const role = roles.get(element.kind)
      const firsts = plan.benchmarks.filter(
        (one) => one.edition === edition.code && one.target === element.id && one.first,
      ).length
      if (role === 'target' && firsts !== 1) tell('benchmarkFirst', { id: element.id, count: firsts }, at_)
      const measured = plan.measures.some((one) => one.edition === edition.code && one.element === element.id)
      if (role === 'indicator' && !measured) tell('noMeasure', { id: element.id }, at_)
    })
  return faults
}
