import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { access } from '#access'
import { operatorActor, publicActor } from '#access/core'
import { aHouse, aUnit, lettersIn, signedIn, somebody, type TestHouse, today, type Visitor } from '#access/testing'
import { type TestDb, terminalOf, testDb } from '#platform/testing'
import { declareUnits } from './deeds.ts'

const reason = 'as the Council asked'
const linkIn = (path: string): string => new URL(path, 'http://localhost').searchParams.get('link') ?? ''

describe('An administrator', () => {
  let db: TestDb
  let house: TestHouse
  let root: Visitor
  let rootId = ''
  beforeAll(async () => {
    db = await testDb()
    house = await aHouse(db, [access])
    await db.work(operatorActor, today, (work) => declareUnits(work, [aUnit('water'), aUnit('roads')]))
    const person = await somebody(db, 'Root', [{ role: 'administrator', scope: { kind: 'everywhere' } }])
    rootId = person.id
    root = await signedIn(db, house, person)
  })
  afterAll(() => db.close())
  const events = async () => {
    const { rows } = (await db.given(
      `select event, person, facts, reason, before, after from platform.event order by n desc limit 1`,
    )) as {
      rows: { event: string; person: string; facts: unknown; reason: string | null; before: unknown; after: unknown }[]
    }
    return rows[0] ?? assert.fail()
  }

  it('GET /admin/people/new says what whoever is invited gets', async () => {
    assert.match((await root.get('/en/admin/people/new')).text, /access\.people\.inviteLede/)
  })

  it('POST /admin/people/new lets an administrator invite somebody, who gets a letter and never a password', async () => {
    const answer = await root.post('/en/admin/people/new', { name: 'Ben', email: 'Ben@Water.example', language: 'ar' })
    assert.match(answer.location, /^\/en\/admin\/people\/[0-9a-f-]{36}\?done=invited$/)
    const letter = (await lettersIn(db)).at(-1)
    assert.deepEqual([letter?.to, letter?.kind, letter?.language], ['ben@water.example', 'invitation', 'ar'])
    const page = await root.get(answer.location)
    assert.match(page.text, /access\.people\.isInvited/)
    assert.ok(!page.text.includes(linkIn(letter?.path ?? '')), 'nobody else sees the link')
    const ben = house.visitor()
    assert.match((await ben.get(`/en${letter?.path}`)).text, /access\.link\.welcome/)
    assert.equal(
      (await ben.post('/en/sign-in/link', { link: linkIn(letter?.path ?? '') })).location,
      '/en/account/password',
    )
    assert.match((await root.get(answer.location)).text, /access\.people\.isThere/)
    assert.equal((await ben.post('/en/sign-in/link', { link: linkIn(letter?.path ?? '') })).status, 422)
  })

  it('is told of every field that is wrong, and of an address that somebody has', async () => {
    const answer = await root.post('/en/admin/people/new', { name: '<b>', email: 'ben', language: 'en' })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /access\.notAName.*access\.notAnAddress/s)
    assert.match(
      (await root.post('/en/admin/people/new', { name: 'B', email: 'ben@water.example', language: 'en' })).text,
      /access\.addressTaken Ben/,
    )
  })

  it('GET /admin/people lists everybody with their roles and what state they are in', async () => {
    const { text } = await root.get('/en/admin/people')
    assert.match(text, /Root.*access\.role\.heldEverywhere access\.role\.administrator/s)
    assert.match(text, /access\.people\.lede 2/)
  })

  it('POST /admin/people/:person changes name and address, which is proven anew', async () => {
    const cai = await somebody(db, 'Cai')
    const at = `/en/admin/people/${cai.id}`
    await signedIn(db, house, cai)
    assert.match((await root.get(at)).text, /access\.people\.isThere/)
    await root.post(at, { name: 'Caius', email: 'caius@water.example', language: 'fr' })
    assert.match((await root.get(at)).text, /Caius.*access\.people\.isInvited/s)
    const { before, after, facts } = await events()
    assert.deepEqual(facts, { person: cai.id, addressChanged: true })
    assert.deepEqual(
      [before, after],
      [
        { name: 'Cai', language: 'en', isClosed: false },
        { name: 'Caius', language: 'fr', isClosed: false },
      ],
    )
  })

  it('POST /admin/people/:person/roles gives a role for what it can be held for, and only once', async () => {
    const dee = await somebody(db, 'Dee')
    const at = `/en/admin/people/${dee.id}`
    const refusals: readonly [fields: Record<string, string>, words: RegExp][] = [
      [{ role: 'king', scope: '' }, /access\.noSuchRole king/],
      [{ role: 'risk-officer', scope: 'sea' }, /access\.noSuchUnit sea/],
      [{ role: 'statistician', scope: 'water' }, /access\.roleEverywhere/],
      [{ role: 'delegate', scope: '' }, /access\.roleNeedsEconomy/],
      [{ role: 'delegate', economy: 'KE' }, /access\.roleNeedsEconomy/],
    ]
    for (const [fields, words] of refusals) {
      const answer = await root.post(`${at}/roles`, { ...fields, form: 'give' })
      assert.equal(answer.status, 422)
      assert.match(answer.text, words)
    }
    assert.equal((await root.post(`${at}/roles`, { role: 'risk-officer', scope: 'water', form: 'give' })).status, 303)
    assert.equal(
      (await root.post(`${at}/roles`, { role: 'delegate', scope: '', economy: 'ken', form: 'give' })).status,
      303,
    )
    assert.match(
      (await root.post(`${at}/roles`, { role: 'risk-officer', scope: 'water', form: 'give' })).text,
      /access\.roleHeld Dee/,
    )
    const page = await root.get(at)
    assert.match(page.text, /access\.role\.heldFor access\.role\.riskOfficer water/)
    assert.match(page.text, /access\.role\.heldFor access\.role\.delegate KEN/)
    assert.equal(
      (
        await root.post(`${at}/roles/take`, {
          role: 'risk-officer',
          scope: 'water',
          reason: 'another task',
        })
      ).status,
      303,
    )
    assert.deepEqual((await events()).before, { role: 'risk-officer', scope: 'unit', code: 'water' })
    assert.match(
      (
        await root.post(`${at}/roles/take`, {
          role: 'risk-officer',
          scope: 'water',
          reason: 'another task',
        })
      ).text,
      /access\.roleNotHeld/,
    )
  })

  it('POST /admin/people/:person/close deactivates, and history keeps who it was', async () => {
    const eli = await somebody(db, 'Eli', [{ role: 'planner', scope: { kind: 'everywhere' } }])
    const at = `/en/admin/people/${eli.id}`
    assert.match((await root.post(`${at}/reopen`, { form: 'reopen', reason })).text, /access\.isThere Eli/)
    const silent = await root.post(`${at}/close`, { form: 'close', reason: ' ' })
    assert.equal(silent.status, 422)
    assert.match(silent.text, /id="close-reason-fault"/)
    assert.equal((await root.post(`${at}/close`, { form: 'close', reason })).location, `${at}?done=closed`)
    assert.equal((await events()).reason, reason)
    assert.match((await root.get(at)).text, /access\.people\.hasLeft/)
    assert.match((await root.post(`${at}/close`, { form: 'close', reason })).text, /access\.hasLeft Eli/)
    assert.match((await root.post(`${at}/reset`, { form: 'reset', reason })).text, /access\.hasLeft Eli/)
    assert.equal((await root.post(`${at}/reopen`, { form: 'reopen', reason })).status, 303)
    assert.match((await root.get(at)).text, /access\.role\.planner/)
    const { rows } = (await db.given(
      `select count(*)::int as states from access.person_state where person = '${eli.id}'`,
    )) as { rows: { states: number }[] }
    assert.equal(rows[0]?.states, 3)
  })

  it('POST /admin/people/:person/roles/take takes a role, and what nobody holds is not taken', async () => {
    const hal = await somebody(db, 'Hal', [{ role: 'planner', scope: { kind: 'everywhere' } }])
    const at = `/en/admin/people/${hal.id}/roles/take`
    const fields = { role: 'planner', scope: '', reason: 'another task' }
    assert.equal((await root.post(at, fields)).status, 303)
    assert.match((await root.post(at, fields)).text, /access\.roleNotHeld Hal/)
  })

  it('POST /admin/people/:person/reopen brings back, unless somebody else has the address now', async () => {
    const ida = await somebody(db, 'Ida')
    const at = `/en/admin/people/${ida.id}`
    await root.post(`${at}/close`, { form: 'close', reason })
    await root.post('/en/admin/people/new', { name: 'Ida Two', email: ida.email, language: 'en' })
    assert.match((await root.post(`${at}/reopen`, { form: 'reopen', reason })).text, /access\.addressTaken Ida Two/)
  })

  it('who is the last one stays', async () => {
    const at = `/en/admin/people/${rootId}`
    assert.match((await root.post(`${at}/close`, { form: 'close', reason })).text, /access\.lastAdministrator Root/)
    assert.match(
      (await root.post(`${at}/roles/take`, { role: 'administrator', scope: '', reason: 'another task' })).text,
      /access\.lastAdministrator Root/,
    )
  })

  it('POST /admin/people/:person/reset sends a way in, and ends what was open', async () => {
    const fay = await somebody(db, 'Fay')
    const visitor = await signedIn(db, house, fay)
    assert.equal(
      (await root.post(`/en/admin/people/${fay.id}/reset`, { factor: 'yes', form: 'reset', reason })).status,
      303,
    )
    assert.equal((await visitor.get('/en/account')).status, 403)
    const letter = (await lettersIn(db)).at(-1)
    assert.equal(letter?.kind, 'reset')
    assert.equal(
      (await visitor.post('/en/sign-in/link', { link: linkIn(letter?.path ?? '') })).location,
      '/en/account/password',
    )
  })

  it('finds the tokens of somebody with the way to take each', async () => {
    const gil = await somebody(db, 'Gil')
    const visitor = await signedIn(db, house, gil)
    await visitor.post('/en/account/tokens', { name: 'lost', days: '7', scopes: 'plan.see' })
    const [to = ''] =
      /\/en\/admin\/tokens\/[0-9a-f-]{36}/.exec((await root.get(`/en/admin/people/${gil.id}`)).text) ?? []
    assert.equal((await root.post(to, { reason: 'it is lost' })).status, 303)
    assert.match((await visitor.get('/en/account/tokens')).text, /access\.tokens\.revokedOn/)
  })

  it('GET /admin/people/:person is nobody’s page for a number that nobody has', async () => {
    for (const id of ['nobody', '00000000-0000-4000-8000-000000000000', "x'--"])
      assert.equal((await root.get(`/en/admin/people/${encodeURIComponent(id)}`)).status, 404)
    assert.match(
      (await root.post('/en/admin/people/nobody/close', { form: 'close', reason })).text,
      /access\.admin\.noSuchPerson|access\.noSuchPerson/,
    )
  })

  it('GET /admin/roles shows the one table, as it is asked', async () => {
    const { text } = await root.get('/en/admin/roles')
    assert.match(text, /access\.may\.risks\.freeze/)
    assert.match(text, /access\.role\.everywhere/)
  })

  it('GET /units shows everybody the units', async () => {
    const { status, text } = await house.visitor().get('/en/units')
    assert.equal(status, 200)
    assert.match(text, /water.*roads/s)
  })
})

describe('At the command line', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
    await somebody(db, 'Root', [{ role: 'administrator', scope: { kind: 'everywhere' } }])
  })
  afterAll(() => db.close())
  const run = (typed: string) => terminalOf(access.commands, today)(db, operatorActor, typed)

  it('people add prints a link that works once, and the trail does not keep it', async () => {
    const { status, lines } = await run('people add Ada ada@water.example --role statistician')
    assert.equal(status, 0, lines.join())
    assert.match(lines[1] ?? '', /^http:\/\/localhost\/en\/sign-in\/link\?link=[\w-]{43}$/)
    const again = await run('people add Ada ada@water.example')
    assert.equal(again.status, 1)
  })

  it('people add with a role that does not fit adds nobody', async () => {
    assert.equal((await run('people add Ben ben@water.example --role delegate')).status, 1)
    assert.ok(!(await run('people list')).lines.join().includes('ben@'))
  })

  it('people role gives and takes', async () => {
    assert.equal((await run('people role ada@water.example delegate --for KEN')).status, 0)
    assert.match((await run('people list')).lines.join('\n'), /access\.role\.delegate \(KEN\)/)
    assert.equal((await run('people role ada@water.example delegate --for KEN --take yes')).status, 0)
    assert.equal(
      (await run('people role nobody@water.example delegate --for KEN')).lines[0],
      'access.nobodyThere nobody@water.example',
    )
  })

  it('people reset prints a link', async () => {
    assert.match((await run('people reset ada@water.example --factor remove')).lines[1] ?? '', /sign-in\/link\?link=/)
  })

  it('people list says who is there, also as JSON', async () => {
    const told = JSON.parse((await run('people list --json')).lines[0] ?? '') as { email: string; roles: unknown }[]
    assert.deepEqual(told.find(({ email }) => email === 'ada@water.example')?.roles, [
      { role: 'statistician', for: '' },
    ])
  })

  it('is for whoever holds it', async () => {
    const { status } = await terminalOf(access.commands, today)(db, publicActor, 'people list')
    assert.equal(status, 1)
  })
})
