import type { Child, FC } from 'hono/jsx'
import { decimalsShown, type Language, plainDecimal, type Words, wordsIn } from '#kernel'
import type { Say } from '#platform'
import {
  type Area,
  differsFrom,
  type Judged,
  type Large,
  type Method,
  numberOf,
  type Scheme,
  type Selection,
  type Series,
} from '#statistics/core'
import {
  ChartFigure,
  DataTable,
  dayWords,
  figure,
  LineChart,
  Link,
  Note,
  type Point,
  percent,
  SideSection,
  type Size,
  signsOf,
} from '#ui'
import type { Composed, GroupFigure, GroupFigures } from '../aggregates.ts'
import { areaAddress, cellAddress, signOf, valueWords } from './figure.tsx'
import { AreaName, type Reader } from './names.tsx'

/** The address of one figure of a group with its members. */
export const explainAddress = (
  { series, breakdown }: Selection,
  group: string,
  year: number,
  composed: Composed = 'then',
): string =>
  `/explain?${new URLSearchParams({
    series,
    ...(breakdown === '' ? {} : { breakdown }),
    group,
    year: String(year),
    ...(composed === 'then' ? {} : { composed }),
  })}`

/** A computed number as its series displays it. */
export const computedWords = (language: Language, value: number, decimals: number): string => {
  const text = plainDecimal(String(value))
  return figure(language, text, decimalsShown(text, decimals))
}

export const partWords = (language: Language, share: number): string =>
  percent(language, plainDecimal(String(100 * share)), 0)

export const labelWords = (say: Say, { label }: Judged): string =>
  say(`statistics.aggregate.label.${label === 'not shown' ? 'not-shown' : label}`)

/** How the figure of a group comes from those of its members, in one sentence. */
export const methodWords = (
  { say, language }: Pick<Reader, 'say' | 'language'>,
  method: Method,
  nameOf: (series: string) => Words,
): string => {
  const name = ({ series }: Selection): string => wordsIn(language, nameOf(series))
  switch (method.kind) {
    case 'weighted-mean':
      return say('statistics.aggregate.method.weighted-mean', { weight: name(method.weight) })
    case 'sum':
      return method.weight === null
        ? say('statistics.aggregate.method.sum')
        : say('statistics.aggregate.method.sumBy', { weight: name(method.weight) })
    case 'ratio-of-sums':
      return say('statistics.aggregate.method.ratio-of-sums', {
        numerator: name(method.numerator),
        weight: name(method.denominator),
        times: computedWords(language, method.times, 0),
      })
    case 'count':
    case 'share':
      return say(`statistics.aggregate.method.${method.kind}`, {
        passes: say(`statistics.aggregate.passes.${method.passes}`),
        threshold: figure(language, plainDecimal(String(method.threshold))),
      })
    case 'none':
      return say('statistics.aggregate.none', { reason: wordsIn(language, method.reason) })
    default:
      return say(`statistics.aggregate.method.${method.kind}`)
  }
}

/** Members that were not observed and hold more than a tenth of the weight, by name. */
export const LargeOnes: FC<
  Pick<Reader, 'say' | 'language'> & { readonly large: readonly Large[]; readonly areas: ReadonlyMap<string, Area> }
> = ({ large, areas, say, language }) => (
  <>
    {large.map(({ code, share, tier }, index) => (
      <>
        {index === 0 ? '' : ' · '}
        <AreaName area={code} areas={areas} language={language} /> <span class="nw">{partWords(language, share)}</span>
        {signsOf(language).comma}
        {say(`statistics.tier.${tier}`)}
      </>
    ))}
  </>
)

/** Why a figure is an estimate or is not shown, with the large members that make it so. */
export const Reasoned: FC<
  Pick<Reader, 'say' | 'language'> & { readonly figure: GroupFigure; readonly areas: ReadonlyMap<string, Area> }
> = ({ figure: { ours }, areas, say, language }) =>
  ours.reason === null ? (
    labelWords(say, ours)
  ) : (
    <>
      {labelWords(say, ours)}
      <br />
      <span class="u">
        {ours.reason === 'large-member-unobserved' ? (
          <LargeOnes large={ours.large} areas={areas} say={say} language={language} />
        ) : (
          say(`statistics.aggregate.reason.${ours.reason}`)
        )}
      </span>
    </>
  )

type FigureProps = Reader & {
  readonly line: GroupFigures
  readonly figure: GroupFigure
  readonly series: Series
  readonly composed: Composed
}

/** The custodian's figure, a link to its cell. */
export const Theirs: FC<FigureProps> = ({ figure: { headline }, series, language, here }) =>
  headline?.by !== 'custodian' || headline.observation.value.kind === 'missing' ? (
    <span class="dim">–</span>
  ) : (
    <b>
      <Link to={cellAddress(headline.observation)} language={language} here={here}>
        {valueWords(language, headline.observation.value.value, series.decimals)}
      </Link>
    </b>
  )

/** Our figure, a link to its members; where it is not shown, the link alone. */
export const Ours: FC<FigureProps> = ({ line, figure: { ours, headline, year }, series, composed, language, here }) => {
  const to = explainAddress(line.selection, line.group, year, composed)
  const words: Child = ours.value === null ? '…' : computedWords(language, ours.value, series.decimals)
  const link = (
    <Link to={to} language={language} here={here}>
      {words}
    </Link>
  )
  return headline?.by === 'computed' ? <b>{link}</b> : link
}

const columnsOf = ({ say }: Pick<Reader, 'say'>, first: string) => {
  const number = (key: string) => ({
    head: say(`statistics.aggregate.head.${key}`),
    short: say(`statistics.aggregate.head.${key}`),
    number: true,
  })
  const words = (key: string) => ({
    head: say(`statistics.aggregate.head.${key}`),
    short: say(`statistics.aggregate.head.${key}`),
  })
  return [{ head: first }, number('theirs'), number('ours'), words('label'), number('observed'), number('members')]
}

const cellsOf = (
  props: FigureProps & { readonly areas: ReadonlyMap<string, Area> },
  first: Child,
): readonly Child[] => {
  const { figure: one, areas, say, language } = props
  return [
    first,
    <Theirs {...props} />,
    <Ours {...props} />,
    <Reasoned figure={one} areas={areas} say={say} language={language} />,
    one.ours.shares === null ? '–' : partWords(language, one.ours.shares.observed),
    String(one.ours.members),
  ]
}

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

/** A custodian's figure or ours, in words with its sign. */
export const headlineWords = (language: Language, series: Series, { headline }: GroupFigure): string => {
  if (headline === null) return '…'
  const sign = signOf(language, series.unit)
  if (headline.by === 'computed') return `${computedWords(language, headline.value, series.decimals)}${sign}`
  const { value } = headline.observation
  return value.kind === 'missing' ? '…' : `${computedWords(language, numberOf(value.value), series.decimals)}${sign}`
}

/** The newest figure of ours, with its label, for a group that nobody else has one for; null where there is none. */
export const computedLede = (line: GroupFigures | null, series: Series, { say, language }: Reader): Child | null => {
  const latest = line?.figures.findLast(({ headline }) => headline?.by === 'computed')
  if (latest === undefined) return null
  return say.rich('statistics.aggregate.lede', {
    value: (
      <b>
        <bdi class="f">{headlineWords(language, series, latest)}</bdi>
      </b>
    ),
    year: String(latest.year),
    label: labelWords(say, latest.ours),
  })
}
