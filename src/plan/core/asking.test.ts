import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { anElement } from '#plan/testing'
import { readPlan } from '../read-plan.ts'
import { allPaths, besides, lookUp, pathOf } from './address.ts'
import { cutAtBrackets, oddityOf, plainOf, type TextPart } from './brackets.ts'
import { becameOf, cameFrom, isAmbiguous, usesOfId } from './history.ts'
import { EditionCode, ElementId } from './ids.ts'
import {
  ancestorsOf,
  childrenOf,
  elementAt,
  firstBenchmarkOf,
  indexed,
  measuresUnder,
  outlineOf,
  usersOf,
} from './indexed.ts'
import { moneyTableOf } from './money.ts'
import { tokensOf } from './tokens.ts'

const river = await readPlan('src/plan/testing/river/plan.json')
const ix = indexed(river.plan ?? assert.fail())
const adopted = EditionCode.trusted('2022-2025')
const draft = EditionCode.trusted('2026-2029')
const at = (edition: EditionCode, id: string) => elementAt(ix, edition, ElementId.trusted(id)) ?? assert.fail(id)

describe('A plan of any organization', () => {
  it('is read in its printed order, each element below the first it stands under (S7)', () => {
    assert.deepEqual(
      outlineOf(ix, adopted).map(({ element, depth }) => `${depth} ${element.id}`),
      ['0 strategy', '1 chapter/1', '2 pillar/A', '3 milestone/A.1', '4 gauge/A.1.a', '2 term/pillar', '2 clause/1'],
    )
  })

  it('knows what is above and what is beside', () => {
    const second = at(draft, 'milestone/A.2')
    assert.deepEqual(
      ancestorsOf(ix, second).map((one) => one.id),
      ['strategy', 'chapter/1', 'pillar/A'],
    )
    assert.equal(besides(ix, second).before?.id, 'milestone/A.1')
    assert.equal(besides(ix, second).after, null)
    assert.equal(childrenOf(ix, second).length, 1)
  })

  it('has an address for everything, each once', () => {
    const paths = allPaths(ix)
    assert.ok(paths.includes('/editions/2026-2029/milestones/A.2'))
    assert.ok(paths.includes('/editions/2026-2029/brackets/1'))
    assert.ok(paths.includes('/editions/2022-2025/strategy'))
    assert.equal(new Set(paths.map((one) => one.toLowerCase())).size, paths.length)
  })
})

describe('An address', () => {
  const cases: readonly [name: string, edition: string, segment: string, tail: string | null, answer: string][] = [
    ['finds its element', '2026-2029', 'milestones', 'A.2', 'element milestone/A.2 true'],
    ['finds it in other letters too, and says so', '2026-2029', 'Milestones', 'a.2', 'element milestone/A.2 false'],
    ['finds what an edition has one of', '2026-2029', 'strategy', null, 'element strategy true'],
    ['finds a bracket', '2026-2029', 'brackets', '1', 'bracket bracket/1 true'],
    ['answers a kind without a tail with all of it', '2026-2029', 'gauges', null, 'all 2'],
    ['names the nearest edition', '2026-2028', 'gauges', null, 'nothing edition /editions/2026-2029'],
    ['names the nearest kind', '2026-2029', 'guages', 'A.1.a', 'nothing segment /editions/2026-2029/gauges'],
    ['names the nearest element', '2026-2029', 'milestones', 'A.22', 'nothing tail /editions/2026-2029/milestones/A.2'],
    [
      'has no tail after what there is one of',
      '2026-2029',
      'strategy',
      '1',
      'nothing tail /editions/2026-2029/strategy',
    ],
  ]
  for (const [name, edition, segment, tail, answer] of cases)
    it(name, () => {
      const found = lookUp(ix, edition, segment, tail)
      const told = {
        element: () => `element ${found.kind === 'element' && `${found.element.id} ${found.exact}`}`,
        bracket: () => `bracket ${found.kind === 'bracket' && `${found.bracket.id} ${found.exact}`}`,
        all: () => `all ${found.kind === 'all' && found.things.length}`,
        nothing: () => `nothing ${found.kind === 'nothing' && `${found.unknown} ${found.nearest[0]?.to}`}`,
      }
      assert.equal(told[found.kind](), answer)
    })

  it('is the one that finds the element again', () => {
    for (const element of ix.elements.values()) {
      const [, , edition = '', segment = '', tail = null] = pathOf(ix, element).split('/')
      const found = lookUp(ix, edition, segment, tail)
      assert.equal(found.kind === 'element' && found.element, element)
    }
  })
})

describe('An element over time', () => {
  it('says what became of it, and where it comes from (S11)', () => {
    const [step = assert.fail()] = becameOf(ix, at(adopted, 'milestone/A.1'))
    assert.deepEqual([step.row.relation, step.elements.map((one) => one.id)], ['retargeted', ['milestone/A.1']])
    const [back = assert.fail()] = cameFrom(ix, at(draft, 'milestone/A.1'))
    assert.equal(back.elements[0], at(adopted, 'milestone/A.1'))
  })

  it('comes from nowhere when it is new', () => {
    const [step = assert.fail()] = cameFrom(ix, at(draft, 'area/1'))
    assert.deepEqual([step.row.relation, step.elements], ['new', []])
    assert.deepEqual(becameOf(ix, at(draft, 'area/1')), [], 'no crosswalk leaves the last edition')
  })

  it('shares its number with what it was before', () => {
    const id = ElementId.trusted('milestone/A.1')
    assert.equal(usesOfId(ix, id).length, 2)
    assert.equal(isAmbiguous(ix, id), false)
  })

  it('shares its series with every element that is measured by it (I8)', () => {
    assert.deepEqual(
      usersOf(ix, 'BANKS').map((one) => one.edition),
      [adopted, draft],
    )
    assert.equal(measuresUnder(ix, at(draft, 'milestone/A.2'))[0]?.kind, 'none')
    assert.equal(firstBenchmarkOf(ix, at(draft, 'milestone/A.1'))?.asks?.value, 90)
  })
})

describe('A printed sum', () => {
  it('stands beside the sum of its parts (R1)', () => {
    const [line = assert.fail()] = moneyTableOf(ix, draft)?.lines ?? []
    assert.deepEqual(line.check, { printed: 20, computed: 21, difference: -1 })
    assert.equal(moneyTableOf(ix, draft)?.total, null)
  })
})

const drawn = (parts: readonly TextPart[]): string =>
  parts
    .map((part) =>
      part.kind === 'text' ? part.text : `<${drawn(part.parts)}${part.lacks === null ? '' : ` no ${part.lacks}`}>`,
    )
    .join('')

describe('A text with square brackets', () => {
  const cases: readonly [name: string, text: string, cut: string][] = [
    ['has each as an object', 'a [b] c', 'a <b> c'],
    ['nests what is nested', 'a [b [c] d] e', 'a <b <c> d> e'],
    ['closes nothing that is not closed', 'a [b [c] d', 'a <b <c> d no closing>'],
    ['opens nothing that was not opened', 'a b] c', 'a b< no opening> c'],
    ['may have an empty one', 'a [] b', 'a <> b'],
    ['may have none', 'a b', 'a b'],
  ]
  for (const [name, text, cut] of cases)
    it(`${name} (T2)`, () => {
      assert.equal(drawn(cutAtBrackets(text)), cut)
      assert.equal(plainOf(cutAtBrackets(text)), text)
    })

  it('joins each bracket with that of the list', () => {
    const bracket = [...ix.brackets.values()][0] ?? assert.fail()
    const [, part = assert.fail()] = cutAtBrackets('Eau propre [et vivante]', [bracket])
    assert.equal(part.kind === 'bracket' && part.bracket, bracket)
    const [, other = assert.fail()] = cutAtBrackets('Eau propre [et claire]', [bracket, bracket])
    assert.equal(other.kind === 'bracket' && other.bracket, null, 'one of two is not guessed')
    assert.equal(oddityOf(bracket), null)
    assert.equal(oddityOf({ ...bracket, openedAtLine: null }), 'unopened')
    assert.equal(oddityOf({ ...bracket, closedAtLine: null }), 'unclosed')
    assert.equal(oddityOf({ ...bracket, text: { en: '[]' } }), 'empty')
  })
})

describe('The words of a text', () => {
  const cases: readonly [name: string, language: string, text: string, words: readonly string[]][] = [
    ['keep a period of years whole', 'en', 'plan for 2024-2027', ['plan', 'for', '2024-2027']],
    ['keep a code whole', 'en', 'code 17.8.1, 95% of it', ['code', '17.8.1', ',', '95%', 'of', 'it']],
    ['are found where none are parted', 'zh', '普遍覆盖', ['普遍', '覆盖']],
  ]
  for (const [name, language, text, words] of cases)
    it(name, () => {
      const tokens = tokensOf(text, language)
      assert.deepEqual(
        tokens.map(({ word }) => word),
        words,
      )
      assert.equal(tokens.map(({ word, space }) => word + space).join(''), text)
    })
})

describe('A plain element', () => {
  it('is of no address without its kind', () =>
    assert.throws(() => pathOf(ix, anElement('moon/1', 'moon')), /nobody declares/))
})
