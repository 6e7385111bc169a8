import type { FC } from 'hono/jsx'
import { Link, Note } from '#ui'
import { statusOrReason } from '../tally.ts'
import { gapOf, type Part } from './outlook-saying.tsx'

/** Where there is no status: what it would take to have one, and where the rules stand. Nothing ends in a reason alone. */
export const Takes: FC<Part> = ({ outlook, say, language, here }) => {
  const { reason } = statusOrReason(outlook)
  if (reason === null) return null
  return (
    <Note heading={say('progress.takes.heading')}>
      {' '}
      {say(`progress.takes.${reason}`)}
      {gapOf(language)}
      <Link to="/methods/statuses" language={language} here={here}>
        {say('progress.statuses.title')}
      </Link>
    </Note>
  )
}
