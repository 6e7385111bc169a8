import type { z } from 'zod'
import { type Absent, type Ask, absent, get, goes, type Params, type Route, type Taken, take, taken } from '#platform'
import { editionPath, type Found, lookUp, pathOf } from '../core/address.ts'
import { isAmbiguous, usesOfId } from '../core/history.ts'
import { entryOfElement, type Indexed } from '../core/indexed.ts'
import type { Edition } from '../core/plan.ts'
import { chosenAsks, measuredOf } from '../measured.ts'
import { drawnWorld } from '../neighbours/statistics.ts'
import { ChoicePage } from '../pages/choice.tsx'
import { ThingPage } from '../pages/thing.tsx'
import { entryPlace, linePlace } from '../places.ts'
import { editionOf } from '../reading.ts'
import { elementJson } from '../taking.ts'
import { isAbsent, notFound, notThereYet, planFor } from './asked.ts'

type There = {
  readonly ix: Indexed
  readonly found: Exclude<Found, { readonly kind: 'nothing' }>
  readonly edition: Edition
}

const editionIn = (ix: Indexed, found: There['found']): Edition => {
  if (found.kind === 'all') return found.edition
  return editionOf(ix, found.kind === 'element' ? found.element.edition : found.bracket.edition)
}

const asked = async (ask: Ask, params: Params): Promise<There | Absent> => {
  const ix = await planFor(ask)
  if (isAbsent(ix)) return ix
  const [edition = '', segment = ''] = [params['edition'], params['segment']]
  const found = lookUp(ix, edition, segment, params['tail'] ?? null)
  if (found.kind === 'nothing') return notFound(ix, found, edition, segment)
  return notThereYet(ix, editionIn(ix, found), ask) ?? { ix, found, edition: editionIn(ix, found) }
}

const load = async (ask: Ask, params: Params, chosen: z.infer<typeof chosenAsks>) => {
  const there = await asked(ask, params)
  if (isAbsent(there)) return there
  const { ix, found, edition } = there
  if (found.kind === 'all') return { shows: { kind: 'list' as const, ix, edition, of: found.of, things: found.things } }
  const thing = found.kind === 'element' ? found.element : found.bracket
  if (!found.exact) return goes(pathOf(ix, thing))
  if (found.kind === 'bracket') return { shows: { kind: 'bracket' as const, ix, bracket: found.bracket } }
  const entry = entryOfElement(found.element)
  const [lines, panels, measured, world] = await Promise.all([
    ask.panels(linePlace, [entry]),
    ask.panels(entryPlace, [entry]),
    measuredOf(ask, ix, edition, found.element, chosen),
    drawnWorld(ask.db, ask.asOf),
  ])
  const parts = { lines: lines.get(entry) ?? [], panels: panels.get(entry) ?? [] }
  return { shows: { kind: 'element' as const, ix, element: found.element, measured, world, ...parts } }
}

const json = async (ask: Ask, params: Params): Promise<Taken | Absent | null> => {
  const there = await asked(ask, params)
  if (isAbsent(there)) return there
  const { ix, found } = there
  if (found.kind !== 'element') return null
  const { element } = found
  return taken(
    'application/json',
    `${element.edition}-${element.id.replaceAll('/', '-')}.json`,
    elementJson(ix, element),
  )
}

/** An address without an edition: the choice where it means two things, else the edition that is shown first. */
const anyEdition = async (ask: Ask, params: Params) => {
  const ix = await planFor(ask)
  if (isAbsent(ix)) return ix
  const segment = params['segment'] ?? ''
  const tail = params['tail'] ?? null
  const kind = ix.plan.organisation.kinds.find((one) => one.segment === segment.toLowerCase())
  if (kind === undefined)
    return absent('platform.noSuchAddress', { address: `/${segment}${tail === null ? '' : `/${tail}`}`.slice(0, 200) })
  const order = [ix.plan.firstShown, ...ix.plan.editions.map(({ code }) => code)]
  if (tail === null && !kind.single) return goes(`${editionPath(ix.plan.firstShown)}/${kind.segment}`)
  const found = order.map((code) => lookUp(ix, code, segment, tail))
  const first = found.find((one) => one.kind === 'element' || one.kind === 'bracket')
  if (first?.kind === 'bracket') return goes(pathOf(ix, first.bracket))
  if (first?.kind !== 'element') {
    const [nothing] = found
    return nothing?.kind === 'nothing' ? notFound(ix, nothing, ix.plan.firstShown, segment) : absent('ui.nothingHere')
  }
  if (!isAmbiguous(ix, first.element.id)) return goes(pathOf(ix, first.element))
  return { ix, uses: usesOfId(ix, first.element.id) }
}

export const elementRoutes: readonly Route[] = [
  get({ path: '/editions/:edition/:segment', may: 'plan.see', asks: chosenAsks, load, page: ThingPage }),
  get({ path: '/editions/:edition/:segment/:tail', may: 'plan.see', asks: chosenAsks, load, page: ThingPage }),
  take({ path: '/editions/:edition/:segment/element.json', may: 'plan.see', load: json }),
  take({ path: '/editions/:edition/:segment/:tail/element.json', may: 'plan.see', load: json }),
  get({ path: '/:segment', may: 'plan.see', load: anyEdition, page: ChoicePage }),
  get({ path: '/:segment/:tail', may: 'plan.see', load: anyEdition, page: ChoicePage }),
]
