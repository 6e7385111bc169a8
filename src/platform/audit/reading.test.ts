import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { PersonId } from '#kernel'
import { anActor } from '#kernel/testing'
import {
  addEvent,
  headFrom,
  headStands,
  lastOf,
  searchTrail,
  streamTrail,
  type TrailQuestion,
  trailEntry,
  trailEvents,
  trailHead,
  trailLines,
  verified,
  wholeTrail,
} from '#platform'
import { type TestDb, testDb } from '#platform/testing'

const today = '2026-11-26'
const ada = anActor({ kind: 'everywhere' })
const told = 'a “quoted”\nline, \u00e9, \u4e2d, \\ and \t'

describe('The audit trail, read', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
    const events = [
      {
        person: 'ada',
        event: 'shelves.bookMoved',
        unit: 'north',
        reason: 'a leak',
        before: { at: 1 },
        after: { at: 2 },
      },
      { person: 'ben', event: 'shelves.bookAdded', unit: null, reason: null, facts: { title: '100% Wool_' } },
      { person: 'ada', event: 'shelves.bookMoved', unit: 'south', reason: told, before: { at: 2 }, after: { at: 3 } },
      { person: 'ada', event: 'shelves.bookLost', unit: 'north', reason: null, before: { at: 3 }, after: null },
    ]
    for (const { person, ...one } of events)
      await db.work(ada, today, async (work) =>
        addEvent(work.db, { facts: {}, way: 'page', ...one, person: PersonId.trusted(person) }),
      )
  })
  afterAll(() => db.close())

  const numbers = (question: Partial<TrailQuestion>, below: string | null = null, most = 50) =>
    db.look(ada, today, async (look) =>
      (await searchTrail(look.db, { ...wholeTrail, ...question }, below, most)).map(({ n }) => n),
    )

  const cases: readonly [name: string, question: Partial<TrailQuestion>, found: readonly string[]][] = [
    ['is all of it, the latest first', {}, ['4', '3', '2', '1']],
    ['is what these people did', { people: ['ben', 'eve'] }, ['2']],
    ['is nothing for nobody', { people: [] }, []],
    ['is what was done', { event: 'shelves.bookMoved' }, ['3', '1']],
    ['is what a unit did', { unit: 'north' }, ['4', '1']],
    ['is what was done in these days', { from: '2000-01-01', to: '2999-12-31' }, ['4', '3', '2', '1']],
    ['is nothing from before there was any', { to: '2000-01-01' }, []],
    ['is what says these words, in any case and order', { words: 'LEAK a' }, ['1']],
    ['finds signs of patterns as signs', { words: '100% wool_' }, ['2']],
    ['does not take a sign for any letter', { words: '1_0%' }, []],
    ['is all of what is asked', { unit: 'north', event: 'shelves.bookMoved', words: 'leak' }, ['1']],
  ]
  for (const [name, question, found] of cases)
    it(name, async () => {
      assert.deepEqual(await numbers(question), found)
      // The same question, asked for a file, finds the same, the first one first.
      const streamed = await db.look(ada, today, async (look) => {
        const all: string[] = []
        for await (const rows of streamTrail(look.db, { ...wholeTrail, ...question }))
          all.push(...rows.map(([n]) => n ?? ''))
        return all
      })
      assert.deepEqual(streamed, found.toReversed())
    })

  it('goes on below a number', async () => {
    assert.deepEqual(await numbers({}, null, 2), ['4', '3'])
    assert.deepEqual(await numbers({}, '3', 2), ['2', '1'])
  })

  it('is one deed with everything that was told', () =>
    db.look(ada, today, async ({ db: reading }) => {
      const entry = await trailEntry(reading, '3')
      assert.deepEqual(
        [entry?.person, entry?.event, entry?.unit, entry?.reason, entry?.before, entry?.after],
        ['ada', 'shelves.bookMoved', 'south', told, { at: 2 }, { at: 3 }],
      )
      assert.equal(await trailEntry(reading, '99'), null)
      assert.equal((await lastOf(reading, 'shelves.bookMoved'))?.n, '3')
      assert.equal(await lastOf(reading, 'shelves.never'), null)
      assert.deepEqual(await trailEvents(reading), ['shelves.bookAdded', 'shelves.bookLost', 'shelves.bookMoved'])
    }))

  it('leaves as lines that anybody can check with SHA-256 alone', async () => {
    const lines = await db.look(ada, today, async (look) => {
      let written = ''
      for await (const some of trailLines(look.db)) written += some
      return written.trimEnd().split('\n')
    })
    const [first = '', ...rest] = lines
    assert.deepEqual((JSON.parse(first) as { is: string }).is, 'meridian-trail/1')
    let previous = ''
    for (const line of rest) {
      const one = JSON.parse(line) as { n: number; text: string; previous: string; digest: string }
      assert.equal(one.previous, previous)
      assert.equal(createHash('sha256').update(Buffer.from(previous, 'hex')).update(one.text).digest('hex'), one.digest)
      assert.equal((JSON.parse(one.text) as readonly unknown[])[0], one.n)
      previous = one.digest
    }
    assert.equal(rest.length, 4)
    assert.equal((JSON.parse(JSON.parse(rest[2] ?? '').text) as readonly unknown[])[5], told)
  })

  it('is held against a place that was noted elsewhere', () =>
    db.look(ada, today, async ({ db: reading }) => {
      const head = await trailHead(reading)
      assert.ok(head !== null)
      assert.deepEqual(headFrom(` ${head.n}:${head.digest.toUpperCase()}\n`), head)
      assert.equal(await headStands(reading, head), 'stands')
      assert.equal(await headStands(reading, { n: '5', digest: head.digest }), 'short')
      assert.equal(await headStands(reading, { n: '2', digest: head.digest }), 'other')
      for (const none of ['', '4', `0:${head.digest}`, `4:${head.digest}0`, `4:${head.digest.slice(1)}g`, '4:'])
        assert.equal(headFrom(none), null, none)
    }))

  it('that was cut short is whole by itself, and not what was noted', async () => {
    const head = await db.look(ada, today, (look) => trailHead(look.db))
    assert.ok(head !== null)
    await db.given('delete from platform.event where n = 4')
    const [chain, stands] = await db.look(ada, today, async (look) => [
      await verified(look.db),
      await headStands(look.db, head),
    ])
    assert.deepEqual([chain.broken, chain.entries, stands], [null, 3, 'short'])
  })
})
