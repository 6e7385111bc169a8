import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { sessionCookie } from '#access'
import { cookieName, rootFolder } from '#platform'
import { chromiumPath, launchArguments, whereToGetIt } from '../src/app/browser/chromium.ts'
import { screens } from '../src/app/browser/screens.ts'
import { startMeridian } from '../src/app/browser/server.ts'
import { pathOf, type Readers, signInEach } from '../src/app/browser/signing-in.ts'

/** `npm run shots [name ...]`: every screen as a reader sees it, into `shots/`: desktop, phone, Arabic, dark. */
const ways = [
  { way: 'desktop', language: 'en', width: 1280, colorScheme: 'light' },
  { way: 'phone', language: 'en', width: 360, colorScheme: 'light' },
  { way: 'arabic', language: 'ar', width: 1280, colorScheme: 'light' },
  { way: 'dark', language: 'en', width: 1280, colorScheme: 'dark' },
] as const

const executablePath = chromiumPath()
if (executablePath === null) throw new Error(whereToGetIt)
const wanted = process.argv.slice(2)
const given = process.env['MERIDIAN_SHOTS_ADDRESS']
const data = mkdtempSync(path.join(tmpdir(), 'meridian-shots-'))
const started = given === undefined ? await startMeridian(data) : { address: given, stop: async () => {} }
// Whoever shows another server's screens shows what everybody sees: nobody is signed in there.
const readers: Readers = given === undefined ? await signInEach(data) : {}
const browser = await chromium.launch({ executablePath, args: [...launchArguments] })
const folder = path.join(rootFolder, 'shots')
mkdirSync(folder, { recursive: true })
for (const { way, language, width, colorScheme } of ways) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
  const page = await context.newPage()
  for (const [name, address, as] of screens) {
    const reader = as === undefined ? undefined : readers[as]
    if ((wanted.length > 0 && !wanted.includes(name)) || (as !== undefined && reader === undefined)) continue
    await context.clearCookies()
    if (reader !== undefined) {
      const cookie = { name: cookieName(sessionCookie, started.address), value: reader.secret, secure: true }
      await context.addCookies([{ ...cookie, domain: new URL(started.address).hostname, path: '/' }])
    }
    await page.goto(`${started.address}/${language}${reader === undefined ? address : pathOf(address, reader)}`)
    await page.screenshot({ path: path.join(folder, `${name}.${way}.png`), fullPage: true })
  }
  await context.close()
}
await browser.close()
await started.stop()
rmSync(data, { recursive: true, force: true })
console.log(`shots/: ${wanted.length > 0 ? wanted.join(', ') : `${screens.length} screens`} in ${ways.length} ways`)
