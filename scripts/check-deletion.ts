import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { rootFolder } from '#platform'
import { removable } from '../src/app/allowed.ts'
import { copiedWithout } from '../src/app/without.ts'

/** `npm run check:deletion [feature ...]`: the house without a feature compiles, starts, answers, and passes its tests. */
const port = 4398
const run = (command: string, args: readonly string[], cwd: string): boolean =>
  spawnSync(command, [...args], { cwd, stdio: 'inherit' }).status === 0

const answers = async (copy: string): Promise<boolean> => {
  const env = {
    ...process.env,
    MERIDIAN_DATA: path.join(copy, 'data'),
    MERIDIAN_PORT: String(port),
    MERIDIAN_LOG: 'error',
  }
  const given = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    './scripts/tsx-loader.mjs',
    'src/app/main.ts',
    'serve',
  ]
  const server = spawn(process.execPath, given, { cwd: copy, env, stdio: 'inherit' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  let status = 0
  for (let tries = 0; tries < 240 && status === 0; tries += 1) {
    await sleep(250)
    status = await fetch(`http://localhost:${port}/en/`).then(
      (answer) => answer.status,
      () => 0,
    )
  }
  server.kill('SIGTERM')
  await ended
  return status === 200
}

const asked = process.argv.slice(2)
for (const feature of asked.length > 0 ? asked : removable) {
  const copy = mkdtempSync(path.join(rootFolder, '.without-'))
  try {
    copiedWithout(feature, copy)
    const tools = path.join(rootFolder, 'node_modules/.bin')
    const isWell =
      run(path.join(tools, 'tsc'), ['-p', copy], copy) &&
      (await answers(copy)) &&
      run(path.join(tools, 'vitest'), ['run', '--project', 'house', '--project', 'features'], copy)
    console.log(`Without ${feature}: ${isWell ? 'compiles, starts and passes its tests' : 'not well'}`)
    if (!isWell) process.exitCode = 1
  } finally {
    rmSync(copy, { recursive: true })
  }
}
