import { type HeldRole, heldRoles, scopesOf } from '#access/core'
import { someoneSignedIn, tokenOf } from '#access/testing'
import { EconomyCode, type Scope } from '#kernel'
import { configOf, openDatabase } from '#platform'

/** Whoever a test signs in as: the value of the cookie, their number, and that of a token of theirs. */
export type Reader = { readonly secret: string; readonly person: string; readonly token: string }

export type Readers = Readonly<Partial<Record<HeldRole, Reader>>>

const scopeOf = (role: HeldRole): Scope =>
  scopesOf[role].includes('everywhere') ? { kind: 'everywhere' } : { kind: 'economy', code: EconomyCode.trusted('KEN') }

/** Adds one person for each role to the database in this folder, with a session that lasts as long as any. */
export const signInEach = async (folder: string): Promise<Readers> => {
  const config = configOf({ MERIDIAN_DATA: folder })
  if (config.kind === 'refused') throw new Error(config.refusal.code)
  const database = await openDatabase(config.value)
  const readers = await database.write(
    async (db) => {
      const all: Partial<Record<HeldRole, Reader>> = {}
      for (const role of heldRoles) {
        const { person, secret } = await someoneSignedIn(db, `Ada (${role})`, [{ role, scope: scopeOf(role) }])
        const token = await tokenOf(db, person, 'Nightly figures', ['plan.see', 'statistics.see'])
        all[role] = { person, secret, token: token.id }
      }
      return all
    },
    () => true,
  )
  await database.close()
  return readers
}

/** An address with the numbers of whoever reads it: `{person}`, and `{token}`, one of theirs. */
export const pathOf = (path: string, { person, token }: Reader): string =>
  path.replace('{person}', person).replace('{token}', token)
