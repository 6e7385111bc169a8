import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import {
  assessmentOf,
  choicesOf,
  type Frozen,
  frozenGrade,
  gradedOf,
  isOpen,
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
import {
  Carried,
  Choose,
  dayWords,
  Form,
  Frame,
  Input,
  Kv,
  Lede,
  Link,
  Mast,
  Note,
  SideSection,
  TextArea,
  Ticks,
} from '#ui'
import type { People } from '../people.ts'
import type { RegisterRead } from '../visible.ts'
import { By } from './by.tsx'
import { Changed } from './changed.tsx'
import { Scores, scoreFieldsNow } from './deed-page.tsx'
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

const stateMark = (verdict: Verdict | null | undefined, isOutdated: boolean): string =>
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
  const { say, here } = reader
  const verdict = verdictOf(review, risk.id)
  const latest = assessmentOf(risk)
  const now = verdict?.scores ?? (latest !== null && latest.scale === scale?.n ? latest : null)
  const fields = scale === null ? [] : scoreFieldsNow(reader, scale, latest)
  return (
    <Form to={walkPath(review.year, risk)} button={say('risks.walk.button')} {...reader}>
      <Changed risk={risk} read={read} fields={fields} {...reader} />
      <Carried name="seen" value={String(seenOf(risk))} />
      <Ticks
        name="kind"
        kind="one"
        label={say('risks.walk.verdict')}
        values={verdict === null ? [] : [verdict.kind]}
        options={choicesOf(risk, last).map((value) => ({
          value,
          words: say(`risks.verdict.${value}`),
          hint: say(`risks.verdict.${value}About`),
        }))}
        say={say}
        here={here}
      />
      <TextArea
        name="reason"
        label={say('risks.reason')}
        hint={say('risks.walk.reasonHint')}
        value={verdict?.reason ?? ''}
        rows={3}
        most={2000}
        say={say}
        here={here}
      />
      <Choose
        name="into"
        label={say('risks.walk.into')}
        value={verdict?.into ?? ''}
        options={[
          { value: '', words: say('risks.none') },
          ...walk.list
            .filter((one) => one.id !== risk.id && isOpen(one))
            .map((one) => ({ value: one.id, words: `${one.id} ${wordingOf(one).title}` })),
        ]}
        optional
        say={say}
        here={here}
      />
      {scale === null ? null : (
        <>
          <p>{say('risks.walk.scores')}</p>
          <Scores scale={scale} now={now} optional {...reader} />
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
    <Frame
      title={title}
      current="/risks"
      fleeting
      desk
      crumbs={[
        { words: say('risks.title'), to: '/risks' },
        { words: say('risks.reviews.title'), to: '/risks/reviews' },
        { words: title },
      ]}
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
    </Frame>
  )
}

export type FreezeProps = {
  readonly review: Review
  readonly walk: ReturnType<typeof walkOf>
  readonly people: People
}

export const FreezePage: FC<Shown<FreezeProps>> = ({ review, walk, people, say, language, here }) => {
  const reader = { say, language, here }
  const title = say('risks.freeze.title')
  const unready = [...walk.left, ...walk.outdated, ...walk.astray]
  return (
    <Frame
      title={title}
      current="/risks"
      fleeting
      desk
      crumbs={[
        { words: say('risks.title'), to: '/risks' },
        { words: say('risks.reviews.title'), to: '/risks/reviews' },
        { words: title },
      ]}
      {...reader}
    >
      <Mast heading={say('risks.freeze.heading', { year: String(review.year) })}>
        <Lede>{say('risks.freeze.about')}</Lede>
      </Mast>
      {unready.length === 0 ? null : (
        <Note tone="warn">{say('risks.freeze.notYet', { count: new Set(unready).size })}</Note>
      )}
      <SideSection heading={say('risks.walk.list')}>
        <Several
          all={walk.list.map((risk) => {
            const verdict = walk.verdicts.get(risk.id)
            return (
              <>
                <span aria-hidden="true">{stateMark(verdict, unready.includes(risk))}</span>{' '}
                <RiskLink risk={risk} {...reader} />{' '}
                {verdict == null ? say('risks.walk.notSaid') : say(`risks.verdict.${verdict.kind}`)}
                {verdict == null ? null : (
                  <div class="small">
                    <bdi>{verdict.reason}</bdi> <By people={people} person={verdict.by} say={say} />
                  </div>
                )}
              </>
            )
          })}
          none={say('risks.review.noList')}
        />
      </SideSection>
      <SideSection heading={say('risks.decision')}>
        <Form to={`/risks/reviews/${review.year}/freeze`} button={say('risks.freeze.button')} {...reader}>
          <Input
            name="number"
            label={say('risks.freeze.number')}
            hint={say('risks.freeze.numberHint')}
            most={100}
            say={say}
            here={here}
          />
          <Input name="on" type="date" label={say('risks.freeze.on')} value={here.today} say={say} here={here} />
        </Form>
      </SideSection>
    </Frame>
  )
}
