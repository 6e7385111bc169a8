import type { FC } from 'hono/jsx'
import { DataTable, figure, SideSection, signsOf } from '#ui'
import { growthSteps, type LabelName, labelSources, type NoLabel, ratioSteps } from '../core/index.ts'
import { isolated, percentIn, type Reader } from './methods-parts.tsx'
import { formulas } from './outlook-labels.tsx'

const none: readonly NoLabel[] = [
  'maintain-target',
  'no-direction',
  'no-baseline',
  'no-numeric-target',
  'no-elapsed-time',
  'target-not-after-baseline',
  'zero-baseline',
  'negative-value',
  'zero-target',
  'no-change-required',
  'baseline-beyond-target',
]

type Steps = { readonly from: readonly (readonly [least: number, label: LabelName])[]; readonly below: LabelName }

/** Official labels: whose, how they are computed, from which limits, and how far that was read at its source. */
export const LabelsSection: FC<Reader> = ({ say, language }) => {
  const label = (name: LabelName) => say(`progress.label.${name}`)
  const least = (value: number) => figure(language, String(value), 2)
  const steps = ({ from, below }: Steps, written: (value: number) => string) => (
    <>
      {from.map(([value, name]) => (
        <>
          <bdi class="f">{isolated(language, `≥ ${written(value)}`)}</bdi> {label(name)}
          <br />
        </>
      ))}
      {say('progress.statuses.below')}
      {signsOf(language).gap}
      {label(below)}
    </>
  )
  return (
    <SideSection id="labels" heading={say('progress.labels.heading')} about={say('progress.labels.about')}>
      <p>{say('progress.statuses.notOurs')}</p>
      <DataTable
        label={say('progress.labels.heading')}
        caption={say('progress.statuses.labelsTable')}
        columns={[
          { head: say('progress.statuses.method') },
          { head: say('progress.statuses.computed') },
          { head: say('progress.statuses.limits') },
          { head: say('progress.statuses.source') },
        ]}
        groups={[
          {
            rows: labelSources
              .filter(({ shown }) => shown)
              .map(({ method, url, restatedBy }) => ({
                id: method,
                cells: [
                  say(`progress.labels.m.${method}`),
                  <bdi class="num" dir="ltr">
                    {method === 'un2023' ? '' : formulas[method]}
                  </bdi>,
                  steps(ratioSteps[method], least),
                  <>
                    <a href={url}>{say('progress.labels.source')}</a>
                    <br />
                    {say('progress.labels.restated', { by: restatedBy })}
                  </>,
                ],
              })),
          },
        ]}
        say={say}
      />
      <p>
        {say('progress.statuses.noNumber')}{' '}
        {growthSteps.un2023rho.from
          .map(([value, name]) => `${isolated(language, `≥ ${percentIn(language, value, 1)}`)} ${label(name)}`)
          .join(signsOf(language).item)}
        {signsOf(language).item}
        {say('progress.statuses.below')}
        {signsOf(language).gap}
        {label(growthSteps.un2023rho.below)}
      </p>
      <p>{say('progress.statuses.complement')}</p>
      <DataTable
        label={say('progress.statuses.noLabel')}
        caption={say('progress.statuses.noLabel')}
        columns={[{ head: say('progress.statuses.number') }, { head: say('progress.statuses.condition') }]}
        groups={[{ rows: none.map((reason, at) => ({ cells: [`${at + 1}`, say(`progress.noLabel.${reason}`)] })) }]}
        say={say}
      />
    </SideSection>
  )
}

const aggregateRules = [
  'no-members',
  'less-than-half-known',
  'published',
  'large-member-unobserved',
  'less-than-two-thirds-observed',
] as const

/** The labels of the figures of groups that are computed here. */
export const AggregatesSection: FC<Reader> = ({ say }) => (
  <SideSection
    id="aggregates"
    heading={say('progress.statuses.aggregates')}
    about={say('progress.statuses.aggregatesAbout')}
  >
    <DataTable
      label={say('progress.statuses.aggregates')}
      caption={say('progress.statuses.aggregatesTable')}
      columns={[
        { head: say('progress.statuses.number') },
        { head: say('progress.statuses.condition') },
        { head: say('progress.statuses.label') },
      ]}
      groups={[
        {
          rows: aggregateRules.map((rule, at) => ({
            cells: [`${at + 1}`, say(`progress.aggregate.${rule}`), say(`progress.aggregate.${rule}.label`)],
          })),
        },
      ]}
      say={say}
    />
    <p>{say('progress.statuses.custodian')}</p>
  </SideSection>
)
