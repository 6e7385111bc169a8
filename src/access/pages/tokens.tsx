import type { Child, FC } from 'hono/jsx'
import { type Permission, permissionKey } from '#access/core'
import type { Day } from '#kernel'
import { addressOf, type Shown } from '#platform'
import { Choose, DataTable, dayWords, Form, Frame, Input, Lede, Link, Mast, Note, SideSection, Ticks } from '#ui'
import type { MadeToken } from '../deeds/account.ts'
import type { TokenRow } from '../store/tokens.ts'

type ListProps = { readonly tokens: readonly TokenRow[]; readonly revoke: (token: TokenRow) => Child }

/** Tokens with what they may do, and the way to revoke each that is live. */
export const TokenTable: FC<Shown<ListProps>> = ({ tokens, revoke, say, language }) => (
  <DataTable
    label={say('access.tokens.title')}
    phone="cards"
    say={say}
    columns={[
      { head: say('access.tokens.name') },
      { head: say('access.tokens.scopes'), short: say('access.tokens.scopes') },
      { head: say('access.tokens.made'), short: say('access.tokens.made') },
      { head: say('access.tokens.until'), short: say('access.tokens.until') },
      { head: say('access.tokens.revoke') },
    ]}
    groups={[
      {
        rows: tokens.map((one) => ({
          cells: [
            <bdi>{one.name}</bdi>,
            <bdi class="addr">{one.scopes.join(', ')}</bdi>,
            dayWords(language, one.madeOn as Day),
            dayWords(language, one.expiresOn as Day),
            one.revokedOn !== null
              ? say('access.tokens.revokedOn', { day: one.revokedOn })
              : one.isOver
                ? say('access.tokens.over')
                : revoke(one),
          ],
        })),
      },
    ]}
  />
)

export type TokensProps = {
  readonly tokens: readonly TokenRow[]
  readonly mine: readonly Permission[]
  readonly days: readonly number[]
}

export const TokensPage: FC<Shown<TokensProps>> = ({ tokens, mine, days, say, language, here }) => {
  const part = { say, language, here }
  return (
    <Frame title={say('access.tokens.title')} fleeting desk {...part}>
      <Mast heading={say('access.tokens.title')}>
        <Lede>{say('access.tokens.lede')}</Lede>
        <p>
          <Link to="/api" language={language} here={here}>
            {say('access.tokens.api')}
          </Link>
        </p>
      </Mast>
      {tokens.length === 0 ? null : (
        <SideSection heading={say('access.tokens.yours')} wide>
          <TokenTable
            tokens={tokens}
            revoke={({ id, name }) => (
              <form method="post" action={addressOf(language, '/account/tokens/revoke')}>
                <input type="hidden" name="which" value={id} />
                <button class="linkish" type="submit" aria-label={say('access.tokens.revokeOne', { name })}>
                  {say('access.tokens.revoke')}
                </button>
              </form>
            )}
            {...part}
          />
        </SideSection>
      )}
      <SideSection heading={say('access.tokens.new')} id="new">
        <Form
          to="/account/tokens"
          button={say('access.tokens.make')}
          beside={
            <Link to="/account" language={language} here={here}>
              {say('access.back')}
            </Link>
          }
          {...part}
        >
          <Input
            {...part}
            name="name"
            label={say('access.tokens.name')}
            hint={say('access.tokens.nameHint')}
            most={80}
            isWide
          />
          <Ticks
            {...part}
            name="scopes"
            kind="any"
            label={say('access.tokens.scopes')}
            hint={say('access.tokens.scopesHint')}
            options={mine.map((one) => ({ value: one, words: say(permissionKey(one)) }))}
          />
          <Choose
            {...part}
            name="days"
            label={say('access.tokens.days')}
            value="90"
            options={days.map((one) => ({ value: String(one), words: say('access.tokens.forDays', { days: one }) }))}
          />
        </Form>
      </SideSection>
    </Frame>
  )
}

/** Shown once. */
export const TokenPage: FC<Shown<MadeToken>> = ({ token, name, scopes, days, say, language, here }) => (
  <Frame title={say('access.tokens.made.title')} fleeting desk say={say} language={language} here={here}>
    <Mast kick={<bdi>{name}</bdi>} heading={say('access.tokens.made.title')}>
      <Lede>{say('access.tokens.made.lede', { days })}</Lede>
      <Note tone="warn">{say('access.shownOnce')}</Note>
    </Mast>
    <div class="stack">
      <p>
        <bdi class="addr key">{token}</bdi>
      </p>
      <ul class="list">
        {scopes.map((one) => (
          <li>{say(permissionKey(one))}</li>
        ))}
      </ul>
      <p>
        <Link to="/account/tokens" language={language} here={here}>
          {say('access.tokens.kept')}
        </Link>
      </p>
    </div>
  </Frame>
)
