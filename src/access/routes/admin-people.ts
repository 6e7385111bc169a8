import { z } from 'zod'
import { type Held, heldRoles } from '#access/core'
import { PersonId } from '#kernel'
import { absent, get, type Params, post, type Route } from '#platform'
import { takeRole, toldRole } from '../deeds/people.ts'
import { HistoryPage } from '../pages/admin-history.tsx'
import { TakeRolePage } from '../pages/admin-take.tsx'
import { PeoplePage } from '../pages/people.tsx'
import { personHistory, roleHistory } from '../store/admin.ts'
import { codeOf, namesOf, peopleOf, personOf, rolesOf } from '../store/people.ts'
import { unitsOf } from '../store.ts'

/** As many people as a page shows. */
const perPage = 50

const words = z.string().max(120).optional()
const nth = z.coerce.number().int().min(1).max(100_000).optional()
const standings = ['', 'there', 'invited', 'closed'] as const

const isCalled = (held: Held, role: string, scope: string): boolean =>
  held.role === role && codeOf(held.scope) === scope

const oneOrNone = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '')

const takePath = ({ person = '' }: Params): string => `/admin/people/${encodeURIComponent(person)}/roles/take`

/** The list of people, somebody's history, and taking a role back. */
export const peopleListRoutes: readonly Route[] = [
  get({
    path: '/admin/people',
    may: 'access.people',
    asks: z.object({
      name: words,
      role: z.enum(['', ...heldRoles]).optional(),
      standing: z.enum(standings).optional(),
      page: nth,
    }),
    load: async ({ db }, _, { name = '', role = '', standing = '', page = 1 }) => {
      const people = await peopleOf(db)
      const roles = await rolesOf(
        db,
        people.map(({ id }) => id),
      )
      const heldBy = Map.groupBy(roles, ({ person }) => person)
      const typed = name.trim().toLowerCase()
      const found = people
        .map((person) => ({ person, held: (heldBy.get(person.id) ?? []).map(({ held }) => held) }))
        .filter(({ person, held }) => {
          const stands = person.isClosed ? 'closed' : person.isProven ? 'there' : 'invited'
          return (
            (person.name.toLowerCase().includes(typed) || person.email.includes(typed)) &&
            (role === '' || held.some((one) => one.role === role)) &&
            (standing === '' || standing === stands)
          )
        })
      const pages = Math.max(1, Math.ceil(found.length / perPage))
      const at = Math.min(page, pages)
      return {
        people: found.slice((at - 1) * perPage, at * perPage),
        units: await unitsOf(db),
        there: people.filter(({ isClosed }) => !isClosed).length,
        asked: { name: name.trim(), role, standing },
        page: at,
        pages,
      }
    },
    page: PeoplePage,
  }),
  get({
    path: '/admin/people/:person/history',
    may: 'access.people',
    load: async ({ db }, { person: text = '' }) => {
      const id = PersonId.parse(text)
      const person = id === null ? null : await personOf(db, id)
      if (person === null) return absent('access.admin.noSuchPerson')
      const roles = await roleHistory(db, person.id)
      const states = await personHistory(db, person.id)
      const names = await namesOf(
        db,
        [...roles, ...states].map(({ by }) => by),
      )
      return { person, roles, states, names, units: await unitsOf(db) }
    },
    page: HistoryPage,
  }),
  get({
    path: '/admin/people/:person/roles/take',
    may: 'access.roles',
    asks: z.object({ role: words, scope: words }),
    load: async ({ db, here }, { person: text = '' }, given) => {
      const id = PersonId.parse(text)
      const person = id === null ? null : await personOf(db, id)
      if (person === null) return absent('access.admin.noSuchPerson')
      const role = given.role ?? oneOrNone(here.filled?.fields['role'])
      const scope = given.scope ?? oneOrNone(here.filled?.fields['scope'])
      const found = (await rolesOf(db, [person.id])).find(({ held }) => isCalled(held, role, scope))
      const units = await unitsOf(db)
      return found === undefined && here.filled === null
        ? absent('access.admin.roleNotHeld', { name: person.name })
        : { person, found: found ?? null, units }
    },
    page: TakeRolePage,
  }),
  post({
    path: '/admin/people/:person/roles/take',
    may: 'access.roles',
    event: 'access.roleTaken',
    form: takePath,
    order: z.object({
      role: z.string().min(1).max(40),
      scope: z.string().max(80),
      reason: z.string().trim().min(1).max(500),
    }),
    deed: (work, { role, scope }, { person = '' }) => takeRole(work, person, { role, scope }),
    trail: ({ person, held }, { reason }) => ({
      facts: { person: person.id },
      unit: codeOf(held.scope) || null,
      reason,
      before: toldRole(held),
    }),
    goTo: ({ person }) => `/admin/people/${person.id}?done=taken`,
  }),
]
