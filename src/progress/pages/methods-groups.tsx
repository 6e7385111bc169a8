import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { AheadChart, ChartFigure, DataTable, SideSection, type TableGroup } from '#ui'
import type { NamedGroup } from '../calibrated-names.ts'
import type { Accuracy, GroupMethod, IntervalRow } from '../core/index.ts'
import { aheadPoints, countIn, pointsIn, type Reader, shareIn, signedIn, spanIn } from './methods-parts.tsx'

const methods: readonly GroupMethod[] = [
  'mean',
  'own series, G1',
  'members, combined',
  'combined on own series',
  'linear-5',
  'naive',
]
const keys: Readonly<Record<GroupMethod, string>> = {
  mean: 'progress.groups.mean',
  'own series, G1': 'progress.groups.own',
  'members, combined': 'progress.groups.members',
  'combined on own series': 'progress.groups.asEconomy',
  'linear-5': 'progress.tried.line',
  naive: 'progress.tried.naive',
}
const spans = ['1-5', '6-8', '9-10'] as const
const ten = Array.from({ length: 10 }, (_, at) => at + 1)

/** Several years together stand below the single ones. */
const isSpan = ({ years }: IntervalRow): boolean => years.includes('-')
const first = ({ years }: IntervalRow): number => Number.parseInt(years, 10)

type GroupsProps = Reader & { readonly accuracy: Accuracy; readonly nameOf: (group: string) => NamedGroup }

/** How far off the projections of the world and of groups were, and whether their intervals held. */
export const GroupsSection: FC<GroupsProps> = ({ accuracy, nameOf, say, language }) => {
  const at = (groups: string, method: GroupMethod, years: string) =>
    accuracy.groups.find((one) => one.groups === groups && one.method === method && one.years === years)
  const lineOf = (method: GroupMethod) => ({
    label: say(keys[method]),
    points: aheadPoints(ten, (ahead) => at('WLD', method, `${ahead}`)?.mae),
  })
  const title = say('progress.groups.chart')
  const named = [...new Set(accuracy.groups.map(({ groups }) => groups))]
  const groupWords = (group: string) =>
    group === 'all' ? say('progress.groups.all') : wordsIn(language, nameOf(group).names)
  const groups = named.map(
    (group): TableGroup => ({
      heading: groupWords(group),
      rows: methods.map((method) => ({
        cells: [
          method === 'mean' ? <b>{say(keys[method])}</b> : say(keys[method]),
          ...spans.flatMap((span) => {
            const row = at(group, method, span)
            return [pointsIn(language, row?.mae, 2), signedIn(language, row?.bias)]
          }),
        ],
      })),
    }),
  )
  const held = (on: string, of: string) =>
    accuracy.groupIntervals.filter((one) => one.indicator === accuracy.indicator && one.of === of && one.on === on)
  const sets = [
    ['all groups', 'progress.groups.every'],
    ['published series', 'progress.groups.published'],
  ] as const
  return (
    <SideSection id="groups" heading={say('progress.groups.heading')} about={say('progress.groups.about')}>
      <p>
        {say('progress.groups.lede', {
          world: pointsIn(language, at('WLD', 'mean', '1-5')?.mae, 2),
          all: pointsIn(language, at('all', 'mean', '1-5')?.mae, 2),
          later: pointsIn(language, at('WLD', 'mean', '6-8')?.mae, 2),
        })}
      </p>
      <ChartFigure heading={title} caption={say('progress.groups.caption')}>
        <AheadChart
          id="groups-chart"
          title={title}
          desc={say('progress.groups.desc')}
          line={lineOf('mean')}
          beside={(['own series, G1', 'combined on own series', 'naive'] as const).map(lineOf)}
          scale={{ kind: 'plain', unit: say('progress.unit.points') }}
          decimals={1}
          steps={say('progress.unit.ahead')}
          language={language}
        />
      </ChartFigure>
      <DataTable
        label={title}
        caption={say('progress.groups.table')}
        columns={[
          { head: say('progress.head.method') },
          ...spans.flatMap((span) => [
            { head: say('progress.head.mae'), unit: spanIn(language, span), number: true },
            { head: say('progress.head.bias'), unit: spanIn(language, span), number: true },
          ]),
        ]}
        groups={groups}
        say={say}
      />
      <DataTable
        label={say('progress.groups.held')}
        caption={say('progress.groups.heldTable')}
        columns={[
          { head: say('progress.unit.ahead') },
          ...['n', 'mae', 'in80', 'in95', 'width80'].map((one) => ({
            head: say(`progress.head.${one}`),
            number: true,
          })),
        ]}
        groups={sets.flatMap(([of, key]) =>
          ['2012', '2014'].map((on) => ({
            heading: say(key, { year: on }),
            rows: held(on, of)
              .toSorted((a, b) => Number(isSpan(a)) - Number(isSpan(b)) || first(a) - first(b))
              .map((row) => ({
                ...(isSpan(row) ? { kind: 'tot' as const } : {}),
                cells: [
                  spanIn(language, row.years),
                  countIn(language, row.n),
                  pointsIn(language, row.mae, 2),
                  shareIn(language, row.coverage80),
                  shareIn(language, row.coverage95),
                  pointsIn(language, row.width80),
                ],
              })),
          })),
        )}
        say={say}
      />
    </SideSection>
  )
}
