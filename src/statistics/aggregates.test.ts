import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import {
  type AskedCase,
  aDbWith,
  aFolder,
  casesAsContent,
  caseTables,
  differenceFrom,
  statistician,
} from '#statistics/testing'
import { aggregatesOf, explainOf, type GroupAsk } from './aggregates.ts'
import { loadRelease } from './deeds/load-release.ts'

const today = '2026-11-26'
const asOf = Day.trusted(today)
const { files, asked } = casesAsContent(caseTables())

describe('Figures of groups, asked of a database', () => {
  const folder = aFolder(files)
  const db = aDbWith(folder, today)

  const askOf = ({ series, group, year }: AskedCase): GroupAsk => ({
    selection: { series, breakdown: '' },
    group,
    years: [year],
  })
  const composedOf = ({ on }: AskedCase) => (on === null ? 'then' : Day.trusted(on))

  /** The answer in the words of the cases. */
  const answerOf = async (one: AskedCase) => {
    const found = await db.look(statistician, today, (look) =>
      explainOf(look.db, askOf(one), one.year, asOf, composedOf(one)),
    )
    assert.ok(found?.figure && found.explanation)
    const { ours, headline, difference, membersOn } = found.figure
    const { members } = found.explanation
    const name = (code: string): string => one.nameOf.get(code) ?? code
    const tierOf = (tier: string) => members.flatMap((own) => (own.tier === tier ? [name(own.code)] : []))
    const isEmpty = ours.shares === null
    const theirs = headline?.by === 'custodian' ? headline.observation : null
    const value =
      theirs?.value.kind === 'known'
        ? Number(theirs.value.value.decimal)
        : headline?.by === 'computed'
          ? headline.value
          : null
    return {
      value: ours.value,
      label: ours.label,
      reason: ours.reason,
      year: ours.year,
      members: ours.members,
      noWeight: ours.noWeight.map(name),
      membershipDate: one.on === null ? null : membersOn,
      shares: ours.shares,
      largeUnobserved: isEmpty ? null : ours.large.map(({ code, ...large }) => ({ code: name(code), ...large })),
      tiers: isEmpty
        ? null
        : Object.fromEntries(
            ['observed', 'interpolated', 'nowcast', 'donor', 'missing'].map((tier) => [tier, tierOf(tier)]),
          ),
      role: theirs === null ? 'headline' : 'reconstruction',
      headline: headline === null ? null : { by: headline.by, value },
      difference: difference ?? undefined,
      availableOnly: ours.availableOnly,
      exportable: Object.fromEntries(
        members.flatMap((own) => (own.tier === 'observed' ? [[name(own.code), own.value]] : [])),
      ),
    }
  }

  for (const one of asked)
    it(`${one.id}: ${one.title}`, async () => {
      // How a source is called is the plan's own; here the series and its weight have the names of the case.
      const { weightSource: _, published: __, headline, ...expected } = one.expected
      const { source: ___, ...head } = (headline ?? {}) as Readonly<Record<string, unknown>>
      assert.equal(
        differenceFrom(await answerOf(one), {
          ...expected,
          ...(headline === null ? { headline } : { headline: head }),
        }),
        null,
      )
    })

  it('come for a list of asks in its order, and null for a group that is none', async () => {
    const asks = [...asked.map(askOf), { selection: { series: 'REAL', breakdown: '' }, group: 'REAL/NOBODY' }]
    const lines = await db.look(statistician, today, (look) => aggregatesOf(look.db, asks, asOf, 'then'))
    assert.deepEqual(
      lines.map((line) => line?.group ?? null),
      [...asked.map(({ group }) => group), null],
    )
  })

  it('are of one membership when a line is asked for, and of each year’s own otherwise', async () => {
    const ask = { selection: { series: 'REAL', breakdown: '' }, group: 'REAL/LDC', years: [2012, 2022] }
    const members = async (composed: 'then' | 'now') =>
      (await db.look(statistician, today, (look) => aggregatesOf(look.db, [ask], asOf, composed)))[0]?.figures.map(
        ({ ours, membersOn }) => `${ours.members} ${membersOn}`,
      )
    assert.deepEqual(await members('then'), ['48 2012-07-01', '46 2022-07-01'])
    assert.deepEqual(await members('now'), ['41 2026-11-26', '41 2026-11-26'])
  })

  it('without years are of all that anybody has a figure for', async () => {
    const ask = { selection: { series: 'hand-65', breakdown: '' }, group: 'CASES/hand-65' }
    const [line] = await db.look(statistician, today, (look) => aggregatesOf(look.db, [ask], asOf, 'then'))
    assert.deepEqual(
      line?.figures.map(({ year, ours }) => [year, ours.value]),
      [[2023, 65]],
    )
  })

  it('are right at the next question after a value changed, and what was said before stays so for the days before', async () => {
    const ask = { selection: { series: 'custodian', breakdown: '' }, group: 'CASES/custodian', years: [2023] }
    const other = { selection: { series: 'hand-65', breakdown: '' }, group: 'CASES/hand-65', years: [2023] }
    const on = async (day: string) =>
      (await db.look(statistician, today, (look) => aggregatesOf(look.db, [ask, other], Day.trusted(day), 'then'))).map(
        (line) => line?.figures[0]?.ours.value,
      )
    const [before, beside] = await on(today)
    const own =
      asked
        .find(({ id }) => id === 'custodian')
        ?.nameOf.keys()
        .next().value ?? ''
    const file = folder.put(
      'edit.csv',
      `series,iso3,year,value,unit,source,vintage\ncustodian,${own},2023,60,PT,Case,2026-02-01\n`,
    )
    const loaded = await db.work(statistician, today, (work) =>
      loadRelease(work, {
        file,
        knownOn: Day.trusted('2026-02-01'),
        reason: '',
        basis: null,
        credit: null,
        via: null,
        caveat: null,
      }),
    )
    assert.equal(loaded.kind, 'done')
    assert.deepEqual(await on(today), [68, beside])
    assert.deepEqual(await on('2026-01-31'), [before, beside])
    assert.equal(before, 62)
  })
})
