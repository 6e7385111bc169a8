import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import {
  assessmentOf,
  choicesOf,
  type Frozen,
  frozenGrade,
  gradedOf,
  mitigationsOf,
  type Review,
  type Risk,
  type Scale,
  seenOf,
  type Verdict,
  verdictOf,
  type walkOf,
  wordingOf,
} from '#risks/core'
import { Carried, dayWords, Form, Kv, Lede, Link, Mast, Note, SideSection, TextArea, Ticks } from '#ui'
import type { RegisterRead } from '../visible.ts'
import { By } from './by.tsx'
import { Changed } from './changed.tsx'
import { IntoField, Scores, scoreFieldsNow } from './deed-page.tsx'
import { RisksFrame } from './risks-frame.tsx'
import { ElementLink, GradeCell, gradeWords, type Reader, RiskLink, Several, UnitName } from './saying.tsx'

export type WalkProps = {
  readonly read: RegisterRead
  readonly review: Review
  readonly walk: ReturnType<typeof walkOf>
  readonly risk: Risk
  readonly last: Frozen | null
  readonly scale: Scale | null
}

const walkPath = (year: number, risk?: Risk): string =>
  `/risks/reviews/${year}/walk${risk === undefined ? '' : `/${risk.id}`}`

/** The mark of what was said of a risk: nothing yet, something that is out of date, or something that stands. */
export const stateMark = (verdict: Verdict | null | undefined, isOutdated: boolean): string =>
  verdict == null ? '○' : isOutdated ? '▲' : '✓'

/** The whole list with what was said of each: the way to any of them. */
const WalkList: FC<Reader & WalkProps> = ({ review, walk, risk, say, language, here }) => (
  <nav aria-label={say('risks.walk.list')}>
    <ol class="outline">
      {walk.list.map((one) => {
        const verdict = walk.verdicts.get(one.id)
        const isOutdated = walk.outdated.includes(one)
        return (
          <li>
            <Link
              to={walkPath(review.year, one)}
              language={language}
              here={here}
              {...(one.id === risk.id ? { 'aria-current': 'true' as const } : {})}
            >
              <span aria-hidden="true">{stateMark(verdict, isOutdated)}</span> <bdi class="f">{one.id}</bdi>{' '}
              <bdi>{wordingOf(one).title}</bdi>{' '}
              <span class="dim">
                {verdict == null
                  ? say('risks.walk.notSaid')
                  : isOutdated
                    ? say('risks.walk.outdated')
                    : say(`risks.verdict.${verdict.kind}`)}
              </span>
            </Link>
          </li>
        )
      })}
    </ol>
  </nav>
)

const Standing: FC<Reader & WalkProps> = ({ read, risk, last, ...reader }) => {
  const { say, language, here } = reader
  const { cause, event, effect, owner, elements } = wordingOf(risk)
  const before = last?.risks.find(({ id }) => id === risk.id)
  const grade = last === null || before === undefined ? null : frozenGrade(last, before)
  const mitigations = mitigationsOf(risk, here.today)
  return (
    <Kv
      rows={[
        { name: say('risks.cause'), value: <bdi>{cause}</bdi> },
        { name: say('risks.event'), value: <bdi>{event}</bdi> },
        { name: say('risks.effect'), value: <bdi>{effect}</bdi> },
        { name: say('risks.owner'), value: <UnitName code={owner} names={read.names} language={language} /> },
        {
          name: say('risks.threatens'),
          value: (
            <Several
              all={elements.map((entry) => <ElementLink entry={entry} names={read.names} {...reader} />)}
              none={say('risks.noElements')}
            />
          ),
        },
        {
          name: say('risks.which.residual'),
          value: <GradeCell graded={gradedOf(read.scales, risk, 'residual')} {...reader} />,
        },
        {
          name: say('risks.walk.lastYear'),
          value:
            last === null || before === undefined
              ? say('risks.walk.notThere')
              : `${last.year}: ${say(`risks.verdict.${before.verdict}`)}${grade === null ? '' : `, ${gradeWords(language, grade.scale, grade.grade)}`}`,
        },
        {
          name: say('risks.mitigations'),
          value: (
            <Several
              all={mitigations.map((one) => (
                <>
                  <bdi>{one.what}</bdi>{' '}
                  <span class="dim">
                    {dayWords(language, one.dueOn)} · {say('risks.percentDone', { percent: one.percent })}
                    {one.state.kind === 'late' ? ` · ${say('risks.daysLate', { count: one.state.days })}` : ''}
                  </span>
                </>
              ))}
              none={say('risks.noMitigations')}
            />
          ),
        },
      ]}
    />
  )
}

const VerdictForm: FC<Reader & WalkProps> = ({ read, review, walk, risk, last, scale, ...reader }) => {
  const { say } = reader
  const verdict = verdictOf(review, risk.id)
  const latest = assessmentOf(risk)
  const standing = latest !== null && latest.scale === scale?.n ? latest : null
  const choices = choicesOf(risk, last)
  // Scores are asked for where they can be others.
  const asked = choices.includes('changed') ? scale : null
  const fields = asked === null ? [] : scoreFieldsNow(reader, asked, standing)
  return (
    <Form to={walkPath(review.year, risk)} button={say('risks.walk.button')} {...reader}>
      <Changed risk={risk} read={read} fields={fields} {...reader} />
      <Carried name="seen" value={String(seenOf(risk))} />
      <Ticks
        name="kind"
        kind="one"
        label={say('risks.walk.verdict')}
        values={verdict === null ? [] : [verdict.kind]}
        options={choices.map((value) => ({
          value,
          words: say(`risks.verdict.${value}`),
          hint: say(`risks.verdict.${value}About`),
        }))}
        {...reader}
      />
      <TextArea
        name="reason"
        label={say('risks.reason')}
        hint={say('risks.walk.reasonHint')}
        value={verdict?.reason ?? ''}
        rows={3}
        most={2000}
        {...reader}
      />
      <IntoField
        label={say('risks.walk.into')}
        risk={risk}
        among={walk.list}
        value={verdict?.into ?? null}
        optional
        {...reader}
      />
      {asked === null ? null : (
        <>
          <p>{say('risks.walk.scores')}</p>
          <Scores scale={asked} now={verdict?.scores ?? standing} optional {...reader} />
        </>
      )}
    </Form>
  )
}

/** One risk of the review after the other. What was said is kept at once; every risk can be gone back to until the freeze. */
export const WalkPage: FC<Shown<WalkProps>> = (props) => {
  const { read, review, walk, risk, say, language, here } = props
  const verdict = verdictOf(review, risk.id)
  const reader = { say, language, here }
  const at = walk.list.findIndex(({ id }) => id === risk.id)
  const [previous, next] = [walk.list[at - 1], walk.list[at + 1]]
  const title = say('risks.walk.title', { year: String(review.year) })
  return (
    <RisksFrame
      title={title}
      kind="form"
      through={[{ words: say('risks.reviews.title'), to: '/risks/reviews' }]}
      {...reader}
    >
      <Mast
        kick={say('risks.walk.at', { at: at + 1, count: walk.list.length })}
        number={risk.id}
        heading={<bdi>{wordingOf(risk).title}</bdi>}
      >
        <Lede>
          {say('risks.review.progress', { done: walk.list.length - walk.left.length, count: walk.list.length })}
        </Lede>
        <p class="acts noprint">
          {previous === undefined ? null : (
            <Link class="btn q" to={walkPath(review.year, previous)} language={language} here={here}>
              {say('risks.walk.previous')}
            </Link>
          )}
          {next === undefined ? null : (
            <Link class="btn q" to={walkPath(review.year, next)} language={language} here={here}>
              {say('risks.walk.next')}
            </Link>
          )}
        </p>
      </Mast>
      {walk.outdated.includes(risk) ? <Note tone="warn">{say('risks.walk.outdatedAbout')}</Note> : null}
      <SideSection heading={say('risks.walk.stands')} about={<RiskLink risk={risk} {...reader} />}>
        <Standing {...props} />
      </SideSection>
      <SideSection heading={say('risks.walk.decide')}>
        {verdict === null ? null : (
          <p class="small">
            {dayWords(language, verdict.on)}: {say(`risks.verdict.${verdict.kind}`)}{' '}
            <By people={read.people} person={verdict.by} say={say} />
          </p>
        )}
        <VerdictForm {...props} />
      </SideSection>
      <SideSection heading={say('risks.walk.list')}>
        <WalkList {...props} />
      </SideSection>
    </RisksFrame>
  )
}
