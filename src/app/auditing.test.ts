import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { sessionCookie } from '#access'
import { diceOf } from '#kernel/testing'
import { cookieName, rootFolder } from '#platform'
import { type Started, startMeridian } from './browser/server.ts'
import { type Reader, signInEach } from './browser/signing-in.ts'

const times = 20
const seed = 20261126
/** Some two minutes on two processors; a machine that does much else besides takes longer, and is waited for. */
const patience = 600_000
/** Deeds that are under way at once when the server dies. */
const atOnce = 6

type Ended = { readonly status: number | null; readonly told: string }

/** Runs a command beside the server. */
const command = (data: string, ...words: readonly string[]): Promise<Ended> => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, DATABASE_READ_URL: ___, ...own } = process.env
  const child = spawn(
    process.execPath,
    ['--import', path.join(rootFolder, 'scripts/tsx-loader.mjs'), path.join(rootFolder, 'src/app/main.ts'), ...words],
    {
      env: { ...own, MERIDIAN_DATA: data, MERIDIAN_LOG: 'silent', LANG: 'en', LC_ALL: 'en' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let told = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      told += chunk.toString()
    })
  return new Promise((resolve) => child.once('exit', (status) => resolve({ status, told })))
}

describe('The trail of a Meridian that is killed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-auditing-'))
  const data = path.join(folder, 'data')
  const dice = diceOf(seed)
  let server: Started
  let admin: Reader

  /** As whoever owns the tables, behind everybody's back. */
  const owner = async <T extends pg.QueryResultRow>(
    statement: string,
    values: unknown[] = [],
  ): Promise<readonly T[]> => {
    const client = new pg.Client({ host: path.join(data, 'pg.run'), user: 'meridian', database: 'meridian' })
    await client.connect()
    try {
      return (await client.query<T>(statement, values)).rows
    } finally {
      await client.end()
    }
  }

  beforeAll(async () => {
    server = await startMeridian(data)
    admin = (await signInEach(data)).administrator ?? assert.fail('nobody administers')
    await owner(
      `insert into access.token (digest, person, name, scopes, expires_at)
       select sha256(convert_to(n::text, 'UTF8')), $1::uuid, 'Token ' || n, '{plan.see}', now() + interval '9 days'
       from generate_series(1, 5000) n`,
      [admin.person],
    )
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const cookie = (): Record<string, string> => ({
    cookie: `${cookieName(sessionCookie, server.address)}=${admin.secret}`,
  })

  type Sent = { readonly token: string; readonly once: string }

  /** One deed, through its form; whether it was acknowledged. A server that dies meanwhile acknowledges nothing. */
  const withdraw = ({ token, once }: Sent): Promise<boolean> =>
    fetch(`${server.address}/en/admin/tokens/${token}`, {
      method: 'POST',
      headers: { ...cookie(), 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ reason: 'a fire drill', once }),
      redirect: 'manual',
    })
      .then(async (answer) => {
        await answer.text()
        return answer.status === 303
      })
      .catch(() => false)

  const page = async (at: string): Promise<string> =>
    (await fetch(`${server.address}/en${at}`, { headers: cookie() })).text()

  it(
    `has every deed that was done and none that was not, after ${times} times kill -9 in the midst of them (seed ${seed})`,
    async () => {
      const tokens = (await owner<{ id: string }>(`select id from access.token where name like 'Token %'`)).map(
        ({ id }) => id,
      )
      const acknowledged = new Set<string>()
      let lost = 0
      for (let turn = 0; turn < times; turn += 1) {
        let isOver = false
        const unanswered: Sent[] = []
        const worker = async (): Promise<void> => {
          while (!isOver) {
            const sent = { token: tokens.pop() ?? assert.fail('no token left'), once: randomUUID() }
            if (await withdraw(sent)) acknowledged.add(sent.token)
            else {
              unanswered.push(sent)
              return
            }
          }
        }
        const workers = Promise.all(Array.from({ length: atOnce }, worker))
        await sleep(100 + dice(400))
        // Every other time the database dies with the server.
        const file = path.join(data, 'pg/postmaster.pid')
        if (turn % 2 === 1 && existsSync(file))
          process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL')
        server.child.kill('SIGKILL')
        await workers
        isOver = true
        lost += unanswered.length
        server = await startMeridian(data)
        // Whoever got no answer sends the form again: it was done, or it is done now, and never twice.
        for (const sent of unanswered) {
          assert.ok(await withdraw(sent), `turn ${turn}: the form was refused when it was sent again`)
          acknowledged.add(sent.token)
        }
      }
      assert.ok(lost >= times && acknowledged.size > times * 2, `${lost} lost, ${acknowledged.size} done`)
      const state = await owner<{ token: string }>('select token::text from access.token_revocation order by 1')
      const told = await owner<{ token: string }>(
        `select facts->>'token' as token from platform.event where event = 'access.tokenWithdrawn' order by 1`,
      )
      assert.deepEqual(told, state)
      assert.deepEqual(
        state.map(({ token }) => token),
        [...acknowledged].toSorted(),
      )
      const bare = await owner(`select n from platform.event where event = 'access.tokenWithdrawn'
        and (person <> '${admin.person}' or reason <> 'a fire drill' or before is null or after is null)`)
      assert.deepEqual(bare, [])
      const { status, told: said } = await command(data, 'audit', 'verify')
      assert.equal(status, 0, said)
    },
    patience,
  )

  it(
    'is found changed, at its number, by the command, by doctor and on the page; and found whole again',
    async () => {
      const [{ n, reason } = assert.fail('no deed')] = await owner<{ n: string; reason: string }>(
        `select n::text, reason from platform.event where event = 'access.tokenWithdrawn' order by n limit 1`,
      )
      await owner(`update platform.event set reason = 'a fire drilL' where n = $1`, [n])
      const named = new RegExp(`deed ${n} of \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC \\(access\\.tokenWithdrawn\\)`)
      const verified = await command(data, 'audit', 'verify')
      assert.equal(verified.status, 1)
      assert.match(verified.told, named)
      const doctor = await command(data, 'doctor')
      assert.equal(doctor.status, 1)
      assert.match(doctor.told, named)
      assert.match(await page('/admin/audit/chain'), named)
      assert.match(await page('/admin/health'), named)
      await owner('update platform.event set reason = $2 where n = $1', [n, reason])
      assert.equal((await command(data, 'audit', 'verify')).status, 0)
      assert.match(await page('/admin/audit/chain'), /The trail is whole/)
    },
    patience,
  )

  it(
    'leaves as a file that others can check, and is held against what was noted: cut short, it is found',
    async () => {
      const file = path.join(folder, 'trail.ndjson')
      const exported = await command(data, 'audit', 'export', file)
      assert.equal(exported.status, 0, exported.told)
      const [, noted = ''] = /Note this elsewhere: (\d+:[0-9a-f]{64})/.exec(exported.told) ?? []
      let previous = ''
      for (const line of readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)) {
        const one = JSON.parse(line) as { text: string; previous: string; digest: string }
        assert.equal(one.previous, previous)
        assert.equal(
          createHash('sha256').update(Buffer.from(previous, 'hex')).update(one.text).digest('hex'),
          one.digest,
        )
        previous = one.digest
      }
      assert.equal(noted.split(':')[1], previous)
      const piped = await command(data, 'audit', 'export', '-')
      assert.equal(piped.told, readFileSync(file, 'utf8'))
      const stands = await command(data, 'audit', 'verify', '--head', noted)
      assert.equal(stands.status, 0, stands.told)
      assert.match(stands.told, /stands as it was/)
      await owner('delete from platform.event where n = $1', [noted.split(':')[0]])
      assert.equal((await command(data, 'audit', 'verify')).status, 0)
      const cut = await command(data, 'audit', 'verify', `--head=${noted}`)
      assert.equal(cut.status, 1)
      assert.match(cut.told, /cut short/)
      assert.equal((await command(data, 'audit', 'verify', '--head', '7')).status, 2)
      assert.equal((await command(data, 'audit', 'export')).status, 2)
    },
    patience,
  )

  it(
    'has the backups that were made, and the page says when and how large',
    async () => {
      assert.match(await page('/admin/backup'), /There is no backup/)
      const file = path.join(folder, 'm.backup')
      const made = await command(data, 'backup', file, '--json')
      assert.equal(made.status, 0, made.told)
      const { bytes } = JSON.parse(made.told) as { bytes: number }
      const html = await page('/admin/backup')
      assert.ok(html.includes(file))
      assert.match(html.replaceAll(/[\s\u00a0\u202f]/g, ''), new RegExp(`${bytes}bytes`))
    },
    patience,
  )
})
