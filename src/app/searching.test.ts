import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access'
import { Day, type Language, languages } from '#kernel'
import { find, saidIn, voices } from '#platform'
import { type TestDb, testDb, visitorOf } from '#platform/testing'
import { features } from './features.ts'
import { featureList, indexAll } from './opened.ts'

type Case = { readonly language: Language; readonly asked: string; readonly wanted: readonly string[] }

const cases = JSON.parse(readFileSync('src/app/searches.json', 'utf8')) as readonly Case[]
const kinds = Object.values(features).flatMap(({ finds }) => finds?.kinds ?? [])
const today = Day.trusted('2026-11-26')

let db: TestDb
beforeAll(async () => {
  db = await testDb()
  // The shipped texts and lists; figures are not searched for.
  for (const feature of Object.values(features)) {
    const steps = await db.look(operatorActor, today, async (look) =>
      feature?.content === undefined ? [] : feature.content(look, 'content/itu'),
    )
    for (const step of steps.filter(({ event }) => event !== 'statistics.loaded'))
      assert.equal((await db.work(operatorActor, today, step.deed)).kind, 'done', step.name)
  }
  await db.work(operatorActor, today, ({ db: writing }) => indexAll(writing))
})
afterAll(() => db.close())

describe('The search over the shipped content', () => {
  it('has what is wanted in the first place for 95 of 100 questions in six languages', async () => {
    assert.ok(cases.length >= 60)
    for (const language of languages) assert.ok(cases.filter((one) => one.language === language).length >= 10, language)
    const missed: string[] = []
    for (const { language, asked, wanted } of cases) {
      const found = await db.look(publicActor, today, (look) =>
        find(look.db, kinds, { asked, kind: null, language, asOf: today, from: 0, size: 5 }),
      )
      const first = found.groups[0]?.hits[0]?.key ?? ''
      if (!wanted.includes(first)) missed.push(`${language} ${asked}: ${first} instead of ${wanted.join(' or ')}`)
    }
    assert.ok(missed.length <= cases.length * 0.05, missed.join('\n'))
  })
})

const validity = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'void-style': 'off',
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    'no-implicit-input-type': 'off',
  },
})

const visit = visitorOf(featureList, publicActor, today, voices())

describe('What can be found', () => {
  it('has a page of its own at its address, and a place there where the address names one', async () => {
    const all = await db.look(publicActor, today, async (look) => {
      const said = saidIn(voices())
      const lists = []
      for (const { finds } of Object.values(features)) lists.push((await finds?.documents(look.db, said)) ?? [])
      return lists.flat()
    })
    assert.equal(new Set(all.map(({ key }) => key)).size, all.length, 'a key of its own')
    for (const [kind, some] of Map.groupBy(all, (one) => one.kind)) {
      assert.ok(
        kinds.some(({ code }) => code === kind),
        kind,
      )
      for (const one of [some[0], some.at(some.length / 2), some.at(-1)]) {
        const [page = '', anchor] = (one?.address ?? '').split('#')
        const [status, html] = await visit(db, `/en${page}`)
        assert.equal(status, 200, page)
        assert.ok(anchor === undefined || html.includes(`id="${anchor}"`), one?.address)
      }
    }
  })
})

describe('The page of the search', () => {
  const text = async (address: string): Promise<string> => {
    const [status, html] = await visit(db, address)
    assert.equal(status, 200, address)
    const report = validity.validateStringSync(html)
    assert.ok(report.valid, `${address} ${JSON.stringify(report.results[0]?.messages)}`)
    return html.replaceAll(/[\u2066-\u2069]/g, '')
  }

  for (const language of languages)
    it(`GET /search answers in ${language}: a question, nothing asked, nothing found`, async () => {
      assert.match(
        await text(`/${language}/search?q=1.7`),
        new RegExp(`href="/${language}/editions/2028-2031/targets/1.7"`),
      )
      assert.match(await text(`/${language}/search`), /class="kv"/)
      const none = await text(`/${language}/search?q=qwertzuiopq`)
      assert.match(none, /qwertzuiopq/)
      assert.match(none, /noindex/)
      assert.doesNotMatch(none, /class="hits"/)
      assert.doesNotMatch(none, /\b(?:ui|plan|statistics|progress)\.[a-z]+\.[a-zA-Z]/)
    })

  it('GET /search/description.xml tells browsers how to search here', async () => {
    const [status, xml] = await visit(db, '/ar/search/description.xml')
    assert.equal(status, 200)
    assert.match(xml, /template="https:\/\/plan.example.org\/ar\/search\?q=\{searchTerms\}"/)
  })

  it('GET /search marks what was sought, and says why each was found', async () => {
    const html = await text('/en/search?q=e-waste')
    assert.match(html, /<mark>E-waste<\/mark> recycling rate/)
    assert.match(html, /in its title: E-waste/)
  })

  it('GET /search says how it read a word that stands nowhere', async () => {
    assert.match(await text('/en/search?q=braodband'), /“braodband” stands nowhere here\. It was read as: broadband/)
  })

  it('GET /search shows one kind, page by page, and keeps the question', async () => {
    const html = await text('/en/search?q=member+states&kind=indicators')
    assert.match(html, /href="\/en\/search\?q=member\+states&amp;kind=indicators&amp;page=2"/)
    const second = await text('/en/search?q=member+states&kind=indicators&page=2')
    assert.match(second, /rel="prev"/)
    assert.notEqual(/class="hits".*?<\/li>/s.exec(html)?.[0], /class="hits".*?<\/li>/s.exec(second)?.[0])
  })

  const strange: readonly (readonly [name: string, address: string, said: RegExp])[] = [
    [
      'a kind that is none, and offers the nearest',
      '/en/search?q=broadband&kind=tragets',
      /“tragets” is no kind.*kind=targets/s,
    ],
    [
      'a page beyond the last, and shows the last',
      '/en/search?q=broadband&kind=targets&page=99',
      /no page “99”.*class="hits"/s,
    ],
    ['a page that is no number', '/en/search?q=broadband&kind=targets&page=two', /no page “two”.*class="hits"/s],
    ['a page where there is only one', '/en/search?q=broadband&page=2', /“2” is no page.*class="hits"/s],
    [
      'a kind without anything, and where something is',
      '/en/search?q=kenya&kind=targets',
      /under “Goals and targets”.*found elsewhere/s,
    ],
    ['markup as the words that it is', '/en/search?q=%3Cscript%3Ealert(1)%3C/script%3E', /&lt;script&gt;/],
  ]
  for (const [name, address, said] of strange)
    it(`GET /search says ${name}`, async () => assert.match(await text(address), said))

  it('GET /search finds on another day only what was there, and its links stay on that day', async () => {
    assert.match(await text('/en/search?q=1.7&asof=2022-10-14'), /2024-2027\/targets\/1.7/)
    const before = await text('/en/search?q=1.7&asof=2022-10-13')
    assert.doesNotMatch(before, /2024-2027\/targets/)
    assert.match(before, /name="asof" value="2022-10-13"/)
    assert.match(before, /href="\/en\/editions\/2028-2031\/targets\/1.7\?asof=2022-10-13"/)
  })
})
