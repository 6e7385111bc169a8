import type { Told } from '#platform'
import type { Answer, Answers } from './assessing.ts'
import { chanceInSigns } from './core/index.ts'

/** An answer for programs: full doubles, and the chance in signs beside its number. */
export const answerTold = ({ ask, area, assessment, fan, line }: Answer) => ({
  series: ask.selection.series,
  breakdown: ask.selection.breakdown,
  area,
  target: ask.target === null ? null : { ...ask.target },
  line: line as string | null,
  ...(JSON.parse(
    JSON.stringify({
      ...assessment,
      projection:
        assessment.projection === null
          ? null
          : { ...assessment.projection, shown: chanceInSigns(assessment.projection.p) },
      fan: fan.map(({ interval, ...one }) => ({ ...one, ...interval })),
    }),
  ) as { readonly [name: string]: Told }),
})

/** The calibration an answer comes from: `later` where the day asked about was before the first. */
export const calibrationTold = ({ head, since, later }: Answers['calibration']) => ({
  number: head.number,
  dated: head.dated as string,
  since: since as string,
  later,
})

/** One decimal for points and shares, three significant digits for other amounts; half away from zero (progress.md, 12). */
export const rounded = (value: number, unit: 'percent' | 'positive' | 'unknown'): string => {
  const size = Math.abs(value)
  const decimals = unit === 'percent' || size === 0 ? 1 : Math.max(0, 2 - Math.floor(Math.log10(size)))
  const scale = 10 ** decimals
  return ((Math.sign(value) * Math.round(size * scale + 1e-9)) / scale).toFixed(decimals)
}
