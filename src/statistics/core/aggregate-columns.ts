import { type Economy, observed, type Unit, valueIn } from './aggregate-values.ts'

/**
 * One year of all economies, side by side: what every group of them is computed from. It has imputed values, and like them it
 * stays inside the core. Place by place the same economies as `codes`.
 */
export type Column = {
  /** Numbers of `tiers`. */
  readonly tiers: Uint8Array
  /** NaN for none. */
  readonly values: Float64Array
  /** NaN for none; a weight that is not above zero is none. */
  readonly weights: Float64Array
  /** 1 where the observed value is the publisher's estimate. */
  readonly estimates: Uint8Array
}

/** Who belongs to a group, by place, and what each region lends to its own: NaN for nothing. */
export type Columns = {
  readonly codeAt: (place: number) => string
  readonly placesOf: (codes: readonly string[]) => Int32Array
  readonly year: (year: number) => Column
  /** By place, what the region of an economy lends in a year: the mean of it, or of a total the amount for each unit of weight. */
  readonly lent: (regions: ReadonlyMap<string, string>, year: number, isTotal: boolean) => Float64Array
}

export const columnsOf = (
  economies: readonly Economy[],
  unit: Unit,
  weightOf: (code: string, year: number) => number | null,
): Columns => {
  const all = [...economies]
  const places = new Map(all.map(({ code }, place) => [code, place]))
  const years = new Map<number, Column>()
  let numbered = new WeakMap<ReadonlyMap<string, string>, Int32Array>()
  let lending = new WeakMap<ReadonlyMap<string, string>, Map<number, Float64Array>>()

  const year = (asked: number): Column => {
    const standing = years.get(asked)
    if (standing !== undefined) return standing
    const size = all.length
    // One piece of memory for a year: thousands of years are kept, and pieces cost more than bytes.
    const memory = new ArrayBuffer(size * 18)
    const values = new Float64Array(memory, 0, size)
    const weights = new Float64Array(memory, size * 8, size)
    const tiers = new Uint8Array(memory, size * 16, size)
    const estimates = new Uint8Array(memory, size * 17, size)
    for (let place = 0; place < size; place += 1) {
      const one = all[place]
      if (one === undefined) continue
      const { tier, value } = valueIn(one.path, asked, unit)
      const weight = weightOf(one.code, asked)
      tiers[place] = tier
      values[place] = value
      weights[place] = weight !== null && weight > 0 ? weight : Number.NaN
      if (tier === observed && (one.estimated === 'all' || one.estimated?.has(asked))) estimates[place] = 1
    }
    const column = { tiers, values, weights, estimates }
    years.set(asked, column)
    return column
  }

  /** The number of each economy's region, from 0; -1 for none. */
  const regionsOf = (regions: ReadonlyMap<string, string>): Int32Array => {
    const standing = numbered.get(regions)
    if (standing !== undefined) return standing
    const numbers = new Map<string, number>()
    const found = Int32Array.from(all, ({ code }) => {
      const region = regions.get(code)
      if (region === undefined) return -1
      const number = numbers.get(region) ?? numbers.size
      numbers.set(region, number)
      return number
    })
    numbered.set(regions, found)
    return found
  }

  const lentIn = (regions: ReadonlyMap<string, string>, asked: number, isTotal: boolean): Float64Array => {
    const { values, weights } = year(asked)
    const own = regionsOf(regions)
    const amounts = new Float64Array(all.length)
    const held = new Float64Array(all.length)
    for (let place = 0; place < all.length; place += 1) {
      const [region = -1, value = Number.NaN, weight = Number.NaN] = [own[place], values[place], weights[place]]
      if (region === -1 || Number.isNaN(value) || Number.isNaN(weight)) continue
      amounts[region] = (amounts[region] ?? 0) + (isTotal ? value : weight * value)
      held[region] = (held[region] ?? 0) + weight
    }
    // Nothing by nothing is NaN: a region that has no value lends none.
    return Float64Array.from(own, (region) => (amounts[region] ?? Number.NaN) / (held[region] ?? Number.NaN))
  }

  return {
    codeAt: (place) => all[place]?.code ?? '',
    placesOf: (codes) => {
      for (const code of codes) {
        if (places.has(code)) continue
        // An economy that nothing was observed of: what was laid side by side without it is laid again.
        places.set(code, all.push({ code, path: { years: [], values: [] } }) - 1)
        years.clear()
        lending = new WeakMap()
        numbered = new WeakMap()
      }
      return Int32Array.from(codes, (code) => places.get(code) ?? 0)
    },
    year,
    lent: (regions, asked, isTotal) => {
      const byYear = lending.get(regions) ?? new Map<number, Float64Array>()
      lending.set(regions, byYear)
      const standing = byYear.get(asked)
      if (standing !== undefined) return standing
      const found = lentIn(regions, asked, isTotal)
      byYear.set(asked, found)
      return found
    },
  }
}
