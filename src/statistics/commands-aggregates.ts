import { z } from 'zod'
import { type Attempt, Day, done, refused } from '#kernel'
import { type Command, type Look, reads, type Say } from '#platform'
import { nearest, type Selection } from '#statistics/core'
import { aggregatesOf, type Composed, explainOf, type GroupFigure } from './aggregates.ts'
import { groupsIn } from './aggregates-groups.ts'
import { explanationTold, figureTold, lineTold } from './aggregates-told.ts'
import { recomputed } from './aggregates-verified.ts'
import { plainestOf } from './core/plainest.ts'
import { breakdownsOf } from './store/observations.ts'
import { seriesOf } from './store/series.ts'

const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)

/** `then`, `now` or a day. */
const composed = z
  .string()
  .default('then')
  .transform((text, context): Composed => {
    if (text === 'then' || text === 'now') return text
    const day = Day.parse(text)
    if (day !== null) return day
    context.addIssue({ code: 'custom', message: 'not understood' })
    return z.NEVER
  })

const order = { series: z.string().min(1), group: z.string().min(1), breakdown: z.string().optional(), composed }

type Asked = { readonly selection: Selection; readonly group: string; readonly decimals: number }

const askedOf = async (
  { db, asOf }: Look,
  given: { readonly series: string; readonly group: string; readonly breakdown?: string | undefined },
): Promise<Attempt<Asked>> => {
  const all = await seriesOf(db, null, asOf)
  const series = all.get(given.series)
  if (series === undefined) return refused('statistics.noSuchSeries', { series: given.series })
  const groups = await groupsIn(db, asOf)
  if (groups.schemeOf(given.group) === null)
    return refused('statistics.noSuchGroup', { group: given.group, nearest: nearest(given.group, groups.all) })
  const breakdowns = await breakdownsOf(db, [series.code], asOf)
  const chosen =
    given.breakdown === undefined
      ? plainestOf(breakdowns)
      : breakdowns.find(({ breakdown }) => breakdown === given.breakdown)
  if (chosen == null) return refused('statistics.noSuchBreakdown', { value: given.breakdown ?? '' })
  return done({
    selection: { series: series.code, breakdown: chosen.breakdown },
    group: given.group,
    decimals: series.decimals,
  })
}

const rounded = (value: number | null, decimals: number): string => (value === null ? '–' : value.toFixed(decimals))
const perCent = (share: number): string => (100 * share).toFixed(0)

type Line = { readonly figure: ReturnType<typeof figureTold>; readonly decimals: number }

const sentenceOf = ({ figure, decimals }: Line, say: Say): string => {
  const { headline, value, label, reason, members, shares } = figure
  const facts = {
    year: String(figure.year),
    value: rounded(headline?.value ?? null, decimals),
    label: say(`statistics.aggregate.label.${label.replace(' ', '-')}`),
    members,
    observed: perCent(shares?.observed ?? 0),
    reason: reason === null ? '' : say(`statistics.aggregate.reason.${reason}`),
  }
  if (headline?.by === 'custodian')
    return say('statistics.aggregate.lineTheirs', { ...facts, ours: rounded(value, decimals) })
  return say('statistics.aggregate.line', facts)
}

const firstOf = (figures: readonly GroupFigure[]): GroupFigure | null => figures[0] ?? null

export const aggregateCommands: readonly Command[] = [
  reads({
    name: 'statistics aggregate',
    about: 'statistics.aggregate.about',
    may: 'statistics.see',
    order: z.object({ ...order, from: year.optional(), to: year.optional() }),
    load: async (look, given) => {
      const asked = await askedOf(look, given)
      if (asked.kind === 'refused') return asked
      const { selection, group, decimals } = asked.value
      const [line] = await aggregatesOf(look.db, [{ selection, group }], look.asOf, given.composed)
      if (line == null) return refused('statistics.noSuchGroup', { group, nearest: group })
      const { from = 0, to = 9999 } = given
      const figures = line.figures.filter((one) => one.year >= from && one.year <= to)
      return done({
        ...lineTold({ ...line, figures }),
        decimals,
        none: line.method?.kind === 'none' ? line.method.reason.en : null,
      })
    },
    lines: ({ figures, decimals, none }, say) => [
      ...(none === null ? [] : [say('statistics.aggregate.none', { reason: none })]),
      ...figures.map((figure) => sentenceOf({ figure, decimals }, say)),
    ],
  }),
  reads({
    name: 'statistics explain',
    about: 'statistics.explain.about',
    may: 'statistics.see',
    order: z.object({ ...order, year }),
    load: async (look, given) => {
      const asked = await askedOf(look, given)
      if (asked.kind === 'refused') return asked
      const { selection, group, decimals } = asked.value
      const found = await explainOf(look.db, { selection, group }, given.year, look.asOf, given.composed)
      const figure = found === null ? null : firstOf(found.line.figures)
      if (found === null || figure === null || found.explanation === null)
        return refused('statistics.notAggregated', { series: selection.series, group })
      return done({
        ...lineTold(found.line),
        decimals,
        figure: figureTold(figure),
        ...explanationTold(found.explanation),
      })
    },
    lines: ({ figure, members, pool, decimals }, say) => [
      sentenceOf({ figure, decimals }, say),
      ...members.map(({ code, tier, share, value, contribution }) =>
        tier === 'observed'
          ? say('statistics.explain.member', {
              code,
              value: rounded(value, decimals),
              share: (100 * share).toFixed(2),
              contribution: rounded(contribution, decimals + 2),
            })
          : say('statistics.explain.unobserved', {
              code,
              share: (100 * share).toFixed(2),
              tier: say(`statistics.tier.${tier}`),
            }),
      ),
      ...(pool.kind === 'none'
        ? []
        : pool.kind === 'single'
          ? [say('statistics.explain.single')]
          : [
              say('statistics.explain.pool', {
                count: pool.members,
                share: (100 * pool.share).toFixed(2),
                contribution: rounded(pool.contribution, decimals + 2),
              }),
            ]),
    ],
  }),
  reads({
    name: 'statistics recompute',
    about: 'statistics.recompute.about',
    may: 'statistics.see',
    order: z.object({ verify: z.literal(true).optional() }),
    load: async ({ db, asOf }, { verify = false }) => {
      const { selections, groups, figures, differences } = await recomputed(db, asOf, verify)
      const [first] = differences ?? []
      if (first !== undefined)
        return refused('statistics.recompute.differs', {
          count: differences?.length ?? 0,
          series: first.series,
          group: first.group,
          year: String(first.year),
        })
      return done({ selections, groups, figures, verified: verify, differences: differences?.length ?? null })
    },
    lines: ({ figures, selections, groups, verified }, say) => [
      say('statistics.recompute.line', { figures, selections, groups }),
      ...(verified ? [say('statistics.recompute.same')] : []),
    ],
  }),
]
