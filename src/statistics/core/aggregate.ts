import { columnsOf } from './aggregate-columns.ts'
import { isEnough, isLarge, type Judged, judged, type Large, type Shares, sharesOf } from './aggregate-label.ts'
import { imputes, type Method } from './aggregate-rule.ts'
import { donor, type Economy, missing, observed, type Tier, tiers, type Unit } from './aggregate-values.ts'

/** Who belongs to a group, and to which region each economy does. */
export type Composition = {
  readonly members: readonly string[]
  /** Region by economy, members and others. An economy of no region gets no estimate from one. */
  readonly regions: ReadonlyMap<string, string>
}

/** Our figure for a group in a year, with all that a reader needs to judge it. Nothing in it is about one imputed value. */
export type Aggregate = Judged & {
  readonly year: number
  /** Members with a weight. */
  readonly members: number
  /** Members without one: listed, counted nowhere. */
  readonly noWeight: readonly string[]
  /** Null when no member has a weight. */
  readonly shares: Shares | null
  /** The part of the weight whose observed value is the custodian's estimate; null as above. */
  readonly estimates: number | null
  readonly large: readonly Large[]
  readonly counts: Readonly<Record<Tier, number>>
  /** Of observed members alone, when they hold two thirds of the weight: to compare methods, not to show. */
  readonly availableOnly: number | null
}

/** A member of an explained figure. Only an observed one has a value; contributions are null when the figure is not shown. */
export type ExplainedMember =
  | {
      readonly tier: 'observed'
      readonly code: string
      readonly weight: number
      readonly share: number
      readonly value: number
      readonly contribution: number | null
    }
  | {
      readonly tier: Exclude<Tier, 'observed'>
      readonly code: string
      readonly weight: number
      readonly share: number
    }

/** What all members that were not observed add together. One alone would show its imputed value, so it is left out. */
export type Pool =
  | { readonly kind: 'none' }
  | { readonly kind: 'single'; readonly share: number }
  | { readonly kind: 'pooled'; readonly members: number; readonly share: number; readonly contribution: number }

export type Explanation = {
  readonly figure: Aggregate
  readonly members: readonly ExplainedMember[]
  readonly pool: Pool
}

/** Figures of groups of these economies. The values of economies are behind it, and no answer has an imputed one. */
export type Aggregator = {
  readonly figure: (composition: Composition, year: number) => Aggregate
  readonly explain: (composition: Composition, year: number) => Explanation
}

export type Given = {
  readonly economies: readonly Economy[]
  readonly unit: Unit
  readonly method: Method
  /** The weight of an economy in a year; null or not above zero: none. */
  readonly weightOf: (code: string, year: number) => number | null
}

type Entry = { readonly code: string; readonly weight: number; readonly tier: number; readonly value: number }

const byCode = (one: { readonly code: string }, other: { readonly code: string }): number =>
  one.code < other.code ? -1 : 1

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = (sorted.length - 1) / 2
  return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half)] ?? Number.NaN)) / 2
}

const passing = (method: Extract<Method, { kind: 'count' | 'share' }>, value: number): boolean => {
  if (method.passes === 'at-least') return value >= method.threshold
  if (method.passes === 'above') return value > method.threshold
  return method.passes === 'at-most' ? value <= method.threshold : value < method.threshold
}

/** Sums over the members that have a value. */
type Sums = {
  count: number
  weight: number
  weighted: number
  plain: number
  passed: number
  readonly values: number[]
}

const noSums = (): Sums => ({ count: 0, weight: 0, weighted: 0, plain: 0, passed: 0, values: [] })

const add = (sums: Sums, method: Method, value: number, weight: number): void => {
  sums.count += 1
  sums.weight += weight
  sums.weighted += weight * value
  sums.plain += value
  if (method.kind === 'median') sums.values.push(value)
  if ((method.kind === 'count' || method.kind === 'share') && passing(method, value)) sums.passed += 1
}

const valueFrom = (method: Method, { count, weight, weighted, plain, passed, values }: Sums): number | null => {
  if (count === 0 || method.kind === 'none') return null
  if (method.kind === 'median') return medianOf(values)
  if (method.kind === 'count') return passed
  if (method.kind === 'share') return (100 * passed) / count
  return method.kind === 'sum' ? plain : weighted / weight
}

/** What a member adds to the figure: the parts of all that have a value add up to it. Those of a median do not exist. */
const partOf = (method: Method, { value, weight }: Entry, sums: Sums): number | null => {
  if (method.kind === 'sum') return value
  if (method.kind === 'median' || method.kind === 'none') return null
  if (method.kind === 'count') return passing(method, value) ? 1 : 0
  if (method.kind === 'share') return passing(method, value) ? 100 / sums.count : 0
  return (weight * value) / sums.weight
}

export const aggregatorOf = ({ economies, unit, method, weightOf }: Given): Aggregator => {
  const columns = columnsOf(economies, unit, weightOf)
  const isImputing = imputes(method)
  const isTotal = method.kind === 'sum'
  const canLend = isImputing && !(method.kind === 'sum' && method.weight === null)
  const places = new WeakMap<readonly string[], Int32Array>()
  const placesOf = (codes: readonly string[]): Int32Array => {
    const found = places.get(codes) ?? columns.placesOf(codes)
    places.set(codes, found)
    return found
  }

  /** Hands over every member: its place, weight (NaN for none), tier and value (NaN for none). */
  const each = (
    { members, regions }: Composition,
    year: number,
    take: (place: number, weight: number, tier: number, value: number) => void,
  ): void => {
    const own = placesOf(members)
    const { tiers: rests, values, weights } = columns.year(year)
    for (const place of own) {
      const weight = weights[place] ?? Number.NaN
      const tier = rests[place] ?? missing
      const value = values[place] ?? Number.NaN
      if (tier === observed || (isImputing && (tier !== missing || !canLend))) take(place, weight, tier, value)
      else if (!canLend || Number.isNaN(weight)) take(place, weight, missing, Number.NaN)
      else {
        const lent = columns.lent(regions, year, isTotal)[place] ?? Number.NaN
        if (Number.isNaN(lent)) take(place, weight, missing, Number.NaN)
        else take(place, weight, donor, isTotal ? lent * weight : lent)
      }
    }
  }

  const figure = (composition: Composition, year: number): Aggregate => {
    placesOf(composition.members)
    const { estimates } = columns.year(year)
    const byTier = [0, 0, 0, 0, 0]
    const counted = [0, 0, 0, 0, 0]
    const sums = noSums()
    const ownSums = noSums()
    const noWeight: string[] = []
    const unobserved: Entry[] = []
    let [whole, estimated, members] = [0, 0, 0]
    each(composition, year, (place, weight, tier, value) => {
      if (Number.isNaN(weight)) {
        noWeight.push(columns.codeAt(place))
        return
      }
      members += 1
      whole += weight
      byTier[tier] = (byTier[tier] ?? 0) + weight
      counted[tier] = (counted[tier] ?? 0) + 1
      if (estimates[place] === 1) estimated += weight
      if (!Number.isNaN(value)) add(sums, method, value, weight)
      if (tier === observed) add(ownSums, method, value, weight)
      else unobserved.push({ code: columns.codeAt(place), weight, tier, value })
    })
    const shares = members === 0 ? null : sharesOf(byTier, whole)
    const large = unobserved
      .filter(({ weight }) => isLarge(weight / whole))
      .toSorted((one, other) => other.weight - one.weight || byCode(one, other))
      .map(({ code, weight, tier }) => ({ code, share: weight / whole, tier: tiers[tier] as Large['tier'] }))
    const isComparable = shares !== null && isEnough(shares.observed) && isImputing && !isTotal
    const [own = 0, between = 0, carried = 0, lent = 0, left = 0] = counted
    return {
      ...judged(valueFrom(method, sums), shares, large, isTotal && left > 0),
      year,
      members,
      noWeight: noWeight.toSorted(),
      shares,
      estimates: shares === null ? null : estimated / whole,
      large,
      counts: { observed: own, interpolated: between, nowcast: carried, donor: lent, missing: left },
      availableOnly: isComparable ? valueFrom(method, ownSums) : null,
    }
  }

  const explain = (composition: Composition, year: number): Explanation => {
    const found = figure(composition, year)
    const entries: Entry[] = []
    const sums = noSums()
    each(composition, year, (place, weight, tier, value) => {
      if (Number.isNaN(weight)) return
      entries.push({ code: columns.codeAt(place), weight, tier, value })
      if (!Number.isNaN(value)) add(sums, method, value, weight)
    })
    const whole = entries.reduce((sum, { weight }) => sum + weight, 0)
    const isShown = found.value !== null
    const members = entries.toSorted(byCode).map((entry): ExplainedMember => {
      const { code, weight, value } = entry
      const tier = tiers[entry.tier] ?? 'missing'
      const common = { code, weight, share: weight / whole }
      return tier === 'observed'
        ? { ...common, tier, value, contribution: isShown ? partOf(method, entry, sums) : null }
        : { ...common, tier }
    })
    return { figure: found, members, pool: isShown ? poolOf(method, entries, sums, whole) : { kind: 'none' } }
  }

  return { figure, explain }
}

const poolOf = (method: Method, entries: readonly Entry[], sums: Sums, whole: number): Pool => {
  const imputed = entries.filter(({ tier, value }) => tier !== observed && !Number.isNaN(value))
  const share = imputed.reduce((sum, { weight }) => sum + weight, 0) / whole
  if (imputed.length === 0) return { kind: 'none' }
  if (imputed.length === 1) return { kind: 'single', share }
  const contribution = imputed.reduce((sum, entry) => sum + (partOf(method, entry, sums) ?? 0), 0)
  return { kind: 'pooled', members: imputed.length, share, contribution }
}
