import type { Language } from '#kernel'
import type { WriteDb } from '#platform'
import { equipped } from './equipment.ts'
import { sealed, unsealed } from './secrets.ts'
import { addLetter } from './store/letters.ts'

/** What letters are about: each has a subject and a text among the sentences. */
export const letterKinds = ['invitation', 'signIn', 'reset', 'passwordChanged', 'factorOn', 'factorOff'] as const
export type LetterKind = (typeof letterKinds)[number]

export type Letter = {
  /** Null: to nobody. Written all the same, so that an address that nobody has takes as long as one that somebody has. */
  readonly to: string | null
  readonly language: Language
  readonly kind: LetterKind
  readonly name: string
  /** A path, after the language. */
  readonly path: string
}

const about = 'letter'

/** Puts a letter among those that wait, in the transaction of what it tells of. */
export const writeLetter = async (db: WriteDb, letter: Letter): Promise<void> => {
  await addLetter(db, sealed(equipped().key(), about, JSON.stringify(letter)))
}

/** Null when it was sealed with a key that is here no more. */
export const letterFrom = (bytes: Buffer): Letter | null => {
  const text = unsealed(equipped().key(), about, bytes)
  return text === null ? null : (JSON.parse(text) as Letter)
}
