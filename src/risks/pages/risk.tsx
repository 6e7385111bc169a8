import type { Child, FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { gradedOf, levelOf, type Question, type Risk, stateOf, wordingOf } from '#risks/core'
import { Cite, Facts, Kv, Lede, Link, Mast, Note, SideSection, Tag } from '#ui'
import type { RegisterRead } from '../visible.ts'
import { Assessments, HistorySection } from './risk-history.tsx'
import { Mitigations } from './risk-mitigations.tsx'
import { Watches } from './risk-watches.tsx'
import { RisksFrame } from './risks-frame.tsx'
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
    <RisksFrame title={`${risk.id} ${title}`} last={<bdi>{risk.id}</bdi>} {...reader}>
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
    </RisksFrame>
  )
}
