import { type Selection, type Series, selectionKey } from '#statistics/core'
import type { Basis } from './bases.ts'
import type { Standing } from './calibrations.ts'
import type { Paces, PeerTable, Question } from './core/index.ts'
import { ownTablesOf } from './own-tables.ts'

/**
 * Whose cases a table holds. `calibration`: those of the calibration in force. `own`: those of the indicator's economies, as they were
 * known on the day asked about. `none`: there were fewer than a hundred.
 */
export type TableFrom = 'calibration' | 'own' | 'none'

/** What an indicator is compared with, and where that comes from. */
export type Tables = {
  /** The calibration's name of the indicator, or null. */
  readonly indicator: string | null
  readonly peers: PeerTable | null
  readonly paces: Paces | null
  readonly from: { readonly peers: TableFrom; readonly paces: TableFrom }
}

const indicatorOf = ({ manifest }: Standing, selection: Selection): string | null => {
  const all = [manifest.lender, ...manifest.others]
  const key = selectionKey(selection)
  return all.find((one) => one.selection !== null && selectionKey(one.selection) === key)?.indicator ?? null
}

export type Tabled = Pick<Question, 'unit' | 'direction' | 'asOf'> & {
  readonly selection: Selection
  readonly series: Series
  /** What the figures of the selection depend on. */
  readonly picture: string
}

/**
 * Peers and paces of a percentage. Those of the calibration hold cases that had ended by its date: on a day before it they were not
 * known, and what its own economies had made by then is taken in their place. They are of what rises: what should fall has its own.
 */
export const tablesFor = (calibration: Standing, { everybody }: Basis, asked: Tabled): Tables => {
  const { selection, series, picture, unit, direction, asOf } = asked
  const indicator = indicatorOf(calibration, selection)
  if (unit !== 'percent') return { indicator, peers: null, paces: null, from: { peers: 'none', paces: 'none' } }
  const falls = direction === 'down'
  const isKnown = indicator !== null && !calibration.later && !falls
  const shipped = isKnown ? (calibration.peers.get(indicator) ?? null) : null
  const paces = isKnown && indicator === calibration.calibration.indicator ? calibration.paces : null
  const own =
    shipped !== null && paces !== null
      ? null
      : ownTablesOf({
          key: `${picture}|${selectionKey(selection)}`,
          observations: everybody,
          sinceYear: series.sinceYear,
          falls,
          until: asOf,
        })
  const from = (known: unknown, made: unknown): TableFrom =>
    known !== null ? 'calibration' : made != null ? 'own' : 'none'
  return {
    indicator,
    peers: shipped ?? own?.peers ?? null,
    paces: paces ?? own?.paces ?? null,
    from: { peers: from(shipped, own?.peers), paces: from(paces, own?.paces) },
  }
}
