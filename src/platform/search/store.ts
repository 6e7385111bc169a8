import { Readable } from 'node:stream'
import { type Day, Language } from '#kernel'
import { type ReadDb, type Row, sql, text, textOrNull, type WriteDb, whole } from '../db.ts'

export type Generation = {
  readonly n: number
  readonly digest: string
  readonly documents: number
  readonly texts: number
}

/** Until the transaction ends, nobody else makes an index. */
export const takeTurn = (db: WriteDb): Promise<number> =>
  db.run(sql`-- platform.takeTurn
    select pg_advisory_xact_lock(hashtext('platform.search_generation'))`)

/** The index in force; null before the first. */
export const latestGeneration = (db: ReadDb): Promise<Generation | null> =>
  db.one(
    sql`-- platform.latestGeneration
      select n, digest, documents, texts from platform.search_generation order by n desc limit 1`,
    (row) => ({
      n: whole(row, 'n'),
      digest: text(row, 'digest'),
      documents: whole(row, 'documents'),
      texts: whole(row, 'texts'),
    }),
  )

export const addGeneration = async (
  db: WriteDb,
  { digest, documents, texts }: Omit<Generation, 'n'>,
): Promise<number> => {
  const n = await db.one(
    sql`-- platform.addGeneration
      insert into platform.search_generation (digest, documents, texts) values (${digest}, ${documents}, ${texts}) returning n`,
    (row) => whole(row, 'n'),
  )
  if (n === null) throw new Error('addGeneration: no number')
  return n
}

/** Of PostgreSQL's COPY text. */
const field = (value: string | number | null): string =>
  value === null
    ? '\\N'
    : String(value).replaceAll(/[\\\t\n\r]/g, (sign) => ({ '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? '\\\\')
const line = (values: readonly (string | number | null)[]): string => `${values.map(field).join('\t')}\n`
const listOf = (values: readonly string[]): string =>
  `{${values.map((one) => `"${one.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`).join(',')}}`

export type TextRow = {
  readonly n: number
  readonly key: string
  readonly kind: string
  readonly language: string
  readonly address: string
  readonly label: string
  readonly title: string
  readonly body: string
  readonly codes: readonly string[]
  readonly weight: number
  readonly since: string | null
  readonly until: string | null
  /** A tsvector as PostgreSQL writes it. */
  readonly terms: string
}

export const addTexts = (db: WriteDb, generation: number, rows: readonly TextRow[]): Promise<number> =>
  db.copy(
    sql`-- platform.addTexts
      copy platform.search_text (generation, n, key, kind, language, address, label, title, body, codes, weight, since, until, terms)
      from stdin`,
    Readable.from(
      rows.map((row) =>
        line([
          generation,
          row.n,
          row.key,
          row.kind,
          row.language,
          row.address,
          row.label,
          row.title,
          row.body,
          listOf(row.codes),
          row.weight,
          row.since,
          row.until,
          row.terms,
        ]),
      ),
    ),
  )

export type WordRow = { readonly word: string; readonly spelling: string; readonly texts: number }

export const addWords = (db: WriteDb, generation: number, rows: readonly WordRow[]): Promise<number> =>
  db.copy(
    sql`-- platform.addWords
      copy platform.search_word (generation, word, spelling, texts, length) from stdin`,
    Readable.from(rows.map(({ word, spelling, texts }) => line([generation, word, spelling, texts, [...word].length]))),
  )

export type Near = {
  readonly word: string
  readonly spelling: string
  readonly letters: number
  readonly texts: number
}
export type Looked = { readonly word: string; readonly texts: number | null; readonly near: readonly Near[] }

/**
 * These words in the vocabulary: in how many texts each stands (null: in none), and for one that stands in none those that
 * differ by `most` letters at the most, the nearest first. A number or a word of fewer than four letters has no near ones.
 */
export const lookUpWords = (
  db: ReadDb,
  generation: number,
  words: readonly string[],
  most: number,
): Promise<readonly Looked[]> =>
  db.all(
    sql`-- platform.lookUpWords
      select asked.word, known.texts, coalesce(near.all_of, '[]')::text as near
      from unnest(${words}::text[]) asked (word)
      left join platform.search_word known on known.generation = ${generation} and known.word = asked.word collate "C"
      left join lateral (
        select json_agg(json_build_object('word', n.word, 'spelling', n.spelling, 'letters', n.letters, 'texts', n.texts)
          order by n.letters, n.texts desc) as all_of
        from (
          select w.word, w.spelling, w.texts, platform.letters_apart(w.word, asked.word, ${most}::integer) as letters
          from platform.search_word w
          where w.generation = ${generation} and w.length between char_length(asked.word) - ${most}::integer and char_length(asked.word) + ${most}::integer
            and w.length > 2
          order by letters, w.texts desc limit 12
        ) n
        where n.letters <= ${most}::integer and n.word !~ '[0-9]'
      ) near on known.word is null and char_length(asked.word) >= 4 and asked.word !~ '[0-9]'`,
    (row) => ({
      word: text(row, 'word'),
      texts: row['texts'] === null ? null : whole(row, 'texts'),
      near: JSON.parse(text(row, 'near')) as readonly Near[],
    }),
  )

/** What is asked of the texts: each term as a tsquery with how much it tells, and all of them in one. */
export type Query = {
  readonly each: readonly string[]
  /** The same without other endings. */
  readonly plain: readonly string[]
  /** The same, where it stands in a code, in a title, in a label. */
  readonly codes: readonly string[]
  readonly titles: readonly string[]
  readonly labels: readonly string[]
  readonly tells: readonly number[]
  readonly any: string
  /** All that was asked, as one code would be. */
  readonly code: string
  readonly language: Language
  readonly asOf: Day
}

export type Scored = {
  readonly n: number
  readonly key: string
  readonly kind: string
  readonly score: number
  readonly exact: boolean
  readonly language: Language
  readonly title: string
  /** How much of the question it has, of 1. */
  readonly has: number
}

/** Every document in which a term is found, by its best language; the best first. */
export const scoredBy = (db: ReadDb, generation: number, query: Query): Promise<readonly Scored[]> =>
  db.all(
    sql`-- platform.scoredBy
      with found as (
        select t.n, t.key, t.kind, t.language, t.title, t.codes @> array[${query.code}::text] as exact, parts.has,
          parts.rank * parts.has * t.weight
            * case when t.language = ${query.language} then 1.15 when t.language = 'en' then 1.05 else 1 end as score
        from platform.search_text t
        cross join lateral (
          select sum(one.worth * case when t.terms @@ e.plain then 1 else 0.75 end * e.tells)::real as rank, (coalesce(sum(e.tells) filter (where one.worth > 0), 0) / sum(e.tells))::real as has
          from unnest(${query.plain}::tsquery[], ${query.codes}::tsquery[], ${query.titles}::tsquery[], ${query.labels}::tsquery[], ${query.each}::tsquery[],
            ${query.tells}::real[]) e (plain, code, title, label, term, tells)
          cross join lateral (
            select case when not t.terms @@ e.term then 0 when t.terms @@ e.code then 1 when t.terms @@ e.title then 0.6
              when t.terms @@ e.label then 0.35 else 0.25 end as worth
          ) one
        ) parts
        where t.generation = ${generation} and t.terms @@ ${query.any}::tsquery
          and (t.since is null or t.since <= ${query.asOf}::date) and (t.until is null or t.until > ${query.asOf}::date)
      ), best as (
        select distinct on (key) n, key, kind, language, title, exact, has, score from found order by key, exact desc, score desc, n
      )
      select n, key, kind, language, title, exact, has, score from best order by exact desc, score desc, n limit 1000`,
    (row: Row) => ({
      n: whole(row, 'n'),
      key: text(row, 'key'),
      kind: text(row, 'kind'),
      exact: row['exact'] === true,
      language: Language.parse(text(row, 'language')) ?? 'en',
      title: text(row, 'title'),
      has: Number(row['has']),
      score: Number(row['score']),
    }),
  )

export type Shelved = {
  readonly n: number
  readonly key: string
  readonly language: Language
  readonly address: string
  readonly label: string
  readonly title: string
  readonly body: string
  readonly codes: readonly string[]
}

/** These documents in these languages, and these rows in any. */
export const textsOf = (
  db: ReadDb,
  generation: number,
  keys: readonly string[],
  language: Language,
  rows: readonly number[],
): Promise<readonly Shelved[]> =>
  db.all(
    sql`-- platform.textsOf
      select n, key, language, address, label, title, body, to_json(codes)::text as codes from platform.search_text
      where generation = ${generation} and key = any(${keys}::text[]) and (language = ${language} or n = any(${rows}::integer[]))`,
    (row) => ({
      n: whole(row, 'n'),
      key: text(row, 'key'),
      language: Language.parse(text(row, 'language')) ?? 'en',
      address: text(row, 'address'),
      label: textOrNull(row, 'label') ?? '',
      title: text(row, 'title'),
      body: text(row, 'body'),
      codes: JSON.parse(text(row, 'codes')) as readonly string[],
    }),
  )
