import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { ChartFigure, DotPile } from '#ui'
import type { Answer } from '../assessing.ts'
import { numbered, type Part, standingOf } from './hypothesis-parts.tsx'
import { alone } from './outlook-saying.tsx'

/** All economies by their latest value, each as the mark of its status, with the number that they are held against. */
export const EconomiesPile: FC<Part & { readonly economies: readonly Answer[] }> = ({
  hypothesis: { shown, series },
  economies,
  say,
  language,
}) => {
  const { target, answer } = shown
  const unit = answer?.question.unit ?? 'unknown'
  const dots = economies.flatMap(({ assessment }) =>
    assessment.latest === null ? [] : [{ value: String(assessment.latest.value), standing: standingOf(assessment) }],
  )
  if (dots.length === 0) return null
  const limit =
    target === null
      ? null
      : {
          value: String(target.value),
          label: say('progress.everywhere.pileLimit', {
            number: alone(language, numbered(language, target.value, unit)),
            by: String(target.year),
          }),
        }
  return (
    <ChartFigure caption={say('progress.everywhere.pileCaption')}>
      <DotPile
        id="economies-pile"
        title={say('progress.everywhere.pile')}
        dots={dots}
        scale={
          unit === 'percent'
            ? { kind: 'percent' }
            : { kind: 'plain', unit: series === null ? '' : wordsIn(language, series.unitNames) }
        }
        {...(limit === null ? {} : { limit })}
        say={say}
        language={language}
      />
    </ChartFigure>
  )
}
