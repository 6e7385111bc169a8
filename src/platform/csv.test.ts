import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type CsvCell, csvOf } from './csv.ts'

describe('A CSV file', () => {
  const cases: readonly [name: string, cell: CsvCell, written: string][] = [
    ['writes a plain word as it is', 'reach', 'reach'],
    ['quotes a comma', 'a, b', '"a, b"'],
    ['doubles a quotation mark', 'the "best"', '"the ""best"""'],
    ['keeps a line break inside quotes', 'a\nb', '"a\nb"'],
    ['leaves empty what is not there', null, ''],
    ['makes words of what a spreadsheet would take for a formula', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['makes words of a plus that begins no number', '+cmd', "'+cmd"],
    ['makes words of an at sign', '@name', "'@name"],
    ['makes words of a tab', '\tx', "'\tx"],
    ['keeps the minus of a negative number', -1.5, '-1.5'],
    ['keeps a decimal as it was published', '-0.10', '-0.10'],
    ['keeps a decimal with an exponent', '-1.75E-05', '-1.75E-05'],
    ['keeps a half without a zero before it', '-.5', '-.5'],
    ['makes words of a sum that begins like a number', '-1+2', "'-1+2"],
    ['writes other scripts as they are', '目标', '目标'],
  ]
  for (const [name, cell, text] of cases) it(name, () => assert.equal(csvOf([[cell]]), `${text}\r\n`))

  it('ends every row with CRLF and begins without a byte order mark', () => {
    assert.equal(
      csvOf([
        ['a', 'b'],
        ['1', '2'],
      ]),
      'a,b\r\n1,2\r\n',
    )
  })
})
