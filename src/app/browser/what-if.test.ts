import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { hasBrowser, opening } from './opening.ts'

describe.skipIf(!hasBrowser())('The form of what if, without scripts', () => {
  const { on } = opening()
  const without = { javaScriptEnabled: false }

  it('is reached from the page of a target, and answers another number, year and area at once', () =>
    on('/en/editions/2028-2031/targets/2.1', without, async (page) => {
      await page.locator('#where a[href*="/outlook/"]', { hasText: 'what if' }).click()
      await page.locator('main select[name=area]').selectOption('KEN')
      await page.locator('main input[name=number]').fill('60')
      await page.locator('main input[name=by]').fill('2030')
      await page.locator('main form button[type=submit]').click()
      const address = new URL(page.url())
      assert.deepEqual(
        ['area', 'number', 'by'].map((name) => address.searchParams.get(name)),
        ['KEN', '60', '2030'],
      )
      assert.equal(await page.locator('main input[name=number]').inputValue(), '60')
      assert.match(await page.locator('main .lede').first().innerText(), /Kenya/)
      assert.match(await page.locator('#asked').innerText(), /60%[\s\S]*2030/)
    }))

  it('keeps what was typed and says at the box why it has no answer', () =>
    on('/en/outlook/2028-2031/targets/2.1', without, async (page) => {
      await page.locator('main input[name=number]').fill('180')
      await page.locator('main input[name=by]').fill('2020')
      await page.locator('main form button[type=submit]').click()
      for (const [name, value] of [
        ['number', '180'],
        ['by', '2020'],
      ] as const) {
        const box = page.locator(`main input[name=${name}]`)
        assert.equal(await box.inputValue(), value)
        assert.equal(await box.getAttribute('aria-invalid'), 'true')
        const why = page.locator(`#${await box.getAttribute('aria-describedby')}`)
        assert.ok((await why.innerText()).length > 10)
      }
    }))

  it('keeps the language and the day asked about', () =>
    on('/ar/outlook/2028-2031/targets/2.1?asof=2025-12-31', without, async (page) => {
      await page.locator('main input[name=number]').fill('٩٠')
      await page.locator('main form button[type=submit]').click()
      const address = new URL(page.url())
      assert.equal(address.pathname, '/ar/outlook/2028-2031/targets/2.1')
      assert.equal(address.searchParams.get('asof'), '2025-12-31')
      assert.equal(await page.locator('.err').count(), 0)
    }))
})
