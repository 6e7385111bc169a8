import type { FC } from 'hono/jsx'
import type { Say, Shown } from '#platform'
import { Fig, Link } from '#ui'
import { editionPath } from '../core/address.ts'
import type { Edition } from '../core/plan.ts'
import { editionName } from '../reading.ts'

export type ContextProps = {
  /** Those that are there on the day asked, the one that is shown first before the others. */
  readonly editions: readonly Edition[]
}

const words = (edition: Edition, say: Say) => (
  <span class="nw">
    {say.rich('plan.editionState', { years: <Fig>{editionName(edition)}</Fig>, state: edition.state })}
  </span>
)

/** Which edition an address is about; null for a page that is about none. */
export const editionAt = (
  path: string,
  query: Readonly<Record<string, string>>,
  first: string | null,
): string | null => {
  const [, code = null] = /^\/editions\/([^/]+)/.exec(path) ?? []
  return code ?? (path === '/' ? (query['edition'] ?? first) : null)
}

/** The editions in the head of every page; the other one leads to the same kind of page. */
export const EditionContext: FC<Shown<ContextProps>> = ({ editions, say, language, here }) => {
  const [first] = editions
  const current = editionAt(here.path, here.query, first?.code ?? null)
  const isText = here.path.startsWith('/editions/')
  const to = (edition: Edition): string => {
    if (isText) return editionPath(edition.code)
    return edition === first ? '/' : `/?edition=${edition.code}`
  }
  return (
    <div>
      {say('plan.edition')}{' '}
      {editions.map((edition, at) => (
        <>
          {at === 0 ? '' : ' · '}
          {edition.code === current ? (
            <b>{words(edition, say)}</b>
          ) : (
            <Link to={to(edition)} language={language} here={here}>
              {words(edition, say)}
            </Link>
          )}
        </>
      ))}
      {editions.length < 2 ? null : (
        <>
          {' · '}
          <Link to="/compare" language={language} here={here}>
            {say('plan.compare.context')}
          </Link>
        </>
      )}
    </div>
  )
}

/** Whose the words are, and where to find whose the figures are. */
export const PlanFoot: FC<Shown<object>> = ({ say, language, here }) => (
  <p>
    {say('plan.foot.wording')}{' '}
    <Link to="/sources" language={language} here={here}>
      {say('plan.glance.allSources')}
    </Link>
  </p>
)
