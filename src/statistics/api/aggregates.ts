import { z } from 'zod'
import { Day } from '#kernel'
import { type ApiLook, apiList, gives, lists, type Objection, objection } from '#platform'
import { aggregatesOf, type Composed, explainOf, type GroupFigures } from '../aggregates.ts'
import { groupsIn } from '../aggregates-groups.ts'
import { explanationTold, figureTold } from '../aggregates-told.ts'
import { strangeArea } from './areas-asked.ts'
import { anExample } from './example.ts'
import { selectionsFor, year } from './observations.ts'

const may = 'statistics.see'

const shares = z.object({ known: z.number(), imputed: z.number() })
const tiers = ['observed', 'interpolated', 'nowcast', 'donor', 'missing'] as const
const tier = z.enum(tiers)

const aggregate = z.object({
  series: z.string(),
  breakdown: z.string(),
  group: z.string(),
  year: z.int(),
  value: z.number().nullable().meta({ about: 'statistics.api.headline' }),
  by: z.enum(['custodian', 'computed']).nullable().meta({ about: 'statistics.api.by' }),
  release: z.int().nullable(),
  source: z.string().nullable(),
  computed: z.number().nullable().meta({ about: 'statistics.api.computed' }),
  label: z.string(),
  reason: z.string().nullable(),
  difference: z.number().nullable(),
  method: z.string().nullable(),
  members_on: z.string(),
  members: z.int(),
  no_weight: z.array(z.string()),
  shares: shares.nullable(),
  estimates: z.number().nullable(),
  counts: z.object({
    observed: z.int(),
    interpolated: z.int(),
    nowcast: z.int(),
    donor: z.int(),
    missing: z.int(),
  }),
  large_unobserved: z.array(z.object({ code: z.string(), share: z.number(), tier })),
})

type Aggregated = z.infer<typeof aggregate>

const told = (line: GroupFigures, figure: GroupFigures['figures'][number]): Aggregated => {
  const { year: of, members_on, value, headline, ...one } = figureTold(figure)
  return {
    series: line.selection.series,
    breakdown: line.selection.breakdown,
    group: line.group,
    year: of,
    value: headline?.value ?? null,
    by: headline?.by ?? null,
    release: headline?.release ?? null,
    source: headline?.source ?? null,
    computed: value,
    label: one.label,
    reason: one.reason,
    difference: one.difference,
    method: line.method?.kind ?? null,
    members_on,
    members: one.members,
    no_weight: [...one.no_weight],
    shares: one.shares === null ? null : { known: one.shares.known, imputed: one.shares.imputed },
    estimates: one.estimates,
    counts: one.counts,
    large_unobserved: one.large_unobserved,
  }
}

/** Which members a figure has: those of its year, those of the day asked about, or those of a day. */
const composed = z
  .string()
  .regex(/^(?:then|now|\d{4}-\d{2}-\d{2})$/)
  .optional()
  .meta({ about: 'statistics.api.composed' })

const composedFrom = (text: string | undefined): Composed | Objection => {
  if (text === undefined || text === 'then' || text === 'now') return text ?? 'then'
  return Day.parse(text) ?? { ...objection('composed', text, 'platform.api.notUnderstood'), nearest: ['then', 'now'] }
}

const isComposed = (one: Composed | Objection): one is Composed => typeof one === 'string'

/** Line by line, group by group: what has a figure, or says why it has none. */
async function* rowsOf(
  { db, asOf }: ApiLook,
  asks: readonly {
    readonly selection: { readonly series: string; readonly breakdown: string }
    readonly group: string
  }[],
  [from, to]: readonly [number, number],
  on: Composed,
): AsyncGenerator<Aggregated> {
  for (const ask of asks) {
    const [line = null] = await aggregatesOf(db, [ask], asOf, on)
    for (const figure of line?.figures ?? [])
      if (line !== null && figure.year >= from && figure.year <= to) yield told(line, figure)
  }
}

export const aggregateEndpoints = [
  lists({
    path: '/aggregates',
    name: 'Aggregate',
    may,
    about: 'statistics.api.aggregates',
    asks: z.object({
      series: apiList('statistics.api.series'),
      breakdown: apiList('statistics.api.breakdown').optional(),
      group: apiList('statistics.api.groupsAsked').optional(),
      from: year('statistics.api.from').optional(),
      to: year('statistics.api.to').optional(),
      composed,
    }),
    item: aggregate,
    keyOf: (one) => [one.series, one.breakdown, one.group, one.year].join('|'),
    example: async (look) => {
      const { series, group } = await anExample(look)
      return { series, group }
    },
    load: async (look, asked) => {
      const on = composedFrom(asked.composed)
      if (!isComposed(on)) return on
      const { all } = await groupsIn(look.db, look.asOf)
      const strange = await strangeArea(look, 'group', asked.group ?? [], 'group')
      if (strange !== null) return strange
      const selections = await selectionsFor(look, asked.series, asked.breakdown)
      if ('kind' in selections) return selections
      const asks = selections.flatMap(({ series, breakdown }) =>
        (asked.group ?? all).map((group) => ({ selection: { series, breakdown }, group })),
      )
      return rowsOf(look, asks, [asked.from ?? 0, asked.to ?? 9999], on)
    },
  }),
  gives({
    path: '/aggregates/explanation',
    name: 'AggregateExplained',
    may,
    about: 'statistics.api.explanation',
    asks: z.object({
      series: z.string().max(80).meta({ about: 'statistics.api.oneSeries' }),
      breakdown: z.string().max(200).optional().meta({ about: 'statistics.api.oneBreakdown' }),
      group: z.string().max(90).meta({ about: 'statistics.api.oneGroup' }),
      year: year('statistics.api.year'),
      composed,
    }),
    item: z.object({
      figure: aggregate.nullable(),
      members: z.array(
        z.object({
          code: z.string(),
          tier,
          weight: z.number(),
          share: z.number(),
          value: z.number().nullable(),
          contribution: z.number().nullable(),
        }),
      ),
      pool: z
        .object({
          kind: z.enum(['none', 'single', 'pooled']),
          members: z.int(),
          share: z.number(),
          contribution: z.number().nullable(),
        })
        .nullable()
        .meta({ about: 'statistics.api.pool' }),
      page: z.url(),
    }),
    example: async (look) => {
      const { series, group, year: of } = await anExample(look)
      return { series, group, year: of }
    },
    load: async (look, asked) => {
      const on = composedFrom(asked.composed)
      if (!isComposed(on)) return on
      const strange = await strangeArea(look, 'group', [asked.group], 'group')
      if (strange !== null) return strange
      const selections = await selectionsFor(
        look,
        [asked.series],
        asked.breakdown === undefined ? undefined : [asked.breakdown],
      )
      if ('kind' in selections) return selections
      const [line] = selections
      if (line === undefined) return objection('series', asked.series, 'platform.api.notKnown')
      const selection = { series: line.series, breakdown: line.breakdown }
      const { db, asOf } = look
      const found = await explainOf(db, { selection, group: asked.group }, asked.year, asOf, on)
      if (found === null) return objection('group', asked.group, 'platform.api.notKnown')
      const explained = found.explanation === null ? null : explanationTold(found.explanation)
      const question = new URLSearchParams({ ...selection, group: asked.group, year: String(asked.year) })
      return {
        figure: found.figure === null ? null : told(found.line, found.figure),
        members: (explained?.members ?? []).map((one) => ({ ...one })),
        pool: explained?.pool ?? null,
        page: look.pageAt(`/explain?${question}`),
      }
    },
  }),
]
