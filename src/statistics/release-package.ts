import { createHash } from 'node:crypto'
import { languages, type Words, wordsIn } from '#kernel'
import {
  type Ask,
  bytesOf,
  type CellType,
  columnsOf,
  csvTable,
  type Taken,
  type TakenColumn,
  type TakenRow,
  type TakenRows,
  taken,
  type ZipEntry,
  zipOf,
} from '#platform'
import type { Series } from '#statistics/core'
import { figureColumns } from './files-of-figures.ts'
import { aboutRelease, type ReleaseAsked, releaseAddress, releaseRows, releaseTitle } from './release-taken.ts'
import { areasOf, dimensions } from './store/areas.ts'
import { broughtBy } from './store/changes.ts'
import { seriesOf } from './store/series.ts'

/** The types of Table Schema. */
const fieldTypes: Readonly<Record<CellType, string>> = {
  text: 'string',
  number: 'number',
  year: 'year',
  day: 'date',
  flag: 'boolean',
}

type Key = { readonly primaryKey: readonly string[]; readonly foreignKeys?: readonly object[] }

/** A table of the package: its file, what it holds, and how it hangs together with the others. */
type PackageTable = {
  readonly name: string
  readonly title: string
  readonly columns: readonly TakenColumn[]
  readonly rows: TakenRows
  readonly key: Key
}

/** What has been written of a file, told once it is. */
type Written = { bytes: number; readonly digest: ReturnType<typeof createHash> }

async function* counted(body: AsyncIterable<Uint8Array>, written: Written): AsyncGenerator<Uint8Array> {
  for await (const bytes of body) {
    written.bytes += bytes.length
    written.digest.update(bytes)
    yield bytes
  }
}

const inAll = (words: Words | null): TakenRow => languages.map((language) => words?.[language] ?? null)
const nameColumns = languages.map((language) => [`name_${language}`, 'text'] as const)
const references = (field: string, table: string, its: string) => ({
  fields: [field],
  reference: { resource: table, fields: [its] },
})

const tablesOf = async (ask: Ask, asked: ReleaseAsked): Promise<readonly PackageTable[]> => {
  const { db, say, asOf } = ask
  const [areas, lists, brought] = await Promise.all([
    areasOf(db, null),
    dimensions(db),
    broughtBy(db, asked.release.number),
  ])
  const all = await seriesOf(
    db,
    brought.map(({ series }) => series),
    asOf,
  )
  const label = (key: string): string => say(`statistics.take.${key}`)
  const columns = (list: Parameters<typeof columnsOf>[2]) => columnsOf(say, 'statistics.column', list)
  return [
    {
      name: 'observations',
      title: label('observations'),
      columns: figureColumns(say),
      rows: releaseRows(ask, asked, areas),
      key: {
        primaryKey: ['series', 'breakdown', 'area', 'year'],
        foreignKeys: [references('series', 'series', 'series'), references('area', 'areas', 'area')],
      },
    },
    {
      name: 'series',
      title: label('series'),
      columns: columns([['series', 'text'], ...nameColumns, ['frame', 'text'], ['unit', 'text'], ['dataset', 'text']]),
      rows: [...all.values()].map((one: Series) => [one.code, ...inAll(one.names), one.frame, one.unit, one.dataset]),
      key: { primaryKey: ['series'] },
    },
    {
      name: 'areas',
      title: label('areas'),
      columns: columns([['area', 'text'], ...nameColumns, ['m49', 'text'], ['area_kind', 'text']]),
      rows: [...areas.values()].map(({ code, names, m49, kind }) => [code, ...inAll(names), m49, kind]),
      key: { primaryKey: ['area'] },
    },
    {
      name: 'codes',
      title: label('codes'),
      columns: columns([['list', 'text'], ['code', 'text'], ...nameColumns]),
      rows: lists.flatMap(({ code, codes }) => codes.map((one) => [code, one.code, ...inAll(one.names)])),
      key: { primaryKey: ['list', 'code'] },
    },
  ]
}

/** What a package says about itself: Data Package 2.0, with Table Schema for each of its tables. */
const descriptor = (
  ask: Ask,
  asked: ReleaseAsked,
  tables: readonly PackageTable[],
  written: ReadonlyMap<string, Written>,
): string => {
  const { release, dataset } = asked
  const { language, say } = ask
  return `${JSON.stringify(
    {
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: `release-${release.number}`,
      id: releaseAddress(ask, asked),
      title: releaseTitle(ask, asked),
      description: [release.credit, release.caveat === null ? '' : wordsIn(language, release.caveat)]
        .concat(say('statistics.take.formulas'))
        .filter(Boolean)
        .join(' '),
      homepage: releaseAddress(ask, asked),
      version: `${release.number}.0.0`,
      created: release.loadedAt,
      licenses:
        dataset === null
          ? []
          : [{ name: dataset.licence.code, path: dataset.licence.address, title: dataset.licence.name }],
      sources: dataset === null ? [] : [{ title: wordsIn(language, dataset.publisher), path: dataset.address }],
      resources: tables.map(({ name, title, columns, key }) => ({
        name,
        path: `data/${name}.csv`,
        title,
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: written.get(name)?.bytes,
        hash: `sha256:${written.get(name)?.digest.digest('hex')}`,
        dialect: { header: true, delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
        schema: {
          fields: columns.map((column) => ({
            name: column.key,
            type: fieldTypes[column.type],
            title: column.label,
            // What names a row is never missing: the breakdown of a series that has none is empty, and that is its name.
            ...(key.primaryKey.includes(column.key) && column.type === 'text' ? { missingValues: [] } : {}),
          })),
          missingValues: [''],
          ...key,
        },
      })),
    },
    null,
    2,
  )}\n`
}

const textOf = (lines: readonly (string | null)[]): string =>
  `${lines.filter((line): line is string => line !== null).join('\r\n')}\r\n`

/**
 * All of a release as a ZIP: its figures and what explains their codes as CSV, the licence, notes, and a descriptor that programs
 * read. The descriptor is written last, because it says how long each file is and what it adds up to. Nothing of it is in memory.
 */
export const releasePackage = async (ask: Ask, asked: ReleaseAsked): Promise<Taken> => {
  const { say, language } = ask
  const { release, dataset } = asked
  const tables = await tablesOf(ask, asked)
  const written = new Map(tables.map(({ name }) => [name, { bytes: 0, digest: createHash('sha256') }]))
  const incomplete = (rows: number): string => say('platform.incomplete', { rows })
  const about = aboutRelease(language, asked)
  const entries: readonly ZipEntry[] = [
    ...tables.map(({ name, title, columns, rows }): ZipEntry => {
      const own = written.get(name) ?? { bytes: 0, digest: createHash('sha256') }
      return {
        path: `data/${name}.csv`,
        body: () => counted(bytesOf(csvTable({ name, label: title, columns, rows }, incomplete)), own),
      }
    }),
    {
      path: 'LICENCE.txt',
      body: () =>
        bytesOf([
          textOf(
            dataset === null
              ? [release.credit]
              : [dataset.licence.name, dataset.licence.code, dataset.licence.address, '', release.credit],
          ),
        ]),
    },
    {
      path: 'NOTES.txt',
      body: () =>
        bytesOf([
          textOf([
            releaseTitle(ask, asked),
            releaseAddress(ask, asked),
            '',
            about.source ?? null,
            release.credit,
            `${say('platform.note.asOf')}: ${release.knownOn}`,
            release.caveat === null ? null : wordsIn(language, release.caveat),
            '',
            say('statistics.take.missing', { count: release.missing }),
            say('statistics.take.formulas'),
            `${release.file}, SHA-256 ${release.digest}`,
          ]),
        ]),
    },
    { path: 'datapackage.json', body: () => bytesOf([descriptor(ask, asked, tables, written)]) },
  ]
  return taken('application/zip', `release-${release.number}.zip`, zipOf(entries, release.knownOn))
}
