import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMeridian } from '../src/app/browser/server.ts'
import { type Measured, median, quantile } from './measured.ts'

export type Got = {
  readonly status: number
  readonly ms: number
  readonly bytes: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly text: string
}

/** One request, timed to its last byte, as it comes over the wire. */
export const got = (url: string, headers: Readonly<Record<string, string>> = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const asked = request(url, { headers: { 'accept-encoding': 'br', ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        const ms = performance.now() - began
        resolve({
          status: answer.statusCode ?? 0,
          ms,
          bytes: body.length,
          headers: answer.headers,
          text: body.toString('latin1'),
        })
      })
    })
    asked.on('error', reject)
    asked.end()
  })

/** `rate` requests a second for some seconds, whatever the answers take: waiting in a queue counts. */
export const paced = async (
  ask: (nth: number) => Promise<Got>,
  rate: number,
  seconds: number,
): Promise<readonly Got[]> => {
  const asked: Promise<Got>[] = []
  const began = performance.now()
  for (let nth = 0; nth < rate * seconds; nth += 1) {
    const wait = began + (nth * 1000) / rate - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    asked.push(ask(nth))
  }
  return Promise.all(asked)
}

const atRate = async (...asked: Parameters<typeof paced>): Promise<readonly number[]> =>
  (await paced(...asked)).map(({ ms }) => ms)

/** The page with everything that a browser asks for with it: style, font, icon. */
const withEverything = async (address: string, page: string): Promise<number> => {
  const plain = await got(`${address}${page}`, { 'accept-encoding': 'identity' })
  const parts = [...plain.text.matchAll(/href="(\/assets\/[^"]+)"/g)].map(([, part = '']) => part)
  const all = await Promise.all([page, ...new Set(parts)].map((one) => got(`${address}${one}`)))
  return all.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
}

export const residentOf = (pid: number): number => {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? Number.NaN) / 1024
}

const days = (nth: number): string => new Date(Date.UTC(2025, 11, 9 + (nth % 340))).toISOString().slice(0, 10)

export const measureServing = async (): Promise<readonly Measured[]> => {
  const data = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const { address, child, stop } = await startMeridian(data)
  try {
    const glance = `${address}/en/`
    const page = `${address}/en/editions/2028-2031/targets/2.1`
    const kilobytes = await withEverything(address, '/en/')
    await got(glance)
    await got(page)
    const kept = await atRate(() => got(glance), 50, 10)
    const keptTarget = await atRate(() => got(page), 50, 10)
    const tag = String((await got(glance)).headers['etag'])
    const unchanged = await atRate(() => got(glance, { 'if-none-match': tag }), 50, 5)
    const resident = residentOf(child.pid ?? 0)
    // Each of these asks about another day, so no kept page answers: every one is read and written anew.
    const made = await atRate((nth) => got(`${glance}?asof=${days(nth)}`), 10, 10)
    const madeTarget = await atRate((nth) => got(`${page}?asof=${days(nth)}`), 10, 10)
    const flood = await atRate((nth) => got(`${page}?asof=${days(nth + 120)}`), 50, 4)
    const flooded = residentOf(child.pid ?? 0)
    return [
      { what: 'plan at a glance, transferred with everything', unit: 'kB', value: kilobytes, limit: 100 },
      { what: 'plan at a glance, p95 at 50/s', unit: 'ms', value: quantile(kept, 0.95), limit: 30 },
      { what: 'page of one element, p95 at 50/s', unit: 'ms', value: quantile(keptTarget, 0.95), limit: 50 },
      { what: 'unchanged page, median of 304', unit: 'ms', value: median(unchanged), limit: 3 },
      { what: 'unchanged page, p95 of 304', unit: 'ms', value: quantile(unchanged, 0.95), limit: null },
      { what: 'server process, resident after these', unit: 'MB', value: resident, limit: 300 },
      { what: 'plan at a glance, p95 at 10/s, each made anew', unit: 'ms', value: quantile(made, 0.95), limit: null },
      {
        what: 'page of one element, p95 at 10/s, each made anew',
        unit: 'ms',
        value: quantile(madeTarget, 0.95),
        limit: null,
      },
      {
        what: 'page of one element, p95 at 50/s, each made anew',
        unit: 'ms',
        value: quantile(flood, 0.95),
        limit: null,
      },
      { what: 'server process, resident after that flood', unit: 'MB', value: flooded, limit: null },
    ]
  } finally {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}
