import type { FC } from 'hono/jsx'
import { ChartFigure, DataTable, GapChart, SideSection } from '#ui'
import { indicatorWords } from '../calibrated-names.ts'
import type { Accuracy, IntervalRow } from '../core/index.ts'
import { countIn, decimalOf, pointsIn, type Reader, shareIn, spanIn } from './methods-parts.tsx'

/** The other indicators that are calibrated: do their intervals hold, under their own rows and under those they were lent? */
export const OthersSection: FC<Reader & { readonly accuracy: Accuracy }> = ({ accuracy, say, language }) => {
  const names = [...new Set(accuracy.otherIndicators.map(({ indicator }) => indicator))]
  const at = (indicator: string, on: string, years: string, of = 'combined'): IntervalRow | undefined =>
    accuracy.otherIndicators.find(
      (one) => one.indicator === indicator && one.of === of && one.on === on && one.years === years,
    )
  const groupsAt = (indicator: string) =>
    accuracy.groupIntervals.find(
      (one) => one.indicator === indicator && one.of === 'all groups' && one.on === '2012' && one.years === '1-8',
    )
  const percentOf = (share: number | undefined) => (share === undefined ? null : decimalOf(share * 100))
  const title = say('progress.others.chart')
  const cellsOf = (head: string, row: IntervalRow | undefined, own?: IntervalRow) => ({
    cells: [
      head,
      countIn(language, row?.n ?? 0),
      pointsIn(language, row?.mae, 2),
      pointsIn(language, own?.mae, 2),
      shareIn(language, row?.coverage80),
      shareIn(language, row?.coverage95),
      pointsIn(language, row?.width80),
    ],
  })
  const lines = [
    ['any', '1-5'],
    ['indicator', '1-5'],
    ['family', '1-5'],
    ['any', '6-10'],
  ] as const
  return (
    <SideSection id="others" heading={say('progress.others.heading')} about={say('progress.others.about')}>
      <ChartFigure heading={title} caption={say('progress.others.caption')}>
        <GapChart
          id="others-chart"
          title={title}
          desc={say('progress.others.desc')}
          rows={names.map((indicator) => ({
            label: indicatorWords(say, indicator),
            one: percentOf(at(indicator, 'any', '1-5')?.coverage80),
            other: percentOf(at(indicator, 'any', '1-5')?.coverage95),
          }))}
          names={{ one: say('progress.held.in80'), other: say('progress.held.in95') }}
          scale={{ kind: 'percent' }}
          decimals={0}
          say={say}
          language={language}
        />
      </ChartFigure>
      <DataTable
        label={title}
        caption={say('progress.others.table')}
        columns={[
          { head: say('progress.others.rows') },
          ...['n', 'mae', 'ownMae', 'in80', 'in95', 'width80'].map((one) => ({
            head: say(`progress.head.${one}`),
            number: true,
          })),
        ]}
        groups={names.map((indicator) => ({
          heading: indicatorWords(say, indicator),
          rows: [
            ...lines.flatMap(([on, years]) => {
              const row = at(indicator, on, years)
              if (row === undefined) return []
              const words = say(`progress.others.${on}`, { years: spanIn(language, years) })
              return [cellsOf(words, row, on === 'any' ? at(indicator, on, years, 'G1') : undefined)]
            }),
            ...(groupsAt(indicator) === undefined ? [] : [cellsOf(say('progress.others.groups'), groupsAt(indicator))]),
          ],
        }))}
        say={say}
      />
    </SideSection>
  )
}
