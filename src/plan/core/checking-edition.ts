import type { Facts } from '#kernel'
import { tailOf } from './address.ts'
import type { PlanFault } from './checking.ts'
import type { Element } from './element.ts'
import type { Edition, Plan } from './plan.ts'

type At = readonly (string | number)[]

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1865 && year <= 2200

/** Whether an element is above itself, by first parents. */
const circles = (byId: ReadonlyMap<string, Element>, element: Element): boolean => {
  const seen = new Set<string>()
  for (let up: Element | undefined = element; up !== undefined; up = byId.get(up.parents[0] ?? '')) {
    if (seen.has(up.id)) return up.id === element.id
    seen.add(up.id)
  }
  return false
}

/** Ids and addresses once, kinds and parents that exist, marks that agree with each other, lines that are in the text. */
export const checkEdition = (plan: Plan, edition: Edition, here: At): readonly PlanFault[] => {
  const faults: PlanFault[] = []
  const tell = (code: string, facts: Facts, ...at: At): void => {
    faults.push({ code: `plan.fault.${code}`, facts, at: [...here, ...at] })
  }
  const { from, to } = edition.period
  if (!isYear(from)) tell('badYear', { year: String(from) }, 'period', 'from')
  if (!isYear(to)) tell('badYear', { year: String(to) }, 'period', 'to')
  if (from > to) tell('periodBackwards', { from: String(from), to: String(to) }, 'period')
  if ((edition.knownOn === null) !== (edition.knownOnBasis === 'unknown')) tell('knownOnBasis', {}, 'knownOnBasis')
  if (edition.state === 'adopted' && edition.knownOn === null) tell('adoptedWithoutDay', {}, 'knownOn')

  const kinds = new Map(plan.organisation.kinds.map((kind) => [kind.code, kind]))
  const byId = new Map<string, Element>(edition.elements.map((element) => [element.id, element]))
  const bracketIds = new Set(edition.brackets.map((bracket) => bracket.id))
  const seen = new Map<string, string>()
  const once = (key: string, id: string, code: string, ...at: At): void => {
    const other = seen.get(key)
    if (other === undefined) seen.set(key, id)
    else tell(code, { id, other }, ...at)
  }
  const line = (one: number | null, ...at: At): void => {
    if (one !== null && (one < 1 || one > edition.source.lines)) tell('noSuchLine', { line: String(one) }, ...at)
  }
  edition.elements.forEach((element, at) => {
    const in_ = (code: string, facts: Facts, ...field: At): void => tell(code, facts, 'elements', at, ...field)
    const kind = kinds.get(element.kind)
    const { id } = element
    once(`id ${id.toLowerCase()}`, id, 'elementTwice', 'elements', at, 'id')
    once(`concept ${element.kind} ${element.concept}`, id, 'conceptTwice', 'elements', at, 'concept')
    once(`order ${element.kind} ${element.parents[0]} ${element.order}`, id, 'orderTwice', 'elements', at, 'order')
    const responsible = element.indication?.responsible ?? null
    if (responsible !== null && !plan.organisation.units.some(({ code }) => code === responsible))
      in_('unknownUnit', { id: responsible }, 'indication', 'responsible')
    if (kind === undefined) in_('unknownKind', { kind: element.kind }, 'kind')
    else {
      if (id.split('/')[0] !== kind.prefix) in_('wrongPrefix', { id, prefix: kind.prefix }, 'id')
      if (kind.single !== (tailOf(id) === null)) in_(kind.single ? 'tailOfSingle' : 'noTail', { id }, 'id')
      if (kind.role === 'bracket') in_('unknownKind', { kind: element.kind }, 'kind')
      if ((kind.role === 'root') !== (element.parents.length === 0))
        in_(kind.role === 'root' ? 'rootWithParent' : 'noParent', { id }, 'parents')
    }
    element.parents.forEach((parent, nth) => {
      if (!byId.has(parent)) in_('unknownParent', { id, parent }, 'parents', nth)
    })
    if (circles(byId, element)) in_('circle', { id }, 'parents')
    for (const [link, ids] of Object.entries(element.links)) {
      if (!plan.organisation.links.some((one) => one.code === link)) in_('unknownLink', { link }, 'links', link)
      ids.forEach((to, nth) => {
        if (!byId.has(to)) in_('unknownElement', { id: to }, 'links', link, nth)
      })
    }
    element.brackets.forEach((bracket, nth) => {
      if (!bracketIds.has(bracket)) in_('unknownBracket', { id: bracket }, 'brackets', nth)
    })
    if (element.agreement === 'bracketed' && element.brackets.length === 0) in_('bracketedWithout', { id }, 'agreement')
    if (element.agreement === 'alternative' && element.proponents.length === 0) in_('noProponent', { id }, 'agreement')
    if (edition.state === 'adopted' && element.agreement !== 'agreed') in_('adoptedUnagreed', { id }, 'agreement')
    if (element.source.lines.length === 0) in_('noLine', { id }, 'lines')
    element.source.lines.forEach((one, nth) => {
      line(one, 'elements', at, 'lines', nth)
    })
    if (element.quantity !== null && !isYear(element.quantity.deadlineYear))
      in_('badYear', { year: String(element.quantity.deadlineYear) }, 'quantity', 'deadlineYear')
    if (kind?.role === 'target' && element.quantity === null) in_('noQuantity', { id }, 'id')
    if (kind?.role === 'indicator' && element.indication === null) in_('noIndication', { id }, 'id')
    const framework = element.frameworkLink?.framework
    if (framework !== undefined && !plan.frameworks.some((one) => one.slug === framework))
      in_('unknownFramework', { framework }, 'frameworkLink', 'framework')
  })
  if (!edition.elements.some((element) => kinds.get(element.kind)?.role === 'root'))
    tell('noRootElement', {}, 'elements')
  edition.brackets.forEach((bracket, at) => {
    const { id } = bracket
    once(`id ${id.toLowerCase()}`, id, 'elementTwice', 'brackets', at, 'id')
    if (!byId.has(bracket.element)) tell('unknownElement', { id: bracket.element }, 'brackets', at, 'element')
    else if (!byId.get(bracket.element)?.brackets.includes(id))
      tell('bracketNotInElement', { id }, 'brackets', at, 'element')
    line(bracket.openedAtLine, 'brackets', at, 'openedAtLine')
    line(bracket.closedAtLine, 'brackets', at, 'closedAtLine')
    if (bracket.openedAtLine === null && bracket.closedAtLine === null) tell('noSide', { id }, 'brackets', at)
    const odd = bracket.openedAtLine === null || bracket.closedAtLine === null || bracket.text.en === '[]'
    if (odd && bracket.note === null) tell('oddWithoutNote', { id }, 'brackets', at)
  })
  return faults
}
