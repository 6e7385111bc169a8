import { createHash } from 'node:crypto'
import type pg from 'pg'
import { type Language, languages, type Words } from '#kernel'
import type { WriteDb } from '../db.ts'
import type { Say } from '../page.ts'
import type { Findable, Finds, Said } from './documents.ts'
import {
  addGeneration,
  addTexts,
  addWords,
  type Generation,
  latestGeneration,
  type TextRow,
  takeTurn,
  type WordRow,
} from './store.ts'
import { fold, tokensOf } from './terms.ts'

/** Of the way in which documents are taken apart: with another one the index is made anew. */
const version = 2

export const saidIn =
  (voices: Readonly<Record<Language, Say>>): Said =>
  (key) =>
    Object.fromEntries(languages.map((language) => [language, voices[language](key)])) as Words

/** Everything that the features give to be found, in their order. */
const documentsOf = async (db: WriteDb, all: readonly Finds[], said: Said): Promise<readonly Findable[]> => {
  const documents: Findable[] = []
  for (const finds of all) documents.push(...(await finds.documents(db, said)))
  return documents
}

/** Words of all languages, each text once: a language that has none of its own is searched in English. */
const bodyIn = (language: Language, texts: readonly Words[]): string =>
  [...new Set(texts.flatMap((words) => words[language] ?? []))].join('\n')

/** Where it counts most, once each: a code before the title, the title before the label, the label before the rest. */
const vectorOf = (places: readonly (readonly [mark: string, terms: readonly string[]])[]): string => {
  const marks = new Map<string, string[]>()
  let position = 0
  for (const [mark, terms] of places) {
    position += 1
    for (const term of new Set(terms)) marks.set(term, [...(marks.get(term) ?? []), `${position}${mark}`])
  }
  return [...marks].map(([term, where]) => `'${term.replaceAll("'", "''")}':${where.join(',')}`).join(' ')
}

/** A short text that has a word is more about it than a long one. */
const brevity = (terms: number): number => 1 + 1 / (1 + Math.log(1 + terms))

type Indexed = { readonly row: TextRow; readonly spelled: readonly Spelled[] }
/** A term, and the piece of a text that it was made from. */
type Spelled = readonly [term: string, spelling: string]

const spelledIn = (text: string): readonly Spelled[] =>
  tokensOf(text).flatMap(({ from, to, terms }) =>
    terms.map((term): Spelled => [term, terms.length === 1 ? text.slice(from, to).toLowerCase() : term]),
  )

const termsOf = (spelled: readonly Spelled[]): readonly string[] => spelled.map(([term]) => term)

const rowOf = (document: Findable, language: Language, n: number): Indexed => {
  const { key, kind, address, label, texts, codes, weight = 1, since = null, until = null } = document
  const title = document.title[language] ?? document.title.en
  const named = label?.[language] ?? label?.en ?? ''
  const body = bodyIn(language, texts)
  // Two letters are a word in some language: they are asked for alone, or not at all.
  const inCodes = codes.filter((code) => !/^\p{L}{1,2}$/u.test(code)).flatMap(spelledIn)
  const [inTitle, inLabel, inBody] = [spelledIn(title), spelledIn(named), spelledIn(body)]
  const row = {
    n,
    key,
    kind,
    language,
    address,
    label: named,
    title,
    body,
    // As they are asked for, and as they are written.
    codes: [...new Set([...codes.map(fold), ...codes])],
    weight: weight * brevity(inTitle.length + inBody.length),
    since,
    until,
    terms: vectorOf([
      ['A', termsOf(inCodes)],
      ['B', termsOf(inTitle)],
      ['C', termsOf(inLabel)],
      ['', termsOf(inBody)],
    ]),
  }
  return { row, spelled: [...inTitle, ...inLabel, ...inBody, ...inCodes] }
}

/** Every term with the number of texts that it stands in, and as the first of them spells it. */
const wordsOf = (all: readonly Indexed[]): readonly WordRow[] => {
  const words = new Map<string, { spelling: string; texts: number }>()
  for (const { spelled } of all)
    for (const [term, spelling] of new Map(spelled)) {
      const standing = words.get(term)
      if (standing === undefined) words.set(term, { spelling, texts: 1 })
      else standing.texts += 1
    }
  return [...words].map(([word, { spelling, texts }]) => ({ word, spelling, texts }))
}

/**
 * Makes the index anew, in the transaction of the deed that changed what it holds, when it is another than the one in force;
 * null when nothing changed. Who else changes what it holds waits, so that no generation lacks what stood before it; other deeds go on.
 */
export const indexed = async (
  db: WriteDb,
  given: readonly Finds[],
  voices: Readonly<Record<Language, Say>>,
): Promise<Generation | null> => {
  await takeTurn(db)
  const documents = await documentsOf(db, given, saidIn(voices))
  const digest = createHash('sha256')
    .update(JSON.stringify([version, documents]))
    .digest('hex')
  const standing = await latestGeneration(db)
  if (standing?.digest === digest) return null
  const all = documents
    .flatMap((document) =>
      languages
        .filter(
          (language) =>
            document.title[language] !== undefined || document.texts.some((one) => one[language] !== undefined),
        )
        .map((language) => ({ document, language })),
    )
    .map(({ document, language }, at) => rowOf(document, language, at + 1))
  const facts = { digest, documents: documents.length, texts: all.length }
  const n = await addGeneration(db, facts)
  await addTexts(
    db,
    n,
    all.map(({ row }) => row),
  )
  await addWords(db, n, wordsOf(all))
  return { n, ...facts }
}

/** Removes the generations before the one in force, as the owner of the tables: nothing reads them any more. */
export const forgetGenerations = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ n: number | null }>(
    'select max(n) as n from platform.search_generation having count(*) > 1',
  )
  const [latest] = rows
  if (latest === undefined) return
  for (const table of ['search_text', 'search_word'])
    await client.query(`delete from platform.${table} where generation < $1`, [latest.n])
  await client.query('delete from platform.search_generation where n < $1', [latest.n])
}
