import type { Day } from '#kernel'
import type { ChartGiven } from '#ui'
import { methodVersion } from '../core/index.ts'
import { chartTitle, OutlookDrawing, pointsOf } from './outlook-chart.tsx'
import { type AnsweredPart, alone } from './outlook-saying.tsx'

type DrawnProps = AnsweredPart & {
  readonly asOf: Day
  /** Whose the figures are, with their licence, as they want to be named. */
  readonly credits: readonly string[]
}

/** The chart, to leave its page with what it was made of; null where nothing was observed. */
export const outlookDrawn = ({
  asOf,
  credits,
  ...part
}: DrawnProps): Pick<ChartGiven, 'drawing' | 'heading' | 'source'> | null => {
  const { answer, calibration, say, language } = part
  if (pointsOf(answer, say).length === 0) return null
  const source = answer.observations.at(-1)?.source ?? ''
  return {
    drawing: (only) => <OutlookDrawing {...part} {...(only === undefined ? {} : { only })} />,
    heading: chartTitle(part),
    source: [
      ...credits,
      say('progress.chart.source', {
        source: source === '' ? 'none' : alone(language, source),
        number: calibration.head.number,
        version: methodVersion,
        day: asOf,
      }),
    ],
  }
}
