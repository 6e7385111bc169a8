import { type Ask, columnsOf, notesOf, type TakeAway, type TakenRow } from '#platform'
import type { AccuracyKept } from './accuracy-kept.ts'
import type { Standing } from './calibrations.ts'
import { calibrationWords, permanent } from './taken-notes.ts'

const columns = [
  ['part', 'text'],
  ['indicator', 'text'],
  ['of', 'text'],
  ['errors_from', 'text'],
  ['years_ahead', 'text'],
  ['level', 'text'],
  ['n', 'number'],
  ['mae', 'number'],
  ['bias', 'number'],
  ['coverage80', 'number'],
  ['coverage95', 'number'],
  ['width80', 'number'],
  ['width95', 'number'],
  ['brier', 'number'],
  ['brier_even_target', 'number'],
  ['brier_base_rate', 'number'],
  ['skill', 'number'],
] as const

/** The parts of the record, as the column `part` names them. */
const parts = {
  economies: 'economies',
  groups: 'groups',
  groupIntervals: 'intervals of groups',
  otherIntervals: 'intervals of other indicators',
} as const

/** The whole record as one table: points, fractions, Brier scores, to a millionth, as kept. `of` is a method or a set of groups. */
const rowsOf = ({ accuracy }: AccuracyKept): readonly TakenRow[] => {
  const { indicator, economies, groups, groupIntervals, otherIndicators } = accuracy
  const none: TakenRow = [null, null, null, null, null]
  const intervals = (part: string, rows: typeof groupIntervals): readonly TakenRow[] =>
    rows.map(({ indicator: name, of, on, years, n, mae, coverage80, coverage95, width80 }) => [
      ...[part, name, of, on, years, null, n, mae, null, coverage80, coverage95, width80],
      ...none,
    ])
  return [
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
  ]
}

export const accuracyTaken = (ask: Ask, standing: Standing, kept: AccuracyKept): TakeAway => {
  const { say, language, asOf } = ask
  const label = say('progress.methods.view.accuracy')
  return {
    name: `accuracy-${standing.head.number}`,
    title: say('progress.methods.title'),
    language,
    tables: [{ name: 'accuracy', label, columns: columnsOf(say, 'progress.column', columns), rows: rowsOf(kept) }],
    notes: notesOf(say, {
      source: calibrationWords(say, standing, language),
      asOf,
      address: permanent(ask, '/methods'),
      missing: say('progress.taking.emptyCells'),
    }),
  }
}
