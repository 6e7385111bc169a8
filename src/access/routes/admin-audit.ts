import { z } from 'zod'
import { Day } from '#kernel'
import {
  type Absent,
  type Ask,
  absent,
  addressOf,
  columnsOf,
  get,
  headFrom,
  headStands,
  notesOf,
  parsed,
  type ReadDb,
  type Route,
  searchTrail,
  streamTrail,
  type TakenRow,
  type Told,
  type TrailQuestion,
  takeTable,
  trailColumns,
  trailEntry,
  trailEvents,
  verified,
} from '#platform'
import { type AuditAsked, AuditPage } from '../pages/admin-audit.tsx'
import { ChainPage, EntryPage } from '../pages/admin-entry.tsx'
import { asking, eventWords } from '../pages/admin-parts.tsx'
import { namesOf, peopleOf } from '../store/people.ts'
import { unitsOf } from '../store.ts'

/** As many deeds as a page shows. */
const perPage = 50

const words = z.string().max(120).optional()
const day = z.union([z.literal('').transform(() => undefined), parsed(Day)]).optional()
const asks = { person: words, event: words, unit: words, from: day, to: day, words }
const question = z.object(asks)
type Asks = z.infer<typeof question>

const askedOf = ({ person = '', event = '', unit = '', from, to, words: said = '' }: Asks): AuditAsked => ({
  person: person.trim(),
  event,
  unit,
  from: from ?? '',
  to: to ?? '',
  words: said.trim(),
})

/** Whoever that may be: by the number that the trail has, or by a part of their name or address. */
const peopleNamed = async (db: ReadDb, typed: string): Promise<readonly string[] | null> => {
  if (typed === '') return null
  const small = typed.toLowerCase()
  const found = (await peopleOf(db)).filter(
    ({ name, email }) => name.toLowerCase().includes(small) || email.includes(small),
  )
  return [small, ...found.map(({ id }) => id as string)]
}

const nullable = (text: string): string | null => (text === '' ? null : text)

const questionOf = async (db: ReadDb, asked: AuditAsked): Promise<TrailQuestion> => ({
  people: await peopleNamed(db, asked.person),
  event: nullable(asked.event),
  unit: nullable(asked.unit),
  from: nullable(asked.from),
  to: nullable(asked.to),
  words: nullable(asked.words),
})

const factOf = (facts: Told, name: string): string | null => {
  const fact =
    typeof facts === 'object' && facts !== null && !Array.isArray(facts)
      ? (facts as { readonly [name: string]: Told })[name]
      : null
  return typeof fact === 'string' ? fact : null
}

/** The page of what a deed was about: what its facts call `page`, or the person or the token that they name. */
const aboutOf = async (db: ReadDb, facts: Told): Promise<{ readonly to: string; readonly name: string } | null> => {
  const page = factOf(facts, 'page')
  if (page !== null && /^\/(?![/\\])[^\s\\]*$/.test(page)) return { to: page, name: page }
  const person = factOf(facts, 'person')
  if (person !== null) {
    const name = (await namesOf(db, [person])).get(person)
    if (name !== undefined) return { to: `/admin/people/${encodeURIComponent(person)}`, name }
  }
  const token = factOf(facts, 'token')
  return token === null ? null : { to: `/admin/tokens/${encodeURIComponent(token)}`, name: token }
}

const noSuchEntry = (n: string): Absent => absent('access.admin.noSuchEntry', { n: n.slice(0, 20) })

const namesIn = async (db: ReadDb): Promise<ReadonlyMap<string, string>> =>
  new Map((await peopleOf(db)).map(({ id, name }) => [id, name]))

/** The rows of a file, with names and words beside what the trail calls them. */
async function* taken(
  { say }: Ask,
  rows: ReturnType<typeof streamTrail>,
  names: ReadonlyMap<string, string>,
): AsyncGenerator<readonly TakenRow[]> {
  for await (const some of rows)
    yield some.map((row) => {
      const [, , person = '', event = ''] = row
      return [...row, names.get(person ?? '') ?? null, eventWords(say, event ?? '')]
    })
}

export const auditRoutes: readonly Route[] = [
  get({
    path: '/admin/audit',
    may: 'access.audit',
    asks: z.object({
      ...asks,
      below: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional(),
    }),
    load: async ({ db }, _, { below, ...given }) => {
      const asked = askedOf(given)
      const found = await searchTrail(db, await questionOf(db, asked), below ?? null, perPage + 1)
      const entries = found.slice(0, perPage)
      const names = await namesOf(
        db,
        entries.map(({ person }) => person),
      )
      return {
        entries,
        names,
        events: await trailEvents(db),
        units: await unitsOf(db),
        asked,
        further: found.length > perPage ? (entries.at(-1)?.n ?? null) : null,
        isFirst: below === undefined,
      }
    },
    page: AuditPage,
  }),
  get({
    path: '/admin/audit/chain',
    may: 'access.audit',
    asks: z.object({ head: z.string().max(200).optional() }),
    load: async ({ db }, _, { head: typed = '' }) => {
      const chain = await verified(db)
      const noted = headFrom(typed)
      const stands = typed === '' ? null : noted === null ? ('notUnderstood' as const) : await headStands(db, noted)
      return { ...chain, noted: typed, stands }
    },
    page: ChainPage,
  }),
  get({
    path: '/admin/audit/:n',
    may: 'access.audit',
    load: async ({ db }, { n = '' }) => {
      const entry = /^[1-9]\d{0,17}$/.test(n) ? await trailEntry(db, n) : null
      if (entry === null) return noSuchEntry(n)
      return {
        entry,
        name: (await namesOf(db, [entry.person])).get(entry.person) ?? null,
        units: await unitsOf(db),
        about: await aboutOf(db, entry.facts),
        hasNext: (await trailEntry(db, String(BigInt(n) + 1n))) !== null,
      }
    },
    page: EntryPage,
  }),
  ...takeTable({
    path: '/admin/audit/entries',
    may: 'access.audit',
    asks: question,
    streams: true,
    load: async (ask, _, given) => {
      const { db, say, language, today, here } = ask
      const asked = askedOf(given)
      const names = await namesIn(db)
      return {
        name: `audit-${today}`,
        title: say('access.admin.audit'),
        language,
        tables: [
          {
            name: 'entries',
            label: say('access.admin.audit'),
            columns: columnsOf(say, 'access.column', [
              ...trailColumns.map((key) => [key, key === 'n' ? ('number' as const) : ('text' as const)] as const),
              ['name', 'text'],
              ['words', 'text'],
            ]),
            rows: taken(ask, streamTrail(db, await questionOf(db, asked)), names),
          },
        ],
        notes: notesOf(say, {
          asOf: today,
          address: `${here.origin}${addressOf(language, asking('/admin/audit', asked))}`,
        }),
      }
    },
  }),
]
