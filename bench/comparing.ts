import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMeridian } from '../src/app/browser/server.ts'
import { type Measured, median, quantile } from './measured.ts'

const days = (nth: number): string => new Date(Date.UTC(2025, 11, 9 + (nth % 340))).toISOString().slice(0, 10)

/** One after the other, each timed to its last byte. */
const timed = async (count: number, addressOf: (nth: number) => string): Promise<readonly number[]> => {
  const all: number[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const began = performance.now()
    const answer = await fetch(addressOf(nth), { headers: { 'accept-encoding': 'br' } })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${addressOf(nth)}: ${answer.status}`)
    all.push(performance.now() - began)
  }
  return all
}

/** Two editions beside each other, and the links to a framework: kept, and made anew for each question. */
export const measureComparing = async (): Promise<readonly Measured[]> => {
  const data = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const { address, stop } = await startMeridian(data)
  const page = `${address}/en/compare/2024-2027/2028-2031`
  try {
    await timed(10, () => page)
    const kept = await timed(200, () => page)
    // Each asks what happened to something else, so no kept page answers: every one is read and written anew.
    const asked = await timed(100, (nth) => `${page}?of=${nth}`)
    const every = await timed(30, (nth) => `${page}?kind=all&of=${nth}`)
    const frameworks = await timed(100, (nth) => `${address}/en/frameworks/sdg?asof=${days(nth)}`)
    // Another day is another reading of every outlook: the figures known then, with the calibration in force then.
    const otherDays = await timed(40, (nth) => `${page}?asof=${days(nth)}`)
    return [
      { what: 'two editions compared, p95', unit: 'ms', value: quantile(kept, 0.95), limit: 80 },
      { what: 'two editions compared, p95, each made anew', unit: 'ms', value: quantile(asked, 0.95), limit: 80 },
      { what: 'all rows of both, p95, each made anew', unit: 'ms', value: quantile(every, 0.95), limit: null },
      { what: 'two editions compared as of another day, median', unit: 'ms', value: median(otherDays), limit: null },
      { what: 'links to a framework, p95, each made anew', unit: 'ms', value: quantile(frameworks, 0.95), limit: 80 },
    ]
  } finally {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}
