import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { languages } from '#kernel'
import { hasBrowser, opening } from './opening.ts'

const target = '/editions/2028-2031/targets/2.1'
const wide = { viewport: { width: 1280, height: 900 } }

describe.skipIf(!hasBrowser())('What may come of a target', () => {
  const { on } = opening()

  it('is drawn with a table of the same values, which opens without scripts', () =>
    on(`/en${target}`, { ...wide, javaScriptEnabled: false }, async (page) => {
      const part = page.locator('#outlook')
      const table = part.locator('table').first()
      assert.equal(await table.isVisible(), false)
      await part.locator('summary', { hasText: 'The chart as a table' }).click()
      assert.equal(await table.isVisible(), true)
      const heads = await table.locator('thead th').allInnerTexts()
      const cells = await table.locator('tbody tr', { hasText: '2031' }).locator('th, td').allInnerTexts()
      assert.equal(cells.length, heads.length)
      const [year, observed, lowest, low, centre, high, highest, required] = cells.map((one) => one.trim())
      assert.deepEqual([year, observed, required], ['2031', '', '95.0'])
      const bands = [lowest, low, centre, high, highest].map(Number)
      assert.deepEqual(
        bands.toSorted((a, b) => a - b),
        bands,
        'bands are nested around the centre',
      )
      // What the drawing says of its end is what the table has, rounded.
      const drawing = await part.locator('svg.wide').first().textContent()
      assert.ok(drawing?.includes(`${Math.round(bands[1] ?? 0)}–${Math.round(bands[3] ?? 0)} in 4 of 5`), drawing ?? '')
      assert.ok(drawing?.includes(`${Math.round(bands[0] ?? 0)}–${Math.round(bands[4] ?? 0)} in 19 of 20`))
      const latest = table.locator('tbody tr', { hasText: /^2023/ }).locator('td').first()
      assert.equal((await latest.innerText()).trim(), '67.4')
    }))

  /** Words that leave their drawing, and pairs of words that stand on each other by more than a hair. */
  const collisions = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((svg) => {
        const box = svg.getBoundingClientRect()
        const all = [...svg.querySelectorAll('text')].map((one) => ({
          words: one.textContent ?? '',
          own: one.getBoundingClientRect(),
        }))
        const outside = all.filter(({ own }) => own.left < box.left - 1 || own.right > box.right + 1)
        // The box of a line of text is taller than its letters: a fifth of it above and below is empty.
        const over = all.flatMap((a, at) =>
          all.slice(at + 1).flatMap((b) => {
            const wide = Math.min(a.own.right, b.own.right) - Math.max(a.own.left, b.own.left)
            const high = Math.min(a.own.bottom, b.own.bottom) - Math.max(a.own.top, b.own.top)
            return wide > 1 && high > Math.min(a.own.height, b.own.height) * 0.4 ? [`${a.words} / ${b.words}`] : []
          }),
        )
        return [...outside.map(({ words }) => words), ...over]
      })

  // What is awkward to name: two deadlines, a line that is low still, one that is there already.
  const drawn: readonly [path: string, selectors: readonly string[]][] = [
    [target, ['#outlook', '#pace']],
    ['/outlook/2024-2027/targets/1.7', ['#whatif']],
    ['/outlook/2028-2031/targets/2.1?area=NER', ['#whatif', '#pace']],
    ['/outlook/2028-2031/targets/2.1?area=DNK', ['#whatif', '#everywhere']],
  ]
  for (const language of languages)
    it(`has a drawing for a wide window and one for a narrow, and no word leaves it or stands on another: ${language}`, async () => {
      const found: string[] = []
      for (const [path, selectors] of drawn)
        await on(`/${language}${path}`, wide, async (page) => {
          for (const [width, seen] of [
            [1280, 'wide'],
            [360, 'narrow'],
          ] as const) {
            await page.setViewportSize({ width, height: 800 })
            for (const selector of selectors) {
              const drawing = `${selector} svg.${seen}`
              if ((await page.locator(drawing).count()) === 0) continue
              assert.equal(await page.locator(drawing).first().isVisible(), true, drawing)
              for (const one of await collisions(page, drawing)) found.push(`${width} ${path} ${selector}: ${one}`)
            }
          }
        })
      assert.deepEqual(found, [])
    }, 60_000)

  it('says why in a paragraph that a row opens without scripts, in every language', async () => {
    for (const language of languages)
      await on(`/${language}/`, { ...wide, javaScriptEnabled: false }, async (page) => {
        const row = page.locator('#target-2\\.1')
        const paragraph = row.locator('details p')
        assert.equal(await paragraph.isVisible(), false)
        await row.locator('summary').click()
        assert.equal(await paragraph.isVisible(), true)
        const words = await paragraph.innerText()
        for (const number of [/67[.,]4/, /2023/, /2031/, /74–92/, /3[.,]5/, /37/])
          assert.match(words, number, `${language}: ${words}`)
      })
  })
})
