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
