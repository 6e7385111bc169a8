// Installs what Meridian needs, once, and says in one sentence what went wrong when it cannot. Runs on any Node >= 20.
// Level 1 is what running needs; level 2 (--all) adds what tests and checks need, without removing anything that a
// running server uses.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(fileURLToPath(import.meta.url), '../..')
const stampFile = path.join(root, 'node_modules', '.meridian-stamp')
const lockFolder = path.join(root, '.setup-lock')

const fail = (sentence) => {
  console.error(`meridian: ${sentence}`)
  process.exit(1)
}

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package.json')))
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')

const standing = () => {
  try {
    const [digest, level] = readFileSync(stampFile, 'utf8').split(' ')
    return digest === wanted() ? Number(level) : 0
  } catch {
    return 0
  }
}

const npm = (args) => {
  const all = [...args, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  const cli = process.env.npm_execpath
  const env = { ...process.env, NODE_ENV: '' }
  return cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...all], { cwd: root, stdio: ['ignore', 2, 2], env })
    : spawnSync('npm', all, { cwd: root, shell: process.platform === 'win32', stdio: ['ignore', 2, 2], env })
}

/** Two set-ups at once would tread on each other: the second waits, and takes over from one that died. */
const alone = (body) => {
  const until = Date.now() + 300_000
  for (;;) {
    try {
      mkdirSync(lockFolder)
      break
    } catch {
      const age = existsSync(lockFolder) ? Date.now() - statSync(lockFolder).mtimeMs : 0
      if (age > 300_000 || Date.now() > until) rmSync(lockFolder, { recursive: true, force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250)
    }
  }
  try {
    return body()
  } finally {
    rmSync(lockFolder, { recursive: true, force: true })
  }
}

/** Node 24 comes with the packages; a machine without a build of it brings its own. */
export const nodeBinary = () => {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const own = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name)
  return existsSync(own) ? own : process.execPath
}

export const setUp = (level) => {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`Node ${process.versions.node} is too old: install Node 20 or newer.`)
  if (standing() >= level) return
  alone(() => {
    if (standing() >= level) return
    const began = Date.now()
    console.error(`meridian: installing packages${level === 2 ? ' for tests and checks' : ''} (once) ...`)
    const args =
      level === 1
        ? ['ci', '--omit=dev']
        : standing() === 1
          ? ['install', '--include=dev', '--no-save']
          : ['ci', '--include=dev']
    const run = npm(args)
    if (run.error?.code === 'ENOENT') fail('npm was not found: install Node 20 or newer with npm.')
    if (run.status !== 0)
      fail(
        'the packages could not be installed: see what npm says above. A network connection is needed the first time.',
      )
    const version = spawnSync(nodeBinary(), ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim() ?? ''
    if (Number(version.split('.')[0]) < 24)
      fail(
        `no Node 24 for ${process.platform}-${process.arch} comes with the packages: install Node 24 or newer and try again.`,
      )
    writeFileSync(stampFile, `${wanted()} ${level}`)
    console.error(`meridian: packages installed in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp(process.argv.includes('--all') ? 2 : 1)
