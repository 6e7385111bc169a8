import type { Day } from '#kernel'
import type { Source } from '#statistics/core'
import { type ChartGiven, dayWords } from '#ui'
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
      const drawing = drawn === null ? null : mapDrawing({ ...props, drawn })
      return drawing === null || drawn === null
        ? null
        : { drawing, about: [mapCaption(props), ...mapNotes({ ...props, drawn })] }
    }
    case 'dots': {
      const drawing = dotsDrawing(props)
      return drawing === null
        ? null
        : {
            drawing,
            about: [
              say('statistics.explore.dotsAlone', {
                unit: line.series.unitNames[props.language] ?? line.series.unitNames.en,
              }),
            ],
          }
    }
    default: {
      const drawing = linesDrawing(props)
      const leftOut = linesLeftOut(props)
      return drawing === null
        ? null
        : {
            drawing,
            about: [linesCaption(props), ...(leftOut === null ? [] : [leftOut]), say('statistics.note.designations')],
          }
    }
  }
}

/** What a picture of the explorer is called where it stands alone. */
export const pictureTitle = ({ explored, line, say, language }: DrawingProps): string =>
  say('statistics.explore.chartTitle', {
    line: lineWords(say, language, explored, line),
    from: String(explored.years[0] ?? ''),
    to: String(explored.years.at(-1) ?? ''),
  })

/** A picture of the explorer, to leave it with its heading, what it shows, and whose it is. */
export const explorerDrawn = (props: SvgProps): Pick<ChartGiven, 'drawing' | 'heading' | 'source'> | null => {
  const { explored, line, sources, asOf, say, language } = props
  const picture = pictureOf(props)
  if (picture === null) return null
  const own = sources.filter(({ dataset }) => dataset.code === line.series.dataset)
  return {
    drawing: picture.drawing,
    heading: pictureTitle(props),
    source: [
      ...picture.about,
      // What the page shows less of than was asked for, its picture does too.
      ...explored.misread.map(({ code, facts }) => say(code, facts)),
      ...own.map(({ dataset }) => dataset.credit),
      say('statistics.chart.madeHere', { asOf: dayWords(language, asOf) }),
    ],
  }
}
