import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import { z } from 'zod'
import { type Attempt, Day, done, type Facts, type Fault, languages, refused, type Words } from '#kernel'
import { fileTrouble, readTextFile } from '#platform'
import { AreaCode, DatasetCode, SeriesCode } from '#statistics/core'
import { batchesOf } from './files.ts'
import { disagreements } from './folder-faults.ts'

/** What the content folder of an organization says about its statistics; its README describes the files. */
const others = languages.filter((one) => one !== 'en').map((one) => [one, z.string().min(1).optional()] as const)
const words = z
  .object({ en: z.string().min(1), ...Object.fromEntries(others) })
  .transform((checked) => checked as Words)
const code = (kind: { parse: (text: string) => unknown }) => z.string().refine((text) => kind.parse(text) !== null)
const day = code(Day)
/** A link on a page: nothing that a browser would run. */
const address = z.string().regex(/^https?:\/\//)

const selection = z.object({ series: code(SeriesCode), breakdown: z.string() })

const declared = z.object({
  datasets: z.array(
    z.object({
      code: code(DatasetCode),
      names: words,
      publisher: words,
      url: address,
      licence: z.object({ code: z.string(), name: z.string(), url: address }),
      credit: z.string().min(1),
      caveat: words.nullable(),
      series: z.array(code(SeriesCode)),
    }),
  ),
  files: z.array(
    z.object({
      file: z.string(),
      dataset: code(DatasetCode),
      credit: z.string().min(1),
      via: address.nullable(),
      caveat: words.nullable(),
    }),
  ),
  dimensions: z.array(
    z.object({
      code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
      column: z.string(),
      series: z.array(code(SeriesCode)).optional(),
      names: words,
    }),
  ),
  schemes: z.array(
    z.object({
      code: z.string().regex(/^[A-Za-z0-9-]+$/),
      names: words,
      compositionAsOf: day,
      dated: z.enum(['all', 'some', 'none']),
      world: z.boolean(),
    }),
  ),
  /** Whose the shapes of the map of the world are, where the folder brings some. */
  map: z.object({ dataset: code(DatasetCode) }).optional(),
  /** What a page about an area says of it first, and the lists of groups whose figures stand beside its own. */
  portrait: z.object({ series: z.array(selection), beside: z.array(z.string()) }).default({ series: [], beside: [] }),
})
export type Declared = z.infer<typeof declared>

const place = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const rings = z.array(z.array(place).min(4))

/** Shapes of a map, as GeoJSON (RFC 7946): each with the code of its area, or a code that is none of ours. */
const shapes = z.object({
  features: z.array(
    z.object({
      properties: z.object({ iso3: z.string().regex(/^[A-Z]{3}$/) }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: rings }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) }),
      ]),
    }),
  ),
})
export type Shapes = z.infer<typeof shapes>
const ruleOf = { series: code(SeriesCode), when: z.record(z.string(), z.string()).default({}) }
const passing = { passes: z.enum(['at-least', 'above', 'at-most', 'below']), threshold: z.number() }

/** `aggregation.json`: how the figure of a group comes from those of its members, series by series. */
const aggregation = z.object({
  regions: z.string().nullable(),
  rules: z.array(
    z.discriminatedUnion('method', [
      z.object({ ...ruleOf, method: z.literal('weighted-mean'), weight: selection }),
      z.object({ ...ruleOf, method: z.literal('mean') }),
      z.object({ ...ruleOf, method: z.literal('sum'), weight: selection.optional() }),
      z.object({
        ...ruleOf,
        method: z.literal('ratio-of-sums'),
        numerator: selection,
        denominator: selection,
        times: z.number().positive(),
      }),
      z.object({ ...ruleOf, method: z.literal('median') }),
      z.object({ ...ruleOf, ...passing, method: z.literal('count') }),
      z.object({ ...ruleOf, ...passing, method: z.literal('share') }),
      z.object({ ...ruleOf, method: z.literal('none'), reason: words }),
    ]),
  ),
})
export type Aggregation = z.infer<typeof aggregation>

/** No NUL, which the database does not take, and no bytes that were no UTF-8. */
const maybe = z.string().refine((text) => !text.includes('\0') && !text.includes('\uFFFD'))
const text = maybe.min(1)
const groupCode = z.string().regex(/^[A-Za-z0-9-]+$/)
const names = { name_en: text, ...Object.fromEntries(languages.map((one) => [`name_${one}`, maybe])) }
const dayOr = z.union([z.literal(''), day])
const numberOr = z.string().regex(/^(?:-?\d+(?:\.\d+)?)?$/)

const tables = {
  'series.csv': z.object({
    series: code(SeriesCode),
    indicator: maybe,
    ...names,
    unit: text,
    min: numberOr,
    max: numberOr,
    display_decimals: z.string().regex(/^\d$/),
    better: z.enum(['up', 'down', '']),
    aggregation: text,
    known_on: dayOr.optional(),
    since_year: z
      .string()
      .regex(/^(?:\d{4})?$/)
      .optional(),
  }),
  'codes.csv': z.object({ column: text, series: maybe, code: z.string().regex(/^[A-Za-z0-9_]+$/), ...names }),
  'areas.csv': z.object({
    m49: z.string().regex(/^(?:\d{3})?$/),
    iso2: maybe,
    iso3: z.string().regex(/^[A-Z]{3}$/),
    kind: maybe,
    ...names,
  }),
  'aliases.csv': z.object({ alias: text, kind: text, iso3: code(AreaCode), source: maybe }),
  'group_names.csv': z.object({ group: groupCode, scheme: groupCode, ...names }),
  'groups.csv': z.object({
    group: text,
    scheme: text,
    member_iso3: text,
    from: dayOr,
    to: dayOr,
    precision: z.enum(['day', 'year', '']),
    status: maybe,
    source: maybe,
    known_on: dayOr.optional(),
  }),
  'groups_snapshots.csv': z.object({ known_on: day, scheme: text, member_iso3: text, event: text, commit: maybe }),
  'geo/points.csv': z.object({ iso3: code(AreaCode), lat: numberOr, lon: numberOr }),
  'releases.csv': z.object({ file: text, known_on: day, vintage_text: maybe, basis: text }),
} as const
/** The line of the file on which a row ends. */
export type Lined = { readonly line: number }
export type Tables = { readonly [Name in keyof typeof tables]: readonly (z.infer<(typeof tables)[Name]> & Lined)[] }

/** The files of reference data, in the order in which their digest is taken. */
export const referenceFiles = [
  'datasets.json',
  'aggregation.json',
  'series.csv',
  'codes.csv',
  'areas.csv',
  'aliases.csv',
  'group_names.csv',
  'groups.csv',
  'groups_snapshots.csv',
  'geo/points.csv',
] as const

/** The shapes of the map of the world; a folder may have none, and its pages then have no map. */
const shapesFile = 'geo/world.geojson'

/** The files that the digest of a folder's reference data is taken of. */
export const referenceFilesIn = (folder: string): readonly string[] =>
  existsSync(join(folder, shapesFile)) ? [...referenceFiles, shapesFile] : referenceFiles

export type Folder = {
  readonly declared: Declared
  readonly aggregation: Aggregation
  readonly tables: Omit<Tables, 'releases.csv'>
  readonly shapes: Shapes | null
}

const fault = (file: string, codeOf: string, facts: Facts, line?: number, column?: string): Fault => ({
  code: codeOf,
  facts,
  at: { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) },
})

/** The rows of a file as records by the names of its first line, or every cell that is not understood. */
const recordsOf = async <Name extends keyof typeof tables>(
  folder: string,
  name: Name,
  faults: Fault[],
): Promise<Tables[Name]> => {
  const path = join(folder, name)
  const rows: unknown[] = []
  if ((await fileTrouble(path)) !== null) {
    faults.push(fault(name, 'statistics.fault.noFile', { file: name }))
    return [] as unknown as Tables[Name]
  }
  let head: readonly string[] | null = null
  for await (const batch of batchesOf(path)) {
    if (batch.kind === 'broken') {
      faults.push(fault(name, 'statistics.fault.broken', {}, batch.line))
      break
    }
    for (const { record, info } of batch.rows) {
      if (head === null) {
        head = record
        continue
      }
      const cells = Object.fromEntries(head.map((column, at) => [column, record[at] ?? '']))
      const checked = tables[name].safeParse(cells)
      if (checked.success) rows.push({ ...checked.data, line: info.lines })
      for (const issue of checked.error?.issues ?? []) {
        const column = String(issue.path[0] ?? '')
        const facts = { column, value: cells[column] ?? '' }
        faults.push(fault(name, 'statistics.fault.notUnderstood', facts, info.lines, column))
      }
    }
  }
  return rows as unknown as Tables[Name]
}

/** Half a megabyte of declarations would be a hundred data sets. */
const declaredLimit = 8 * 2 ** 20

/** A file of JSON that is of this kind, or its faults. */
const jsonIn = async <Kind>(
  folder: string,
  name: string,
  kind: z.ZodType<Kind>,
  faults: Fault[],
): Promise<Kind | null> => {
  const file = await readTextFile(join(folder, name), declaredLimit)
  if (file.kind === 'trouble') {
    faults.push(fault(name, 'statistics.fault.noFile', { file: name }))
    return null
  }
  const errors: ParseError[] = []
  const value: unknown = parse(file.text, errors, { disallowComments: true })
  const [first] = errors
  if (first !== undefined) {
    const line = file.text.slice(0, first.offset).split('\n').length
    faults.push(fault(name, 'statistics.fault.notJson', { problem: printParseErrorCode(first.error) }, line))
    return null
  }
  const checked = kind.safeParse(value)
  for (const issue of checked.error?.issues ?? []) {
    const path = `/${issue.path.map(String).join('/')}`
    faults.push({
      code: 'statistics.fault.notUnderstood',
      facts: { column: path, value: '' },
      at: { file: name, path },
    })
  }
  return checked.data ?? null
}

/** The reference data of a folder, or everything in it that is not understood. */
export const folderAt = async (folder: string): Promise<Folder | readonly Fault[]> => {
  const faults: Fault[] = []
  const of = <Name extends keyof typeof tables>(name: Name) => recordsOf(folder, name, faults)
  const declarations = await jsonIn(folder, 'datasets.json', declared, faults)
  const ways = await jsonIn(folder, 'aggregation.json', aggregation, faults)
  const map = existsSync(join(folder, shapesFile)) ? await jsonIn(folder, shapesFile, shapes, faults) : null
  const found = {
    'series.csv': await of('series.csv'),
    'codes.csv': await of('codes.csv'),
    'areas.csv': await of('areas.csv'),
    'aliases.csv': await of('aliases.csv'),
    'group_names.csv': await of('group_names.csv'),
    'groups.csv': await of('groups.csv'),
    'groups_snapshots.csv': await of('groups_snapshots.csv'),
    'geo/points.csv': await of('geo/points.csv'),
  }
  if (declarations === null || ways === null || faults.length > 0) return faults
  const disagreeing = disagreements(declarations, found)
  return disagreeing.length > 0
    ? disagreeing
    : { declared: declarations, aggregation: ways, tables: found, shapes: map }
}

export type Due = {
  readonly file: string
  readonly knownOn: Day
  readonly basis: string
}

/** What is to be loaded, in the order of loading; refused with every line that is not understood. */
export const releasesAt = async (folder: string): Promise<Attempt<readonly Due[]>> => {
  const faults: Fault[] = []
  const rows = await recordsOf(folder, 'releases.csv', faults)
  if (faults.length > 0) return refused('statistics.referenceRefused', { count: faults.length }, faults)
  return done(rows.map(({ file, known_on, basis }) => ({ file, knownOn: Day.trusted(known_on), basis })))
}

/** `name_en`, `name_fr` ... as words; an empty name is absent. */
export const wordsFrom = (record: Readonly<Record<string, string | number | undefined>>): Words => ({
  en: String(record['name_en'] ?? ''),
  ...Object.fromEntries(
    languages.flatMap((one) => {
      const name = record[`name_${one}`]
      return name === undefined || name === '' ? [] : [[one, String(name)]]
    }),
  ),
})
