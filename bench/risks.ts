import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Day, UnitCode } from '#kernel'
import { anActor, diceOf } from '#kernel/testing'
import { plan } from '#plan'
import { EntryId } from '#plan/core'
import { addEvent, answeringOf, configOf, type Database, openDatabase, rootFolder, voices } from '#platform'
import { risks } from '#risks'
import { type Act, PartId, type RiskId } from '#risks/core'
import { statistics } from '#statistics'
import { assessRisk } from '../src/risks/deeds/assessing.ts'
import { declareScale } from '../src/risks/deeds/scaling.ts'
import { addRisk, addSteps, type NewStep, risksOf } from '../src/risks/store/steps.ts'
import { suggestedScale } from '../src/risks/suggested-scale.ts'
import { type Measured, median, quantile } from './measured.ts'

const officer = anActor({ kind: 'everywhere' }, 'plan.see', 'plan.load', ...risks.permissions)
const today = Day.trusted('2026-11-26')
const unit = UnitCode.trusted('council')
const count = 500
const years = 10

const everyKept = () => true

/** A register of ten years: each risk entered, adopted, assessed twice a year, with two mitigations and their progress. */
const fill = async (database: Database): Promise<readonly RiskId[]> => {
  const dice = diceOf(7)
  const ids: RiskId[] = []
  await database.write(
    (db) =>
      declareScale(
        { db, by: officer, today: Day.trusted('2016-01-01') },
        { ...suggestedScale(), since: Day.trusted('2016-01-01'), reason: 'bench' },
      ),
    everyKept,
  )
  await database.write(async (db) => {
    for (let nth = 0; nth < count; nth += 1) {
      const risk = await addRisk(db)
      ids.push(risk)
      const steps: NewStep[] = []
      const act = (on: string, one: Act): number =>
        steps.push({ risk, on: Day.trusted(on), by: officer.person, reason: `bench ${nth}`, act: one })
      const elements = [EntryId.trusted(`2024-2027/target/${nth % 2 === 0 ? '1.1' : '2.1'}`)]
      act('2016-02-01', {
        kind: 'described',
        title: `risk ${nth}`,
        cause: 'cause',
        event: 'event',
        effect: 'effect',
        owner: unit,
        elements,
      })
      for (let year = 2016; year < 2016 + years; year += 1)
        for (const month of ['03', '09']) {
          const inherent = { likelihood: 3 + dice(3), impact: 3 + dice(3) }
          act(`${year}-${month}-01`, {
            kind: 'assessed',
            scale: 1,
            inherent,
            residual: { likelihood: 1 + dice(3), impact: 1 + dice(3) },
          })
          if (year === 2016 && month === '03') act('2016-03-02', { kind: 'adopted' })
        }
      for (const part of ['m1', 'm2'].map((one) => PartId.trusted(one))) {
        act('2025-10-01', {
          kind: 'mitigated',
          part,
          what: 'what',
          owner: unit,
          dueOn: Day.trusted('2026-06-30'),
          expected: 'less',
        })
        act('2026-05-01', { kind: 'progressed', part, percent: dice(101) })
      }
      if (nth < 60) act('2025-11-01', { kind: 'levelled', level: 'strategic' })
      await addSteps(
        db,
        steps.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
      )
    }
  }, everyKept)
  return ids
}

const run = async (database: Database): Promise<readonly Measured[]> => {
  await database.migrate()
  const steps = await database.read(
    (db) =>
      plan.content?.({ db, by: officer, today, asOf: today }, path.join(rootFolder, 'content', 'itu')) ??
      Promise.resolve([]),
  )
  for (const { deed } of steps) await database.write((db) => deed({ db, by: officer, today }), everyKept)
  const ids = await fill(database)
  const answering = answeringOf([statistics, plan, risks], voices(), () => () => '' as never)
  const page = async (address: string): Promise<number> => {
    const began = performance.now()
    const asked = answering.understood(new URL(address, 'http://localhost'), 'en', today)
    const answer = await database.read((db) => answering.answered(db, officer, asked, today, 'http://localhost'))
    if (answer.kind !== 'page' || answer.status !== 200)
      throw new Error(`${address}: ${JSON.stringify(answer).slice(0, 200)}`)
    return performance.now() - began
  }
  const pages = async (address: string): Promise<readonly number[]> => {
    const all: number[] = []
    for (let turn = 0; turn < 45; turn += 1) all.push(await page(address))
    return all.slice(5)
  }
  const cold = await page('/en/risks')
  const assess = async (risk: RiskId): Promise<number> => {
    // The form was shown with it before.
    const [found] = await database.read((db) => risksOf(db, [risk]))
    const began = performance.now()
    await database.write(async (db) => {
      const scores = { inherent: { likelihood: 5, impact: 5 }, residual: { likelihood: 2, impact: 2 } }
      const done = await assessRisk(
        { db, by: officer, today },
        { risk, seen: found?.steps.at(-1)?.n ?? 0, reason: 'bench', ...scores },
      )
      if (done.kind === 'refused') throw new Error(done.refusal.code)
      addEvent(db, { person: officer.person, event: 'risks.assessed', way: 'page', facts: { risk } })
    }, everyKept)
    return performance.now() - began
  }
  const registers = await pages('/en/risks')
  const matrices = await pages('/en/risks/matrix')
  const single = await pages('/en/risks/r7')
  const deeds: number[] = []
  const writers = Array.from({ length: 20 }, async (_, writer) => {
    for (let turn = 0; turn < 15; turn += 1) {
      const risk = ids[writer * 15 + turn]
      if (risk === undefined) continue
      const ms = await assess(risk)
      // As with the pages, what each connection does for the first time is not counted.
      if (turn > 0) deeds.push(ms)
    }
  })
  await Promise.all(writers)
  const after = await page('/en/risks')
  return [
    { what: 'register of 500 risks and ten years, first time', unit: 'ms', value: cold, limit: null },
    { what: 'register of 500 risks, made anew, median', unit: 'ms', value: median(registers), limit: null },
    { what: 'register of 500 risks, made anew, p95', unit: 'ms', value: quantile(registers, 0.95), limit: 80 },
    { what: 'matrix of 500 risks, made anew, p95', unit: 'ms', value: quantile(matrices, 0.95), limit: 60 },
    { what: 'a risk with its history, made anew, p95', unit: 'ms', value: quantile(single, 0.95), limit: 80 },
    { what: 'assessing a risk with its audit, 20 at once, median', unit: 'ms', value: median(deeds), limit: null },
    { what: 'assessing a risk with its audit, 20 at once, p95', unit: 'ms', value: quantile(deeds, 0.95), limit: 30 },
    { what: 'register after 300 further rows, once', unit: 'ms', value: after, limit: null },
  ]
}

export const measureRisks = async (): Promise<readonly Measured[]> => {
  const data = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const config = configOf({ MERIDIAN_DATA: data })
  if (config.kind === 'refused') throw new Error(config.refusal.code)
  const database = await openDatabase(config.value)
  try {
    return await run(database)
  } finally {
    await database.close()
    rmSync(data, { recursive: true, force: true })
  }
}
