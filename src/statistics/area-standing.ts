import { numberOf } from '#statistics/core'
import type { GroupFigure } from './aggregates.ts'
import type { AreaLine, AreaLines } from './area-lines.ts'

/** The number of a figure of a group, for comparing; null where there is none. */
const numberIn = (figure: GroupFigure | null): number | null => {
  if (figure === null || figure.headline === null) return null
  if (figure.headline.by === 'computed') return figure.headline.value
  const { value } = figure.headline.observation
  return value.kind === 'known' ? numberOf(value.value) : null
}

/** How the latest value of an economy stands beside a group's, and the year of the group's. */
type Standing = { readonly stands: 'ahead' | 'level' | 'behind'; readonly year: number }

/**
 * Beside the group at that place in `beside`; null where nobody says which way is better, and where one of the two has no figure
 * that can be compared. Totals are no matter of ahead: a group has more of them than any member. Level is what reads the same.
 */
export const standingOf = ({ series, known, beside, isTotal }: AreaLine, nth: number): Standing | null => {
  const figure = beside[nth] ?? null
  const theirs = numberIn(figure)
  if (series.better === null || isTotal || known.kind !== 'economy' || figure === null || theirs === null) return null
  const { latest } = known
  if (latest === null || latest.value.kind === 'missing' || latest.flag !== null) return null
  if (latest.value.value.bound !== null) return null
  const shown = (value: number): number => Number(value.toFixed(series.decimals))
  const by = shown(numberOf(latest.value.value)) - shown(theirs)
  if (by === 0) return { stands: 'level', year: figure.year }
  return { stands: by > 0 === (series.better === 'up') ? 'ahead' : 'behind', year: figure.year }
}

/** Of the lines of which both have a figure in the same year that can be compared, how many are ahead of the group at that place. */
export const standingBeside = ({ lines }: AreaLines, nth: number): { readonly ahead: number; readonly of: number } => {
  const compared = lines.flatMap((line) => {
    const standing = standingOf(line, nth)
    return standing === null || standing.year !== line.year ? [] : [standing.stands]
  })
  return { ahead: compared.filter((stands) => stands === 'ahead').length, of: compared.length }
}
