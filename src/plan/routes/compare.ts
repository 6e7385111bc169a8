import { z } from 'zod'
import {
  type Absent,
  type Ask,
  absent,
  type Going,
  get,
  goes,
  type Nearby,
  notUnderstood,
  type Params,
  type Route,
  takeTable,
} from '#platform'
import { takeChart, takenChart } from '#ui'
import { type CompareQuestion, type CompareRead, readCompare } from '../compare.ts'
import { compareTaken } from '../compare-taking.ts'
import { type Pair, pairAt, pairsOf } from '../core/compare.ts'
import { isThereOn } from '../core/history.ts'
import type { TakenFrom } from '../glance-taking.ts'
import { ComparePage, questionOf } from '../pages/compare.tsx'
import { flowDrawn, flowSource } from '../pages/compare-flow.tsx'
import { comparePath, editionName } from '../reading.ts'
import { isAbsent, notThereYet, planFor } from './asked.ts'
import { fromOf } from './taking-from.ts'

const asks = z.object({
  kind: z.string().max(80).optional(),
  relation: z.string().max(80).optional(),
  continuity: z.string().max(80).optional(),
  of: z.string().max(200).optional(),
  edition: z.string().max(80).optional(),
})

const near = (pair: Pair): Nearby => ({
  to: comparePath(pair),
  words: { en: `${editionName(pair.from)} → ${editionName(pair.to)}` },
})

const pairIn = async (ask: Ask, params: Params) => {
  const ix = await planFor(ask)
  if (isAbsent(ix)) return ix
  const [older = '', newer = ''] = [params['old'], params['new']]
  const found = pairAt(ix, older, newer)
  if (found.kind === 'nothing')
    return found.unknown === null
      ? absent(
          'plan.compare.noCrosswalk',
          { old: older.slice(0, 80), new: newer.slice(0, 80) },
          found.nearest.map(near),
        )
      : absent(
          'plan.noSuchEdition',
          { edition: found.unknown.slice(0, 80), all: ix.plan.editions.map(editionName).join(', ') },
          found.nearest.map(near),
        )
  const { pair, exact } = found
  return notThereYet(ix, pair.from, ask) ?? notThereYet(ix, pair.to, ask) ?? { ix, pair, exact }
}

const load = async (ask: Ask, params: Params, question: CompareQuestion): Promise<CompareRead | Absent | Going> => {
  const at = await pairIn(ask, params)
  if (isAbsent(at)) return at
  if (!at.exact) return goes(comparePath(at.pair, question))
  return readCompare(ask, at.ix, at.pair, question)
}

/** What a file is of: the page as it was asked for. A question that names nothing is refused: a file cannot say so beside its rows. */
const readFor = async (
  ask: Ask,
  params: Params,
  question: CompareQuestion,
): Promise<{ readonly read: CompareRead; readonly from: TakenFrom } | Absent> => {
  const at = await pairIn(ask, params)
  if (isAbsent(at)) return at
  const read = await readCompare(ask, at.ix, at.pair, question)
  const [strange] = read.strange
  if (strange !== undefined)
    return notUnderstood('ui.parameterNotUnderstood', {
      parameter: strange.parameter,
      value: strange.value.slice(0, 80),
    })
  return { read, from: fromOf(ask, comparePath(at.pair, question)) }
}

export const compareRoutes: readonly Route[] = [
  get({
    path: '/compare',
    may: 'plan.see',
    load: async (ask) => {
      const ix = await planFor(ask)
      if (isAbsent(ix)) return ix
      const there = pairsOf(ix).filter(({ from, to }) => isThereOn(from, ask.asOf) && isThereOn(to, ask.asOf))
      const pair = there.find(({ to }) => to.code === ix.plan.firstShown) ?? there.at(-1)
      return pair === undefined ? absent('plan.compare.nothing') : goes(comparePath(pair))
    },
    page: ComparePage,
  }),
  get({ path: '/compare/:old/:new', may: 'plan.see', asks, load, page: ComparePage }),
  ...takeTable({
    path: '/compare/:old/:new/crosswalk',
    may: 'plan.see',
    asks,
    load: async (ask, params, question) => {
      const found = await readFor(ask, params, question)
      return isAbsent(found) ? found : compareTaken(found.read, found.from, ask)
    },
  }),
  ...takeChart({
    path: '/compare/:old/:new/flow',
    may: 'plan.see',
    asks,
    load: async (ask, params, question) => {
      const found = await readFor(ask, params, question)
      if (isAbsent(found)) return found
      const { read } = found
      const drawn = flowDrawn(read, ask.say, ask.language)
      return drawn === null
        ? null
        : takenChart({
            ...drawn,
            name: `${read.ix.plan.slug}-${read.pair.from.code}-${read.pair.to.code}-flow`,
            source: flowSource(read, ask),
            page: comparePath(read.pair, questionOf(read)),
          })
    },
  }),
]
