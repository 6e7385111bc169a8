import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { DataTable, Fig, Link, SideSection, Wording } from '#ui'
import type { CompareRead } from '../compare.ts'
import { editionName } from '../reading.ts'
import { ThingLink } from './naming.tsx'

/** The indicators whose series goes on from the one edition to the other, and where its figures are (V3). */
export const LastingSeries: FC<Shown<CompareRead>> = ({ ix, pair, lasting, say, language, here }) => {
  const reader = { ix, say, language, here }
  if (lasting.length === 0) return null
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
            rows: lasting.map(({ before, after, series, why, measured }) => ({
              cells: [
                <ThingLink to={before} {...reader} />,
                <ThingLink to={after} {...reader} />,
                <b>{say(`plan.compare.goes.${series}`)}</b>,
                <Wording words={why} language={language} />,
                measured.length === 0 ? (
                  <span class="u">{say('plan.compare.noSeriesHere')}</span>
                ) : (
                  measured.map(({ code, names }, index) => (
                    <>
                      {index === 0 ? null : <br />}
                      <Link to={`/series/${encodeURIComponent(code)}`} language={language} here={here}>
                        <Wording words={names} language={language} />
                      </Link>
                    </>
                  ))
                ),
              ],
            })),
          },
        ]}
        say={say}
      />
    </SideSection>
  )
}
