import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { Carried, Form, Frame, filledIn, Input, Lede, Link, Mast, Note, SideSection } from '#ui'
import type { Departed } from '../deeds/openid.ts'

export type SignInProps = {
  /** Where to go after it, as the address had it. */
  readonly to: string
  /** Why they were sent here: their session had ended, and what they had typed is kept or lost. */
  readonly ended: 'kept' | 'lost' | 'none'
  /** The OpenID provider that is believed here, if there is one. */
  readonly openid: string | null
}

const typed = (here: Shown<object>['here'], form: string, field: string): string | undefined => {
  const value = filledIn(here, form)?.fields[field]
  return typeof value === 'string' ? value : undefined
}

export const SignInPage: FC<Shown<SignInProps>> = ({ to: asked, ended, openid, say, language, here }) => {
  const given = here.filled?.fields['to']
  const to = typeof given === 'string' ? given : asked
  const part = { say, language, here }
  return (
    <Frame title={say('access.signIn.title')} fleeting desk {...part}>
      <Mast heading={say('access.signIn.title')}>
        <Lede>{say('access.signIn.lede')}</Lede>
        {ended === 'none' ? null : <Note tone="warn">{say(`access.signIn.ended.${ended}`)}</Note>}
      </Mast>
      <SideSection heading={say('access.signIn.byPassword')} id="password">
        <Form to="/sign-in" button={say('access.signIn.button')} {...part}>
          <Carried name="to" value={to} />
          <Input
            {...part}
            name="email"
            type="email"
            label={say('access.email')}
            autocomplete="username"
            most={200}
            isWide
          />
          <Input
            {...part}
            name="password"
            type="password"
            label={say('access.password')}
            autocomplete="current-password"
            most={400}
            isWide
          />
        </Form>
      </SideSection>
      <SideSection heading={say('access.signIn.byLink')} about={say('access.signIn.byLinkAbout')} id="link">
        <Form to="/sign-in/letter" name="link" button={say('access.signIn.sendLink')} tone="quiet" {...part}>
          <Carried name="to" value={to} />
          <Carried name="language" value={language} />
          <Input
            {...part}
            form="link"
            name="email"
            type="email"
            label={say('access.email')}
            value={typed(here, '', 'email') ?? ''}
            autocomplete="username"
            most={200}
            isWide
          />
        </Form>
      </SideSection>
      {openid === null ? null : (
        <SideSection heading={say('access.signIn.byOpenid', { name: openid })} id="openid">
          <Form
            to="/sign-in/openid"
            name="openid"
            button={say('access.signIn.openidButton', { name: openid })}
            tone="quiet"
            {...part}
          >
            <Carried name="to" value={to} />
            <Carried name="language" value={language} />
          </Form>
        </SideSection>
      )}
      <p class="dim">{say('access.signIn.who')}</p>
    </Frame>
  )
}

/** The same for everybody who asked, whoever they are. */
export const SentPage: FC<Shown<{ readonly minutes: number }>> = ({ minutes, say, language, here }) => (
  <Frame title={say('access.sent.title')} fleeting desk say={say} language={language} here={here}>
    <Mast heading={say('access.sent.title')}>
      <Lede>{say('access.sent.lede', { minutes })}</Lede>
      <p>
        <Link to="/sign-in" language={language} here={here}>
          {say('access.backToSignIn')}
        </Link>
      </p>
    </Mast>
  </Frame>
)

export type LinkProps = {
  readonly link: string
  /** Whom it is for; null when it works no more. */
  readonly name: string | null
  readonly isInvitation: boolean
}

export const LinkPage: FC<Shown<LinkProps>> = ({ link, name, isInvitation, say, language, here }) => {
  const part = { say, language, here }
  const isOver = name === null
  const title = say(isOver ? 'access.link.over' : isInvitation ? 'access.link.welcome' : 'access.signIn.title')
  return (
    <Frame title={title} fleeting desk {...part}>
      <Mast heading={title}>
        <Lede>{isOver ? say('access.linkOver') : say('access.link.lede', { name })}</Lede>
      </Mast>
      {isOver ? null : (
        <Form to="/sign-in/link" button={say('access.signIn.button')} {...part}>
          <Carried name="link" value={link} />
        </Form>
      )}
      <p>
        <Link to="/sign-in" language={language} here={here}>
          {say('access.backToSignIn')}
        </Link>
      </p>
    </Frame>
  )
}

export const CodePage: FC<Shown<{ readonly to: string }>> = ({ to: asked, say, language, here }) => {
  const part = { say, language, here }
  return (
    <Frame title={say('access.code.title')} fleeting desk {...part}>
      <Mast heading={say('access.code.title')}>
        <Lede>{say('access.code.lede')}</Lede>
      </Mast>
      <Form
        to="/sign-in/code"
        button={say('access.signIn.button')}
        beside={
          <Link to="/sign-in" language={language} here={here}>
            {say('access.backToSignIn')}
          </Link>
        }
        {...part}
      >
        <Carried name="to" value={typed(here, '', 'to') ?? asked} />
        <Input
          {...part}
          name="code"
          label={say('access.code.field')}
          hint={say('access.code.hint')}
          autocomplete="one-time-code"
          most={40}
        />
      </Form>
    </Frame>
  )
}

export const FirstPage: FC<Shown<{ readonly link: string; readonly isOver: boolean }>> = ({
  link,
  isOver,
  say,
  language,
  here,
}) => {
  const part = { say, language, here }
  return (
    <Frame title={say('access.first.title')} fleeting desk {...part}>
      <Mast heading={say('access.first.title')}>
        <Lede>{say(isOver ? 'access.first.over' : 'access.first.lede')}</Lede>
      </Mast>
      {isOver ? null : (
        <Form to="/sign-in/first" button={say('access.first.button')} {...part}>
          <Carried name="link" value={link} />
          <Carried name="language" value={language} />
          <Input {...part} name="name" label={say('access.name')} autocomplete="name" most={120} isWide />
          <Input
            {...part}
            name="email"
            type="email"
            label={say('access.email')}
            autocomplete="email"
            most={200}
            isWide
          />
        </Form>
      )}
    </Frame>
  )
}

/** A form may not be followed to another site (Chromium holds `form-action` against redirects), so this page leads there by itself. */
export const LeavePage: FC<Shown<Departed>> = ({ address, name, say, language, here }) => (
  <Frame
    title={say('access.leave.title', { name })}
    fleeting
    desk
    goesTo={address}
    say={say}
    language={language}
    here={here}
  >
    <Mast heading={say('access.leave.title', { name })}>
      <Lede>
        <a href={address}>{say('access.leave.link', { name })}</a>
      </Lede>
    </Mast>
  </Frame>
)
