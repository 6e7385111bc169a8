import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import {
  type Asked,
  type Exploring,
  exploringAddress,
  exploringFrom,
  exploringOf,
  fitting,
  type Meanings,
} from './exploring.ts'

const named: Readonly<Record<string, readonly string[]>> = {
  kenya: ['KEN'],
  ken: ['KEN'],
  ind: ['IND'],
  'lists/world': ['LISTS/WORLD'],
  everybody: ['LISTS/WORLD'],
  'clubs/a': ['CLUBS/A'],
  'club a': ['CLUBS/A'],
  'korea, republic of': ['KOR'],
  guinea: ['GIN', 'GNB'],
}
const meanings: Meanings = {
  series: (text) => ({ exact: text === 'USE' || text === 'PRICE', codes: [text === 'PRICE' ? 'PRICE' : 'USE'] }),
  area: (text) => {
    const codes = named[text.toLowerCase()]
    return codes === undefined ? { exact: false, codes: ['KEN'] } : { exact: true, codes }
  },
}
const read = (asked: Asked) => exploringFrom(asked, meanings, (group) => group === 'LISTS/WORLD')
const use = exploringOf('USE', [])

describe('An address of the explorer', () => {
  const understood: readonly [name: string, asked: Asked, exploring: Partial<Exploring>][] = [
    [
      'has series and areas as lists',
      { series: 'USE,PRICE', area: 'KEN,IND' },
      { series: ['USE', 'PRICE'], areas: ['KEN', 'IND'] },
    ],
    ['takes a name for a code', { series: 'USE', area: 'Kenya' }, { areas: ['KEN'] }],
    ['names nobody twice', { series: 'USE', area: 'KEN,Kenya' }, { areas: ['KEN'] }],
    ['leaves a comma in a name', { series: 'USE', area: 'Korea, Republic of' }, { areas: ['KOR'] }],
    ['takes a group for its members', { series: 'USE', group: 'CLUBS/A' }, { groups: ['CLUBS/A'] }],
    ['takes a group among areas for one figure', { series: 'USE', area: 'CLUBS/A' }, { areas: ['CLUBS/A'] }],
    [
      'adds what is typed, a group as its members',
      { series: 'USE', add: 'Kenya; Club A' },
      { areas: ['KEN'], groups: ['CLUBS/A'] },
    ],
    ['adds a world that is typed as one figure', { series: 'USE', add: 'everybody' }, { areas: ['LISTS/WORLD'] }],
    [
      'keeps a breakdown of several dimensions whole',
      { series: 'USE', breakdown: 'AGE=_T;SEX=F,AGE=_T;SEX=M' },
      { breakdowns: ['AGE=_T;SEX=F', 'AGE=_T;SEX=M'] },
    ],
    [
      'has years, a view, rows and an order',
      { series: 'USE', from: '2010', to: '2020', view: 'map', rows: 'year', sort: '-2020' },
      { from: 2010, to: 2020, view: 'map', rows: 'year', sort: '-2020' },
    ],
  ]
  for (const [name, asked, exploring] of understood)
    it(name, () => {
      const { misread, ...found } = read(asked)
      assert.deepEqual(misread, [])
      assert.deepEqual(found.exploring, { ...use, ...exploring })
    })

  const strange: readonly [name: string, asked: Asked, parameter: string, instead: readonly string[]][] = [
    ['says which series it does not know, with the nearest', { series: 'USE,UZE' }, 'series', ['USE']],
    ['says which area it does not know, with the nearest', { series: 'USE', area: 'KEM' }, 'area', ['KEN']],
    ['offers all that a name may mean', { series: 'USE', add: 'Guinea' }, 'add', ['GIN', 'GNB']],
    ['says which year is none', { series: 'USE', from: 'soon' }, 'from', ['']],
    ['says which view is none', { series: 'USE', view: 'pie' }, 'view', ['']],
    ['says which rows are none', { series: 'USE', rows: 'colour' }, 'rows', ['']],
    ['says which order is none', { series: 'USE', sort: 'colour' }, 'sort', ['']],
  ]
  for (const [name, asked, parameter, instead] of strange)
    it(`${name}, and keeps the rest`, () => {
      const { misread, exploring } = read(asked)
      assert.deepEqual(exploring, use)
      assert.deepEqual(
        misread.map((one) => [one.facts['parameter'], one.instead.map(({ code }) => code)]),
        [[parameter, instead]],
      )
    })

  it('turns years that are asked for the wrong way round, and says so', () => {
    const { exploring, misread } = read({ series: 'USE', from: '2020', to: '2010' })
    assert.deepEqual([exploring.from, exploring.to], [2010, 2020])
    assert.deepEqual(
      misread.map(({ code }) => code),
      ['statistics.explore.yearsTurned'],
    )
  })

  it('is another when something was typed and understood', () => {
    assert.equal(read({ series: 'USE', add: 'Kenya' }).typed, true)
    assert.equal(read({ series: 'USE', add: 'Kenya, nobody' }).typed, false)
    assert.equal(read({ series: 'USE', area: 'KEN' }).typed, false)
  })

  it('says all and nothing but what differs, in letters that people read', () => {
    assert.equal(exploringAddress(use), '/series?series=USE')
    const { exploring } = read({ series: 'USE,PRICE', area: 'KEN', group: 'CLUBS/A', breakdown: 'SEX=F', view: 'line' })
    assert.equal(
      exploringAddress(exploring),
      '/series?series=USE,PRICE&area=KEN&group=CLUBS/A&breakdown=SEX%3DF&view=line',
    )
    assert.deepEqual(
      read(Object.fromEntries(new URLSearchParams(exploringAddress(exploring).split('?')[1]))).exploring,
      exploring,
    )
  })
})

describe('What fits on a page', () => {
  const codes = Array.from({ length: 30_000 }, (_, at) => `A${at}`)
  const years = Array.from({ length: 50 }, (_, at) => 1975 + at)
  const cases: readonly [
    name: string,
    lines: number,
    areas: number,
    years: number,
    shownAreas: number,
    shownYears: number,
  ][] = [
    ['is everything up to 20,000 cells', 2, 200, 50, 200, 50],
    ['is the last years of more', 5, 200, 50, 200, 20],
    ['is the first areas where one year is too much', 1, 30_000, 50, 20_000, 1],
    ['is nothing of nothing', 0, 0, 0, 0, 0],
  ]
  for (const [name, lines, areas, count, shownAreas, shownYears] of cases)
    it(name, () => {
      const shown = fitting(lines, codes.slice(0, areas), years.slice(50 - count))
      assert.deepEqual([shown.areas.length, shown.years.length], [shownAreas, shownYears])
      assert.equal(shown.years.at(-1), count === 0 ? undefined : 2024)
    })
})
