import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { FigureGrid } from './figure-grid.tsx'

const html = String(
  FigureGrid({
    label: 'Figures',
    caption: 'Per cent',
    columns: [
      { words: 'Economy', href: '/en/x?sort=-name', sort: { order: 'ascending', words: 'rising' } },
      { words: '2020' },
    ],
    groups: [
      {
        heading: 'Use',
        rows: [
          {
            head: { words: 'Côte <d’Ivoire>', href: '/en/areas/CIV', lang: 'en' },
            cells: [{ words: '<5', href: '/en/o?a=1&year=2020' }],
          },
          { head: { words: 'Fiji' }, cells: [{ words: '…', title: 'not "asked"', href: '/en/o' }] },
          { head: { words: 'Tonga' }, cells: [{ words: '9.0', mark: 'F' }] },
        ],
      },
    ],
  }),
)

describe('A grid of figures', () => {
  it('escapes what it is given, though it is written as text', () => {
    assert.match(
      html,
      /<th scope="row"><a href="\/en\/areas\/CIV"><span lang="en">Côte &lt;d’Ivoire&gt;<\/span><\/a><\/th>/,
    )
    assert.match(html, /<td><a href="\/en\/o\?a=1&amp;year=2020">&lt;5<\/a><\/td>/)
    assert.match(html, /title="not &quot;asked&quot;">…</)
  })
  it('has heads of rows and columns, and says the order of its rows', () => {
    assert.match(
      html,
      /<th scope="col" aria-sort="ascending"><a href="[^"]*">Economy <span class="u">rising<\/span><\/a><\/th>/,
    )
    assert.match(html, /<th scope="col" class="n">2020<\/th>/)
    assert.match(html, /<th colspan="2" scope="rowgroup">Use<\/th>/)
  })
  it('puts a mark before its figure, so that last digits stand under each other', () =>
    assert.match(html, /<td><sup>F <\/sup>9\.0<\/td>/))
})
