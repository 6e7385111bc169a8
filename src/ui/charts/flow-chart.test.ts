import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { FlowChart, type FlowNode } from './flow-chart.tsx'
import { standaloneSvg } from './standalone.ts'

const node = (key: string, end: FlowNode['end'] = null): FlowNode => ({ key, number: key, words: `Thing ${key}`, end })

const drawn = (some: object = {}): string =>
  String(
    FlowChart({
      id: 'f',
      title: 'A title',
      desc: 'What it shows',
      heads: { from: 'old', to: 'new' },
      from: [
        node('1'),
        node('2'),
        node('3', { words: 'dropped', elsewhere: false }),
        node('4', { words: 'a part', elsewhere: true }),
      ],
      to: [node('1'), node('2', { words: 'new', elsewhere: false })],
      links: [
        { from: '1', to: '1', kind: 'thick' },
        { from: '2', to: '1', kind: 'broken' },
        { from: '2', to: 'nowhere', kind: 'thin' },
      ],
      language: 'en',
      ...some,
    }),
  )

describe('A flow from list to list', () => {
  it('draws what goes on thick, with a note broken, what ends with a cross, what begins with a ring', () => {
    const html = drawn({ only: 'wide' })
    for (const [name, count] of [
      ['fl', 1],
      ['fl fb', 1],
      ['cross', 1],
      ['ring', 1],
      ['ft', 1],
    ] as const)
      assert.equal(html.split(`class="${name}"`).length - 1, count, name)
  })

  it('keeps both lists in their order, from top to bottom', () => {
    const heights = [
      ...drawn({ only: 'wide' }).matchAll(/<text x="[\d.]+" y="([\d.]+)" text-anchor="end" class="k">\d/g),
    ].map(([, y]) => Number(y))
    assert.equal(heights.length, 4)
    assert.deepEqual(
      heights,
      heights.toSorted((a, b) => a - b),
    )
  })

  it('has numbers alone where it is narrow, and cut words where there are no numbers', () => {
    assert.ok(!drawn({ only: 'narrow' }).includes('Thing 1'))
    const unnumbered = { key: 'a', number: null, words: 'A very long name that does not fit', end: null }
    const html = drawn({ only: 'narrow', from: [unnumbered], to: [], links: [] })
    assert.match(html, /A very lon[a-z ]*…/)
  })

  it('breaks long words over two lines, Chinese without spaces too', () => {
    const words = '改进各国的网络安全防范工作并具备关键能力包括战略和国家计算机事件响应小组以及立法'
    const html = drawn({ only: 'wide', from: [{ key: 'a', number: '1.1', words, end: null }], to: [], links: [] })
    assert.equal(html.match(/<text[^>]*>[\u4e00-\u9fff]+…?<\/text>/g)?.length, 2)
  })

  it('leaves the page as a file of its own', () => {
    const svg = standaloneSvg({ toString: () => drawn({ only: 'wide' }) }, { heading: 'A title', language: 'en' })
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    assert.doesNotMatch(svg, /class=|var\(/)
  })
})
