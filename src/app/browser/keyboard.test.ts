import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { hasBrowser, opening } from './opening.ts'
import { screens } from './screens.ts'

describe.skipIf(!hasBrowser())('The keyboard (O2)', () => {
  const { on } = opening()

  for (const [name, path] of screens)
    it(`reaches everything that can be acted on: ${name}`, () =>
      on(`/en${path}`, { viewport: { width: 1280, height: 900 } }, async (page) => {
        // What is inside a closed <details> is reached by opening it, with the keyboard too.
        const wanted = await page.evaluate(() => {
          const all = [
            ...document.querySelectorAll(
              'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
            ),
          ]
          const shown = all.filter((one) => one.checkVisibility())
          for (const [at, one] of shown.entries()) one.setAttribute('data-nth', String(at))
          return shown.length
        })
        const reached = new Set<string>()
        const most = Math.min(wanted, 400)
        for (let turn = 0; turn < most + 5 && reached.size < most; turn += 1) {
          await page.keyboard.press('Tab')
          const nth = await page.evaluate(() => document.activeElement?.getAttribute('data-nth') ?? null)
          if (nth !== null) reached.add(nth)
        }
        assert.ok(reached.size >= most, `${reached.size} of ${most} reached`)
      }))

  it('goes to the content first', () =>
    on('/en/', {}, async (page) => {
      await page.keyboard.press('Tab')
      assert.match((await page.evaluate(() => document.activeElement?.getAttribute('href'))) ?? '', /#main/)
      await page.keyboard.press('Enter')
      assert.match(page.url(), /#main$/)
    }))
})
