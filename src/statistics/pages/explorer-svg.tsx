import type { Day } from '#kernel'
import type { Source } from '#statistics/core'
import { dayWords, standaloneSvg } from '#ui'
import type { DrawnWorld } from '../world.ts'
import { mapNotes } from './area-map.tsx'
import { lineWords } from './explorer-cells.ts'
import {
  type DrawingProps,
  dotsDrawing,
  linesCaption,
  linesDrawing,
  linesLeftOut,
  mapCaption,
  mapDrawing,
} from './explorer-drawings.tsx'

type SvgProps = DrawingProps & {
  readonly drawn: DrawnWorld | null
  readonly sources: readonly Source[]
  readonly asOf: Day
}

/** The picture of the view that is chosen, with what stands under it on the page; null where there is nothing to draw. */
const pictureOf = (props: SvgProps) => {
  const { explored, drawn, say, line } = props
  switch (explored.exploring.view) {
    case 'map': {
      const node = drawn === null ? null : mapDrawing({ ...props, drawn })
      return node === null || drawn === null
        ? null
        : { node, about: [mapCaption(props), ...mapNotes({ ...props, drawn })] }
    }
    case 'dots': {
      const node = dotsDrawing(props)
      return node === null
        ? null
        : {
            node,
            about: [
              say('statistics.explore.dotsAlone', {
                unit: line.series.unitNames[props.language] ?? line.series.unitNames.en,
              }),
            ],
          }
    }
    default: {
      const node = linesDrawing(props)
      const leftOut = linesLeftOut(props)
      return node === null
        ? null
        : {
            node,
            about: [linesCaption(props), ...(leftOut === null ? [] : [leftOut]), say('statistics.note.designations')],
          }
    }
  }
}

/** A picture of the explorer on its own, with its heading, what it shows, and whose it is. */
export const explorerSvg = (props: SvgProps): string | null => {
  const { explored, line, sources, asOf, say, language } = props
  const picture = pictureOf(props)
  if (picture === null) return null
  const own = sources.filter(({ dataset }) => dataset.code === line.series.dataset)
  const [first, last] = [explored.years[0], explored.years.at(-1)]
  return standaloneSvg(picture.node, {
    heading: say('statistics.explore.chartTitle', {
      line: lineWords(say, language, explored, line),
      from: String(first ?? ''),
      to: String(last ?? ''),
    }),
    source: [
      ...picture.about,
      // What the page shows less of than was asked for, its picture does too.
      ...explored.misread.map(({ code, facts }) => say(code, facts)),
      ...own.map(({ dataset }) => dataset.credit),
      say('statistics.chart.madeHere', { asOf: dayWords(language, asOf) }),
    ],
    language,
  })
}
