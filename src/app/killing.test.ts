import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { diceOf } from '#kernel/testing'
import { rootFolder } from '#platform'
import { type Started, startMeridian } from './browser/server.ts'

const times = 20
/**
 * On two processors: a minute for the first twenty, half a minute for the second, a minute for those during a load, ten seconds
 * for those without a server. A machine that does much else besides takes three times as long, and is waited for.
 */
const patience = 600_000
/** Without a server the same code brings the database back, so a few times say enough. */
const alone = 4
const seed = 20261126

type Ended = { readonly status: number | null; readonly told: string }

/** Runs a command beside the server and answers its exit status and what it told. */
const command = (data: string, words: readonly string[]) => {
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
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  const ended = new Promise<Ended>((resolve) => child.once('exit', (status) => resolve({ status, told })))
  return { child, ended }
}

/** A file that takes about half a second to load; every one has other figures. */
const fileOf = (folder: string, nth: number): string => {
  const header = 'series,iso3,m49,year,sex,age,location,breakdown,value,unit,nature,note,source,vintage'
  const lines = [header]
  const areas = readFileSync(path.join(rootFolder, 'content/itu/statistics/internet_use.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(',')[1] ?? [])
  for (const area of new Set(areas))
    for (const skill of ['ARSP', 'CMFL', 'COPA', 'EMAIL', 'EPRS', 'INST', 'PCPR', 'SOFT', 'TRAF'])
      for (let year = 2000; year < 2020; year += 1)
        lines.push(`SE_ADT_ACTS,${area},,${year},_T,,,${skill},${nth}.${year},PT,,,Survey,2026-01-01`)
  const file = path.join(folder, `load-${nth}.csv`)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

const rowsIn = (file: string): number => readFileSync(file, 'utf8').trimEnd().split('\n').length - 1

/** A load whose database goes away ends refused, with a sentence that says what to do, and no stack. */
const saysGone = ({ status, told }: Ended): void => {
  assert.equal(status, 1, told)
  assert.match(told, /^The database went away .*do the same again\.\n$/)
}

describe('Meridian, killed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-killing-'))
  const data = path.join(folder, 'data')
  const dice = diceOf(seed)
  const acknowledged: string[] = []
  let server: Started

  beforeAll(async () => {
    server = await startMeridian(data)
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const page = async (): Promise<number> =>
    fetch(`${server.address}/en/sources`)
      .then(async (answer) => {
        await answer.text()
        return answer.status
      })
      .catch(() => 0)

  /** As the operating system knows the database in the folder; null when it was stopped in order. */
  const postmaster = (): number | null => {
    const file = path.join(data, 'pg/postmaster.pid')
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
  }

  /** Whether there is a process of that number. Of a database that was killed and not started again the note stays. */
  const isAlive = (pid: number | null): boolean => pid !== null && existsSync(`/proc/${pid}/cmdline`)

  /** Asks for pages until one comes; until then a reader is told to come again, and nothing else. */
  const isBack = async (turn: number): Promise<void> => {
    const seen = new Set<number>()
    const until = Date.now() + 30_000
    do {
      await sleep(50)
      seen.add(await page())
    } while (!seen.has(200) && Date.now() < until)
    const others = [...seen].filter((status) => status !== 200 && status !== 503)
    assert.deepEqual(others, [], `turn ${turn}: neither a page nor “come again”`)
    assert.ok(seen.has(200), `turn ${turn}: no page within 30 s`)
  }

  /** Waits until a load has written its first rows, or has ended before that was seen. */
  const isWriting = async (ended: Promise<unknown>): Promise<void> => {
    let over = false
    ended.then(() => {
      over = true
    })
    while (!over) {
      // A connection for each question: none is left when the command wants to stop the database.
      const client = new pg.Client({ host: path.join(data, 'pg.run'), user: 'meridian', database: 'meridian' })
      client.on('error', () => {})
      const writers = await client
        .connect()
        .then(() =>
          client.query(`select 1 from pg_stat_activity where usename = 'meridian_serve' and backend_xid is not null`),
        )
        .catch(() => null)
      await client.end().catch(() => {})
      if (writers !== null && writers.rowCount !== 0) return
      await sleep(10)
    }
  }

  const isWell = async (): Promise<void> => {
    const { status, told } = await command(data, ['doctor', '--json']).ended
    assert.equal(status, 0, told)
  }

  /** Every load that was told to be done is there, whole, and the doctor finds no half release. */
  const nothingLost = async (): Promise<void> => {
    await isWell()
    for (const file of acknowledged) {
      const again = await command(data, ['statistics', 'load', file]).ended
      assert.match(again.told, /Nothing new/, `${path.basename(file)} was acknowledged and is gone: ${again.told}`)
    }
    acknowledged.length = 0
  }

  it(
    `starts again by itself ${times} times after kill -9 of server and loader during a load (seed ${seed})`,
    async () => {
      for (let turn = 0; turn < times; turn += 1) {
        const file = fileOf(folder, turn)
        const load = command(data, ['statistics', 'load', file])
        await sleep(250 + dice(900))
        server.child.kill('SIGKILL')
        load.child.kill('SIGKILL')
        const { status } = await load.ended
        if (status === 0) acknowledged.push(file)
        server = await startMeridian(data)
        assert.equal(await page(), 200)
      }
      await nothingLost()
    },
    patience,
  )

  it(
    `brings the database back by itself ${times} times after kill -9 of it`,
    async () => {
      for (let turn = 0; turn < times; turn += 1) {
        if (turn % 5 === 0) {
          const file = fileOf(folder, 100 + turn)
          const { status } = await command(data, ['statistics', 'load', file]).ended
          assert.equal(status, 0)
          assert.ok(rowsIn(file) > 30_000)
          acknowledged.push(file)
        }
        const pid = postmaster()
        assert.ok(pid !== null)
        process.kill(pid, 'SIGKILL')
        await isBack(turn)
      }
      await nothingLost()
    },
    patience,
  )

  /** Kills the database at some moment of a load, and answers how the load ended. */
  const cutLoad = async (nth: number, within: number): Promise<Ended> => {
    const file = fileOf(folder, nth)
    const load = command(data, ['statistics', 'load', file])
    await isWriting(load.ended)
    await sleep(dice(within))
    const pid = postmaster()
    if (pid !== null) process.kill(pid, 'SIGKILL')
    const ended = await load.ended
    if (ended.status === 0) acknowledged.push(file)
    else saysGone(ended)
    return ended
  }

  it(
    `brings it back as well ${times} times after kill -9 of it during a load, which says so (seed ${seed})`,
    async () => {
      let cut = 0
      for (let turn = 0; turn < times; turn += 1) {
        if ((await cutLoad(200 + turn, 900)).status !== 0) cut += 1
        await isBack(turn)
      }
      assert.ok(cut >= times / 2, `only ${cut} of ${times} kills fell into a load`)
      await nothingLost()
    },
    patience,
  )

  it(
    `ends when it is told to while the database that was killed comes back, ${alone} times, with readers waiting (seed ${seed})`,
    async () => {
      for (let turn = 0; turn < alone; turn += 1) {
        const asked = Array.from({ length: 12 }, () => page())
        await sleep(dice(20))
        const pid = postmaster()
        assert.ok(pid !== null)
        process.kill(pid, 'SIGKILL')
        await sleep(dice(500))
        assert.equal(server.child.exitCode, null, server.said())
        await server.stop()
        assert.equal(server.child.exitCode, 0, server.said())
        await Promise.all(asked)
        assert.equal(isAlive(postmaster()), false, 'it took the database with it')
        server = await startMeridian(data)
      }
    },
    patience,
  )

  it(
    `is started again by the next command after kill -9 of the database under a load, with no server (seed ${seed})`,
    async () => {
      await server.stop()
      for (let turn = 0; turn < alone; turn += 1) await cutLoad(300 + turn, 300)
      await nothingLost()
      server = await startMeridian(data)
      assert.equal(await page(), 200)
    },
    patience,
  )
})
