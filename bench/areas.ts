import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMeridian } from '../src/app/browser/server.ts'
import { type Measured, median, quantile } from './measured.ts'

/** Milliseconds to the last byte of each answer, one after the other. */
const timed = async (addresses: readonly string[]): Promise<readonly number[]> => {
  const all: number[] = []
  for (const address of addresses) {
    const began = performance.now()
    const answer = await fetch(address)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    all.push(performance.now() - began)
  }
  return all
}

/** Pages of economies and groups: each made anew, since no page that was kept is of the same area and language; then kept. */
export const measureAreas = async (): Promise<readonly Measured[]> => {
  const data = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const { address, stop } = await startMeridian(data)
  try {
    const list = (await (await fetch(`${address}/en/areas/areas.json`)).json()) as {
      readonly rows: readonly { readonly area: string; readonly area_kind: string }[]
    }
    const pages = (kind: string, language: string) =>
      list.rows.flatMap((one) => (one.area_kind === kind ? [`${address}/${language}/areas/${one.area}`] : []))
    await timed(pages('economy', 'fr').slice(0, 40))
    const economies = await timed(pages('economy', 'en'))
    const groups = await timed(pages('group', 'en'))
    const kept = await timed(pages('economy', 'en').slice(0, 100))
    const bytes = (await (await fetch(`${address}/en/areas`)).arrayBuffer()).byteLength
    return [
      { what: 'page of an economy, made anew, median', unit: 'ms', value: median(economies), limit: null },
      { what: 'page of an economy, made anew, p95', unit: 'ms', value: quantile(economies, 0.95), limit: 80 },
      { what: 'page of a group, made anew, p95', unit: 'ms', value: quantile(groups, 0.95), limit: 80 },
      { what: 'page of an economy, kept, p95', unit: 'ms', value: quantile(kept, 0.95), limit: 80 },
      { what: 'list of economies and groups, as it is', unit: 'kB', value: bytes / 1000, limit: null },
    ]
  } finally {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}
