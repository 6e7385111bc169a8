import type { Language, PersonId } from '#kernel'

/** Somebody who may sign in, or who once could: history names them. */
export type Person = {
  readonly id: PersonId
  readonly name: string
  /** In small letters. */
  readonly email: string
  /** In which language letters to them are written. */
  readonly language: Language
  /** They have shown that letters to this address reach them. */
  readonly isProven: boolean
  readonly isClosed: boolean
}

/** An address as it is kept and compared; null for what is none. What a mail server makes of it is its own affair. */
export const emailFrom = (text: string): string | null => {
  const email = text.trim().normalize('NFC').toLowerCase()
  return email.length <= 200 && /^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\.]+$/u.test(email) ? email : null
}

/** A name as people write it; null for none, for one without end, and for one with signs that nobody sees. */
export const nameFrom = (text: string): string | null => {
  const name = text.trim().replaceAll(/\s+/gu, ' ')
  return name !== '' && name.length <= 120 && !/[\p{Cc}\p{Cf}<>]/u.test(name) ? name : null
}
