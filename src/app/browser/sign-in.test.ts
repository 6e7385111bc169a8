import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import { anIssuer, issuerClient } from '#access/testing'
import { launchArguments } from './chromium.ts'
import { assertFits, press, typeInto } from './hands.ts'
import { hasBrowser } from './opening.ts'
import { type Started, startMeridian } from './server.ts'

const password = 'correct horse battery staple'
const email = 'ada@water.example'

describe.skipIf(!hasBrowser())('Signing in with a keyboard, in Arabic, at 320 pixels, without scripts (O1, O2)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-signing-in-'))
  const content = mkdtempSync(path.join(tmpdir(), 'meridian-no-content-'))
  let issuer: Awaited<ReturnType<typeof anIssuer>>
  let started: Started
  let browser: Browser
  beforeAll(async () => {
    issuer = await anIssuer()
    started = await startMeridian(folder, {
      MERIDIAN_CONTENT: content,
      MERIDIAN_OPENID_ISSUER: issuer.issuer,
      MERIDIAN_OPENID_ID: issuerClient.id,
      MERIDIAN_OPENID_SECRET: issuerClient.secret,
      MERIDIAN_OPENID_NAME: 'Water SSO',
    })
    issuer.knows(started.address)
    browser = await chromium.launch({ executablePath: inject('chromium'), args: [...launchArguments] })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await started?.stop()
    issuer?.server.closeAllConnections()
    issuer?.server.close()
    for (const one of [folder, content]) rmSync(one, { recursive: true, force: true })
  })

  const small = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }
  const visit = async (body: (page: Page, context: BrowserContext) => Promise<void>, options: object = small) => {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    await body(page, context)
    await context.close()
  }
  const at = (to: string) => `${started.address}${to}`
  const assertIn = async (page: Page): Promise<void> => {
    await page.goto(at('/ar/account'))
    assert.match(await page.locator('h1').innerText(), /Ada/)
    await assertFits(page)
  }

  it('by the link that the first start prints, and sets a password', () =>
    visit(async (page) => {
      const [link = ''] = /http\S+\/sign-in\/first\?link=\S+/.exec(started.said()) ?? assert.fail(started.said())
      await page.goto(link.replace('/en/', '/ar/'))
      await assertFits(page)
      await typeInto(page, [
        ['#field-name', 'Ada'],
        ['#field-email', email],
      ])
      assert.match(page.url(), /\/ar\/account\/password$/)
      await assertFits(page)
      await typeInto(page, [
        ['#field-password', 'password1234'],
        ['#field-passwordAgain', 'password1234'],
      ])
      assert.equal(await page.locator('[role=alert] li').count(), 1)
      assert.equal(await page.locator('#field-password[aria-invalid=true]').count(), 1)
      await typeInto(page, [
        ['#field-password', password],
        ['#field-passwordAgain', password],
      ])
      await assertIn(page)
    }))

  it('by password', () =>
    visit(async (page) => {
      await page.goto(at('/ar/sign-in?to=%2Far%2Funits'))
      await assertFits(page)
      await typeInto(page, [
        ['#field-email', email],
        ['#field-password', 'something else'],
      ])
      assert.equal(await page.locator('[role=alert]').count(), 1)
      assert.equal(await page.locator('#field-email').inputValue(), email)
      await typeInto(page, [['#field-password', password]])
      assert.match(page.url(), /\/ar\/units$/)
      await assertIn(page)
    }))

  it('by a link in a letter', () =>
    visit(async (page) => {
      const mail = path.join(folder, 'mail')
      const before = new Set(readdirSync(mail))
      await page.goto(at('/ar/sign-in'))
      await typeInto(page, [['#link-email', email]])
      assert.match(page.url(), /\/ar\/sign-in\/sent$/)
      await assertFits(page)
      let letter = ''
      for (let waited = 0; waited < 100 && letter === ''; waited += 1) {
        await sleep(100)
        const name = readdirSync(mail).find((one) => !before.has(one))
        if (name !== undefined) letter = readFileSync(path.join(mail, name), 'utf8')
      }
      await page.goto(/http\S+\/ar\/sign-in\/link\?link=\S+/.exec(letter)?.[0] ?? assert.fail(letter))
      await assertFits(page)
      await press(page, 'form.deed button')
      await assertIn(page)
    }))

  it('at another site, and back', () =>
    visit(async (page) => {
      await page.goto(at('/ar/sign-in?to=%2Far%2Funits'))
      await press(page, '#openid button')
      await page.waitForURL(`${issuer.issuer}/**`)
      await page.fill('[name=login]', 'ada')
      await page.fill('[name=password]', 'x')
      await page.click('button[type=submit]')
      await page.waitForLoadState()
      if (!page.url().startsWith(started.address)) await page.click('button[type=submit]')
      await page.waitForURL(at('/ar/units'))
      await assertIn(page)
    }))

  it('and out again', () =>
    visit(async (page, context) => {
      await page.goto(at('/ar/sign-in'))
      await typeInto(page, [
        ['#field-email', email],
        ['#field-password', password],
      ])
      await press(page, 'form[action="/ar/sign-out"] button')
      assert.deepEqual(await context.cookies(), [])
    }))

  it('shows pages in which axe finds nothing, in the light and in the dark', () =>
    visit(
      async (page) => {
        await page.goto(at('/en/sign-in'))
        await typeInto(page, [
          ['#field-email', email],
          ['#field-password', password],
        ])
        await page.goto(at('/en/account/second-factor'))
        await press(page, 'form.deed button')
        const own = ['/account', '/account/password', '/account/second-factor', '/account/tokens']
        const people = ['/admin/people', '/admin/people/new', '/admin/roles', '/units']
        await page.goto(at('/en/admin/people'))
        const person = await page.locator('tbody th a').first().getAttribute('href')
        for (const language of ['en', 'ar'])
          for (const to of [...own, ...people, (person ?? '').slice(3)]) {
            await page.goto(at(`/${language}${to}`))
            for (const colorScheme of ['light', 'dark'] as const) {
              await page.emulateMedia({ colorScheme })
              const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
              const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
              assert.deepEqual(found, [], `${language}${to} ${colorScheme}`)
            }
            await page.setViewportSize({ width: 320, height: 640 })
            await assertFits(page)
            await page.setViewportSize({ width: 1280, height: 900 })
          }
      },
      { viewport: { width: 1280, height: 900 } },
    ))
})
