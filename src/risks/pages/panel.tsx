import type { FC } from 'hono/jsx'
import type { EntryId } from '#plan/core'
import type { Shown } from '#platform'
import { gradedOf, lateCount, type Risk, wordingOf } from '#risks/core'
import { DataTable, Link, SideSection } from '#ui'
import type { RegisterRead } from '../visible.ts'
import { ElementLink, GradeCell, RiskLink, stateWords, UnitName } from './saying.tsx'

export type PanelProps = {
  readonly read: RegisterRead
  readonly entry: EntryId
  readonly risks: readonly Risk[]
  /** Where a risk names the element in another edition, by risk. */
  readonly through: ReadonlyMap<Risk, EntryId>
}

/** How many stand on the page of an element: the rest is one link away. */
const most = 10

/** What threatens an element, on its page: by its own name or by that of its kin in another edition. */
export const RisksPanel: FC<Shown<PanelProps>> = ({ read, entry, risks, through, ...reader }) => {
  const { say, language, here } = reader
  return (
    <SideSection id="risks" heading={say('risks.title')} about={say('risks.panel.about', { count: risks.length })} wide>
      <DataTable
        label={say('risks.title')}
        columns={[
          { head: say('risks.risk') },
          { head: say('risks.which.residual'), short: say('risks.which.residual') },
          { head: say('risks.owner'), short: say('risks.owner') },
          { head: say('risks.state'), short: say('risks.state') },
        ]}
        groups={[
          {
            rows: risks.slice(0, most).map((risk) => {
              const other = through.get(risk)
              const late = lateCount(risk, here.asOf ?? here.today)
              return {
                cells: [
                  <>
                    <RiskLink risk={risk} {...reader} />
                    {other === undefined ? null : (
                      <div class="u">
                        {say('risks.panel.through')} <ElementLink entry={other} names={read.names} {...reader} />
                      </div>
                    )}
                  </>,
                  <GradeCell graded={gradedOf(read.scales, risk, 'residual')} {...reader} />,
                  <UnitName code={wordingOf(risk).owner} names={read.names} language={language} />,
                  <>
                    {stateWords(reader, risk)}
                    {late === 0 ? null : <div class="u">{say('risks.lateCount', { count: late })}</div>}
                  </>,
                ],
              }
            }),
          },
        ]}
        phone="cards"
        say={say}
      />
      {risks.length <= most ? null : (
        <p class="small">
          <Link to={`/risks?element=${encodeURIComponent(entry)}`} language={language} here={here}>
            {say('risks.panel.all', { count: risks.length })}
          </Link>
        </p>
      )}
    </SideSection>
  )
}
