import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { launchArguments } from './chromium.ts'

/** Without a browser these tests are skipped; with CI set, the run fails before. */
export const hasBrowser = (): boolean => inject('chromium') !== ''

export type Opening = {
  /** Opens a page in a fresh window and closes it after. */
  readonly on: <T>(
    path: string,
    options: BrowserContextOptions,
    body: (page: Page, context: BrowserContext) => Promise<T>,
  ) => Promise<T>
}

/** One browser for a file of tests. */
export const opening = (): Opening => {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (hasBrowser())
      browser = await chromium.launch({ executablePath: inject('chromium'), args: [...launchArguments] })
  })
  afterAll(() => browser?.close())
  return {
    on: async (path, options, body) => {
      if (browser === undefined) throw new Error('No browser')
      const context = await browser.newContext(options)
      try {
        const page = await context.newPage()
        await page.goto(`${inject('address')}${path}`)
        return await body(page, context)
      } finally {
        await context.close()
      }
    },
  }
}
