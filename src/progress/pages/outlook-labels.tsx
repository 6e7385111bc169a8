import type { Child, FC } from 'hono/jsx'
import { DataTable, Fig, figure, Note, SideSection } from '#ui'
import { type LabelMethod, type LabelSource, labelSources, roundedTo } from '../core/index.ts'
import { type AnsweredPart, figs, gapOf, scribeOf } from './outlook-saying.tsx'

/** With x the latest value in year t, x₀ the baseline in t₀, T the number asked for by the year of it. */
export const formulas: Readonly<Record<Exclude<LabelMethod, 'un2023'>, string>> = {
  un2022: '((x ÷ x₀)^(1 ÷ (t − t₀)) − 1) ÷ ((T ÷ x₀)^(1 ÷ (tT − t₀)) − 1)',
  un2023rho: '(x × (x ÷ x₀)^((tT − t) ÷ (t − t₀)) − x₀) ÷ (T − x₀)',
  eurostat: '((x ÷ x₀)^(1 ÷ (t − t₀)) − 1) ÷ ((T ÷ x₀)^(1 ÷ (tT − t₀)) − 1)',
}

type Shown = LabelSource & { readonly method: keyof typeof formulas }

const isShown = (source: LabelSource): source is Shown => source.shown && source.method !== 'un2023'

const shown: readonly Shown[] = labelSources.filter(isShown)

const differs = ({ answer }: AnsweredPart, method: Shown['method']): boolean => {
  const { complement } = answer.assessment
  if (complement === null) return false
  return method === 'un2023rho' ? complement.rhoContradicts : complement.contradicts.includes(method)
}

/** Its label, or why it has none. */
const labelCell = ({ answer, say }: AnsweredPart, method: Shown['method']): Child => {
  const one = answer.assessment.labels?.[method]
  if (one?.label != null) return say(`progress.label.${one.label}`)
  return <span class="dim">{say(`progress.noLabel.${one?.reason ?? 'no-baseline'}`)}</span>
}

const otherCell = (part: AnsweredPart, method: Shown['method']): Child => {
  const label = part.answer.assessment.complement?.labels[method] ?? null
  if (label === null) return '–'
  const words = part.say(`progress.label.${label}`)
  return differs(part, method) ? <b>{words}</b> : words
}

const HowCell: FC<AnsweredPart & { readonly of: Shown }> = ({ of, say, language }) => (
  <>
    {say.rich(of.method === 'un2023rho' ? 'progress.labels.f.rho' : 'progress.labels.f.ratio', {
      formula: (
        <bdi class="num" dir="ltr">
          {formulas[of.method]}
        </bdi>
      ),
    })}
    {gapOf(language)}
    {of.restatedBy === '' ? null : (
      <>
        {say.rich('progress.labels.restated', {
          by: (
            <bdi lang="en" dir="ltr">
              {of.restatedBy}
            </bdi>
          ),
        })}
        {gapOf(language)}
      </>
    )}
    <a href={of.url} rel="external">
      {say('progress.labels.source')}
    </a>
  </>
)

/** Where a label and that of the complement contradict each other, the first that does, in a sentence. */
const Contradiction: FC<AnsweredPart> = (part) => {
  const { answer, say } = part
  const found = shown.find(({ method }) => differs(part, method))
  if (found === undefined) return null
  const [label, other] = [
    answer.assessment.labels?.[found.method].label,
    answer.assessment.complement?.labels[found.method],
  ]
  if (label == null || other == null) return null
  return (
    <Note tone="warn" heading={say('progress.labels.contradicts')}>
      {' '}
      {say('progress.labels.contradictsWords', {
        method: say(`progress.labels.m.${found.method}`),
        label: say(`progress.label.${label}`),
        other: say(`progress.label.${other}`),
      })}
    </Note>
  )
}

/** The published classifications side by side, each with its name, its formula and what went into it. */
export const OutlookLabels: FC<AnsweredPart> = (part) => {
  const { answer, say, language } = part
  const { labels, baseline, latest } = answer.assessment
  const { target } = answer.question
  if (labels === null || latest === null) return null
  const scribe = scribeOf(answer, { say, language })
  const ratio = (method: Shown['method']): Child => {
    const value = labels[method].ratio
    return value === null ? '–' : <Fig>{figure(language, roundedTo(value, 2).toFixed(2))}</Fig>
  }
  return (
    <SideSection id="labels" heading={say('progress.labels.heading')} about={say('progress.labels.about')}>
      <DataTable
        label={say('progress.labels.heading')}
        caption={
          baseline === null || target === null
            ? undefined
            : say.rich(
                'progress.labels.inputs',
                figs({
                  from: scribe.value(baseline.value),
                  fromYear: String(baseline.year),
                  value: scribe.latest(latest.value),
                  year: String(latest.year),
                  number: scribe.number(target.value),
                  by: String(target.year),
                }),
              )
        }
        columns={[
          { head: say('progress.labels.method') },
          { head: say('progress.labels.label'), short: say('progress.labels.label') },
          { head: say('progress.labels.other'), short: say('progress.labels.other') },
          { head: say('progress.labels.ratio'), number: true, short: say('progress.labels.ratio') },
          { head: say('progress.labels.how') },
        ]}
        groups={[
          {
            rows: shown.map((one) => ({
              cells: [
                say(`progress.labels.m.${one.method}`),
                labelCell(part, one.method),
                otherCell(part, one.method),
                ratio(one.method),
                <span class="u">
                  <HowCell {...part} of={one} />
                </span>,
              ],
            })),
          },
        ]}
        phone="cards"
        say={say}
      />
      <Contradiction {...part} />
    </SideSection>
  )
}
