import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import { aWorkbook, cellsIn } from '#risks/testing'
import { launchArguments } from './chromium.ts'
import { assertFits, press, tabTo } from './hands.ts'
import { hasBrowser } from './opening.ts'
import { type Started, startMeridian } from './server.ts'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** A register has more stops than most pages. */
const stops = 250
const send = 'form.deed .acts button'
const year = new Date().getUTCFullYear()

describe.skipIf(!hasBrowser())(
  'The register with a keyboard, in Arabic, at 320 pixels, without scripts (K, O1, O2)',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'meridian-demonstration-'))
    const signedIn = new Map<string, Cookies>()
    let started: Started
    let browser: Browser
    beforeAll(async () => {
      started = await startMeridian(folder, {}, ['demo', '--port', '0'])
      browser = await chromium.launch({ executablePath: inject('chromium'), args: [...launchArguments] })
    })
    afterAll(async () => {
      await browser?.close()
      await started?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    const small = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }
    const at = (to: string) => `${started.address}${to}`

    /** The way in that the demonstration prints for somebody, once it has. */
    const wayOf = async (name: string): Promise<string> => {
      const line = new RegExp(`${name}, .*?: (http\\S+link=\\S+)`)
      for (let waited = 0; waited < 200 && !line.test(started.said()); waited += 1) await sleep(50)
      return line.exec(started.said())?.[1]?.replace('/en/', '/ar/') ?? assert.fail(started.said())
    }

    /** A window of somebody of the demonstration, or of nobody. */
    const as = async (
      name: string | null,
      body: (page: Page, context: BrowserContext) => Promise<void>,
      options: BrowserContextOptions = small,
    ): Promise<void> => {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      const known = name === null ? [] : signedIn.get(name)
      if (known !== undefined) await context.addCookies(known)
      else if (name !== null) {
        await page.goto(await wayOf(name))
        await press(page, 'form.deed button')
        signedIn.set(name, await context.cookies())
      }
      await body(page, context)
      await context.close()
    }
    const open = async (page: Page, to: string): Promise<void> => {
      const answer = await page.goto(at(`/ar${to}`))
      assert.equal(answer?.status(), 200, to)
      await assertFits(page)
    }
    const type = async (page: Page, fields: readonly (readonly [field: string, text: string])[]): Promise<void> => {
      for (const [field, text] of fields) {
        await tabTo(page, `#field-${field}`, stops)
        await page.keyboard.press('ControlOrMeta+A')
        await page.keyboard.type(text)
      }
    }
    const choose = async (page: Page, field: string): Promise<void> => {
      await tabTo(page, `[id="field-${field}"]`, stops)
      await page.keyboard.press('ArrowDown')
      assert.notEqual(await page.locator(`[id="field-${field}"]`).inputValue(), '')
    }
    const sendIt = async (page: Page): Promise<void> => {
      await press(page, send, stops)
      await assertFits(page)
    }

    const title = 'يتآكل السلم'
    let entered = ''

    it('shows everybody the register, and from there a risk', () =>
      as(null, async (page) => {
        await open(page, '/risks')
        assert.ok((await page.locator('tbody tr').count()) > 5)
        await press(page, 'tbody a[href="/ar/risks/r1"]', stops)
        await assertFits(page)
        assert.match(page.url(), /\/ar\/risks\/r1$/)
        assert.equal(await page.locator('#history').count(), 1)
        assert.doesNotMatch(await page.locator('main').innerText(), /Ines North|Sol Lamp|Rui Beacon/)
        await open(page, '/risks/matrix')
        assert.ok((await page.locator('table a[href^="/ar/risks/r"]').count()) > 0)
      }))

    it('enters a risk; what was wrong is said at its field, and what was typed stays', () =>
      as('Ines North', async (page) => {
        await open(page, '/risks/new')
        await type(page, [
          ['title', '   '],
          ['cause', 'الصدأ'],
          ['event', 'ينكسر السلم'],
          ['effect', 'لا يصل أحد إلى المصباح'],
        ])
        await choose(page, 'owner')
        await choose(page, 'elements.1')
        await type(page, [['reason', 'رأيناه أمس']])
        const element = await page.locator('[id="field-elements.1"]').inputValue()
        await sendIt(page)
        assert.equal(await page.locator('[role=alert] li').count(), 1)
        assert.equal(await page.locator('#field-title[aria-invalid=true]').count(), 1)
        assert.equal(await page.locator('#field-event').inputValue(), 'ينكسر السلم')
        assert.equal(await page.locator('#field-owner').inputValue(), 'north-coast')
        assert.equal(await page.locator('[id="field-elements.1"]').inputValue(), element)
        await type(page, [['title', title]])
        await sendIt(page)
        entered = /\/ar(\/risks\/r\d+)$/.exec(page.url())?.[1] ?? assert.fail(page.url())
        assert.ok((await page.locator('h1').innerText()).endsWith(title))
        assert.match(await page.locator('#history').innerText(), /Ines North/)
      }))

    it('shows side by side what two people did to one risk, and loses nothing', () =>
      as('Mira North', async (late) => {
        await open(late, `${entered}/describe`)
        await as('Ines North', async (first) => {
          await open(first, `${entered}/describe`)
          await type(first, [
            ['title', 'يتآكل السلم القديم'],
            ['reason', 'أدق'],
          ])
          await sendIt(first)
          assert.match(first.url(), /\/risks\/r\d+$/)
        })
        await type(late, [
          ['title', 'يتآكل سلم المنارة'],
          ['reason', 'أوضح'],
        ])
        await sendIt(late)
        const changed = await late.locator('#changed').innerText()
        for (const said of ['Ines North', 'يتآكل السلم القديم', 'يتآكل سلم المنارة']) assert.ok(changed.includes(said))
        assert.equal(await late.locator('#field-title').inputValue(), 'يتآكل سلم المنارة')
        assert.equal(await late.locator('#field-reason').inputValue(), 'أوضح')
        await sendIt(late)
        assert.ok((await late.locator('h1').innerText()).endsWith('يتآكل سلم المنارة'))
        const history = await late.locator('#history').innerText()
        assert.match(history, /Mira North[\s\S]*Ines North[\s\S]*Ines North/)
      }))

    it('takes the register out as a workbook, and shows what comes back before it is taken', () =>
      as('Ines North', async (page, context) => {
        await open(page, '/risks/import')
        const answer = await context.request.get(at('/ar/risks/workbook.xlsx'))
        const rows = await cellsIn(await answer.body())
        const own = rows.find(({ risk }) => risk === entered.slice('/risks/'.length)) ?? assert.fail(entered)
        const name = 'mine.xlsx'
        const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        const buffer = await aWorkbook([
          ...rows.filter((row) => row !== own),
          { ...own, effect: 'يبقى المصباح مطفأ', reason: 'من الجدول' },
        ])
        await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
        await sendIt(page)
        assert.match(page.url(), /\/risks\/import\/\d+$/)
        assert.deepEqual(await page.locator('ins').allInnerTexts(), ['يبقى المصباح مطفأ'])
        await as('Mira North', async (other) => {
          assert.notEqual((await other.goto(page.url()))?.status(), 200)
        })
        await sendIt(page)
        await open(page, entered)
        assert.match(await page.locator('main').innerText(), /يبقى المصباح مطفأ/)
      }))

    it('walks through a review from its opening to its freezing', async () => {
      await as('Rui Beacon', async (page) => {
        await open(page, '/risks/reviews')
        await tabTo(page, '#field-year', stops)
        await sendIt(page)
        let said = 0
        for (; /\/walk\/r\d+$/.test(page.url()); said += 1) {
          const here = page.url()
          await tabTo(page, 'input[name=kind]', stops)
          await page.keyboard.press('Space')
          await type(page, [['reason', 'كما كان']])
          await sendIt(page)
          assert.notEqual(page.url(), here, await page.locator('main').innerText())
        }
        assert.ok(said > 3, `${said} risks`)
        assert.match(page.url(), /\/ar\/risks\/reviews$/)
        assert.match(await page.locator('main').innerText(), /Rui Beacon/)
      })
      await as('Noor Harbour', async (page) => {
        await open(page, `/risks/reviews/${year}/freeze`)
        assert.match(await page.locator('main').innerText(), /Rui Beacon/)
        await type(page, [['number', 'القرار ٧']])
        await sendIt(page)
        assert.match(page.url(), new RegExp(`/ar/risks/reviews/${year}$`))
      })
      await as(null, async (page, context) => {
        await open(page, `/risks/reviews/${year}`)
        assert.match(await page.locator('main').innerText(), /القرار ٧/)
        const kept = await context.request.get(at(`/ar/risks/reviews/${year}/frozen.json`))
        assert.equal(((await kept.json()) as { decision: { number: string } }).decision.number, 'القرار ٧')
      })
    })

    const deeds = ['describe', 'assess', 'mitigate', 'watch', 'adopt', 'level', 'merge', 'close']
    const pages = ['', '/matrix', '/attention', '/scale', '/new', '/import', '/reviews', '/r1', `/reviews/${year}`]
    it('shows pages in which axe finds nothing, in the light and in the dark', { timeout: 400_000 }, () =>
      as(
        'Rui Beacon',
        async (page) => {
          const faults = async (about: string, axe: AxeBuilder): Promise<void> => {
            const { violations } = await axe.analyze()
            const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
            assert.deepEqual(found, [], about)
          }
          const all = [...pages.map((one) => `/risks${one}`), ...deeds.map((one) => `${entered}/${one}`)]
          for (const language of ['en', 'ar'])
            for (const to of all) {
              const answer = await page.goto(at(`/${language}${to}`))
              assert.equal(answer?.status(), 200, to)
              await faults(`${language}${to}`, new AxeBuilder({ page }).setLegacyMode())
              await page.emulateMedia({ colorScheme: 'dark' })
              await faults(
                `${language}${to}, dark`,
                new AxeBuilder({ page }).setLegacyMode().withRules(['color-contrast']),
              )
              await page.emulateMedia({ colorScheme: 'light' })
              await page.setViewportSize({ width: 320, height: 640 })
              await assertFits(page)
              await page.setViewportSize({ width: 1280, height: 900 })
            }
        },
        { viewport: { width: 1280, height: 900 } },
      ),
    )
  },
)
