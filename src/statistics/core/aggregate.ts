import { isEnough, isLarge, type Judged, judged, type Large, type Shares, sharesOf } from './aggregate-label.ts'
import { imputes, type Method } from './aggregate-rule.ts'
import {
  donor,
  type Economy,
  missing,
  observed,
  type Tier,
  tiers,
  type Unit,
  type Valued,
  valuesOf,
} from './aggregate-values.ts'

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

type Entry = { readonly code: string; readonly weight: number; readonly valued: Valued; readonly economy: number }
type Found = { readonly entries: readonly Entry[]; readonly noWeight: readonly string[] }

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

/**
 * What each entry adds to the figure: contributions of all that have a value add up to it. A median has none. `weights` is
 * the weight of all that have a value, `count` their number.
 */
const contributionOf = (method: Method, entry: Entry, weights: number, count: number): number | null => {
  const { weight, valued } = entry
  if (method.kind === 'sum') return valued.value
  if (method.kind === 'median' || method.kind === 'none') return null
  if (method.kind === 'count') return passing(method, valued.value) ? 1 : 0
  if (method.kind === 'share') return passing(method, valued.value) ? 100 / count : 0
  return (weight * valued.value) / weights
}

export const aggregatorOf = ({ economies, unit, method, weightOf }: Given): Aggregator => {
  const values = valuesOf(economies, unit)
  const places = new Map(economies.map(({ code }, at) => [code, at]))
  const isImputing = imputes(method)
  /** Of a total a region lends its amount for each unit of weight, of anything else its mean. */
  const isTotal = method.kind === 'sum'
  const canLend = isImputing && !(method.kind === 'sum' && method.weight === null)

  const lent = new WeakMap<Composition['regions'], Map<number, ReadonlyMap<string, number>>>()
  const lendingOf = (regions: Composition['regions'], year: number): ReadonlyMap<string, number> => {
    const byYear = lent.get(regions) ?? new Map<number, ReadonlyMap<string, number>>()
    lent.set(regions, byYear)
    const standing = byYear.get(year)
    if (standing !== undefined) return standing
    const sums = new Map<string, [amount: number, weight: number]>()
    for (const [at, { code }] of economies.entries()) {
      const region = regions.get(code)
      const weight = weightOf(code, year)
      if (region === undefined || weight === null || !(weight > 0)) continue
      const { value } = values.at(at, year)
      if (Number.isNaN(value)) continue
      const sum = sums.get(region) ?? [0, 0]
      sum[0] += isTotal ? value : weight * value
      sum[1] += weight
      sums.set(region, sum)
    }
    const found = new Map([...sums].map(([region, [amount, weight]]) => [region, amount / weight]))
    byYear.set(year, found)
    return found
  }

  const valuedIn = (code: string, weight: number, regions: Composition['regions'], year: number): Valued => {
    const own = values.at(places.get(code) ?? -1, year)
    if (own.tier === observed) return own
    if (!isImputing) return { tier: missing, value: Number.NaN }
    const region = regions.get(code)
    if (own.tier !== missing || !canLend || region === undefined) return own
    const lending = lendingOf(regions, year).get(region)
    return lending === undefined ? own : { tier: donor, value: isTotal ? lending * weight : lending }
  }

  const entriesOf = ({ members, regions }: Composition, year: number): Found => {
    const entries: Entry[] = []
    const noWeight: string[] = []
    for (const code of members) {
      const weight = weightOf(code, year)
      if (weight === null || !(weight > 0)) noWeight.push(code)
      else
        entries.push({ code, weight, valued: valuedIn(code, weight, regions, year), economy: places.get(code) ?? -1 })
    }
    return { entries, noWeight: noWeight.toSorted() }
  }

  const valueFrom = (used: readonly Entry[]): number | null => {
    if (used.length === 0 || method.kind === 'none') return null
    if (method.kind === 'median') return medianOf(used.map(({ valued }) => valued.value))
    let [amount, weights, passed] = [0, 0, 0]
    for (const { weight, valued } of used) {
      amount += isTotal ? valued.value : weight * valued.value
      weights += weight
      if ((method.kind === 'count' || method.kind === 'share') && passing(method, valued.value)) passed += 1
    }
    if (method.kind === 'count') return passed
    if (method.kind === 'share') return (100 * passed) / used.length
    return isTotal ? amount : amount / weights
  }

  const figureFrom = ({ entries, noWeight }: Found, year: number): Aggregate => {
    const weights = [0, 0, 0, 0, 0]
    const counted = [0, 0, 0, 0, 0]
    let [whole, estimated] = [0, 0]
    for (const { weight, valued, economy } of entries) {
      whole += weight
      weights[valued.tier] = (weights[valued.tier] ?? 0) + weight
      counted[valued.tier] = (counted[valued.tier] ?? 0) + 1
      if (valued.tier === observed && values.isEstimate(economy, year)) estimated += weight
    }
    const shares = entries.length === 0 ? null : sharesOf(weights, whole)
    const large = entries
      .filter(({ weight, valued }) => valued.tier !== observed && isLarge(weight / whole))
      .toSorted((one, other) => other.weight - one.weight || byCode(one, other))
      .map(({ code, weight, valued }) => ({
        code,
        share: weight / whole,
        tier: tiers[valued.tier] as Large['tier'],
      }))
    const used = entries.filter(({ valued }) => !Number.isNaN(valued.value))
    const isComparable = shares !== null && isEnough(shares.observed) && isImputing && !isTotal
    const [own = 0, lone = 0, held = 0, given = 0, left = 0] = counted
    return {
      ...judged(valueFrom(used), shares, large, isTotal && left > 0),
      year,
      members: entries.length,
      noWeight,
      shares,
      estimates: shares === null ? null : estimated / whole,
      large,
      counts: { observed: own, interpolated: lone, nowcast: held, donor: given, missing: left },
      availableOnly: isComparable ? valueFrom(used.filter(({ valued }) => valued.tier === observed)) : null,
    }
  }

  return {
    figure: (composition, year) => figureFrom(entriesOf(composition, year), year),
    explain: (composition, year) => {
      const found = entriesOf(composition, year)
      const figure = figureFrom(found, year)
      const used = found.entries.filter(({ valued }) => !Number.isNaN(valued.value))
      const whole = found.entries.reduce((sum, { weight }) => sum + weight, 0)
      const weights = used.reduce((sum, { weight }) => sum + weight, 0)
      const partOf = (entry: Entry): number | null =>
        figure.value === null ? null : contributionOf(method, entry, weights, used.length)
      const pooled = used.filter(({ valued }) => valued.tier !== observed)
      const share = pooled.reduce((sum, { weight }) => sum + weight, 0) / whole
      const contribution = pooled.reduce((sum, entry) => sum + (partOf(entry) ?? 0), 0)
      return {
        figure,
        members: found.entries.toSorted(byCode).map((entry): ExplainedMember => {
          const { code, weight, valued } = entry
          const tier = tiers[valued.tier] ?? 'missing'
          const common = { code, weight, share: weight / whole }
          return tier === 'observed'
            ? { ...common, tier, value: valued.value, contribution: partOf(entry) }
            : { ...common, tier }
        }),
        pool:
          figure.value === null || pooled.length === 0
            ? { kind: 'none' }
            : pooled.length === 1
              ? { kind: 'single', share }
              : { kind: 'pooled', members: pooled.length, share, contribution },
      }
    },
  }
}
