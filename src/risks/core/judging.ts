import { type Attempt, type Day, done, type FieldFault, refused, refusedFields } from '#kernel'
import { isOpen, levelOf, mitigationsOf, type Risk, seenOf, stateOf, watchesOf, wordingOf } from './risk.ts'
import { isOnScale, type Scale, type Score } from './scale.ts'
import type { Level, PartId, RiskId, Watch } from './step.ts'

const titled = (risk: Risk) => ({ title: wordingOf(risk).title })

/** Whether the form was shown what stands now. `seen` is the number of the latest row of the risk when it was shown. */
export const unchanged = (risk: Risk, seen: number): Attempt<Risk, 'risks.changedMeanwhile'> =>
  seenOf(risk) === seen ? done(risk) : refused('risks.changedMeanwhile', titled(risk))

/** Whether anything more can be said of it. */
export const standing = (risk: Risk): Attempt<Risk, 'risks.closedAlready' | 'risks.mergedAlready'> => {
  const state = stateOf(risk)
  if (state.kind === 'closed') return refused('risks.closedAlready', { ...titled(risk), day: state.on })
  if (state.kind === 'merged')
    return refused('risks.mergedAlready', { ...titled(risk), day: state.on, into: state.into })
  return done(risk)
}

/** A risk is adopted with its words and an assessment; one that was closed is opened again. */
export const adopting = (risk: Risk): Attempt<Risk> => {
  const state = stateOf(risk)
  if (state.kind === 'adopted') return refused('risks.adoptedAlready', { ...titled(risk), day: state.on })
  if (state.kind === 'merged') return standing(risk)
  return risk.steps.some(({ kind }) => kind === 'assessed') ? done(risk) : refused('risks.notAssessed', titled(risk))
}

export type Scores = { readonly inherent: Score; readonly residual: Score }

/** Whether scores are on the scale, and what is left is no more than what was there. */
export const scoring = (scale: Scale | null, { inherent, residual }: Scores): Attempt<Scale> => {
  if (scale === null) return refused('risks.noScale')
  const faults: FieldFault[] = []
  const field = (name: string, of: Score): void => {
    if (!isOnScale(of, scale)) faults.push({ field: `${name}Likelihood`, code: 'risks.notOnScale', facts: {} })
  }
  field('inherent', inherent)
  field('residual', residual)
  if (faults.length === 0 && residual.likelihood > inherent.likelihood)
    faults.push({ field: 'residualLikelihood', code: 'risks.moreAfter', facts: {} })
  if (faults.length === 0 && residual.impact > inherent.impact)
    faults.push({ field: 'residualImpact', code: 'risks.moreAfter', facts: {} })
  return faults.length === 0 ? done(scale) : refusedFields(faults)
}

export const assessing = (risk: Risk, scale: Scale | null, scores: Scores): Attempt<Scale> => {
  const open = standing(risk)
  return open.kind === 'refused' ? open : scoring(scale, scores)
}

/** Whether progress can be said of a mitigation of this risk. */
export const progressing = (risk: Risk, part: PartId, percent: number, today: Day): Attempt<Risk> => {
  if (!mitigationsOf(risk, today).some((one) => one.part === part))
    return refused('risks.noSuchMitigation', { ...titled(risk), part })
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    return refusedFields([{ field: 'percent', code: 'risks.percentOutside', facts: {} }])
  return done(risk)
}

export const watching = (risk: Risk, watch: Watch): Attempt<Risk> => {
  const open = standing(risk)
  if (open.kind === 'refused') return open
  const isSame = (one: Watch): boolean =>
    (['series', 'breakdown', 'area', 'direction', 'threshold'] as const).every((key) => one[key] === watch[key])
  return watchesOf(risk).some(isSame) ? refused('risks.watchedAlready', titled(risk)) : done(risk)
}

/** Moving between the register of a unit and the strategic list. */
export const levelling = (risk: Risk, level: Level): Attempt<Risk> => {
  const open = standing(risk)
  if (open.kind === 'refused') return open
  return levelOf(risk) === level ? refused(`risks.levelAlready.${level}`, titled(risk)) : done(risk)
}

/** Merging into another risk that stands, and that is not this one. */
export const merging = (risk: Risk, into: Risk | null, wanted: RiskId): Attempt<Risk> => {
  const open = standing(risk)
  if (open.kind === 'refused') return open
  if (into === null || into.id === risk.id || !isOpen(into))
    return refusedFields([{ field: 'into', code: 'risks.cannotMergeInto', facts: { into: wanted } }])
  return done(into)
}
