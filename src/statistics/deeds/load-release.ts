import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { type Attempt, Day, done, type Fault, mayDo, refused, type Words } from '#kernel'
import { fileTrouble, type Work } from '#platform'
import { headerOf, ownBasis, type Reading, type Release, type RowReader, type Rules, rowReader } from '#statistics/core'
import { batchesOf, digestOf } from '../files.ts'
import {
  addRelease,
  addReleaseSeries,
  copyObservations,
  nextRelease,
  observationLine,
  releasesByDigest,
  type SeriesCount,
  takeTurn,
} from '../store/releases.ts'
import { rulesInForce } from '../store/rules.ts'
import { datasets } from '../store/series.ts'

/** As many faults are kept and listed; how many there are is said. */
export const mostFaults = 1000

export type Loading = {
  /** The path of the file. */
  readonly file: string
  /** The day on which its figures were public; null: the day of its vintage if that is one, else today. */
  readonly knownOn: Day | null
  readonly reason: string
  /** Where `knownOn` is from, in words; null: said by code. */
  readonly basis: string | null
  /** Null: the credit of the data set. */
  readonly credit: string | null
  readonly via: string | null
  readonly caveat: Words | null
}

export type Loaded = {
  /** `nothing-new`: this very file had been loaded, as that release. */
  readonly kind: 'loaded' | 'nothing-new'
  readonly release: number
  readonly dataset: string
  readonly knownOn: Day
  readonly observations: number
  readonly missing: number
  readonly bounded: number
  readonly flagged: number
}

const loadedFrom = (kind: Loaded['kind'], release: Omit<Release, 'loadedAt'>): Loaded => ({
  kind,
  release: release.number,
  dataset: release.dataset,
  knownOn: release.knownOn,
  observations: release.observations,
  missing: release.missing,
  bounded: release.bounded,
  flagged: release.flagged,
})

type Tally = { rows: number; refused: number; missing: number; bounded: number; flagged: number }

const reading = (
  rules: Rules,
  path: string,
  release: number,
  knownFrom: (vintage: string) => Day,
  progress: Work['progress'],
) => {
  const file = basename(path)
  const faults: Fault[] = []
  const tally: Tally = { rows: 0, refused: 0, missing: 0, bounded: 0, flagged: 0 }
  const counts = new Map<string, { -readonly [Name in keyof SeriesCount]: SeriesCount[Name] }>()
  let reader: RowReader | null = null
  let knownOn: Day | null = null
  let faultCount = 0
  const blame = (found: readonly Fault[]): void => {
    faultCount += found.length
    if (faults.length < mostFaults) faults.push(...found.slice(0, mostFaults - faults.length))
  }
  const count = (one: Reading): void => {
    if (one.value.kind === 'missing') tally.missing += 1
    else if (one.value.value.bound !== null) tally.bounded += 1
    if (one.flag !== null) tally.flagged += 1
    const standing = counts.get(one.series)
    if (standing === undefined)
      counts.set(one.series, { series: one.series, observations: 1, firstYear: one.year, lastYear: one.year })
    else {
      standing.observations += 1
      if (one.year < standing.firstYear) standing.firstYear = one.year
      if (one.year > standing.lastYear) standing.lastYear = one.year
    }
  }
  /** Rows for the table, as long as nothing is wrong; after that it only reads on, to list everything that is. */
  async function* lines(): AsyncGenerator<string> {
    const columns = [...new Set(rules.dimensions.map(({ column }) => column))]
    for await (const batch of batchesOf(path)) {
      if (batch.kind === 'broken') {
        blame([{ code: 'statistics.fault.broken', facts: {}, at: { file, line: batch.line } }])
        return
      }
      let text = ''
      for (const { record, info } of batch.rows) {
        if (reader === null) {
          const header = headerOf(record, columns, file)
          if (Array.isArray(header)) return blame(header)
          reader = rowReader(rules, header, file)
          continue
        }
        tally.rows += 1
        const row = reader.read(record, info.lines)
        if ('published' in row) {
          if (faultCount > 0) continue
          count(row)
          knownOn ??= knownFrom(reader.vintage() ?? '')
          text += observationLine(reader.dataset() ?? '', knownOn, release, row)
        } else {
          tally.refused += 1
          blame(row)
        }
      }
      progress?.(batch.bytes, batch.of)
      if (text !== '' && faultCount === 0) yield text
    }
  }
  return { lines, faults, tally, counts, faultCount: () => faultCount, reader: () => reader }
}

/** Loads a file without asking who may: content that ships, and the deed below. */
export const addReleaseOf = async ({ db, by, today, progress }: Work, order: Loading): Promise<Attempt<Loaded>> => {
  const file = basename(order.file)
  const trouble = await fileTrouble(order.file)
  if (trouble === 'missing') return refused('statistics.noSuchFile', { file: order.file })
  if (trouble === 'not-readable') return refused('statistics.fileNotReadable', { file: order.file })
  if (order.knownOn !== null && order.knownOn > today)
    return refused('statistics.knownInFuture', { day: order.knownOn, today })
  const digest = await digestOf(order.file)
  await takeTurn(db)
  const [standing] = await releasesByDigest(db, [digest])
  if (standing !== undefined) return done(loadedFrom('nothing-new', standing))
  const rules = await rulesInForce(db)
  if (rules.series.size === 0) return refused('statistics.noReference')

  const number = await nextRelease(db)
  const dayOf = (vintage: string): Day | null => {
    const day = Day.parse(vintage)
    return day !== null && day <= today ? day : null
  }
  const knownFrom = (vintage: string): Day => order.knownOn ?? dayOf(vintage) ?? today
  const { lines, faults, tally, counts, faultCount, reader } = reading(rules, order.file, number, knownFrom, progress)
  const written = await copyObservations(db, Readable.from(lines(), { objectMode: false, highWaterMark: 1 << 20 }))
  if (faultCount() > 0) {
    const facts = { file, rows: tally.rows, refused: tally.refused, faults: faultCount(), listed: faults.length }
    return refused('statistics.fileRefused', facts, faults)
  }
  const code = reader()?.dataset() ?? null
  if (code === null || tally.rows === 0) return refused('statistics.noRows', { file })
  if (written !== tally.rows) throw new Error(`${file}: ${tally.rows} rows were read and ${written} written`)

  const vintage = reader()?.vintage() ?? ''
  const spans = [...counts.values()]
  const release = {
    number,
    dataset: code,
    knownOn: knownFrom(vintage),
    author: by.person,
    reason: order.reason,
    file,
    digest,
    vintage,
    basis:
      order.basis ??
      (order.knownOn !== null ? ownBasis.given : dayOf(vintage) !== null ? ownBasis.vintage : ownBasis.loading),
    credit: order.credit ?? (await datasets(db)).find((one) => one.code === code)?.credit ?? code,
    via: order.via,
    caveat: order.caveat,
    observations: tally.rows,
    missing: tally.missing,
    bounded: tally.bounded,
    flagged: tally.flagged,
    firstYear: Math.min(...spans.map(({ firstYear }) => firstYear)),
    lastYear: Math.max(...spans.map(({ lastYear }) => lastYear)),
  }
  await addRelease(db, release)
  await addReleaseSeries(db, number, spans)
  return done(loadedFrom('loaded', release))
}

/**
 * Loads a file in the tidy layout as a release: the whole of it, or nothing with every refused row. The same file a
 * second time is nothing new.
 */
export const loadRelease = async (work: Work, order: Loading): Promise<Attempt<Loaded>> =>
  mayDo(work.by, 'statistics.load', { kind: 'everywhere' })
    ? addReleaseOf(work, order)
    : refused('statistics.mayNotLoad')
