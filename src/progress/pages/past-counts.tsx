import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { AheadChart, ChartFigure, DataTable, Fig, Link, SideSection } from '#ui'
import { type Counted, countedOf, type Outcome } from '../core/index.ts'
import { aheadPoints, countIn, percentIn, pointsIn, type Reader, signedIn } from './methods-parts.tsx'
import { type PastProps, pastAddress } from './past-parts.ts'

const heads = (say: Reader['say']) => [
  { head: say('progress.head.n'), number: true },
  { head: say('progress.head.in80'), number: true },
  { head: say('progress.head.in95'), number: true },
  { head: say('progress.past.above'), number: true },
  { head: say('progress.past.below'), number: true },
  { head: say('progress.head.mae'), number: true },
  { head: say('progress.head.bias'), number: true },
]

const cellsOf = ({ language }: Pick<Reader, 'language'>, counted: Counted) => {
  const { n, inside80, inside95, above, below, mae, bias } = counted
  return [
    countIn(language, n),
    `${countIn(language, inside80)} (${percentIn(language, inside80 / n)})`,
    `${countIn(language, inside95)} (${percentIn(language, inside95 / n)})`,
    countIn(language, above),
    countIn(language, below),
    pointsIn(language, mae, 2),
    signedIn(language, bias, 2),
  ]
}

/** Counted by the years ahead, economies and groups apart. */
export const PastCounts: FC<Shown<PastProps>> = (props) => {
  const { made, years, origin, year: chosen, say, language, here } = props
  const at = (isGroup: boolean, year: number) =>
    countedOf(made.filter((one) => one.isGroup === isGroup && origin + one.ahead === year))
  const share = (of: 'inside80' | 'inside95') =>
    aheadPoints(
      years.map((year) => year - origin),
      (ahead) => {
        const counted = at(false, origin + ahead)
        return counted === null ? null : (100 * counted[of]) / counted.n
      },
    )
  const rowsOf = (isGroup: boolean) =>
    years.flatMap((year) => {
      const counted = at(isGroup, year)
      if (counted === null) return []
      const words = <Fig>{String(year)}</Fig>
      const head =
        year === chosen ? (
          <b>{words}</b>
        ) : (
          <Link to={pastAddress(props, { in: String(year), area: props.area })} language={language} here={here}>
            {words}
          </Link>
        )
      return [{ cells: [head, ...cellsOf({ language }, counted)] }]
    })
  const title = say('progress.past.counts', { from: String(origin) })
  return (
    <SideSection id="counts" heading={say('progress.past.counted')} about={say('progress.past.countedAbout')}>
      <ChartFigure heading={title} caption={say('progress.held.caption')}>
        <AheadChart
          id="past-counts"
          title={title}
          desc={say('progress.held.desc')}
          line={{ label: say('progress.held.in80'), points: share('inside80') }}
          beside={[{ label: say('progress.held.in95'), points: share('inside95') }]}
          rules={['80', '95']}
          scale={{ kind: 'percent' }}
          decimals={0}
          steps={say('progress.unit.ahead')}
          language={language}
        />
      </ChartFigure>
      <DataTable
        label={title}
        caption={say('progress.past.countsTable', { from: String(origin) })}
        columns={[{ head: say('progress.past.year') }, ...heads(say)]}
        groups={[
          { heading: say('progress.past.economies'), rows: rowsOf(false) },
          { heading: say('progress.past.groups'), rows: rowsOf(true) },
        ].filter(({ rows }) => rows.length > 0)}
        say={say}
      />
    </SideSection>
  )
}

const near = 5

const upTo = (all: readonly Outcome[], origin: number): Counted | null =>
  countedOf(all.filter((one) => !one.isGroup && one.origin === origin && one.ahead <= near))

/** Every year of the past from which one could have projected, each with its link: how good it was depended on when. */
export const OriginsSection: FC<Shown<PastProps>> = (props) => {
  const { all, origins, origin: chosen, indicator, say, language, here } = props
  return (
    <SideSection id="origins" heading={say('progress.past.origins')} about={say('progress.past.originsAbout')}>
      <DataTable
        label={say('progress.past.origins')}
        caption={say('progress.past.originsTable')}
        columns={[{ head: say('progress.past.from') }, ...heads(say)]}
        groups={[
          {
            rows: origins.toReversed().flatMap((origin) => {
              const counted = upTo(all, origin)
              if (counted === null) return []
              const words = <Fig>{String(origin)}</Fig>
              const head =
                origin === chosen ? (
                  <b>{words}</b>
                ) : (
                  <Link to={pastAddress({ indicator, origin })} language={language} here={here}>
                    {words}
                  </Link>
                )
              return [{ cells: [head, ...cellsOf({ language }, counted)] }]
            }),
          },
        ]}
        say={say}
      />
    </SideSection>
  )
}
