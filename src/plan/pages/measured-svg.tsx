import type { Child } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Say } from '#platform'
import { type ChartGiven, dayWords, type Size } from '#ui'
import { isComputed } from '../core/glance-figures.ts'
import { latestWorldOf, type Measured, ownSource, releaseOf } from '../core/measured.ts'
import { isObserved } from '../core/measured-economies.ts'
import type { DrawnWorld } from '../neighbours/statistics.ts'
import { drawnIn, EconomiesPile, titleWithUnit, WorldChart } from './measured-charts.tsx'
import { GapsChart } from './measured-gap-charts.tsx'
import { EconomiesMapDrawing, mapWords } from './measured-map.tsx'

/** The drawings of a measured element that can leave its page. */
export const drawings = ['world', 'economies', 'gaps', 'map'] as const
export type Drawing = (typeof drawings)[number]

/** Those that there are, the first being that of the page's head. */
export const drawingsOf = ({ figures, sexes }: Measured, map: DrawnWorld | null): readonly Drawing[] => {
  if (figures === null) return []
  const there: Readonly<Record<Drawing, boolean>> = {
    world: latestWorldOf(figures) !== null,
    economies: drawnIn(figures).length > 0,
    gaps: sexes !== null && sexes.rows.length > 0,
    map: map !== null && drawnIn(figures).some(isObserved),
  }
  return drawings.filter((one) => there[one])
}

type SvgProps = {
  readonly measured: Measured
  /** The shapes to draw a map with; null where the content brings none. */
  readonly map: DrawnWorld | null
  /** The first that there is when nobody asks for another. */
  readonly drawing: Drawing | undefined
  readonly asOf: Parameters<typeof dayWords>[1]
  readonly say: Say
  readonly language: Language
}

/** What a drawing is called where it stands alone. */
export const drawingTitle = (
  measured: Measured,
  drawing: Drawing,
  { say, language }: { readonly say: Say; readonly language: Language },
): string =>
  drawing === 'gaps'
    ? say('plan.measured.gapTitle', { measure: titleWithUnit(measured, language) })
    : titleWithUnit(measured, language)

/** The page's chart, to leave it with its heading and its source; null where nothing is drawn. */
export const measuredDrawn = ({
  measured,
  map,
  drawing,
  asOf,
  say,
  language,
}: SvgProps): Pick<ChartGiven, 'drawing' | 'heading' | 'source'> | null => {
  const { figures, sexes } = measured
  const there = drawingsOf(measured, map)
  const drawn = drawing ?? there[0]
  if (figures === null || drawn === undefined || !there.includes(drawn)) return null
  const of = (drawn === 'world' ? latestWorldOf(figures) : null) ?? drawnIn(figures)[0] ?? sexes?.rows[0]?.women
  if (of === undefined) return null
  const release = releaseOf(measured, of) ?? ownSource(measured)?.releases[0] ?? null
  const dataset = measured.sources.find((one) => one.dataset.code === release?.dataset)?.dataset
  const drawnAs = (only?: Size): Readonly<Record<Drawing, () => Child>> => {
    const props = { measured, figures, say, language, ...(only === undefined ? {} : { only }) }
    return {
      world: () => <WorldChart {...props} />,
      economies: () => <EconomiesPile {...props} />,
      gaps: () => (sexes === null ? '' : <GapsChart {...props} sexes={sexes} />),
      map: () => (map === null ? '' : <EconomiesMapDrawing {...props} world={map} />),
    }
  }
  const whose =
    release === null || dataset === undefined
      ? of.source
      : `${isComputed(of) ? `${say('plan.measured.computedHere')} · ` : ''}${say('plan.measured.file.source', {
          publisher: dataset.publisher[language] ?? dataset.publisher.en,
          day: dayWords(language, release.knownOn),
          licence: dataset.licence.code.replace(/^CC-BY-/, 'CC BY '),
          asOf: dayWords(language, asOf),
        })}`
  const mapped = drawn === 'map' && map !== null ? mapWords({ world: map, say, language }) : null
  return {
    drawing: (only) => drawnAs(only)[drawn](),
    heading: drawingTitle(measured, drawn, { say, language }),
    source: mapped === null ? whose : [...mapped.about, ...(mapped.credit === null ? [] : [mapped.credit]), whose],
  }
}
