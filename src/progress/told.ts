import type { Told } from '#platform'
import type { Answer, Answers } from './assessing.ts'
import { chanceInSigns, decimalsFor, roundedTo, type Unit } from './core/index.ts'

/** An answer for programs: full doubles, and the chance in signs beside its number. */
export const answerTold = ({ ask, area, assessment, fan, line, breakIn, tables, gap }: Answer) => ({
  series: ask.selection.series,
  breakdown: ask.selection.breakdown,
  area,
  target: ask.target === null ? null : { ...ask.target },
  line: line as string | null,
  breakIn,
  comparedWith: { peers: tables.peers as string, paces: tables.paces as string },
  gap:
    gap === null
      ? null
      : { as: gap.as as string, ahead: gap.ahead?.series ?? null, behind: gap.behind?.series ?? null },
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

/** A value as it is printed, with the decimals of its unit. */
export const rounded = (value: number, unit: Unit): string => {
  const decimals = decimalsFor(value, unit)
  return roundedTo(value, decimals).toFixed(decimals)
}
