import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { readPlan } from '../read-plan.ts'
import {
  byRelation,
  choiceOf,
  continuityBetween,
  endsOf,
  flowOf,
  joinedRowAt,
  pairAt,
  pairsOf,
  rowIdOf,
  rowsFor,
  sumsOf,
} from './compare.ts'
import { codesServed, frameworkAt, inCodeOrder, readFramework } from './frameworks.ts'
import { RowId } from './ids.ts'
import { indexed } from './indexed.ts'
import { elementsMeant } from './written.ts'

const ix = indexed((await readPlan('content/itu/plan.json')).plan ?? assert.fail())
const [pair = assert.fail()] = pairsOf(ix)
const kind = (code: string) => ix.plan.organisation.kinds.find((one) => one.code === code) ?? assert.fail(code)
const all = { kind: null, relation: null, continuity: null } as const
const today = Day.trusted('2026-11-26')

describe('Two editions beside each other', () => {
  const asked: readonly [older: string, newer: string, answer: string][] = [
    ['2024-2027', '2028-2031', 'pair exact'],
    ['2028-2031', '2024-2027', 'pair turned'],
    ['2024-2027', '2024-2027', 'nothing null, nearest 2024-2027 2028-2031'],
    ['2024-2028', '2028-2031', 'nothing 2024-2028, nearest 2024-2027 2028-2031'],
  ]
  for (const [older, newer, answer] of asked)
    it(`are found by ${older} and ${newer}: ${answer}`, () => {
      const found = pairAt(ix, older, newer)
      const said =
        found.kind === 'pair'
          ? `pair ${found.exact ? 'exact' : 'turned'}`
          : `nothing ${found.unknown}, nearest ${found.nearest.map(({ from, to }) => `${from.code} ${to.code}`)}`
      assert.equal(said, answer)
    })

  it('have a row for every element of both, each in exactly one (S11)', () => {
    for (const at of ['before', 'after'] as const) {
      const edition = at === 'before' ? pair.from : pair.to
      const seen = rowsFor(ix, pair, all).flatMap(
        (row) => endsOf(ix, { from: pair.from.code, to: pair.to.code, row })[at],
      )
      assert.deepEqual(new Set(seen), new Set(edition.elements))
      assert.equal(seen.length, edition.elements.length)
    }
  })

  it('count what lived on, ended and began, and what became of the series (S11, V3)', () => {
    assert.deepEqual(sumsOf(ix, pair, kind('target')), {
      ...{ old: 12, fresh: 14, living: 10, into: 9, dropped: 2, added: 5, rows: 9 },
      series: { yes: 4, 'yes-with-note': 4, no: 1, 'not-a-series': 0 },
    })
  })

  it('count all rows by relation, as the crosswalk has them (S11)', () => {
    assert.deepEqual(
      byRelation(rowsFor(ix, pair, all)).map(({ relation, count }) => `${relation} ${count}`),
      [
        ...['unchanged 111', 'reworded 42', 'retargeted 2', 'renumbered 52', 'moved 8', 'merged 4', 'split 1'],
        ...['replaced 13', 'dropped 66', 'new 90'],
      ],
    )
  })

  it('show rows of a kind by its code or its part of an address, and what became of another kind', () => {
    for (const word of ['outcome', 'Outcomes'])
      assert.equal(choiceOf(ix, pair, { kind: word }).choice.kind?.code, 'outcome')
    const kinds = new Set(rowsFor(ix, pair, { ...all, kind: kind('outcome-indicator') }).map((row) => row.kind))
    assert.ok(kinds.size > 1, 'an outcome that became an indicator is there too')
  })

  it('say which word of an address was not understood, and filter nothing by it', () => {
    const { choice, strange } = choiceOf(ix, pair, { kind: 'targts', relation: 'movd', continuity: 'no' })
    assert.deepEqual(
      strange.map(({ parameter, value, nearest }) => `${parameter} ${value}: ${nearest[0]}`),
      ['kind targts: target', 'relation movd: moved'],
    )
    assert.deepEqual([choice.kind?.code, choice.relation, choice.continuity], ['target', null, 'no'])
  })

  it('draw both lists in their printed order, with a line for what became of what (S11)', () => {
    const { before, after, flows } = flowOf(ix, pair, kind('target'))
    assert.deepEqual(
      before.map(({ element }) => element.number),
      ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '2.1', '2.2', '2.3', '2.4', '2.5'],
    )
    assert.deepEqual(
      before.filter(({ joined }) => !joined).map(({ element }) => element.number),
      ['1.3', '2.4'],
    )
    assert.equal(after.filter(({ joined }) => !joined).length, 5)
    assert.deepEqual(
      flows.filter((one) => one.after.number === '2.1').map((one) => `${one.before.number} ${one.series}`),
      ['1.7 yes', '2.1 yes'],
    )
  })

  it('answer for each of several series that a row joins (V3)', () => {
    const row = rowsFor(ix, pair, all).find(({ pairs }) => pairs.length > 0) ?? assert.fail()
    const { before, after } = endsOf(ix, { from: pair.from.code, to: pair.to.code, row })
    const said = before.flatMap((one) => after.map((other) => continuityBetween(row, one, other).series))
    assert.ok(new Set(said).size > 1)
  })

  it('name a row so that others can speak of it', () => {
    const joined = { from: pair.from.code, to: pair.to.code, row: pair.crosswalk.rows[33] ?? assert.fail() }
    assert.deepEqual(joinedRowAt(ix, rowIdOf(joined)), joined)
    assert.equal(joinedRowAt(ix, RowId.trusted('2024-2027/2028-2031/none')), null)
  })
})

describe('What somebody asks about', () => {
  const typed: readonly [text: string, meant: string][] = [
    ['1.7', '2024-2027/target/1.7, 2028-2031/target/1.7'],
    ['target/1.7', '2024-2027/target/1.7, 2028-2031/target/1.7'],
    ['Target 1.7', '2024-2027/target/1.7, 2028-2031/target/1.7'],
    ['具体目标1.7', '2024-2027/target/1.7, 2028-2031/target/1.7'],
    ['2028-2031/target/1.7', '2028-2031/target/1.7'],
    ['majority of individuals accessing', '2024-2027/target/2.4'],
    ['vision', '2024-2027/vision, 2028-2031/vision'],
  ]
  for (const [text, meant] of typed)
    it(`is found by ${text} (S11)`, () => {
      const { elements } = elementsMeant(ix, [pair.from, pair.to], text)
      assert.equal(elements.map(({ edition, id }) => `${edition}/${id}`).join(', '), meant)
    })

  it('is found for every element of both editions, by its id (S11)', () => {
    for (const edition of [pair.from, pair.to])
      for (const one of edition.elements) assert.ok(elementsMeant(ix, [edition], one.id).elements.includes(one), one.id)
  })

  it('is first of the kind that is shown, where a number names several things', () => {
    for (const code of ['target', 'outcome'])
      assert.equal(elementsMeant(ix, [pair.to], '2.1', kind(code)).elements[0]?.kind, code)
  })

  it('has its nearest where nothing is called so', () => {
    const { elements, nearest } = elementsMeant(ix, [pair.to], 'target/1.9')
    assert.equal(elements.length, 0)
    assert.ok(nearest.length > 0)
  })
})

describe('Links to outside frameworks', () => {
  it('are all there, by code where one is printed and by element where not, in both editions (S5)', () => {
    const reads = ix.plan.frameworks.map((one) => readFramework(ix, one, today))
    const links = reads.flatMap((one) => [...one.links.values()].flat())
    const held = ix.plan.editions.flatMap(({ elements }) => elements.filter((one) => one.frameworkLink !== null))
    assert.deepEqual(new Set(links.map(({ link }) => link)), new Set(held))
    for (const { codes, plain, links: own } of reads) {
      const shown = [...codes, ...plain].flatMap((row) => [...row.links.values()].flat())
      assert.deepEqual(new Set(shown), new Set([...own.values()].flat()))
    }
  })

  it('have the codes as printed, in their order, and flag the two that contradict the text (S5)', () => {
    const { framework } = frameworkAt(ix, 'sdg')
    const { codes } = readFramework(ix, framework ?? assert.fail(), today)
    assert.deepEqual(
      codes.map(({ code, findings }) => `${code}${findings.length > 0 ? ' !' : ''}`),
      ['4.4.1', '5.b.1', '5.c.1 !', '9.c.1', '17.6.1', '17.6.2 !', '17.8.1'],
    )
  })

  it('are looked for by their slug, and the nearest is offered', () => {
    assert.equal(frameworkAt(ix, 'WSIS').framework?.slug, 'wsis')
    assert.equal(frameworkAt(ix, 'gcd').nearest[0]?.slug, 'gdc')
  })

  it('order codes by their parts, and know which a series serves', () => {
    assert.deepEqual(
      ['17.8.1', '5.b.1', '9.c.1', '5.10.1', '5.2.1'].toSorted(inCodeOrder).join(' '),
      '5.2.1 5.10.1 5.b.1 9.c.1 17.8.1',
    )
    assert.deepEqual(codesServed('SDG 12.4.2 / 12.5.1', new Set(['SDG'])), ['12.4.2', '12.5.1'])
    assert.deepEqual(codesServed('OTHER 1', new Set(['SDG'])), [])
  })
})
