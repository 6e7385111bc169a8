import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import type { Held, Person, Unit } from '#access/core'
import { heldRoles, roleKey } from '#access/core'
import { type Language, languages, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import {
  Carried,
  Choose,
  DataTable,
  Form,
  Frame,
  filledIn,
  Input,
  Lede,
  Link,
  languageNames,
  Mast,
  Note,
  SideSection,
  Tag,
} from '#ui'
import type { TokenRow } from '../store/tokens.ts'
import { RoleWords } from './account.tsx'
import { AdminNav } from './admin-nav.tsx'
import { asking } from './admin-parts.tsx'
import { PageSteps, type PeopleAsked, PeopleFilter } from './admin-people.tsx'
import { TokenTable } from './tokens.tsx'

export type PersonLine = { readonly person: Person; readonly held: readonly Held[] }
export type PeopleProps = {
  readonly people: readonly PersonLine[]
  readonly units: readonly Unit[]
  /** How many have not left, of all. */
  readonly there: number
  readonly asked: PeopleAsked
  readonly page: number
  readonly pages: number
}

const StandingWords: FC<Shown<{ readonly person: Person }>> = ({ person, say }) => {
  if (person.isClosed) return <Tag>{say('access.people.hasLeft')}</Tag>
  return person.isProven ? say('access.people.isThere') : <Tag>{say('access.people.isInvited')}</Tag>
}

export const PeoplePage: FC<Shown<PeopleProps>> = (props) => {
  const { people, units, there, asked, page, pages, say, language, here } = props
  const part = { say, language, here }
  return (
    <Frame title={say('access.people.title')} fleeting desk {...part}>
      <AdminNav {...part} />
      <Mast heading={say('access.people.title')}>
        <Lede>{say('access.people.lede', { count: there })}</Lede>
        <p>
          <Link class="btn" to="/admin/people/new" language={language} here={here}>
            {say('access.people.invite')}
          </Link>
        </p>
      </Mast>
      <PeopleFilter asked={asked} {...part} />
      <DataTable
        label={say('access.people.title')}
        phone="cards"
        say={say}
        columns={[
          { head: say('access.name') },
          { head: say('access.email'), short: say('access.email') },
          { head: say('access.account.roles'), short: say('access.account.roles') },
          { head: say('access.people.standing'), short: say('access.people.standing') },
        ]}
        groups={[
          {
            rows: people.map(({ person, held }) => ({
              cells: [
                <Link to={`/admin/people/${person.id}`} language={language} here={here}>
                  <bdi>{person.name}</bdi>
                </Link>,
                <bdi class="addr">{person.email}</bdi>,
                held.length === 0
                  ? say('access.account.noRoles')
                  : held.map((one) => (
                      <div>
                        <RoleWords held={one} units={units} say={say} language={language} />
                      </div>
                    )),
                <StandingWords person={person} {...part} />,
              ],
            })),
          },
        ]}
      />
      <PageSteps to="/admin/people" asked={asked} page={page} pages={pages} {...part} />
    </Frame>
  )
}

const PersonFields: FC<Shown<{ readonly form: string; readonly person: Person | null }>> = ({
  form,
  person,
  say,
  language,
  here,
}) => (
  <>
    <Input
      here={here}
      say={say}
      form={form}
      name="name"
      label={say('access.name')}
      value={person?.name ?? ''}
      most={120}
      isWide
    />
    <Input
      here={here}
      say={say}
      form={form}
      name="email"
      type="email"
      label={say('access.email')}
      value={person?.email ?? ''}
      most={200}
      isWide
    />
    <Choose
      here={here}
      say={say}
      form={form}
      name="language"
      label={say('access.people.letters')}
      value={person?.language ?? language}
      options={languages.map((one: Language) => ({ value: one, words: languageNames[one] }))}
    />
  </>
)

export const NewPersonPage: FC<Shown<object>> = ({ say, language, here }) => {
  const part = { say, language, here }
  return (
    <Frame
      title={say('access.people.invite')}
      crumbs={[{ words: say('access.people.title'), to: '/admin/people' }]}
      fleeting
      desk
      {...part}
    >
      <AdminNav {...part} />
      <Mast heading={say('access.people.invite')}>
        <Lede>{say('access.people.inviteLede')}</Lede>
      </Mast>
      <Form to="/admin/people/new" button={say('access.people.inviteButton')} {...part}>
        <PersonFields form="" person={null} {...part} />
      </Form>
    </Frame>
  )
}

export type PersonProps = PersonLine & {
  readonly units: readonly Unit[]
  readonly tokens: readonly TokenRow[]
  readonly done: string
}

const dones: readonly string[] = ['invited', 'changed', 'reset', 'closed', 'reopened', 'given', 'taken', 'revoked']

/** What a form of one button did not do is said on top: it has no place of its own. */
const onTop: readonly string[] = ['reset', 'close', 'reopen', 'revoke']

const OneButton: FC<
  PropsWithChildren<Shown<{ readonly to: string; readonly name: string; readonly label: string }>>
> = ({ to, name, label, say, language, here, children }) => (
  <Form to={to} name={name} button={label} tone="quiet" say={say} language={language} here={here}>
    {children}
  </Form>
)

export const PersonPage: FC<Shown<PersonProps>> = ({ person, held, units, tokens, done, say, language, here }) => {
  const part = { say, language, here }
  const at = `/admin/people/${person.id}`
  const wrong = onTop.some((form) => filledIn(here, form) !== null) ? here.filled?.refusal : null
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
            <Form to={`${at}/roles`} name="give" button={say('access.people.give')} tone="quiet" {...part}>
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
            </Form>
          )}
        </>,
      )}
      {person.isClosed ? (
        section(
          say('access.people.reopen'),
          say('access.people.reopenAbout'),
          <OneButton to={`${at}/reopen`} name="reopen" label={say('access.people.reopen')} {...part} />,
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
            <OneButton to={`${at}/reset`} name="reset" label={say('access.people.resetButton')} {...part}>
              <label class="rad">
                <input type="checkbox" name="factor" value="yes" /> {say('access.people.resetFactor')}
              </label>
            </OneButton>,
          )}
          {section(
            say('access.people.close'),
            say('access.people.closeAbout'),
            <OneButton to={`${at}/close`} name="close" label={say('access.people.closeButton')} {...part}>
              <Carried name="sure" value="yes" />
            </OneButton>,
          )}
        </>
      )}
      {tokens.length === 0 ? null : (
        <SideSection heading={say('access.tokens.title')} wide>
          <TokenTable tokens={tokens} to={`${at}/tokens/revoke`} {...part} />
        </SideSection>
      )}
    </Frame>
  )
}
