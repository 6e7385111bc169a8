import type { FC } from 'hono/jsx'
import { type Language, plainDecimal, type Words, wordsIn } from '#kernel'
import { type Area, differsFrom, type Scheme, type Series } from '#statistics/core'
import { ChartFigure, DataTable, dayWords, LineChart, Link, Note, type Point, SideSection, type Size } from '#ui'
import type { Composed, GroupFigures } from '../aggregates.ts'
import { cellsOf, columnsOf } from './aggregate-parts.tsx'
import { computedWords, methodWords } from './aggregate-words.tsx'
import { areaAddress, signOf } from './figure.tsx'
import { AreaName, type Reader } from './names.tsx'

export type GroupsOfYear = { readonly year: number; readonly lines: readonly GroupFigures[] }

type SectionProps = Reader & {
  readonly series: Series
  readonly areas: ReadonlyMap<string, Area>
  readonly names: ReadonlyMap<string, Series>
}

const nameIn =
  (names: ReadonlyMap<string, Series>) =>
  (series: string): Words =>
    names.get(series)?.names ?? { en: series }

/** World and groups of one year, scheme by scheme. */
export const GroupsSection: FC<SectionProps & { readonly found: GroupsOfYear }> = (props) => {
  const { found, series, areas, names, say, language, here } = props
  const reader = { say, language, here }
  const method = found.lines[0]?.method ?? null
  const rowOf = (line: GroupFigures) =>
    line.figures.map((one) => ({
      cells: cellsOf(
        { line, figure: one, series, areas, composed: 'then', ...reader },
        <Link to={areaAddress(series.code, line.group, line.selection.breakdown)} language={language} here={here}>
          <AreaName area={line.group} areas={areas} language={language} />
        </Link>,
      ),
    }))
  const schemes = Map.groupBy(found.lines, ({ scheme }) => scheme.code)
  return (
    <SideSection
      id="groups"
      heading={say('statistics.aggregate.heading')}
      about={say('statistics.aggregate.aboutYear', { year: String(found.year) })}
      wide
    >
      {method === null ? (
        <p>{say('statistics.aggregate.undeclared')}</p>
      ) : (
        <p>{methodWords(reader, method, nameIn(names))}</p>
      )}
      {method === null || method.kind === 'none' ? null : (
        <DataTable
          label={say('statistics.aggregate.heading')}
          columns={columnsOf(reader, say('statistics.aggregate.head.group'))}
          groups={[...schemes.values()].map((lines) => ({
            heading: <SchemeName scheme={lines[0]?.scheme ?? null} language={language} />,
            rows: lines.flatMap(rowOf),
          }))}
          phone="cards"
          say={say}
        />
      )}
    </SideSection>
  )
}

const SchemeName: FC<{ readonly scheme: Scheme | null; readonly language: Language }> = ({ scheme, language }) => (
  <>{scheme === null ? '' : wordsIn(language, scheme.names)}</>
)

type OurProps = Pick<SectionProps, 'series' | 'areas' | 'say' | 'language'> & {
  readonly line: GroupFigures
  readonly only?: Size
}

/** Our figures as a line, where nobody else has one: the two are never in one picture. Years that are not shown have no dot. */
export const OurDrawing: FC<OurProps> = ({ line, series, areas, only, say, language }) => (
  <LineChart
    id="computed-line"
    title={say('statistics.chart.title', {
      series: wordsIn(language, series.names),
      area: wordsIn(language, areas.get(line.group)?.names ?? { en: line.group }),
    })}
    points={ourPoints(line)}
    scale={series.unit === 'PT' ? { kind: 'percent' } : { kind: 'plain', unit: wordsIn(language, series.unitNames) }}
    decimals={series.decimals}
    {...(only === undefined ? {} : { only })}
    say={say}
    language={language}
  />
)

const ourPoints = ({ figures }: GroupFigures): readonly Point[] =>
  figures.flatMap(({ year, ours }): Point[] =>
    ours.value === null
      ? []
      : [{ year, value: plainDecimal(String(ours.value)), ...(ours.label === 'estimate' ? { estimate: true } : {}) }],
  )

/** Whether our figures are drawn: not beside the custodian's, and not a single one. */
export const isOursDrawn = (line: GroupFigures): boolean =>
  ourPoints(line).length > 1 && !line.figures.some(({ headline }) => headline?.by === 'custodian')

/** A line of figures year by year, all with the same members. */
export const GroupLineSection: FC<SectionProps & { readonly line: GroupFigures; readonly composed: Composed }> = (
  props,
) => {
  const { line, series, areas, names, composed, say, language, here } = props
  const reader = { say, language, here }
  const on = line.figures[0]?.membersOn
  const differing = line.figures.some(({ difference }) => Math.abs(difference ?? 0) > differsFrom)
  return (
    <SideSection
      id="computed"
      heading={say('statistics.aggregate.lineHeading')}
      about={on === undefined ? undefined : say('statistics.aggregate.aboutLine', { day: dayWords(language, on) })}
      wide
    >
      <p>
        {line.method === null
          ? say('statistics.aggregate.undeclared')
          : methodWords(reader, line.method, nameIn(names))}{' '}
        {line.scheme.dated === 'all'
          ? null
          : say('statistics.aggregate.compositionOf', { day: dayWords(language, line.scheme.compositionOn) })}
      </p>
      {isOursDrawn(line) ? (
        <ChartFigure caption={say('statistics.aggregate.chartCaption')}>
          <OurDrawing {...props} />
        </ChartFigure>
      ) : null}
      {line.method === null || line.method.kind === 'none' ? null : (
        <DataTable
          label={say('statistics.aggregate.lineHeading')}
          columns={[
            ...columnsOf(reader, say('statistics.head.year')),
            {
              head: say('statistics.aggregate.head.difference'),
              short: say('statistics.aggregate.head.difference'),
              number: true,
            },
          ]}
          groups={[
            {
              rows: line.figures.toReversed().map((one) => ({
                cells: [
                  ...cellsOf({ line, figure: one, series, areas, composed, ...reader }, String(one.year)),
                  one.difference === null ? '' : computedWords(language, one.difference, Math.max(1, series.decimals)),
                ],
              })),
            },
          ]}
          say={say}
        />
      )}
      {differing && signOf(language, series.unit) !== '' ? <Note>{say('statistics.aggregate.differs')}</Note> : null}
    </SideSection>
  )
}
