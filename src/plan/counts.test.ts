import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { countsOf, crosswalkCountsOf, findingCountsOf } from './core/counting.ts'
import { editionsKnownOn } from './core/history.ts'
import { EditionCode } from './core/ids.ts'
import { indexed, outlineOf } from './core/indexed.ts'
import { moneyTableOf } from './core/money.ts'
import { readPlan } from './read-plan.ts'

const { plan } = await readPlan('content/itu/plan.json')
assert.ok(plan)
const ix = indexed(plan)
const adopted = EditionCode.trusted('2024-2027')
const draft = EditionCode.trusted('2028-2031')

describe('Both editions of the content', () => {
  const counts: readonly [what: string, adopted: number, draft: number][] = [
    ['plan', 1, 1],
    ['section', 15, 15],
    ['definition', 9, 9],
    ['vision', 1, 1],
    ['mission', 1, 1],
    ['alternative', 0, 4],
    ['goal', 2, 2],
    ['target', 12, 14],
    ['target-indicator', 14, 27],
    ['priority', 5, 5],
    ['outcome', 23, 17],
    ['sub-outcome', 7, 4],
    ['outcome-indicator', 64, 55],
    ['offering', 8, 8],
    ['enabler', 7, 8],
    ['paragraph', 76, 74],
    ['footnote', 4, 3],
    ['organ', 23, 23],
    ['role', 6, 6],
    ['sector-link', 3, 4],
    ['value', 8, 8],
    ['principle', 3, 6],
    ['criterion', 0, 5],
    ['framework-link', 15, 17],
    ['risk-register', 1, 1],
    ['resource-row', 0, 6],
    ['all elements', 308, 324],
    ['brackets', 0, 19],
    ['target indicators in brackets', 0, 8],
    ['outcome indicators in brackets', 0, 1],
    ['certainty: sure', 235, 248],
    ['certainty: likely', 44, 35],
    ['certainty: open', 29, 41],
    ['elements with two readings', 72, 74],
    ['outcome indicators whose edition is open', 14, 29],
  ]
  for (const [what, before, after] of counts)
    it(`count as printed: ${what} (S2, S7, I1)`, () => {
      assert.deepEqual([countsOf(ix, adopted)[what], countsOf(ix, draft)[what]], [before, after])
    })

  it('count nothing else', () => {
    assert.deepEqual(
      Object.keys(countsOf(ix, draft)),
      counts.map(([what]) => what),
    )
  })

  it('have every element in the outline, once', () => {
    for (const { code, elements } of plan.editions) assert.equal(outlineOf(ix, code).length, elements.length)
  })

  it('join in the rows of the crosswalk (S11)', () => {
    const [crosswalk = assert.fail()] = plan.crosswalks
    assert.deepEqual(crosswalkCountsOf(ix, crosswalk), {
      relations: {
        unchanged: 111,
        reworded: 42,
        retargeted: 2,
        renumbered: 52,
        moved: 8,
        merged: 4,
        split: 1,
        replaced: 13,
        dropped: 66,
        new: 90,
        all: 389,
      },
      ofIndicators: {
        unchanged: 12,
        reworded: 3,
        retargeted: 0,
        renumbered: 3,
        moved: 3,
        merged: 3,
        split: 1,
        replaced: 7,
        dropped: 39,
        new: 47,
        all: 118,
      },
      series: { yes: 18, 'yes-with-note': 11, no: 89, 'not-a-series': 0 },
    })
  })

  it('have their findings (T6)', () => {
    const { editorial, ambiguity, all } = findingCountsOf(plan)
    assert.deepEqual(editorial, { all: 29, '2024-2027': 26, '2028-2031': 10 })
    assert.deepEqual(ambiguity, { all: 74, '2024-2027': 52, '2028-2031': 58 })
    assert.deepEqual(all, { all: 103, '2024-2027': 78, '2028-2031': 68 })
  })

  it('show what the printed totals lack, and repair nothing (R1)', () => {
    const table = moneyTableOf(ix, draft) ?? assert.fail()
    const differences = table.lines.map(({ check }) => check?.difference)
    assert.deepEqual(differences, [-1, 0, 0, -1, 0])
    assert.deepEqual(
      table.columnChecks.map((check) => check?.difference),
      [-2, 0, 0],
    )
    assert.equal(table.total?.check?.difference, 0)
    assert.deepEqual(table.allCells, { printed: 646956, computed: 646958, difference: -2 })
    assert.equal(moneyTableOf(ix, adopted), null)
  })

  it('exist from their own day; a draft of unknown day is not guessed at', () => {
    const codes = (day: string) => {
      const { known, undated, later } = editionsKnownOn(plan, Day.trusted(day))
      return [known, undated, later].map((some) => some.map(({ code }) => code))
    }
    assert.deepEqual(codes('2022-10-13'), [[], [draft], [adopted]])
    assert.deepEqual(codes('2022-10-14'), [[adopted], [draft], []])
  })

  it('print no number in any target, and say so (S6, I6)', () => {
    for (const element of plan.editions.flatMap(({ elements }) => elements))
      if (element.quantity !== null) assert.deepEqual([element.quantity.value, element.quantity.baseline], [null, null])
    for (const benchmark of plan.benchmarks) if (benchmark.kind === 'text') assert.equal(benchmark.asks, null)
    assert.ok(plan.benchmarks.every(({ kind }) => kind !== 'decision'))
  })

  it('quote at most forty characters of the text at once', () => {
    const quotations = [
      ...plan.editions.flatMap(({ elements }) =>
        elements.flatMap(({ printed, variants }) => [
          ...(printed === null ? [] : [printed]),
          ...variants.map((one) => one.printed),
        ]),
      ),
      ...plan.findings.flatMap(({ printed }) => printed),
    ]
    assert.deepEqual(
      quotations.filter(({ text }) => text.length > 40),
      [],
    )
  })
})
