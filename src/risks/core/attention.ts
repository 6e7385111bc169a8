import type { Day } from '#kernel'
import type { EntryId } from '#plan/core'
import {
  assessmentsOf,
  type Graded,
  gradedBy,
  gradedOf,
  isOpen,
  type MitigationNow,
  mitigationsOf,
  type Risk,
  wordingOf,
} from './risk.ts'
import { gravity, isAboveAppetite, type Scale } from './scale.ts'

/** How a risk moved between two of its assessments; `by` is positive when it grew graver. */
export type Move = { readonly risk: Risk; readonly from: Graded; readonly to: Graded; readonly by: number }

/** Grades first, and steps within one grade: on two scales only how grave the grades are among their own. */
const movedBy = (from: Graded, to: Graded): number => {
  const grades = gravity(to.scale, to.grade) - gravity(from.scale, from.grade)
  if (from.scale.n !== to.scale.n) return grades
  const steps = to.score.likelihood * to.score.impact - from.score.likelihood * from.score.impact
  return grades + steps / 1000
}

/** Open risks that were assessed otherwise before a day than now, the farthest first. */
export const moversSince = (scales: readonly Scale[], risks: readonly Risk[], since: Day): readonly Move[] =>
  risks
    .filter(isOpen)
    .flatMap((risk) => {
      const all = assessmentsOf(risk)
      const before = all.findLast(({ on }) => on < since)
      const latest = all.at(-1)
      if (before === undefined || latest === undefined || latest === before) return []
      const from = gradedBy(scales, before, 'residual')
      const to = gradedBy(scales, latest, 'residual')
      const by = movedBy(from, to)
      return by === 0 ? [] : [{ risk, from, to, by }]
    })
    .toSorted((one, other) => Math.abs(other.by) - Math.abs(one.by))

export type LateMitigation = { readonly risk: Risk; readonly mitigation: MitigationNow; readonly days: number }

/** Mitigations of open risks that are due and not done, the latest first. */
export const lateMitigations = (risks: readonly Risk[], day: Day): readonly LateMitigation[] =>
  risks
    .filter(isOpen)
    .flatMap((risk) =>
      mitigationsOf(risk, day).flatMap((mitigation) =>
        mitigation.state.kind === 'late' ? [{ risk, mitigation, days: mitigation.state.days }] : [],
      ),
    )
    .toSorted((one, other) => other.days - one.days)

/** Open risks that nobody does anything about, the gravest first. */
export const withoutMitigation = (scales: readonly Scale[], risks: readonly Risk[], day: Day): readonly Risk[] =>
  inGravity(
    scales,
    risks.filter((risk) => isOpen(risk) && mitigationsOf(risk, day).length === 0),
  )

const gravityOf = (scales: readonly Scale[], risk: Risk): number => {
  const graded = gradedOf(scales, risk, 'residual')
  if (graded.kind === 'missing') return -1
  const { scale, grade, score } = graded.value
  return gravity(scale, grade) + (score.likelihood * score.impact) / 1000
}

/** The gravest first; those that are not assessed come last. */
export const inGravity = (scales: readonly Scale[], risks: readonly Risk[]): readonly Risk[] => {
  const gravities = new Map(risks.map((risk) => [risk.id, gravityOf(scales, risk)]))
  return risks.toSorted((one, other) => (gravities.get(other.id) ?? 0) - (gravities.get(one.id) ?? 0))
}

/** What threatens an element: all its open risks, and how many of them are graver than the organization bears. */
export type Exposure = { readonly entry: EntryId; readonly risks: readonly Risk[]; readonly above: number }

/** Elements by their exposure, the most exposed first. `carried` gives the element of today for one of any edition. */
export const exposures = (
  scales: readonly Scale[],
  risks: readonly Risk[],
  carried: (entry: EntryId) => readonly EntryId[],
): readonly Exposure[] => {
  const open = risks.filter(isOpen)
  const pairs = open.flatMap((risk) =>
    [...new Set(wordingOf(risk).elements.flatMap(carried))].map((entry) => ({ entry, risk })),
  )
  return [...Map.groupBy(pairs, ({ entry }) => entry)]
    .map(([entry, all]) => {
      const these = all.map(({ risk }) => risk)
      const above = these.filter((risk) => {
        const graded = gradedOf(scales, risk, 'residual')
        return graded.kind === 'known' && isAboveAppetite(graded.value.scale, graded.value.grade)
      }).length
      return { entry, risks: inGravity(scales, these), above }
    })
    .toSorted(
      (one, other) =>
        other.above - one.above || other.risks.length - one.risks.length || (one.entry < other.entry ? -1 : 1),
    )
}
