import { z } from 'zod'
import { Day, sameAtPrecision, wordsIn } from '#kernel'
import {
  type Absent,
  type Ask,
  addressAsOf,
  addressOf,
  columnsOf,
  get,
  notesOf,
  notUnderstood,
  type Route,
  type TakeAway,
  type TakenRow,
  takeTable,
} from '#platform'
import { type Explanation, nearest, type Observation, type Selection } from '#statistics/core'
import { aggregatesOf, type Composed, explainOf, type GroupFigure } from '../aggregates.ts'
import { groupsIn } from '../aggregates-groups.ts'
import { aboutDataset } from '../files-of-figures.ts'
import { ExplainPage, type ExplainProps } from '../pages/explain.tsx'
import { sourcesOf } from '../reads.ts'
import { areasOf } from '../store/areas.ts'
import { historyOfYear } from '../store/observations.ts'
import { releasesAsOf } from '../store/releases.ts'
import { seriesOf } from '../store/series.ts'
import { areasNearby, seriesNearby } from './asking.ts'
import { chosenOf } from './series.ts'

const may = 'statistics.see'

const asks = z.object({
  series: z.string().max(80).optional(),
  breakdown: z.string().max(200).optional(),
  group: z.string().max(90).optional(),
  year: z.string().max(20).optional(),
  composed: z.string().max(20).optional(),
})
type Asked = z.infer<typeof asks>

const composedFrom = (text: string | undefined): Composed | null =>
  text === undefined || text === 'then' ? 'then' : text === 'now' ? text : Day.parse(text)

/** Members whose value was revised after the custodian's figure was published: theirs does not have it yet, ours does. */
const revisedSince = async (
  { db, asOf }: Ask,
  selection: Selection,
  figure: GroupFigure | null,
  explanation: Explanation | null,
): Promise<ExplainProps['revised']> => {
  if (figure?.headline?.by !== 'custodian' || explanation === null) return []
  const releases = await releasesAsOf(db, asOf)
  const knownOn = new Map(releases.map((one) => [one.number, one.knownOn]))
  const theirs = knownOn.get(figure.headline.observation.release)
  const codes = explanation.members.flatMap(({ code, tier }) => (tier === 'observed' ? [code] : []))
  if (theirs === undefined || codes.length === 0) return []
  const decimal = (one: Observation | undefined) => (one?.value.kind === 'known' ? one.value.value.decimal : null)
  const said = Map.groupBy(await historyOfYear(db, selection, codes, figure.year, asOf), ({ area }) => area)
  return [...said].flatMap(([area, [newest, earlier]]) => {
    const [after, before] = [decimal(newest), decimal(earlier)]
    const since = newest === undefined ? undefined : knownOn.get(newest.release)
    if (before === null || after === null || since === undefined || since <= theirs) return []
    return sameAtPrecision(before, after) ? [] : [{ area, knownOn: since }]
  })
}

type Found = Omit<ExplainProps, 'beside' | 'weighed' | 'revised' | 'areas' | 'names'> & {
  readonly selection: Selection
}

const foundAt = async (ask: Ask, asked: Asked): Promise<Found | Absent> => {
  const { db, asOf } = ask
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const at = (but: Readonly<Record<string, string>>) =>
    `/explain?${new URLSearchParams({ ...Object.fromEntries(given), ...but })}`
  const missing = (parameter: string) => notUnderstood('statistics.parameterMissing', { parameter })
  const { series: code, group, year } = asked
  if (code === undefined) return missing('series')
  if (group === undefined) return missing('group')
  if (year === undefined) return missing('year')
  const composed = composedFrom(asked.composed)
  if (composed === null || !/^\d{4}$/.test(year))
    return notUnderstood(
      'ui.parameterNotUnderstood',
      composed === null ? { parameter: 'composed', value: asked.composed ?? '' } : { parameter: 'year', value: year },
    )
  const chosen = await chosenOf(ask, code, asked.breakdown, (breakdown) => at({ breakdown }))
  if ('kind' in chosen) {
    const all = await seriesOf(db, null, asOf)
    return all.has(code) ? chosen : { ...chosen, nearby: seriesNearby(code, all, (series) => at({ series })) }
  }
  if (chosen.chosen === null) return notUnderstood('statistics.noFigures', { series: code, day: asOf })
  const groups = await groupsIn(db, asOf)
  if (groups.schemeOf(group) === null) {
    const areas = [...(await areasOf(db, groups.all)).values()]
    return {
      ...notUnderstood('statistics.noSuchGroup', { group, nearest: nearest(group, groups.all) }),
      nearby: areasNearby(group, areas, (one) => at({ group: one })),
    }
  }
  const selection = { series: chosen.series.code, breakdown: chosen.chosen.breakdown }
  const found = await explainOf(db, { selection, group }, Number(year), asOf, composed)
  if (found === null) return missing('group')
  return { ...found, selection, series: chosen.series, dimensions: chosen.dimensions, composed }
}

const load = async (ask: Ask, asked: Asked): Promise<ExplainProps | Absent> => {
  const found = await foundAt(ask, asked)
  if ('kind' in found) return found
  const { db, asOf } = ask
  const { selection, line, figure, explanation, composed } = found
  const [lines, names, areas, sources, revised] = await Promise.all([
    aggregatesOf(db, [{ selection, group: line.group }], asOf, composed),
    seriesOf(db, null, asOf),
    areasOf(db, null),
    line.weight === null ? [] : sourcesOf(db, [line.weight.series], asOf),
    revisedSince(ask, selection, figure, explanation),
  ])
  const [source] = sources
  const release = source?.releases[0]
  const year = Number(asked.year)
  return {
    ...found,
    names,
    areas,
    weighed:
      source === undefined || release === undefined
        ? null
        : { knownOn: release.knownOn, publisher: source.dataset.publisher },
    revised,
    beside: (lines[0]?.figures ?? [])
      .flatMap((one) => (one.headline === null || one.year === year ? [] : [one.year]))
      .toSorted((a, b) => Math.abs(a - year) - Math.abs(b - year))
      .slice(0, 4)
      .toSorted((a, b) => a - b),
  }
}

/** The row of those that were not observed, as `tier` names it. */
const together = 'not observed, together' as const

/** The members as a file: full doubles, no value of a member that was not observed, one row for all of those together. */
const membersTaken = async (ask: Ask, asked: Asked): Promise<TakeAway | Absent> => {
  const found = await foundAt(ask, asked)
  if ('kind' in found) return found
  const { say, language, asOf, here } = ask
  const { explanation, selection, line, series } = found
  if (explanation === null)
    return notUnderstood('statistics.notAggregated', { series: selection.series, group: line.group })
  const { members, pool, figure } = explanation
  const areas = await areasOf(ask.db, [line.group, ...members.map(({ code }) => code)])
  const nameOf = (code: string): string | null => {
    const names = areas.get(code)?.names
    return names === undefined ? null : wordsIn(language, names)
  }
  const pooled: readonly TakenRow[] =
    pool.kind === 'none'
      ? []
      : [['', null, together, null, null, pool.share, pool.kind === 'pooled' ? pool.contribution : null]]
  const unobserved = members.filter(({ tier }) => tier !== 'observed').length
  const title = `${series.code} · ${wordsIn(language, series.names)} · ${nameOf(line.group) ?? line.group} · ${figure.year}`
  const [source] = await sourcesOf(ask.db, [series.code], asOf)
  const query = new URLSearchParams(here.query)
  return {
    name: `${selection.series}_${line.group.replace('/', '_')}_${figure.year}`,
    title,
    language,
    tables: [
      {
        name: 'members',
        label: nameOf(line.group) ?? line.group,
        columns: columnsOf(say, 'statistics.column', [
          ['code', 'text'],
          ['area_name', 'text'],
          ['tier', 'text'],
          ['value', 'number', series.unit],
          ['weight', 'number'],
          ['share_of_weight', 'number'],
          ['contribution', 'number'],
        ]),
        rows: [
          ...members.map(
            (one): TakenRow => [
              one.code,
              nameOf(one.code),
              one.tier,
              one.tier === 'observed' ? one.value : null,
              one.weight,
              one.share,
              one.tier === 'observed' ? one.contribution : null,
            ],
          ),
          ...pooled,
          [line.group, nameOf(line.group), figure.label, figure.value, null, null, figure.value],
        ],
      },
    ],
    notes: notesOf(say, {
      ...(source === undefined ? {} : aboutDataset(source.dataset, language)),
      asOf,
      address: `${here.origin}${addressAsOf(addressOf(language, `/explain?${query}`), asOf)}`,
      missing: say('statistics.take.unobserved', { count: unobserved }),
    }),
  }
}

export const explainRoutes: readonly Route[] = [
  get({ path: '/explain', may, asks, load: (ask, _, asked) => load(ask, asked), page: ExplainPage }),
  ...takeTable({ path: '/explain/members', may, asks, load: (ask, _, asked) => membersTaken(ask, asked) }),
]
