import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import { describe, it } from 'vitest'
import { hasBrowser, opening } from './opening.ts'
import { screens } from './screens.ts'

const desktop = { width: 1280, height: 900 }
const smallest = { width: 320, height: 640 }

describe.skipIf(!hasBrowser())('Every screen (O1, O2, O3)', () => {
  const { on } = opening()

  for (const [name, path] of screens) {
    for (const language of ['en', 'ar'] as const)
      for (const colorScheme of ['light', 'dark'] as const)
        it(`has nothing for axe to find: ${name}, ${language}, ${colorScheme}`, () =>
          on(`/${language}${path}`, { viewport: desktop, colorScheme }, async (page) => {
            const { violations } = await new AxeBuilder({ page })
              .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
              .analyze()
            assert.deepEqual(
              violations.map(
                ({ id, nodes }) =>
                  `${id}: ${nodes
                    .slice(0, 3)
                    .map(({ html }) => html.slice(0, 160))
                    .join(' | ')}`,
              ),
              [],
            )
          }))

    for (const language of ['en', 'ar', 'ru'] as const)
      it(`does not scroll sideways at 320 pixels: ${name}, ${language}`, () =>
        on(`/${language}${path}`, { viewport: smallest }, async (page) => {
          const wide = await page.evaluate(() => {
            const most = document.documentElement.clientWidth
            return document.documentElement.scrollWidth > most ? document.documentElement.scrollWidth : 0
          })
          assert.equal(wide, 0)
        }))

    it(`is whole without scripts, and asks nothing of anybody else: ${name}`, () =>
      on(`/en${path}`, { viewport: desktop, javaScriptEnabled: false }, async (page) => {
        const asked: string[] = []
        page.on('request', (request) => asked.push(request.url()))
        await page.reload()
        assert.ok((await page.locator('h1').count()) === 1, 'one heading of the first order')
        assert.ok((await page.locator('main').innerText()).length > 40)
        const own = new URL(page.url()).origin
        assert.deepEqual(
          asked.filter((url) => !url.startsWith(own) && !url.startsWith('data:')),
          [],
        )
      }))
  }
})
