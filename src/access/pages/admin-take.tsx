import type { FC } from 'hono/jsx'
import { type Held, type Person, roleKey, type Unit } from '#access/core'
import type { Day } from '#kernel'
import type { Shown } from '#platform'
import { Carried, dayWords, Form, Kv, Link, TextArea } from '#ui'
import { RoleWords } from './account.tsx'
import { AdminDesk } from './admin-parts.tsx'

export type TakeRoleProps = {
  readonly person: Person
  /** The role and since when; null when it was taken meanwhile. */
  readonly found: { readonly held: Held; readonly since: string } | null
  readonly units: readonly Unit[]
}

/** Takes a role back, with the reason that the trail keeps. */
export const TakeRolePage: FC<Shown<TakeRoleProps>> = ({ person, found, units, say, language, here }) => {
  const part = { say, language, here }
  const filled = here.filled?.fields ?? {}
  const fieldOf = (name: string): string => (typeof filled[name] === 'string' ? filled[name] : '')
  const role = found?.held.role ?? fieldOf('role')
  const scope = found === null ? fieldOf('scope') : found.held.scope.kind === 'everywhere' ? '' : found.held.scope.code
  const title = say('access.admin.takeRole', {
    role: found === null ? role : say(roleKey(found.held.role)),
    name: person.name,
  })
  const at = `/admin/people/${person.id}`
  return (
    <AdminDesk title={title} heading={title} below={{ words: person.name, to: at }} {...part}>
      {found === null ? null : (
        <Kv
          rows={[
            {
              name: say('access.admin.role'),
              value: <RoleWords held={found.held} units={units} say={say} language={language} />,
            },
            { name: say('access.admin.since'), value: dayWords(language, found.since as Day) },
          ]}
        />
      )}
      <Form
        to={`${at}/roles/take`}
        button={say('access.admin.takeRoleButton')}
        beside={
          <Link to={at} language={language} here={here}>
            {say('access.admin.backToPerson', { name: person.name })}
          </Link>
        }
        {...part}
      >
        <Carried name="role" value={role} />
        <Carried name="scope" value={scope} />
        <TextArea
          {...part}
          name="reason"
          label={say('access.admin.reason')}
          hint={say('access.admin.takeRoleHint')}
          rows={2}
          most={500}
        />
      </Form>
    </AdminDesk>
  )
}
