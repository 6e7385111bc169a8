import type { FC } from 'hono/jsx'
import { encode } from 'uqr'
import type { Shown } from '#platform'
import { Form, Frame, filledIn, Input, Lede, Link, Mast, Note, SideSection } from '#ui'
import { keyAddress } from '../totp.ts'

/** The address as squares, black on white in every colour scheme: cameras need it so. */
const Square: FC<{ readonly text: string; readonly label: string }> = ({ text, label }) => {
  const { data, size } = encode(text, { border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="240" height="240">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}

export type FactorProps = {
  readonly state: 'none' | 'begun' | 'on'
  /** While it waits to be confirmed; null when it can be read no more. */
  readonly key: string | null
  readonly house: string
  readonly email: string
  readonly codesLeft: number
}

export const FactorPage: FC<Shown<FactorProps>> = ({ state, key, house, email, codesLeft, say, language, here }) => {
  const part = { say, language, here }
  // The form that was sent may stand here no more.
  const wrong = state === 'on' && filledIn(here, '') !== null ? (here.filled?.refusal ?? null) : null
  const back = (
    <Link to="/account" language={language} here={here}>
      {say('access.back')}
    </Link>
  )
  const code = (form: string) => (
    <Input
      {...part}
      form={form}
      name="code"
      label={say('access.code.field')}
      hint={say(form === '' ? 'access.factor.codeHint' : 'access.code.hint')}
      autocomplete="one-time-code"
      most={40}
    />
  )
  return (
    <Frame title={say('access.factor.title')} fleeting desk {...part}>
      <Mast heading={say('access.factor.title')}>
        <Lede>{say(`access.factor.lede.${state}`)}</Lede>
        {wrong === null ? null : <Note tone="bad">{say(wrong.code, wrong.facts)}</Note>}
      </Mast>
      {state === 'none' ? (
        <Form to="/account/second-factor" button={say('access.factor.begin')} beside={back} {...part} />
      ) : null}
      {state === 'begun' && key !== null ? (
        <>
          <SideSection heading={say('access.factor.scan')} about={say('access.factor.scanAbout')}>
            <Square text={keyAddress(key, house, email)} label={say('access.factor.picture')} />
            <p>
              {say('access.factor.byHand')} <bdi class="addr key">{(key.match(/.{4}/g) ?? []).join(' ')}</bdi>
            </p>
          </SideSection>
          <SideSection heading={say('access.factor.show')} about={say('access.factor.showAbout')}>
            <Form to="/account/second-factor/confirm" button={say('access.factor.confirm')} beside={back} {...part}>
              {code('')}
            </Form>
          </SideSection>
        </>
      ) : null}
      {state === 'on' ? (
        <>
          <SideSection heading={say('access.codes.title')} about={say('access.codes.left', { left: codesLeft })}>
            <Form
              to="/account/second-factor/codes"
              name="codes"
              button={say('access.codes.renew')}
              tone="quiet"
              {...part}
            >
              {code('codes')}
            </Form>
          </SideSection>
          <SideSection heading={say('access.factor.giveUp')} about={say('access.factor.giveUpAbout')}>
            <Form
              to="/account/second-factor/off"
              name="off"
              button={say('access.factor.giveUp')}
              tone="quiet"
              beside={back}
              {...part}
            >
              {code('off')}
            </Form>
          </SideSection>
        </>
      ) : null}
    </Frame>
  )
}

/** Shown once. */
export const CodesPage: FC<Shown<{ readonly codes: readonly string[] }>> = ({ codes, say, language, here }) => (
  <Frame title={say('access.codes.title')} fleeting desk say={say} language={language} here={here}>
    <Mast heading={say('access.codes.title')}>
      <Lede>{say('access.codes.lede', { count: codes.length })}</Lede>
      <Note tone="warn">{say('access.shownOnce')}</Note>
    </Mast>
    <div class="stack">
      <ol class="list">
        {codes.map((code) => (
          <li>
            <bdi class="addr">{code}</bdi>
          </li>
        ))}
      </ol>
      <p>
        <Link to="/account" language={language} here={here}>
          {say('access.codes.written')}
        </Link>
      </p>
    </div>
  </Frame>
)
