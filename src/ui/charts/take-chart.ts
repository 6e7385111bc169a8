import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { type Absent, type Ask, get, isolated, type Params, type Route, take, taken } from '#platform'
import type { Size } from './drawing.tsx'
import { EmbedPage } from './embed-page.tsx'
import { pngOf } from './png.ts'
import { standaloneSvg } from './standalone.ts'

/** A chart, described once for all its ways out of the page: as a drawing, as a picture, and in a frame of somebody else's page. */
export type ChartGiven = {
  /** What its file is called, without its ending. */
  readonly name: string
  /** The chart as it stands on a page, wide and narrow; one of the two where one is asked for. */
  readonly drawing: (only?: Size) => Child
  /** What is measured, and in what unit. */
  readonly heading: string
  /** Whose the figures are, under which licence, as of when. */
  readonly source?: string | readonly string[]
  /** The page that the chart is from, with its question, without a language. */
  readonly page: string
}
export type TakenChart = ChartGiven & { readonly kind: 'chart' }

export const takenChart = (chart: ChartGiven): TakenChart => ({ kind: 'chart', ...chart })

const svgOf = ({ drawing, heading, source }: ChartGiven, { language }: Ask): string =>
  standaloneSvg(drawing('wide') as { toString(): string }, {
    heading,
    language,
    ...(source === undefined ? {} : { source }),
  })

/** Where a chart stands alone for the pages of others: `/a/chart?b=c` is at `/embed/a?b=c`. */
export const embedOf = (chart: string): string => `/embed${chart.replace(/\/chart(?=\?|$)/, '')}`

/**
 * The routes of a chart: `/a/chart` gives `/a/chart.svg`, `/a/chart.png`, and `/embed/a`, which any site may show in a frame. All
 * three are the same drawing.
 */
export const takeChart = <Shape extends z.ZodRawShape = Record<never, never>>(route: {
  /** Without an ending. */
  path: string
  may: string
  asks?: z.ZodObject<Shape>
  load: (ask: Ask, params: Params, asks: z.infer<z.ZodObject<Shape>>) => Promise<TakenChart | Absent | null>
}): readonly Route[] => [
  take({
    ...route,
    path: `${route.path}.svg`,
    load: async (ask, params, asks) => {
      const chart = await route.load(ask, params, asks)
      return chart?.kind === 'chart' ? taken('image/svg+xml', `${chart.name}.svg`, svgOf(chart, ask)) : chart
    },
  }),
  take({
    ...route,
    path: `${route.path}.png`,
    load: async (ask, params, asks) => {
      const chart = await route.load(ask, params, asks)
      if (chart?.kind !== 'chart') return chart
      return taken('image/png', `${chart.name}.png`, await pngOf(isolated(ask.language, svgOf(chart, ask))))
    },
  }),
  get({
    ...route,
    path: embedOf(route.path),
    framed: true,
    load: async (ask, params, asks) => {
      const chart = await route.load(ask, params, asks)
      return chart?.kind === 'chart' ? { chart } : chart
    },
    page: EmbedPage,
  }),
]
