import { z } from 'zod'
import { type ApiLook, apiList, apiWords, gives, isObjection, lists, strangeIn, unknownValue } from '#platform'
import { lookUp, pathOf, tailOf } from '../core/address.ts'
import { agreements, certainties, comparators, directions, type Element } from '../core/element.ts'
import { ancestorsOf, childrenOf, entryOfElement, type Indexed, type JoinedRow, kindOf } from '../core/indexed.ts'
import { roles } from '../core/organisation.ts'
import { relations } from '../core/plan.ts'
import { planInForce } from '../held.ts'
import { planAsked } from './asked.ts'

const may = 'plan.see'

const element = z.object({
  edition: z.string(),
  id: z.string(),
  segment: z.string().meta({ about: 'plan.api.segment' }),
  tail: z.string().nullable().meta({ about: 'plan.api.tail' }),
  kind: z.string(),
  role: z.enum(roles),
  concept: z.string().meta({ about: 'plan.api.concept' }),
  number: z.string().nullable(),
  parent: z.string().nullable(),
  position: z.int(),
  title: apiWords,
  statement: apiWords.nullable(),
  agreement: z.enum(agreements),
  certainty: z.enum(certainties),
  paragraph: z.string().nullable(),
  lines: z.array(z.int()),
  page: z.url(),
})

export const elementTold = (ix: Indexed, one: Element, { pageAt }: ApiLook): z.infer<typeof element> => {
  const kind = kindOf(ix, one)
  return {
    edition: one.edition,
    id: one.id,
    segment: kind.segment,
    tail: tailOf(one.id),
    kind: one.kind,
    role: kind.role,
    concept: one.concept,
    number: one.number,
    parent: one.parents[0] ?? null,
    position: one.position,
    title: one.title,
    statement: one.statement,
    agreement: one.agreement,
    certainty: one.certainty,
    paragraph: one.source.paragraph,
    lines: [...one.source.lines],
    page: pageAt(pathOf(ix, one)),
  }
}

const joined = z.object({
  row: z.string(),
  relation: z.enum(relations),
  edition: z.string(),
  ids: z.array(z.string()),
})

const whole = element.extend({
  ancestors: z.array(z.string()),
  children: z.array(z.string()),
  also_under: z.array(z.string()),
  links: z.record(z.string(), z.array(z.string())),
  quantity: z
    .object({
      comparator: z.enum(comparators),
      value: z.number().nullable(),
      unit: apiWords.nullable(),
      by: z.int(),
      as_printed: apiWords,
    })
    .nullable(),
  indication: z
    .object({ measure: apiWords, unit: apiWords, period: z.string(), direction: z.enum(directions) })
    .nullable(),
  framework: z.object({ framework: z.string(), codes: z.array(z.string()) }).nullable(),
  readings: z.array(z.object({ aspect: apiWords, taken: apiWords, other: apiWords, why: apiWords })),
  note: apiWords.nullable(),
  findings: z.array(z.string()),
  came_from: z.array(joined),
  became: z.array(joined),
})

const rowTold = (to: 'from' | 'to') => (one: JoinedRow) => ({
  row: one.row.id,
  relation: one.row.relation,
  edition: one[to] as string,
  ids: [...one.row[to]] as string[],
})

const wholeTold = (ix: Indexed, one: Element, look: ApiLook): z.infer<typeof whole> => {
  const entry = entryOfElement(one)
  const { quantity, indication, frameworkLink } = one
  return {
    ...elementTold(ix, one, look),
    ancestors: ancestorsOf(ix, one).map(({ id }) => id),
    children: childrenOf(ix, one).map(({ id }) => id),
    also_under: one.parents.slice(1),
    links: Object.fromEntries(Object.entries(one.links).map(([kind, ids]) => [kind, [...ids]])),
    quantity:
      quantity === null
        ? null
        : {
            comparator: quantity.comparator,
            value: quantity.value,
            unit: quantity.unit,
            by: quantity.deadlineYear,
            as_printed: quantity.asPrinted,
          },
    indication:
      indication === null
        ? null
        : {
            measure: indication.measure,
            unit: indication.unit,
            period: indication.period,
            direction: indication.direction,
          },
    framework: frameworkLink === null ? null : { framework: frameworkLink.framework, codes: [...frameworkLink.codes] },
    readings: one.readings.map(({ aspect, taken, other, why }) => ({ aspect, taken, other, why })),
    note: one.note,
    findings: (ix.findings.get(entry) ?? []).map(({ id }) => id),
    came_from: (ix.arriving.get(entry) ?? []).map(rowTold('from')),
    became: (ix.leaving.get(entry) ?? []).map(rowTold('to')),
  }
}

export const elementEndpoints = [
  lists({
    path: '/elements',
    name: 'Element',
    may,
    about: 'plan.api.elements',
    asks: z.object({
      edition: apiList('plan.api.edition').optional(),
      kind: apiList('plan.api.kind').optional(),
      role: z.array(z.enum(roles)).min(1).max(roles.length).optional().meta({ about: 'plan.api.role' }),
      parent: apiList('plan.api.parent').optional(),
      concept: apiList('plan.api.conceptAsked').optional(),
    }),
    item: element,
    keyOf: ({ edition, id }) => `${edition}/${id}`,
    example: async () => ({ role: 'target' }),
    load: async (look, asked) => {
      const found = await planAsked(look, asked.edition)
      if (isObjection(found)) return found
      const { ix, editions } = found
      const all = editions.flatMap(({ elements }) => elements)
      const strange =
        strangeIn('kind', asked.kind, ix.kinds as ReadonlyMap<string, unknown>) ??
        strangeIn('parent', asked.parent, new Map<string, Element>(all.map((one) => [one.id, one]))) ??
        strangeIn('concept', asked.concept, new Map(all.map((one) => [one.concept, one])))
      if (strange !== null) return strange
      return all
        .filter(
          (one) =>
            (asked.kind?.includes(one.kind) ?? true) &&
            (asked.role?.includes(kindOf(ix, one).role) ?? true) &&
            (asked.parent === undefined || one.parents.some((parent) => asked.parent?.includes(parent))) &&
            (asked.concept?.includes(one.concept) ?? true),
        )
        .map((one) => elementTold(ix, one, look))
    },
  }),
  gives({
    path: '/elements/:edition/:segment/:tail',
    name: 'ElementWhole',
    may,
    about: 'plan.api.element',
    params: z.object({
      edition: z.string().max(80).meta({ about: 'plan.api.oneEdition' }),
      segment: z.string().max(80).meta({ about: 'plan.api.segment' }),
      tail: z.string().max(80).meta({ about: 'plan.api.tailAsked' }),
    }),
    item: whole,
    example: async ({ db }) => {
      const ix = (await planInForce(db))?.ix
      const elements = ix?.editions.get(ix.plan.firstShown)?.elements ?? []
      const one = ix === undefined ? undefined : elements.find((each) => kindOf(ix, each).role === 'target')
      return ix === undefined || one === undefined
        ? {}
        : { edition: one.edition, segment: kindOf(ix, one).segment, tail: tailOf(one.id) ?? '-' }
    },
    load: async (look, { edition, segment, tail }) => {
      const found = await planAsked(look, [edition])
      if (isObjection(found)) return { ...found, status: 404 }
      const { ix } = found
      const at = lookUp(ix, edition, segment, tail === '-' ? null : tail)
      if (at.kind === 'element') return wholeTold(ix, at.element, look)
      if (at.kind !== 'nothing') return unknownValue('tail', tail, [], 404)
      const parameter = at.unknown
      const last = (to: string): string => to.slice(to.lastIndexOf('/') + 1)
      const value = { edition, segment, tail }[parameter]
      return unknownValue(
        parameter,
        value,
        at.nearest.map(({ to }) => last(to)),
        404,
      )
    },
  }),
]
