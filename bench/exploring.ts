import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMeridian } from '../src/app/browser/server.ts'
import { type Measured, quantile } from './measured.ts'
import { type Got, got } from './serving.ts'

/** Nineteen lines of some two hundred economies each, over so many years that a page is full: 20,000 cells. */
export const full =
  '/en/series?series=IT.NET.USER.ZS,IT.CEL.SETS.P2,SP.POP.TOTL,IT_NET_BBP&breakdown=*&from=1990&to=2024'
const map = '/en/series?series=IT.NET.USER.ZS&view=map'

/** One after the other, each another view, so that each is read and written anew; the first few make things ready. */
const each = async (ask: (nth: number) => Promise<Got>, times: number): Promise<readonly Got[]> => {
  const all: Got[] = []
  for (let nth = 0; nth < times + 3; nth += 1) all.push(await ask(nth))
  return all.slice(3)
}

/** What the server's process has worked, all its threads together, in milliseconds: it does not wait for other processes. */
export const workedBy = (pid: number): number => {
  const [, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const all = fields.join(') ').split(' ')
  return 10 * (Number(all[11]) + Number(all[12]))
}

const p95 = (all: readonly Got[]): number =>
  quantile(
    all.map(({ ms }) => ms),
    0.95,
  )
const kilobytes = (all: readonly Got[]): number => Math.max(...all.map(({ bytes }) => bytes)) / 1000

export const measureExploring = async (): Promise<readonly Measured[]> => {
  const data = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const { address, child, stop } = await startMeridian(data)
  try {
    const pid = child.pid ?? 0
    await each((nth) => got(`${address}${full}&sort=${1990 + nth}`), 2)
    const before = workedBy(pid)
    const tables = await each((nth) => got(`${address}${full}&sort=-${1990 + nth}`), 30)
    const workedForTables = (workedBy(pid) - before) / tables.length
    const beforeMaps = workedBy(pid)
    const maps = await each(
      (nth) => got(`${address}${map}&to=${1995 + (nth % 29)}&from=${1990 + Math.floor(nth / 29)}`),
      50,
    )
    const workedForMaps = (workedBy(pid) - beforeMaps) / maps.length
    const plain = await got(`${address}${full}`, { 'accept-encoding': 'identity' })
    const cells = (plain.text.match(/<td>/g) ?? []).length
    return [
      { what: 'explorer, cells on the page', unit: 'cells', value: cells, limit: 18_000, more: true },
      { what: 'explorer with 20,000 cells, p95, each made anew', unit: 'ms', value: p95(tables), limit: 300 },
      {
        what: 'explorer with 20,000 cells, work of all threads a page',
        unit: 'ms',
        value: workedForTables,
        limit: null,
      },
      { what: 'explorer with 20,000 cells, compressed', unit: 'kB', value: kilobytes(tables), limit: 200 },
      { what: 'map of the world, p95, each made anew', unit: 'ms', value: p95(maps), limit: 50 },
      { what: 'map of the world, work of all threads a page', unit: 'ms', value: workedForMaps, limit: null },
      { what: 'map of the world, compressed', unit: 'kB', value: kilobytes(maps), limit: 60 },
    ]
  } finally {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}
