import { median } from 'd3-array'
import type { FC } from 'hono/jsx'
import { plainDecimal, wordsIn } from '#kernel'
import { isGroup } from '#statistics/core'
import {
  type ChartGiven,
  DotPile,
  figure,
  type MapValue,
  Multiples,
  MultiplesDrawing,
  type Size,
  stepsOf,
  WorldMap,
} from '#ui'
import type { Explored, ExploredLine } from '../exploring.ts'
import type { DrawnWorld } from '../world.ts'
import { cellWords, latestIn, lineWords, pointsOf, scaleOf } from './explorer-cells.ts'
import { signOf } from './figure.tsx'
import type { Reader } from './names.tsx'

/** As many small drawings as one page holds. */
const mostMultiples = 96
type Drawing = ChartGiven['drawing']

export type PictureProps = { readonly explored: Explored; readonly line: ExploredLine; readonly nth: number }

export const nameOf = ({ names }: Explored, area: string, language: Reader['language']): string =>
  wordsIn(language, names.get(area)?.names ?? { en: area })

/** The newest figures of a line, the highest first, each with its year. */
export const latestsOf = (explored: Explored, line: ExploredLine) =>
  explored.areas
    .flatMap((area) => {
      const latest = latestIn(explored, line, area)
      return latest === null ? [] : [{ area, ...latest }]
    })
    .toSorted((one, other) => other.number - one.number)

export type DrawingProps = PictureProps & Pick<Reader, 'say' | 'language'>

/** Groups first, then economies by name; those with figures, as many as are drawn. */
export const linesDrawn = ({ explored, line, language }: DrawingProps) => {
  const collator = new Intl.Collator(language)
  const sorted = explored.areas.toSorted(
    (one, other) =>
      Number(isGroup(other)) - Number(isGroup(one)) ||
      collator.compare(nameOf(explored, one, language), nameOf(explored, other, language)),
  )
  const all = sorted.map((area) => ({ area, points: pointsOf(explored, line, area) }))
  const some = all.filter(({ points }) => points.length > 0)
  const [behind] = some.filter(({ area }) => isGroup(area))
  return { all: all.length, some, kept: some.slice(0, mostMultiples), behind }
}

type LinesDrawn = ReturnType<typeof linesDrawn>

export const multiplesOf = ({ explored, line, say, language }: DrawingProps, { some, behind }: LinesDrawn) => ({
  ...(behind === undefined ? {} : { behind: behind.points }),
  scale: scaleOf(
    language,
    line,
    some.flatMap(({ points }) => points.map(({ value }) => Number(value))),
  ),
  decimals: line.series.decimals,
  years: [explored.years[0] ?? 0, explored.years.at(-1) ?? 0] as const,
  say,
  language,
})

/** What the lines are, on the page and under a picture that leaves it. */
export const linesCaption = (props: DrawingProps): string => {
  const { explored, line, say, language } = props
  const { behind } = linesDrawn(props)
  return [
    `${wordsIn(language, line.series.unitNames)}.`,
    say('statistics.explore.linesCaption'),
    behind === undefined
      ? ''
      : say('statistics.explore.linesBehind', { name: nameOf(explored, behind.area, language) }),
    language === 'ar' ? say('ui.chart.ownDirection') : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** How many of those chosen are not drawn, and why; null where all are. */
export const linesLeftOut = (props: DrawingProps): string | null => {
  const { all, some, kept } = linesDrawn(props)
  return kept.length === all
    ? null
    : props.say('statistics.explore.linesLeftOut', {
        shown: kept.length,
        silent: all - some.length,
        cut: some.length - kept.length,
      })
}

/** The lines as a page has them, or as one drawing that leaves it; null where there is none. */
export const linesDrawing = (props: DrawingProps): Drawing | null => {
  const { explored, line, nth, say, language } = props
  const drawn = linesDrawn(props)
  if (drawn.kept.length === 0) return null
  const own = {
    multiples: drawn.kept.map(({ area, points }) => {
      const name = nameOf(explored, area, language)
      return { heading: name, name, points }
    }),
    ...multiplesOf(props, drawn),
  }
  return (only) =>
    only === undefined ? (
      <Multiples {...own} alone />
    ) : (
      <MultiplesDrawing id={`lines-${nth}`} title={lineWords(say, language, explored, line)} {...own} />
    )
}

/** The drawing of the dots alone, for the page and for a file. */
export const LineDots: FC<DrawingProps & { readonly only?: Size }> = ({ explored, line, nth, only, say, language }) => {
  const latests = latestsOf(explored, line).filter(({ area }) => !isGroup(area))
  const numbers = latests.map(({ number }) => number)
  const middle = median(numbers)
  const text = (value: number) => plainDecimal(String(value))
  return (
    <DotPile
      id={`dots-${nth}`}
      title={lineWords(say, language, explored, line)}
      dots={latests.map(({ number }) => ({ value: text(number) }))}
      scale={scaleOf(language, line, numbers)}
      {...(middle === undefined
        ? {}
        : {
            limit: {
              value: text(middle),
              label: say('statistics.explore.median', {
                value: `${figure(language, text(middle), line.series.decimals)}${signOf(language, line.series.unit)}`,
              }),
            },
          })}
      {...(only === undefined ? {} : { only })}
      say={say}
      language={language}
    />
  )
}

/** The same, to leave the page; null where no economy has a figure. */
export const dotsDrawing = (props: DrawingProps): Drawing | null =>
  latestsOf(props.explored, props.line).some(({ area }) => !isGroup(area))
    ? (only) => <LineDots {...props} {...(only === undefined ? {} : { only })} />
    : null

/** What a map needs of a line: the newest figure of each economy with its words. */
export const mapValuesOf = (
  explored: Explored,
  line: ExploredLine,
  language: Reader['language'],
): readonly MapValue[] =>
  latestsOf(explored, line).flatMap(({ area, number, year, cell }) =>
    isGroup(area)
      ? []
      : [
          {
            code: area,
            value: number,
            words: `${nameOf(explored, area, language)} ${cellWords(language, cell, line.series.decimals)}${signOf(language, line.series.unit)} (${year})`,
            place: explored.names.get(area)?.point ?? null,
          },
        ],
  )

export type MapProps = PictureProps & { readonly drawn: DrawnWorld }

/** The drawing alone, for the page and for a file. */
export const LineMap: FC<DrawingProps & MapProps & { readonly only?: Size }> = (props) => {
  const { explored, line, nth, drawn, only, say, language } = props
  const values = mapValuesOf(explored, line, language)
  const numbers = values.map(({ value }) => value)
  return (
    <WorldMap
      id={`map-${nth}`}
      title={lineWords(say, language, explored, line)}
      world={drawn.world}
      values={values}
      steps={stepsOf(scaleOf(language, line, numbers), numbers)}
      {...(only === undefined ? {} : { only })}
      say={say}
      language={language}
    />
  )
}

/** The same, to leave the page; null where no economy has a figure. */
export const mapDrawing = (props: DrawingProps & MapProps): Drawing | null =>
  mapValuesOf(props.explored, props.line, props.language).length === 0
    ? null
    : (only) => <LineMap {...props} {...(only === undefined ? {} : { only })} />

/** What a map shows, on the page and under a picture that leaves it. */
export const mapCaption = ({ explored: { years }, line, say, language }: DrawingProps): string =>
  say('statistics.explore.mapCaption', {
    unit: wordsIn(language, line.series.unitNames),
    from: String(years[0] ?? ''),
    to: String(years.at(-1) ?? ''),
  })
