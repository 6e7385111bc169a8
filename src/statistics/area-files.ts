import { wordsIn } from '#kernel'
import { type Ask, csvOf, type Taken, taken } from '#platform'
import { type Area, cellsOf, numberOf, type Observation } from '#statistics/core'
import type { GroupFigures } from './aggregates.ts'
import { lineTold } from './aggregates-told.ts'
import type { Membership } from './core/reference.ts'
import { pathsOfEconomy } from './kept-areas.ts'
import { releasesAsOf } from './store/releases.ts'
import { datasets, seriesOf } from './store/series.ts'

const csv = 'text/csv; charset=utf-8'

/** Letters that every file system takes. */
const nameOf = ({ code }: Area, kind: string): string => `${code.replace('/', '_')}_${kind}`

type Row = Observation & {
  readonly knownOn: string | null
  readonly licence: string | null
  readonly credit: string | null
}

/** Every figure of an economy in every series and breakdown, as known on the day asked, with whose it is. */
const figuresOf = async ({ db, asOf }: Ask, area: Area): Promise<readonly Row[]> => {
  const [paths, releases, series, all] = [
    await pathsOfEconomy(db, area.code, asOf),
    new Map((await releasesAsOf(db, asOf)).map((one) => [one.number, one])),
    await seriesOf(db, null, asOf),
    new Map((await datasets(db)).map((one) => [one.code as string, one])),
  ]
  return [...paths.values()].flat().map((one) => {
    const release = releases.get(one.release)
    const dataset = all.get(series.get(one.series)?.dataset ?? '')
    return {
      ...one,
      knownOn: release?.knownOn ?? null,
      licence: dataset?.licence.code ?? null,
      credit: release?.credit ?? null,
    }
  })
}

const columns = [
  'area',
  'area_name',
  'series',
  'breakdown',
  'year',
  'value',
  'bound',
  'missing',
  'published',
  'unit',
  'nature',
  'status',
  'flag',
  'note',
  'source',
  'release',
  'known_on',
  'licence',
  'credit',
  'as_of',
] as const

export const economyCsv = async (ask: Ask, area: Area): Promise<Taken> => {
  const rows = (await figuresOf(ask, area)).map((one) => {
    const { value, bound, missing } = cellsOf(one)
    const { series, breakdown, year, published, unit, nature, status, flag, note, source, release } = one
    const whose = [release, one.knownOn, one.licence, one.credit, ask.asOf]
    const said = [value, bound, missing, published, unit, nature, status, flag, note, source]
    return [area.code, wordsIn(ask.language, area.names), series, breakdown, year, ...said, ...whose]
  })
  return taken(csv, nameOf(area, 'figures.csv'), csvOf([columns, ...rows]))
}

export const economyJson = async (ask: Ask, area: Area): Promise<Taken> => {
  const figures = (await figuresOf(ask, area)).map((one) => ({
    series: one.series,
    breakdown: one.breakdown,
    year: one.year,
    ...cellsOf(one),
    number: one.value.kind === 'known' ? numberOf(one.value.value) : null,
    published: one.published,
    unit: one.unit,
    nature: one.nature,
    status: one.status,
    flag: one.flag,
    note: one.note,
    source: one.source,
    release: one.release,
    known_on: one.knownOn,
    licence: one.licence,
    credit: one.credit,
  }))
  const said = { area: area.code, names: area.names, m49: area.m49, as_of: ask.asOf, figures }
  return taken('application/json', nameOf(area, 'figures.json'), `${JSON.stringify(said)}\n`)
}

const groupColumns = [
  'group',
  'group_name',
  'series',
  'breakdown',
  'year',
  'value',
  'by',
  'label',
  'reason',
  'observed_share',
  'imputed_share',
  'members',
  'members_on',
  'as_of',
] as const

/** Figures of a group: what stands above, whose it is, and for ours its label and how much of it was observed. */
export const groupCsv = (ask: Ask, area: Area, lines: readonly GroupFigures[]): Taken => {
  const rows = lines.flatMap((line) =>
    lineTold(line).figures.map((one) => [
      area.code,
      wordsIn(ask.language, area.names),
      line.selection.series,
      line.selection.breakdown,
      one.year,
      one.headline?.value ?? null,
      one.headline?.by ?? null,
      one.label,
      one.reason,
      one.shares?.observed ?? null,
      one.shares?.imputed ?? null,
      one.members,
      one.members_on,
      ask.asOf,
    ]),
  )
  return taken(csv, nameOf(area, 'figures.csv'), csvOf([groupColumns, ...rows]))
}

export const groupJson = (ask: Ask, area: Area, lines: readonly GroupFigures[]): Taken => {
  const said = { group: area.code, names: area.names, as_of: ask.asOf, lines: lines.map(lineTold) }
  return taken('application/json', nameOf(area, 'figures.json'), `${JSON.stringify(said)}\n`)
}

const memberColumns = [
  'group',
  'member',
  'member_name',
  'from',
  'until',
  'precision',
  'status',
  'source',
  'as_of',
] as const

export const membersCsv = (
  ask: Ask,
  area: Area,
  spells: readonly Membership[],
  areas: ReadonlyMap<string, Area>,
): Taken => {
  const rows = spells.map(({ member, from, until, precision, status, source }) => {
    const names = areas.get(member)?.names
    const name = names === undefined ? null : wordsIn(ask.language, names)
    return [area.code, member, name, from, until, precision, status, source, ask.asOf]
  })
  return taken(csv, nameOf(area, 'members.csv'), csvOf([memberColumns, ...rows]))
}
