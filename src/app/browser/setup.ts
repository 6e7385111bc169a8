import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { chromiumPath, whereToGetIt } from './chromium.ts'
import { startMeridian } from './server.ts'
import { type Readers, signInEach } from './signing-in.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    address: string
    chromium: string
    readers: Readers
  }
}

/** One Meridian with the shipped content for all browser tests, and the browser of this machine. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const chromium = chromiumPath()
  if (chromium === null) {
    if (process.env['CI']) throw new Error(`No Chromium, and CI may not skip the browser tests. ${whereToGetIt}`)
    console.warn(`Browser tests are skipped: no Chromium on this machine. ${whereToGetIt}`)
    project.provide('address', '')
    project.provide('chromium', '')
    project.provide('readers', {})
    return async () => {}
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-browser-'))
  const started = await startMeridian(folder)
  project.provide('address', started.address)
  project.provide('chromium', chromium)
  project.provide('readers', await signInEach(folder))
  return async () => {
    await started.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
