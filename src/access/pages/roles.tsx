import type { FC } from 'hono/jsx'
import {
  giversOf,
  heldRoles,
  type Permission,
  permissionKey,
  permissions,
  type Role,
  roleKey,
  scopesOf,
  type Unit,
} from '#access/core'
import type { UnitCode } from '#kernel'
import type { Shown } from '#platform'
import { DataTable, Frame, Lede, Mast, SideSection, Unseen, Wording } from '#ui'
import { AdminNav } from './admin-nav.tsx'

const columns: readonly Role[] = ['public', 'person', ...heldRoles, 'operator']

/** What the table says of a role: it gives the permission, it gives it to who holds it everywhere, or it does not. */
const cellOf = (permission: Permission, role: Role): 'yes' | 'everywhere' | 'no' => {
  const givers = giversOf(permission)
  if (givers.includes(role)) return 'yes'
  return givers.some((one) => one === `${role} everywhere`) ? 'everywhere' : 'no'
}

/** The one table of roles and permissions, as the program has it. */
export const RolesPage: FC<Shown<object>> = ({ say, language, here }) => (
  <Frame title={say('access.roles.title')} fleeting desk say={say} language={language} here={here}>
    <AdminNav say={say} language={language} here={here} />
    <Mast heading={say('access.roles.title')}>
      <Lede>{say('access.roles.lede')}</Lede>
    </Mast>
    <SideSection heading={say('access.roles.scopes')} wide>
      <DataTable
        label={say('access.roles.scopes')}
        phone="cards"
        say={say}
        columns={[
          { head: say('access.people.role') },
          { head: say('access.roles.heldFor'), short: say('access.roles.heldFor') },
        ]}
        groups={[
          {
            rows: heldRoles.map((role) => ({
              cells: [say(roleKey(role)), scopesOf[role].map((kind) => say(`access.roles.scope.${kind}`)).join(' · ')],
            })),
          },
        ]}
      />
    </SideSection>
    <SideSection heading={say('access.roles.table')} wide>
      <DataTable
        label={say('access.roles.table')}
        wide
        say={say}
        columns={[{ head: say('access.roles.permission') }, ...columns.map((role) => ({ head: say(roleKey(role)) }))]}
        groups={[
          {
            rows: permissions.map((permission) => ({
              cells: [
                <>
                  {say(permissionKey(permission))}
                  <br />
                  <bdi class="addr u">{permission}</bdi>
                </>,
                ...columns.map((role) => {
                  const cell = cellOf(permission, role)
                  if (cell === 'no') return <Unseen>{say('access.roles.no')}</Unseen>
                  return cell === 'yes' ? (
                    <>
                      <span aria-hidden="true">✓</span>
                      <Unseen>{say('access.roles.yes')}</Unseen>
                    </>
                  ) : (
                    say('access.role.everywhere')
                  )
                }),
              ],
            })),
          },
        ]}
      />
    </SideSection>
  </Frame>
)

export type UnitsProps = { readonly units: readonly Unit[] }

/** The organization's units, as its content declares them. */
export const UnitsPage: FC<Shown<UnitsProps>> = ({ units, say, language, here }) => {
  const named = (codes: readonly UnitCode[]) =>
    codes.map((code) => {
      const unit = units.find((one) => one.code === code)
      return <div>{unit === undefined ? code : <Wording words={unit.names} language={language} />}</div>
    })
  return (
    <Frame title={say('access.units.title')} say={say} language={language} here={here}>
      <Mast heading={say('access.units.title')}>
        <Lede>{say('access.units.lede', { count: units.length })}</Lede>
      </Mast>
      <DataTable
        label={say('access.units.title')}
        phone="cards"
        say={say}
        columns={[
          { head: say('access.units.unit') },
          { head: say('access.units.sort'), short: say('access.units.sort') },
          { head: say('access.units.under'), short: say('access.units.under') },
          { head: say('access.units.serves'), short: say('access.units.serves') },
          { head: say('access.units.advises'), short: say('access.units.advises') },
        ]}
        groups={[
          {
            rows: units.map((unit) => ({
              id: unit.code,
              cells: [
                <>
                  <Wording words={unit.names} language={language} />
                  {unit.short === null ? null : <bdi class="u"> {unit.short}</bdi>}
                </>,
                say(`access.units.sort.${unit.sort}`),
                unit.under === null ? '' : named([unit.under]),
                unit.serves.length === 0 ? '' : named(unit.serves),
                unit.advises.length === 0 ? '' : named(unit.advises),
              ],
            })),
          },
        ]}
      />
    </Frame>
  )
}
