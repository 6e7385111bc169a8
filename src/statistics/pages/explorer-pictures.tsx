import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { ChartFigure, FigureGrid, hrefOf, Link, Multiples, Note } from '#ui'
import { MapNotes } from './area-map.tsx'
import { cellsOver, lineWords } from './explorer-cells.ts'
import {
  LineDots,
  LineMap,
  latestsOf,
  linesCaption,
  linesDrawn,
  linesLeftOut,
  type MapProps,
  mapCaption,
  mapValuesOf,
  multiplesOf,
  nameOf,
  type PictureProps,
} from './explorer-drawings.tsx'
import { AreaName, areaPage } from './names.tsx'

/** As many maps or piles as one page holds. */
export const mostPictures = 4

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
export const ExplorerLines: FC<Shown<PictureProps>> = (props) => {
  const { explored, language, here } = props
  const drawn = linesDrawn(props)
  const { kept } = drawn
  const leftOut = linesLeftOut(props)
  return (
    <>
      <p class="small">{linesCaption(props)}</p>
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
        {...multiplesOf(props, drawn)}
      />
      {leftOut === null ? null : <Note>{leftOut}</Note>}
    </>
  )
}

/** One dot for each economy where its newest value lies. */
export const ExplorerDots: FC<Shown<PictureProps>> = (props) => (
  <>
    <ChartFigure caption={props.say('statistics.explore.dotsCaption')}>
      <LineDots {...props} />
    </ChartFigure>
    <LatestTable {...props} />
  </>
)

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
            {mapCaption(props)} <MapNotes drawn={drawn} say={say} language={language} here={props.here} />
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
