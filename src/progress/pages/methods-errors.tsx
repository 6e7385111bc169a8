import type { FC } from 'hono/jsx'
import { AheadChart, ChartFigure, DataTable, SideSection } from '#ui'
import { indicatorWords } from '../calibrated-names.ts'
import { type Accuracy, type TriedMethod, triedRow, yearsTried } from '../core/index.ts'
import { aheadPoints, countIn, methodWords, pointsIn, type Reader, signedIn, spanIn } from './methods-parts.tsx'

/** In the order of their errors over 1 to 5 years, ours first, then its parts. */
const shown = [
  'combined',
  'combined, peers only',
  'G1',
  'mean(G1, peer-median)',
  'peer-median',
  'linear-5',
  'ETS-damped (R)',
  'Theta (R)',
  'CAGR5',
  'naive',
] as const satisfies readonly TriedMethod[]
const drawn: readonly TriedMethod[] = ['G1', 'ETS-damped (R)', 'Theta (R)', 'linear-5', 'CAGR5', 'naive']
const wideOnly: readonly TriedMethod[] = ['ETS-damped (R)', 'Theta (R)', 'linear-5', 'CAGR5']
const scheme = 'other-economies'

/** How far off the projections of economies were, beside everything that they have to beat. */
export const ErrorsSection: FC<Reader & { readonly accuracy: Accuracy }> = ({ accuracy, say, language }) => {
  const years = yearsTried(accuracy, 'combined', scheme)
  const lineOf = (method: TriedMethod) => ({
    label: methodWords(say, method),
    points: aheadPoints(years, (ahead) => triedRow(accuracy, method, scheme, `${ahead}`)?.mae),
  })
  const tried = (method: TriedMethod) => triedRow(accuracy, method, scheme, '1-5') !== undefined
  const near = triedRow(accuracy, 'combined', scheme, '1-5')
  const title = say('progress.errors.chart', { indicator: indicatorWords(say, accuracy.indicator) })
  return (
    <SideSection id="errors" heading={say('progress.errors.heading')} about={say('progress.errors.about')}>
      <p>
        {say('progress.errors.lede', {
          mae: pointsIn(language, near?.mae, 2),
          own: pointsIn(language, triedRow(accuracy, 'G1', scheme, '1-5')?.mae, 2),
          line: pointsIn(language, triedRow(accuracy, 'linear-5', scheme, '1-5')?.mae, 2),
          naive: pointsIn(language, triedRow(accuracy, 'naive', scheme, '1-5')?.mae, 2),
        })}
      </p>
      <ChartFigure heading={title} caption={say('progress.errors.caption')}>
        <AheadChart
          id="errors-chart"
          title={title}
          desc={say('progress.errors.desc')}
          line={lineOf('combined')}
          beside={drawn.filter(tried).map(lineOf)}
          wideOnly={wideOnly.map((method) => methodWords(say, method))}
          scale={{ kind: 'plain', unit: say('progress.unit.points') }}
          decimals={1}
          steps={say('progress.unit.ahead')}
          language={language}
        />
      </ChartFigure>
      <DataTable
        label={title}
        caption={say('progress.errors.table', {
          n: countIn(language, near?.n ?? 0),
        })}
        columns={[
          { head: say('progress.head.method') },
          ...years.map((ahead) => ({ head: `${ahead}`, number: true })),
          { head: spanIn(language, '1-5'), number: true },
        ]}
        groups={[
          {
            rows: shown.filter(tried).map((method) => ({
              cells: [
                method === 'combined' ? <b>{methodWords(say, method)}</b> : methodWords(say, method),
                ...[...years.map((ahead) => `${ahead}`), '1-5'].map((span) => {
                  const row = triedRow(accuracy, method, scheme, span)
                  if (row === undefined) return '–'
                  return (
                    <>
                      {pointsIn(language, row.mae, 2)}
                      <br />
                      <span class="dim">{signedIn(language, row.bias)}</span>
                    </>
                  )
                }),
              ],
            })),
          },
        ]}
        say={say}
      />
    </SideSection>
  )
}
