import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { aHere, sayKey as say } from '#platform/testing'
import { Bracketed } from './bracketed.tsx'
import { DataTable } from './data-table.tsx'
import { Filter, Select } from './filter.tsx'
import { PlanTable } from './plan-table.tsx'
import { Status } from './status.tsx'
import { Cite } from './taking.tsx'
import { WordChanges, Wording } from './words.tsx'

const here = aHere({ asOf: Day.trusted('2026-05-01') })

describe('A text with brackets', () => {
  it('has each as an object with its number, and one inside another', () => {
    const html = Bracketed({
      say,
      parts: [
        { kind: 'plain', words: 'a ' },
        {
          kind: 'bracket',
          number: '1',
          href: '#b1',
          parts: [
            { kind: 'plain', words: 'b ' },
            { kind: 'bracket', parts: [{ kind: 'plain', words: 'c' }] },
          ],
        },
      ],
    })
    assert.equal(
      String(html),
      'a <span class="br"><b>[</b>b <span class="br"><b>[</b>c<b>]</b></span><b>]</b><a href="#b1" aria-label="ui.bracket.numbered 1">1</a></span>',
    )
  })

  it('shows a stray sign as it stands, and says that it is one', () => {
    const html = String(Bracketed({ say, parts: [{ kind: 'stray', sign: ']' }] }))
    assert.match(html, /<b>\]<\/b><span class="sr">ui.bracket.stray<\/span>/)
    assert.doesNotMatch(html, /<b>\[/)
  })
})

describe('A comparison of words', () => {
  it('says to those who listen what was added and removed, and keeps spaces outside the marks', () => {
    assert.equal(
      String(
        WordChanges({
          say,
          changes: [
            { kind: 'kept', words: 'by ' },
            { kind: 'removed', words: '2030' },
            { kind: 'added', words: '2031 ' },
          ],
        }),
      ),
      'by <del><span class="sr">ui.change.removed </span>2030</del> <ins><span class="sr">ui.change.added </span>2031</ins> ',
    )
  })
})

describe('A status', () => {
  it('is a word beside its mark, and the reason when it is not assessed', () => {
    const html = String(Status({ status: 'na', say, reason: 'too old' }))
    assert.match(html, /href="#m-na".*<span>ui.status.na<\/span><\/span><span class="u why">too old/)
  })
})

describe('A table', () => {
  const html = String(
    DataTable({
      label: 'Shelves',
      say,
      columns: [
        { head: 'Shelf' },
        { head: 'Books', number: true, sort: { href: '?sort=books', order: 'descending' } },
        { head: 'Status', hold: true },
      ],
      groups: [{ heading: 'Upper', rows: [{ cells: ['A', '12', 'full'], id: 'a' }] }],
    }),
  )
  it('sorts by a plain link whose head says the order', () => {
    assert.match(
      html,
      /<th scope="col" class="n" aria-sort="descending"><a href="\?sort=books"[^>]*>Books<span class="u"> ui.table.descending/,
    )
  })
  it('has a head for each row and group, and moves inside a region that can be reached and has a name', () => {
    assert.match(html, /<section class="scroll" tabindex="0" aria-label="Shelves">/)
    assert.match(html, /<th colspan="3" scope="rowgroup">Upper<\/th>/)
    assert.match(html, /<tr id="a"><th scope="row">A<\/th><td class="n">12<\/td><td class="hold">full<\/td>/)
  })
})

describe('A row of the long list', () => {
  it('without a value says so over three columns and is marked, so that it takes less room on a phone', () => {
    const html = String(
      PlanTable({
        caption: 'All',
        heads: {
          number: 'No.',
          title: 'What',
          latest: 'Latest',
          line: 'Line',
          status: 'Status',
          take: 'Take',
          takeShort: 'Take:',
        },
        groups: [
          {
            heading: 'One',
            rows: [
              {
                id: 'r1',
                number: '1.1',
                title: 'A',
                ask: 'a',
                latest: { kind: 'none', words: 'no figure' },
                status: '–',
              },
            ],
          },
        ],
      }),
    )
    assert.match(html, /<tr id="r1" class="bare">.*<td class="none" colspan="3">no figure<\/td>/)
  })
})

describe('A filter', () => {
  it('is a GET form that keeps the day and the other questions', () => {
    const html = String(
      Filter({
        to: '/shelves',
        button: 'Show',
        keep: { sort: 'name' },
        language: 'en',
        here,
        children: Select({
          label: 'Floor',
          name: 'floor',
          value: '2',
          options: [
            { value: '1', words: 'First' },
            { value: '2', words: 'Second' },
          ],
        }) as never,
      }),
    )
    assert.match(html, /method="get" action="\/en\/shelves"/)
    assert.match(html, /name="sort" value="name".*name="asof" value="2026-05-01"/)
    assert.match(html, /<option value="2" selected="">Second/)
  })
})

describe('A citation', () => {
  it('has an address with its day, today as well, so that it always shows what it shows now', () => {
    const cited = (asOf: Day | null) =>
      String(Cite({ title: 'A', to: '/a?x=1', say, language: 'en', here: aHere({ asOf }) }))
    assert.match(cited(null), /href="https:\/\/plan.example.org\/en\/a\?x=1&amp;asof=2026-11-26"/)
    assert.match(cited(Day.trusted('2026-05-01')), /asof=2026-05-01/)
  })
})

describe('Words of the content', () => {
  it('are marked as English where the reader’s language has none', () => {
    assert.equal(String(Wording({ words: { en: 'Shelf' }, language: 'ar' })), '<bdi lang="en" dir="ltr">Shelf</bdi>')
    assert.equal(String(Wording({ words: { en: 'Shelf', ar: 'رف' }, language: 'ar' })), '<bdi>رف</bdi>')
  })
})
