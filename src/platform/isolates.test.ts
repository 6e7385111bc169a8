import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { isolated } from './isolates.ts'

const shown = (html: string) => isolated('ar', html).replaceAll('\u2066', '⟨').replaceAll('\u2069', '⟩')

describe('Figures on a page from right to left (O1)', () => {
  const cases = [
    ['a code with a letter', '<p>المؤشر 5.c.1</p>', '<p>المؤشر ⟨5.c.1⟩</p>'],
    ['a code after a joined word', '<p>و5.b.1</p>', '<p>و⟨5.b.1⟩</p>'],
    ['a range of years', '<p>طبعة 2024–2027.</p>', '<p>طبعة ⟨2024–2027⟩.</p>'],
    ['a signed figure', '<b>+1,1</b> <b>−2</b>', '<b>⟨+1,1⟩</b> <b>⟨−2⟩</b>'],
    ['a share', '<p>67,4\u00a0% من الأفراد</p>', '<p>⟨67,4\u00a0%⟩ من الأفراد</p>'],
    ['a day', '<p>2026-05-01</p>', '<p>⟨2026-05-01⟩</p>'],
    ['grouped thousands', '<p>(99\u202f892–102\u202f223)</p>', '<p>(⟨99\u202f892–102\u202f223⟩)</p>'],
    ['words inside a drawing', '<svg><text x="1">+3</text></svg>', '<svg><text x="1">⟨+3⟩</text></svg>'],
  ] as const
  for (const [what, html, expected] of cases)
    it(`keep their order: ${what}`, () => {
      assert.equal(shown(html), expected)
    })

  const untouched = [
    ['a plain number', '<p>17.8.1 و 67,4 و 2031</p>'],
    ['a tag and what it carries', '<a href="/ar/shelves/2024-2027?asof=2026-05-01" title="1–2">x</a>'],
    ['what a reader typed', '<textarea>1–2</textarea>'],
    ['an escaped letter', '<p>&#39;a</p>'],
    ['the sheet of a drawing', '<style>a{margin:1px -2px}</style>'],
  ] as const
  for (const [what, html] of untouched)
    it(`stay as they are: ${what}`, () => {
      assert.equal(isolated('ar', html), html)
    })

  it('are left alone from left to right', () => {
    assert.equal(isolated('en', '<p>2024–2027</p>'), '<p>2024–2027</p>')
  })
})
