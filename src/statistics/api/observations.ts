import { z } from 'zod'
import { type ApiLook, apiList, gives, lists, type Objection, objection, strangeIn, unknownValue } from '#platform'
import { cellsOf, numberOf, type Observation, type Selection } from '#statistics/core'
import { everyBreakdown } from '../core/exploring.ts'
import { breakdownsIn } from '../kept-breakdowns.ts'
import { cellAddress } from '../pages/figure.tsx'
import { revisionsOf } from '../reads.ts'
import { pathsOf } from '../store/observations.ts'
import { releasesAsOf } from '../store/releases.ts'
import { seriesOf } from '../store/series.ts'
import { membersOf, strangeArea } from './areas-asked.ts'
import { anExample } from './example.ts'

const may = 'statistics.see'
export const year = (about: string) => z.int().min(1800).max(2200).meta({ about })

const observation = z.object({
  series: z.string(),
  breakdown: z.string(),
  area: z.string(),
  year: z.int(),
  value: z.number().nullable(),
  digits: z.string().nullable().meta({ about: 'statistics.api.digits' }),
  bound: z.enum(['<', '>']).nullable().meta({ about: 'statistics.api.bound' }),
  missing: z.string().nullable().meta({ about: 'statistics.api.missing' }),
  unit: z.string(),
  nature: z.string().nullable(),
  status: z.string().nullable(),
  flag: z.string().nullable(),
  note: z.string(),
  source: z.string(),
  release: z.int(),
  known_on: z.string(),
})

const told = (one: Observation, knownOn: ReadonlyMap<number, string>): z.infer<typeof observation> => {
  const { value: digits, bound, missing } = cellsOf(one)
  return {
    series: one.series,
    breakdown: one.breakdown,
    area: one.area,
    year: one.year,
    value: one.value.kind === 'known' ? numberOf(one.value.value) : null,
    digits,
    bound,
    missing,
    unit: one.unit,
    nature: one.nature,
    status: one.status,
    flag: one.flag,
    note: one.note,
    source: one.source,
    release: one.release,
    known_on: knownOn.get(one.release) ?? '',
  }
}

const daysOf = async ({ db }: ApiLook, asOf: ApiLook['asOf']): Promise<ReadonlyMap<number, string>> =>
  new Map((await releasesAsOf(db, asOf)).map((one) => [one.number, one.knownOn]))

/** The lines of these series: the breakdowns asked for, all with `*`, without any the plainest of each. */
export const selectionsFor = async (
  { db, asOf }: ApiLook,
  series: readonly string[],
  breakdowns: readonly string[] | undefined,
): Promise<readonly Selection[] | Objection> => {
  const strange = strangeIn('series', series, await seriesOf(db, null, asOf))
  if (strange !== null) return strange
  const { bySeries, plainest } = await breakdownsIn(db, asOf)
  if (breakdowns === undefined) return series.flatMap((code) => plainest.get(code) ?? [])
  const own = series.flatMap((code) => bySeries.get(code) ?? [])
  if (breakdowns.includes(everyBreakdown)) return own
  const there = new Map(own.map((one) => [one.breakdown, one]))
  const unknown = strangeIn('breakdown', breakdowns, there)
  return unknown ?? own.filter(({ breakdown }) => breakdowns.includes(breakdown))
}

/** Line by line: never more than one in memory. */
async function* rowsOf(
  look: ApiLook,
  selections: readonly Selection[],
  areas: readonly string[] | null,
  [from, to]: readonly [number, number],
) {
  const knownOn = await daysOf(look, look.asOf)
  for (const selection of selections) {
    const found = await pathsOf(look.db, [selection], areas, look.asOf)
    for (const one of [...found.values()].flat()) if (one.year >= from && one.year <= to) yield told(one, knownOn)
  }
}

const keyOf = ({ series, breakdown, area, year: of }: z.infer<typeof observation>): string =>
  [series, breakdown, area, of].join('|')

/** What begins as a key does is where its rows are: those before need not be read. */
const from = (selections: readonly Selection[], after: string | null): readonly Selection[] => {
  const at = selections.findIndex(({ series, breakdown }) => after?.startsWith(`${series}|${breakdown}|`))
  return at === -1 ? selections : selections.slice(at)
}

export const observationEndpoints = [
  lists({
    path: '/observations',
    name: 'Observation',
    may,
    about: 'statistics.api.observations',
    asks: z.object({
      series: apiList('statistics.api.series'),
      breakdown: apiList('statistics.api.breakdown').optional(),
      area: apiList('statistics.api.area').optional(),
      group: apiList('statistics.api.group').optional(),
      from: year('statistics.api.from').optional(),
      to: year('statistics.api.to').optional(),
    }),
    item: observation,
    keyOf,
    example: async (look) => {
      const { series, areas } = await anExample(look)
      return { series, area: areas.join(',') }
    },
    load: async (look, asked, after) => {
      const strange =
        (await strangeArea(look, 'area', asked.area ?? [], 'area')) ??
        (await strangeArea(look, 'group', asked.group ?? [], 'group'))
      if (strange !== null) return strange
      if (asked.from !== undefined && asked.to !== undefined && asked.from > asked.to)
        return {
          ...objection('from', String(asked.from), 'statistics.api.yearsTurned', { to: String(asked.to) }),
          nearest: [String(asked.to)],
        }
      const selections = await selectionsFor(look, asked.series, asked.breakdown)
      if ('kind' in selections) return selections
      const areas =
        asked.area === undefined && asked.group === undefined
          ? null
          : [...new Set([...(asked.area ?? []), ...(await membersOf(look, asked.group ?? []))])]
      return rowsOf(look, from(selections, after), areas, [asked.from ?? 0, asked.to ?? 9999])
    },
  }),
  gives({
    path: '/observations/revisions',
    name: 'ObservationWhole',
    may,
    about: 'statistics.api.observation',
    asks: z.object({
      series: z.string().max(80).meta({ about: 'statistics.api.oneSeries' }),
      breakdown: z.string().max(200).optional().meta({ about: 'statistics.api.oneBreakdown' }),
      area: z.string().max(90).meta({ about: 'statistics.api.oneArea' }),
      year: year('statistics.api.year'),
    }),
    item: z.object({ page: z.url(), revisions: z.array(observation) }),
    example: async (look) => {
      const { series, areas, year: of } = await anExample(look)
      return { series, area: areas[0] ?? '', year: of }
    },
    load: async (look, { series, breakdown, area, year: of }) => {
      const strange = await strangeArea(look, 'area', [area], 'area')
      if (strange !== null) return strange
      const selections = await selectionsFor(look, [series], breakdown === undefined ? undefined : [breakdown])
      if ('kind' in selections) return selections
      const line = selections[0] ?? { series, breakdown: '' }
      const cell = { series, breakdown: line.breakdown, area, year: of }
      const [revisions, knownOn] = [await revisionsOf(look.db, cell, look.asOf), await daysOf(look, look.asOf)]
      if (revisions.length === 0) {
        const path = [...(await pathsOf(look.db, [line], [area], look.asOf)).values()].flat()
        return unknownValue('year', String(of), nearestYears(of, path), 404)
      }
      return {
        page: look.pageAt(cellAddress(cell)),
        revisions: revisions.map(({ observation: one }) => told(one, knownOn)),
      }
    },
  }),
]

const nearestYears = (of: number, path: readonly Observation[]): readonly string[] =>
  path
    .map((one) => one.year)
    .toSorted((a, b) => Math.abs(a - of) - Math.abs(b - of))
    .slice(0, 3)
    .map(String)
