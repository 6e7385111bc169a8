import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { forAll } from '#kernel/testing'
import { aRisk, aScale, assessed } from '#risks/testing'
import { cellsOf, type SheetAround, type SheetCells, type SheetLine, sheetLines } from './sheet.ts'

const r1 = aRisk('r1', [assessed([2, 3], [4, 4])])
const r2 = aRisk('r2', [assessed([1, 1], [1, 1], 2)], '2025-01-01', 20)
const closed = aRisk('r3', [{ kind: 'closed' }], '2025-01-01', 40)

const around = (some: Partial<SheetAround> = {}): SheetAround => ({
  risks: new Map([r1, r2, closed].map((risk) => [risk.id, risk])),
  scale: aScale(),
  units: new Set(['gauging-office', 'flood-panel']),
  elements: new Set(['2026-2029/milestone/A.1']),
  may: () => true,
  ...some,
})

const own = cellsOf(r1, aScale())
const many = Array.from({ length: 21 }, (_, at) => `2026-2029/milestone/B.${at + 1}`)
const fresh: SheetCells = {
  title: 'Ice',
  cause: 'Cold',
  event: 'Ice',
  effect: 'None',
  owner: 'flood-panel',
  reason: 'Seen',
}

const saidOf = (line: SheetLine | undefined): string =>
  line === undefined
    ? 'nothing'
    : line.kind === 'refused'
      ? line.faults.map(({ column, code }) => `${column} ${code}`).join(', ')
      : line.kind === 'new' || line.kind === 'changed'
        ? `${line.kind} ${line.acts.map(({ kind }) => kind).join(' ')}`
        : line.kind

describe('A row that comes back', () => {
  const cases: readonly [name: string, cells: SheetCells, around: SheetAround, said: string][] = [
    ['does nothing when it says what stands', own, around(), 'unchanged'],
    ['does nothing more for a reason alone', { ...own, reason: 'As before' }, around(), 'unchanged'],
    ['describes anew', { ...own, title: 'Other', reason: 'Better' }, around(), 'changed described'],
    ['assesses anew', { ...own, residual_impact: '1', reason: 'Better' }, around(), 'changed assessed'],
    [
      'does both',
      { ...own, title: 'Other', residual_impact: '1', reason: 'Better' },
      around(),
      'changed described assessed',
    ],
    ['needs a reason', { ...own, title: 'Other' }, around(), 'reason risks.reasonNeeded'],
    [
      'is outdated',
      { ...own, title: 'Other', seen: '1', reason: 'Better' },
      around(),
      'seen risks.import.changedMeanwhile',
    ],
    [
      'is of another unit',
      { ...own, title: 'Other', reason: 'Better' },
      around({ may: () => false }),
      'risk risks.notYourUnit, owner risks.notYourUnit',
    ],
    [
      'is of a closed risk',
      { ...cellsOf(closed, null), title: 'Other', reason: 'Better' },
      around(),
      'risk risks.closedAlready',
    ],
    ['is of no risk', { ...own, risk: 'r77' }, around(), 'risk risks.noSuchRisk'],
    ['names a key that is none', { ...own, risk: '=1+1' }, around(), 'risk risks.noSuchRisk'],
    [
      'takes a score away',
      { ...own, residual_impact: undefined as never, reason: 'Better' },
      around(),
      'residual_impact risks.import.allScores',
    ],
    [
      'leaves the scale',
      { ...own, inherent_impact: '9', reason: 'Better' },
      around(),
      'inherent_likelihood risks.notOnScale',
    ],
    [
      'leaves more than there was',
      { ...own, residual_likelihood: '5', reason: 'Better' },
      around(),
      'residual_likelihood risks.moreAfter',
    ],
    [
      'names an element that is none',
      { ...own, elements: 'nonsense', reason: 'Better' },
      around(),
      'elements risks.noSuchElement',
    ],
    [
      'names as many elements as the form has room for',
      { ...own, elements: many.slice(0, 20).join(' '), reason: 'Better' },
      around({ elements: new Set(many) }),
      'changed described',
    ],
    [
      'names more elements than that',
      { ...own, elements: many.join(' '), reason: 'Better' },
      around({ elements: new Set(many) }),
      'elements risks.import.tooManyElements',
    ],
    [
      'gives a longer reason than a form takes',
      { ...own, title: 'Other', reason: 'x'.repeat(2001) },
      around(),
      'reason ui.form.tooLong',
    ],
    ['enters a draft', fresh, around(), 'new described'],
    [
      'enters and assesses',
      { ...fresh, inherent_likelihood: '2', inherent_impact: '2', residual_likelihood: '1', residual_impact: '1' },
      around(),
      'new described assessed',
    ],
    [
      'enters nothing without words',
      { reason: 'Seen' },
      around(),
      'title ui.form.empty, cause ui.form.empty, event ui.form.empty, effect ui.form.empty, owner risks.noSuchUnit',
    ],
    ['leaves scores on an earlier scale out, and so alone', cellsOf(r2, aScale()), around(), 'unchanged'],
  ]
  for (const [name, cells, about, said] of cases)
    it(name, () => assert.equal(saidOf(sheetLines([{ row: 2, cells }], about)[0]), said))

  it('is refused the second time a risk stands in the sheet', () => {
    const lines = sheetLines(
      [2, 3].map((row) => ({ row, cells: own })),
      around(),
    )
    assert.deepEqual(lines.map(saidOf), ['unchanged', 'risk risks.import.twice'])
  })

  it('says nothing new, whatever the risk, when it comes back as it went out', () => {
    forAll(
      3,
      (dice) =>
        aRisk(
          'r9',
          Array.from({ length: dice(4) }, () => assessed([1 + dice(3), 1 + dice(3)], [3, 3], 1 + dice(2))),
        ),
      (risk) => {
        const lines = sheetLines(
          [{ row: 2, cells: cellsOf(risk, aScale()) }],
          around({ risks: new Map([[risk.id, risk]]) }),
        )
        assert.deepEqual(lines.map(saidOf), ['unchanged'])
      },
    )
  })
})
