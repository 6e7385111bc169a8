import type { FC } from 'hono/jsx'
import { type Question, watchesOf } from '#risks/core'
import { dayWords, figure, Link, Note, SideSection } from '#ui'
import { By } from './by.tsx'
import type { RiskProps } from './risk.tsx'
import { type Reader, riskPath, Several } from './saying.tsx'

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

/** The figures that watch a risk, and what they ask. */
export const Watches: FC<Reader & RiskProps> = (props) => {
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
