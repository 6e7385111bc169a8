import type { FC } from 'hono/jsx'
import { AheadChart, ChartFigure, DataTable, GapChart, SideSection } from '#ui'
import { type Accuracy, bands, triedRow, yearsTried } from '../core/index.ts'
import {
  aheadPoints,
  bandIn,
  countIn,
  decimalOf,
  percentIn,
  pointsIn,
  type Reader,
  shareIn,
  signedIn,
} from './methods-parts.tsx'

const scheme = 'later-origins'
const percent = { kind: 'percent' } as const

/** Whether the intervals held what they promise, when they knew only what was known at the time. */
export const IntervalsSection: FC<Reader & { readonly accuracy: Accuracy }> = ({ accuracy, say, language }) => {
  const years = yearsTried(accuracy, 'combined', scheme)
  const at = (ahead: number) => triedRow(accuracy, 'combined', scheme, `${ahead}`)
  const part = (share: number | undefined) => (share === undefined ? undefined : share * 100)
  const [longer, own] = [yearsTried(accuracy, 'combined', 'later-origins-2002'), yearsTried(accuracy, 'G1', scheme)]
  const title = say('progress.held.chart')
  const near = triedRow(accuracy, 'combined', scheme, '1-8') ?? triedRow(accuracy, 'combined', scheme, '1-5')
  const line = (scoped: typeof scheme | 'later-origins-2002', ahead: number, head: string) => {
    const row = triedRow(accuracy, 'combined', scoped, `${ahead}`)
    const ofOwn = scoped === scheme && own.includes(ahead) ? triedRow(accuracy, 'G1', scheme, `${ahead}`) : undefined
    return {
      cells: [
        head,
        countIn(language, row?.n ?? 0),
        pointsIn(language, row?.mae, 2),
        signedIn(language, row?.bias),
        shareIn(language, row?.coverage80),
        shareIn(language, row?.coverage95),
        pointsIn(language, row?.width80),
        pointsIn(language, row?.width95),
        pointsIn(language, row?.brier, 3),
        signedIn(language, row?.skill, 2),
        ofOwn === undefined ? '–' : `${shareIn(language, ofOwn.coverage80)} / ${pointsIn(language, ofOwn.width80)}`,
      ],
    }
  }
  const number = (head: string, unit?: string) => ({ head: say(head), number: true, ...(unit ? { unit } : {}) })
  const points = say('progress.unit.points')
  return (
    <SideSection id="intervals" heading={say('progress.held.heading')} about={say('progress.held.about')}>
      {near === undefined ? null : (
        <p>
          {say('progress.held.lede', {
            n: countIn(language, near.n),
            in80: percentIn(language, near.coverage80),
            in95: percentIn(language, near.coverage95),
          })}
        </p>
      )}
      <ChartFigure heading={title} caption={say('progress.held.caption')}>
        <AheadChart
          id="held-chart"
          title={title}
          desc={say('progress.held.desc')}
          line={{
            label: say('progress.held.in80'),
            points: aheadPoints(years, (ahead) => part(at(ahead)?.coverage80)),
          }}
          beside={[
            { label: say('progress.held.in95'), points: aheadPoints(years, (ahead) => part(at(ahead)?.coverage95)) },
          ]}
          rules={['80', '95']}
          scale={percent}
          decimals={0}
          steps={say('progress.unit.ahead')}
          language={language}
        />
      </ChartFigure>
      <ChartFigure heading={say('progress.width.chart')} caption={say('progress.width.caption')}>
        <AheadChart
          id="width-chart"
          title={say('progress.width.chart')}
          desc={say('progress.width.desc')}
          line={{ label: say('progress.held.in80'), points: aheadPoints(years, (ahead) => at(ahead)?.width80) }}
          beside={[{ label: say('progress.held.in95'), points: aheadPoints(years, (ahead) => at(ahead)?.width95) }]}
          scale={{ kind: 'plain', unit: points }}
          decimals={1}
          steps={say('progress.unit.ahead')}
          language={language}
        />
      </ChartFigure>
      <DataTable
        label={title}
        caption={say('progress.held.table')}
        columns={[
          { head: say('progress.unit.ahead') },
          number('progress.head.n'),
          number('progress.head.mae', points),
          number('progress.head.bias', points),
          number('progress.head.in80', '%'),
          number('progress.head.in95', '%'),
          number('progress.head.width80', points),
          number('progress.head.width95', points),
          number('progress.head.brier'),
          number('progress.head.skill'),
          number('progress.head.own80', '%'),
        ]}
        groups={[
          { rows: years.map((ahead) => line(scheme, ahead, `${ahead}`)) },
          ...(longer.some((ahead) => ahead >= 9)
            ? [
                {
                  heading: say('progress.held.from2002'),
                  rows: longer
                    .filter((ahead) => ahead >= 9)
                    .map((ahead) => line('later-origins-2002', ahead, `${ahead}`)),
                },
              ]
            : []),
        ]}
        say={say}
      />
    </SideSection>
  )
}

/** Levels: a good total can be an average of too narrow and too wide. */
export const LevelsSection: FC<Reader & { readonly accuracy: Accuracy }> = ({ accuracy, say, language }) => {
  const years = yearsTried(accuracy, 'combined', scheme)
  const at = (ahead: number, band: (typeof bands)[number]) => triedRow(accuracy, 'combined', scheme, `${ahead}`, band)
  const far = years.filter((ahead) => ahead >= 8).at(0) ?? years.at(-1) ?? 1
  const title = say('progress.levels.chart', { ahead: far })
  const percentOf = (share: number | undefined) => (share === undefined ? null : decimalOf(share * 100))
  return (
    <SideSection id="levels" heading={say('progress.levels.heading')} about={say('progress.levels.about')}>
      <ChartFigure heading={title} caption={say('progress.levels.caption')}>
        <GapChart
          id="levels-chart"
          title={title}
          desc={say('progress.levels.desc', { ahead: far })}
          rows={bands.map((band) => ({
            label: bandIn(language, band),
            one: percentOf(at(far, band)?.coverage80),
            other: percentOf(at(far, band)?.coverage95),
          }))}
          names={{ one: say('progress.held.in80'), other: say('progress.held.in95') }}
          scale={percent}
          decimals={0}
          say={say}
          language={language}
        />
      </ChartFigure>
      <DataTable
        label={say('progress.levels.heading')}
        caption={say('progress.levels.table')}
        columns={[{ head: say('progress.head.level') }, ...years.map((ahead) => ({ head: `${ahead}`, number: true }))]}
        groups={[
          {
            rows: bands.map((band) => ({
              cells: [
                bandIn(language, band),
                ...years.map((ahead) => {
                  const row = at(ahead, band)
                  if (row === undefined) return '–'
                  return (
                    <>
                      {`${shareIn(language, row.coverage80, 0)} / ${shareIn(language, row.coverage95, 0)}`}
                      <br />
                      <span class="dim">{countIn(language, row.n)}</span>
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

/** Chances are held against what one would say knowing nothing but how often it was done. */
export const ChancesSection: FC<Reader & { readonly accuracy: Accuracy }> = ({ accuracy, say, language }) => {
  const years = yearsTried(accuracy, 'combined', scheme)
  const at = (ahead: number) => triedRow(accuracy, 'combined', scheme, `${ahead}`)
  const title = say('progress.chances.chart')
  return (
    <SideSection id="chances" heading={say('progress.chances.heading')} about={say('progress.chances.about')}>
      <p>
        {say('progress.chances.lede', {
          brier: pointsIn(language, at(3)?.brier, 3),
          skill: signedIn(language, at(3)?.skill, 2),
        })}
      </p>
      <ChartFigure heading={title} caption={say('progress.chances.caption')}>
        <AheadChart
          id="skill-chart"
          title={title}
          desc={say('progress.chances.desc')}
          line={{
            label: say('progress.head.skill'),
            points: aheadPoints(years, (ahead) => at(ahead)?.skill),
          }}
          scale={{ kind: 'plain' }}
          decimals={2}
          steps={say('progress.unit.ahead')}
          language={language}
        />
      </ChartFigure>
      <DataTable
        label={title}
        caption={say('progress.chances.table')}
        columns={[
          { head: say('progress.unit.ahead') },
          ...['n', 'brier', 'brierBase', 'skill', 'brierEven'].map((one) => ({
            head: say(`progress.head.${one}`),
            number: true,
          })),
        ]}
        groups={[
          {
            rows: years.map((ahead) => ({
              cells: [
                `${ahead}`,
                countIn(language, at(ahead)?.n ?? 0),
                pointsIn(language, at(ahead)?.brier, 3),
                pointsIn(language, at(ahead)?.brierBase, 3),
                signedIn(language, at(ahead)?.skill, 2),
                pointsIn(language, at(ahead)?.brierEven, 3),
              ],
            })),
          },
        ]}
        say={say}
      />
    </SideSection>
  )
}
