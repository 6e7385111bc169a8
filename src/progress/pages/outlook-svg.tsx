import type { Day } from '#kernel'
import { standaloneSvg } from '#ui'
import { methodVersion } from '../core/index.ts'
import { chartTitle, OutlookDrawing, pointsOf } from './outlook-chart.tsx'
import { type AnsweredPart, alone } from './outlook-saying.tsx'

type SvgProps = AnsweredPart & { readonly asOf: Day }

/** The chart as a file of its own, with what it was made of; null where nothing was observed. */
export const outlookSvg = ({ asOf, ...part }: SvgProps): string | null => {
  const { answer, calibration, say, language } = part
  if (pointsOf(answer, say).length === 0) return null
  const source = answer.observations.at(-1)?.source ?? ''
  return standaloneSvg(<OutlookDrawing {...part} only="wide" />, {
    heading: chartTitle(part),
    source: say('progress.chart.source', {
      source: source === '' ? 'none' : alone(language, source),
      number: calibration.head.number,
      version: methodVersion,
      day: asOf,
    }),
    language,
  })
}
