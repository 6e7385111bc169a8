import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import { diceOf } from '#kernel/testing'
import { configOf, openDatabase, rootFolder, todayIs } from '#platform'
import { areasOf } from '#statistics'
import { startMeridian } from '../src/app/browser/server.ts'
import { releasesAsOf } from '../src/statistics/store/releases.ts'
import { type Measured, median } from './measured.ts'

const rows = 1_000_000
const runs = 3

const skills = ['ARSP', 'CMFL', 'COPA', 'EMAIL', 'EPRS', 'INST', 'PCPR', 'SOFT', 'TRAF']

/** A file as the shipped ones are: sorted by series, area and year, values with five decimals. Always the same. */
function* linesFor(areas: readonly string[]): Generator<string> {
  const dice = diceOf(1)
  let left = rows
  yield 'series,iso3,m49,year,sex,age,location,breakdown,value,unit,nature,note,source,vintage\n'
  for (const skill of skills)
    for (const area of areas) {
      let chunk = ''
      for (let year = 1824; year < 2024 && left > 0; year += 1)
        for (const sex of ['_T', 'F', 'M']) {
          if (left === 0) break
          left -= 1
          chunk += `SE_ADT_ACTS,${area},,${year},${sex},,,${skill},${dice(100)}.${10_000 + dice(90_000)},PT,E,,Household survey,2026-01-01\n`
        }
      if (chunk !== '') yield chunk
    }
}

const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024

type Download = { readonly first: number; readonly seconds: number; readonly bytes: number; readonly lines: number }

/** One file, read as fast as it comes: milliseconds to its first byte, seconds to its last. */
const downloaded = (url: string): Promise<Download> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const asked = request(url, (answer) => {
      let [first, bytes, lines] = [0, 0, 0]
      answer.on('data', (chunk: Buffer) => {
        if (bytes === 0) first = performance.now() - began
        bytes += chunk.length
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1
      })
      answer.once('error', reject)
      answer.once('end', () => resolve({ first, seconds: (performance.now() - began) / 1000, bytes, lines }))
    })
    asked.once('error', reject)
    asked.end()
  })

const known = <T>(answer: { readonly kind: string; readonly value?: T }): T => {
  if (answer.value === undefined) throw new Error(JSON.stringify(answer))
  return answer.value
}

/** The statement of the download, as bare COPY in CSV. */
const bare = (release: number): string =>
  `copy (select series, area, year, breakdown, case when missing is null then btrim(published, ' <>') end, bound, missing, published,
     unit, nature, status, flag, note, source, release, known_on
   from statistics.observation where dataset = (select dataset from statistics.release where id = ${release}) and release = ${release}
   order by dataset, series, breakdown, area, year) to stdout (format csv)`

export const measureDownloading = async (): Promise<readonly Measured[]> => {
  const data = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const { address, child, stop } = await startMeridian(data)
  const config = known(configOf({ MERIDIAN_DATA: data }))
  const database = await openDatabase(config)
  try {
    const areas = await database.read((db) => areasOf(db, null))
    const economies = [...areas.values()].filter(({ kind }) => kind === 'economy').map(({ code }) => code)
    const file = path.join(data, 'rows.csv')
    await pipeline(Readable.from(linesFor(economies)), createWriteStream(file))
    const loader = path.join(rootFolder, 'scripts', 'tsx-loader.mjs')
    const words = ['--import', loader, path.join(rootFolder, 'src', 'app', 'main.ts'), 'statistics', 'load', file]
    const load = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
      env: { ...process.env, MERIDIAN_DATA: data },
      encoding: 'utf8',
    })
    if (load.status !== 0) throw new Error(load.stderr + load.stdout)
    await database.asOwner((client) => client.query('vacuum analyze statistics.observation'))
    const [release] = (await database.read((db) => releasesAsOf(db, todayIs()))).toSorted((a, b) => b.number - a.number)
    if (release?.observations !== rows) throw new Error(`release ${release?.number}: ${release?.observations} rows`)
    const figures = `${address}/en/releases/${release.number}/figures`

    const pid = child.pid ?? 0
    await downloaded(`${address}/en/releases/1/figures.csv`)
    const before = residentOf(pid)
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, residentOf(pid))
    }, 25)
    const copies: number[] = []
    const all: Download[] = []
    for (let run = 0; run < runs; run += 1) {
      all.push(await downloaded(`${figures}.csv`))
      const began = performance.now()
      await database.asOwner(async (client) => {
        let bytes = 0
        for await (const chunk of client.query(copyTo(bare(release.number)))) bytes += (chunk as Buffer).length
        if (bytes === 0) throw new Error('COPY gave nothing')
      })
      copies.push((performance.now() - began) / 1000)
    }
    const chosen = `${address}/en/series/figures.csv?series=SE_ADT_ACTS&breakdown=*`
    await downloaded(`${chosen}&area=KEN`)
    const explored = await downloaded(chosen)
    clearInterval(watch)
    if (explored.lines < rows) throw new Error(`the explorer gave ${explored.lines} lines`)
    if (all.some(({ lines }) => lines !== rows + 1)) throw new Error('the file has another number of lines')
    const seconds = median(all.map((one) => one.seconds))
    const copy = median(copies)
    const [sheet, zip] = [
      await downloaded(`${figures}.xlsx`),
      await downloaded(`${figures.replace('/figures', '/release.zip')}`),
    ]
    return [
      { what: 'CSV of 1,000,000 observations', unit: 'rows/s', value: rows / seconds, limit: 200_000, more: true },
      { what: 'bare COPY of the same rows', unit: 'rows/s', value: rows / copy, limit: null },
      { what: 'CSV, times the time of COPY', unit: 'x', value: seconds / copy, limit: 2 },
      { what: 'CSV, first byte', unit: 'ms', value: median(all.map((one) => one.first)), limit: 100 },
      { what: 'server process, more while it is sent', unit: 'MB', value: most - before, limit: 60 },
      {
        what: 'CSV of as many chosen in the explorer',
        unit: 'rows/s',
        value: explored.lines / explored.seconds,
        limit: null,
      },
      { what: 'the same, first byte', unit: 'ms', value: explored.first, limit: 100 },
      { what: 'XLSX of the same', unit: 's', value: sheet.seconds, limit: null },
      { what: 'ZIP of the same', unit: 's', value: zip.seconds, limit: null },
    ]
  } finally {
    await database.close()
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}
