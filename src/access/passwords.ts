import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/**
 * scrypt with 32 MiB, about a quarter of a second (OWASP, Password Storage: N 2^15, r 8, p 3). Kept as `scrypt$15$8$3$salt$hash`, so
 * that a later one can be stronger.
 */
const cost = { log: 15, r: 8, p: 3 }
const bytes = 32

const derived = (password: string, salt: Buffer, { log, r, p }: typeof cost): Promise<Buffer> => {
  const options: ScryptOptions = { N: 2 ** log, r, p, maxmem: 2 ** (log + 7) * r + 2 ** 20 }
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, bytes, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  )
}

const written = ({ log, r, p }: typeof cost, salt: Buffer, key: Buffer): string =>
  ['scrypt', log, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')

export const hashOf = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  return written(cost, salt, await derived(password, salt, cost))
}

/** Nobody's: what is typed for somebody who has no password is compared with it, so that it takes as long. */
const nobodys = written(cost, randomBytes(16), randomBytes(bytes))

/** Is this the password of that hash? Of null it never is, and that takes as long to say. */
export const matches = async (password: string, hash: string | null): Promise<boolean> => {
  const [, log, r, p, salt = '', key = ''] = (hash ?? nobodys).split('$')
  const given = await derived(password, Buffer.from(salt, 'base64url'), {
    log: Number(log),
    r: Number(r),
    p: Number(p),
  })
  return timingSafeEqual(given, Buffer.from(key, 'base64url')) && hash !== null
}
