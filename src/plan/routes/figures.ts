import { z } from 'zod'
import { type Absent, type Ask, absent, addressAsOf, addressOf, type Params, type Route, takeTable } from '#platform'
import { takeChart, takenChart } from '#ui'
import { lookUp } from '../core/address.ts'
import type { Figures, Measured } from '../core/measured.ts'
import { chosenAsks, measuredOf, strangeOf } from '../measured.ts'
import { figuresTaken, type TakenFrom, takenOf } from '../measured-files.ts'
import { drawnWorld } from '../neighbours/statistics.ts'
import { viewTo } from '../pages/measured-parts.tsx'
import { drawings, measuredDrawn } from '../pages/measured-svg.tsx'
import { editionOf } from '../reading.ts'
import { isAbsent, notFound, notThereYet, planFor } from './asked.ts'

type Chosen = z.infer<typeof chosenAsks>
type WithFigures = {
  readonly measured: Measured
  readonly figures: Figures
  readonly from: TakenFrom
  readonly name: string
}

/** The measured element of an address with its figures; a question that names nothing is refused, since a file cannot say so beside them. */
const asked = async (ask: Ask, params: Params, chosen: Chosen): Promise<WithFigures | Absent> => {
  const ix = await planFor(ask)
  if (isAbsent(ix)) return ix
  const [code = '', segment = '', tail = ''] = [params['edition'], params['segment'], params['tail']]
  const found = lookUp(ix, code, segment, tail)
  if (found.kind === 'nothing') return notFound(ix, found, code, segment)
  if (found.kind !== 'element') return absent('ui.nothingHere')
  const { element } = found
  const edition = editionOf(ix, element.edition)
  const later = notThereYet(ix, edition, ask)
  if (later !== null) return later
  const measured = await measuredOf(ask, ix, edition, element, chosen)
  if (measured === null) return absent('ui.nothingHere')
  const strange = strangeOf(measured)
  if (strange !== null) return strange
  if (measured.figures === null)
    return absent('plan.measured.file.nothing', { element: element.title[ask.language] ?? element.title.en }, [
      { to: measured.path, words: element.title },
    ])
  const { origin } = ask.here
  return {
    measured,
    figures: measured.figures,
    from: {
      address: `${origin}${addressAsOf(addressOf(ask.language, viewTo(measured)), ask.asOf)}`,
      asOf: ask.asOf,
      language: ask.language,
    },
    name: `${element.edition}-${element.id.replaceAll('/', '-')}-${measured.figures.series.code}-${ask.asOf}`,
  }
}

/** What can be taken of a measured element: its figures, and its chart. */
export const figuresRoutes: readonly Route[] = [
  ...takeTable({
    path: '/editions/:edition/:segment/:tail/figures',
    may: 'plan.see',
    asks: chosenAsks,
    streams: true,
    load: async (ask, params, chosen) => {
      const there = await asked(ask, params, chosen)
      if (isAbsent(there)) return there
      const { measured, figures, from, name } = there
      return figuresTaken(measured, await takenOf(ask, figures), from, name, ask.say)
    },
  }),
  ...takeChart({
    path: '/editions/:edition/:segment/:tail/chart',
    may: 'plan.see',
    asks: chosenAsks.extend({ chart: z.enum(drawings).optional() }),
    load: async (ask, params, { chart, ...chosen }) => {
      const there = await asked(ask, params, chosen)
      if (isAbsent(there)) return there
      const { measured, name } = there
      const { say, language, asOf } = ask
      const drawn = measuredDrawn({
        measured,
        map: await drawnWorld(ask.db, asOf),
        drawing: chart,
        asOf,
        say,
        language,
      })
      return drawn === null
        ? absent('ui.nothingHere')
        : takenChart({ ...drawn, name: chart === undefined ? name : `${name}-${chart}`, page: viewTo(measured) })
    },
  }),
]
