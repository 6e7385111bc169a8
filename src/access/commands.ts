import { z } from 'zod'
import { heldRoles, roleKey } from '#access/core'
import { type Attempt, done, languages, refused } from '#kernel'
import { type Command, reads, type Work, writes } from '#platform'
import { emailFrom } from './core/person.ts'
import { giveRole, invite, reset, takeRole, toldPerson, toldRole } from './deeds/people.ts'
import { equipped } from './equipment.ts'
import { codeOf, peopleOf, personByEmail, rolesOf } from './store/people.ts'

const idOf = async ({ db }: Pick<Work, 'db'>, email: string): Promise<Attempt<string, 'access.nobodyThere'>> => {
  const person = await personByEmail(db, emailFrom(email) ?? '')
  return person === null ? refused('access.nobodyThere', { email }) : done(person.id)
}

const linkTo = (language: string, path: string): string => `${equipped().origin}/${language}${path}`

export const commands: readonly Command[] = [
  writes({
    name: 'people add',
    about: 'access.command.add',
    may: 'access.people',
    event: 'access.personAdded',
    order: z.object({
      name: z.string(),
      email: z.string(),
      role: z.enum(heldRoles).optional(),
      for: z.string().optional(),
      language: z.enum(languages).default('en'),
    }),
    deed: async (work, { name, email, language, role, for: scope = '' }) => {
      const invited = await invite(work, { name, email, language })
      if (invited.kind === 'refused' || role === undefined) return invited
      const given = await giveRole(work, invited.value.person.id, { role, scope })
      return given.kind === 'refused' ? given : invited
    },
    facts: ({ person, path }) => ({ person: person.id, name: person.name, link: linkTo(person.language, path) }),
    trail: ({ person }) => ({ facts: { person: person.id }, after: toldPerson(person) }),
    lines: ({ name, link }, say) => [say('access.command.added', { name }), link],
  }),
  writes({
    name: 'people role',
    about: 'access.command.role',
    may: 'access.roles',
    event: 'access.roleChanged',
    order: z.object({
      email: z.string(),
      role: z.enum(heldRoles),
      for: z.string().optional(),
      take: z.enum(['yes', 'no']).default('no'),
    }),
    deed: async (work, { email, role, for: scope = '', take }) => {
      const id = await idOf(work, email)
      if (id.kind === 'refused') return id
      const change = take === 'yes' ? takeRole : giveRole
      const changed = await change(work, id.value, { role, scope })
      return changed.kind === 'refused' ? changed : done({ ...changed.value, isHeld: take === 'no' })
    },
    facts: ({ person, held, isHeld }) => ({
      person: person.id,
      name: person.name,
      role: held.role,
      for: codeOf(held.scope),
      isHeld,
    }),
    trail: ({ person, held, isHeld }) => ({
      facts: { person: person.id },
      ...(isHeld ? { after: toldRole(held) } : { before: toldRole(held) }),
    }),
    lines: ({ name, role, isHeld }, say) => [
      say(isHeld ? 'access.command.roleGiven' : 'access.command.roleTaken', { name, role: say(roleKey(role)) }),
    ],
  }),
  writes({
    name: 'people reset',
    about: 'access.command.reset',
    may: 'access.people',
    event: 'access.accessReset',
    order: z.object({ email: z.string(), factor: z.enum(['keep', 'remove']).default('keep') }),
    deed: async (work, { email, factor }) => {
      const id = await idOf(work, email)
      return id.kind === 'refused' ? id : reset(work, id.value, factor === 'remove')
    },
    facts: ({ person, path }) => ({ person: person.id, name: person.name, link: linkTo(person.language, path) }),
    trail: ({ person }) => ({ facts: { person: person.id } }),
    lines: ({ name, link }, say) => [say('access.command.wasReset', { name }), link],
  }),
  reads({
    name: 'people list',
    about: 'access.command.list',
    may: 'access.people',
    order: z.object({}),
    load: async ({ db }) => {
      const people = await peopleOf(db)
      const roles = await rolesOf(
        db,
        people.map(({ id }) => id),
      )
      return done(
        people.map(({ id, name, email, isProven, isClosed }) => ({
          id,
          name,
          email,
          isProven,
          isClosed,
          roles: roles
            .filter(({ person }) => person === id)
            .map(({ held }) => ({ role: held.role, for: codeOf(held.scope) })),
        })),
      )
    },
    lines: (people, say) =>
      people.map(({ name, email, isClosed, roles }) =>
        [
          name,
          email,
          ...roles.map((one) => (one.for === '' ? say(roleKey(one.role)) : `${say(roleKey(one.role))} (${one.for})`)),
          ...(isClosed ? [say('access.people.hasLeft')] : []),
        ].join('\t'),
      ),
  }),
]
