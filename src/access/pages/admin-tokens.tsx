import type { FC } from 'hono/jsx'
import { isPermission, permissionKey } from '#access/core'
import type { Day } from '#kernel'
import type { Shown } from '#platform'
import { DataTable, dayWords, Empty, Filter, Form, Kv, Link, Note, Select, Tag, TextArea } from '#ui'
import type { AnyToken } from '../store/admin.ts'
import { AdminDesk, PersonLink } from './admin-parts.tsx'
import { PageSteps } from './admin-people.tsx'

const Scopes: FC<Shown<{ readonly scopes: readonly string[] }>> = ({ scopes, say }) => (
  <>
    {scopes.map((one) => (
      <div>{isPermission(one) ? say(permissionKey(one)) : <bdi class="addr">{one}</bdi>}</div>
    ))}
  </>
)

const StandingOf: FC<Shown<{ readonly token: AnyToken }>> = ({ token: { standing, revokedOn }, say, language }) => {
  if (standing === 'revoked')
    return <Tag>{say('access.admin.revokedOn', { day: dayWords(language, (revokedOn ?? '') as Day) })}</Tag>
  return standing === 'over' ? <Tag>{say('access.admin.isOver')}</Tag> : say('access.admin.isLive')
}

export type AllTokensProps = {
  readonly tokens: readonly AnyToken[]
  readonly asked: { readonly person: string; readonly standing: string }
  /** How many of those that answer there are, and which of their pages this is, from 1. */
  readonly count: number
  readonly page: number
  readonly pages: number
  /** What was just taken, to be said on top. */
  readonly done: boolean
}

/** The tokens of everybody. Their secrets are nowhere: what is kept of one is its digest. */
export const AllTokensPage: FC<Shown<AllTokensProps>> = (props) => {
  const { tokens, asked, count, page, pages, done, say, language, here } = props
  const part = { say, language, here }
  return (
    <AdminDesk
      title={say('access.admin.tokens')}
      heading={say('access.admin.tokens')}
      lede={say('access.admin.tokensLede', { count })}
      notes={done ? <Note tone="ok">{say('access.admin.tokenTaken')}</Note> : null}
      {...part}
    >
      <Filter to="/admin/tokens" button={say('access.admin.show')} language={language} here={here}>
        <label>
          {say('access.admin.whose')}
          <input type="search" name="person" value={asked.person} maxlength={120} />
        </label>
        <Select
          label={say('access.admin.standing')}
          name="standing"
          value={asked.standing}
          options={[
            { value: '', words: say('access.admin.anyStanding') },
            { value: 'live', words: say('access.admin.isLive') },
            { value: 'over', words: say('access.admin.isOver') },
            { value: 'revoked', words: say('access.admin.isRevoked') },
          ]}
        />
      </Filter>
      {tokens.length === 0 ? (
        <Empty>{say('access.admin.noTokens')}</Empty>
      ) : (
        <DataTable
          label={say('access.admin.tokens')}
          phone="cards"
          say={say}
          columns={[
            { head: say('access.admin.token') },
            { head: say('access.admin.whose'), short: say('access.admin.whose') },
            { head: say('access.admin.may'), short: say('access.admin.may') },
            { head: say('access.admin.madeOn'), short: say('access.admin.madeOn') },
            { head: say('access.admin.lastDay'), short: say('access.admin.lastDay') },
            { head: say('access.admin.standing'), short: say('access.admin.standing') },
          ]}
          groups={[
            {
              rows: tokens.map((one) => ({
                id: one.id,
                cells: [
                  <bdi>{one.name}</bdi>,
                  <PersonLink id={one.person} name={one.whose} language={language} here={here} />,
                  <Scopes scopes={one.scopes} {...part} />,
                  dayWords(language, one.madeOn as Day),
                  dayWords(language, one.expiresOn as Day),
                  <>
                    <StandingOf token={one} {...part} />{' '}
                    {one.standing === 'live' ? (
                      <Link
                        to={`/admin/tokens/${one.id}`}
                        language={language}
                        here={here}
                        class="noprint"
                        aria-label={say('access.admin.revokeOne', { name: one.name })}
                      >
                        {say('access.admin.revoke')}
                      </Link>
                    ) : null}
                  </>,
                ],
              })),
            },
          ]}
        />
      )}
      <PageSteps to="/admin/tokens" asked={asked} page={page} pages={pages} {...part} />
    </AdminDesk>
  )
}

export type OneTokenProps = { readonly token: AnyToken }

/** One token, and the form that takes it from whoever made it. */
export const OneTokenPage: FC<Shown<OneTokenProps>> = ({ token, say, language, here }) => {
  const part = { say, language, here }
  const wrong = token.standing === 'live' ? null : (here.filled?.refusal ?? null)
  return (
    <AdminDesk
      title={token.name}
      kick={say('access.admin.token')}
      heading={<bdi>{token.name}</bdi>}
      below={{ words: say('access.admin.tokens'), to: '/admin/tokens' }}
      notes={wrong === null ? null : <Note tone="bad">{say(wrong.code, wrong.facts)}</Note>}
      {...part}
    >
      <Kv
        rows={[
          {
            name: say('access.admin.whose'),
            value: <PersonLink id={token.person} name={token.whose} language={language} here={here} />,
          },
          { name: say('access.admin.may'), value: <Scopes scopes={token.scopes} {...part} /> },
          { name: say('access.admin.madeOn'), value: dayWords(language, token.madeOn as Day) },
          { name: say('access.admin.lastDay'), value: dayWords(language, token.expiresOn as Day) },
          { name: say('access.admin.standing'), value: <StandingOf token={token} {...part} /> },
        ]}
      />
      {token.standing === 'live' ? (
        <Form
          to={`/admin/tokens/${token.id}`}
          button={say('access.admin.revokeOne', { name: token.name })}
          beside={
            <Link to="/admin/tokens" language={language} here={here}>
              {say('access.admin.backToTokens')}
            </Link>
          }
          {...part}
        >
          <TextArea
            {...part}
            name="reason"
            label={say('access.admin.reason')}
            hint={say('access.admin.reasonHint')}
            rows={2}
            most={500}
          />
        </Form>
      ) : null}
    </AdminDesk>
  )
}
