import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import { hasBrowser, opening } from './opening.ts'

const wide = { viewport: { width: 1280, height: 900 } }
const chart = '/series/IT.NET.USER.ZS/CHN'
/** With four charts: what may come, the world, economies, women and men. */
const target = '/editions/2028-2031/targets/2.1'

/** The line to copy, as it is on a page, opened by the reader. */
const lineOn = (page: Page, nth = 0): Promise<string> => page.locator('details textarea').nth(nth).inputValue()

describe.skipIf(!hasBrowser())('A chart in the page of somebody else', () => {
  const { on } = opening()

  // A site of another origin, that shows whatever line it is given: http://localhost and http://127.0.0.1 are two.
  let site: Server
  let shown = ''
  let origin = ''
  beforeAll(async () => {
    site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<!doctype html><html lang="en"><title>A newspaper</title><h1>News</h1>${shown}</html>`)
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    const address = site.address()
    const host = new URL(inject('address') || 'http://localhost').hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1'
    origin = `http://${host}:${typeof address === 'object' && address !== null ? address.port : 0}/`
  })
  afterAll(() => new Promise<void>((resolve) => site.close(() => resolve())))

  /** The site with this line in it, and the frame of it. */
  const framed = async (page: Page, line: string): Promise<Frame> => {
    shown = line
    await page.goto(origin, { waitUntil: 'load' })
    return page.frames().find((one) => one !== page.mainFrame()) ?? assert.fail('no frame')
  }

  it('shows there with the line that the page of the chart gives, in its colours and letters, all of it to be seen', async () => {
    for (const [language, path, nth, width] of [
      ['en', chart, 0, 1280],
      ['ar', chart, 0, 320],
      ['ru', target, 0, 320],
      ['en', target, 1, 700],
      ['fr', target, 2, 1280],
      ['ar', target, 3, 320],
    ] as const)
      await on(`/${language}${path}`, wide, async (page) => {
        const line = await lineOn(page, nth)
        const complaints: string[] = []
        page.on('console', (message) => complaints.push(message.text()))
        page.on('requestfailed', (request) => complaints.push(request.url()))
        await page.setViewportSize({ width, height: 900 })
        const frame = await framed(page, line)
        await frame.waitForSelector('h1')
        assert.match(new URL(frame.url()).pathname, new RegExp(`^/${language}/embed/`))
        const seen = await frame.evaluate(() => {
          const { clientWidth, clientHeight, scrollWidth, scrollHeight } = document.documentElement
          const drawing = [...document.querySelectorAll('svg')].find((one) => one.getBoundingClientRect().width > 0)
          return {
            heading: document.querySelector('h1')?.textContent ?? '',
            drawn: drawing?.getBoundingClientRect().width ?? 0,
            paper: getComputedStyle(document.body).backgroundColor,
            beyond: [scrollWidth - clientWidth, scrollHeight - clientHeight],
          }
        })
        assert.ok(seen.heading.length > 5)
        assert.ok(seen.drawn > 200, String(seen.drawn))
        assert.equal(seen.paper, 'rgb(253, 252, 249)')
        assert.deepEqual(seen.beyond, [0, 0], `nothing to scroll: ${frame.url()} at ${width}`)
        assert.deepEqual(complaints, [])
      })
  })

  it('leads to the whole page in a window of its own, because that page stands in no frame', () =>
    on(`/en${chart}?asof=2025-05-01`, wide, async (page, context) => {
      const frame = await framed(page, await lineOn(page))
      const [opened] = await Promise.all([context.waitForEvent('page'), frame.click('footer a')])
      await opened.waitForLoadState()
      assert.equal(new URL(opened.url()).pathname, `/en${chart}`)
      assert.equal(new URL(opened.url()).searchParams.get('asof'), '2025-05-01')
      await opened.close()
    }))

  it('stays as it was known on the day that its reader had asked for', () =>
    on(`/en${chart}?asof=2025-05-01`, wide, async (page) => {
      const frame = await framed(page, await lineOn(page))
      await frame.waitForSelector('h1')
      assert.match(await frame.locator('main').innerText(), /As known on 1 May 2025/)
    }))

  it('is the only thing that may: any other page of ours is refused by the browser', () =>
    on(`/en${chart}`, wide, async (page) => {
      for (const path of [chart, '/', '/search']) {
        const complaints: string[] = []
        page.removeAllListeners()
        page.on('console', (message) => complaints.push(message.text()))
        const frame = await framed(page, `<iframe src="${inject('address')}/en${path}"></iframe>`)
        assert.match(complaints.join('\n'), /frame-ancestors|X-Frame-Options/, path)
        assert.ok(!frame.url().startsWith(inject('address')), frame.url())
      }
    }))
})

describe.skipIf(!hasBrowser())('What pages say to machines', () => {
  const { on } = opening()

  for (const path of [chart, '/series/IT.NET.USER.ZS', '/sources', '/editions/2028-2031/targets/2.1'])
    it(`is data that the policy of scripts has nothing to say about: ${path}`, () =>
      on(`/en${path}`, wide, async (page) => {
        const complaints: string[] = []
        page.on('console', (message) => complaints.push(message.text()))
        await page.reload()
        assert.equal(await page.locator('script[type="application/ld+json"]').count(), 1)
        assert.deepEqual(complaints, [])
      }))
})
