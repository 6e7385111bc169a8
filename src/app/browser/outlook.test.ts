import assert from 'node:assert/strict'
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

  it('has one drawing for a wide window and one for a narrow, and no word of it leaves the drawing', async () => {
    for (const [width, seen] of [
      [1280, 'wide'],
      [360, 'narrow'],
    ] as const)
      for (const language of languages)
        await on(`/${language}${target}`, { viewport: { width, height: 800 } }, async (page) => {
          const drawing = page.locator(`#outlook svg.${seen}`).first()
          assert.equal(await drawing.isVisible(), true, `${seen} in ${language}`)
          const outside = await drawing.evaluate((svg) => {
            const box = svg.getBoundingClientRect()
            return [...svg.querySelectorAll('text')]
              .filter((one) => {
                const own = one.getBoundingClientRect()
                return own.left < box.left - 1 || own.right > box.right + 1
              })
              .map((one) => one.textContent)
          })
          assert.deepEqual(outside, [], `${language}, ${width} px`)
        })
  })

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
