import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor } from '#access/core'
import { equipTest, today } from '#access/testing'
import { done, refused } from '#kernel'
import { voices } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { keyIn } from './equipment.ts'
import { type Letter, letterKinds, writeLetter } from './letters.ts'
import { type Mail, senderOf, sendLetters } from './post-office.ts'

const letter = (some: Partial<Letter> = {}): Letter => ({
  to: 'ada@water.example',
  language: 'en',
  kind: 'signIn',
  name: 'Ada',
  path: '/sign-in/link?link=abc',
  ...some,
})

describe('A letter', () => {
  let db: TestDb
  let folder: string
  const warned: unknown[] = []
  const log = { warn: (...words: readonly unknown[]) => warned.push(words) } as never
  beforeAll(async () => {
    db = await testDb()
    folder = mkdtempSync(path.join(tmpdir(), 'letters-'))
    equipTest()
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await db.close()
  })
  const write = (one: Letter) => db.work(operatorActor, today, (work) => writeLetter(work.db, one))

  it('is said in the language of whoever gets it, with a link to this house and to no other', async () => {
    const sent: Mail[] = []
    for (const language of ['en', 'ar'] as const) await write(letter({ language }))
    await write(letter({ to: null }))
    await sendLetters(
      db.database,
      async (mail) => {
        sent.push(mail)
        return done(null)
      },
      voices(),
      log,
    )
    assert.deepEqual(
      sent.map(({ to, language }) => [to, language]),
      [
        ['ada@water.example', 'en'],
        ['ada@water.example', 'ar'],
      ],
    )
    assert.match(sent[0]?.text ?? '', /Ada.*http:\/\/localhost\/en\/sign-in\/link\?link=abc/s)
    assert.match(sent[1]?.text ?? '', /http:\/\/localhost\/ar\/sign-in\/link\?link=abc/)
  })

  it('has a subject and a text of every kind in six languages', () => {
    for (const [language, say] of Object.entries(voices()))
      for (const kind of letterKinds)
        for (const part of ['subject', 'text'] as const)
          assert.ok(say.has(`access.letter.${kind}.${part}`), `${language} ${kind} ${part}`)
  })

  it('becomes a file that only its owner reads where no mail server is set', async () => {
    await write(letter())
    const mail = path.join(folder, 'mail')
    const taken = await sendLetters(
      db.database,
      senderOf({ server: null, from: 'plan@water.example' }, mail),
      voices(),
      log,
    )
    assert.equal(taken, 1)
    const [name = ''] = readdirSync(mail)
    assert.equal(statSync(path.join(mail, name)).mode & 0o777, 0o600)
    assert.match(
      readFileSync(path.join(mail, name), 'utf8'),
      /^From: plan@water\.example\nTo: ada@water\.example\n.*\n\n.*link=abc\n/s,
    )
  })

  it('that could not be sent waits, longer each time, and is given up at last', async () => {
    await write(letter())
    const never = async () => refused('access.mailNotSent', { said: 'EDOWN' } as const)
    const hurry = () => db.given(`update access.letter set next_at = now()`)
    assert.equal(await sendLetters(db.database, never, voices(), log), 1)
    assert.equal(await sendLetters(db.database, never, voices(), log), 0, 'it is not tried at once again')
    for (let n = 0; n < 7; n += 1) {
      await hurry()
      await sendLetters(db.database, never, voices(), log)
    }
    await hurry()
    assert.equal(await sendLetters(db.database, never, voices(), log), 0)
    assert.match(JSON.stringify(warned), /EDOWN/)
    assert.doesNotMatch(JSON.stringify(warned), /water\.example|abc/)
  })

  it('that was sealed with a key that is here no more is let go', async () => {
    await write(letter())
    equipTest({ key: () => Buffer.alloc(32, 9) })
    const sent: Mail[] = []
    await sendLetters(
      db.database,
      async (mail) => {
        sent.push(mail)
        return done(null)
      },
      voices(),
      log,
    )
    assert.deepEqual(sent, [])
    equipTest()
  })

  it('goes by a mail server where one is set', async () => {
    const heard: string[] = []
    const server: Server = createServer((socket) => {
      let inData = false
      socket.write('220 test\r\n')
      socket.on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
          heard.push(line)
          if (inData) {
            if (line === '.') {
              inData = false
              socket.write('250 taken\r\n')
            }
          } else if (line === 'DATA') {
            inData = true
            socket.write('354 go on\r\n')
          } else if (line === 'QUIT') socket.end('221 bye\r\n')
          else socket.write('250 well\r\n')
        }
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const send = senderOf({ server: `smtp://127.0.0.1:${port}`, from: 'Plan <plan@water.example>' }, folder)
    const mail: Mail = { to: 'ada@water.example', subject: 'Zażółć', text: 'Bonjour\n', language: 'fr' }
    assert.equal((await send(mail)).kind, 'done')
    assert.ok(heard.includes('RCPT TO:<ada@water.example>'))
    assert.ok(heard.includes('Content-Language: fr'))
    server.close()
    const silent = senderOf({ server: 'smtp://127.0.0.1:1', from: 'plan@water.example' }, folder)
    assert.equal((await silent(mail)).kind, 'refused')
  })
})

describe('The sealing key', () => {
  it('is made once, for its owner alone', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'key-'))
    const key = keyIn(folder, null)()
    assert.equal(key.length, 32)
    assert.deepEqual(keyIn(folder, null)(), key)
    assert.equal(statSync(path.join(folder, 'secret.key')).mode & 0o777, 0o600)
    assert.deepEqual(keyIn(folder, Buffer.alloc(32, 1).toString('base64'))(), Buffer.alloc(32, 1))
    rmSync(folder, { recursive: true, force: true })
  })
})
