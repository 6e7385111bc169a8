import type { Page } from 'playwright-core'

/** Opens every part that a page shows closed at first, and the parts within. How many there are. */
export const openAll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const all = document.querySelectorAll('details')
    for (const one of all) one.open = true
    return all.length
  })
