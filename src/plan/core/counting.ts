import { certainties } from './element.ts'
import type { EditionCode } from './ids.ts'
import { type Indexed, kindOf, ofRole } from './indexed.ts'
import { type Crosswalk, continuities, type Plan, relations } from './plan.ts'

export type Counts = Readonly<Record<string, number>>

/** How many of each kind an edition has, in the order in which the organization declares them, and what else is counted of it. */
export const countsOf = (ix: Indexed, code: EditionCode): Counts => {
  const edition = ix.editions.get(code)
  const elements = edition?.elements ?? []
  const count = (test: (element: (typeof elements)[number]) => boolean): number => elements.filter(test).length
  const kinds = ix.plan.organisation.kinds.filter((kind) => kind.role !== 'bracket')
  const indicatorKinds = kinds.filter((kind) => kind.role === 'indicator')
  const isOfOutcome = (element: (typeof elements)[number]): boolean =>
    element.parents.some((id) => {
      const parent = elements.find((one) => one.id === id)
      return parent !== undefined && kindOf(ix, parent).role === 'outcome'
    })
  return {
    ...Object.fromEntries(kinds.map((kind) => [kind.code, count((element) => element.kind === kind.code)])),
    'all elements': elements.length,
    brackets: edition?.brackets.length ?? 0,
    ...Object.fromEntries(
      indicatorKinds.map((kind) => [
        `${kind.plural.en.toLowerCase()} in brackets`,
        count((element) => element.kind === kind.code && element.agreement === 'bracketed'),
      ]),
    ),
    ...Object.fromEntries(
      certainties.map((one) => [`certainty: ${one}`, count((element) => element.certainty === one)]),
    ),
    'elements with two readings': count((element) => element.readings.length > 0),
    ...Object.fromEntries(
      indicatorKinds
        .filter((kind) => ofRole(ix, code, 'indicator').some((one) => one.kind === kind.code && isOfOutcome(one)))
        .map((kind) => [
          `${kind.plural.en.toLowerCase()} ${openEdition}`,
          count((element) => element.kind === kind.code && element.certainty === 'open'),
        ]),
    ),
  }
}

/** As the counts of the content's own table are named. */
const openEdition = 'whose edition is open' as const

const isOfIndicators = (ix: Indexed, kind: string): boolean =>
  ix.plan.organisation.kinds.some((one) => one.code === kind && one.role === 'indicator')

/** Rows of a crosswalk by relation, all of them and those of indicators, and what becomes of the series. */
export const crosswalkCountsOf = (
  ix: Indexed,
  { rows }: Crosswalk,
): { readonly relations: Counts; readonly ofIndicators: Counts; readonly series: Counts } => {
  const ofIndicators = rows.filter((row) => isOfIndicators(ix, row.kind))
  const byRelation = (some: typeof rows): Counts => ({
    ...Object.fromEntries(relations.map((one) => [one, some.filter((row) => row.relation === one).length])),
    all: some.length,
  })
  return {
    relations: byRelation(rows),
    ofIndicators: byRelation(ofIndicators),
    series: Object.fromEntries(
      continuities.map((one) => [one, ofIndicators.filter((row) => row.series === one).length]),
    ),
  }
}

/** Findings by kind and certainty: of all editions, and of each. */
export const findingCountsOf = (plan: Plan): Readonly<Record<string, Counts>> => {
  const of = (test: (finding: Plan['findings'][number]) => boolean): Counts => {
    const some = plan.findings.filter(test)
    return {
      all: some.length,
      ...Object.fromEntries(
        plan.editions.map(({ code }) => [code, some.filter((one) => one.editions.includes(code)).length]),
      ),
    }
  }
  return {
    editorial: of((one) => one.kind === 'editorial'),
    ambiguity: of((one) => one.kind === 'ambiguity'),
    ...Object.fromEntries(certainties.map((one) => [`certainty: ${one}`, of((each) => each.certainty === one)])),
    all: of(() => true),
  }
}
