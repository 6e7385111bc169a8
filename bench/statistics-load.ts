import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import { anActor, diceOf } from '#kernel/testing'
import { configOf, type Database, openDatabase, rootFolder, todayIs } from '#platform'
import { statistics } from '#statistics'
import { areasOf } from '../src/statistics/store/areas.ts'
import { copyObservations } from '../src/statistics/store/releases.ts'

export type Measured = { readonly name: string; readonly figures: Readonly<Record<string, number>> }

const rows = 300_000
const runs = 3

const skills = ['ARSP', 'CMFL', 'COPA', 'EMAIL', 'EPRS', 'INST', 'PCPR', 'SOFT', 'TRAF']
const header = 'series,iso3,m49,year,sex,age,location,breakdown,value,unit,nature,note,source,vintage\n'

/** A file as the shipped ones are: sorted by series, area and year, values with five decimals. Always the same. */
function* linesFor(areas: readonly string[]): Generator<string> {
  const dice = diceOf(1)
  let left = rows
  yield header
  for (const skill of skills)
    for (const area of areas) {
      let chunk = ''
      for (let year = 1964; year < 2024 && left > 0; year += 1)
        for (const sex of ['_T', 'F', 'M']) {
          if (left === 0) break
          left -= 1
          chunk += `SE_ADT_ACTS,${area},,${year},${sex},,,${skill},${dice(100)}.${10_000 + dice(90_000)},PT,E,,Household survey,2026-01-01\n`
        }
      if (chunk !== '') yield chunk
    }
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const timed = async (body: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await body()
  return (performance.now() - from) / 1000
}

const by = anActor({ kind: 'everywhere' }, 'statistics.see', 'statistics.load')
const today = todayIs()

const run = async (database: Database, folder: string): Promise<Measured> => {
  await database.migrate()
  const [reference] = await database.read((db) =>
    (statistics.content ?? (async () => []))({ db, by, today, asOf: today }, path.join(rootFolder, 'content/itu')),
  )
  await database.write(
    (db) => reference?.deed({ db, by, today }) ?? Promise.resolve(null),
    () => true,
  )
  const areas = await database.read((db) => areasOf(db, null))
  const economies = [...areas.values()].filter(({ kind }) => kind === 'economy').map(({ code }) => code)
  const file = path.join(folder, 'rows.csv')
  await pipeline(Readable.from(linesFor(economies)), createWriteStream(file))

  const empty = () =>
    database.asOwner((client) =>
      client.query('truncate statistics.observation, statistics.release_series, statistics.release'),
    )
  const load = statistics.commands.find(({ name }) => name === 'statistics load')
  const loaded = () =>
    database.write(
      async (db) => {
        const answer = load?.kind === 'work' ? await load.answer({ db, by, today }, { file }) : null
        if (answer?.kind !== 'done') throw new Error(JSON.stringify(answer))
      },
      () => true,
    )
  await loaded()
  const chunks: Buffer[] = []
  await database.asOwner(async (client) => {
    for await (const chunk of client.query(
      copyTo(`copy (select dataset, series, breakdown, area, year, known_on, release, value, published, bound, missing,
        unit, nature, status, note, source, flag from statistics.observation) to stdout`),
    ))
      chunks.push(chunk as Buffer)
  })
  // The same bytes, in pieces of the size in which a load sends them.
  const bytes = Buffer.concat(chunks)
  function* pieces(): Generator<Buffer> {
    for (let at = 0; at < bytes.length; at += 1 << 17) yield bytes.subarray(at, at + (1 << 17))
  }
  const copied = () =>
    database.write(
      (db) => copyObservations(db, Readable.from(pieces(), { objectMode: false })),
      () => true,
    )
  const times: { load: number[]; copy: number[] } = { load: [], copy: [] }
  for (let turn = 0; turn < runs; turn += 1) {
    await empty()
    times.load.push(await timed(loaded))
    await empty()
    times.copy.push(await timed(copied))
  }
  const [loadTime, copyTime] = [median(times.load), median(times.copy)]
  return {
    name: 'statistics load',
    figures: {
      rows,
      loadSeconds: loadTime,
      loadRowsPerSecond: Math.round(rows / loadTime),
      copySeconds: copyTime,
      copyRowsPerSecond: Math.round(rows / copyTime),
      loadOverCopy: Number((loadTime / copyTime).toFixed(2)),
    },
  }
}

/** Loads the same rows with `statistics load` and with bare COPY into the same table, in turn; the median of both. */
export const measure = async (): Promise<Measured> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const config = configOf({ ...process.env, MERIDIAN_DATA: path.join(folder, 'data') })
  if (config.kind === 'refused') throw new Error(JSON.stringify(config.refusal))
  const database = await openDatabase(config.value)
  try {
    return await run(database, folder)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await measure(), null, 2))
