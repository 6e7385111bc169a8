import { type Explanation, numberOf, type Tier } from '#statistics/core'
import type { GroupFigure, GroupFigures } from './aggregates.ts'

/** Figures of groups as programs take them: full doubles, names of parts as the method has them. */

export const figureTold = ({ ours, headline, difference, membersOn, year }: GroupFigure) => ({
  year,
  members_on: membersOn,
  value: ours.value,
  label: ours.label,
  reason: ours.reason,
  headline:
    headline === null
      ? null
      : headline.by === 'computed'
        ? { by: headline.by, value: headline.value, release: null, source: null }
        : {
            by: headline.by,
            value: headline.observation.value.kind === 'known' ? numberOf(headline.observation.value.value) : null,
            release: headline.observation.release,
            source: headline.observation.source,
          },
  role: headline?.by === 'custodian' ? 'reconstruction' : 'headline',
  difference,
  members: ours.members,
  no_weight: ours.noWeight,
  shares: ours.shares,
  estimates: ours.estimates,
  large_unobserved: ours.large.map(({ code, share, tier }) => ({ code, share, tier })),
  counts: ours.counts,
})

export const lineTold = ({ selection, group, scheme, method, weight, figures }: GroupFigures) => ({
  series: selection.series,
  breakdown: selection.breakdown,
  group,
  composition_on: scheme.dated === 'all' ? null : scheme.compositionOn,
  method: method?.kind ?? null,
  weight: weight === null ? null : { series: weight.series, breakdown: weight.breakdown },
  figures: figures.map(figureTold),
})

/** A member as told: a value and a contribution for an observed one only. */
type MemberTold = {
  readonly code: string
  readonly tier: Tier
  readonly weight: number
  readonly share: number
  readonly value: number | null
  readonly contribution: number | null
}

export const explanationTold = ({ members, pool }: Explanation) => ({
  members: members.map(
    (one): MemberTold => (one.tier === 'observed' ? { ...one } : { ...one, value: null, contribution: null }),
  ),
  pool: {
    kind: pool.kind,
    members: pool.kind === 'pooled' ? pool.members : pool.kind === 'single' ? 1 : 0,
    share: pool.kind === 'none' ? 0 : pool.share,
    contribution: pool.kind === 'pooled' ? pool.contribution : null,
  },
})
