import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import type { Language } from '#kernel'
import { type Attempt, done, refused } from '#kernel'
import type { Database, Log, Say, WriteDb } from '#platform'
import { equipped } from './equipment.ts'
import { type Letter, letterFrom } from './letters.ts'
import { dropLetter, nextLetter, putOffLetter } from './store/letters.ts'

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly language: Language }

/** Sends one mail, or says what hindered it. */
export type Send = (mail: Mail) => Promise<Attempt<null>>

/** A mail server, or null: mails become files in the data folder, where the operator finds them. */
export type MailSettings = { readonly server: string | null; readonly from: string }

const notSent = (said: string) => refused('access.mailNotSent', { said })

/** Foreign servers fail in their own words; those are for the log. */
export const senderOf = ({ server, from }: MailSettings, folder: string): Send => {
  if (server === null)
    return async ({ to, subject, text }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${process.hrtime.bigint() % 1_000_000n}.eml`
      // As it is read, not as it would be sent: an operator copies the link from it.
      const head = [`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, 'Content-Type: text/plain; charset=utf-8']
      await writeFile(path.join(folder, name), `${head.join('\n')}\n\n${text}`, { mode: 0o600 })
      return done(null)
    }
  const { protocol } = new URL(server)
  const sending = createTransport({
    url: server,
    requireTLS: protocol === 'smtp:' && !/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(server).hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  return ({ to, subject, text, language }) =>
    sending
      .sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        headers: { 'content-language': language, 'auto-submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      .then(
        () => done(null),
        (error: { readonly code?: string }) => notSent(error.code ?? 'unknown'),
      )
}

const mailOf = (letter: Letter & { readonly to: string }, say: Say): Mail => {
  const facts = {
    name: letter.name,
    house: equipped().house,
    link: `${equipped().origin}/${letter.language}${letter.path}`,
  }
  return {
    to: letter.to,
    subject: say(`access.letter.${letter.kind}.subject`, facts),
    text: `${say(`access.letter.${letter.kind}.text`, facts)}\n`,
    language: letter.language,
  }
}

/** After so many tries, some hours, a letter is given up: what it leads to is over by then. */
const mostTries = 8

const sendNext = async (
  db: WriteDb,
  send: Send,
  voices: Readonly<Record<Language, Say>>,
  log: Pick<Log, 'warn'>,
): Promise<boolean> => {
  const next = await nextLetter(db)
  if (next === null) return false
  const letter = letterFrom(next.sealed)
  if (letter === null) log.warn({ letter: next.n }, 'a letter was sealed with another key and is lost')
  const { to } = letter ?? { to: null }
  const sent =
    letter === null || to === null ? done(null) : await send(mailOf({ ...letter, to }, voices[letter.language]))
  if (sent.kind === 'done' || next.tries + 1 >= mostTries) await dropLetter(db, next.n)
  else await putOffLetter(db, next.n)
  if (sent.kind === 'refused')
    log.warn({ letter: next.n, tries: next.tries + 1, said: sent.refusal.facts['said'] }, 'a letter was not sent')
  return true
}

/** Sends what waits, one after the other; answers how many were taken in hand. */
export const sendLetters = async (
  database: Pick<Database, 'write'>,
  send: Send,
  voices: Readonly<Record<Language, Say>>,
  log: Pick<Log, 'warn'>,
): Promise<number> => {
  let taken = 0
  while (
    await database.write(
      (db) => sendNext(db, send, voices, log),
      () => true,
    )
  )
    taken += 1
  return taken
}
