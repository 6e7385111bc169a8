import { type Day, type Known, known, missing, type PersonId } from '#kernel'
import { gradeOf, type Scale, type Score, scaleNumbered } from './scale.ts'
import type { Level, Mitigation, PartId, RiskId, Step, Watch, Wording } from './step.ts'

/** Everything that was done about a risk, oldest first. What it is on a day is derived. */
export type Risk = { readonly id: RiskId; readonly steps: readonly Step[] }

export type RiskState =
  | { readonly kind: 'draft' }
  | { readonly kind: 'adopted'; readonly on: Day }
  | { readonly kind: 'closed'; readonly on: Day }
  | { readonly kind: 'merged'; readonly on: Day; readonly into: RiskId }

export type Assessment = {
  readonly n: number
  readonly on: Day
  readonly by: PersonId
  readonly reason: string
  readonly scale: number
  readonly inherent: Score
  readonly residual: Score
}

export type MitigationState =
  | { readonly kind: 'done'; readonly on: Day }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'open' }

export type MitigationNow = Mitigation & {
  readonly part: PartId
  readonly percent: number
  /** When its progress was last said; null when it never was. */
  readonly progressOn: Day | null
  /** Who last decided it, and who last said how far it is. */
  readonly by: PersonId
  readonly progressBy: PersonId | null
  readonly state: MitigationState
}

export type WatchNow = Watch & { readonly part: PartId; readonly since: Day }

type Of<Kind extends Step['kind']> = Extract<Step, { readonly kind: Kind }>

const all = <Kind extends Step['kind']>(risk: Risk, ...kinds: readonly Kind[]): readonly Of<Kind>[] =>
  risk.steps.filter((step): step is Of<Kind> => (kinds as readonly string[]).includes(step.kind))

/** The risk as it stood at the end of a day; null before it was entered. */
export const asOfDay = (risk: Risk, day: Day): Risk | null => {
  const last = risk.steps.at(-1)
  if (last !== undefined && last.on <= day) return risk
  const steps = risk.steps.filter(({ on }) => on <= day)
  return steps.length === 0 ? null : { id: risk.id, steps }
}

/** The number of its latest row: a form that was shown with another one was shown something else. */
export const seenOf = (risk: Risk): number => risk.steps.reduce((most, { n }) => Math.max(most, n), 0)

/** Its words as last described. A risk begins with them. */
export const wordingOf = (risk: Risk): Wording => {
  const step = all(risk, 'described').at(-1)
  if (step === undefined) throw new Error(`The risk ${risk.id} was never described`)
  return step
}

export const stateOf = (risk: Risk): RiskState => {
  const step = all(risk, 'adopted', 'closed', 'merged').at(-1)
  if (step === undefined) return { kind: 'draft' }
  return step.kind === 'merged' ? { kind: 'merged', on: step.on, into: step.into } : { kind: step.kind, on: step.on }
}

/** Still to be reckoned with: neither closed nor part of another. */
export const isOpen = (risk: Risk): boolean => ['draft', 'adopted'].includes(stateOf(risk).kind)

/** Everybody may see what was adopted, also when it is closed by now. */
export const isPublic = (risk: Risk): boolean => risk.steps.some(({ kind }) => kind === 'adopted')

/**
 * What everybody may see of a risk. What it was before it was adopted is its unit's: of those rows stand its words and its
 * assessment, as of the day when it was adopted, for they are what was adopted.
 */
export const publicPart = (risk: Risk): Risk | null => {
  const at = risk.steps.findIndex(({ kind }) => kind === 'adopted')
  const adopted = risk.steps[at]
  if (adopted === undefined) return null
  // A draft that was closed and opened again was never known to be closed.
  const before = { ...risk, steps: risk.steps.slice(0, at).filter(({ kind }) => kind !== 'closed') }
  const kept = new Set([
    ...[...Map.groupBy(before.steps, (step) => `${step.kind} ${'part' in step ? step.part : ''}`).values()].flatMap(
      (same) => same.slice(-1),
    ),
  ])
  const { on } = adopted
  const first = before.steps.filter((step) => kept.has(step)).map((step) => ({ ...step, on, reason: '' }))
  return { id: risk.id, steps: [...first, ...risk.steps.slice(at)] }
}

export const levelOf = (risk: Risk): Level => all(risk, 'levelled').at(-1)?.level ?? 'unit'

export const assessmentsOf = (risk: Risk): readonly Assessment[] => all(risk, 'assessed')

export const assessmentOf = (risk: Risk): Assessment | null => assessmentsOf(risk).at(-1) ?? null

export type Which = 'inherent' | 'residual'

export type Graded = { readonly scale: Scale; readonly grade: number; readonly score: Score; readonly on: Day }

export const gradedBy = (scales: readonly Scale[], assessment: Assessment, which: Which): Graded => {
  const scale = scaleNumbered(scales, assessment.scale)
  return { scale, grade: gradeOf(scale, assessment[which]), score: assessment[which], on: assessment.on }
}

/** Its grade by the latest assessment, on the scale that it was made on. */
export const gradedOf = (scales: readonly Scale[], risk: Risk, which: Which): Known<Graded> => {
  const assessment = assessmentOf(risk)
  return assessment === null ? missing('not-yet-assessed') : known(gradedBy(scales, assessment, which))
}

const daysFrom = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Done when it was last said to be at 100 per cent; late from the day after it was due. */
export const mitigationState = (dueOn: Day, percent: number, progressOn: Day | null, day: Day): MitigationState => {
  if (percent >= 100 && progressOn !== null) return { kind: 'done', on: progressOn }
  return dueOn < day ? { kind: 'late', days: daysFrom(dueOn, day) } : { kind: 'open' }
}

/** Its mitigations as of a day, in the order in which they were decided. */
export const mitigationsOf = (risk: Risk, day: Day): readonly MitigationNow[] => {
  const progress = all(risk, 'progressed')
  return [...Map.groupBy(all(risk, 'mitigated'), ({ part }) => part)].flatMap(([part, versions]) => {
    const latest = versions.at(-1)
    if (latest === undefined) return []
    const { what, owner, dueOn, expected, by } = latest
    const said = progress.findLast((one) => one.part === part)
    const [percent, progressOn] = said === undefined ? [0, null] : [said.percent, said.on]
    return [
      {
        part,
        what,
        owner,
        dueOn,
        expected,
        percent,
        progressOn,
        by,
        progressBy: said?.by ?? null,
        state: mitigationState(dueOn, percent, progressOn, day),
      },
    ]
  })
}

export const watchesOf = (risk: Risk): readonly WatchNow[] => {
  const ended = new Set(all(risk, 'unwatched').map(({ part }) => part))
  return all(risk, 'watched')
    .filter(({ part }) => !ended.has(part))
    .map(({ part, series, breakdown, area, direction, threshold, on }) => ({
      ...{ part, series, breakdown, area, direction, threshold },
      since: on,
    }))
}

export const answersOf = (risk: Risk): readonly Of<'answered'>[] => all(risk, 'answered')

/** The next free name of a part: `m3` after `m1` and `m2`. */
export const nextPart = (risk: Risk, letter: 'm' | 'w'): string =>
  `${letter}${new Set(risk.steps.flatMap((step) => ('part' in step && step.part.startsWith(letter) ? [step.part] : []))).size + 1}`
