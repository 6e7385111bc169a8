import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { wideCards } from './details.ts'

/** By Tab alone to what this finds; a person without a mouse presses no more often than there are stops. */
export const tabTo = async (page: Page, selector: string, stops = 80): Promise<void> => {
  for (let pressed = 0; pressed < stops; pressed += 1) {
    await page.keyboard.press('Tab')
    if ((await page.locator(`${selector}:focus`).count()) === 1) return
  }
  assert.fail(`${selector} is not reached by the keyboard on ${page.url()}`)
}

/** Tab, type, and Enter at the end. */
export const typeInto = async (
  page: Page,
  fields: readonly (readonly [selector: string, text: string])[],
): Promise<void> => {
  for (const [selector, text] of fields) {
    await tabTo(page, selector)
    await page.keyboard.type(text)
  }
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

export const press = async (page: Page, selector: string, stops = 80): Promise<void> => {
  await tabTo(page, selector, stops)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

/** Nothing is wider than the narrowest screen. */
export const assertFits = async (page: Page): Promise<void> => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(wide <= 320, `${page.url()} is ${wide} wide`)
  assert.deepEqual(await page.evaluate(wideCards), [], page.url())
}
