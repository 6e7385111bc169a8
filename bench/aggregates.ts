import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { configOf, type Database, openDatabase } from '#platform'
import { aggregating } from '../src/statistics/aggregates.ts'
import { making } from '../src/statistics/aggregates-made.ts'
import { observedOf } from '../src/statistics/store/aggregation.ts'
import { generatedDay, loadFile, loadGenerated, oneEdit, selectionOf } from './generated.ts'
import { firstYear, groups, lastYear, series } from './loadgen.ts'
import { type Measured, median, quantile } from './measured.ts'

const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at)
const asksOf = (s: number) => groups.map((group) => ({ selection: selectionOf(s), group, years }))

const timed = async <T>(body: () => Promise<T>): Promise<readonly [ms: number, answer: T]> => {
  const from = performance.now()
  const answer = await body()
  return [performance.now() - from, answer]
}

/**
 * All of it from an empty memory: a few series at a time, by two readers, so that the database finds the next ones while these
 * are computed. Everything is kept ready afterwards.
 */
const recompute = async (database: Database, { aggregatesOf }: ReturnType<typeof aggregating>): Promise<number> => {
  const left = Array.from({ length: series }, (_, s) => s)
  let figures = 0
  const reader = () =>
    database.read(async (db) => {
      while (left.length > 0) {
        const asks = left.splice(0, atOnce).flatMap(asksOf)
        for (const line of await aggregatesOf(db, asks, generatedDay, generatedDay))
          figures += line?.figures.length ?? 0
      }
    })
  await Promise.all([reader(), reader()])
  return figures
}
const atOnce = 15

const run = async (database: Database, folder: string, turns: number): Promise<readonly Measured[]> => {
  const whole: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const [ms, figures] = await timed(() => recompute(database, aggregating(making(observedOf))))
    if (figures !== series * groups.length * years.length) throw new Error(`${figures} figures`)
    whole.push(ms)
  }
  // The page that is asked for again and again: all groups of one series. An edit touches it, or another series.
  const ready = aggregating(making(observedOf))
  const { aggregatesOf } = ready
  const ask = (s: number) => timed(() => database.read((db) => aggregatesOf(db, asksOf(s), generatedDay, generatedDay)))
  await recompute(database, ready)
  const plain: number[] = []
  const edited: number[] = []
  for (let turn = 0; turn < turns * 5; turn += 1) {
    plain.push((await ask(0))[0])
    const before = (await ask(0))[1]
    await loadFile(database, oneEdit(folder, turn))
    const [ms, after] = await ask(0)
    if (JSON.stringify(before) === JSON.stringify(after)) throw new Error('An edit changed nothing')
    edited.push(ms)
  }
  const more = edited.map((ms) => ms - median(plain))
  return [
    { what: 'aggregates: all of profile A, with loading', unit: 'ms', value: median(whole), limit: 3000, all: whole },
    { what: 'aggregates: one series, 20 groups, nothing changed', unit: 'ms', value: median(plain), limit: null },
    { what: 'aggregates: after one edit, more than that, median', unit: 'ms', value: median(more), limit: 50 },
    { what: 'aggregates: after one edit, more than that, p95', unit: 'ms', value: quantile(more, 0.95), limit: 50 },
  ]
}

/** Profile A: 300 series, 200 economies, 25 years, 20 groups, 150,000 figures. `data` keeps the database for another time. */
export const measureAggregates = async (turns = 5, data?: string): Promise<readonly Measured[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const config = configOf({ ...process.env, MERIDIAN_DATA: data ?? path.join(folder, 'data') })
  if (config.kind === 'refused') throw new Error(JSON.stringify(config.refusal))
  const database = await openDatabase(config.value)
  try {
    if (data === undefined) {
      await loadGenerated(database, folder, series)
      await database.asOwner((client) => client.query('analyze statistics.observation'))
    }
    return await run(database, folder, turns)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(await measureAggregates(5, process.argv[2]), null, 2))
