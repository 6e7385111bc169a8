import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { hasBrowser, opening } from './opening.ts'
import { screens } from './screens.ts'

/** What lies between the margins of A4, in CSS pixels: 210 less twice 16 mm, 297 less 18 and 20 mm. */
const sheet = { width: 673, height: 979 }

describe.skipIf(!hasBrowser())('On paper (O1)', () => {
  const { on } = opening()

  for (const [name, path, as] of screens)
    for (const language of ['en', 'ar'] as const)
      it(`fits the sheet, and shows nothing that only a screen can open or press: ${name}, ${language}`, () =>
        on(`/${language}${path}`, { viewport: sheet, as }, async (page) => {
          await page.emulateMedia({ media: 'print' })
          const found = await page.evaluate(() => {
            const { clientWidth, scrollWidth } = document.documentElement
            const shown = (selector: string) =>
              [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
            const words = (one: Element) => (one.textContent ?? '').slice(0, 60)
            return {
              tooWide: scrollWidth > clientWidth ? scrollWidth : 0,
              cut: shown('.scroll')
                .filter((one) => one.scrollWidth > one.clientWidth)
                .map(words),
              closed: shown('details > summary')
                .filter(
                  ({ parentElement }) =>
                    ![...(parentElement?.children ?? [])].slice(1).some((one) => one.checkVisibility()),
                )
                .map(words),
              headingAlone: shown('.sec')
                .filter(
                  (one) =>
                    ![...one.querySelectorAll(':scope > :not(header), :scope > .stack > *')].some(
                      (part) => !part.matches('.stack') && part.checkVisibility(),
                    ),
                )
                .map(words),
              pressed: shown('button, input, select, textarea, .nav').map(words),
            }
          })
          assert.deepEqual(found, { tooWide: 0, cut: [], closed: [], headingAlone: [], pressed: [] })
        }))
})
