import type { FC } from 'hono/jsx'
import { Fig, Lede, Wording } from '#ui'
import { derivationTo, FigureTo } from './hypothesis-parts.tsx'
import { Reason } from './outlook-reason.tsx'
import {
  type AnsweredPart,
  asksText,
  Chance,
  figs,
  GapBeside,
  gapOf,
  measureText,
  type Part,
  scribeOf,
  trendSentence,
  unitAfter,
  withMark,
} from './outlook-saying.tsx'

/** The latest value, with its year and whose it is. */
const Known: FC<AnsweredPart> = ({ outlook, about, answer, say, language, here }) => {
  const { latest } = answer.assessment
  if (latest === null || outlook.measure === null) return null
  const scribe = scribeOf(answer, { say, language })
  return (
    <>
      {say.rich('progress.lede.known', {
        what:
          outlook.gap === null ? (
            <Wording words={outlook.measure.words} language={language} />
          ) : (
            measureText(outlook, { say, language })
          ),
        area: about.names === null ? say('progress.area.world') : <Wording words={about.names} language={language} />,
        value: (
          <>
            <b>
              {outlook.gap === null ? (
                <FigureTo to={derivationTo(answer, latest.year)} {...{ say, language, here }}>
                  {scribe.latest(latest.value)}
                </FigureTo>
              ) : (
                <Fig>{scribe.latest(latest.value)}</Fig>
              )}
            </b>
            {unitAfter(outlook, scribe, language)}
          </>
        ),
        year: String(latest.year),
        line: answer.line ?? 'economy',
      })}
      {gapOf(language)}
    </>
  )
}

/** What comes of it by the year asked, interval before centre; the status with its mark; the chance as a range. */
const Expected: FC<AnsweredPart> = (props) => {
  const { answer, say, language } = props
  const { status, projection } = answer.assessment
  const { target } = answer.question
  const scribe = scribeOf(answer, { say, language })
  const trend = trendSentence(props)
  if (status === 'not assessed' || target === null)
    return (
      <>
        {say.rich('progress.lede.notAssessed', {}, withMark('not assessed'))}
        {gapOf(language)}
        <Reason {...props} />
        {trend === null ? null : gapOf(language)}
        {trend}
      </>
    )
  const number = scribe.number(target.value)
  if (projection === null)
    return <>{say.rich('progress.lede.met', figs({ number, by: String(target.year) }), withMark('met'))}</>
  const key = status === 'met' ? 'kept' : status === 'moving away' ? 'away' : status
  return (
    <>
      {say.rich(
        `progress.lede.${key}`,
        {
          ...figs({
            by: String(projection.year),
            interval: scribe.interval(projection.lo80, projection.hi80),
            centre: scribe.centre(projection.value),
            number,
          }),
          chance: <Chance p={projection.p} say={say} language={language} />,
        },
        withMark(status),
      )}
    </>
  )
}

/** What it is held against, by name; whether or not anything can be said. */
export const HeldAgainst: FC<AnsweredPart> = (props) => {
  const { outlook, say, language } = props
  if (outlook.target === null) return null
  const facts = { asks: <bdi>{asksText(props)}</bdi>, by: <Fig>{String(outlook.target.year)}</Fig> }
  return (
    <p class="small dim">
      {outlook.benchmark === null
        ? say.rich('progress.held.typed', facts)
        : say.rich('progress.held.named', {
            ...facts,
            source: <Wording words={outlook.benchmark.source} language={language} />,
          })}
    </p>
  )
}

/** The sentence first: what is known, what is expected, and the status of it. */
export const OutlookLede: FC<Part> = (props) => {
  const { answer } = props.outlook
  if (answer === null)
    return (
      <Lede>
        {props.say.rich('progress.lede.notAssessed', {}, withMark('not assessed'))}
        {gapOf(props.language)}
        <Reason {...props} />
      </Lede>
    )
  return (
    <>
      <Lede>
        <Known {...props} answer={answer} />
        <Expected {...props} answer={answer} />
      </Lede>
      <GapBeside {...props} />
      <HeldAgainst {...props} answer={answer} />
    </>
  )
}
