import { type Attempt, done } from '#kernel'
import type { Work } from '#platform'
import { assessmentOf, judging, type Level, levelOf, type RiskId, type Scores, scaleOn } from '#risks/core'
import { scalesOf } from '../store/scales.ts'
import { risksOf } from '../store/steps.ts'
import { isThereFor } from '../visible.ts'
import { type Decided, deciding, type Seen } from './deciding.ts'

const told = ({ inherent, residual }: Scores) => ({
  inherentLikelihood: inherent.likelihood,
  inherentImpact: inherent.impact,
  residualLikelihood: residual.likelihood,
  residualImpact: residual.impact,
})

/** Assesses a risk on the scale in force today. Earlier assessments stay on theirs. */
export const assessRisk = async (
  work: Work,
  { risk, seen, reason, ...scores }: Seen & Scores & { readonly reason: string },
): Promise<Attempt<Decided>> => {
  const scale = scaleOn(await scalesOf(work.db), work.today)
  return deciding(
    work,
    { risk, seen },
    'risks.assess',
    reason,
    (found) => {
      const judged = judging.assessing(found, scale, scores)
      return judged.kind === 'refused' ? judged : done([{ kind: 'assessed', scale: judged.value.n, ...scores }])
    },
    (found) => {
      const before = assessmentOf(found)
      return { ...(before === null ? {} : { before: told(before) }), after: told(scores) }
    },
  )
}

/** Takes a risk onto the strategic list, or gives it back to its unit. */
export const levelRisk = (
  work: Work,
  { level, reason, ...seen }: Seen & { readonly level: Level; readonly reason: string },
): Promise<Attempt<Decided>> =>
  deciding(
    work,
    seen,
    'risks.escalate',
    reason,
    (found) => {
      const judged = judging.levelling(found, level)
      return judged.kind === 'refused' ? judged : done([{ kind: 'levelled', level }])
    },
    (found) => ({ before: { level: levelOf(found) }, after: { level } }),
  )

/** Makes a risk part of another; its rows stay and lead there. */
export const mergeRisk = (
  work: Work,
  { into, reason, ...seen }: Seen & { readonly into: RiskId; readonly reason: string },
): Promise<Attempt<Decided>> =>
  deciding(
    work,
    seen,
    'risks.close',
    reason,
    async (found) => {
      const [other] = (await risksOf(work.db, [into])).filter((one) => isThereFor(work.by, one, 'risks.close'))
      const judged = judging.merging(found, other ?? null, into)
      return judged.kind === 'refused' ? judged : done([{ kind: 'merged', into }])
    },
    () => ({ after: { into } }),
    [into],
  )
