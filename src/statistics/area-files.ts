import { languages, type Words, wordsIn } from '#kernel'
import { type Ask, addressAsOf, addressOf, columnsOf, notesOf, type TakeAway, type TakenRow } from '#platform'
import { type Area, cellsOf, isGroup, type Source } from '#statistics/core'
import type { GroupFigure, GroupFigures } from './aggregates.ts'
import type { Membership } from './core/reference.ts'
import { aboutSources, figureColumns, figureRow, knownOnOf } from './files-of-figures.ts'
import { releasesTable } from './files-of-releases.ts'
import { pathsOfEconomy } from './kept-areas.ts'
import { areaPage } from './pages/names.tsx'
import { releasesAsOf } from './store/releases.ts'
import { datasets, seriesOf } from './store/series.ts'

/** Letters that every file system takes. */
const nameOf = ({ code }: Area, kind: string): string => `${code.replace('/', '_')}_${kind}`

const addressIn = ({ here, language, asOf }: Ask, path: string): string =>
  `${here.origin}${addressAsOf(addressOf(language, path), asOf)}`

/** Every figure of an economy in every series and breakdown, as known on the day asked, and the releases that brought them. */
export const economyTaken = async (ask: Ask, area: Area): Promise<TakeAway> => {
  const { db, asOf, say, language } = ask
  const [paths, releases, series, whose] = [
    await pathsOfEconomy(db, area.code, asOf),
    await releasesAsOf(db, asOf),
    await seriesOf(db, null, asOf),
    await datasets(db),
  ]
  const name = wordsIn(language, area.names)
  const knownOn = knownOnOf(releases)
  const licences = new Map(whose.map(({ code, licence }) => [code as string, licence.code]))
  const figures = [...paths.values()].flat()
  const used = new Set(figures.map(({ release }) => release))
  const brought = releases.filter(({ number }) => used.has(number))
  const from = new Set(brought.map(({ dataset }) => dataset))
  return {
    name: nameOf(area, 'figures'),
    title: name,
    language,
    tables: [
      {
        name: 'figures',
        label: name,
        columns: figureColumns(say),
        rows: figures.map((one) =>
          figureRow(one, {
            name,
            knownOn: knownOn.get(one.release) ?? null,
            licence: licences.get(series.get(one.series)?.dataset ?? '') ?? null,
          }),
        ),
      },
      releasesTable(ask, brought, whose),
    ],
    notes: notesOf(say, {
      ...aboutSources(
        whose.flatMap((dataset) => (from.has(dataset.code) ? [{ dataset }] : [])),
        language,
      ),
      asOf,
      address: addressIn(ask, areaPage(area.code)),
      missing: say('statistics.take.missing', {
        count: figures.filter(({ value }) => value.kind === 'missing').length,
      }),
    }),
  }
}

/** What stands above: the custodian's figure with its digits, or ours, whose source is that. */
const headlineCells = ({ headline }: GroupFigure): TakenRow => {
  if (headline === null) return [null, null, null, null, null]
  if (headline.by === 'computed') return [headline.value, null, headline.by, 'computed', null]
  const { value, bound } = cellsOf(headline.observation)
  return [value, bound, headline.by, headline.observation.source, headline.observation.release]
}

const groupRows = (
  ask: Ask,
  area: Area,
  lines: readonly GroupFigures[],
  knownOn: ReadonlyMap<number, string>,
): readonly TakenRow[] => {
  const name = wordsIn(ask.language, area.names)
  return lines.flatMap(({ selection: { series, breakdown }, figures }) =>
    figures.map((one): TakenRow => {
      const [value = null, bound = null, by = null, source = null, release = null] = headlineCells(one)
      return [
        ...[series, area.code, name, one.year, breakdown, value, bound, by],
        ...[one.ours.label, one.ours.reason, one.ours.shares?.observed ?? null, one.ours.shares?.imputed ?? null],
        ...[one.ours.members, one.membersOn, source, release],
        release === null ? null : (knownOn.get(Number(release)) ?? null),
      ]
    }),
  )
}

/** Figures of a group: what stands above, whose it is, and for ours its label and how much of it was observed. */
export const groupTaken = async (
  ask: Ask,
  area: Area,
  lines: readonly GroupFigures[],
  sources: readonly Source[],
  address: string,
): Promise<TakeAway> => {
  const { say, language, asOf, db } = ask
  const name = wordsIn(language, area.names)
  const rows = groupRows(ask, area, lines, knownOnOf(await releasesAsOf(db, asOf)))
  return {
    name: nameOf(area, 'figures'),
    title: name,
    language,
    tables: [
      {
        name: 'figures',
        label: name,
        columns: columnsOf(say, 'statistics.column', [
          ['series', 'text'],
          ['area', 'text'],
          ['area_name', 'text'],
          ['year', 'year'],
          ['breakdown', 'text'],
          ['value', 'number'],
          ['bound', 'text'],
          ['by', 'text'],
          ['label', 'text'],
          ['reason', 'text'],
          ['observed_share', 'number'],
          ['imputed_share', 'number'],
          ['members', 'number'],
          ['members_on', 'day'],
          ['source', 'text'],
          ['release', 'number'],
          ['known_on', 'day'],
        ]),
        rows,
      },
    ],
    notes: notesOf(say, {
      ...aboutSources(sources, language),
      asOf,
      address: addressIn(ask, address),
      missing: say('statistics.take.noGroupFigure', { count: rows.filter((row) => row[5] === null).length }),
    }),
  }
}

/** Who belonged to a group, and from when to when. */
export const membersTaken = (
  ask: Ask,
  area: Area,
  spells: readonly Membership[],
  areas: ReadonlyMap<string, Area>,
): TakeAway => {
  const { say, language, asOf } = ask
  const name = wordsIn(language, area.names)
  return {
    name: nameOf(area, 'members'),
    title: name,
    language,
    tables: [
      {
        name: 'members',
        label: say('statistics.column.members'),
        columns: columnsOf(say, 'statistics.column', [
          ['area', 'text'],
          ['area_name', 'text'],
          ['member', 'text'],
          ['member_name', 'text'],
          ['from', 'day'],
          ['until', 'day'],
          ['precision', 'text'],
          ['status', 'text'],
          ['source', 'text'],
        ]),
        rows: spells.map(({ member, from, until, precision, status, source }) => {
          const names = areas.get(member)?.names
          const called = names === undefined ? null : wordsIn(language, names)
          return [area.code, name, member, called, from, until, precision, status, source]
        }),
      },
    ],
    notes: notesOf(say, {
      source: [...new Set(spells.map(({ source }) => source))].join(' · ') || null,
      asOf,
      address: addressIn(ask, areaPage(area.code)),
      missing: say('statistics.take.openEnded'),
    }),
  }
}

/** An area of the list of all: an economy with its region, or a group with the number of its members. */
export type ListedArea = { readonly area: Area; readonly region: Area | null; readonly members: number | null }

/** Everybody, by the name in the language of the file and in all of them. */
export const areasTaken = (ask: Ask, all: readonly ListedArea[], lists: readonly string[]): TakeAway => {
  const { say, language, asOf } = ask
  const named = (names: Words | undefined): string | null => (names === undefined ? null : wordsIn(language, names))
  return {
    name: 'areas',
    title: say('statistics.areas.title'),
    language,
    tables: [
      {
        name: 'areas',
        label: say('statistics.areas.title'),
        columns: columnsOf(say, 'statistics.column', [
          ['area', 'text'],
          ['area_name', 'text'],
          ['area_kind', 'text'],
          ['m49', 'text'],
          ['region', 'text'],
          ['region_name', 'text'],
          ['members', 'number'],
          ...languages.map((one) => [`name_${one}`, 'text'] as const),
        ]),
        rows: all.map(({ area, region, members }) => [
          ...[area.code, named(area.names), isGroup(area.code) ? 'group' : 'economy', area.m49],
          ...[region?.code ?? null, named(region?.names), members],
          ...languages.map((one) => area.names[one] ?? null),
        ]),
      },
    ],
    notes: notesOf(say, {
      source: lists.join(' · ') || null,
      asOf,
      address: addressIn(ask, '/areas'),
      missing: say('statistics.take.saidEmpty'),
    }),
  }
}
