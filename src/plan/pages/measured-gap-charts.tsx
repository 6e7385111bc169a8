import type { FC } from 'hono/jsx'
import { plainDecimal } from '#kernel'
import { DotPile, figure, GapChart } from '#ui'
import type { SexGap, SexGapRow } from '../core/measured-gaps.ts'
import { chartTitle, type DrawnProps } from './measured-charts.tsx'
import { areaText, scaleOf } from './measured-parts.tsx'

type GapProps = DrawnProps & { readonly sexes: SexGap }

/** How many rows a chart of gaps has at most on each side: the widest; all of them stand in the table. */
export const gapsShown = { men: 8, women: 4 }

/** As many rows need as many pixels, with what stands around them. */
export const gapsHeight = 880

const chartRows = ({ rows }: SexGap): readonly SexGapRow[] => {
  const men = rows.filter(({ gap }) => Number(gap) > 0).slice(0, gapsShown.men)
  const women = rows.filter(({ gap }) => Number(gap) < 0).slice(-gapsShown.women)
  return [...men, ...women]
}

/** The widest gaps between women and men, an economy a row. */
export const GapsChart: FC<GapProps> = ({ measured, figures, sexes, say, language, only }) => (
  <GapChart
    id="sexes"
    title={say('plan.measured.gapTitle', { measure: chartTitle(measured, language) })}
    rows={chartRows(sexes).map(({ area, year, women, men }) => ({
      label: `${areaText(measured, language, area)} ${year}`,
      one: plainDecimal(women.value.value.decimal),
      other: plainDecimal(men.value.value.decimal),
    }))}
    names={{ one: say('plan.measured.women'), other: say('plan.measured.men') }}
    scale={scaleOf(figures.series, language)}
    decimals={figures.series.decimals}
    {...(only === undefined ? {} : { only })}
    say={say}
    language={language}
  />
)

/** All gaps as dots, with the one in the middle. */
export const GapsPile: FC<GapProps> = ({ measured, figures, sexes: { rows, median }, say, language }) => (
  <DotPile
    id="sexes-pile"
    title={say('plan.measured.gapTitle', { measure: chartTitle(measured, language) })}
    dots={rows.map(({ gap }) => ({ value: gap, tone: Number(gap) > 0 ? 'strong' : 'plain' }))}
    scale={{ kind: 'plain' }}
    {...(median === null
      ? {}
      : {
          limit: {
            value: plainDecimal(median.decimal),
            label: say('plan.measured.chart.median', {
              value: figure(language, plainDecimal(median.decimal), figures.series.decimals),
            }),
          },
        })}
    say={say}
    language={language}
  />
)
