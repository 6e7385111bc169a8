import type { Day } from '#kernel'
import { type Absent, type Ask, type Going, goes } from '#platform'
import { type Area, type Membership, type Selection, selectionKey } from '#statistics/core'
import { aggregatesOf, type Composed, type GroupFigures } from './aggregates.ts'
import { groupsIn } from './aggregates-groups.ts'
import { type AreaLines, areaLinesOf } from './area-lines.ts'
import { areaAt } from './finding-area.ts'
import { latestOf } from './kept.ts'
import { breakdownsIn } from './kept-breakdowns.ts'
import type { EconomyProps } from './pages/economy.tsx'
import type { GroupProps } from './pages/group.tsx'
import { areaPage } from './pages/names.tsx'
import { areaLedePlace, areaPlace } from './places.ts'
import { sourcesOf } from './reads.ts'
import { type ReportedSeries, reportedOf } from './reported.ts'
import { areasOf, dimensions, groupSpellsOf, schemesOf } from './store/areas.ts'
import { aliasesOf, portraitOf, spellsOf } from './store/portrait.ts'
import { areaRemarks } from './store/reach.ts'
import { referenceOn } from './store/reference.ts'
import { seriesOf } from './store/series.ts'

const distinct = (selections: readonly Selection[]): readonly Selection[] => [
  ...new Map(
    selections.map(({ series, breakdown }) => [selectionKey({ series, breakdown }), { series, breakdown }]),
  ).values(),
]

/** The line that is drawn: the first figure of the portrait that is better the higher or the lower, with the groups beside it. */
const contextOf = async ({ db, asOf }: Ask, { beside, lines }: AreaLines, facts: readonly Selection[]) => {
  const keys = facts.map(selectionKey)
  const drawn = lines.find(
    ({ selection, series, known }) =>
      keys.includes(selectionKey(selection)) &&
      series.better !== null &&
      series.unit === 'PT' &&
      known.kind === 'economy' &&
      known.observations.length > 1,
  )
  if (drawn === undefined) return null
  const asks = beside.map(({ group }) => ({ selection: drawn.selection, group }))
  const context = await aggregatesOf(db, asks, asOf, 'now')
  return { line: drawn, context: context.flatMap((one): GroupFigures[] => (one === null ? [] : [one])) }
}

const reportedSeries = (all: readonly ReportedSeries[]): readonly string[] =>
  all.flatMap(({ series, latest }) => (latest === null ? [] : [series.code]))

const toldSeries = ({ lines }: AreaLines): readonly string[] => [
  ...new Set(lines.flatMap(({ series, year }) => (year === null ? [] : [series.code]))),
]

const economyPage = async (ask: Ask, area: Area): Promise<EconomyProps> => {
  const { db, asOf } = ask
  const { series: facts } = await portraitOf(db, asOf)
  const reported = await reportedOf(db, area.code, asOf)
  const plainest = reported.flatMap(({ selection }) => selection ?? [])
  const lines = await areaLinesOf(db, area.code, distinct([...facts, ...plainest]), asOf)
  const spells = await spellsOf(db, area.code, asOf)
  const { id } = await referenceOn(db, asOf)
  // One after the other: what was computed of groups for the one stands for the other.
  const parts = await ask.panels(areaPlace, [area.code])
  const ledes = await ask.panels(areaLedePlace, [area.code])
  const [schemes, areas, aliases, remarks, chart, lists, sources] = await Promise.all([
    schemesOf(db, id, null),
    areasOf(db, [...spells.map((one) => `${one.scheme}/${one.group}`), ...lines.beside.map(({ group }) => group)]),
    aliasesOf(db, [area.code]),
    areaRemarks(db, [area.code]),
    contextOf(ask, lines, facts),
    dimensions(db),
    sourcesOf(db, reportedSeries(reported), asOf),
  ])
  return {
    area,
    areas: new Map([...areas, [area.code, area]]),
    remark: remarks.get(area.code) ?? null,
    aliases: aliases.filter(({ alias }) => !Object.values(area.names).includes(alias)),
    facts: facts.map(selectionKey),
    lines,
    dimensions: lists,
    sources,
    reported,
    spells: spells.map((spell) => ({
      spell,
      scheme: schemes.find(({ code }) => code === spell.scheme) ?? null,
      area: `${spell.scheme}/${spell.group}`,
    })),
    chart,
    ledes: ledes.get(area.code) ?? [],
    parts: parts.get(area.code) ?? [],
  }
}

/** Who belonged to a group and when: those who do on the day asked, and those who did or will. */
const membersOf = async ({ db, asOf }: Ask, scheme: string, group: string) => {
  const { id } = await referenceOn(db, asOf)
  const spells = (await groupSpellsOf(db, id, scheme, group)).filter(
    ({ knownOn }) => knownOn === null || knownOn <= asOf,
  )
  const isOn = ({ from, until }: Membership, day: Day) =>
    (from === null || from <= day) && (until === null || day < until)
  const current = spells.filter((one) => isOn(one, asOf))
  return {
    current,
    others: spells.filter((one) => !current.includes(one)),
  }
}

const groupPage = async (ask: Ask, area: Area, composed: Composed): Promise<GroupProps | null> => {
  const { db, asOf } = ask
  const [schemeCode = '', groupCode = ''] = area.code.split('/')
  const scheme = (await groupsIn(db, asOf)).schemeOf(area.code)
  if (scheme === null) return null
  const { series: facts } = await portraitOf(db, asOf)
  const plainest = [...(await breakdownsIn(db, asOf)).plainest.values()]
  const lines = await areaLinesOf(db, area.code, distinct([...facts, ...plainest]), asOf, composed)
  const members = await membersOf(ask, schemeCode, groupCode)
  const [areas, latest, panels, names, lists, sources] = await Promise.all([
    areasOf(db, null),
    latestOf(db, facts, asOf),
    ask.panels(areaPlace, [area.code]),
    seriesOf(db, null, asOf),
    dimensions(db),
    sourcesOf(db, toldSeries(lines), asOf),
  ])
  return {
    area,
    areas,
    scheme,
    composed,
    facts: facts.map(selectionKey),
    lines,
    dimensions: lists,
    sources,
    names,
    members,
    columns: facts.flatMap((selection) => {
      const series = names.get(selection.series)
      const found = latest.get(selectionKey(selection)) ?? []
      return series === undefined ? [] : [{ series, latest: new Map(found.map((one) => [one.area as string, one])) }]
    }),
    parts: panels.get(area.code) ?? [],
  }
}

/** The page of an economy, or where to go, or what is nearest. */
export const economyAt = async (ask: Ask, text: string): Promise<EconomyProps | Going | Absent> => {
  const found = await areaAt(ask.db, text, ask.asOf)
  if (found.kind === 'absent' || found.kind === 'go') return found
  return found.kind === 'group' ? goes(areaPage(found.code)) : economyPage(ask, found)
}

export const groupAt = async (
  ask: Ask,
  text: string,
  composed: Composed,
): Promise<GroupProps | Going | Absent | null> => {
  const found = await areaAt(ask.db, text, ask.asOf)
  return found.kind === 'absent' || found.kind === 'go' ? found : groupPage(ask, found, composed)
}
