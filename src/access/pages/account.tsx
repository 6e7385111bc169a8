import type { FC } from 'hono/jsx'
import type { Unit } from '#access/core'
import { type Held, type Person, roleKey } from '#access/core'
import { type Day, wordsIn } from '#kernel'
import type { Say, Shown } from '#platform'
import {
  Carried,
  DataTable,
  dayWords,
  Form,
  Frame,
  filledIn,
  Input,
  Kv,
  Lede,
  Lines,
  Link,
  Mast,
  Note,
  SideSection,
} from '#ui'
import type { SessionRow } from '../store/sessions.ts'
import type { TokenRow } from '../store/tokens.ts'

export type AccountProps = {
  readonly person: Person
  readonly held: readonly Held[]
  readonly units: readonly Unit[]
  readonly sessions: readonly SessionRow[]
  readonly tokens: readonly TokenRow[]
  readonly hasPassword: boolean
  readonly hasFactor: boolean
  readonly codesLeft: number
  readonly done: string
}

type ScopeProps = {
  readonly held: Held
  readonly units: readonly Unit[]
  readonly say: Say
  readonly language: Shown<object>['language']
}

/** A role and what it is held for, in words. */
export const RoleWords: FC<ScopeProps> = ({ held: { role, scope }, units, say, language }) => {
  const name = say(roleKey(role))
  if (scope.kind === 'everywhere') return <>{say('access.role.heldEverywhere', { role: name })}</>
  const unit = units.find(({ code }) => scope.kind === 'unit' && code === scope.code)
  const whose = unit === undefined ? scope.code : (unit.short ?? wordsIn(language, unit.names))
  return <>{say('access.role.heldFor', { role: name, whose })}</>
}

const dones: readonly string[] = ['password', 'ended', 'revoked', 'factorOff']

export const AccountPage: FC<Shown<AccountProps>> = (props) => {
  const { person, held, units, sessions, tokens, hasPassword, hasFactor, codesLeft, say, language, here } = props
  const part = { say, language, here }
  const live = tokens.filter(({ isOver, revokedOn }) => !isOver && revokedOn === null)
  const wrong = here.filled?.refusal ?? null
  return (
    <Frame title={say('access.account.title')} fleeting desk {...part}>
      <Mast kick={say('access.account.kick')} heading={<bdi>{person.name}</bdi>}>
        <Lede>
          <bdi>{person.email}</bdi>
        </Lede>
        {dones.includes(props.done) && wrong === null ? (
          <Note tone="ok">{say(`access.account.done.${props.done}`)}</Note>
        ) : null}
        {wrong === null || filledIn(here, '') === null ? null : <Note tone="bad">{say(wrong.code, wrong.facts)}</Note>}
      </Mast>
      <SideSection heading={say('access.account.roles')} about={say('access.account.rolesAbout')}>
        {held.length === 0 ? (
          <p>{say('access.account.noRoles')}</p>
        ) : (
          <Lines lines={held.map((one) => <RoleWords held={one} units={units} say={say} language={language} />)} />
        )}
      </SideSection>
      <SideSection heading={say('access.account.waysIn')}>
        <Kv
          rows={[
            {
              name: say('access.password'),
              value: (
                <Link to="/account/password" language={language} here={here}>
                  {say(hasPassword ? 'access.account.passwordChange' : 'access.account.passwordSet')}
                </Link>
              ),
            },
            {
              name: say('access.factor.title'),
              value: (
                <>
                  {hasFactor ? `${say('access.account.factorOn', { left: codesLeft })} ` : null}
                  <Link to="/account/second-factor" language={language} here={here}>
                    {say(hasFactor ? 'access.account.factorChange' : 'access.account.factorAdd')}
                  </Link>
                </>
              ),
            },
            {
              name: say('access.tokens.title'),
              value: (
                <Link to="/account/tokens" language={language} here={here}>
                  {say('access.account.tokens', { count: live.length })}
                </Link>
              ),
            },
          ]}
        />
      </SideSection>
      <SideSection heading={say('access.sessions.title')} about={say('access.sessions.about')} wide id="sessions">
        <DataTable
          label={say('access.sessions.title')}
          phone="cards"
          say={say}
          columns={[
            { head: say('access.sessions.since') },
            { head: say('access.sessions.way'), short: say('access.sessions.way') },
            { head: say('access.sessions.browser'), short: say('access.sessions.browser') },
            { head: say('access.sessions.address'), short: say('access.sessions.address') },
            { head: say('access.sessions.end') },
          ]}
          groups={[
            {
              rows: sessions.map((one) => ({
                cells: [
                  <bdi class="f">
                    {say('access.sessions.at', {
                      day: dayWords(language, one.startedAt.slice(0, 10) as Day),
                      time: one.startedAt.slice(11),
                    })}
                  </bdi>,
                  one.id === here.reader?.signIn
                    ? say('access.sessions.thisOne', { way: say(`access.sessions.by.${one.way}`) })
                    : say(`access.sessions.by.${one.way}`),
                  <bdi class="addr">{one.agent === '' ? '–' : one.agent}</bdi>,
                  <bdi class="f">{one.address === '' ? '–' : one.address}</bdi>,
                  <form method="post" action={`/${language}/account/sessions/end`}>
                    <input type="hidden" name="which" value={one.id} />
                    <button
                      class="linkish"
                      type="submit"
                      aria-label={say('access.sessions.endOne', { when: one.startedAt })}
                    >
                      {say('access.sessions.end')}
                    </button>
                  </form>,
                ],
              })),
            },
          ]}
        />
        <Form
          to="/account/sessions/end-others"
          name="others"
          button={say('access.sessions.endOthers')}
          tone="quiet"
          {...part}
        >
          <Carried name="all" value="others" />
        </Form>
      </SideSection>
      <SideSection heading={say('access.account.data')} about={say('access.account.dataAbout')}>
        <p>
          <Link to="/account/data.json" language={language} here={here}>
            {say('access.account.dataTake')}
          </Link>
        </p>
      </SideSection>
    </Frame>
  )
}

export const PasswordPage: FC<Shown<{ readonly asksCurrent: boolean; readonly least: number }>> = ({
  asksCurrent,
  least,
  say,
  language,
  here,
}) => {
  const part = { say, language, here }
  return (
    <Frame title={say('access.setPassword.title')} fleeting desk {...part}>
      <Mast heading={say('access.setPassword.title')}>
        <Lede>{say('access.setPassword.lede')}</Lede>
      </Mast>
      <Form
        to="/account/password"
        button={say('access.setPassword.button')}
        beside={
          <Link to="/account" language={language} here={here}>
            {say(asksCurrent ? 'access.back' : 'access.setPassword.later')}
          </Link>
        }
        {...part}
      >
        {asksCurrent ? (
          <Input
            {...part}
            type="password"
            most={400}
            isWide
            name="currentPassword"
            label={say('access.setPassword.current')}
            hint={say('access.setPassword.currentHint')}
            autocomplete="current-password"
            optional
          />
        ) : null}
        <Input
          {...part}
          type="password"
          most={400}
          isWide
          name="password"
          label={say('access.setPassword.new')}
          hint={say('access.setPassword.hint', { least })}
          autocomplete="new-password"
        />
        <Input
          {...part}
          type="password"
          most={400}
          isWide
          name="passwordAgain"
          label={say('access.setPassword.again')}
          autocomplete="new-password"
        />
      </Form>
    </Frame>
  )
}
