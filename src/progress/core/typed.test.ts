import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { numberTyped, onScale, yearTyped } from './typed.ts'

describe('A typed number', () => {
  const read: readonly [text: string, value: number | string | null][] = [
    ['', null],
    ['  ', null],
    ['95', 95],
    ['92.5', 92.5],
    ['92,5', 92.5],
    ['92,5 %', 92.5],
    ['\u221210', -10],
    ['٩٢٫٥', 92.5],
    ['1\u202f000', 1000],
    ['all', 'not-a-number'],
    ['1,000.5', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['NaN', 'not-a-number'],
  ]
  for (const [text, value] of read)
    it(`is read as people type it: “${text}”`, () => {
      const typed = numberTyped(text)
      assert.equal(typed.kind === 'value' ? typed.value : typed.kind === 'fault' ? typed.fault : null, value)
    })

  const scales: readonly [text: string, unit: 'percent' | 'positive' | 'unknown', kind: string][] = [
    ['100', 'percent', 'value'],
    ['100.1', 'percent', 'fault'],
    ['-1', 'percent', 'fault'],
    ['-1', 'positive', 'fault'],
    ['180', 'positive', 'value'],
    ['-1', 'unknown', 'value'],
  ]
  for (const [text, unit, kind] of scales)
    it(`of ${text} on a scale that is ${unit} is a ${kind}`, () =>
      assert.equal(onScale(numberTyped(text), unit).kind, kind))
})

describe('A typed year', () => {
  const read: readonly [text: string, value: number | string | null][] = [
    ['', null],
    ['2031', 2031],
    ['٢٠٣١', 2031],
    ['2026', 2026],
    ['2036', 2036],
    ['2037', 'too-far'],
    ['2025', 'past'],
    ['31', 'not-a-year'],
    ['20310', 'not-a-year'],
    ['soon', 'not-a-year'],
  ]
  for (const [text, value] of read)
    it(`asked in 2026 is read: “${text}”`, () => {
      const typed = yearTyped(text, 2026)
      assert.equal(typed.kind === 'value' ? typed.value : typed.kind === 'fault' ? typed.fault : null, value)
    })
})
