import {
  type Absent,
  type Ask,
  absent,
  type FileKind,
  fileKinds,
  get,
  type Params,
  type Route,
  take,
  taken,
  takeTable,
} from '#platform'
import { lookUp } from '../core/address.ts'
import { EditionCode } from '../core/ids.ts'
import type { Indexed } from '../core/indexed.ts'
import type { Edition } from '../core/plan.ts'
import { EditionPage } from '../pages/edition.tsx'
import { crosswalkTable, editionJson, editionTaken, elementsTable, findingsTable } from '../taking.ts'
import { isAbsent, notFound, notThereYet, planFor } from './asked.ts'

type At = { readonly ix: Indexed; readonly edition: Edition }

/** The edition that an address names, there on the day asked. */
const editionAsked = async (ask: Ask, params: Params): Promise<At | Absent> => {
  const ix = await planFor(ask)
  if (isAbsent(ix)) return ix
  const text = params['edition'] ?? ''
  const code = EditionCode.parse(text.toLowerCase())
  const edition = code === null ? undefined : ix.editions.get(code)
  if (edition === undefined) {
    const found = lookUp(ix, text, '', null)
    return found.kind === 'nothing' ? notFound(ix, found, text, '') : absent('plan.noPlan')
  }
  return notThereYet(ix, edition, ask) ?? { ix, edition }
}

/** A table of an edition in every kind; a workbook of the elements has the findings and the crosswalk beside them. */
const table = (name: 'plan' | 'findings' | 'crosswalk', kinds: readonly FileKind[] = fileKinds): readonly Route[] =>
  takeTable({
    path: `/editions/:edition/${name}`,
    may: 'plan.see',
    kinds,
    load: async (ask, params, _, kind) => {
      const at = await editionAsked(ask, params)
      if (isAbsent(at)) return at
      const { ix, edition } = at
      const made = { plan: elementsTable, findings: findingsTable, crosswalk: crosswalkTable }
      const first = made[name](ix, edition, ask.say)
      const more =
        name === 'plan' && kind === 'xlsx'
          ? [findingsTable(ix, edition, ask.say), crosswalkTable(ix, edition, ask.say)]
          : []
      return editionTaken(ask, ix, edition, name, [first, ...more])
    },
  })

export const editionRoutes: readonly Route[] = [
  get({
    path: '/editions/:edition',
    may: 'plan.see',
    load: async (ask, params) => {
      const at = await editionAsked(ask, params)
      return isAbsent(at) ? at : { ...at, asOfOther: ask.asOf !== ask.today }
    },
    page: EditionPage,
  }),
  take({
    path: '/editions/:edition/plan.json',
    may: 'plan.see',
    load: async (ask, params) => {
      const at = await editionAsked(ask, params)
      if (isAbsent(at)) return at
      return taken(
        'application/json',
        `${at.ix.plan.slug}-${at.edition.code}-plan.json`,
        editionJson(at.ix, at.edition),
      )
    },
  }),
  ...table('plan', ['csv', 'xlsx', 'ndjson']),
  ...table('findings'),
  ...table('crosswalk'),
]
