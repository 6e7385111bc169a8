import type { FC } from 'hono/jsx'
import { DataTable, Empty, Fig, figure, Note, SideSection, Status, Wording } from '#ui'
import { type Apart, apartBy, changeOf } from '../apart.ts'
import type { Answer } from '../assessing.ts'
import { decimalsFor, roundedTo } from '../core/index.ts'
import { AreaName, bare, between, type Part, signed, standingOf } from './hypothesis-parts.tsx'
import { whyOf } from './hypothesis-why.tsx'

/** A gap as it is printed: points with one decimal, a ratio with two. */
const gapText = (language: Part['language'], { gap }: Answer, value: number): string =>
  gap?.as === 'ratio' ? figure(language, roundedTo(value, 2).toFixed(2)) : bare(language, value, 'percent')

/** Where a gap stands, with its range; it is calibrated on nothing, and the note under the table says so. */
const Closing: FC<Part & { readonly answer: Answer | null; readonly area: string }> = ({ answer, area, ...part }) => {
  if (answer === null || answer.ask.target === null) return <>–</>
  const { say, language } = part
  const { projection } = answer.assessment
  const reason = whyOf(answer, area, part)
  const decimals = answer.gap?.as === 'ratio' ? 2 : 1
  return (
    <>
      <Status status={standingOf(answer.assessment)} say={say} {...(reason === undefined ? {} : { reason })} />
      {projection === null ? null : (
        <span class="u why">
          <Fig>{between(language, projection.lo80, projection.hi80, 'percent', decimals)}</Fig>
        </span>
      )}
    </>
  )
}

/** The latest gap, and under it what it was and how it changes a year. */
const Gap: FC<Part & { readonly answer: Answer | null }> = ({ answer, say, language }) => {
  if (answer?.assessment.latest == null) return <span class="dim">…</span>
  const change = changeOf(answer)
  return (
    <>
      <b>
        <Fig>{gapText(language, answer, answer.assessment.latest.value)}</Fig>
      </b>
      {change === null ? null : (
        <span class="u why">
          {say.rich('progress.apart.since', {
            value: <Fig>{gapText(language, answer, change.since.value)}</Fig>,
            year: <Fig>{String(change.since.year)}</Fig>,
            pace: <Fig>{signed(language, change.pace, answer.gap?.as === 'ratio' ? 3 : 2)}</Fig>,
          })}
        </span>
      )}
    </>
  )
}

const rowOf = ({ sides, area, latest, difference, ratio }: Apart, props: Part) => {
  const { hypothesis, ...reader } = props
  const { language } = reader
  const decimals = (value: number) => decimalsFor(value, 'percent')
  const text = (value: number) => figure(language, roundedTo(value, decimals(value)).toFixed(decimals(value)))
  return {
    cells: [
      <>
        <AreaName areas={hypothesis.areas} code={area} {...reader} />
        <span class="u why">
          <Wording words={sides.one.words} language={language} />
          {' / '}
          <Wording words={sides.other.words} language={language} />
        </span>
      </>,
      latest === null ? '' : <Fig>{String(latest.year)}</Fig>,
      latest === null ? (
        <span class="dim">…</span>
      ) : (
        <>
          <Fig>{text(latest.one)}</Fig>
          {' / '}
          <Fig>{text(latest.other)}</Fig>
        </>
      ),
      <Gap {...props} answer={difference} />,
      <Closing {...props} answer={difference} area={area} />,
      <Gap {...props} answer={ratio} />,
      <Closing {...props} answer={ratio} area={area} />,
    ],
  }
}

/** Gaps between people as targets of their own: how far apart, since when, and whether they will have come together. */
export const ApartSection: FC<Part> = (props) => {
  const { hypothesis, say } = props
  const { apart } = hypothesis
  const there = new Set(apart.map(({ sides }) => sides.by))
  const lacking = apartBy.filter((by) => !there.has(by))
  const year = apart[0]?.difference?.ask.target?.year ?? null
  const status =
    year === null ? say('progress.hypothesis.status') : say('progress.apart.closedBy', { year: String(year) })
  return (
    <SideSection heading={say('progress.apart.heading')} about={say('progress.apart.about')} id="apart" wide>
      {apart.length === 0 ? (
        <Empty>{say('progress.apart.none')}</Empty>
      ) : (
        <>
          <DataTable
            label={say('progress.apart.heading')}
            columns={[
              { head: say('progress.everywhere.area') },
              { head: say('progress.where.year'), number: true },
              { head: say('progress.apart.both'), unit: '%', number: true },
              { head: say('progress.apart.difference'), unit: say('progress.where.points'), number: true },
              { head: status },
              { head: say('progress.apart.ratio'), number: true },
              { head: status },
            ]}
            groups={[{ rows: apart.map((one) => rowOf(one, props)) }]}
            say={say}
          />
          <Note>{say('progress.apart.how')}</Note>
          {lacking.map((by) => (
            <p class="small dim">{say('progress.apart.lacking', { by })}</p>
          ))}
        </>
      )}
    </SideSection>
  )
}
