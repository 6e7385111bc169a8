import type { FC } from 'hono/jsx'
import { type Held, type Person, roleKey, type Unit } from '#access/core'
import type { Day } from '#kernel'
import type { Shown } from '#platform'
import { DataTable, dayWords, Empty, Link, SideSection } from '#ui'
import type { PersonChange, RoleChange } from '../store/admin.ts'
import { AdminDesk, asking, unitWords, WhoWords } from './admin-parts.tsx'

export type HistoryProps = {
  readonly person: Person
  readonly roles: readonly RoleChange[]
  readonly states: readonly PersonChange[]
  readonly names: ReadonlyMap<string, string>
  readonly units: readonly Unit[]
}

/** What a role is held for, in words. */
const ForWords: FC<Shown<{ readonly held: Held; readonly units: readonly Unit[] }>> = ({
  held: { scope },
  units,
  say,
  language,
}) => (
  <>
    {scope.kind === 'everywhere' ? (
      say('access.admin.everywhere')
    ) : (
      <bdi>{scope.kind === 'unit' ? unitWords(units, scope.code, language) : scope.code}</bdi>
    )}
  </>
)

/** Every role that somebody was given and that was taken back, and how they stood. */
export const HistoryPage: FC<Shown<HistoryProps>> = ({ person, roles, states, names, units, say, language, here }) => {
  const part = { say, language, here }
  const title = say('access.admin.historyOf', { name: person.name })
  const who = (by: string) => <WhoWords person={by} name={names.get(by) ?? null} say={say} />
  return (
    <AdminDesk
      title={title}
      kick={say('access.admin.history')}
      heading={<bdi>{person.name}</bdi>}
      below={{ words: person.name, to: `/admin/people/${person.id}` }}
      notes={
        <p>
          <Link to={asking('/admin/audit', { person: person.id })} language={language} here={here}>
            {say('access.admin.deedsOf', { name: person.name })}
          </Link>
        </p>
      }
      {...part}
    >
      <SideSection heading={say('access.admin.roleHistory')} wide>
        {roles.length === 0 ? (
          <Empty>{say('access.admin.noRoles')}</Empty>
        ) : (
          <DataTable
            label={say('access.admin.roleHistory')}
            phone="cards"
            say={say}
            columns={[
              { head: say('access.admin.role') },
              { head: say('access.admin.heldFor'), short: say('access.admin.heldFor') },
              { head: say('access.admin.event'), short: say('access.admin.event') },
              { head: say('access.admin.day'), short: say('access.admin.day') },
              { head: say('access.admin.who'), short: say('access.admin.who') },
            ]}
            groups={[
              {
                rows: roles.map(({ held, name, isHeld, on, by }) => ({
                  cells: [
                    held === null ? <bdi class="addr">{name}</bdi> : say(roleKey(held.role)),
                    held === null ? '' : <ForWords held={held} units={units} {...part} />,
                    say(isHeld ? 'access.admin.wasGiven' : 'access.admin.wasTaken'),
                    dayWords(language, on as Day),
                    who(by),
                  ],
                })),
              },
            ]}
          />
        )}
      </SideSection>
      <SideSection heading={say('access.admin.stateHistory')} wide>
        <DataTable
          label={say('access.admin.stateHistory')}
          phone="cards"
          say={say}
          columns={[
            { head: say('access.admin.since') },
            { head: say('access.admin.name'), short: say('access.admin.name') },
            { head: say('access.admin.standing'), short: say('access.admin.standing') },
            { head: say('access.admin.who'), short: say('access.admin.who') },
          ]}
          groups={[
            {
              rows: states.map(({ name, isProven, isClosed, on, by }) => ({
                cells: [
                  dayWords(language, on as Day),
                  <bdi>{name}</bdi>,
                  say(isClosed ? 'access.admin.hasLeft' : isProven ? 'access.admin.isThere' : 'access.admin.isInvited'),
                  who(by),
                ],
              })),
            },
          ]}
        />
      </SideSection>
    </AdminDesk>
  )
}
