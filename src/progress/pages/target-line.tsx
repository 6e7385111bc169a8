import type { FC } from 'hono/jsx'
import { Spark } from '#ui'
import { bandsOf, pointsOf, scaleOf } from './outlook-chart.tsx'
import { alone, measureText, type OutlookParts, type Part, scribeOf } from './outlook-saying.tsx'

/** Of a gap the row shows the line that it is taken of, which is another one. */
export const isDrawn = ({ outlook: { gap, answer } }: OutlookParts): boolean =>
  gap === null && answer !== null && answer.fan.length > 0

/** The small line of a target with what may come of it, and the number as a tick. */
export const TargetLine: FC<Part & { readonly years: readonly [number, number] }> = (part) => {
  const { outlook, years, say, language } = part
  const { answer } = outlook
  const latest = answer?.assessment.latest ?? null
  if (answer === null || latest === null) return null
  const scribe = scribeOf(answer, { say, language })
  const { target } = answer.question
  const points = pointsOf(answer, say)
  const first = points.find(({ year }) => year >= years[0])
  const ahead = answer.fan.filter(({ year }) => year <= years[1])
  const end = ahead.at(-1)
  const own = (words: string) => alone(language, words)
  const words =
    first === undefined || end === undefined
      ? {}
      : {
          words: say('progress.row.spark', {
            measure: measureText(outlook, { say, language }),
            first: own(scribe.value(Number(first.value))),
            from: String(first.year),
            last: own(scribe.latest(latest.value)),
            year: String(latest.year),
            low: own(scribe.centre(end.interval.lo80)),
            high: own(scribe.centre(end.interval.hi80)),
            by: String(end.year),
          }),
        }
  return (
    <Spark
      name={measureText(outlook, { say, language })}
      points={points}
      scale={scaleOf(scribe, { ...part, answer })}
      {...(scribe.decimals === undefined ? {} : { decimals: scribe.decimals })}
      years={years}
      bands={bandsOf({ ...answer, fan: ahead })}
      {...(target === null ? {} : { mark: String(target.value) })}
      {...words}
      say={say}
      language={language}
    />
  )
}
