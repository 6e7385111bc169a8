import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { z } from 'zod'
import type { Feature } from '#platform'
import { get, take } from '#platform'
import { drawn, kindsOf, mostOf } from './kinds.ts'
import { walked } from './walk.ts'

const none = async () => null
const asks = z.object({ q: z.string().optional(), asof: z.string().optional() })
const feature = {
  name: 'invented',
  routes: [
    get({ path: '/', may: 'x', load: none, page: () => null as never }),
    get({ path: '/shelves/:shelf', may: 'x', asks, load: none, page: () => null as never }),
    take({ path: '/shelves/:shelf/books.csv', may: 'x', load: none }),
  ],
} as unknown as Feature

const languages = ['en', 'fr', 'es', 'ar', 'ru', 'zh']
/** A page with nothing wrong but what is said. */
const page = (path: string, body: string, but: Readonly<Record<string, string>> = {}): string => {
  const at = (language: string): string => `http://localhost/${language}${path}`
  const others = [...languages, 'x-default'].map(
    (one) => `<link rel="alternate" hreflang="${one}" href="${at(one === 'x-default' ? 'en' : one)}"/>`,
  )
  const root = but['root'] ?? '<html lang="en" dir="ltr">'
  const canonical = `<link rel="canonical" href="${but['canonical'] ?? at('en')}"/>`
  return `<!DOCTYPE html>${root}<head><title>Books</title>${canonical}${but['others'] ?? others.join('')}</head><body>${body}</body></html>`
}

/** Walks a site of these pages from its first, and tells what is wrong. */
const faultsOn = async (site: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const ask = async (address: string): Promise<Response> => {
    const body = site[address]
    const type = address.includes('.csv') ? 'text/csv' : 'text/html'
    return new Response(body ?? '', { status: body === undefined ? 404 : 200, headers: { 'content-type': type } })
  }
  const { faults } = await walked(ask, [feature], ['/en/'])
  return faults.map(({ address, on, what }) => `${address} ${what} (${on})`)
}

describe('The walk', () => {
  it('finds nothing on a page with nothing wrong', async () => {
    const body =
      '<h1 id="a">Books</h1><a href="/en/shelves/1">1</a><a href="#a">up</a><a href="https://elsewhere.example">there</a>'
    const shelf = page('/shelves/1', '<h1>1</h1><a href="/en/#a">home</a><a href="/en/shelves/1/books.csv">CSV</a>')
    assert.deepEqual(
      await faultsOn({ '/en/': page('/', body), '/en/shelves/1': shelf, '/en/shelves/1/books.csv': 'a\r\n' }),
      [],
    )
  })

  const planted: readonly (readonly [
    what: string,
    body: string,
    found: RegExp,
    but?: Readonly<Record<string, string>>,
  ])[] = [
    ['a dead link', '<h1>B</h1><a href="/en/shelves/2">2</a>', /^\/en\/shelves\/2 answers 404 \(\/en\/\)$/],
    ['a link to no kind of page', '<h1>B</h1><a href="/en/what">2</a>', /^\/en\/what is no address of ours/],
    ['a fragment that is not there', '<h1>B</h1><a href="#b">2</a>', /has no #b/],
    ['a file of nothing', '<h1>B</h1><a href="/en/shelves/2/books.csv">2</a>', /books\.csv answers 404/],
    [
      'a form that leads nowhere',
      '<h1>B</h1><form action="/en/shelves/9"><input name="q" value="a&amp;b"/><button>b</button></form>',
      /shelves\/9\?q=a%26b answers 404/,
    ],
    ['a picture that is not there', '<h1>B</h1><img alt="b" src="/assets/b.svg">', /\/assets\/b\.svg answers 404/],
    ['two heads', '<h1>B</h1><h1>C</h1>', /has 2 h1/],
    ['a key for a sentence', '<h1>B</h1><p>plan.someKey</p>', /says plan\.someKey/],
    ['a key in what is read aloud', '<h1>B</h1><nav aria-label="ui.frame.sections"></nav>', /says ui\.frame\.sections/],
    ['no number', '<h1>B</h1><p>up to -Infinity</p>', /says Infinity/],
    ['an id twice', '<h1 id="a">B</h1><p id="a">C</p>', /has the id a twice/],
    ['another language', '<h1>B</h1>', /is in the language ar/, { root: '<html lang="ar" dir="ltr">' }],
    ['another direction', '<h1>B</h1>', /is written rtl/, { root: '<html lang="en" dir="rtl">' }],
    [
      'an address of another page',
      '<h1>B</h1>',
      /calls itself http:\/\/localhost\/en\/b/,
      { canonical: 'http://localhost/en/b' },
    ],
    ['no other languages', '<h1>B</h1>', /has undefined for fr/, { others: '' }],
    ['a link out of its language', '<h1>B</h1><a href="/fr/">b</a>', /leaves its language for \/fr\//],
    ['invalid markup', '<h1>B</h1><p><div>C</div></p>', /element-permitted|close-order|no-implicit-close/],
    ['a style of its own', '<h1 style="color:red">B</h1>', /a style or a script inside/],
  ]
  for (const [what, body, found, but] of planted)
    it(`finds ${what}`, async () => {
      const faults = await faultsOn({ '/en/': page('/', body, but) })
      assert.ok(
        faults.some((one) => found.test(one)),
        faults.join('\n'),
      )
    })

  it('finds a page that is too large', async () => {
    const letters = Array.from({ length: 40_000 }, (_, at) => Math.sin(at).toString(36)).join(' ')
    assert.ok((await faultsOn({ '/en/': page('/', `<h1>B</h1><p>${letters}</p>`) })).some((one) => /bytes/.test(one)))
  })

  it('visits all of a kind that ends, and the same sample of one that does not', () => {
    const kinds = kindsOf([feature])
    const plain = kinds.of('/en/shelves/1')
    const asked = kinds.of('/en/shelves/1?q=a')
    assert.deepEqual([plain?.name, asked?.name], ['/shelves/:shelf', '/shelves/:shelf?'])
    assert.ok(plain !== null && asked !== null)
    assert.deepEqual(
      [mostOf(plain, 900), mostOf(plain, 1200), mostOf(asked, 900), mostOf(asked, 1200)],
      [900, 100, 12, 100],
    )
    const all = Array.from({ length: 500 }, (_, at) => `/en/shelves/${at}`)
    const some = drawn(all, 100)
    assert.deepEqual(drawn(all.toReversed(), 100), some)
    assert.deepEqual(
      drawn(
        all.map((one) => one.replace('/en/', '/ar/')),
        100,
      ),
      some.map((one) => one.replace('/en/', '/ar/')),
    )
  })
})
