import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** A secret of 256 bits as it stands in a link or a cookie. It is shown once; what is kept is its digest. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** What begins a personal token, so that one that lies around is known for what it is. */
export const tokenPrefix = 'mrd_'

/** Ten recovery codes of 64 bits, in groups that can be read aloud: `3f9a-01bc-77de-4a10`. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: 10 }, () => (randomBytes(8).toString('hex').match(/.{4}/g) ?? []).join('-'))

/** A recovery code as it was made, however it was typed; null when it cannot be one. */
export const recoveryCodeFrom = (text: string): string | null => {
  const plain = text.toLowerCase().replaceAll(/[^0-9a-f]/g, '')
  return plain.length === 16 ? (plain.match(/.{4}/g) ?? []).join('-') : null
}

/** A code has 64 bits: its person's random number salts it, so that codes are guessed for one person at a time or not at all. */
export const recoveryDigest = (person: string, code: string): Buffer => digestOf(`${person} ${code}`)

const markBytes = 4
const nonceBytes = 12
const tagBytes = 16
const headBytes = markBytes + nonceBytes + tagBytes

/** By which key something was sealed. */
const markOf = (key: Buffer): Buffer => createHash('sha256').update('mark').update(key).digest().subarray(0, markBytes)

export const opensWith = (key: Buffer, bytes: Buffer): boolean => bytes.subarray(0, markBytes).equals(markOf(key))

/** AES-256-GCM: the key's mark, nonce, tag, text. `about` says what it is for: what was sealed for one thing opens no other. */
export const sealed = (key: Buffer, about: string, text: string): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([markOf(key), nonce, cipher.getAuthTag(), body])
}

/** Null for what was sealed with another key or is too short to be anything; throws for what was changed since. */
export const unsealed = (key: Buffer, about: string, bytes: Buffer): string | null => {
  if (bytes.length < headBytes || !opensWith(key, bytes)) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(markBytes, markBytes + nonceBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(markBytes + nonceBytes, headBytes))
  return Buffer.concat([decipher.update(bytes.subarray(headBytes)), decipher.final()]).toString('utf8')
}
