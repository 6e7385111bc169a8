import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { ChartFigure, DataTable, Fig, LineChart, percentSign, range, SideSection, Wording } from '#ui'
import { landedOf, type Outcome } from '../core/index.ts'
import { decimalOf, pointsIn } from './methods-parts.tsx'
import { namesOf, type PastProps } from './past-parts.ts'

/** What came, by year: each outcome of an area knows one year of it, from whatever origin. */
const cameFor = (all: readonly Outcome[], code: string): ReadonlyMap<number, number> =>
  new Map(
    all
      .flatMap((one) => (one.code === code ? [[one.origin + one.ahead, one.actual] as const] : []))
      .toSorted(([a], [b]) => a - b),
  )

/** One line: what would have been said in the chosen year, and what came. */
export const PastLine: FC<Shown<PastProps>> = (props) => {
  const { all, made, area, origin, say, language } = props
  const own = made.filter(({ code }) => code === area).toSorted((a, b) => a.ahead - b.ahead)
  const came = cameFor(all, area)
  const names = namesOf(props, area, own[0]?.isGroup ?? false)
  const start = came.get(origin)
  const from = start === undefined ? [] : [{ year: origin, low: decimalOf(start), high: decimalOf(start) }]
  const bandOf = (low: 'lo80' | 'lo95', high: 'hi80' | 'hi95') => [
    ...from,
    ...own.map((one) => ({ year: origin + one.ahead, low: decimalOf(one[low]), high: decimalOf(one[high]) })),
  ]
  const title = say('progress.past.line', { area: wordsIn(language, names), from: String(origin) })
  const number = (key: string) => ({ head: say(key), number: true, unit: percentSign(language).trim() })
  const between = (low: number, high: number) => <Fig>{range(language, decimalOf(low), decimalOf(high), 1)}</Fig>
  return (
    <SideSection
      id="line"
      heading={<Wording words={names} language={language} />}
      about={say('progress.past.lineAbout')}
    >
      <ChartFigure heading={title} caption={say('progress.past.lineCaption', { from: String(origin) })}>
        <LineChart
          id="past-line"
          title={title}
          points={[...came].map(([year, value]) => ({ year, value: decimalOf(value) }))}
          scale={{ kind: 'percent' }}
          decimals={1}
          bands={[
            { level: 80, points: bandOf('lo80', 'hi80') },
            { level: 95, points: bandOf('lo95', 'hi95') },
          ]}
          centre={own.map((one) => ({ year: origin + one.ahead, value: decimalOf(one.projected) }))}
          say={say}
          language={language}
        />
      </ChartFigure>
      <DataTable
        label={title}
        caption={title}
        columns={[
          { head: say('progress.past.year') },
          number('progress.held.in80'),
          number('progress.held.in95'),
          number('progress.past.centre'),
          number('progress.past.came'),
          { head: say('progress.past.landed') },
        ]}
        groups={[
          {
            rows: own.map((one) => ({
              cells: [
                <Fig>{String(origin + one.ahead)}</Fig>,
                between(one.lo80, one.hi80),
                between(one.lo95, one.hi95),
                pointsIn(language, one.projected),
                <b>{pointsIn(language, one.actual)}</b>,
                <span class="nw">{say(`progress.landed.${landedOf(one)}`)}</span>,
              ],
            })),
          },
        ]}
        say={say}
      />
    </SideSection>
  )
}
