import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Attempt, Day } from '#kernel'
import { anActor } from '#kernel/testing'
import { plan, planInForce } from '#plan'
import { ofRole } from '#plan/core'
import { configOf, type Database, openDatabase, type ReadDb, rootFolder } from '#platform'
import { type Outlook, outlooksEverywhere, outlooksOf, progress, world } from '#progress'
import { areasOf, groupsOf, statistics } from '#statistics'
import { type Measured, quantile } from './measured.ts'

const today = Day.trusted('2026-11-26')
const by = anActor({ kind: 'everywhere' }, 'statistics.load', 'plan.load', 'progress.calibrate')

/** The content that ships, in a database of its own. */
const loadContent = async (database: Database): Promise<void> => {
  await database.migrate()
  for (const { content } of [statistics, plan, progress]) {
    if (content === undefined) continue
    const steps = await database.read((db) =>
      content({ db, by, today, asOf: today }, path.join(rootFolder, 'content/itu')),
    )
    for (const { deed } of steps)
      await database.write(
        async (db) => {
          const answer: Attempt<unknown> = await deed({ db, by, today })
          if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.refusal))
        },
        () => true,
      )
  }
}

/** One value of one economy that becomes another: a release like any other. */
const oneEdit = async (database: Database, folder: string): Promise<void> => {
  const file = path.join(folder, 'edit.csv')
  const header = 'series,iso3,m49,year,sex,age,location,breakdown,value,unit,nature,note,source,vintage'
  writeFileSync(file, `${header}\nIT_MOB_OWN,KEN,404,2019,_T,,,,61.5,PT,,,ITU,2026-11-26\n`)
  await database.write(
    async (db) => {
      const load = statistics.commands.find(({ name }) => name === 'statistics load')
      const given = { file, 'known-on': today }
      const answer = load?.kind === 'work' ? await load.answer({ db, by, today }, given) : null
      if (answer?.kind !== 'done') throw new Error(JSON.stringify(answer))
    },
    () => true,
  )
}

/** All targets and indicators of all editions, for the world, 20 groups and 200 economies. */
const everything = async (db: ReadDb): Promise<readonly Outlook[]> => {
  const { ix } = (await planInForce(db)) ?? { ix: null }
  if (ix === null) throw new Error('There is no plan')
  const groups = (await groupsOf(db, null, today, today)).map(({ scheme, code }) => `${scheme.code}/${code}`)
  const economies = [...(await areasOf(db, null)).values()].filter(({ kind }) => kind === 'economy')
  const areas = [world, ...groups.slice(0, 20), ...economies.slice(0, 200).map(({ code }) => code)]
  const all: Outlook[] = []
  for (const { code } of ix.plan.editions) {
    const elements = [...ofRole(ix, code, 'target'), ...ofRole(ix, code, 'indicator')]
    const read = await outlooksEverywhere(db, ix, elements, areas, today)
    for (const own of read?.outlooks.values() ?? []) for (const outlooks of own.values()) all.push(...outlooks)
  }
  return all
}

const statusesAtAGlance = async (db: ReadDb): Promise<void> => {
  const { ix } = (await planInForce(db)) ?? { ix: null }
  const [edition] = ix?.plan.editions ?? []
  if (ix !== null && edition !== undefined) await outlooksOf(db, ix, ofRole(ix, edition.code, 'target'), world, today)
}

const timed = async <T>(body: () => Promise<T>): Promise<readonly [ms: number, answer: T]> => {
  const from = performance.now()
  const answer = await body()
  return [performance.now() - from, answer]
}

/** How many answers were made anew, and how many of those are not of the line that was touched. */
const madeAnew = (before: readonly Outlook[], after: readonly Outlook[]) => {
  const isAnew = (one: Outlook, at: number): boolean => one.answer?.assessment !== before[at]?.answer?.assessment
  const anew = after.filter(isAnew)
  return { all: anew.length, strangers: anew.filter(({ selection }) => selection?.series !== 'IT_MOB_OWN').length }
}

/** Statuses from an empty memory, through the database, and what one edit costs. */
export const measureStatuses = async (): Promise<readonly Measured[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const config = configOf({ ...process.env, MERIDIAN_DATA: path.join(folder, 'data') })
  if (config.kind === 'refused') throw new Error(JSON.stringify(config.refusal))
  const database = await openDatabase(config.value)
  try {
    await loadContent(database)
    await database.asOwner((client) => client.query('analyze'))
    await database.read(planInForce)
    const [cold, before] = await timed(() => database.read(everything))
    const [warm] = await timed(() => database.read(everything))
    const glances: number[] = []
    for (let turn = 0; turn < 100; turn += 1) glances.push((await timed(() => database.read(statusesAtAGlance)))[0])
    await oneEdit(database, folder)
    const [edited, after] = await timed(() => database.read(everything))
    const anew = madeAnew(before, after)
    const what = `progress: all targets and indicators, ${before.length} outlooks`
    return [
      { what: `${what}, from cold`, unit: 'ms', value: cold, limit: 2000 },
      { what: `${what}, nothing changed`, unit: 'ms', value: warm, limit: null },
      { what: `${what}, after one edit (${anew.all} made anew)`, unit: 'ms', value: edited, limit: null },
      { what: 'progress: made anew though the edit does not touch them', unit: '', value: anew.strangers, limit: 0 },
      { what: 'progress: statuses of a plan at a glance, p95', unit: 'ms', value: quantile(glances, 0.95), limit: 50 },
    ]
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(await measureStatuses(), null, 2))
