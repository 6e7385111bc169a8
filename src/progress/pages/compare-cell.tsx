import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { Status } from '#ui'
import type { Answer } from '../assessing.ts'
import { statusOrReason } from '../tally.ts'
import { neededPace } from './outlook-chart.tsx'
import { reasonShort } from './outlook-reason.tsx'
import { alone, asksText, chanceWords, markOf, type OutlookParts, scribeOf } from './outlook-saying.tsx'

/** The same line held against the same thing in both editions. */
export type StepParts = { readonly before: OutlookParts; readonly after: OutlookParts }

export type CompareCellProps = {
  /** Empty where no line is held against the same thing in both. */
  readonly steps: readonly StepParts[]
  /** The default of either; null where the row has no such side. */
  readonly before: OutlookParts | null
  readonly after: OutlookParts | null
}

type Part = Shown<object>

const Word: FC<Part & { readonly of: OutlookParts }> = ({ of, say, language }) => {
  const reason = reasonShort({ ...of, say, language })
  const status = of.outlook.answer?.assessment.status ?? 'not assessed'
  return <Status status={markOf(status)} say={say} {...(reason === '' ? {} : { reason })} />
}

const sayingOf = (of: OutlookParts, part: Part): string => {
  const { status, reason } = statusOrReason(of.outlook)
  return status ?? `${reason} ${reasonShort({ ...of, say: part.say, language: part.language })}`
}

/** The word of both, once where it is the same. */
const Words: FC<Part & { readonly before: OutlookParts; readonly after: OutlookParts }> = ({
  before,
  after,
  ...part
}) =>
  sayingOf(before, part) === sayingOf(after, part) ? (
    <>
      <Word of={after} {...part} /> <span class="u">{part.say('progress.step.both')}</span>
    </>
  ) : (
    <>
      <div>
        <span class="u">{part.say('progress.step.before')}</span> <Word of={before} {...part} />
      </div>
      <div>
        <span class="u">{part.say('progress.step.after')}</span> <Word of={after} {...part} />
      </div>
    </>
  )

const yearOf = (answer: Answer): string => String(answer.question.target?.year ?? '')

const Numbers: FC<Part & { readonly step: StepParts }> = ({ step: { before, after }, say, language, here }) => {
  const [old, fresh] = [before.outlook.answer, after.outlook.answer]
  if (old === null || fresh === null) return null
  const part = { say, language, here }
  const asks = [asksText({ ...before, answer: old, ...part }), asksText({ ...after, answer: fresh, ...part })] as const
  const [from, to] = [neededPace(old), neededPace(fresh)]
  const scribe = scribeOf(fresh, { say, language })
  const [was, is] = [old.assessment.projection?.p ?? null, fresh.assessment.projection?.p ?? null]
  const years = { from: yearOf(old), to: yearOf(fresh) }
  return (
    <>
      <span class="u why">
        {say('progress.step.held', {
          held: after.outlook.held,
          same: asks[0] === asks[1] ? 'yes' : 'no',
          before: asks[0],
          after: asks[1],
          ...years,
        })}
      </span>
      {from === null || to === null ? null : (
        <span class="u why">
          {say('progress.step.needed', {
            before: alone(language, scribe.pace(from)),
            after: alone(language, scribe.pace(to)),
            points: scribe.points,
            ...years,
          })}
        </span>
      )}
      {was === null || is === null ? null : (
        <span class="u why">
          {say('progress.step.chance', {
            before: chanceWords(was, part),
            after: chanceWords(is, part),
            same: chanceWords(was, part) === chanceWords(is, part) ? 'yes' : 'no',
          })}
        </span>
      )}
    </>
  )
}

/** What moving a year or changing a number did: status, number, pace needed and chance, before and after. */
export const CompareCell: FC<Shown<CompareCellProps>> = ({ steps, before, after, ...part }) => {
  if (steps.length > 0)
    return (
      <>
        {steps.map((step) => (
          <div>
            <Words before={step.before} after={step.after} {...part} />
            <Numbers step={step} {...part} />
          </div>
        ))}
      </>
    )
  if (before !== null && after !== null) return <Words before={before} after={after} {...part} />
  const only = after ?? before
  return only === null ? null : <Word of={only} {...part} />
}
