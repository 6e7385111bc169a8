import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Refusal } from '#kernel'
import { CannotGoOn } from './cannot-go-on.ts'
import { binaryFolder, fileText, identity, isRoot, type Wrap, wrapFor } from './embedded-binaries.ts'
import { alone } from './file-lock.ts'

/** A running PostgreSQL of our own, reached by a socket in a folder that only we may enter. */
export type Cluster = {
  readonly socket: string
  /** It ran already: another command of ours, or a server that was killed, had started it. */
  readonly adopted: boolean
  /** The last process out stops it. */
  readonly stop: () => Promise<void>
  /** The process number of the postmaster; 0 when there is none. */
  readonly pid: () => number
}

export const owner = 'meridian'
export const port = 5432

const settings: Readonly<Record<string, string | number>> = {
  listen_addresses: '',
  port,
  max_connections: 40,
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  effective_cache_size: '2GB',
  random_page_cost: 1.1,
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  wal_compression: 'pglz',
  checkpoint_timeout: '15min',
}

const pidIn = (folder: string): number => Number(fileText(path.join(folder, 'postmaster.pid')).split('\n')[0]) || 0

/** False for a dead or zombie process, and for another program: a stale number may be another's after a reboot. */
const isOurs = (pid: number, folder: string): boolean => {
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  if (process.platform === 'win32') return true
  const command =
    process.platform === 'linux'
      ? fileText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
      : spawnSync('ps', ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' }).stdout
  return command.includes(`-D ${folder}`)
}

/** The number of rows, or null when nobody answers. */
const ask = async (socket: string, statement: string): Promise<number | null> => {
  const client = new pg.Client({
    host: socket,
    port,
    user: owner,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })
  try {
    await client.connect()
    return (await client.query(statement)).rowCount ?? 0
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

/** A socket's path is limited to about 104 bytes; a longer one goes to the temporary folder. */
const socketFolder = (folder: string): string => {
  const beside = `${folder}.run`
  if (Buffer.byteLength(beside) <= 85) return beside
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  return path.join(tmpdir(), `meridian-${process.getuid?.()}-${digest}`)
}

const spawnOptions = (wrap: Wrap) => ({
  ...identity(wrap),
  cwd: '/',
  env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env['SystemRoot'] },
})

/** Made aside, then renamed: a crash leaves no half cluster. */
const create = (folder: string, bin: string, wrap: Wrap, own: (path: string) => void): void => {
  const fresh = `${folder}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  own(fresh)
  const [command = '', ...args] = [
    ...wrap.argv,
    path.join(bin, 'initdb'),
    ...['-D', fresh, '-U', owner, '--auth=trust', '--encoding=UTF8', '--locale-provider=builtin'],
    ...['--builtin-locale=C.UTF-8', '--lc-ctype=C.UTF-8', '--data-checksums', '--no-instructions'],
  ]
  const run = spawnSync(command, args, { ...spawnOptions(wrap), encoding: 'utf8' })
  if (run.status !== 0) throw new CannotGoOn(explained(folder, run.stderr))
  renameSync(fresh, folder)
}

/** What PostgreSQL said, and what to do about the kinds of trouble that an operator meets. Nothing is ever wiped. */
const explained = (folder: string, said: string): Refusal => {
  const wrongVersion = /initialized by PostgreSQL version ([\d.]+).*version ([\d.]+)/s.exec(said)
  if (wrongVersion !== null) {
    const [, made = '', brings = ''] = wrongVersion
    return { code: 'platform.folderOfOtherVersion', facts: { folder, made, brings } }
  }
  if (/No space left on device/i.test(said)) return { code: 'platform.folderFull', facts: { folder } }
  if (/Permission denied/i.test(said)) return { code: 'platform.folderNotAllowed', facts: { folder } }
  return { code: 'platform.databaseNotStarted', facts: { folder, said: said.trim() } }
}

/** Megabytes without which nothing is begun. */
const needed = 100

const checkFolder = (folder: string): void => {
  const standing = existsSync(folder)
  const version = fileText(path.join(folder, 'PG_VERSION'))
  if (standing && version === '' && readdirSync(folder).length > 0)
    throw new CannotGoOn({ code: 'platform.folderWithoutDatabase', facts: { folder } })
  const disk = statfsSync(path.dirname(folder))
  const free = (disk.bavail * disk.bsize) / 2 ** 20
  if (free < needed)
    throw new CannotGoOn({ code: 'platform.folderAlmostFull', facts: { folder, free: Math.floor(free), needed } })
}

const open = async (folder: string): Promise<Cluster> => {
  checkFolder(folder)
  const bin = binaryFolder()
  const wrap = wrapFor(bin)
  const own = (file: string): void => {
    if (isRoot) lchownSync(file, wrap.uid ?? 0, wrap.gid ?? 0)
  }
  const socket = socketFolder(folder)
  mkdirSync(socket, { recursive: true })
  own(socket)
  chmodSync(socket, 0o700)
  if (!existsSync(path.join(folder, 'PG_VERSION'))) create(folder, bin, wrap, own)
  own(folder)
  chmodSync(folder, 0o700)
  if (isRoot)
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
      own(path.join(entry.parentPath, entry.name))

  const cluster = (adopted: boolean): Cluster => ({
    socket,
    adopted,
    pid: () => pidIn(folder),
    stop: () =>
      alone(`${folder}.lock`, async () => {
        const others = `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
        if (((await ask(socket, others)) ?? 0) > 0) return
        const pid = pidIn(folder)
        if (!isOurs(pid, folder)) return
        process.kill(pid, 'SIGINT') // "fast": checkpoint and exit
        for (let turn = 0; turn < 600 && isOurs(pid, folder); turn += 1) await sleep(50)
      }),
  })

  const pid = pidIn(folder)
  for (let turn = 0; turn < 600 && isOurs(pid, folder); turn += 1) {
    if (((await ask(socket, 'select 1')) ?? 0) > 0) return cluster(true)
    await sleep(100)
  }
  // It did not run, or was killed while it was waited for. PostgreSQL trusts any living process of that number, a dead one
  // that nobody has buried too, so name one that cannot exist. Never delete `postmaster.pid`: the key of shared memory in it
  // guards against backends that survived.
  if (!isOurs(pid, folder)) {
    for (const file of [path.join(folder, 'postmaster.pid'), path.join(socket, `.s.PGSQL.${port}.lock`)])
      if (existsSync(file)) writeFileSync(file, fileText(file).replace(/^\d+/, '2147483646'))
  }
  await start(folder, bin, wrap, socket)
  return cluster(false)
}

const start = async (folder: string, bin: string, wrap: Wrap, socket: string): Promise<void> => {
  const began = Date.now()
  const given = { ...settings, unix_socket_directories: socket }
  const [command = '', ...args] = [
    ...wrap.argv,
    path.join(bin, 'postgres'),
    ...['-D', folder],
    ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  let said = ''
  let running = false
  for (let tries = 0; ((await ask(socket, 'select 1')) ?? 0) === 0; tries += 1) {
    // The backends of a killed server are still finishing: that is waited for, anything else is told.
    const waiting = said.includes('still in use')
    if ((!running && tries > 0 && said !== '' && !waiting) || Date.now() - began > 120_000)
      throw new CannotGoOn(explained(folder, said))
    if (!running) {
      if (waiting) await sleep(500)
      said = ''
      running = true
      // A process group of its own: Ctrl-C at the terminal reaches Node only, which stops PostgreSQL in order.
      const child = spawn(command, args, { ...spawnOptions(wrap), detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
      child.stderr?.on('data', (data: Buffer) => {
        said = (said + data.toString()).slice(-4000)
      })
      child.on('close', () => {
        said ||= 'no message'
        running = false
      })
      child.unref()
      ;(child.stderr as unknown as { unref?: () => void })?.unref?.()
    }
    await sleep(25)
  }
}

/** Opens the database in a folder, making it the first time; three starters at once get the same one. */
export const openCluster = (folder: string): Promise<Cluster> =>
  alone(`${path.resolve(folder)}.lock`, () => open(path.resolve(folder)))
