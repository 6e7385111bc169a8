import { growthBetween, growthRatio, type Labelled, type NoLabel, noActualGrowth, noGrowth, rhoOf } from './growth.ts'
import { eurostatGrowth, growthSteps, type LabelMethod, type LabelName, ratioSteps, stepOf } from './label-methods.ts'

/** A publisher's label, never merged into our status. `cagr`: growth a year as a fraction, where it follows from that alone. */
export type Label = {
  readonly label: LabelName | null
  readonly ratio: number | null
  readonly reason: NoLabel | null
  readonly cagr?: number
}

export type Labels = Readonly<Record<LabelMethod, Label>>

const none = (reason: NoLabel): Label => ({ label: null, ratio: null, reason })

const inAll = (label: Label): Labels => ({ un2022: label, un2023: label, un2023rho: label, eurostat: label })

/** Without a number in the text: by the growth so far, where the method has limits for it. */
const withoutTarget = (one: Labelled & { readonly baseline: NonNullable<Labelled['baseline']> }): Labels => {
  const { baseline, latest, direction } = one
  const noNumber = none('no-numeric-target')
  const reason = noActualGrowth(baseline, latest)
  if (reason !== null) return { ...inAll(noNumber), un2023rho: none(reason), eurostat: none(reason) }
  const cagr = growthBetween(baseline.value, latest.value, latest.year - baseline.year)
  const better = direction === 'up' ? cagr : -cagr
  const byGrowth = (label: LabelName): Label => ({ label, ratio: null, cagr, reason: 'no-numeric-target' })
  return {
    un2022: noNumber,
    un2023: noNumber,
    un2023rho: byGrowth(stepOf(growthSteps.un2023rho, better)),
    eurostat: byGrowth(eurostatGrowth(better)),
  }
}

/** The published classifications side by side, each by its own rule (progress.md, 5). */
export const officialLabels = (one: Labelled): Labels => {
  const reason = noGrowth(one)
  const { baseline, latest, target, direction, met } = one
  if (reason !== null || baseline === null) return inAll(none(reason ?? 'no-baseline'))
  if (target === null) return withoutTarget({ ...one, baseline })
  const ratio = growthRatio(baseline, latest, target, direction)
  const rho = rhoOf(baseline, latest, target, direction)
  const of = (method: LabelMethod): Label => {
    const share = method === 'un2023rho' ? rho : ratio
    // Once met, the ratio of growth does not matter any more, except to Eurostat.
    if (met === true && method !== 'eurostat') return { label: 'target-met', ...share }
    return share.ratio === null ? none(share.reason) : { label: stepOf(ratioSteps[method], share.ratio), ...share }
  }
  return { un2022: of('un2022'), un2023: of('un2023'), un2023rho: of('un2023rho'), eurostat: of('eurostat') }
}

/** The same question asked of those who are not counted, and the labels that then differ (progress.md, 5). */
export type Complement = {
  readonly labels: Readonly<Record<LabelMethod, LabelName | null>>
  readonly contradicts: readonly Exclude<LabelMethod, 'un2023rho'>[]
  readonly rhoContradicts: boolean
}

const ratioMethods = ['un2022', 'un2023', 'eurostat'] as const

/** Null where the question has no direction, no target or no baseline, or is about keeping a value. */
export const complementOf = (one: Labelled, labels: Labels): Complement | null => {
  const { baseline, latest, target, direction, goal } = one
  if (baseline === null || target === null || direction === 'none' || goal !== 'reach') return null
  const turned = <P extends { readonly value: number }>(point: P): P => ({ ...point, value: 100 - point.value })
  const others = officialLabels({
    ...one,
    baseline: turned(baseline),
    latest: turned(latest),
    target: turned(target),
    direction: direction === 'up' ? 'down' : 'up',
  })
  const differs = (method: LabelMethod): boolean => {
    const [ours, theirs] = [labels[method].label, others[method].label]
    return ours !== null && theirs !== null && ours !== theirs
  }
  return {
    labels: {
      un2022: others.un2022.label,
      un2023: others.un2023.label,
      un2023rho: others.un2023rho.label,
      eurostat: others.eurostat.label,
    },
    contradicts: ratioMethods.filter(differs),
    rhoContradicts: differs('un2023rho'),
  }
}
