import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Codes of six digits by HMAC-SHA-1 every thirty seconds (RFC 6238), as every authenticator makes them. */
const seconds = 30
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, without padding. */
export const base32 = (bytes: Uint8Array): string => {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    for (; bits >= 5; bits -= 5) text += alphabet[(value >> (bits - 5)) & 31] ?? ''
  }
  return bits === 0 ? text : text + (alphabet[(value << (5 - bits)) & 31] ?? '')
}

const fromBase32 = (text: string): Buffer => {
  let bits = 0
  let value = 0
  const bytes: number[] = []
  for (const sign of text) {
    value = ((value << 5) | alphabet.indexOf(sign)) & 0x1fff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 0xff)
    }
  }
  return Buffer.from(bytes)
}

/** 160 bits, as long as the hash (RFC 4226, 4). */
export const newKey = (): string => base32(randomBytes(20))

export const stepAt = (time: number): number => Math.floor(time / 1000 / seconds)

export const codeAt = (key: string, step: number, digits = 6): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(key)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The step that this code is of: this one, or the one before or after, for clocks that differ. Null for none. */
export const stepOf = (key: string, code: string, time: number): number | null => {
  const now = stepAt(time)
  const given = Buffer.from(code)
  const found = [now - 1, now, now + 1].filter((step) => {
    const wanted = Buffer.from(codeAt(key, step))
    return wanted.length === given.length && timingSafeEqual(wanted, given)
  })
  return found.at(-1) ?? null
}

/** What an authenticator reads from the picture. */
export const keyAddress = (key: string, house: string, email: string): string =>
  `otpauth://totp/${encodeURIComponent(house)}:${encodeURIComponent(email)}?secret=${key}&issuer=${encodeURIComponent(house)}`
