import { decimalsShown, plainDecimal } from '#kernel'
import { figure } from '#ui'
import type { GroupFigure } from './aggregates.ts'
import type { AreaLine, AreaLines } from './area-lines.ts'

/** A figure of a group as a decimal, for comparing; null where there is none. */
const decimalIn = (of: GroupFigure | null): string | null => {
  if (of === null || of.headline === null) return null
  if (of.headline.by === 'computed') return plainDecimal(String(of.headline.value))
  const { value } = of.headline.observation
  return value.kind === 'known' ? plainDecimal(value.value.decimal) : null
}

/** How the latest value of an economy stands beside a group's, and the year of the group's. */
type Standing = { readonly stands: 'ahead' | 'level' | 'behind'; readonly year: number }

/**
 * Beside the group at that place in `beside`; null where nobody says which way is better, and where one of the two has no figure
 * that can be compared. Totals are no matter of ahead: a group has more of them than any member. Level is what reads the same.
 */
export const standingOf = ({ series, known, beside, isTotal }: AreaLine, nth: number): Standing | null => {
  const of = beside[nth] ?? null
  const theirs = decimalIn(of)
  if (series.better === null || isTotal || known.kind !== 'economy' || of === null || theirs === null) return null
  const { latest } = known
  if (latest === null || latest.value.kind === 'missing' || latest.flag !== null) return null
  if (latest.value.value.bound !== null) return null
  const own = plainDecimal(latest.value.value.decimal)
  // Any language will do: two figures read the same in all of them or in none.
  const read = (decimal: string): string => figure('en', decimal, decimalsShown(decimal, series.decimals))
  if (read(own) === read(theirs)) return { stands: 'level', year: of.year }
  return { stands: Number(own) > Number(theirs) === (series.better === 'up') ? 'ahead' : 'behind', year: of.year }
}

/** Of the lines of which both have a figure in the same year that can be compared, how many are ahead of the group at that place. */
export const standingBeside = ({ lines }: AreaLines, nth: number): { readonly ahead: number; readonly of: number } => {
  const compared = lines.flatMap((line) => {
    const standing = standingOf(line, nth)
    return standing === null || standing.year !== line.year ? [] : [standing.stands]
  })
  return { ahead: compared.filter((stands) => stands === 'ahead').length, of: compared.length }
}
