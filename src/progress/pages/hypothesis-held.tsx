import type { Child, FC } from 'hono/jsx'
import { DataTable, type Fact, Facts, Fig, Status, Wording } from '#ui'
import type { Feasibility, Unit } from '../core/index.ts'
import type { Outlook } from '../outlook.ts'
import { bare, between, chanceText, numbered, type Part, type Reader, standingOf, valued } from './hypothesis-parts.tsx'
import { namesOf } from './hypothesis-why.tsx'
import { neededPace } from './outlook-chart.tsx'
import { reasonShort } from './outlook-reason.tsx'

/** Whose the number is: one of the plan's benchmarks, by its kind, or the one that was typed. */
const heldWords = ({ held, benchmark, gap }: Outlook, { say, language }: Reader): Child => {
  if (held === 'typed') return <b>{say('progress.asking.typed')}</b>
  if (held === 'nothing' || benchmark === null) return say('progress.asking.noBenchmark')
  if (gap !== null)
    return (
      <>
        {say('progress.hypothesis.gap', { by: gap.by, as: gap.as })}
        <br />
        <span class="u">
          <Wording words={benchmark.source} language={language} />
        </span>
      </>
    )
  return (
    <>
      {say(`plan.benchmark.${held}`)}
      <br />
      <span class="u">
        <Wording words={benchmark.source} language={language} />
      </span>
    </>
  )
}

const unitOf = ({ answer }: Outlook): Unit => answer?.question.unit ?? 'unknown'

const StatusOf: FC<Part & { readonly outlook: Outlook }> = ({ outlook, hypothesis, say, language }) => {
  const status = outlook.answer === null || outlook.notAsked !== null ? 'na' : standingOf(outlook.answer.assessment)
  const reason = reasonShort({ outlook, about: { names: namesOf(hypothesis, hypothesis.area) }, say, language })
  return <Status status={status} say={say} {...(reason === '' ? {} : { reason })} />
}

/** How many of the stretches that began there were as fast, as text in per cent; null without a table. */
const asFast = ({ achievedShare }: Feasibility, language: Reader['language']): string | null =>
  achievedShare === null ? null : valued(language, achievedShare, 'percent')

/** What a year must bring, without a sign: it is said which way is better. Null where nothing is needed any more. */
const needs = (language: Reader['language'], { answer }: Outlook): string | null => {
  const pace = answer === null || answer.assessment.projection === null ? null : neededPace(answer)
  return pace === null ? null : bare(language, Math.abs(pace), answer?.question.unit ?? 'unknown')
}

/** The number typed beside the plan's own benchmarks: each with its status, projection and pace. */
export const HeldTable: FC<Part> = ({ hypothesis, ...reader }) => {
  const { outlooks } = hypothesis
  const { say, language } = reader
  const typed = outlooks.filter(({ held }) => held === 'typed')
  return (
    <div id="asked">
      <DataTable
        label={say('progress.hypothesis.heading')}
        caption={say('progress.hypothesis.caption')}
        columns={[
          { head: say('progress.hypothesis.against') },
          { head: say('progress.hypothesis.number'), number: true, short: say('progress.hypothesis.number') },
          { head: say('progress.hypothesis.by'), number: true, short: say('progress.hypothesis.by') },
          { head: say('progress.hypothesis.status') },
          { head: say('progress.hypothesis.projected'), number: true, short: say('progress.hypothesis.projected') },
          { head: say('progress.hypothesis.chance'), number: true, short: say('progress.hypothesis.chance') },
          { head: say('progress.hypothesis.needsAYear'), number: true, short: say('progress.hypothesis.needsAYear') },
          { head: say('progress.hypothesis.asFast'), number: true, short: say('progress.hypothesis.asFastShort') },
        ]}
        groups={[
          {
            rows: [...typed, ...outlooks.filter((one) => !typed.includes(one))].map((one) => {
              const unit = unitOf(one)
              const { projection = null, feasibility = null } = one.answer?.assessment ?? {}
              const number = one.target?.value ?? one.benchmark?.asks?.value ?? null
              return {
                cells: [
                  heldWords(one, reader),
                  number === null ? (
                    ''
                  ) : (
                    <Fig>{numbered(language, number, one.fit === 'other-unit' ? 'unknown' : unit)}</Fig>
                  ),
                  <Fig>{String(one.target?.year ?? one.benchmark?.by ?? '')}</Fig>,
                  <StatusOf outlook={one} hypothesis={hypothesis} {...reader} />,
                  projection === null ? '' : <Fig>{between(language, projection.lo80, projection.hi80, unit)}</Fig>,
                  projection === null ? '' : <Fig>{chanceText(language, projection.p)}</Fig>,
                  needs(language, one) === null ? '' : <Fig>{needs(language, one)}</Fig>,
                  feasibility === null ? '' : <Fig>{asFast(feasibility, language) ?? '…'}</Fig>,
                ],
              }
            }),
          },
        ]}
        phone="cards"
        say={say}
      />
    </div>
  )
}

/** Four to five large values: where it is, what comes, what it takes. */
export const HeldFacts: FC<Part> = ({ hypothesis: { shown, series }, ...reader }) => {
  const { say, language } = reader
  const assessment = shown.answer?.assessment
  const unit = unitOf(shown)
  if (assessment?.latest == null) return null
  const { latest, projection } = assessment
  const needed = needs(language, shown)
  const facts: readonly Fact[] = [
    {
      name: say('progress.hypothesis.latest'),
      value: <Fig>{valued(language, latest.value, unit)}</Fig>,
      about: (
        <>
          <Fig>{String(latest.year)}</Fig>
          {unit === 'percent' || series === null ? null : (
            <>
              {' · '}
              <Wording words={series.unitNames} language={language} />
            </>
          )}
        </>
      ),
    },
    ...(projection === null
      ? []
      : [
          {
            name: say('progress.hypothesis.projectedIn', { year: String(projection.year) }),
            value: <Fig>{between(language, projection.lo80, projection.hi80, unit)}</Fig>,
            about: say.rich('progress.hypothesis.centre', {
              value: <Fig>{valued(language, projection.value, unit)}</Fig>,
              on: projection.calibratedOn,
            }),
          },
          { name: say('progress.hypothesis.chanceOf'), value: <Fig>{chanceText(language, projection.p)}</Fig> },
        ]),
    ...(needed === null
      ? []
      : [
          {
            name: say('progress.hypothesis.needsAYear'),
            value: <Fig>{needed}</Fig>,
            ...(unit === 'percent' ? { about: say('progress.hypothesis.points') } : {}),
          },
        ]),
  ]
  return <Facts facts={facts} />
}
