import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import type { Tally } from '../tally.ts'

/** How many targets can be assessed, and why the others can not. */
export const GlanceCount: FC<Shown<{ readonly tally: Tally }>> = ({ tally, say, language }) => (
  <>
    {say('progress.count.all', {
      all: tally.all,
      assessed: tally.assessed,
      without: tally.all - tally.assessed,
      reasons: new Intl.ListFormat(language, { type: 'conjunction' }).format(
        tally.reasons.map(({ reason, count }) => say(`progress.because.${reason}`, { count })),
      ),
    })}
  </>
)
