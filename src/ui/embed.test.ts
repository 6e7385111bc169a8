import assert from 'node:assert/strict'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { HtmlValidate } from 'html-validate'
import { describe, it } from 'vitest'
import { Day, type Language, languages } from '#kernel'
import { type Here, voices } from '#platform'
import { aHere } from '#platform/testing'
import { type Card, cardOf } from './charts/card.ts'
import { ChartTaking, frameLine } from './charts/chart-taking.tsx'
import { EmbedPage } from './charts/embed-page.tsx'
import { linesOf } from './charts/png.ts'
import { embedOf } from './charts/take-chart.ts'
import { ErrorPage } from './error-page.tsx'

const say = voices()
const there = aHere({ path: '/embed/shelves/2', query: { by: 'size' } })
const past: Here = { ...there, asOf: Day.trusted('2026-05-01') }

const chart = {
  name: 'shelf',
  drawing: () => '<svg class="wide" viewBox="0 0 1 1" role="img" aria-label="a line"></svg>' as never,
  heading: 'Books on shelf 2, in thousands',
  source: 'The library, CC BY 4.0 · as of 26 November 2026',
  page: '/shelves/2?by=size',
}
const embed = (language: Language, here: Here = there): string =>
  String(EmbedPage({ chart, say: say[language], language, here }))

const validity = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'void-style': 'off', 'attribute-boolean-style': 'off', 'long-title': 'off', 'doctype-style': 'off' },
})

describe('A chart alone, for a frame in the page of somebody else', () => {
  for (const language of languages)
    it(`is valid HTML in ${language}, on any day`, () => {
      for (const html of [embed(language), embed(language, past)]) {
        const report = validity.validateStringSync(`<!DOCTYPE html>${html}`)
        assert.ok(report.valid, JSON.stringify(report))
      }
    })

  it('has its title, its source and the way to the whole page, which opens beside the frame; nothing to go on with', () => {
    const html = embed('en')
    assert.match(html, /<h1>Books on shelf 2, in thousands<\/h1>/)
    assert.match(html, /<figcaption><bdi>The library, CC BY 4\.0/)
    assert.match(html, /<base [a-z]+="_blank"\/>/)
    assert.match(html, /<a href="\/en\/shelves\/2\?by=size">The whole page/)
    assert.doesNotMatch(html, /<nav|<form|<script|og:/)
  })

  it('is not listed by search engines, which are sent to the whole page', () => {
    assert.match(embed('ar'), /<meta name="robots" content="noindex"\/>/)
    assert.match(embed('ar'), /rel="canonical" href="https:\/\/plan\.example\.org\/ar\/shelves\/2\?by=size"/)
  })

  it('says on another day as of which, and leads to the page of that day', () => {
    assert.match(embed('en', past), /As known on <b>1 May 2026<\/b>/)
    assert.match(embed('en', past), /href="\/en\/shelves\/2\?by=size&amp;asof=2026-05-01">/)
    assert.doesNotMatch(embed('en'), /As known on/)
  })

  it('is as bare where there is nothing to show', () => {
    const reply = { kind: 'tooMany' } as const
    const html = String(ErrorPage({ reply, say: say.en, language: 'en', here: there }))
    assert.match(html, /<base [a-z]+="_blank"\/>/)
    assert.doesNotMatch(html, /<nav/)
    const other = String(ErrorPage({ reply, say: say.en, language: 'en', here: aHere({ path: '/shelves' }) }))
    assert.match(other, /<nav/)
  })
})

describe('The line that shows a chart in another page', () => {
  const taking = (here: Here): string =>
    String(
      ChartTaking({ title: 'A "line"', to: '/shelves/2/chart?by=size&chart=b', say: say.fr, language: 'fr', here }),
    )

  it('is found by the address of the chart', () => {
    assert.equal(embedOf('/shelves/2/chart'), '/embed/shelves/2')
    assert.equal(embedOf('/shelves/2/chart?by=/chart'), '/embed/shelves/2?by=/chart')
    assert.equal(embedOf('/chart/2/chart'), '/embed/chart/2')
    assert.equal(embedOf('/shelves/map'), '/embed/shelves/map')
  })

  it('runs nothing, waits until a reader comes near, and has a title and a height', () => {
    const line = frameLine('A "line" < & more', 'https://plan.example.org/en/embed/a?b=c&d=e')
    assert.equal(
      line,
      '<iframe src="https://plan.example.org/en/embed/a?b=c&amp;d=e" title="A &quot;line&quot; &lt; &amp; more" width="100%" height="560" loading="lazy" frameborder="0" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>',
    )
  })

  it('stands in a closed part below the chart’s files, and keeps the day that was asked for', () => {
    const now = taking(there)
    assert.match(
      now,
      /href="\/fr\/shelves\/2\/chart\.svg\?by=size&amp;chart=b"[\s\S]*<details class="small"><summary>Intégrer/,
    )
    assert.match(
      now,
      /<textarea[^>]* readonly[^>]*>&lt;iframe src=&quot;https:\/\/plan\.example\.org\/fr\/embed\/shelves\/2\?by=size&amp;amp;chart=b&quot;/,
    )
    assert.match(now, /toujours avec les derniers chiffres/)
    assert.match(taking(past), /chart=b&amp;amp;asof=2026-05-01&quot;/)
    assert.match(taking(past), /au 1er mai 2026/)
  })
})

describe('The picture of a page', () => {
  const card: Card = {
    house: 'Meridian',
    part: 'The plan · 2028–2031',
    kick: 'Shelf 2.1',
    title: 'Every book is found',
    figure: { value: '67.4%', about: 'World, 2023' },
    standing: 'unlikely: 74–92% in 4 of 5 by 2031',
    points: [
      { year: 2000, value: 10 },
      { year: 2023, value: 67.4 },
    ],
    language: 'en',
  }
  const sideOf = async (some: Partial<Card>): Promise<readonly [number, number, number]> => {
    const image = await loadImage(Buffer.from(await cardOf({ ...card, ...some })))
    const on = createCanvas(image.width, image.height).getContext('2d')
    on.drawImage(image, 0, 0)
    const inkIn = (x: number): number => {
      const { data } = on.getImageData(x, 140, 568, 180)
      let dark = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 90) dark += 1
      return dark
    }
    return [image.width, inkIn(32), inkIn(600)]
  }

  it('is 1200 pixels wide, begins at the left, and in Arabic at the right', async () => {
    const [width, left, right] = await sideOf({})
    assert.equal(width, 1200)
    assert.ok(left > 10 * right, `${left} ${right}`)
    const [, arabicLeft, arabicRight] = await sideOf({ language: 'ar', kick: 'المقصد 2.1', title: 'كل كتاب موجود' })
    assert.ok(arabicRight > 10 * arabicLeft, `${arabicLeft} ${arabicRight}`)
  })

  it('is there without a figure, a standing, a line', async () => {
    assert.equal((await sideOf({ figure: null, standing: null, points: [] }))[0], 1200)
  })

  it('breaks a title between words, Chinese between signs but not before a comma, and cuts what is too long', async () => {
    const how = { size: 27, bold: true, width: 300, most: 3 }
    const english = await linesOf('Improvement of the preparedness of all shelves', how)
    assert.equal(english.join(' '), 'Improvement of the preparedness of all shelves')
    assert.ok(english.length > 1)
    const chinese = await linesOf('普遍使用互联网弥合所有差，距离在哪里呢', how)
    assert.equal(chinese.join(''), '普遍使用互联网弥合所有差，距离在哪里呢')
    assert.ok(chinese.length > 1 && chinese.every((line) => !line.startsWith('，')))
    const long = await linesOf('word '.repeat(60), how)
    assert.deepEqual([long.length, long.at(-1)?.endsWith('…')], [3, true])
  })
})
