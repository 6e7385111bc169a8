import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { hasBrowser, opening } from './opening.ts'
import { screens } from './screens.ts'

const widths = [1280, 360] as const

/** As many presses as a browser takes at once before it is asked how far it came. */
const together = 100

declare global {
  interface Window {
    /** The stops to which focus came, in the order in which it came first. */
    noted: Set<number>
  }
}

/** Everything that can be acted on, shown or not, gets its place in the reading order; where focus comes, it is noted. */
const noting = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const stops =
      'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], ' +
      'video[controls], [contenteditable], [tabindex]:not([tabindex^="-"])'
    for (const [at, one] of [...document.querySelectorAll(`:is(${stops}):not(:disabled)`)].entries())
      one.setAttribute('data-stop', String(at))
    window.noted = new Set()
    document.addEventListener('focusin', ({ target }) => {
      const stop = (target as Element).getAttribute('data-stop')
      if (stop !== null) window.noted.add(Number(stop))
    })
  })

/** Back to the top, with nothing noted. What can be acted on now, in the order in which it is read. */
const atTop = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    window.scrollTo(0, 0)
    window.noted.clear()
    return [...document.querySelectorAll('[data-stop]')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map((one) => Number(one.getAttribute('data-stop')))
  })

const named = (page: Page, stop: number): Promise<string> =>
  page.locator(`[data-stop="${stop}"]`).evaluate((one) => one.outerHTML.slice(0, 160))

/** From the top of the page by Tab alone, until all that is shown was reached or nothing more comes. How many stops. */
const walk = async (page: Page): Promise<number> => {
  const shown = await atTop(page)
  // A part that scrolls is a stop of its own in some browsers: there may be more presses than stops that were counted.
  for (let pressed = 0; pressed < shown.length * 1.2 + together; pressed += together) {
    await Promise.all(Array.from({ length: together }, () => page.keyboard.press('Tab')))
    if ((await page.evaluate(() => window.noted.size)) >= shown.length) break
  }
  const reached = await page.evaluate(() => [...window.noted])
  const noted = new Set(reached)
  const missed = shown.filter((stop) => !noted.has(stop))
  if (missed[0] !== undefined)
    assert.fail(`${missed.length} of ${shown.length} are not reached, first ${await named(page, missed[0])}`)
  const astray = reached.find((stop, at) => stop < (reached[at - 1] ?? 0))
  if (astray !== undefined) assert.fail(`Out of its place: ${await named(page, astray)}`)
  return shown.length
}

/** Opens each closed part as a reader does who has no mouse; what opens may hold another. */
const openByKeyboard = async (page: Page): Promise<void> => {
  const closed = page.locator('details:not([open]) > summary:visible')
  while ((await closed.count()) > 0) {
    const stop = Number(await closed.first().getAttribute('data-stop'))
    await closed.first().focus()
    await page.keyboard.press('Enter')
    const open = await page.locator(`details[open] > [data-stop="${stop}"]`).count()
    assert.equal(open, 1, `Enter does not open ${await named(page, stop)}`)
  }
}

describe.skipIf(!hasBrowser())('The keyboard (O2)', () => {
  const { on } = opening()

  for (const [name, path, as] of screens)
    for (const width of widths)
      it(`reaches everything that can be acted on, in the order in which it is read: ${name}, ${width}`, () =>
        on(`/en${path}`, { viewport: { width, height: 900 }, as }, async (page) => {
          await noting(page)
          const closed = await walk(page)
          await openByKeyboard(page)
          const open = await walk(page)
          // A chart in a frame of another page has nothing that is closed.
          if (path.startsWith('/embed/')) assert.equal(open, closed)
          else assert.ok(open > closed, 'nothing opened: at least another date can be asked for')
        }))

  it('goes to the content first', () =>
    on('/en/', {}, async (page) => {
      await page.keyboard.press('Tab')
      assert.match((await page.evaluate(() => document.activeElement?.getAttribute('href'))) ?? '', /#main/)
      await page.keyboard.press('Enter')
      assert.match(page.url(), /#main$/)
    }))
})
