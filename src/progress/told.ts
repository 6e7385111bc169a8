import type { Told, ToldCells } from '#platform'
import type { Answer, Answers } from './assessing.ts'
import { chanceInSigns, decimalsFor, roundedTo, type Unit } from './core/index.ts'
import type { OutlookParts } from './pages/outlook-saying.tsx'
import { statusOrReason } from './tally.ts'

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

/** Where a target stands, in the row of a file: full doubles, and the chance as it may be said. Values of a gap have its unit. */
export const standingTold = ({ outlook, calibration }: Pick<OutlookParts, 'outlook' | 'calibration'>): ToldCells => {
  const { status, reason } = statusOrReason(outlook)
  const { answer, gap } = outlook
  const { latest = null, projection = null } = answer?.assessment ?? {}
  return {
    status: status ?? 'not assessed',
    not_assessed_because: reason,
    status_of: gap === null ? 'line' : `gap: ${gap.by}, ${gap.as}`,
    status_number: outlook.target?.value ?? null,
    status_latest: latest?.value ?? null,
    status_latest_year: latest?.year ?? null,
    projected_year: projection?.year ?? null,
    projected_low_80: projection?.lo80 ?? null,
    projected_high_80: projection?.hi80 ?? null,
    projected_low_95: projection?.lo95 ?? null,
    projected_high_95: projection?.hi95 ?? null,
    chance: projection === null ? null : chanceInSigns(projection.p),
    calibrated_on: projection?.calibratedOn ?? null,
    calibration: calibration.head.number,
  }
}

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
