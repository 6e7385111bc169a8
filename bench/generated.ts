import { cpSync, createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Attempt, Day } from '#kernel'
import { anActor } from '#kernel/testing'
import { type Database, rootFolder, todayIs } from '#platform'
import { statistics } from '#statistics'
import { codeOf, economies, firstYear, header, lastYear, rowsOfSeries, weightOf } from './loadgen.ts'

export const by = anActor({ kind: 'everywhere' }, 'statistics.see', 'statistics.load')
/** The day on which everything generated is known. */
export const generatedDay = Day.trusted('2028-03-01')
export const weight = { series: 'GEN_POP', breakdown: 'AGE=_T;LOCATION=_T;SEX=_T' }
export const selectionOf = (s: number) => ({ series: codeOf(s), breakdown: weight.breakdown })

/** Areas and groups of the content, and generated series in a data set of their own. */
const contentAt = (folder: string, series: number): void => {
  const from = path.join(rootFolder, 'content/itu/statistics')
  const to = path.join(folder, 'content', 'statistics')
  mkdirSync(to, { recursive: true })
  cpSync(from, to, { recursive: true })
  const codes = Array.from({ length: series }, (_, s) => codeOf(s))
  const declared = JSON.parse(readFileSync(path.join(from, 'datasets.json'), 'utf8'))
  const [plain] = declared.datasets
  declared.datasets.push({ ...plain, code: 'GENERATED', series: [...codes, weight.series] })
  writeFileSync(path.join(to, 'datasets.json'), JSON.stringify(declared))
  const lines = [
    ...codes.map((code) => `${code},,${code},,,,,,PT,0,100,1,up,generated,`),
    `${weight.series},,Generated weight,,,,,,PS,0,,0,,generated,`,
  ]
  writeFileSync(
    path.join(to, 'series.csv'),
    `${readFileSync(path.join(from, 'series.csv'), 'utf8').trimEnd()}\n${lines.join('\n')}\n`,
  )
  const ways = JSON.parse(readFileSync(path.join(from, 'aggregation.json'), 'utf8'))
  ways.rules.push(...codes.map((one) => ({ series: one, method: 'weighted-mean', weight })))
  writeFileSync(path.join(to, 'aggregation.json'), JSON.stringify(ways))
  writeFileSync(path.join(to, 'releases.csv'), 'file,known_on,vintage_text,basis\n')
}

export const loadFile = (database: Database, file: string): Promise<void> =>
  database.write(
    async (db) => {
      const load = statistics.commands.find(({ name }) => name === 'statistics load')
      const given = { file, 'known-on': generatedDay }
      const answer = load?.kind === 'work' ? await load.answer({ db, by, today: generatedDay }, given) : null
      if (answer?.kind !== 'done') throw new Error(JSON.stringify(answer))
    },
    () => true,
  )

/** A file with one value of the first series: the edit whose price is measured. */
export const oneEdit = (folder: string, nth: number): string => {
  const file = path.join(folder, `edit-${nth}.csv`)
  writeFileSync(file, `${header}GEN_000,ABW,533,2020,_T,_T,_T,,${10 + nth}.5,PT,E,,generated,2028-03-01\n`)
  return file
}

/** An empty database with `series` generated series, their weight, and every group of the content. */
export const loadGenerated = async (database: Database, folder: string, series: number): Promise<void> => {
  contentAt(folder, series)
  await database.migrate()
  const steps = await database.read((db) =>
    (statistics.content ?? (async () => []))(
      { db, by, today: todayIs(), asOf: todayIs() },
      path.join(folder, 'content'),
    ),
  )
  for (const { deed } of steps)
    await database.write(
      async (db) => {
        const answer: Attempt<unknown> = await deed({ db, by, today: todayIs() })
        if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.refusal))
      },
      () => true,
    )
  const all = economies()
  const file = path.join(folder, 'generated.csv')
  function* lines(): Generator<string> {
    yield header
    for (let s = 0; s < series; s += 1) yield rowsOfSeries(s, all)
    for (const one of all)
      for (let year = firstYear; year <= lastYear; year += 1)
        yield `GEN_POP,${one.iso3},${one.m49},${year},_T,_T,_T,,${weightOf(one, year)},PS,E,,generated,2028-03-01\n`
  }
  await pipeline(Readable.from(lines()), createWriteStream(file))
  await loadFile(database, file)
}
