/** One line of the statistics: a series and its coded dimensions. */
export type Selection = {
  readonly series: string
  /** Sorted by name, `LOCATION=_T;SEX=F`; '' for none. A dimension that the series does not have is left out. */
  readonly breakdown: string
}

/** The key of a selection in maps and addresses. */
export const selectionKey = ({ series, breakdown }: Selection): string => `${series}|${breakdown}`

/** The code that stands for a whole: both sexes, all ages, all places. */
export const total = '_T'

/** The dimensions in the one order that makes equal breakdowns equal texts. Empty codes are left out. */
export const breakdownOf = (codes: Readonly<Record<string, string>>): string =>
  Object.entries(codes)
    .filter(([, code]) => code !== '')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([dimension, code]) => `${dimension}=${code}`)
    .join(';')

/** The codes of a breakdown by dimension, or null when the text is not one. */
export const codesOf = (breakdown: string): Readonly<Record<string, string>> | null => {
  if (breakdown === '') return {}
  const pairs = breakdown.split(';').map((part) => /^([A-Z][A-Z0-9_]*)=([A-Za-z0-9_]+)$/.exec(part))
  const codes: Record<string, string> = {}
  for (const pair of pairs) {
    const [, dimension = '', code = ''] = pair ?? []
    if (dimension === '' || dimension in codes) return null
    codes[dimension] = code
  }
  return breakdownOf(codes) === breakdown ? codes : null
}

/** Whether every dimension of it is a total, so that it is about everybody. */
export const isTotal = (breakdown: string): boolean =>
  breakdown.split(';').every((part) => part === '' || part.endsWith(`=${total}`))
