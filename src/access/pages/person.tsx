import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { heldRoles, roleKey, type Unit } from '#access/core'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { Choose, Form, Frame, filledIn, Input, Lede, Link, Mast, Note, SideSection, TextArea } from '#ui'
import type { TokenRow } from '../store/tokens.ts'
import { RoleWords } from './account.tsx'
import { AdminNav } from './admin-nav.tsx'
import { asking } from './admin-parts.tsx'
import { PersonFields, StandingWords } from './admin-people.tsx'
import type { PersonLine } from './people.tsx'
import { TokenTable } from './tokens.tsx'

export type PersonProps = PersonLine & {
  readonly units: readonly Unit[]
  readonly tokens: readonly TokenRow[]
  readonly done: string
}

/** What was just done, to be said on top. */
const dones: readonly string[] = ['invited', 'changed', 'reset', 'closed', 'reopened', 'given', 'taken']

type DeedProps = PropsWithChildren<
  Shown<{ readonly to: string; readonly name: string; readonly label: string; readonly reason?: 'optional' }>
>

/** A deed about somebody, with why: the trail keeps it. */
const Deed: FC<DeedProps> = ({ to, name, label, reason, say, language, here, children }) => (
  <Form to={to} name={name} button={label} tone="quiet" say={say} language={language} here={here}>
    {children}
    <TextArea
      say={say}
      here={here}
      form={name}
      name="reason"
      label={say('access.admin.reason')}
      hint={say('access.people.reasonHint')}
      rows={2}
      most={500}
      optional={reason === 'optional'}
    />
  </Form>
)

export const PersonPage: FC<Shown<PersonProps>> = ({ person, held, units, tokens, done, say, language, here }) => {
  const part = { say, language, here }
  const at = `/admin/people/${person.id}`
  // A page of many forms begins far above the one that was sent: what came of it is said there too.
  const wrong = here.filled?.refusal
  const lists = [
    {
      name: say('access.people.unit'),
      options: units.map(({ code, names }) => ({ value: code as string, words: wordsIn(language, names) as string })),
    },
  ]
  const section = (heading: Child, about: Child, body: Child) => (
    <SideSection heading={heading} about={about}>
      {body}
    </SideSection>
  )
  return (
    <Frame
      title={person.name}
      crumbs={[{ words: say('access.people.title'), to: '/admin/people' }]}
      fleeting
      desk
      {...part}
    >
      <AdminNav {...part} />
      <Mast heading={<bdi>{person.name}</bdi>}>
        <Lede>
          <bdi>{person.email}</bdi> <StandingWords person={person} {...part} />
        </Lede>
        {dones.includes(done) && here.filled === null ? (
          <Note tone="ok">{say(`access.people.done.${done}`, { name: person.name })}</Note>
        ) : null}
        {wrong == null ? null : <Note tone="bad">{say(wrong.code, wrong.facts)}</Note>}
        <p class="noprint">
          <Link to={`${at}/history`} language={language} here={here}>
            {say('access.admin.history')}
          </Link>
        </p>
      </Mast>
      {section(
        say('access.account.roles'),
        say('access.people.rolesAbout'),
        <>
          {held.length === 0 ? (
            <p>{say('access.account.noRoles')}</p>
          ) : (
            <ul class="list">
              {held.map((one) => (
                <li>
                  <RoleWords held={one} units={units} say={say} language={language} />{' '}
                  <Link
                    class="noprint"
                    to={asking(`${at}/roles/take`, {
                      role: one.role,
                      scope: one.scope.kind === 'everywhere' ? '' : one.scope.code,
                    })}
                    language={language}
                    here={here}
                  >
                    {say('access.people.take')}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {person.isClosed ? null : (
            <Deed to={`${at}/roles`} name="give" label={say('access.people.give')} reason="optional" {...part}>
              <Choose
                {...part}
                form="give"
                name="role"
                label={say('access.people.role')}
                options={heldRoles.map((one) => ({ value: one, words: say(roleKey(one)) }))}
              />
              <Choose
                {...part}
                form="give"
                name="scope"
                label={say('access.people.scope')}
                hint={say('access.people.scopeHint')}
                options={[{ value: '', words: say('access.role.everywhere') }]}
                lists={lists}
                optional
              />
              <Input
                {...part}
                form="give"
                name="economy"
                label={say('access.people.economy')}
                hint={say('access.people.economyHint')}
                most={3}
                optional
              />
            </Deed>
          )}
        </>,
      )}
      {person.isClosed ? (
        section(
          say('access.people.reopen'),
          say('access.people.reopenAbout'),
          <Deed to={`${at}/reopen`} name="reopen" label={say('access.people.reopen')} {...part} />,
        )
      ) : (
        <>
          {section(
            say('access.people.change'),
            say('access.people.changeAbout'),
            <Form to={at} name="change" button={say('access.people.changeButton')} tone="quiet" {...part}>
              <PersonFields form="change" person={person} {...part} />
            </Form>,
          )}
          {section(
            say('access.people.reset'),
            say('access.people.resetAbout'),
            <Deed to={`${at}/reset`} name="reset" label={say('access.people.resetButton')} {...part}>
              <label class="rad">
                <input
                  type="checkbox"
                  name="factor"
                  value="yes"
                  checked={filledIn(here, 'reset')?.fields['factor'] === 'yes'}
                />{' '}
                {say('access.people.resetFactor')}
              </label>
            </Deed>,
          )}
          {section(
            say('access.people.close'),
            say('access.people.closeAbout'),
            <Deed to={`${at}/close`} name="close" label={say('access.people.closeButton')} {...part} />,
          )}
        </>
      )}
      {tokens.length === 0 ? null : (
        <SideSection heading={say('access.tokens.title')} wide>
          <TokenTable
            tokens={tokens}
            revoke={({ id, name }) => (
              <Link
                class="noprint"
                to={`/admin/tokens/${id}`}
                aria-label={say('access.tokens.revokeOne', { name })}
                language={language}
                here={here}
              >
                {say('access.tokens.revoke')}
              </Link>
            )}
            {...part}
          />
        </SideSection>
      )}
    </Frame>
  )
}
