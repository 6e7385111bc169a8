import { median } from 'd3-array'
import type { FC } from 'hono/jsx'
import { plainDecimal, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { isGroup } from '#statistics/core'
import {
  ChartFigure,
  DotPile,
  FigureGrid,
  figure,
  hrefOf,
  Link,
  type MapValue,
  Multiples,
  Note,
  stepsOf,
  WorldMap,
} from '#ui'
import type { Explored, ExploredLine } from '../exploring.ts'
import type { DrawnWorld } from '../world.ts'
import { MapNotes } from './area-map.tsx'
import { cellsOver, cellWords, latestIn, lineWords, pointsOf, scaleOf } from './explorer-cells.ts'
import { signOf } from './figure.tsx'
import { AreaName, areaPage, type Reader } from './names.tsx'

/** As many small drawings as one page holds. */
export const mostMultiples = 96
/** As many maps or piles as one page holds. */
export const mostPictures = 4

type PictureProps = { readonly explored: Explored; readonly line: ExploredLine; readonly nth: number }

const nameOf = ({ names }: Explored, area: string, language: Reader['language']): string =>
  wordsIn(language, names.get(area)?.names ?? { en: area })

/** The newest figures of a line, the highest first, each with its year. */
const latestsOf = (explored: Explored, line: ExploredLine) =>
  explored.areas
    .flatMap((area) => {
      const latest = latestIn(explored, line, area)
      return latest === null ? [] : [{ area, ...latest }]
    })
    .toSorted((one, other) => other.number - one.number)

/** The figures of a picture, for those who read: area, value, year; those without a figure below. */
const LatestTable: FC<Shown<PictureProps>> = ({ explored, line, say, language, here }) => {
  const latests = latestsOf(explored, line)
  const there = new Set(latests.map(({ area }) => area))
  const collator = new Intl.Collator(language)
  const silent = explored.areas
    .filter((area) => !there.has(area))
    .toSorted((one, other) => collator.compare(nameOf(explored, one, language), nameOf(explored, other, language)))
  const reader = { say, language, here }
  const headOf = (area: string) => {
    const own = explored.names.get(area)?.names[language]
    const words = nameOf(explored, area, language)
    return { words, href: hrefOf(language, here, areaPage(area)), ...(own === undefined ? { lang: 'en' } : {}) }
  }
  return (
    <FigureGrid
      few
      label={say('statistics.explore.latestTable', { line: lineWords(say, language, explored, line) })}
      caption={
        <>
          <b>{wordsIn(language, line.series.unitNames)}</b>. {say('statistics.explore.latestCaption')}
        </>
      }
      columns={['area', 'value', 'year'].map((head) => ({ words: say(`statistics.head.${head}`) }))}
      groups={[
        {
          rows: [
            ...latests.map(({ area, year }) => ({
              head: headOf(area),
              cells: [cellsOver(explored, line, area, new Set(), reader)(year), { words: String(year) }],
            })),
            ...silent.map((area) => ({ head: headOf(area), cells: [{ words: '…' }, { words: '' }] })),
          ],
        },
      ]}
    />
  )
}

/** One small line for each area, all on one scale; the world grey behind where it is among them. */
export const ExplorerLines: FC<Shown<PictureProps>> = ({ explored, line, say, language, here }) => {
  const collator = new Intl.Collator(language)
  const sorted = explored.areas.toSorted(
    (one, other) =>
      Number(isGroup(other)) - Number(isGroup(one)) ||
      collator.compare(nameOf(explored, one, language), nameOf(explored, other, language)),
  )
  const drawn = sorted.map((area) => ({ area, points: pointsOf(explored, line, area) }))
  const some = drawn.filter(({ points }) => points.length > 0)
  const [behind] = some.filter(({ area }) => isGroup(area))
  const scale = scaleOf(
    language,
    line,
    some.flatMap(({ points }) => points.map(({ value }) => Number(value))),
  )
  const kept = some.slice(0, mostMultiples)
  return (
    <>
      <p class="small">
        {wordsIn(language, line.series.unitNames)}. {say('statistics.explore.linesCaption')}
        {behind === undefined
          ? ''
          : ` ${say('statistics.explore.linesBehind', { name: nameOf(explored, behind.area, language) })}`}
        {language === 'ar' ? ` ${say('ui.chart.ownDirection')}` : ''}
      </p>
      <Multiples
        multiples={kept.map(({ area, points }) => ({
          heading: (
            <Link to={areaPage(area)} language={language} here={here}>
              <AreaName area={area} areas={explored.names} language={language} />
            </Link>
          ),
          name: nameOf(explored, area, language),
          points,
        }))}
        {...(behind === undefined ? {} : { behind: behind.points })}
        scale={scale}
        decimals={line.series.decimals}
        years={[explored.years[0] ?? 0, explored.years.at(-1) ?? 0]}
        say={say}
        language={language}
      />
      {kept.length < drawn.length ? (
        <Note>
          {say('statistics.explore.linesLeftOut', {
            shown: kept.length,
            silent: drawn.length - some.length,
            cut: some.length - kept.length,
          })}
        </Note>
      ) : null}
    </>
  )
}

/** One dot for each economy where its newest value lies. */
export const ExplorerDots: FC<Shown<PictureProps>> = (props) => {
  const { explored, line, nth, say, language } = props
  const latests = latestsOf(explored, line).filter(({ area }) => !isGroup(area))
  const numbers = latests.map(({ number }) => number)
  const middle = median(numbers)
  const text = (value: number) => plainDecimal(String(value))
  return (
    <>
      <ChartFigure caption={say('statistics.explore.dotsCaption')}>
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
          say={say}
          language={language}
        />
      </ChartFigure>
      <LatestTable {...props} />
    </>
  )
}

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

type MapProps = PictureProps & { readonly drawn: DrawnWorld; readonly only?: 'wide' }

/** The drawing alone, for the page and for a file. */
export const LineMap: FC<Shown<MapProps>> = ({ explored, line, nth, drawn, only, say, language }) => {
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

/** A map never stands without its table, nor without what its lines do not mean. */
export const ExplorerMap: FC<Shown<MapProps>> = (props) => {
  const { explored, line, drawn, say, language } = props
  const values = mapValuesOf(explored, line, language)
  const shaped = new Set(drawn.world.shapes.map(({ code }) => code))
  const circles = values.filter(({ code }) => !shaped.has(code))
  return (
    <>
      <ChartFigure
        caption={
          <>
            {say('statistics.explore.mapCaption', {
              unit: wordsIn(language, line.series.unitNames),
              from: String(explored.years[0] ?? ''),
              to: String(explored.years.at(-1) ?? ''),
            })}{' '}
            <MapNotes drawn={drawn} say={say} language={language} here={props.here} />
          </>
        }
      >
        <LineMap {...props} />
      </ChartFigure>
      {circles.length === 0 ? null : (
        <details>
          <summary>{say('statistics.explore.circles', { count: circles.length })}</summary>
          <ul class="cols">
            {circles
              .toSorted((one, other) => one.words.localeCompare(other.words, language))
              .map(({ words }) => (
                <li>{words}</li>
              ))}
          </ul>
        </details>
      )}
      <LatestTable {...props} />
    </>
  )
}
