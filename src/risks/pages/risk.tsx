import type { Child, FC } from 'hono/jsx'
import { known } from '#kernel'
import type { Shown } from '#platform'
import {
  assessmentsOf,
  gradedBy,
  gradedOf,
  levelOf,
  type MitigationNow,
  mitigationsOf,
  type Question,
  type Risk,
  stateOf,
  watchesOf,
  wordingOf,
} from '#risks/core'
import {
  Cite,
  DataTable,
  dayWords,
  Empty,
  Facts,
  Frame,
  figure,
  Kv,
  Lede,
  Link,
  Mast,
  Note,
  SideSection,
  Tag,
} from '#ui'
import type { RegisterRead } from '../visible.ts'
import { By } from './by.tsx'
import { HistorySection } from './risk-history.tsx'
import { ElementLink, GradeCell, type Reader, RiskLink, riskPath, Several, stateWords, UnitName } from './saying.tsx'

export type RiskProps = {
  readonly read: RegisterRead
  readonly risk: Risk
  readonly questions: readonly Question[]
  /** What the reader may do to this risk. */
  readonly rights: ReadonlySet<string>
  /** Adopted at some time: then everybody sees it. */
  readonly isOpenToAll: boolean
}

type Doing = readonly [right: string, to: string, key: string]

const doingsOf = (risk: Risk): readonly Doing[] => {
  const { kind } = stateOf(risk)
  if (kind === 'merged') return []
  if (kind === 'closed') return [['risks.adopt', 'adopt', 'risks.reopen.title']]
  return [
    ['risks.enter', 'describe', 'risks.describe.title'],
    ['risks.assess', 'assess', 'risks.assess.title'],
    ['risks.mitigate', 'mitigate', 'risks.mitigate.title'],
    ['risks.mitigate', 'watch', 'risks.watch.title'],
    ...(kind === 'draft' ? [['risks.adopt', 'adopt', 'risks.adopt.title'] as const] : []),
    ['risks.escalate', 'level', levelOf(risk) === 'unit' ? 'risks.escalate.title' : 'risks.giveBack.title'],
    ['risks.close', 'merge', 'risks.merge.title'],
    ['risks.close', 'close', 'risks.close.title'],
  ]
}

/** What whoever reads may do here. */
const Doings: FC<Reader & RiskProps> = ({ risk, rights, say, language, here }) => {
  const doings = doingsOf(risk).filter(([right]) => rights.has(right))
  return doings.length === 0 ? null : (
    <p class="acts noprint">
      {doings.map(([, to, key]) => (
        <Link class="btn q" to={`${riskPath(risk)}/${to}`} language={language} here={here}>
          {say(key)}
        </Link>
      ))}
    </p>
  )
}

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

const Mitigations: FC<Reader & RiskProps> = ({ risk, read, rights, ...reader }) => {
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

const observationTo = ({ watch, figure: { area, year } }: Question): string =>
  `/observations?${new URLSearchParams({ series: watch.series, area, year: String(year), ...(watch.breakdown === '' ? {} : { breakdown: watch.breakdown }) })}`

const QuestionNote: FC<Reader & RiskProps & { readonly question: Question }> = ({
  question,
  read,
  risk,
  rights,
  say,
  language,
  here,
}) => {
  const { figure: asked, watch, answer } = question
  return (
    <Note
      tone={answer === null ? 'warn' : 'ok'}
      heading={say(answer === null ? 'risks.question.open' : 'risks.question.answered')}
    >
      {say.rich('risks.question.words', {
        value: (
          <Link to={observationTo(question)} language={language} here={here}>
            {figure(language, asked.decimal)}
          </Link>
        ),
        year: String(asked.year),
        series: <bdi>{watch.series}</bdi>,
        threshold: figure(language, watch.threshold),
        day: dayWords(language, asked.knownOn),
        direction: watch.direction,
      })}{' '}
      {answer !== null ? (
        <>
          {say('risks.question.answer', { day: dayWords(language, answer.on) })} <bdi>{answer.words}</bdi>{' '}
          <By people={read.people} person={answer.by} say={say} />
        </>
      ) : rights.has('risks.assess') ? (
        <Link to={`${riskPath(risk)}/watches/${question.part}/answer`} language={language} here={here}>
          {say('risks.answer.title')}
        </Link>
      ) : null}
    </Note>
  )
}

const Watches: FC<Reader & RiskProps> = (props) => {
  const { risk, questions, rights, say, language, here } = props
  const all = watchesOf(risk)
  return all.length === 0 ? null : (
    <SideSection id="watches" heading={say('risks.watches')} about={say('risks.watchesAbout')}>
      {questions.map((question) => (
        <QuestionNote {...props} question={question} />
      ))}
      <Several
        all={all.map(({ part, series, area, direction, threshold, since }) => (
          <>
            {say.rich('risks.watch.words', {
              series: (
                <Link to={`/series/${series}`} language={language} here={here}>
                  <bdi>{series}</bdi>
                </Link>
              ),
              area: area ?? say('risks.theWorld'),
              direction,
              threshold: figure(language, threshold),
              day: dayWords(language, since),
            })}{' '}
            {rights.has('risks.mitigate') ? (
              <Link to={`${riskPath(risk)}/watches/${part}/end`} language={language} here={here}>
                {say('risks.endWatch.title')}
              </Link>
            ) : null}
          </>
        ))}
        none=""
      />
    </SideSection>
  )
}

const Assessments: FC<Reader & RiskProps> = ({ risk, read, say, language }) => {
  const all = assessmentsOf(risk).toReversed()
  return (
    <SideSection id="assessments" heading={say('risks.assessments')} about={say('risks.assessmentsAbout')} wide>
      {all.length === 0 ? (
        <Empty>{say('risks.notYetAssessed')}</Empty>
      ) : (
        <DataTable
          label={say('risks.assessments')}
          columns={[
            { head: say('risks.day') },
            { head: say('risks.which.inherent'), short: say('risks.which.inherent') },
            { head: say('risks.which.residual'), short: say('risks.which.residual') },
            { head: say('risks.reason'), short: say('risks.reason') },
            { head: say('risks.scale'), short: say('risks.scale') },
          ]}
          groups={[
            {
              rows: all.map((one) => ({
                cells: [
                  dayWords(language, one.on),
                  <GradeCell graded={known(gradedBy(read.scales, one, 'inherent'))} say={say} language={language} />,
                  <GradeCell graded={known(gradedBy(read.scales, one, 'residual'))} say={say} language={language} />,
                  <>
                    <bdi>{one.reason}</bdi> <By people={read.people} person={one.by} say={say} />
                  </>,
                  say('risks.scale.number', { n: one.scale }),
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

const stateNote = (reader: Reader, risk: Risk, into: Risk | undefined): Child => {
  const state = stateOf(risk)
  if (state.kind !== 'merged') return null
  return (
    <Note>
      {stateWords(reader, risk)} {into === undefined ? null : <RiskLink risk={into} {...reader} />}
    </Note>
  )
}

/** A risk: what it is, where it stands, what is done about it, and everything that was ever said. */
export const RiskPage: FC<Shown<RiskProps>> = (props) => {
  const { read, risk, isOpenToAll, say, language, here } = props
  const reader = { say, language, here }
  const { title, cause, event, effect, owner, elements } = wordingOf(risk)
  const state = stateOf(risk)
  const into = state.kind === 'merged' ? read.risks.find(({ id }) => id === state.into) : undefined
  return (
    <Frame
      title={`${risk.id} ${title}`}
      current="/risks"
      crumbs={[{ words: say('risks.title'), to: '/risks' }, { words: <bdi>{risk.id}</bdi> }]}
      {...reader}
    >
      <Mast kick={say(`risks.level.${levelOf(risk)}`)} number={risk.id} heading={<bdi>{title}</bdi>}>
        <Lede>
          <bdi>{event}</bdi>
        </Lede>
        {isOpenToAll ? null : (
          <p>
            <Tag>{say('risks.notPublic')}</Tag> {say('risks.draftAbout')}
          </p>
        )}
        <Doings {...props} />
      </Mast>
      {stateNote(reader, risk, into)}
      <Facts
        facts={[
          {
            name: say('risks.which.residual'),
            value: <GradeCell graded={gradedOf(read.scales, risk, 'residual')} {...reader} />,
          },
          {
            name: say('risks.which.inherent'),
            value: <GradeCell graded={gradedOf(read.scales, risk, 'inherent')} {...reader} />,
          },
        ]}
      />
      <SideSection heading={say('risks.what')}>
        <Kv
          rows={[
            { name: say('risks.cause'), value: <bdi>{cause}</bdi> },
            { name: say('risks.event'), value: <bdi>{event}</bdi> },
            { name: say('risks.effect'), value: <bdi>{effect}</bdi> },
            { name: say('risks.owner'), value: <UnitName code={owner} names={read.names} language={language} /> },
            { name: say('risks.state'), value: stateWords(reader, risk) },
            {
              name: say('risks.threatens'),
              value: (
                <Several
                  all={elements.map((entry) => <ElementLink entry={entry} names={read.names} {...reader} />)}
                  none={say('risks.noElements')}
                />
              ),
            },
          ]}
        />
      </SideSection>
      <Mitigations {...props} />
      <Watches {...props} />
      <Assessments {...props} />
      <HistorySection risk={risk} read={read} {...reader} />
      <Cite title={`${risk.id} ${title}`} to={riskPath(risk)} say={say} language={language} here={here} />
    </Frame>
  )
}
