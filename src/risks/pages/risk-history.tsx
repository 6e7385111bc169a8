import type { FC } from 'hono/jsx'
import { known, wordsIn } from '#kernel'
import { assessmentsOf, gradedBy, type Risk, type Step } from '#risks/core'
import { DataTable, dayWords, Empty, Lines, SideSection } from '#ui'
import type { RegisterRead } from '../visible.ts'
import { By } from './by.tsx'
import { GradeCell, gradeWords, type Reader } from './saying.tsx'

/** What a row says, as one sentence. */
export const stepSentence = (
  { say, language }: Pick<Reader, 'say' | 'language'>,
  read: RegisterRead,
  step: Step,
): string => {
  switch (step.kind) {
    case 'described':
      return say('risks.step.described', { title: step.title, unit: wordsIn(language, read.names.unit(step.owner)) })
    case 'assessed': {
      const word = (which: 'inherent' | 'residual'): string => {
        const { scale, grade } = gradedBy(read.scales, step, which)
        return gradeWords(language, scale, grade)
      }
      return say('risks.step.assessed', { inherent: word('inherent'), residual: word('residual') })
    }
    case 'mitigated':
      return say('risks.step.mitigated', { what: step.what, day: dayWords(language, step.dueOn) })
    case 'progressed':
      return say('risks.step.progressed', { part: step.part, percent: step.percent })
    case 'watched':
      return say('risks.step.watched', { series: step.series })
    case 'unwatched':
      return say('risks.step.unwatched', { part: step.part })
    case 'answered':
      return say('risks.step.answered', { year: String(step.year), value: step.decimal })
    case 'levelled':
      return say(`risks.step.levelled.${step.level}`)
    case 'merged':
      return say('risks.step.merged', { into: step.into })
    default:
      return say(`risks.step.${step.kind}`)
  }
}

/** Every assessment of a risk, the latest first, each on the scale that it was made on. */
export const Assessments: FC<Reader & { readonly risk: Risk; readonly read: RegisterRead }> = ({
  risk,
  read,
  say,
  language,
}) => {
  const all = assessmentsOf(risk).toReversed()
  return (
    <SideSection id="assessments" heading={say('risks.assessments')} about={say('risks.assessmentsAbout')} wide>
      {all.length === 0 ? (
        <Empty>{say('risks.notYetAssessed')}</Empty>
      ) : (
        <DataTable
          label={say('risks.assessments')}
          columns={[
            { head: say('risks.day') },
            { head: say('risks.which.inherent'), short: say('risks.which.inherent') },
            { head: say('risks.which.residual'), short: say('risks.which.residual') },
            { head: say('risks.reason'), short: say('risks.reason') },
            { head: say('risks.scale'), short: say('risks.scale') },
          ]}
          groups={[
            {
              rows: all.map((one) => ({
                cells: [
                  dayWords(language, one.on),
                  <GradeCell graded={known(gradedBy(read.scales, one, 'inherent'))} say={say} language={language} />,
                  <GradeCell graded={known(gradedBy(read.scales, one, 'residual'))} say={say} language={language} />,
                  <>
                    <bdi>{one.reason}</bdi> <By people={read.people} person={one.by} say={say} />
                  </>,
                  say('risks.scale.number', { n: one.scale }),
                ],
              })),
            },
          ]}
          phone="cards"
          say={say}
        />
      )}
    </SideSection>
  )
}

/** Everything that was done about a risk, the latest first. */
export const HistorySection: FC<Reader & { readonly risk: Risk; readonly read: RegisterRead }> = ({
  risk,
  read,
  say,
  language,
}) => (
  <SideSection id="history" heading={say('risks.history')} about={say('risks.historyAbout')}>
    <Lines
      lines={risk.steps.toReversed().map((step) => (
        <>
          <span class="dim num">{dayWords(language, step.on)}</span> {stepSentence({ say, language }, read, step)}{' '}
          <By people={read.people} person={step.by} say={say} />
          {step.reason === '' ? null : (
            <div class="small">
              {say('risks.reason')}: <bdi>{step.reason}</bdi>
            </div>
          )}
        </>
      ))}
    />
  </SideSection>
)
