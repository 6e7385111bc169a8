import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { rootFolder } from '#platform'
import { type Started, startMeridian } from './browser/server.ts'

type Ended = { readonly status: number | null; readonly said: string; readonly told: string }

/** The command line as an operator types it, from a folder that is not the project's. */
const meridian = (environment: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const { DATABASE_URL: _, DATABASE_OWNER_URL: __, DATABASE_READ_URL: ___, ...own } = process.env
    const child = spawn(process.execPath, [path.join(rootFolder, 'bin/meridian'), ...words], {
      cwd: tmpdir(),
      env: { ...own, LANG: 'en', LC_ALL: 'en', MERIDIAN_LOG: 'silent', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let told = ''
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('exit', (status) => resolve({ status, said, told }))
  })

describe('Meridian at the terminal', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-starting-'))
  const data = path.join(folder, 'data')
  let server: Started
  beforeAll(async () => {
    server = await startMeridian(data)
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('refuses a second server on a folder, and says where the first is', async () => {
    const { status, said } = await meridian({ MERIDIAN_DATA: data }, 'serve', '--port', '0')
    assert.equal(status, 1)
    assert.match(said, /Another Meridian serves from .*process \d+, http:\/\/localhost:\d+\//)
  })

  it('answers commands beside a running server, which goes on', async () => {
    const { status, told } = await meridian({ MERIDIAN_DATA: data }, 'doctor')
    assert.equal(status, 0)
    assert.match(told, /All is well/)
    assert.equal((await fetch(`${server.address}/health/ready`)).status, 200)
  })

  it('looks into a folder that no server has been started on', async () => {
    const { status, told } = await meridian({ MERIDIAN_DATA: path.join(folder, 'fresh') }, 'doctor')
    assert.equal(status, 0)
    assert.match(told, /migrations run at the next start/)
  })

  it('refuses a taken port with a sentence', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const other = path.join(folder, 'other')
    const { status, said } = await meridian({ MERIDIAN_DATA: other }, 'serve', '--port', String(port))
    taken.close()
    assert.equal(status, 1)
    assert.match(said, new RegExp(`Port ${port} .* is taken by another program`))
  })

  it('tells all faults of its settings at once', async () => {
    const { status, said } = await meridian({ MERIDIAN_PORT: 'x', MERIDIAN_RATE: '-1', MERIDIAN_DATE: '1' }, 'doctor')
    assert.equal(status, 2)
    for (const name of ['MERIDIAN_PORT', 'MERIDIAN_RATE', 'MERIDIAN_DATE']) assert.match(said, new RegExp(name))
  })

  const misuse: readonly [name: string, words: readonly string[], said: RegExp][] = [
    ['a command that it does not have', ['dance'], /no command “dance”/],
    ['an option that a command does not have', ['doctor', '--fast'], /“--fast” was not understood/],
    ['a word too many', ['migrate', 'now'], /“now” was not understood/],
    ['a port that is none', ['serve', '--port', '70000'], /“70000” is not a port/],
    ['a backup to nowhere', ['backup'], /Which file/],
    ['a feature’s argument that is none', ['plan', 'show', '2028-2031', '--loud', 'x'], /loud/],
  ]
  for (const [name, words, expected] of misuse)
    it(`does not understand ${name}: status 2`, async () => {
      const { status, said, told } = await meridian({ MERIDIAN_DATA: data }, ...words)
      assert.equal(status, 2, said)
      assert.match(said, expected)
      assert.equal(told, '')
    })

  it('refuses with reasons: status 1', async () => {
    const { status, said } = await meridian({ MERIDIAN_DATA: data }, 'plan', 'load', path.join(folder, 'none.json'))
    assert.equal(status, 1)
    assert.match(said, /none\.json/)
  })

  it('refuses to write a backup where nothing can be written: status 1', async () => {
    for (const file of [path.join(folder, 'no/such/folder/x.backup'), folder]) {
      const { status, said } = await meridian({ MERIDIAN_DATA: data }, 'backup', file)
      assert.equal(status, 1)
      assert.match(said, /cannot be written/)
    }
  })

  it('says what every command is for', async () => {
    const { told } = await meridian({}, '--help')
    const names = [...told.matchAll(/^ {2}((?:[a-z]+ ?){1,2}) {2,}/gm)].map(([, name = '']) => name.trim())
    assert.ok(names.length >= 11, names.join())
    for (const name of names) {
      const { status, told: help } = await meridian({}, ...name.split(' '), '--help')
      assert.equal(status, 0)
      assert.match(help, new RegExp(`meridian ${name}`))
    }
  })

  it('tells facts as JSON, and shows no progress in a pipe', async () => {
    for (const words of [['routes'], ['plan', 'check'], ['statistics', 'series'], ['doctor']]) {
      const { told, said } = await meridian({ MERIDIAN_DATA: data }, ...words, '--json')
      assert.ok(typeof JSON.parse(told) === 'object', words.join(' '))
      assert.equal(said, '')
    }
  })

  it('speaks the operator’s language', async () => {
    assert.match((await meridian({ LC_ALL: 'fr_CH.UTF-8' }, '--help')).told, /Code de sortie/)
  })
})

describe('A data folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-folders-'))
  const whole = path.join(folder, 'whole')
  beforeAll(async () => {
    await meridian({ MERIDIAN_DATA: whole }, 'migrate')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const damaged: readonly [name: string, damage: (data: string) => void, said: RegExp][] = [
    [
      'that holds something else is left alone',
      (data) => {
        mkdirSync(path.join(data, 'pg'), { recursive: true })
        writeFileSync(path.join(data, 'pg', 'thesis.txt'), 'words')
      },
      /holds files but no database.*Nothing was changed/,
    ],
    [
      'of another version of PostgreSQL says which, and what to do',
      (data) => {
        cpSync(whole, data, { recursive: true })
        writeFileSync(path.join(data, 'pg', 'PG_VERSION'), '17\n')
      },
      /made by PostgreSQL 17.*Nothing was changed.*backup.*restore/,
    ],
    [
      'with a part missing is not repaired, and a backup is advised',
      (data) => {
        cpSync(whole, data, { recursive: true })
        rmSync(path.join(data, 'pg', 'global', 'pg_control'))
      },
      /did not start.*Nothing was changed.*restore a backup/,
    ],
  ]
  for (const [name, damage, expected] of damaged)
    it(name, async () => {
      const data = mkdtempSync(path.join(folder, 'd-'))
      damage(data)
      const { status, said } = await meridian({ MERIDIAN_DATA: data }, 'serve', '--port', '0')
      assert.equal(status, 1)
      assert.match(said, expected)
      assert.doesNotMatch(said, /\n\s+at /, 'no stack for an operator')
    })

  it('is started again by a command after its process number went to another program', async () => {
    const data = path.join(folder, 'stale')
    cpSync(whole, data, { recursive: true })
    writeFileSync(path.join(data, 'pg', 'postmaster.pid'), `${process.pid}\n${path.join(data, 'pg')}\n`)
    const { status, said } = await meridian({ MERIDIAN_DATA: data }, 'doctor')
    assert.equal(status, 0, said)
    assert.equal(readFileSync(path.join(data, 'pg', 'PG_VERSION'), 'utf8').trim(), '18')
  })
})
