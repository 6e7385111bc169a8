import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { rootFolder } from '#platform'
import type { Measured } from './measured.ts'
import { median } from './measured.ts'

/** From `npm start` in the shell to the last byte of the first page. */
const firstPage = async (data: string, port: number): Promise<number> => {
  const began = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: rootFolder,
    env: { ...process.env, MERIDIAN_DATA: data, MERIDIAN_PORT: String(port), MERIDIAN_LOG: 'error' },
    stdio: 'ignore',
    detached: true,
  })
  try {
    for (;;) {
      const answer = await fetch(`http://localhost:${port}/en/`).catch(() => null)
      if (answer?.status === 200) {
        await answer.text()
        return (performance.now() - began) / 1000
      }
      if (performance.now() - began > 120_000) throw new Error('No page within two minutes')
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
    await ended
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** The first start makes the database and loads both editions and all statistics; a warm one finds them. */
export const measureStarting = async (): Promise<readonly Measured[]> => {
  const first: number[] = []
  const warm: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const data = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
    first.push(await firstPage(data, 4390 + run))
    for (let again = 0; again < 3; again += 1) warm.push(await firstPage(data, 4390 + run))
    rmSync(data, { recursive: true, force: true })
  }
  return [
    { what: 'first start, packages installed', unit: 's', value: median(first), limit: 8, all: first },
    { what: 'warm start to first page', unit: 's', value: median(warm), limit: 1, all: warm },
  ]
}
