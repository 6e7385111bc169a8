import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { diceOf } from '#kernel/testing'
import { rootFolder } from '#platform'
import { type Started, startMeridian } from './browser/server.ts'

const times = 20
const seed = 20261126

/** Runs a command beside the server and answers its exit status and what it told. */
const command = (data: string, words: readonly string[]) => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, DATABASE_READ_URL: ___, ...own } = process.env
  const child = spawn(
    process.execPath,
    ['--import', path.join(rootFolder, 'scripts/tsx-loader.mjs'), path.join(rootFolder, 'src/app/main.ts'), ...words],
    { env: { ...own, MERIDIAN_DATA: data, MERIDIAN_LOG: 'silent' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString()
  })
  const ended = new Promise<{ readonly status: number | null; readonly told: string }>((resolve) =>
    child.once('exit', (status) => resolve({ status, told })),
  )
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

type Line = { readonly name: string; readonly well: boolean; readonly seen: string }

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

  const isWell = async (): Promise<readonly Line[]> => {
    const { status, told } = await command(data, ['doctor', '--json']).ended
    const lines = JSON.parse(told) as readonly Line[]
    assert.equal(status, 0, told)
    return lines
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

  it(`starts again by itself ${times} times after kill -9 of server and loader during a load (seed ${seed})`, async () => {
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
  }, 300_000)

  it(`brings the database back by itself ${times} times after kill -9 of it`, async () => {
    for (let turn = 0; turn < times; turn += 1) {
      const pid = Number(readFileSync(path.join(data, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
      if (turn % 5 === 0) {
        const file = fileOf(folder, 100 + turn)
        const { status } = await command(data, ['statistics', 'load', file]).ended
        assert.equal(status, 0)
        assert.ok(rowsIn(file) > 30_000)
        acknowledged.push(file)
      }
      process.kill(pid, 'SIGKILL')
      const seen = new Set<number>()
      const until = Date.now() + 30_000
      do {
        await sleep(50)
        seen.add(await page())
      } while (![...seen].includes(200) && Date.now() < until)
      assert.ok(seen.has(200), `turn ${turn}: no page within 30 s, only ${[...seen].join(', ')}`)
      assert.deepEqual(
        [...seen].filter((status) => status !== 200 && status !== 503),
        [],
        'neither a page nor “come again”',
      )
    }
    await nothingLost()
  }, 300_000)
})
