import type { FC } from 'hono/jsx'
import { Status } from '#ui'
import { reasonShort } from './outlook-reason.tsx'
import { type AnsweredPart, Chance, figs, markOf, type Part, scribeOf } from './outlook-saying.tsx'
import { Why } from './outlook-why.tsx'

/** The value that the status rests on, where the row shows another: a gap between parts of its line. */
export const OfGap: FC<AnsweredPart> = ({ outlook: { gap }, answer, say, language }) => {
  const { latest } = answer.assessment
  if (gap === null || latest === null) return null
  return (
    <span class="u why">
      {say.rich('progress.gap.row', {
        ...figs({ value: scribeOf(answer, { say, language }).latest(latest.value), year: String(latest.year) }),
        by: gap.by,
        as: gap.as,
        line: answer.line ?? 'economy',
      })}
    </span>
  )
}

/** The interval before the centre, and the chance as a range. */
const Expected: FC<AnsweredPart> = (part) => {
  const { answer, say, language } = part
  const { projection } = answer.assessment
  if (projection === null) return null
  return (
    <span class="u why">
      {say.rich(
        'progress.row.expected',
        figs({
          interval: scribeOf(answer, { say, language }).interval(projection.lo80, projection.hi80),
          by: String(projection.year),
        }),
      )}
      {' · '}
      {say.rich('progress.row.chance', { chance: <Chance p={projection.p} say={say} language={language} /> })}
    </span>
  )
}

/** The label of the UN, plain and in a line of its own; with the other one where it turns. */
const UnMethod: FC<AnsweredPart> = ({ answer, say }) => {
  const { labels, complement } = answer.assessment
  const label = labels?.un2022.label ?? null
  if (label === null) return null
  const other = complement?.contradicts.includes('un2022') === true ? complement.labels.un2022 : null
  const words = say(`progress.label.${label}`)
  return (
    <span class="u why">
      {other === null
        ? say('progress.row.unMethod', { label: words })
        : say('progress.row.unMethodTurns', { label: words, other: say(`progress.label.${other}`) })}
    </span>
  )
}

/** Where a target stands, in its row: the word and its mark, what is expected or why nothing can be said, and the paragraph. */
export const TargetCell: FC<Part> = (part) => {
  const { outlook, say } = part
  const { answer } = outlook
  const reason = reasonShort(part)
  return (
    <>
      <Status
        status={markOf(answer?.assessment.status ?? 'not assessed')}
        say={say}
        {...(reason === '' ? {} : { reason })}
      />
      {answer === null ? null : (
        <>
          <OfGap {...part} answer={answer} />
          <Expected {...part} answer={answer} />
          <UnMethod {...part} answer={answer} />
          <details>
            <summary>{say('progress.told.heading')}</summary>
            <Why {...part} />
          </details>
        </>
      )}
    </>
  )
}
