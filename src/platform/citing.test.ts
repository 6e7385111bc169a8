import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { type Cited, citationOf, citedIn } from './citing.ts'

const day = Day.trusted('2026-11-26')
const cited: Cited = {
  title: 'Use of the Internet, 67 % & more',
  part: 'Series_1 #2',
  words: 'Meridian, “Use of the Internet”, as of 26 November 2026.',
  address: 'https://plan.example.org/en/series/USE?asof=2026-11-26',
}

describe('A citation', () => {
  it('is read from the page that it stands on', () => {
    const html = `<main><p class="cite" data-title="A &amp; B" data-part="C &lt;D&gt;" data-address="https://x.example/en/?a=1&amp;asof=2026-01-01"><b>Cite.</b> Meridian, “A &amp; B”,
      C <bdi>2024</bdi>.<br/><a href="#">x</a></p></main>`
    assert.deepEqual(citedIn(html), {
      title: 'A & B',
      part: 'C <D>',
      words: 'Meridian, “A & B”, C 2024.',
      address: 'https://x.example/en/?a=1&asof=2026-01-01',
    })
    assert.equal(citedIn('<p>nothing</p>'), null)
  })

  it('is a sentence with its address as text', () => {
    const { body, name } = citationOf('text', cited, day, 'en')
    assert.equal(body, `${cited.words} ${cited.address}\n`)
    assert.equal(name, 'citation-en-series-USE.txt')
  })

  it('is an entry for BibTeX, with what TeX would take for its own written so that it is not', () => {
    assert.equal(
      citationOf('bibtex', cited, day, 'en').body,
      `@misc{meridian-en-series-USE-2026-11-26,
  author = {{Meridian}},
  title = {{Use of the Internet, 67 \\% \\& more}},
  howpublished = {Series\\_1 \\#2},
  year = {2026},
  date = {2026-11-26},
  url = {https://plan.example.org/en/series/USE?asof=2026-11-26},
  urldate = {2026-11-26},
  langid = {en},
}
`,
    )
  })

  it('is a record for RIS, a line each', () => {
    assert.equal(
      citationOf('ris', { ...cited, part: null }, day, 'fr').body,
      [
        'TY  - ELEC',
        'AU  - Meridian',
        'TI  - Use of the Internet, 67 % & more',
        'PY  - 2026',
        'DA  - 2026/11/26',
        'Y2  - 2026/11/26',
        'UR  - https://plan.example.org/en/series/USE?asof=2026-11-26',
        'LA  - fr',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })
})
