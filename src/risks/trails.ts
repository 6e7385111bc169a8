import type { Trail } from '#platform'
import type { Declared } from '#risks/core'
import type { Decided } from './deeds/deciding.ts'
import type { FreezeOrder, Said } from './deeds/reviewing.ts'

/** What the trail keeps of a deed about a risk. */
export const riskTrail = ({ risk, title, unit, reason, before, after }: Decided): Trail => ({
  facts: { risk, title },
  unit,
  reason,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
})

export const openedTrail = ({ year }: { readonly year: number }): Trail => ({ facts: { year } })

export const verdictTrail = ({ year, risk, title, given }: Said): Trail => ({
  facts: { year, risk, title },
  reason: given.reason,
  after: { verdict: given.kind, ...(given.into === null ? {} : { into: given.into }) },
})

export const frozenTrail = ({ year, number, on, risks }: FreezeOrder & { readonly risks: number }): Trail => ({
  facts: { year, risks },
  after: { decision: number, on },
})

export const scaleTrail = ({ n, scale }: { readonly n: number; readonly scale: Declared }): Trail => ({
  facts: { scale: n, since: scale.since },
  reason: scale.reason,
  after: {
    likelihood: scale.likelihood.map(({ en }) => en).join(', '),
    impact: scale.impact.map(({ en }) => en).join(', '),
    grades: scale.grades.map(({ words: { en } }) => en).join(', '),
  },
})
