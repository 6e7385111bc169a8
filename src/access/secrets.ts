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

const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM: nonce, tag, text. `about` says what it is for, so that what was sealed for one thing opens no other. */
export const sealed = (key: Buffer, about: string, text: string): Buffer => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Throws for what was sealed with another key, for something else, or changed since. */
export const unsealed = (key: Buffer, about: string, bytes: Buffer): string => {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
}
