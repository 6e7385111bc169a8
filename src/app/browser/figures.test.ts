import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { hasBrowser, opening } from './opening.ts'

const pages = [
  '/en/',
  '/en/editions/2028-2031/targets/2.1',
  '/en/editions/2028-2031/targets/1.1',
  '/en/series/IT_MOB_OWN',
  '/en/outlook/2028-2031/targets/2.1',
]

/** Whether a text holds a number that is shown as this figure: as it is, or in millions, and rounded. */
const saysIt = (text: string, shown: string): boolean => {
  const plain = shown.replaceAll(/[^\d.]/g, '')
  const half = 0.5 * 10 ** -(plain.split('.')[1]?.length ?? 0) + 1e-9
  return [...text.matchAll(/\d[\d\u202f]*(?:\.\d+)?/g)]
    .map(([one]) => Number(one.replaceAll('\u202f', '')))
    .some((one) => [one, one / 1e6].some((of) => Math.abs(of - Number(plain)) <= half))
}

describe.skipIf(!hasBrowser())('A figure (V5)', () => {
  const { on } = opening()

  for (const path of pages)
    it(`leads to its series, its release and its source in at most three clicks, ten of them: ${path}`, () =>
      on(path, { viewport: { width: 1280, height: 900 } }, async (page) => {
        // Only what is seen at once: what stands in a closed part would cost a click to open.
        const figures = page
          .locator('main :is(a[href*="/observations?"], a[href*="/series/"]):visible')
          .filter({ hasText: /^[<>]?[\d\s\u202f]+([.,]\d+)?\s*%?$/ })
        const count = await figures.count()
        assert.ok(count > 0, 'no figure on the page leads anywhere')
        const step = Math.max(1, Math.floor(count / 10))
        for (let nth = 0; nth < Math.min(10, count); nth += 1) {
          await page.goto(new URL(path, page.url()).href)
          const link = figures.nth(nth * step)
          const shown = await link.innerText()
          await link.click() // one
          const main = page.locator('main')
          assert.ok(saysIt(await main.innerText(), shown), `${shown} is not on the page that it leads to`)
          assert.ok(
            page.url().includes('/series/') || (await main.locator('a[href*="/series/"]').count()) > 0,
            'the series',
          )
          await main.locator('a[href*="/releases/"]').first().click() // two
          assert.match(page.url(), /\/releases\/\d+/)
          assert.match(await page.locator('main').innerText(), /\d{4}/)
          await page.locator('main a[href*="/sources"]').first().click() // three
          assert.match(page.url(), /\/sources/)
          assert.match(await page.locator('main').innerText(), /CC BY/)
        }
      }))

  it('is said as of another day, and every link keeps the day', () =>
    on('/en/editions/2028-2031/targets/2.1?asof=2025-05-01', {}, async (page) => {
      const strays = await page
        .locator('main a[href^="/en/"]')
        .evaluateAll((links) =>
          links.map((link) => link.getAttribute('href') ?? '').filter((href) => !href.includes('asof=2025-05-01')),
        )
      assert.deepEqual(strays, [])
    }))
})
