import type { Child, FC } from 'hono/jsx'
import { type Day, type Words, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Area, Dimension, ExplainedMember, Explanation, Pool, Series } from '#statistics/core'
import {
  Cite,
  DataTable,
  Downloads,
  dayWords,
  Empty,
  Fig,
  Frame,
  filesOf,
  Kv,
  Lede,
  Link,
  Mast,
  Note,
  SideSection,
  signsOf,
  Wording,
} from '#ui'
import type { Composed, GroupFigure, GroupFigures } from '../aggregates.ts'
import {
  computedWords,
  explainAddress,
  headlineWords,
  LargeOnes,
  labelWords,
  methodWords,
  partWords,
  Theirs,
} from './aggregates.tsx'
import { areaAddress, cellAddress, signOf } from './figure.tsx'
import { AreaName, breakdownWords, NamesNote } from './names.tsx'

export type ExplainProps = {
  readonly series: Series
  /** All series, for the names of weights. */
  readonly names: ReadonlyMap<string, Series>
  readonly dimensions: readonly Dimension[]
  readonly areas: ReadonlyMap<string, Area>
  readonly line: GroupFigures
  readonly figure: GroupFigure | null
  readonly explanation: Explanation | null
  readonly composed: Composed
  /** The weight's release: since when it is known, and whose it is. */
  readonly weighed: { readonly knownOn: Day; readonly publisher: Words } | null
  /** Members whose value was revised after the custodian's figure was published, with the day of the revision. */
  readonly revised: readonly { readonly area: string; readonly knownOn: Day }[]
  /** Neighbouring years with a figure. */
  readonly beside: readonly number[]
}

const byWeight = (one: ExplainedMember, other: ExplainedMember): number => other.weight - one.weight

/** Every member with what it adds; those not observed without a value, and together in one row. */
const Members: FC<Shown<ExplainProps> & { readonly explained: Explanation }> = (props) => {
  const { explained, series, line, areas, figure: one, say, language, here } = props
  const decimals = series.decimals + 2
  const number = (value: number, places = decimals): string => computedWords(language, value, places)
  const head = (key: string) => ({ head: say(key), short: say(key), number: true })
  const observed = explained.members.filter((member) => member.tier === 'observed').toSorted(byWeight)
  const others = explained.members.filter((member) => member.tier !== 'observed').toSorted(byWeight)
  const name = (code: string): Child => (
    <Link to={areaAddress(series.code, code, line.selection.breakdown)} language={language} here={here}>
      <AreaName area={code} areas={areas} language={language} />
    </Link>
  )
  const weightOf = ({ weight, share }: ExplainedMember): readonly Child[] => [
    line.weight === null ? '' : number(weight, 0),
    `${computedWords(language, 100 * share, 2)}${signOf(language, 'PT')}`,
  ]
  const rows = observed.map((member) => ({
    cells: [
      name(member.code),
      member.tier === 'observed' ? (
        <Link
          to={cellAddress({ ...line.selection, area: member.code, year: one?.year ?? 0 })}
          language={language}
          here={here}
        >
          {number(member.value, series.decimals)}
        </Link>
      ) : (
        ''
      ),
      ...weightOf(member),
      member.tier !== 'observed' || member.contribution === null ? '' : number(member.contribution),
    ],
  }))
  const unobserved = others.map((member) => ({
    cells: [
      name(member.code),
      <span class="dim">{say(`statistics.tier.${member.tier}`)}</span>,
      ...weightOf(member),
      '',
    ],
  }))
  const value = explained.figure.value
  return (
    <DataTable
      label={say('statistics.explain.members')}
      caption={say('statistics.explain.caption')}
      columns={[
        { head: say('statistics.explain.head.member') },
        head('statistics.explain.head.value'),
        head('statistics.explain.head.weight'),
        head('statistics.explain.head.share'),
        head('statistics.explain.head.contribution'),
      ]}
      groups={[
        ...(rows.length === 0 ? [] : [{ heading: say('statistics.tier.observed'), rows }]),
        ...(unobserved.length === 0
          ? []
          : [{ heading: say('statistics.explain.unobservedHeading'), rows: [...unobserved, ...poolRows(props)] }]),
        ...(value === null || line.method?.kind === 'median'
          ? []
          : [
              {
                rows: [
                  {
                    kind: 'tot' as const,
                    cells: [say('statistics.explain.total'), '', '', '', number(value)],
                  },
                ],
              },
            ]),
      ]}
      say={say}
    />
  )
}

const poolRows = ({ explained, series, say, language }: Shown<ExplainProps> & { readonly explained: Explanation }) => {
  const pool: Pool = explained.pool
  if (pool.kind === 'none') return []
  const share = `${computedWords(language, 100 * pool.share, 2)}${signOf(language, 'PT')}`
  const contribution = pool.kind === 'pooled' ? computedWords(language, pool.contribution, series.decimals + 2) : '–'
  return [{ kind: 'sub' as const, cells: [<b>{say('statistics.explain.together')}</b>, '', '', share, contribution] }]
}

const Facts: FC<Shown<ExplainProps>> = (props) => {
  const { series, names, line, figure: one, areas, composed, weighed, revised, say, language, here } = props
  const reader = { say, language, here }
  if (one === null) return null
  const { ours } = one
  const shares = ours.shares
  const nameOf = (code: string): Words => names.get(code)?.names ?? { en: code }
  const row = (key: string, value: Child) => [{ name: say(key), value }]
  return (
    <Kv
      rows={[
        ...(one.headline?.by === 'custodian'
          ? [
              ...row(
                'statistics.aggregate.head.theirs',
                <>
                  <Theirs line={line} figure={one} series={series} composed={composed} {...reader} />
                  {signOf(language, series.unit)}
                </>,
              ),
              ...row(
                'statistics.aggregate.head.ours',
                ours.value === null
                  ? labelWords(say, ours)
                  : `${computedWords(language, ours.value, series.decimals)}${signOf(language, series.unit)}`,
              ),
            ]
          : []),
        ...row(
          'statistics.aggregate.head.label',
          <>
            {labelWords(say, ours)}
            {ours.reason === null ? '' : ` · ${say(`statistics.aggregate.reason.${ours.reason}`)}`}
          </>,
        ),
        ...(ours.large.length === 0
          ? []
          : row(
              'statistics.explain.large',
              <LargeOnes large={ours.large} areas={areas} say={say} language={language} />,
            )),
        ...row(
          'statistics.explain.method',
          line.method === null ? say('statistics.aggregate.undeclared') : methodWords(reader, line.method, nameOf),
        ),
        ...(line.weight === null || weighed === null
          ? []
          : row(
              'statistics.explain.weight',
              <>
                <Link
                  to={`/series/${line.weight.series}?${new URLSearchParams({ breakdown: line.weight.breakdown })}`}
                  language={language}
                  here={here}
                >
                  <Wording words={nameOf(line.weight.series)} language={language} />
                </Link>
                {signsOf(language).comma}
                <Wording words={weighed.publisher} language={language} />
                {signsOf(language).comma}
                {dayWords(language, weighed.knownOn)}
              </>,
            )),
        ...row(
          'statistics.aggregate.head.members',
          <>
            {say('statistics.explain.membersOn', { count: ours.members, day: dayWords(language, one.membersOn) })}
            {line.scheme.dated === 'all'
              ? null
              : ` ${say('statistics.aggregate.compositionOf', { day: dayWords(language, line.scheme.compositionOn) })}`}
          </>,
        ),
        ...(shares === null
          ? []
          : [
              ...row('statistics.aggregate.head.observed', partWords(language, shares.observed)),
              ...row('statistics.aggregate.head.imputed', partWords(language, shares.imputed)),
            ]),
        ...(ours.estimates === null || ours.estimates === 0
          ? []
          : row('statistics.explain.estimates', partWords(language, ours.estimates))),
        ...(ours.noWeight.length === 0
          ? []
          : row(
              'statistics.explain.noWeight',
              ours.noWeight.map((code, index) => (
                <>
                  {index === 0 ? '' : ' · '}
                  <AreaName area={code} areas={areas} language={language} />
                </>
              )),
            )),
        ...(revised.length === 0
          ? []
          : row(
              'statistics.explain.revised',
              revised.map(({ area, knownOn }, index) => (
                <>
                  {index === 0 ? '' : ' · '}
                  <AreaName area={area} areas={areas} language={language} /> <Fig>{knownOn}</Fig>
                </>
              )),
            )),
      ]}
    />
  )
}

/** A figure of a group explained: what it is made of, adding up to it. */
export const ExplainPage: FC<Shown<ExplainProps>> = (props) => {
  const { series, dimensions, areas, line, figure: one, explanation, composed, beside, say, language, here } = props
  const reader = { say, language, here }
  const name = wordsIn(language, areas.get(line.group)?.names ?? { en: line.group })
  const seriesName = wordsIn(language, series.names)
  const year = one?.year ?? beside[0] ?? 0
  const title = say('statistics.explain.title', { series: seriesName, group: name, year: String(year) })
  const to = explainAddress(line.selection, line.group, year, composed)
  return (
    <Frame
      title={title}
      current="/series"
      crumbs={[
        { words: say('statistics.list.title'), to: '/series' },
        { words: <Wording words={series.names} language={language} />, to: `/series/${series.code}` },
        { words: <bdi>{name}</bdi>, to: areaAddress(series.code, line.group, line.selection.breakdown) },
        { words: <Fig>{String(year)}</Fig> },
      ]}
      {...reader}
    >
      <Mast
        kick={
          <>
            <Wording words={series.names} language={language} /> ·{' '}
            {breakdownWords(say, language, dimensions, line.selection.breakdown)}
          </>
        }
        heading={
          <>
            <AreaName area={line.group} areas={areas} language={language} />
            {signsOf(language).comma}
            <Fig>{String(year)}</Fig>
          </>
        }
      >
        <Lede big>
          {one === null || one.headline === null
            ? say('statistics.explain.ledeNone')
            : say.rich(`statistics.explain.lede.${one.headline.by}`, {
                value: (
                  <b>
                    <Fig>{headlineWords(language, series, one)}</Fig>
                  </b>
                ),
              })}
        </Lede>
      </Mast>
      <div class="stack">
        <Facts {...props} />
        {explanation === null ? (
          <Empty>
            {line.method === null
              ? say('statistics.aggregate.undeclared')
              : methodWords(reader, line.method, (code) => props.names.get(code)?.names ?? { en: code })}
          </Empty>
        ) : (
          <SideSection
            heading={say('statistics.explain.members')}
            about={say('statistics.explain.membersAbout')}
            id="members"
            wide
          >
            <Members {...props} explained={explanation} />
            {explanation.pool.kind === 'single' ? <Note>{say('statistics.explain.single')}</Note> : null}
            <Downloads
              heading={say('ui.cite.figures')}
              files={filesOf('/explain/members', to.replace('/explain', ''))}
              language={language}
              here={here}
            />
          </SideSection>
        )}
        {beside.length === 0 ? null : (
          <p>
            {say('statistics.cell.otherYears')}{' '}
            {beside.map((other, index) => (
              <>
                {index === 0 ? '' : ' · '}
                <Link to={explainAddress(line.selection, line.group, other, composed)} language={language} here={here}>
                  <Fig>{String(other)}</Fig>
                </Link>
              </>
            ))}
          </p>
        )}
        <NamesNote areas={explanation?.members.map(({ code }) => code) ?? []} say={say} />
        <Cite title={title} to={to} {...reader} />
      </div>
    </Frame>
  )
}
