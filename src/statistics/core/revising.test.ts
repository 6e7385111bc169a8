import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { known, type MissingReason, missing } from '#kernel'
import { changeOf, revisionCount, standingSince } from './revising.ts'

const said = (text: string) => {
  const bound = text.startsWith('>') ? ('>' as const) : null
  return /\d/.test(text)
    ? { value: known({ decimal: text.replace('>', ''), bound }) }
    : { value: missing(text as MissingReason) }
}

describe('A release', () => {
  const cases: readonly [name: string, before: string | null, after: string, answer: string][] = [
    ['says a cell for the first time', null, '77.5', 'first'],
    ['repeats a value', '77.5', '77.50', 'same'],
    ['gives more decimals, which is no revision', '16.6', '16.60000038', 'precision'],
    ['revises a value', '77.5', '90.6', 'revised by 13.1'],
    ['revises a value downwards', '90.6', '77.5', 'revised by -13.1'],
    ['withdraws a value', '77.5', 'withdrawn', 'withdrawn'],
    ['brings a value that was missing', 'not-available', '77.5', 'filled'],
    ['gives another reason', 'not-available', 'withheld', 'reasoned'],
    ['makes a value known by its bound, without a difference', '95.2', '>95', 'rebounded'],
    ['moves a bound, without a difference', '>90', '>95', 'rebounded'],
  ]
  for (const [name, before, after, answer] of cases) {
    it(name, () => {
      const change = changeOf(before === null ? null : said(before), said(after))
      assert.equal(change.kind === 'revised' ? `revised by ${change.by}` : change.kind, answer)
    })
  }

  it('counts as a revision only where it says something else', () => {
    assert.equal(revisionCount([said('16.6'), said('16.60000038'), said('17.1'), said('17.1')]), 1)
  })
})

describe('A value', () => {
  const cases: readonly [name: string, history: readonly string[], since: number | undefined][] = [
    ['is known since the first release that gave it, not since one that repeats it', ['2.77', '2.77'], 0],
    ['that was revised is known since the revision', ['77.5', '90.6', '90.60'], 1],
    ['with other decimals is another figure to the letter', ['75.6', '75.6113'], 1],
    ['that comes back is known since it came back', ['77.5', '90.6', '77.5'], 2],
    ['that nobody gave is known since no release', [], undefined],
  ]
  for (const [name, history, since] of cases)
    it(name, () => {
      const all = history.map(said)
      assert.equal(standingSince(all), since === undefined ? undefined : all[since])
    })
})
