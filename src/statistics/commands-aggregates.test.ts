import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { terminalOf } from '#platform/testing'
import { aContentFolder, aDbWith, anObservationFile, statisticsReader } from '#statistics/testing'
import { commands } from './commands.ts'

describe('Groups at the terminal', () => {
  const people = { series: 'PEOPLE', unit: 'PS' }
  const folder = aContentFolder([
    [
      'use.csv',
      '2025-05-01',
      anObservationFile([
        { value: '60' },
        { iso3: 'TON', value: '20' },
        { ...people, value: '900' },
        { ...people, iso3: 'TON', value: '100' },
      ]),
    ],
    ['world.csv', '2025-06-01', anObservationFile([{ iso3: 'LIST/W', value: '55' }])],
  ])
  const db = aDbWith(folder)

  const terminal = terminalOf(commands, '2026-11-26')
  const run = async (typed: string): Promise<string> => {
    const { status, lines } = await terminal(db, statisticsReader, typed)
    return [status, lines.join('\n')].join(' ')
  }

  const cases: readonly [name: string, typed: string, printed: RegExp][] = [
    [
      'statistics aggregate says the custodian’s figure first, and ours beside it',
      'statistics aggregate USE LIST/W',
      /^0 statistics\.aggregate\.lineTheirs 2020 55\.0 statistics\.aggregate\.label\.published 2 100 {2}56\.0$/,
    ],
    [
      'statistics aggregate says ours where nobody else has one',
      'statistics aggregate USE CLUB/A',
      /^0 statistics\.aggregate\.line 2020 60\.0 statistics\.aggregate\.label\.published 1 100 $/,
    ],
    [
      'statistics aggregate says the members it was computed with',
      'statistics aggregate USE CLUB/A --composed 2012-01-01 --json',
      /"members_on":"2012-01-01","value":56,/,
    ],
    [
      'statistics aggregate sums what is a sum',
      'statistics aggregate PEOPLE LIST/W --json',
      /"value":1000,"label":"pub/,
    ],
    [
      'statistics aggregate says why there is none',
      'statistics aggregate PRICE LIST/W',
      /^1 statistics\.noSuchBreakdown/,
    ],
    [
      'statistics aggregate names the nearest group',
      'statistics aggregate USE LIST/V',
      /^1 .*noSuchGroup LIST\/V LIST\/W$/,
    ],
    [
      'statistics aggregate needs a day, then or now',
      'statistics aggregate USE LIST/W --composed once',
      /^2 .*composed$/,
    ],
    [
      'statistics explain lists every member with what it adds',
      'statistics explain USE LIST/W --year 2020',
      /member FJI 60\.0 90\.00 54\.000\nstatistics\.explain\.member TON 20\.0 10\.00 2\.000$/,
    ],
    [
      'statistics explain gives away no value that was not observed',
      'statistics explain USE LIST/W --year 2021 --json',
      /^0 .*"pool":\{"kind":"none"/,
    ],
    ['statistics explain needs a year', 'statistics explain USE LIST/W', /^2 .*explain year$/],
    [
      'statistics recompute finds what is answered to be what comes from nothing',
      'statistics recompute --verify',
      /^0 statistics\.recompute\.line 4 2 2\nstatistics\.recompute\.same$/,
    ],
    ['statistics recompute counts', 'statistics recompute --json', /"figures":4,"verified":false,"differences":null/],
  ]
  for (const [name, typed, answer] of cases) it(name, async () => assert.match(await run(typed), answer))
})
