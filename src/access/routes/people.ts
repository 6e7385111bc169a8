import { z } from 'zod'
import { languages, PersonId } from '#kernel'
import { absent, get, type Params, post, type Route } from '#platform'
import { changePerson, close, giveRole, invite, reopen, reset, toldPerson, toldRole } from '../deeds/people.ts'
import { NewPersonPage } from '../pages/people.tsx'
import { PersonPage } from '../pages/person.tsx'
import { RolesPage, UnitsPage } from '../pages/roles.tsx'
import { codeOf, personOf, rolesOf } from '../store/people.ts'
import { tokensOf } from '../store/tokens.ts'
import { unitsOf } from '../store.ts'

const order = z.object({
  name: z.string().min(1).max(200),
  email: z.string().min(1).max(200),
  language: z.enum(languages),
})
/** Why: for what nobody can take back without a word, and where somebody wants to say it. */
const reason = z.string().trim().min(1).max(500)
const perhaps = z.string().trim().max(500).optional()
/** An economy is typed, a unit is chosen; either is what the role is held for. */
const role = z
  .object({
    role: z.string().min(1).max(40),
    scope: z.string().max(80).optional(),
    economy: z.string().max(3).optional(),
    reason: perhaps,
  })
  .transform(({ role: named, scope = '', economy = '', reason: why = '' }) => ({
    role: named,
    scope: economy === '' ? scope : economy,
    reason: why === '' ? null : why,
  }))
const whose = (params: Params): string => params['person'] ?? ''
const at = (person: { readonly id: string }, done: string): string => `/admin/people/${person.id}?done=${done}`
const formOf = (params: Params): string => `/admin/people/${encodeURIComponent(whose(params))}`

export const peopleRoutes: readonly Route[] = [
  get({ path: '/admin/people/new', may: 'access.people', load: async () => ({}), page: NewPersonPage }),
  post({
    path: '/admin/people/new',
    may: 'access.people',
    event: 'access.invited',
    order,
    deed: invite,
    trail: ({ person }) => ({ facts: { person: person.id }, after: toldPerson(person) }),
    goTo: ({ person }) => at(person, 'invited'),
  }),
  get({
    path: '/admin/people/:person',
    may: 'access.people',
    asks: z.object({ done: z.string().optional() }),
    load: async ({ db }, { person: text = '' }, { done = '' }) => {
      const id = PersonId.parse(text)
      const person = id === null ? null : await personOf(db, id)
      if (person === null) return absent('access.admin.noSuchPerson')
      const held = (await rolesOf(db, [person.id])).map((one) => one.held)
      return { person, held, units: await unitsOf(db), tokens: await tokensOf(db, [person.id]), done }
    },
    page: PersonPage,
  }),
  post({
    path: '/admin/people/:person',
    may: 'access.people',
    event: 'access.personChanged',
    order,
    deed: (work, change, params) => changePerson(work, whose(params), change),
    trail: ({ before, after }) => ({
      facts: { person: after.id, addressChanged: before.email !== after.email },
      before: toldPerson(before),
      after: toldPerson(after),
    }),
    goTo: ({ after }) => at(after, 'changed'),
  }),
  post({
    path: '/admin/people/:person/roles',
    may: 'access.roles',
    event: 'access.roleGiven',
    form: formOf,
    order: role,
    deed: (work, change, params) => giveRole(work, whose(params), change),
    trail: ({ person, held }, { reason: why }) => ({
      facts: { person: person.id },
      unit: codeOf(held.scope) || null,
      reason: why,
      after: toldRole(held),
    }),
    goTo: ({ person }) => at(person, 'given'),
  }),
  post({
    path: '/admin/people/:person/reset',
    may: 'access.people',
    event: 'access.reset',
    form: formOf,
    order: z.object({ factor: z.literal('yes').optional(), reason }),
    deed: (work, { factor }, params) => reset(work, whose(params), factor === 'yes'),
    trail: ({ person }, { factor, reason: why }) => ({
      facts: { person: person.id, withFactor: factor === 'yes' },
      reason: why,
    }),
    goTo: ({ person }) => at(person, 'reset'),
  }),
  post({
    path: '/admin/people/:person/close',
    may: 'access.people',
    event: 'access.closed',
    form: formOf,
    order: z.object({ reason }),
    deed: (work, _, params) => close(work, whose(params)),
    trail: ({ before, after }, { reason: why }) => ({
      facts: { person: after.id },
      reason: why,
      before: toldPerson(before),
      after: toldPerson(after),
    }),
    goTo: ({ after }) => at(after, 'closed'),
  }),
  post({
    path: '/admin/people/:person/reopen',
    may: 'access.people',
    event: 'access.reopened',
    form: formOf,
    order: z.object({ reason }),
    deed: (work, _, params) => reopen(work, whose(params)),
    trail: ({ before, after }, { reason: why }) => ({
      facts: { person: after.id },
      reason: why,
      before: toldPerson(before),
      after: toldPerson(after),
    }),
    goTo: ({ after }) => at(after, 'reopened'),
  }),
  get({ path: '/admin/roles', may: 'access.roles', load: async () => ({}), page: RolesPage }),
  get({ path: '/units', may: 'access.units', load: async ({ db }) => ({ units: await unitsOf(db) }), page: UnitsPage }),
]
