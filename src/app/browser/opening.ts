import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import type { HeldRole } from '#access/core'
import { launchArguments } from './chromium.ts'
import { cookieOf, pathFor } from './readers.ts'

/** Without a browser these tests are skipped; with CI set, the run fails before. */
export const hasBrowser = (): boolean => inject('chromium') !== ''

/** A window, and who has signed in there; nobody unless said. */
export type WindowOptions = BrowserContextOptions & { readonly as?: HeldRole | undefined }

export type Opening = {
  /** Opens a page in a window of these options, which other tests have had before: a window costs more than most pages. */
  readonly on: <T>(
    path: string,
    options: WindowOptions,
    body: (page: Page, context: BrowserContext) => Promise<T>,
  ) => Promise<T>
}

type Window = { readonly context: BrowserContext; readonly page: Page }

/** As a test finds it: nobody listens, on the screen, in the size that was asked for. Nothing else outlives a page. */
const asNew = async ({ page }: Window, { viewport, colorScheme }: BrowserContextOptions): Promise<void> => {
  page.removeAllListeners()
  await page.emulateMedia({ media: null, colorScheme: colorScheme ?? 'light' })
  if (viewport != null) await page.setViewportSize(viewport)
}

/** One browser for a file of tests, and in it one window for each set of options. */
export const opening = (): Opening => {
  let browser: Browser | undefined
  const windows = new Map<string, Window>()
  beforeAll(async () => {
    if (hasBrowser())
      browser = await chromium.launch({ executablePath: inject('chromium'), args: [...launchArguments] })
  })
  afterAll(() => browser?.close())
  return {
    on: async (path, options, body) => {
      if (browser === undefined) throw new Error('No browser')
      const key = JSON.stringify(options)
      let window = windows.get(key)
      const { as, ...plain } = options
      if (window === undefined) {
        const context = await browser.newContext(plain)
        if (as !== undefined) {
          const domain = new URL(inject('address')).hostname
          const cookie = { ...cookieOf(as), domain, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' as const }
          await context.addCookies([cookie])
        }
        window = { context, page: await context.newPage() }
      }
      // A test that fails may leave anything behind: its window is not used again.
      windows.delete(key)
      await window.page.goto(`${inject('address')}${pathFor(path, as)}`)
      const found = await body(window.page, window.context)
      await asNew(window, options)
      windows.set(key, window)
      return found
    },
  }
}
