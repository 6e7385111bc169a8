import type { FC } from 'hono/jsx'
import { Status } from '#ui'
import type { Projection } from '../core/index.ts'
import { reasonShort } from './outlook-reason.tsx'
import { type AnsweredPart, alone, Chance, figs, markOf, measureText, type Part, scribeOf } from './outlook-saying.tsx'
import { Why } from './outlook-why.tsx'

const [width, height] = [144, 10]

/** Per cent from left to right: where the outcome falls, and the number as a tick. */
const SmallBand: FC<AnsweredPart & { readonly projection: Projection }> = ({
  outlook,
  answer,
  projection,
  say,
  language,
}) => {
  const { target } = answer.question
  const scribe = scribeOf(answer, { say, language })
  if (!scribe.isPercent || target === null) return null
  const at = (value: number): number => Math.round((value / 100) * (width - 2) * 10) / 10 + 1
  const band = (low: number, high: number): string => `M${at(low)} 2H${at(high)}V${height - 2}H${at(low)}Z`
  const own = (value: number) => alone(language, scribe.centre(value))
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say('progress.row.spark', {
        measure: measureText(outlook, { say, language }),
        low: own(projection.lo80),
        high: own(projection.hi80),
        by: String(projection.year),
      })}
    >
      <path class="gr" d={`M0 ${height - 0.5}H${width}`} />
      <path class="b95" d={band(projection.lo95, projection.hi95)} />
      <path class="b80" d={band(projection.lo80, projection.hi80)} />
      <path class="tgt" d={`M${at(target.value)} 0V${height}`} />
    </svg>
  )
}

/** The value that the status rests on, where the row shows another: a gap between parts of its line. */
const OfGap: FC<AnsweredPart> = ({ outlook: { gap }, answer, say, language }) => {
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
    <>
      <SmallBand {...part} projection={projection} />
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
    </>
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
