import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { openAll } from './details.ts'
import { hasBrowser, opening } from './opening.ts'
import { screens } from './screens.ts'

const desktop = { width: 1280, height: 900 }

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What in axe looks at colours: all that can differ between two colour schemes of one page. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** What axe finds on a page, or in a part of it: by every rule in the light, by those about colours in the dark. */
const violationsOn = async (page: Page, scheme: 'light' | 'dark', part?: string): Promise<readonly string[]> => {
  // No page of ours holds a frame of another origin: axe finishes where it ran, and not in a window of its own.
  const all = new AxeBuilder({ page }).setLegacyMode()
  const builder = scheme === 'light' ? all.withTags(rules) : all.withRules(ofColours)
  const { violations } = await (part === undefined ? builder : builder.include(part)).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  )
}

describe.skipIf(!hasBrowser())('Every screen (O2)', () => {
  const { on } = opening()

  for (const [name, path, as] of screens)
    for (const language of ['en', 'ar'] as const)
      it(`has nothing for axe to find, in the light and in the dark: ${name}, ${language}`, () =>
        on(`/${language}${path}`, { viewport: desktop, colorScheme: 'light', as }, async (page) => {
          assert.deepEqual(await violationsOn(page, 'light'), [])
          // What was closed is looked at by itself: the rest of the page is the same.
          if ((await openAll(page)) > 0) assert.deepEqual(await violationsOn(page, 'light', 'details'), [])
          await page.emulateMedia({ colorScheme: 'dark' })
          assert.deepEqual(await violationsOn(page, 'dark'), [])
        }))
})
