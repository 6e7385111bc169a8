import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access'
import { sql, text as textIn, truth, verified } from '#platform'
import { testDb } from '#platform/testing'
import { cast, staged, ways } from './demonstrating.ts'
import { featureList } from './opened.ts'
import { aDemonstration, today } from './testing/demonstrated.ts'
import { filledFrom, servedOn } from './testing/served.ts'

describe('The demonstration', () => {
  const { db, database, text } = aDemonstration()

  it('plays its years through the deeds of the features, and leaves a trail that is whole', async () => {
    const trail = await db().look(operatorActor, today, (look) => verified(look.db))
    assert.equal(trail.broken, null)
    const players = featureList.filter(({ demo }) => demo !== undefined)
    assert.ok(trail.entries >= 2 + 50 * players.length, String(trail.entries))
  })

  it('leaves in the trail of every deed what it was about, and on which day it was played', async () => {
    const told = await db().look(operatorActor, today, (look) =>
      look.db.all(
        sql`-- app.testTrail
          select event, facts ? 'on' and (select count(*) from jsonb_object_keys(facts)) > 1 as is_told from platform.event`,
        (row) => [textIn(row, 'event'), truth(row, 'is_told')] as const,
      ),
    )
    const empty = told.filter(([event, isTold]) => !isTold && event !== 'app.demonstrated')
    assert.deepEqual(empty, [])
  })

  it('is played once', async () => {
    const before = await db().look(operatorActor, today, (look) => verified(look.db))
    await staged(database())
    assert.deepEqual(await db().look(operatorActor, today, (look) => verified(look.db)), before)
  })

  it('has a way in for everybody, which works once', async () => {
    const all = await ways(database())
    assert.deepEqual(
      all.map(({ name }) => name),
      cast.map(({ name }) => name),
    )
    for (const { path, name } of all.slice(0, 2)) assert.match(await text(`/en${path}`), new RegExp(name))
  })

  const pages = ['/', '/editions/2028-2031/targets/2.2', '/compare/2024-2027/2028-2031', '/series', '/nowhere']
  for (const path of pages)
    for (const [language, words] of [
      ['en', 'does not exist'],
      ['ar', 'لا وجود'],
    ] as const)
      it(`says that the organization is invented: ${language} ${path}`, async () =>
        assert.ok((await text(`/${language}${path}`)).includes(words)))

  it('says in words which right is missing, and nothing of what is behind it', async () => {
    const page = await text('/en/admin/people')
    assert.match(page, /“Invite, change and deactivate people”/)
    assert.doesNotMatch(page, /access\.people|Ada Quay/)
  })

  it('is marked nowhere else', async () => {
    const shipped = await testDb()
    await filledFrom(shipped, 'content/itu', today, () => false)
    const asked = await servedOn(shipped, today)
    assert.doesNotMatch(await (await asked('/en/')).text(), /does not exist/)
    assert.equal((await shipped.look(publicActor, today, (look) => verified(look.db))).broken, null)
    await shipped.close()
  })
})
