import type { FC } from 'hono/jsx'
import { type MitigationNow, mitigationsOf } from '#risks/core'
import { DataTable, dayWords, Empty, Link, SideSection } from '#ui'
import { By } from './by.tsx'
import type { RiskProps } from './risk.tsx'
import { type Reader, riskPath, UnitName } from './saying.tsx'

const mitigationWords = ({ say, language }: Reader, { state }: MitigationNow): string => {
  switch (state.kind) {
    case 'done':
      return say('risks.mitigation.done', { day: dayWords(language, state.on) })
    case 'late':
      return say('risks.daysLate', { count: state.days })
    case 'open':
      return say('risks.mitigation.open')
  }
}

const marks = { done: '✓', late: '▲', open: '○' } as const

/** What is done about a risk, how far it is, and the way to say so. */
export const Mitigations: FC<Reader & RiskProps> = ({ risk, read, rights, ...reader }) => {
  const { say, language, here } = reader
  const all = mitigationsOf(risk, here.asOf ?? here.today)
  const may = rights.has('risks.mitigate')
  return (
    <SideSection id="mitigations" heading={say('risks.mitigations')} wide>
      {all.length === 0 ? (
        <Empty>{say('risks.noMitigations')}</Empty>
      ) : (
        <DataTable
          label={say('risks.mitigations')}
          columns={[
            { head: say('risks.mitigation') },
            { head: say('risks.owner'), short: say('risks.owner') },
            { head: say('risks.due'), short: say('risks.due') },
            { head: say('risks.expected'), short: say('risks.expected') },
            { head: say('risks.progress'), short: say('risks.progress') },
          ]}
          groups={[
            {
              rows: all.map((one) => ({
                id: one.part,
                cells: [
                  <>
                    <bdi>{one.what}</bdi> <By people={read.people} person={one.by} say={say} />
                  </>,
                  <UnitName code={one.owner} names={read.names} language={language} />,
                  dayWords(language, one.dueOn),
                  <bdi>{one.expected}</bdi>,
                  <>
                    <span aria-hidden="true">{marks[one.state.kind]}</span> {mitigationWords(reader, one)}
                    <div class="u">
                      {say('risks.percentDone', { percent: one.percent })}{' '}
                      <By people={read.people} person={one.progressBy} say={say} />
                    </div>
                    {may ? (
                      <div class="small noprint">
                        <Link to={`${riskPath(risk)}/mitigations/${one.part}/progress`} language={language} here={here}>
                          {say('risks.progress.title')}
                        </Link>
                        {' · '}
                        <Link to={`${riskPath(risk)}/mitigations/${one.part}`} language={language} here={here}>
                          {say('risks.change')}
                        </Link>
                      </div>
                    ) : null}
                  </>,
                ],
              })),
            },
          ]}
          phone="cards"
          say={say}
        />
      )}
    </SideSection>
  )
}
