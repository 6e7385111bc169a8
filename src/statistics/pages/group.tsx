import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Show, Shown } from '#platform'
import {
  type Area,
  type Dimension,
  type Membership,
  type Observation,
  type Scheme,
  type Series,
  type Source,
  selectionKey,
} from '#statistics/core'
import {
  DataTable,
  Downloads,
  dayWords,
  Facts,
  Fig,
  Frame,
  Lede,
  Link,
  Mast,
  SideSection,
  type TableRow,
  Views,
  Wording,
} from '#ui'
import type { Composed } from '../aggregates.ts'
import type { AreaLine, AreaLines } from '../area-lines.ts'
import { Reasoned } from './aggregate-parts.tsx'
import { headlineWords, partWords } from './aggregate-words.tsx'
import { AreaLink, BesideHead, GroupCell, MovementCell, PartOf, SmallLine, spellWords, UnitOf } from './area-parts.tsx'
import { AreaSources } from './area-sources.tsx'
import { areaAddress, FigureCell, signOf } from './figure.tsx'
import { AreaFoot, AsWritten, areaPage, type Reader } from './names.tsx'

export type GroupProps = {
  readonly area: Area
  readonly areas: ReadonlyMap<string, Area>
  readonly scheme: Scheme
  readonly composed: Composed
  /** The selections that the page says first, by their keys. */
  readonly facts: readonly string[]
  readonly lines: AreaLines
  readonly dimensions: readonly Dimension[]
  /** Whose the figures are. */
  readonly sources: readonly Source[]
  readonly names: ReadonlyMap<string, Series>
  readonly members: { readonly current: readonly Membership[]; readonly others: readonly Membership[] }
  /** The latest values of the members: columns of their table. */
  readonly columns: readonly { readonly series: Series; readonly latest: ReadonlyMap<string, Observation> }[]
  readonly parts: readonly Show[]
}

const factsOf = ({ facts, lines, language }: Shown<GroupProps>) =>
  facts.flatMap((key) => {
    const line = lines.lines.find(({ selection }) => selectionKey(selection) === key)
    if (line === undefined || line.known.kind !== 'group' || line.known.latest === null) return []
    const { latest } = line.known
    return [
      {
        name: (
          <>
            <Wording words={line.series.names} language={language} />
            {`, ${latest.year}`}
          </>
        ),
        value: <Fig>{headlineWords(language, line.series, latest)}</Fig>,
        about:
          signOf(language, line.series.unit) === '' ? (
            <Wording words={line.series.unitNames} language={language} />
          ) : undefined,
      },
    ]
  })

/** Every figure of the group with its label and coverage; the figure leads to its members. */
const GroupFiguresSection: FC<Shown<GroupProps>> = (props) => {
  const { area, areas, lines, dimensions, composed, parts, say, language, here } = props
  const reader = { say, language, here }
  const shown = lines.lines.filter(({ year }) => year !== null)
  const without = lines.lines.filter(({ year }) => year === null)
  const rowOf = (line: AreaLine): TableRow => {
    const { known, series, selection } = line
    const latest = known.kind === 'group' ? known.latest : null
    return {
      cells: [
        <>
          <Link to={areaAddress(series.code, area.code, selection.breakdown)} language={language} here={here}>
            <Wording words={series.names} language={language} />
          </Link>{' '}
          <UnitOf series={series} language={language} />
          <PartOf line={line} dimensions={dimensions} say={say} language={language} />
        </>,
        <b>
          <GroupCell
            line={{ selection, group: area.code }}
            figure={latest}
            series={series}
            composed={composed}
            {...reader}
          />
        </b>,
        <span class="dim">{line.year}</span>,
        latest === null ? (
          ''
        ) : latest.headline?.by === 'custodian' ? (
          say('statistics.group.custodian')
        ) : (
          <Reasoned figure={latest} areas={areas} say={say} language={language} />
        ),
        latest === null || latest.ours.shares === null ? '–' : partWords(language, latest.ours.shares.observed),
        latest === null ? '' : String(latest.ours.members),
        <MovementCell line={line} {...reader} />,
        <SmallLine line={line} years={lines.years} {...reader} />,
        ...lines.beside.map(({ group }, nth) => (
          <GroupCell
            line={{ selection, group }}
            figure={line.beside[nth] ?? null}
            year={line.year}
            series={series}
            {...reader}
          />
        )),
      ],
    }
  }
  return (
    <SideSection
      id="figures"
      wide
      heading={say('statistics.group.figures', { count: shown.length })}
      about={say('statistics.group.figuresAbout')}
    >
      <details open={parts.length === 0}>
        <summary>{say('statistics.group.figuresOpen')}</summary>
        <DataTable
          label={say('statistics.economy.figuresOf', { area: wordsIn(language, area.names) })}
          caption={say('statistics.group.figuresCaption')}
          columns={[
            { head: say('statistics.head.series') },
            { head: say('statistics.head.latest'), number: true },
            { head: say('statistics.head.year'), number: true },
            { head: say('statistics.aggregate.head.label') },
            { head: say('statistics.aggregate.head.observed'), number: true },
            { head: say('statistics.head.members'), number: true },
            { head: say('statistics.economy.movement'), number: true },
            { head: <span>{`${lines.years[0]}–${lines.years[1]}`}</span> },
            ...lines.beside.map((beside) => ({
              head: <BesideHead beside={beside} areas={areas} {...reader} />,
              number: true,
            })),
          ]}
          groups={[{ rows: shown.map(rowOf) }]}
          wide
          say={say}
        />
      </details>
      {without.length === 0 ? null : (
        <p class="small">
          {say('statistics.group.without')}{' '}
          {without.map(
            ({ series, selection }, index): Child => (
              <>
                {index === 0 ? '' : ' · '}
                <Link to={areaAddress(series.code, area.code, selection.breakdown)} language={language} here={here}>
                  <Wording words={series.names} language={language} />
                </Link>
              </>
            ),
          )}
        </p>
      )}
    </SideSection>
  )
}

const mostCommon = (all: readonly (string | null)[]): string | null =>
  [...Map.groupBy(all, (one) => one)].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? null

/** Who is in it, with dates and latest values, and who was or will be. */
const Members: FC<Shown<GroupProps>> = ({ members, areas, columns, scheme, say, language, here }) => {
  const reader = { say, language, here }
  const collator = new Intl.Collator(language)
  const nameOf = ({ member }: Membership) => wordsIn(language, areas.get(member)?.names ?? { en: member })
  // What most of them have is said of none.
  const usual = mostCommon(members.current.map(({ status }) => status))
  const sorted = (all: readonly Membership[]) => all.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)))
  const rowOf = (one: Membership): TableRow => ({
    cells: [
      <AreaLink area={one.member} areas={areas} language={language} here={here} />,
      <>
        {one.from === null && one.until === null ? (
          <span class="dim">{say('statistics.member.undated')}</span>
        ) : (
          spellWords(one, reader)
        )}
        {one.status === null || one.status === usual || scheme.dated === 'none' ? null : (
          <>
            <br />
            <span class="u">
              <AsWritten words={one.status} />
            </span>
          </>
        )}
      </>,
      ...columns.map(({ series, latest }): Child => {
        const value = latest.get(one.member)
        return (
          <>
            <FigureCell observation={value} decimals={series.decimals} {...reader} />
            {value === undefined ? null : <span class="u"> {value.year}</span>}
          </>
        )
      }),
    ],
  })
  const day = here.asOf ?? here.today
  return (
    <SideSection
      id="members"
      wide
      heading={say('statistics.group.members', { count: members.current.length })}
      about={
        scheme.dated === 'all'
          ? say('statistics.group.membersAbout', { day: dayWords(language, day) })
          : say('statistics.aggregate.compositionOf', { day: dayWords(language, scheme.compositionOn) })
      }
    >
      <DataTable
        label={say('statistics.group.members', { count: members.current.length })}
        columns={[
          { head: say('statistics.head.area') },
          { head: say('statistics.member.when'), short: say('statistics.member.when') },
          ...columns.map(({ series }) => ({
            head: <Wording words={series.names} language={language} />,
            unit: <UnitOf series={series} language={language} />,
            short: wordsIn(language, series.names),
            number: true,
          })),
        ]}
        groups={[
          {
            heading: say('statistics.group.current', { count: members.current.length }),
            rows: sorted(members.current).map(rowOf),
          },
          ...(members.others.length === 0
            ? []
            : [
                {
                  heading: say('statistics.group.others', { count: members.others.length }),
                  rows: sorted(members.others).map(rowOf),
                },
              ]),
        ]}
        phone="cards"
        say={say}
      />
    </SideSection>
  )
}

/** A group of a list: its figures with their label and coverage, and its members with their dates. */
export const GroupPage: FC<Shown<GroupProps>> = (props) => {
  const { area, scheme, members, parts, composed, say, language, here } = props
  const reader: Reader = { say, language, here }
  const name = wordsIn(language, area.names)
  const to = areaPage(area.code)
  return (
    <Frame
      title={say('statistics.group.title', { group: name, scheme: wordsIn(language, scheme.names) })}
      current="/areas"
      crumbs={[{ words: say('statistics.areas.title'), to: '/areas' }, { words: <bdi>{name}</bdi> }]}
      {...reader}
    >
      <Mast
        kick={<Wording words={scheme.names} language={language} />}
        heading={<Wording words={area.names} language={language} />}
      >
        <Lede big>
          {say('statistics.group.lede', {
            count: members.current.length,
            day: dayWords(language, here.asOf ?? here.today),
          })}{' '}
          {scheme.dated === 'all'
            ? null
            : say('statistics.aggregate.compositionOf', { day: dayWords(language, scheme.compositionOn) })}
        </Lede>
        <Facts facts={factsOf(props)} />
        <Downloads
          heading={say('statistics.economy.take')}
          files={[
            { kind: say('statistics.group.file', { kind: 'CSV' }), to: `${to}/figures.csv` },
            { kind: say('statistics.group.file', { kind: 'JSON' }), to: `${to}/figures.json` },
            { kind: say('statistics.group.membersFile', { kind: 'CSV' }), to: `${to}/members.csv` },
          ]}
          language={language}
          here={here}
        />
      </Mast>
      <Views
        label={say('statistics.group.composed')}
        views={(['then', 'now'] as const).map((one) => ({
          words: say(`statistics.group.composed.${one}`, { day: dayWords(language, here.asOf ?? here.today) }),
          to: one === 'then' ? to : `${to}?composed=now`,
          current: composed === one,
        }))}
        language={language}
        here={here}
      />
      {parts.map((show) => show(say, language, here))}
      <GroupFiguresSection {...props} />
      <Members {...props} />
      <AreaSources sources={props.sources} {...reader} />
      <AreaFoot area={area} remark={null} title={name} part={wordsIn(language, scheme.names)} to={to} {...reader} />
    </Frame>
  )
}
