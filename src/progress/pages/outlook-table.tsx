import type { FC } from 'hono/jsx'
import { ChartTable, type Column, censored, Fig, figure, percentSign } from '#ui'
import { chartTitle, neededPace, pointsOf } from './outlook-chart.tsx'
import { type AnsweredPart, alone, areaText, measureText, scribeOf } from './outlook-saying.tsx'

/** The values of the chart, a year a row, newest first: observed, both intervals, the centre, and what the required path would have. */
export const OutlookTable: FC<AnsweredPart> = (part) => {
  const { outlook, about, answer, say, language } = part
  const observations = pointsOf(answer, say)
  if (observations.length === 0) return null
  const scribe = scribeOf(answer, { say, language })
  const { gap } = answer
  const points = gap === null ? undefined : say('progress.gap.unit', { as: gap.as })
  const unit = scribe.isPercent ? percentSign(language).trim() : points
  const { latest } = answer.assessment
  const { target } = answer.question
  const pace = neededPace(answer)
  const observed = new Map(observations.map((point) => [point.year, point]))
  const ahead = new Map(answer.fan.map((one) => [one.year, one]))
  const years = [...new Set([...observed.keys(), ...ahead.keys(), ...(target === null ? [] : [target.year])])]
  const column = (key: string): Column => ({
    head: say(`progress.table.${key}`),
    ...(unit === undefined ? {} : { unit }),
    number: true,
  })
  const projected = answer.fan.length > 0
  const columns: readonly Column[] = [
    { head: say('progress.table.year') },
    column('observed'),
    ...(projected ? ['lowest', 'low', 'centre', 'high', 'highest'].map(column) : []),
    ...(pace === null ? [] : [column('required')]),
  ]
  const cell = (value: number | undefined) => (value === undefined ? '' : <Fig>{scribe.bare(value)}</Fig>)
  const requiredIn = (year: number): number | undefined =>
    pace === null || latest === null || target === null || year <= latest.year || year > target.year
      ? undefined
      : latest.value + pace * (year - latest.year)
  const observedCell = (year: number) => {
    const point = observed.get(year)
    if (point === undefined) return ''
    return (
      <Fig>
        {point.bound === undefined
          ? figure(language, point.value, scribe.decimals)
          : censored(language, point.bound, point.value)}
      </Fig>
    )
  }
  return (
    <ChartTable
      label={say('progress.table.label', {
        measure: alone(language, measureText(outlook, { say, language })),
        area: alone(language, areaText(about, { say, language })),
      })}
      caption={chartTitle(part)}
      columns={columns}
      rows={years
        .toSorted((a, b) => b - a)
        .map((year) => {
          const one = ahead.get(year)
          const { lo95, lo80, hi80, hi95 } = one?.interval ?? {}
          return {
            cells: [
              <Fig>{String(year)}</Fig>,
              observedCell(year),
              ...(projected ? [lo95, lo80, one?.value, hi80, hi95].map(cell) : []),
              ...(pace === null ? [] : [cell(requiredIn(year))]),
            ],
          }
        })}
      say={say}
    />
  )
}
