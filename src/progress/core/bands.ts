/** A band of levels, in per cent of the rising form: from its lower edge, which it owns, to its upper edge, which it does not. */
export type Band = '0-10' | '10-25' | '25-50' | '50-75' | '75-90' | '90-100'

export const bands: readonly Band[] = ['0-10', '10-25', '25-50', '50-75', '75-90', '90-100']

const upperEdges = [10, 25, 50, 75, 90]

/** The number of the band of a level, from 0; a level on an edge belongs to the upper band (progress.md, 6.4). */
export const bandNumber = (level: number): number => {
  const at = upperEdges.findIndex((edge) => level < edge)
  return at === -1 ? upperEdges.length : at
}

export const bandOf = (level: number): Band => bands[bandNumber(level)] ?? '90-100'

/**
 * The bands that are printed for universal and meaningful connectivity as 0-50, 50-75, 75-95 and 95-100. As printed, 50, 75 and 95
 * stand in two bands each; here a band owns its lower edge, and the top band 100 too: 50 is satisfactory, 95 is met.
 */
export const connectivityBands = [
  { name: 'limited', from: 0, to: 50 },
  { name: 'satisfactory', from: 50, to: 75 },
  { name: 'advanced', from: 75, to: 95 },
  { name: 'met', from: 95, to: 100 },
] as const

export type ConnectivityBand = (typeof connectivityBands)[number]

/** The band of a percentage, unrounded: 49.999 is limited. Null for what is no percentage. */
export const connectivityBandOf = (percent: number): ConnectivityBand | null =>
  percent >= 0 && percent <= 100 ? (connectivityBands.findLast(({ from }) => percent >= from) ?? null) : null

/**
 * Where a percentage stands among those bands: its own, whose lower edge is its own too, and the next with the edge that it begins
 * at and the points to it: 74.9 is satisfactory, and 75, which the advanced own, is 0.1 points away. `next` is null in the top band.
 */
export type BandStanding = {
  readonly band: ConnectivityBand
  readonly next: { readonly band: ConnectivityBand; readonly edge: number; readonly points: number } | null
}

export const bandStandingOf = (percent: number): BandStanding | null => {
  const band = connectivityBandOf(percent)
  if (band === null) return null
  const next = connectivityBands[connectivityBands.indexOf(band) + 1]
  return {
    band,
    next: next === undefined ? null : { band: next, edge: next.from, points: next.from - percent },
  }
}

/** The edge from which connectivity is universal by those bands: that of the top one. */
export const universalFrom = 95
