import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { publicActor } from '#access'
import type { Language } from '#kernel'
import { answeringOf, configOf, type Database, find, openDatabase, todayIs, voices } from '#platform'
import { features } from '../src/app/features.ts'
import { featureList, indexAll, loadContent } from '../src/app/opened.ts'
import { type Measured, median, quantile } from './measured.ts'

type Case = { readonly language: Language; readonly asked: string }

const rounds = 3

const timed = async <T>(body: () => Promise<T>): Promise<readonly [ms: number, answer: T]> => {
  const from = performance.now()
  const answer = await body()
  return [performance.now() - from, answer]
}

/** Builds that are thrown away again: each from the documents to the last row. */
const building = async (database: Database): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < rounds; turn += 1)
    await database.write(
      async (db) => {
        times.push((await timed(() => indexAll(db)))[0])
      },
      () => false,
    )
  return median(times)
}

const asking = async (database: Database): Promise<readonly Measured[]> => {
  const cases = JSON.parse(readFileSync('src/app/searches.json', 'utf8')) as readonly Case[]
  const kinds = Object.values(features).flatMap(({ finds }) => finds?.kinds ?? [])
  const today = todayIs()
  const answering = answeringOf(featureList, voices(), () => () => '' as never)
  const found: number[] = []
  const pages: number[] = []
  const one = ({ language, asked }: Case) =>
    timed(() => database.read((db) => find(db, kinds, { asked, kind: null, language, asOf: today, from: 0, size: 5 })))
  const page = ({ language, asked }: Case) => {
    const url = new URL(`http://localhost/${language}/search?q=${encodeURIComponent(asked)}`)
    const question = answering.understood(url, language, today)
    return timed(() => database.read((db) => answering.answered(db, publicActor, question, today, url.origin)))
  }
  for (const each of cases) await page(each)
  for (let turn = 0; turn < rounds; turn += 1)
    for (const each of cases) {
      found.push((await one(each))[0])
      pages.push((await page(each))[0])
    }
  const began = performance.now()
  const together = await Promise.all(cases.map(one))
  const perSecond = (cases.length * 1000) / (performance.now() - began)
  if (together.some(([, { count }]) => count === 0)) throw new Error('A question of the table finds nothing')
  return [
    {
      what: 'search: a question, both editions in six languages, median',
      unit: 'ms',
      value: median(found),
      limit: null,
    },
    { what: 'search: the same, p95', unit: 'ms', value: quantile(found, 0.95), limit: 30 },
    { what: 'search: the whole page, p95', unit: 'ms', value: quantile(pages, 0.95), limit: 30 },
    { what: 'search: all questions at once', unit: '/s', value: perSecond, limit: null, more: true },
  ]
}

/** Questions of the table of the acceptance, over the shipped content. */
export const measureSearching = async (): Promise<readonly Measured[]> => {
  const data = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const config = configOf({ ...process.env, MERIDIAN_DATA: data })
  if (config.kind === 'refused') throw new Error(config.refusal.code)
  const database = await openDatabase(config.value)
  try {
    await database.migrate()
    await loadContent(database, config.value, () => undefined)
    const asked = await asking(database)
    await database.asOwner((client) =>
      client.query('truncate platform.search_text, platform.search_word, platform.search_generation'),
    )
    const built = await building(database)
    return [{ what: 'search: the index is made', unit: 'ms', value: built, limit: null }, ...asked]
  } finally {
    await database.close()
    rmSync(data, { recursive: true, force: true })
  }
}
