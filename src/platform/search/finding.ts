import type { Day, Language } from '#kernel'
import type { ReadDb } from '../db.ts'
import type { FindKind } from './documents.ts'
import { excerptOf, markedIn, marksOf, type Piece } from './marking.ts'
import { matcherOf, plainOf, questionOf, type Sought, soughtFrom, telling, tsqueryOf } from './query.ts'
import { latestGeneration, lookUpWords, type Scored, type Shelved, scoredBy, textsOf } from './store.ts'
import { fold, termsIn, tokensOf } from './terms.ts'

/** Why a document is among the found: each list is what of it was sought, as it stands there. */
export type Why = {
  readonly codes: readonly string[]
  readonly title: readonly string[]
  readonly label: readonly string[]
  readonly text: readonly string[]
}

export type Hit = {
  readonly key: string
  readonly address: string
  readonly kind: string
  /** Of the title and the label: the reader's language where it has one. */
  readonly language: Language
  readonly label: string
  readonly title: readonly Piece[]
  /** Where it was found besides its title; in another language when it was found only there. */
  readonly excerpt: { readonly language: Language; readonly pieces: readonly Piece[] } | null
  readonly why: Why
}

export type Group = { readonly kind: FindKind; readonly count: number; readonly hits: readonly Hit[] }

/** A word that stands nowhere, and what it was read as. */
export type Reread = { readonly typed: string; readonly read: readonly string[] }

export type Found = {
  readonly groups: readonly Group[]
  /** Documents in all, and in each kind, whatever is chosen; in the order of the groups. */
  readonly count: number
  readonly counts: readonly { readonly kind: FindKind; readonly count: number }[]
  readonly reread: readonly Reread[]
  /** Words that were passed over, because the question has too many. */
  readonly left: number
  /** Words that stand nowhere and are like nothing. */
  readonly unknown: readonly string[]
  /** When nothing was found: words that do stand somewhere. */
  readonly nearest: readonly string[]
}

export type Asking = {
  readonly asked: string
  readonly kind: string | null
  readonly language: Language
  readonly asOf: Day
  /** Of each group, or of the chosen one: how many are passed over, and how many are shown. */
  readonly from: number
  readonly size: number
}

/** What has much less of the question than the best, or is much less about it, is no answer to it. */
const leastOfQuestion = 0.6
const leastOfScore = 0.1

/** The exact ones, then all that are near enough to the best. */
const worthy = (scored: readonly Scored[]): readonly Scored[] => {
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const most = Math.max(0, ...scored.map(({ has }) => has))
  return scored.filter(
    ({ exact, has, score }) => exact || (has >= most * leastOfQuestion && score >= best * leastOfScore),
  )
}

/** How many are looked at once more, by their titles. */
const looked = 80
/** The question is the whole of the title. */
const wholeTitle = 3

/** What of a title is the question counts as much again: who asks by the name of a thing means the thing. */
const byTitles = (scored: readonly Scored[], matches: (term: string) => boolean): readonly Scored[] => {
  const shareOf = (title: string): number => {
    const tokens = tokensOf(title)
    return tokens.filter(({ terms }) => terms.some(matches)).length / Math.max(1, tokens.length)
  }
  const timesOf = ({ title, has }: Scored): number => {
    const share = shareOf(title)
    return share === 1 && has > 0.99 ? wholeTitle : 1 + share
  }
  const first = scored.slice(0, looked).map((one) => ({ ...one, score: one.score * timesOf(one) }))
  return [
    ...first.toSorted((a, b) => Number(b.exact) - Number(a.exact) || b.score - a.score || a.n - b.n),
    ...scored.slice(looked),
  ]
}

const nothing = { groups: [], count: 0, counts: [], reread: [], left: 0, unknown: [], nearest: [] }

/** What the title says already, or a word alone. */
const tellsNothing = (excerpt: readonly Piece[], title: readonly Piece[]): boolean => {
  const [text, named] = [excerpt, title].map((pieces) => pieces.map(({ words }) => words).join(''))
  return text === named || (title.some(({ marked }) => marked) && excerpt.every(({ marked }) => marked))
}

const hitOf = (
  { key, kind }: Scored,
  found: Shelved,
  own: Shelved,
  matches: (term: string) => boolean,
  code: string,
): Hit => {
  const asWritten = new Map(found.codes.map((one) => [fold(one), one]))
  const codes = [...asWritten].flatMap(([folded, one]) =>
    folded === code || (/\d/.test(folded) && termsIn(one).some(matches)) ? [one] : [],
  )
  const title = markedIn(own.title, matches)
  const label = markedIn(own.label, matches)
  const elsewhere = found.language === own.language ? null : excerptOf(`${found.title}\n${found.body}`, matches)
  const inOwn = elsewhere ?? excerptOf(own.body, matches)
  const excerpt =
    inOwn === null || (elsewhere === null && tellsNothing(inOwn, title))
      ? null
      : { language: elsewhere === null ? own.language : found.language, pieces: inOwn }
  return {
    key,
    kind,
    address: own.address,
    language: own.language,
    label: own.label,
    title,
    excerpt,
    why: {
      codes,
      title: marksOf(title),
      label: marksOf(label),
      text: excerpt === null ? [] : marksOf(excerpt.pieces),
    },
  }
}

const shown = async (
  db: ReadDb,
  generation: number,
  scored: readonly Scored[],
  language: Language,
  sought: readonly Sought[],
  code: string,
): Promise<ReadonlyMap<string, Hit>> => {
  const texts = await textsOf(
    db,
    generation,
    scored.map(({ key }) => key),
    language,
    scored.map(({ n }) => n),
  )
  const matches = matcherOf(telling(sought))
  return new Map(
    scored.flatMap((one) => {
      const found = texts.find(({ n }) => n === one.n)
      if (found === undefined) return []
      const own = texts.find((text) => text.key === one.key && text.language === language) ?? found
      return [[one.key, hitOf(one, found, own, matches, code)] as const]
    }),
  )
}

/** Spellings of the vocabulary that are like words which stand nowhere, the nearest first. */
const nearestTo = async (db: ReadDb, generation: number, words: readonly string[]): Promise<readonly string[]> => {
  const looked = await lookUpWords(db, generation, words, 4)
  const near = looked.flatMap(({ word, near: all }) =>
    all.filter(({ letters }) => letters <= Math.max(2, Math.floor(word.length / 2))),
  )
  return [
    ...new Set(near.toSorted((a, b) => a.letters - b.letters || b.texts - a.texts).map(({ spelling }) => spelling)),
  ].slice(0, 6)
}

/** What a question finds on a day, for a reader of a language. */
export const find = async (db: ReadDb, kinds: readonly FindKind[], asking: Asking): Promise<Found> => {
  const generation = await latestGeneration(db)
  const { slots, left, code } = questionOf(asking.asked)
  if (generation === null || slots.length === 0) return nothing
  const forms = [...new Set(slots.flatMap((slot) => slot.forms))]
  const sought = soughtFrom(slots, await lookUpWords(db, generation.n, forms, 2), generation.documents)
  const each = sought.map((one) => tsqueryOf(one))
  const scored = await scoredBy(db, generation.n, {
    each,
    plain: sought.map(plainOf),
    codes: sought.map((one) => tsqueryOf(one, 'A')),
    titles: sought.map((one) => tsqueryOf(one, 'B')),
    labels: sought.map((one) => tsqueryOf(one, 'C')),
    tells: sought.map(({ tells }) => tells),
    any: each.map((one) => `(${one})`).join(' | '),
    code,
    language: asking.language,
    asOf: asking.asOf,
  })
  const worth = byTitles(worthy(scored), matcherOf(telling(sought)))
  const byKind = Map.groupBy(worth, ({ kind }) => kind)
  const counts = [...byKind].flatMap(([name, all]) => {
    const kind = kinds.find((one) => one.code === name)
    return kind === undefined ? [] : [{ kind, count: all.length }]
  })
  const chosen = counts.filter(({ kind }) => asking.kind === null || kind.code === asking.kind)
  const onPage = chosen.map(({ kind, count }) => ({
    kind,
    count,
    scored: (byKind.get(kind.code) ?? []).slice(asking.from, asking.from + asking.size),
  }))
  const hits = await shown(
    db,
    generation.n,
    onPage.flatMap((group) => group.scored),
    asking.language,
    sought,
    code,
  )
  const strange = sought.filter(({ known, read }) => !known && read.length === 0)
  return {
    groups: onPage.map((group) => ({
      kind: group.kind,
      count: group.count,
      hits: group.scored.flatMap(({ key }) => hits.get(key) ?? []),
    })),
    count: worth.length,
    counts,
    reread: sought
      .filter(({ read }) => read.length > 0)
      .map(({ typed, read }) => ({ typed, read: read.slice(0, 4).map(({ spelling }) => spelling) })),
    left,
    unknown: strange.map(({ typed }) => typed),
    nearest:
      worth.length > 0
        ? []
        : await nearestTo(
            db,
            generation.n,
            strange.flatMap((slot) => slot.forms.slice(0, 1)),
          ),
  }
}
