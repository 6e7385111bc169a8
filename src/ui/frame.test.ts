import assert from 'node:assert/strict'
import { HtmlValidate } from 'html-validate'
import { describe, it } from 'vitest'
import { Day, type Language, languages } from '#kernel'
import { absent, type Here, notUnderstood, type Trouble, voices } from '#platform'
import { aHere, assertGolden } from '#platform/testing'
import { ErrorPage } from './error-page.tsx'
import { Frame } from './frame.tsx'
import { Link } from './link.tsx'

const say = voices()
const asOf = Day.trusted('2026-05-01')
const there = aHere({
  path: '/shelves/2.1',
  query: { sort: 'name' },
  sections: [
    { to: '/books', key: 'ui.frame.show', order: 2 },
    { to: '/shelves', key: 'ui.frame.name', order: 1 },
  ],
  context: [() => '<span>two shelves</span>' as never],
})

const frame = (language: Language, here: Here = there, feed?: string): string =>
  String(
    Frame({
      title: 'Shelf 2.1',
      description: 'What stands on it.',
      crumbs: [{ words: 'Shelves', to: '/shelves' }, { words: '2.1' }],
      ...(feed === undefined ? {} : { feed }),
      say: say[language],
      language,
      here,
      children: 'books',
    }),
  )

const validity = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // hono writes void elements and empty attributes the XML way; both are HTML.
    'void-style': 'off',
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    'no-implicit-input-type': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'doctype-style': 'off',
  },
})

/** What is not valid in the page, told whole; null when all is. */
const faults = (html: string): string | null => {
  const report = validity.validateStringSync(`<!DOCTYPE html>${html}`)
  return report.valid ? null : JSON.stringify(report, null, 1)
}

/** The paths of the assets change with every change of the look: the frame does not. */
const steady = (html: string): string => html.replaceAll(/-[0-9a-f]{12}\./g, '-0.')

describe('The frame of a page', () => {
  it('is what it was today, and on another day in Arabic', () => {
    assertGolden(steady(frame('en')), 'src/ui/golden/frame.html')
    assertGolden(steady(frame('ar', { ...there, asOf })), 'src/ui/golden/frame-past-arabic.html')
  })

  for (const language of languages)
    it(`is valid HTML in ${language}`, () => {
      assert.equal(faults(frame(language)), null)
      assert.equal(faults(frame(language, { ...there, asOf })), null)
    })

  it('offers the same page in the five other languages, with its question and its day; the current one is no link', () => {
    const html = frame('fr', { ...there, asOf })
    for (const other of ['en', 'ar', 'zh', 'es', 'ru'])
      assert.ok(html.includes(`href="/${other}/shelves/2.1?sort=name&amp;asof=2026-05-01">`), other)
    assert.match(html, /<b lang="fr" aria-current="true">Français<\/b>/)
  })

  it('says as of which day it is, and on another day what was known and the way back', () => {
    assert.match(frame('en'), /As of <b class="nw">26 November 2026<\/b>/)
    const past = frame('en', { ...there, asOf })
    assert.match(past, /class="ctx past"/)
    assert.match(
      past,
      /As known on <b class="nw">1 May 2026<\/b>.*<a href="\/en\/shelves\/2.1\?sort=name">back to today/s,
    )
  })

  it('asks for another date without a script, and keeps the question', () => {
    const form =
      /<form class="filter" method="get" action="\/en\/shelves\/2.1">.*?<\/form>/s.exec(frame('en'))?.[0] ?? ''
    assert.match(form, /<input type="hidden" name="sort" value="name"\/>/)
    assert.match(form, /<input type="date" name="asof" required="" value="2026-11-26" max="2026-11-26"\/>/)
  })

  it('leads people and programs to the feed of what changes on it, where it has one', () => {
    const html = frame('fr', there, '/shelves/2.1/feed.atom')
    const links = [...html.matchAll(/<(link|a) [^>]*href="\/fr\/shelves\/2.1\/feed.atom"/g)].map((found) => found[1])
    assert.deepEqual(links, ['link', 'a'])
    // Nothing changes any more on a day that is over.
    assert.ok(!frame('fr', { ...there, asOf }, '/shelves/2.1/feed.atom').includes('(Atom)'))
    assert.ok(!frame('fr').includes('Atom'))
  })

  it('has its sections in their order and marks the one that the page belongs to', () => {
    const [, nav = ''] = /<ul class="nav">(.*?)<\/ul>/s.exec(frame('en')) ?? []
    assert.deepEqual(
      [...nav.matchAll(/href="([^"]+)"( aria-current="page")?/g)].map((found) => [found[1], found[2] !== undefined]),
      [
        ['/en/shelves', true],
        ['/en/books', false],
      ],
    )
  })
})

describe('A link', () => {
  const cases: readonly [name: string, to: string, day: Day | null, address: string][] = [
    ['has the language before its path', '/a', null, '/fr/a'],
    ['carries the day that the reader asks about', '/a', asOf, '/fr/a?asof=2026-05-01'],
    ['carries it beside a question and before a fragment', '/a?x=1#b', asOf, '/fr/a?x=1&amp;asof=2026-05-01#b'],
  ]
  for (const [name, to, day, address] of cases)
    it(name, () =>
      assert.equal(
        String(Link({ to, language: 'fr', here: aHere({ asOf: day }), children: 'a' })),
        `<a href="${address}">a</a>`,
      ),
    )
})

describe('The page of a trouble', () => {
  const nearby = [{ to: '/shelves/2.7', words: { en: 'Space', fr: 'Espace' } }]
  const troubles: readonly [name: string, trouble: Trouble, seen: RegExp][] = [
    [
      'says that there is nothing, and what is near',
      absent('ui.nothingHere', {}, nearby),
      /href="\/es\/shelves\/2.7".*lang="en"[^>]*>Space/s,
    ],
    [
      'names what was not understood',
      notUnderstood('ui.parameterNotUnderstood', { parameter: 'asof', value: 'soon' }),
      /«soon».*«asof»/s,
    ],
    ['gives the number under which our fault is found', { kind: 'failed', reference: '9F3C' }, /class="addr">9F3C</],
    ['asks to wait after too many requests', { kind: 'tooMany' }, /429/],
    ['says that the database is away', { kind: 'away' }, /503/],
    [
      'repeats what was typed without its control characters, and not without end',
      {
        kind: 'absent',
        status: 404,
        code: 'ui.parameterNotUnderstood',
        facts: { parameter: 'q', value: `\u0000${'a'.repeat(3000)}` },
        names: {},
        nearby: [],
      },
      /\ufffda{199}…/,
    ],
    [
      'says what is not open',
      { kind: 'refused', refusal: { code: 'ui.notAllowed', facts: { right: 'shelves.tidy' } } },
      /shelves.tidy/,
    ],
  ]
  for (const [name, reply, seen] of troubles)
    it(name, () => {
      const html = String(ErrorPage({ reply, say: say.es, language: 'es', here: aHere() }))
      assert.match(html, seen)
      assert.match(html, /<meta name="robots" content="noindex"\/>/)
      assert.equal(faults(html), null)
    })
})
