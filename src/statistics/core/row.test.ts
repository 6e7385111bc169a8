import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import type { Fault } from '#kernel'
import { anObservationFile, someRules } from '#statistics/testing'
import { rowReader } from './row.ts'
import { headerOf } from './tidy.ts'

/** Reads rows written without commas in their cells, as a file would be. */
const readingOf = (...rows: readonly Readonly<Record<string, string>>[]) => {
  const [head = '', ...lines] = anObservationFile(rows).trimEnd().split('\n')
  const header = headerOf(head.split(','), ['sex', 'breakdown'], 'rows.csv')
  assert.ok(!Array.isArray(header))
  const reader = rowReader(someRules(), header, 'rows.csv')
  return lines.map((line, at) => reader.read(line.split(','), at + 2))
}
const isFaults = (reading: ReturnType<typeof readingOf>[number]): reading is readonly Fault[] => Array.isArray(reading)

/** What is wrong with the last of these rows: column, code and facts. */
const wrongWith = (...rows: readonly Readonly<Record<string, string>>[]): readonly string[] => {
  const reading = readingOf(...rows).at(-1)
  assert.ok(reading !== undefined)
  return isFaults(reading)
    ? reading.map(({ code, facts, at }) =>
        [at.column ?? `line ${at.line}`, code.replace('statistics.fault.', ''), ...Object.values(facts)].join(' '),
      )
    : []
}

describe('A row', () => {
  it('becomes an observation, its value as published', () => {
    const [reading] = readingOf({ value: '.50', sex: 'F', breakdown: 'MAIL', nature: 'E', note: 'Aged 16-74.' })
    assert.deepEqual(reading, {
      series: 'USE',
      breakdown: 'SEX=F;SKILL=MAIL',
      area: 'FJI',
      year: 2020,
      value: { kind: 'known', value: { decimal: '.50', bound: null } },
      published: '.50',
      unit: 'PT',
      nature: 'E',
      status: null,
      note: 'Aged 16-74.',
      source: 'Census office',
      flag: null,
    })
  })

  it('may be about a group for which somebody published a figure', () => {
    const [reading] = readingOf({ iso3: 'LIST/W' })
    assert.ok(reading !== undefined && !isFaults(reading))
    assert.equal(reading.area, 'LIST/W')
  })

  const flags: readonly [name: string, value: string, flag: string | null][] = [
    ['above the plausible range is flagged and kept', '271.329044', 'outside-range'],
    ['below the plausible range is flagged and kept', '-0.5', 'outside-range'],
    ['at the end of the plausible range is not flagged', '100', null],
    ['at the beginning of it neither', '0', null],
    ['that is missing is not flagged', '..', null],
  ]
  for (const [name, value, flag] of flags) {
    it(name, () => {
      const [reading] = readingOf({ value })
      assert.ok(reading !== undefined && !isFaults(reading))
      assert.equal(reading.flag, flag)
      assert.equal(reading.published, value)
    })
  }

  it('takes a reason from its own column', () => {
    const [reading] = readingOf({ value: '', missing: 'withheld' })
    assert.ok(reading !== undefined && !isFaults(reading))
    assert.deepEqual(reading.value, { kind: 'missing', reason: 'withheld' })
  })

  it('takes the reason of that column before the sign in its cell', () => {
    const [reading] = readingOf({ value: '..', missing: 'withheld' })
    assert.ok(reading !== undefined && !isFaults(reading))
    assert.deepEqual(reading.value, { kind: 'missing', reason: 'withheld' })
  })

  const refusals: readonly [name: string, row: Readonly<Record<string, string>>, ...wrong: string[]][] = [
    ['of an unknown series is refused with the nearest', { series: 'USES' }, 'series noSuchSeries USES USE'],
    ['of an unknown economy is refused with the nearest', { iso3: 'FIJ' }, 'iso3 noSuchArea FIJ FJI'],
    ['that names an economy is refused with its code', { iso3: 'Fidji ' }, 'iso3 noSuchArea Fidji  FJI'],
    ['with NA for Namibia is not taken for a missing one', { iso3: 'NA' }, 'iso3 noSuchArea NA NAM'],
    ['that lost the zeros of its M49 code keeps its economy', { iso3: 'ALB', m49: '8' }],
    ['of a group may have an M49 code, which the group has not', { iso3: 'LIST/W', m49: '1' }],
    ['of the first year that can be is taken', { year: '1800' }],
    ['of the last year that can be is taken', { year: '2200' }],
    ['of a year before that is refused', { year: '1799' }, 'year noYear 1799 1800 2200'],
    ['of a year after that is refused', { year: '2201' }, 'year noYear 2201 1800 2200'],
    ['with two economies is refused, both named', { m49: '776' }, 'm49 twoAreas FJI 776 242'],
    ['without a year is refused', { year: '' }, 'year noYear  1800 2200'],
    ['of a quarter is refused', { year: '2020-Q1' }, 'year noYear 2020-Q1 1800 2200'],
    ['in another unit is refused, both named', { unit: 'PS' }, 'unit otherUnit PS USE PT'],
    ['without a unit is refused', { unit: '' }, 'unit otherUnit  USE PT'],
    ['without a source is refused', { source: ' ' }, 'source noSource'],
    ['with an unknown code is refused with the nearest', { sex: 'f' }, 'sex unknownCode sex f F'],
    ['with an unknown nature is refused with the nearest', { nature: 'X' }, 'nature unknownCode nature X C'],
    ['without value and reason is refused', { value: '' }, 'value emptyValue FJI 2020'],
    ['with a word for a value is refused', { value: 'high' }, 'value noNumber high'],
    [
      'with a value and a reason for none is refused',
      { value: '3', missing: 'withheld' },
      'missing valueAndReason 3 withheld',
    ],
    [
      'with a reason that is none is refused with the nearest',
      { value: '', missing: 'witheld' },
      'missing unknownCode missing witheld withheld',
      'value emptyValue FJI 2020',
    ],
    [
      'with a dimension that its series does not have is refused',
      { series: 'PEOPLE', unit: 'PS', breakdown: 'MAIL' },
      'breakdown noDimension breakdown MAIL PEOPLE',
    ],
    ['with a character that is no text is refused', { note: 'a\0b' }, 'note noText'],
    [
      'with several faults lists each of them',
      { iso3: 'XXX', value: '', unit: 'KG' },
      'iso3 noSuchArea XXX FJI',
      'value emptyValue XXX 2020',
      'unit otherUnit KG USE PT',
    ],
  ]
  for (const [name, row, ...wrong] of refusals) it(name, () => assert.deepEqual(wrongWith(row), wrong))

  it('that is there twice is refused, with both lines', () => {
    assert.deepEqual(wrongWith({ value: '1' }, { iso3: 'TON' }, { value: '2' }), ['line 4 twice 2 4 USE FJI 2020'])
  })

  it('that is there a third time is refused with the line of the first', () =>
    assert.deepEqual(wrongWith({}, {}, {}), ['line 4 twice 2 4 USE FJI 2020']))

  it('of the same year and economy is another one for another sex', () => {
    assert.deepEqual(wrongWith({ sex: 'F' }, { sex: 'M' }), [])
  })

  it('of another data set than the rows before is refused, both named', () => {
    assert.deepEqual(wrongWith({}, { series: 'PRICE', unit: 'USD' }), ['series otherDataset PRICE MARKET SURVEY'])
  })

  it('of another vintage than the rows before is refused, both named', () => {
    assert.deepEqual(wrongWith({ vintage: '2024' }, { iso3: 'TON', vintage: '2025' }), [
      'vintage otherVintage 2025 2024',
    ])
  })

  it('with a cell too many is refused', () => {
    const header = headerOf(anObservationFile([]).trimEnd().split(','), ['sex', 'breakdown'], 'rows.csv')
    assert.ok(!Array.isArray(header))
    const faults = rowReader(someRules(), header, 'rows.csv').read(
      'USE,FJI,,2020,_T,,5,PT,,,Office,,more'.split(','),
      2,
    )
    assert.ok(isFaults(faults as never))
    assert.deepEqual((faults as readonly Fault[])[0]?.facts, { cells: 13, columns: 12 })
  })
})

describe('The first line of a file', () => {
  const cases: readonly [name: string, columns: string, ...wrong: string[]][] = [
    ['may leave out what need not be there', 'series,iso3,year,value,unit,source'],
    ['must name what is needed', 'series,iso3,year,value', '1 unit noColumn unit', '1 source noColumn source'],
    ['names no column that is not known', 'series,iso3,year,value,unit,source,natur', '1 7 unknownColumn natur nature'],
    ['names no column twice', 'series,iso3,year,value,unit,source,value', '1 7 columnTwice value'],
  ]
  for (const [name, columns, ...wrong] of cases) {
    it(name, () => {
      const header = headerOf(columns.split(','), ['sex', 'breakdown'], 'rows.csv')
      const found = Array.isArray(header)
        ? header.map(({ at, code, facts }) =>
            [at.line, at.column, code.replace('statistics.fault.', ''), ...Object.values(facts)].join(' '),
          )
        : []
      assert.deepEqual(found, wrong)
    })
  }
})
