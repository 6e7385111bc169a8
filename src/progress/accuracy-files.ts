import { type CsvCell, csvOf, type Told } from '#platform'
import type { AccuracyKept } from './accuracy-kept.ts'
import type { Standing } from './calibrations.ts'
import { calibrationTold } from './told.ts'

const columns = [
  'part',
  'indicator',
  'of',
  'errors_from',
  'years_ahead',
  'level',
  'n',
  'mae',
  'bias',
  'coverage80',
  'coverage95',
  'width80',
  'width95',
  'brier',
  'brier_even_target',
  'brier_base_rate',
  'skill',
] as const

/** The parts of the record, as the column `part` names them. */
const parts = {
  economies: 'economies',
  groups: 'groups',
  groupIntervals: 'intervals of groups',
  otherIntervals: 'intervals of other indicators',
} as const

/** The whole record as one table: points, fractions, Brier scores, to a millionth, as kept. `of` is a method or a set of groups. */
export const accuracyCsv = ({ accuracy }: AccuracyKept): string => {
  const { indicator, economies, groups, groupIntervals, otherIndicators } = accuracy
  const none: readonly CsvCell[] = [null, null, null, null, null]
  const intervals = (part: string, rows: typeof groupIntervals): readonly (readonly CsvCell[])[] =>
    rows.map(({ indicator: name, of, on, years, n, mae, coverage80, coverage95, width80 }) => [
      ...[part, name, of, on, years, null, n, mae, null, coverage80, coverage95, width80],
      ...none,
    ])
  return csvOf([
    columns,
    ...economies.map(({ method, scheme, years, band, ...one }) => [
      ...[parts.economies, indicator, method, scheme, years, band],
      ...[one.n, one.mae, one.bias, one.coverage80, one.coverage95, one.width80, one.width95],
      ...[one.brier, one.brierEven, one.brierBase, one.skill],
    ]),
    ...groups.map(({ groups: of, method, years, n, mae, bias }) => [
      ...[parts.groups, indicator, `${of}: ${method}`, null, years, null, n, mae, bias, null, null, null],
      ...none,
    ]),
    ...intervals(parts.groupIntervals, groupIntervals),
    ...intervals(parts.otherIntervals, otherIndicators),
  ])
}

/** The same for programs: exactly what `progress backtest --json` says, with the calibration that it is about. */
export const recordTold = (standing: Standing, { on, accuracy }: AccuracyKept): Told => ({
  calibration: calibrationTold(standing),
  run_on: on as string,
  ...(JSON.parse(JSON.stringify(accuracy)) as { readonly [name: string]: Told }),
})
