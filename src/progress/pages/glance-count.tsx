import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import type { Tally } from '../tally.ts'

/** `now`: as known today, and not on another day. */
type Counted = Shown<{ readonly tally: Tally; readonly now: boolean }>

/** How many targets can be assessed, for the heading. */
export const GlanceHead: FC<Counted> = ({ tally, now, say }) => (
  <>{say('progress.count.head', { assessed: tally.assessed, now: now ? 'yes' : 'no' })}</>
)

/** Why the others can not. */
export const GlanceCount: FC<Counted> = ({ tally, say, language }) => {
  const without = tally.all - tally.assessed
  if (without === 0) return null
  return (
    <>
      {say('progress.count.without', {
        without,
        reasons: new Intl.ListFormat(language, { type: 'conjunction' }).format(
          tally.reasons.map(({ reason, count }) => say(`progress.because.${reason}`, { count })),
        ),
      })}
    </>
  )
}
