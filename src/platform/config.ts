import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Attempt, done, type Fault, refused } from '#kernel'

/** Where the program stands: addresses of its own files start here, from whatever folder it was called. */
export const rootFolder = path.resolve(fileURLToPath(import.meta.url), '../../..')

/** From the least to the most that a whole number may be. */
const ranges = { MERIDIAN_PORT: [0, 65_535], MERIDIAN_RATE: [1, 1_000_000], MERIDIAN_PROXIES: [0, 10] } as const
const whole = (name: keyof typeof ranges) => z.coerce.number().int().min(ranges[name][0]).max(ranges[name][1])
const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
const postgres = z.string().regex(/^postgres(ql)?:\/\//)

/** Every setting, each with what it is for. `docs/operating.md` has a line for each; a test holds it to this list. */
const settings = z.object({
  MERIDIAN_DATA: z.string().min(1).optional(),
  MERIDIAN_CONTENT: z.string().min(1).optional(),
  MERIDIAN_HOST: z.string().min(1).default('127.0.0.1'),
  MERIDIAN_PORT: whole('MERIDIAN_PORT').default(4321),
  MERIDIAN_ORIGIN: z.url().optional(),
  MERIDIAN_RATE: whole('MERIDIAN_RATE').default(200),
  MERIDIAN_PROXIES: whole('MERIDIAN_PROXIES').default(0),
  MERIDIAN_LOG: z.enum(levels).default('info'),
  MERIDIAN_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional(),
  MERIDIAN_MAIL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+\/?(?:\?\S*)?$/)
    .optional(),
  MERIDIAN_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)
    .default('Meridian <meridian@localhost>'),
  MERIDIAN_OPENID_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  MERIDIAN_OPENID_ID: z.string().min(1).optional(),
  MERIDIAN_OPENID_SECRET: z.string().min(1).optional(),
  MERIDIAN_OPENID_NAME: z.string().min(1).max(60).default('OpenID'),
  DATABASE_URL: postgres.optional(),
  DATABASE_OWNER_URL: postgres.optional(),
  DATABASE_READ_URL: postgres.optional(),
})

export const settingNames: readonly string[] = Object.keys(settings.shape)

export type Config = {
  /** The folder of the embedded database and of what belongs to it. */
  readonly data: string
  readonly content: string
  readonly host: string
  readonly port: number
  /** Scheme and host for permanent links, where it differs from what a request says. */
  readonly origin: string | null
  /** Requests a second that one address may make, over ten seconds. */
  readonly rate: number
  /** How many proxies in front may be believed about the reader's address. */
  readonly proxies: number
  readonly log: string
  /** The key that seals what must be read again, in base64; null: a file in the data folder. */
  readonly key: string | null
  /** The server that letters are sent by, null: they become files in the data folder. */
  readonly mail: { readonly server: string | null; readonly from: string }
  /** An OpenID provider whose word on who somebody is counts here. */
  readonly openid: {
    readonly issuer: string
    readonly id: string
    readonly secret: string
    readonly name: string
  } | null
  /** Null: the embedded database. */
  readonly server: { readonly serve: string; readonly owner: string; readonly read: string | null } | null
}

const at = { file: 'environment' }

/** What a setting should have been. The address of a database is not repeated: it may hold a password. */
const misgiven = (name: string, value: string): Pick<Fault, 'code' | 'facts'> => {
  const range = Object.entries(ranges).find(([one]) => one === name)?.[1]
  if (range !== undefined) {
    const [low, high] = range.map(String)
    return { code: 'platform.settingNotWhole', facts: { name, value, low: low ?? '', high: high ?? '' } }
  }
  if (name === 'MERIDIAN_LOG')
    return { code: 'platform.settingNotOneOf', facts: { name, value, choices: levels.join(', ') } }
  if (name === 'MERIDIAN_KEY') return { code: 'platform.settingNotKey', facts: { name } }
  if (name === 'MERIDIAN_MAIL') return { code: 'platform.settingNotMail', facts: { name } }
  if (name === 'MERIDIAN_MAIL_FROM') return { code: 'platform.settingNotMailAddress', facts: { name, value } }
  if (name === 'MERIDIAN_ORIGIN' || name === 'MERIDIAN_OPENID_ISSUER')
    return { code: 'platform.settingNotAddress', facts: { name, value } }
  return { code: 'platform.settingNotServer', facts: { name } }
}

/** All problems at once: an operator should not have to start ten times to learn ten names. */
export const configOf = (environment: Readonly<Record<string, string | undefined>>): Attempt<Config> => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => settingNames.includes(name) && value !== ''),
  )
  const checked = settings.safeParse(given)
  const strangers = Object.keys(environment).filter((name) => name.startsWith('MERIDIAN_') && !known(name))
  const faults: readonly Fault[] = [
    ...[...new Set(checked.error?.issues.map(({ path: [name] }) => String(name)))].map((name) => ({
      ...misgiven(name, environment[name] ?? ''),
      at,
    })),
    ...strangers.map((name) => ({ code: 'platform.settingUnknown', facts: { name }, at })),
  ]
  if (!checked.success || faults.length > 0)
    return refused('platform.settingsNotUnderstood', { count: faults.length }, faults)
  const one = checked.data
  if (one.DATABASE_URL === undefined && (one.DATABASE_OWNER_URL ?? one.DATABASE_READ_URL) !== undefined)
    return refused('platform.settingsNeedServer', {})
  const { MERIDIAN_OPENID_ISSUER: issuer, MERIDIAN_OPENID_ID: id, MERIDIAN_OPENID_SECRET: secret } = one
  const isOpenId = issuer !== undefined && id !== undefined && secret !== undefined
  if (!isOpenId && (issuer ?? id ?? secret) !== undefined) return refused('platform.settingsNeedOpenid', {})
  return done({
    data: path.resolve(one.MERIDIAN_DATA ?? path.join(rootFolder, 'data')),
    content: path.resolve(one.MERIDIAN_CONTENT ?? path.join(rootFolder, 'content', defaultContent)),
    host: one.MERIDIAN_HOST,
    port: one.MERIDIAN_PORT,
    origin: one.MERIDIAN_ORIGIN?.replace(/\/$/, '') ?? null,
    rate: one.MERIDIAN_RATE,
    proxies: one.MERIDIAN_PROXIES,
    log: one.MERIDIAN_LOG,
    key: one.MERIDIAN_KEY ?? null,
    mail: { server: one.MERIDIAN_MAIL ?? null, from: one.MERIDIAN_MAIL_FROM },
    openid: isOpenId ? { issuer, id, secret, name: one.MERIDIAN_OPENID_NAME } : null,
    server:
      one.DATABASE_URL === undefined
        ? null
        : {
            serve: one.DATABASE_URL,
            owner: one.DATABASE_OWNER_URL ?? one.DATABASE_URL,
            read: one.DATABASE_READ_URL ?? null,
          },
  })
}

/** Settings of the embedded database and of tests, read where they are used. */
const elsewhere = ['MERIDIAN_PG_ROOT']
const known = (name: string): boolean => settingNames.includes(name) || elsewhere.includes(name)

/** The folder below `content/` that a fresh clone shows; it is the first, and in the beginning the only one. */
const defaultContent = 'itu'
