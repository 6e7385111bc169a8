import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { DataTable, Fig, Link, SideSection, Wording } from '#ui'
import type { CompareRead } from '../compare.ts'
import { everyKind } from '../core/compare.ts'
import { comparePath, editionName } from '../reading.ts'
import { atStart, SeriesLinks, ThingLink } from './naming.tsx'

/** The indicators whose series goes on from the one edition to the other, and where its figures are (V3). */
export const LastingSeries: FC<Shown<CompareRead>> = ({ ix, pair, lasting, say, language, here }) => {
  const reader = { ix, say, language, here }
  if (lasting.length === 0) return null
  const shown = lasting.filter(({ measured }) => measured.length > 0)
  const named = (key: string) => ({ head: say(key), short: say(key) })
  return (
    <SideSection
      id="series"
      wide
      heading={say('plan.compare.series')}
      about={say('plan.compare.seriesAbout', {
        yes: lasting.filter(({ series }) => series === 'yes').length,
        note: lasting.filter(({ series }) => series === 'yes-with-note').length,
        measured: lasting.filter(({ measured }) => measured.length > 0).length,
      })}
    >
      <DataTable
        label={say('plan.compare.series')}
        phone="cards"
        columns={[
          { head: <Fig>{editionName(pair.from)}</Fig> },
          { head: <Fig>{editionName(pair.to)}</Fig>, short: editionName(pair.to) },
          named('plan.compare.goes'),
          named('plan.compare.why'),
          named('plan.compare.seriesHere'),
        ]}
        groups={[
          {
            rows: shown.map(({ before, after, series, why, measured }) => ({
              cells: [
                <ThingLink to={before} {...reader} />,
                <ThingLink to={after} {...reader} />,
                <b>{say(`plan.compare.goes.${series}`)}</b>,
                <Wording words={why} language={language} />,
                <SeriesLinks all={measured} language={language} here={here} />,
              ],
            })),
          },
        ]}
        say={say}
      />
      <p class="small">
        {(['yes', 'yes-with-note'] as const).map((continuity, at) => (
          <>
            {at === 0 ? '' : ' · '}
            <Link to={comparePath(pair, { kind: everyKind, continuity })} language={language} here={here}>
              {atStart(say(`plan.series.${continuity}`), language)}{' '}
              <Fig>{pair.crosswalk.rows.filter(({ series }) => series === continuity).length}</Fig>
            </Link>
          </>
        ))}
      </p>
    </SideSection>
  )
}
