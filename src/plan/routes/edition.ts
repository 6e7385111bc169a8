import { type Absent, type Ask, absent, get, type Params, type Route, type Taken, take, taken } from '#platform'
import { lookUp } from '../core/address.ts'
import { EditionCode } from '../core/ids.ts'
import type { Indexed } from '../core/indexed.ts'
import type { Edition } from '../core/plan.ts'
import { EditionPage } from '../pages/edition.tsx'
import { crosswalkCsv, editionJson, elementsCsv, findingsCsv } from '../taking.ts'
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

const file =
  (type: string, name: string, body: (ix: Indexed, edition: Edition) => string) =>
  async (ask: Ask, params: Params): Promise<Taken | Absent> => {
    const at = await editionAsked(ask, params)
    return isAbsent(at) ? at : taken(type, `${at.ix.plan.slug}-${at.edition.code}-${name}`, body(at.ix, at.edition))
  }

const csv = 'text/csv; charset=utf-8'

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
    load: file('application/json', 'plan.json', editionJson),
  }),
  take({ path: '/editions/:edition/plan.csv', may: 'plan.see', load: file(csv, 'plan.csv', elementsCsv) }),
  take({ path: '/editions/:edition/findings.csv', may: 'plan.see', load: file(csv, 'findings.csv', findingsCsv) }),
  take({ path: '/editions/:edition/crosswalk.csv', may: 'plan.see', load: file(csv, 'crosswalk.csv', crosswalkCsv) }),
]
