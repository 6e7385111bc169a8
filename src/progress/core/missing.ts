/** What an economy has, and how many it has it of: persons, or null where nothing says how many. */
export type Peopled = {
  readonly area: string
  readonly year: number
  /** Per cent of the weight. */
  readonly value: number
  readonly weight: number | null
}

/** An economy that falls short, and what it would take. Shares are fractions of all that is missing. */
export type Missing<One extends Peopled = Peopled> = One & {
  /** Points between it and the limit: always above 0. */
  readonly short: number
  /** Persons; null without a weight. */
  readonly missing: number | null
  readonly share: number | null
  /** The shares of this one and of all before it. */
  readonly together: number | null
}

export type MissingIn<One extends Peopled = Peopled> = {
  /** The most missing first; those without a weight last, by how far they fall short. */
  readonly rows: readonly Missing<One>[]
  /** How many economies are there already. */
  readonly reached: number
  /** Persons missing in all economies with a weight; null where none has one. */
  readonly total: number | null
}

const byMost = (a: Missing, b: Missing): number =>
  (b.missing ?? -1) - (a.missing ?? -1) || b.short - a.short || (a.area < b.area ? -1 : 1)

/**
 * Who is missing to a limit in per cent, economy by economy: the points that an economy falls short by, of its weight. An economy
 * beyond the limit makes up for nobody elsewhere. Without a weight there are points and no persons.
 */
export const missingTo = <One extends Peopled>(
  all: readonly One[],
  limit: number,
  direction: 'up' | 'down',
): MissingIn<One> => {
  const short = all.flatMap((one): Missing<One>[] => {
    const points = direction === 'up' ? limit - one.value : one.value - limit
    if (points <= 0) return []
    const missing = one.weight === null ? null : (one.weight * points) / 100
    return [{ ...one, short: points, missing, share: null, together: null }]
  })
  const counted = short.filter(({ missing }) => missing !== null)
  const total = counted.length === 0 ? null : counted.reduce((sum, { missing }) => sum + (missing ?? 0), 0)
  let before = 0
  const rows = short.toSorted(byMost).map((one): Missing<One> => {
    if (one.missing === null || total === null) return one
    before += one.missing
    return { ...one, share: one.missing / total, together: before / total }
  })
  return { rows, reached: all.length - short.length, total }
}
