import type { Page } from 'playwright-core'

/** Opens every part that a page shows closed at first, and the parts within. How many there are. */
export const openAll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const all = document.querySelectorAll('details')
    for (const one of all) one.open = true
    return all.length
  })

/** Tables whose rows become cards on a phone are as wide as it: none moves sideways within its place. */
export const wideCards = (): readonly string[] =>
  [...document.querySelectorAll('main table.cards')]
    .filter((table) => table.checkVisibility() && table.scrollWidth > (table.parentElement?.clientWidth ?? 0) + 1)
    .map((table) => `${table.scrollWidth}: ${(table.textContent ?? '').slice(0, 60)}`)
