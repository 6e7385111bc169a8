import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import type { Figure } from '#statistics/core'
import { medianOf } from './median.ts'

const figureOf = (text: string): Figure => ({
  decimal: text.replace(/^[<>]/, ''),
  bound: text.startsWith('<') ? '<' : text.startsWith('>') ? '>' : null,
})

describe('The median of figures', () => {
  const cases: readonly [name: string, figures: string, median: string | null][] = [
    ['of none is none', '', null],
    ['of one is that one, to the digit', '65.40', '65.40'],
    ['of an odd number is the one in the middle', '3 1 2', '2'],
    ['of an even number lies half way', '1 2 4 9', '3.0'],
    ['is exact where binary numbers are not', '0.1 0.2', '0.15'],
    ['of two alike is what they are', '7 7', '7'],
    ['sorts numbers and not digits', '10 9 100', '10'],
    ['keeps a bound of its own', '<0.1 <0.1 5', '<0.1'],
    ['passes over a bound that it is not made of', '<0.1 3 >95', '3'],
    ['in the middle keeps the bound that it has', '1 >95.0 99', '>95.0'],
    ['half way from a bound has that bound', '<0.1 0.3', '<0.20'],
    ['half way to a bound has that bound', '90 >95', '>92.5'],
    ['of a bound and its number is no plain number', '>95 95', '>95.0'],
  ]
  for (const [name, figures, median] of cases)
    it(name, () => {
      const answer = medianOf(figures.split(' ').filter(Boolean).map(figureOf))
      assert.equal(answer === null ? null : `${answer.bound ?? ''}${answer.decimal}`, median)
    })
})
