import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { openAll, wideCards } from './details.ts'
import { hasBrowser, opening } from './opening.ts'
import { screens } from './screens.ts'

const desktop = { width: 1280, height: 900 }
const smallest = { width: 320, height: 640 }

/** How wide a page is that is wider than its window; 0 for one that fits. */
const widthBeyond = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    return scrollWidth > clientWidth ? scrollWidth : 0
  })

/** On a wide window every row is a row: a style that was meant for something else took some of them apart. */
const brokenTables = (): readonly string[] =>
  [...document.querySelectorAll('main tr')]
    .filter((row) => row.checkVisibility() && getComputedStyle(row).display !== 'table-row')
    .map((row) => (row.textContent ?? '').slice(0, 60))

describe.skipIf(!hasBrowser())('Every screen (O1, O2, O3)', () => {
  const { on } = opening()

  for (const [name, path, as] of screens) {
    for (const language of ['en', 'ar', 'ru'] as const)
      it(`does not scroll sideways at 320 pixels: ${name}, ${language}`, () =>
        on(`/${language}${path}`, { viewport: smallest, as }, async (page) => {
          assert.equal(await widthBeyond(page), 0)
          await openAll(page)
          assert.equal(await widthBeyond(page), 0, 'with every part open')
          assert.deepEqual(await page.evaluate(wideCards), [])
        }))

    it(`is whole without scripts, and asks nothing of anybody else: ${name}`, () =>
      on(`/en${path}`, { viewport: desktop, javaScriptEnabled: false, as }, async (page) => {
        const asked: string[] = []
        page.on('request', (request) => asked.push(request.url()))
        await page.reload()
        assert.ok((await page.locator('h1').count()) === 1, 'one heading of the first order')
        assert.ok((await page.locator('main').innerText()).length > 40)
        assert.deepEqual(await page.evaluate(brokenTables), [], 'rows of a table that are none on a wide window')
        const own = new URL(page.url()).origin
        assert.deepEqual(
          asked.filter((url) => !url.startsWith(own) && !url.startsWith('data:')),
          [],
        )
      }))
  }
})
