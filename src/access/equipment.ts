import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Somebody else's sign-in that is believed here. */
export type OpenId = { readonly issuer: string; readonly id: string; readonly secret: string; readonly name: string }

/** What signing in needs of the machine and its settings. */
export type Equipment = {
  /** Scheme and host that letters lead to: what was set or is listened on, never what a request says of itself. */
  readonly origin: string
  /** The name that authenticators show. */
  readonly house: string
  /** Seals what must be read again: keys of second factors, letters that wait, the way back from an OpenID provider. */
  readonly key: () => Buffer
  readonly openid: OpenId | null
}

let equipment: Equipment | null = null

/** Told once by whoever starts the program; a test tells its own. */
export const equip = (given: Equipment): void => {
  equipment = given
}

export const equipped = (): Equipment => {
  if (equipment === null) throw new Error('Nobody has said what signing in needs')
  return equipment
}

const keyBytes = 32

/** The key of a data folder, made when it is first needed, and readable for its owner alone. It is not in the database's backup. */
export const keyIn = (folder: string, given: string | null): (() => Buffer) => {
  let kept: Buffer | null = null
  const found = (): Buffer => {
    if (given !== null) return Buffer.from(given, 'base64')
    const file = path.join(folder, 'secret.key')
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    }
    chmodSync(file, 0o600)
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  }
  return () => {
    kept ??= found()
    if (kept.length !== keyBytes) throw new Error(`The key in ${folder} has ${kept.length} bytes and not ${keyBytes}`)
    return kept
  }
}
