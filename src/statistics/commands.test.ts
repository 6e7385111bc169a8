import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import type { Actor } from '#kernel'
import { terminalOf } from '#platform/testing'
import {
  aContentFolder,
  aDbWith,
  anObservationFile,
  someReference,
  statistician,
  statisticsReader,
} from '#statistics/testing'
import { commands } from './commands.ts'

describe('At the terminal', () => {
  const folder = aContentFolder([], someReference, {
    'use.csv': anObservationFile([{}, { iso3: 'TON', year: '2022', value: '>95' }]),
    'bad.csv': anObservationFile([{ iso3: 'FIJ' }]),
  })
  const db = aDbWith(folder)

  const terminal = terminalOf(commands, '2026-11-26')
  const run = async (by: Actor, typed: string): Promise<string> => {
    const { status, lines } = await terminal(db, by, typed.replaceAll('@', `${folder.path}/`))
    return [status, lines.join('\n')].join(' ').replaceAll(folder.path, '@')
  }

  const cases: readonly [name: string, by: Actor, typed: string, printed: RegExp][] = [
    ['statistics series says what there is none of', statisticsReader, 'statistics series', /series\.empty USE Use$/],
    ['statistics load is for statisticians', statisticsReader, 'statistics load @use.csv', /^1 ui\.notAllowed/],
    [
      'statistics load needs a file',
      statistician,
      'statistics load',
      /^2 ui\.argumentNotUnderstood statistics load file/,
    ],
    [
      'statistics load needs a day that is one',
      statistician,
      'statistics load @use.csv --known-on May',
      /^2 .*known-on/,
    ],
    [
      'statistics load refuses, with every fault',
      statistician,
      'statistics load @bad.csv',
      /^1 statistics\.fileRefused/,
    ],
    [
      'statistics load loads',
      statistician,
      'statistics load @use.csv --known-on 2025-05-01 --reason yearly',
      /^0 statistics\.load\.line 2 SURVEY 1\nstatistics\.load\.counts 0 1 0$/,
    ],
    [
      'statistics load says when there is nothing new, to programs too',
      statistician,
      'statistics load @use.csv --json',
      /^0 \{"kind":"nothing-new","release":1,.*"knownOn":"2025-05-01","observations":2/,
    ],
    [
      'statistics series says it as JSON',
      statisticsReader,
      'statistics series --json',
      /\{"series":"USE","dataset":"SURVEY","unit":"PT","name":"Use","releases":1,"rows":2,"firstYear":2020,"lastYear":2022\}/,
    ],
  ]
  for (const [name, by, typed, answer] of cases) it(name, async () => assert.match(await run(by, typed), answer))
})
