import type { FC } from 'hono/jsx'
import { type Day, known } from '#kernel'
import type { Shown } from '#platform'
import type { Exposure, LateMitigation, Move, Risk } from '#risks/core'
import { gradedOf, wordingOf } from '#risks/core'
import { Cite, DataTable, dayWords, Empty, Lede, Link, Mast, SideSection } from '#ui'
import type { RegisterRead } from '../visible.ts'
import { RisksFrame } from './risks-frame.tsx'
import { ElementLink, GradeCell, type Reader, RiskLink, UnitName } from './saying.tsx'

export type AttentionProps = {
  readonly read: RegisterRead
  readonly since: Day
  readonly moves: readonly Move[]
  readonly late: readonly LateMitigation[]
  readonly untreated: readonly Risk[]
  readonly exposures: readonly Exposure[]
}

const Moves: FC<Reader & AttentionProps> = ({ moves, since, ...reader }) => {
  const { say, language } = reader
  const about = say('risks.attention.movesAbout', { day: dayWords(language, since) })
  return (
    <SideSection id="moved" heading={say('risks.attention.moves')} about={about} wide>
      {moves.length === 0 ? (
        <Empty>{say('risks.attention.noMoves')}</Empty>
      ) : (
        <DataTable
          label={say('risks.attention.moves')}
          columns={[
            { head: say('risks.risk') },
            { head: say('risks.before'), short: say('risks.before') },
            { head: say('risks.now'), short: say('risks.now') },
            { head: say('risks.movement'), short: say('risks.movement') },
          ]}
          groups={[
            {
              rows: moves.map(({ risk, from, to, by }) => ({
                cells: [
                  <RiskLink risk={risk} {...reader} />,
                  <>
                    <GradeCell graded={known(from)} {...reader} />
                    <span class="u why">{dayWords(language, from.on)}</span>
                  </>,
                  <>
                    <GradeCell graded={known(to)} {...reader} />
                    <span class="u why">{dayWords(language, to.on)}</span>
                  </>,
                  `${by > 0 ? '▲' : '▼'} ${say(by > 0 ? 'risks.movement.graver' : 'risks.movement.lighter')}`,
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

const Late: FC<Reader & AttentionProps> = ({ late, read, ...reader }) => {
  const { say, language } = reader
  return (
    <SideSection id="late" heading={say('risks.attention.late')} about={say('risks.attention.lateAbout')} wide>
      {late.length === 0 ? (
        <Empty>{say('risks.attention.noLate')}</Empty>
      ) : (
        <DataTable
          label={say('risks.attention.late')}
          columns={[
            { head: say('risks.mitigation') },
            { head: say('risks.risk'), short: say('risks.risk') },
            { head: say('risks.owner'), short: say('risks.owner') },
            { head: say('risks.due'), short: say('risks.due') },
            { head: say('risks.progress'), short: say('risks.progress') },
          ]}
          groups={[
            {
              rows: late.map(({ risk, mitigation, days }) => ({
                cells: [
                  <bdi>{mitigation.what}</bdi>,
                  <RiskLink risk={risk} {...reader} />,
                  <UnitName code={mitigation.owner} names={read.names} language={language} />,
                  <>
                    {dayWords(language, mitigation.dueOn)}
                    <div class="u">{say('risks.daysLate', { count: days })}</div>
                  </>,
                  say('risks.percentDone', { percent: mitigation.percent }),
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

const Untreated: FC<Reader & AttentionProps> = ({ untreated, read, ...reader }) => {
  const { say, language } = reader
  return (
    <SideSection
      id="untreated"
      heading={say('risks.attention.untreated')}
      about={say('risks.attention.untreatedAbout')}
      wide
    >
      {untreated.length === 0 ? (
        <Empty>{say('risks.attention.noUntreated')}</Empty>
      ) : (
        <DataTable
          label={say('risks.attention.untreated')}
          columns={[
            { head: say('risks.risk') },
            { head: say('risks.owner'), short: say('risks.owner') },
            { head: say('risks.which.residual'), short: say('risks.which.residual') },
          ]}
          groups={[
            {
              rows: untreated.map((risk) => ({
                cells: [
                  <RiskLink risk={risk} {...reader} />,
                  <UnitName code={wordingOf(risk).owner} names={read.names} language={language} />,
                  <GradeCell graded={gradedOf(read.scales, risk, 'residual')} {...reader} />,
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

const Exposed: FC<Reader & AttentionProps> = ({ exposures, read, ...reader }) => {
  const { say, language, here } = reader
  return (
    <SideSection id="exposed" heading={say('risks.attention.exposed')} about={say('risks.attention.exposedAbout')} wide>
      {exposures.length === 0 ? (
        <Empty>{say('risks.attention.noExposed')}</Empty>
      ) : (
        <DataTable
          label={say('risks.attention.exposed')}
          columns={[
            { head: say('risks.element') },
            { head: say('risks.attention.above'), number: true, short: say('risks.attention.above') },
            { head: say('risks.attention.all'), number: true, short: say('risks.attention.all') },
            { head: say('risks.attention.gravest'), short: say('risks.attention.gravest') },
          ]}
          groups={[
            {
              rows: exposures.map(({ entry, risks, above }) => ({
                cells: [
                  <ElementLink entry={entry} names={read.names} {...reader} />,
                  above,
                  <Link to={`/risks?element=${encodeURIComponent(entry)}`} language={language} here={here}>
                    {risks.length}
                  </Link>,
                  risks[0] === undefined ? '' : <RiskLink risk={risks[0]} {...reader} />,
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

/** What needs somebody's attention: what moved, what is late, what nobody treats, what is most exposed. */
export const AttentionPage: FC<Shown<AttentionProps>> = (props) => {
  const { moves, late, untreated, say, language, here } = props
  const title = say('risks.attention.title')
  return (
    <RisksFrame title={title} description={say('risks.attention.about')} say={say} language={language} here={here}>
      <Mast heading={title}>
        <Lede>
          {say('risks.attention.lede', { moves: moves.length, late: late.length, untreated: untreated.length })}
        </Lede>
      </Mast>
      <Moves {...props} />
      <Late {...props} />
      <Untreated {...props} />
      <Exposed {...props} />
      <Cite title={title} to="/risks/attention" say={say} language={language} here={here} />
    </RisksFrame>
  )
}
