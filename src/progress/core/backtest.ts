import { projectedByG1 } from '#statistics/core'
import type { Band } from './bands.ts'
import { byBandGain, byGrowthRate, byRecentLine, byWholeLine, unchanged } from './benchmarks.ts'
import { keptBias, type Tried } from './calibrating.ts'
import { type PeerTable, peerCasesOf, type Series } from './peers.ts'
import { firstOrigin, originsOf, peersByOrigin, triedBy, triedByCombined } from './rolling.ts'
import { type Score, scoreOf } from './score.ts'
import { evenGainsOf, scoredByOthers, scoredInTime, type Tally } from './scoring.ts'

/** What was tried. `combined` is ours; the next two are its parts; ETS and Theta are the published forecasts of others. */
export type TriedMethod =
  | 'combined'
  | 'combined, peers only'
  | 'G1'
  | 'peer-median'
  | 'mean(G1, peer-median)'
  | 'linear-5'
  | 'linear-all'
  | 'CAGR5'
  | 'naive'
  | 'ETS-damped (R)'
  | 'Theta (R)'

/**
 * Where the errors of an interval came from: the other four fifths of the economies (origins from 2008); those known at the
 * origin (errors of origins from 2008, tested from 2013); the same with errors from 2004, tested from 2012; or from 2002.
 */
export type Scheme = 'other-economies' | 'earlier-years' | 'later-origins' | 'later-origins-2002'

/** A line of the table: `years` is one number of years ahead, or 1-5, 1-8; `band` of the projected value, null for all. */
export type BacktestRow = Score & {
  readonly method: TriedMethod
  readonly scheme: Scheme
  readonly years: string
  readonly band: Band | null
}

/** A forecast of others for an economy, an origin and a number of years ahead, in per cent; null where they gave none. */
export type OthersForecast = {
  readonly code: string
  readonly origin: number
  readonly ahead: number
  readonly ets: number | null
  readonly theta: number | null
}

const firstScored = 2008
const fewestObservations = 6

const rowsOf = (method: TriedMethod, scheme: Scheme, tally: Tally): readonly BacktestRow[] =>
  [...tally].flatMap(([key, sums]) => {
    const [years = '', band = null] = key.split(' ')
    return [{ method, scheme, years, band: band as Band | null, ...scoreOf(sums) }]
  })

const middleOf = (one: readonly Tried[], other: readonly Tried[]): readonly Tried[] =>
  one.map((tried, at) => ({ ...tried, projected: (tried.projected + (other[at]?.projected ?? 0)) / 2 }))

/** Simple ways on the origins from a year on, G1 among them. */
const simpleOn = (series: Series, first: number): Readonly<Partial<Record<TriedMethod, readonly Tried[]>>> => {
  const origins = originsOf(series, first, fewestObservations)
  const g1 = triedBy(origins, projectedByG1)
  const bandGain = byBandGain(series, g1)
  return {
    G1: g1,
    'linear-5': triedBy(origins, byRecentLine),
    'linear-all': triedBy(origins, byWholeLine),
    CAGR5: triedBy(origins, byGrowthRate),
    naive: triedBy(origins, unchanged),
    'peer-median': bandGain,
    'mean(G1, peer-median)': middleOf(g1, bandGain),
  }
}

const keyOf = ({ code, origin, ahead }: Pick<Tried, 'code' | 'origin' | 'ahead'>): string =>
  `${code} ${origin} ${ahead}`

/** The forecasts of others, on the same cases as G1. */
const othersOn = (
  g1: readonly Tried[],
  others: readonly OthersForecast[],
  which: 'ets' | 'theta',
): readonly Tried[] => {
  const said = new Map(others.map((one) => [keyOf(one), one[which]]))
  return g1.flatMap((one) => {
    const projected = said.get(keyOf(one)) ?? null
    return projected === null ? [] : [{ ...one, projected }]
  })
}

/** Each economy's fifth: its place in the order of the codes. */
const foldsOf = (recent: readonly Tried[], early: readonly Tried[]): ((code: string) => number) => {
  const placed = (tried: readonly Tried[]) =>
    [...new Set(tried.map(({ code }) => code))].toSorted().map((code, at) => [code, at % 5] as const)
  const folds = new Map([...placed(early), ...placed(recent)])
  return (code) => folds.get(code) ?? -1
}

/**
 * The rolling-origin backtest on one indicator (progress.md, 11): every economy, every origin with at least 6 usable observations, 1 to
 * 10 years ahead, with what was observed up to the origin and peers whose cases had ended by then.
 */
export const backtest = (
  series: Series,
  others: readonly OthersForecast[],
  peers: (origin: number) => PeerTable = peersByOrigin(peerCasesOf(series)),
): readonly BacktestRow[] => {
  const recent = simpleOn(series, firstScored)
  const early = simpleOn(series, firstOrigin.combined)
  const g1 = recent.G1 ?? []
  const even = evenGainsOf(g1)
  const foldOf = foldsOf(g1, early.G1 ?? [])
  const combined = triedByCombined(series, firstOrigin.combined, fewestObservations, peers)
  const peersOnly = triedByCombined(series, firstOrigin.combined, fewestObservations, peers, 0)
  const since = (tried: readonly Tried[]) => tried.filter(({ origin }) => origin >= firstScored)
  const simple = Object.entries(recent).map(([name, tried]) => {
    const method = name as TriedMethod
    return { method, tried, before: early[method] ?? [] }
  })
  const all: readonly { method: TriedMethod; tried: readonly Tried[]; before: readonly Tried[] }[] = [
    { method: 'combined', tried: since(combined), before: combined },
    { method: 'combined, peers only', tried: since(peersOnly), before: peersOnly },
    ...simple,
    { method: 'ETS-damped (R)', tried: othersOn(g1, others, 'ets'), before: [] },
    { method: 'Theta (R)', tried: othersOn(g1, others, 'theta'), before: [] },
  ]
  const rows = all.flatMap(({ method, tried, before }) => {
    if (tried.length === 0) return []
    const keep = method === 'combined' ? keptBias : 1
    const known = method === 'combined' ? before : tried
    return [
      ...rowsOf(method, 'other-economies', scoredByOthers(known, even, { keep, first: firstScored, foldOf })),
      ...rowsOf(method, 'earlier-years', scoredInTime(tried, even, { keep, first: 2013 })),
      ...rowsOf(method, 'later-origins', scoredInTime(before, even, { keep, first: 2012 })),
    ]
  })
  const from2002 = triedByCombined(series, 2002, fewestObservations, peers)
  // The only test of ten years in the order of time.
  const longest = scoredInTime(from2002, even, { keep: keptBias, first: 2012 })
  return [...rows, ...rowsOf('combined', 'later-origins-2002', longest)]
}
