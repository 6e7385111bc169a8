import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Area, Cell, Dataset, Dimension, Observation, Revised, Series } from '#statistics/core'
import {
  Cite,
  DataTable,
  Downloads,
  dayWords,
  Fig,
  Frame,
  figure,
  filesOf,
  Kv,
  Lede,
  Link,
  Mast,
  Note,
  SideSection,
  Wording,
} from '#ui'
import { type Change, changeOf, standingSince } from '../core/revising.ts'
import { areaAddress, cellAddress, publishedWords, signOf } from './figure.tsx'
import { AreaName, AsWritten, breakdownWords, CodeName, NamesNote, type Reader } from './names.tsx'

type Step = { readonly year: number; readonly to: string } | null

export type CellProps = {
  readonly series: Series
  readonly dataset: Dataset | null
  readonly area: Area
  readonly areas: ReadonlyMap<string, Area>
  readonly dimensions: readonly Dimension[]
  readonly cell: Cell
  /** All that is known today, newest first. */
  readonly revisions: readonly Revised[]
  /** Which of them holds on the day asked; -1: none was known then. */
  readonly inForce: number
  /** What the list of areas remarks on the area. */
  readonly remark: string | null
  readonly before: Step
  readonly after: Step
  readonly severalBreakdowns: boolean
}

const isRevision = ({ kind }: Change): boolean => !['first', 'same', 'precision'].includes(kind)

const changeWords = (change: Change, { say, language }: Reader): string =>
  change.kind === 'revised'
    ? say('statistics.change.revised', {
        by: `${change.by.startsWith('-') ? '' : '+'}${figure(language, change.by)}`,
      })
    : say(`statistics.change.${change.kind}`)

/** A value as published, to the last digit; where there is none, its sign and the reason. */
const Value: FC<Reader & { readonly observation: Observation }> = ({ observation: { value, unit }, say, language }) =>
  value.kind === 'known' ? (
    <Fig>{`${publishedWords(language, value.value)}${signOf(language, unit)}`}</Fig>
  ) : (
    <>
      {value.reason === 'not-applicable' ? '–' : '…'} {say(`ui.missing.${value.reason}`)}
    </>
  )

const changesOf = (revisions: readonly Revised[]): readonly Change[] =>
  revisions.map(({ observation }, index) => changeOf(revisions[index + 1]?.observation ?? null, observation))

/** Since when the newest of these, given from the newest to the oldest, stands as it does. */
const sinceOf = (revisions: readonly Revised[]) =>
  standingSince(
    revisions.toReversed().map(({ observation, release }) => ({ ...observation, knownOn: release.knownOn })),
  )?.knownOn

const ledeOf = ({ revisions, inForce, series }: CellProps, reader: Reader): Child => {
  const { say, language, here } = reader
  const [standing, oldest] = [revisions[inForce], revisions.at(-1)]
  if (standing === undefined)
    return say('statistics.cell.notYet', {
      asked: dayWords(language, here.asOf ?? here.today),
      day: dayWords(language, oldest?.release.knownOn ?? here.today),
    })
  const { value } = standing.observation
  const facts = {
    value: (
      <b>
        <Value observation={standing.observation} {...reader} />
      </b>
    ),
    unit: wordsIn(language, series.unitNames),
    day: dayWords(language, sinceOf(revisions.slice(inForce)) ?? standing.release.knownOn),
  }
  if (value.kind === 'known' && standing.observation.unit === 'PT')
    return say.rich('statistics.cell.ledeShare', { value: facts.value, day: facts.day })
  return value.kind === 'known'
    ? say.rich('statistics.cell.lede', facts)
    : say.rich('statistics.cell.ledeMissing', { value: facts.value, day: facts.day })
}

const Revisions: FC<Shown<CellProps>> = ({ revisions, inForce, dimensions, say, language, here }) => {
  const reader = { say, language, here }
  const changes = changesOf(revisions)
  return (
    <DataTable
      label={say('statistics.cell.revisions')}
      columns={[
        { head: say('statistics.head.knownOn') },
        { head: say('statistics.head.value'), number: true, short: say('statistics.head.value') },
        { head: say('statistics.head.happened'), short: say('statistics.head.happened') },
        { head: say('statistics.head.nature'), short: say('statistics.head.nature') },
        { head: say('statistics.head.source'), short: say('statistics.head.source') },
        { head: say('statistics.head.release'), short: say('statistics.head.release') },
      ]}
      groups={[
        {
          rows: revisions.map(({ observation, release }, index) => {
            const change = changes[index]
            const value = <Value observation={observation} {...reader} />
            return {
              cells: [
                <Fig>{release.knownOn}</Fig>,
                index === inForce ? <b>{value}</b> : value,
                <>
                  {change === undefined ? '' : changeWords(change, reader)}
                  <br />
                  <span class="u">
                    {index === inForce
                      ? say('statistics.cell.inForce')
                      : index < inForce || inForce === -1
                        ? say('statistics.cell.later', { day: dayWords(language, here.asOf ?? here.today) })
                        : say('statistics.cell.superseded')}
                  </span>
                </>,
                observation.nature === null ? (
                  <span class="dim">{say('statistics.nature.none')}</span>
                ) : (
                  <CodeName list="NATURE" code={observation.nature} dimensions={dimensions} language={language} />
                ),
                <AsWritten words={observation.source} />,
                <Link to={`/releases/${release.number}`} language={language} here={here}>
                  {say('statistics.release.number', { number: String(release.number) })}
                </Link>,
              ],
            }
          }),
        },
      ]}
      phone="cards"
      say={say}
    />
  )
}

/** What the row says, to the letter. */
const AsPublished: FC<Shown<CellProps> & { readonly shown: Revised }> = ({
  series,
  dataset,
  cell,
  dimensions,
  severalBreakdowns,
  shown: { observation, release },
  say,
  language,
  here,
}) => (
  <Kv
    rows={[
      { name: say('statistics.cell.inFile'), value: <bdi class="addr">{observation.published}</bdi> },
      {
        name: say('statistics.head.unit'),
        value: (
          <>
            <Wording words={series.unitNames} language={language} /> <Fig>{observation.unit}</Fig>
          </>
        ),
      },
      ...(cell.breakdown === '' && !severalBreakdowns
        ? []
        : [
            {
              name: say('statistics.filter.breakdown'),
              value: (
                <>
                  {breakdownWords(say, language, dimensions, cell.breakdown)} <bdi class="addr">{cell.breakdown}</bdi>
                </>
              ),
            },
          ]),
      {
        name: say('statistics.head.nature'),
        value:
          observation.nature === null ? (
            say('statistics.nature.none')
          ) : (
            <>
              <CodeName list="NATURE" code={observation.nature} dimensions={dimensions} language={language} />{' '}
              <Fig>{observation.nature}</Fig>
            </>
          ),
      },
      {
        name: say('statistics.head.status'),
        value: observation.status === null ? say('statistics.nature.none') : <Fig>{observation.status}</Fig>,
      },
      ...(observation.flag === null
        ? []
        : [{ name: say('statistics.head.flag'), value: say('statistics.cell.flagged') }]),
      ...(observation.note === ''
        ? []
        : [{ name: say('statistics.head.note'), value: <AsWritten words={observation.note} /> }]),
      { name: say('statistics.head.source'), value: <AsWritten words={observation.source} /> },
      { name: say('statistics.source.credit'), value: <AsWritten words={release.credit} /> },
      ...(dataset === null
        ? []
        : [
            {
              name: say('statistics.head.dataset'),
              value: (
                <>
                  <Link to={`/sources#${dataset.code}`} language={language} here={here}>
                    <Wording words={dataset.names} language={language} />
                  </Link>
                  {' · '}
                  <a href={dataset.licence.address} rel="license">
                    <bdi lang="en">{dataset.licence.name}</bdi>
                  </a>
                </>
              ),
            },
          ]),
      {
        name: say('statistics.head.release'),
        value: (
          <>
            <Link to={`/releases/${release.number}`} language={language} here={here}>
              {say('statistics.release.number', { number: String(release.number) })}
            </Link>{' '}
            <bdi class="addr">{release.file}</bdi>
          </>
        ),
      },
    ]}
  />
)

/** One cell of the statistics: what holds, what each release said of it, and when that became known. */
export const ObservationPage: FC<Shown<CellProps>> = (props) => {
  const { series, area, areas, cell, revisions, inForce, remark, before, after, severalBreakdowns } = props
  const { dimensions, say, language, here } = props
  const reader = { say, language, here }
  const name = wordsIn(language, area.names)
  const title = wordsIn(language, series.names)
  const own = severalBreakdowns ? cell.breakdown : ''
  const words = own === '' ? '' : breakdownWords(say, language, dimensions, own)
  const shown = revisions[inForce] ?? revisions.at(-1)
  const known = inForce === -1 ? [] : revisions.slice(inForce)
  const revised = changesOf(known).filter(isRevision).length
  const heading = say('statistics.cell.title', { area: name, year: String(cell.year) })
  return (
    <Frame
      title={say('statistics.chart.title', { series: title, area: heading })}
      current="/series"
      crumbs={[
        { words: say('statistics.list.title'), to: '/series' },
        { words: <Wording words={series.names} language={language} />, to: `/series/${series.code}` },
        { words: <bdi>{name}</bdi>, to: areaAddress(series.code, area.code, own) },
        { words: <Fig>{cell.year}</Fig> },
      ]}
      {...reader}
    >
      <Mast
        kick={
          <>
            <Wording words={series.names} language={language} />
            {words === '' ? '' : ` · ${words}`}
          </>
        }
        heading={say.rich('statistics.cell.title', {
          area: <AreaName area={area.code} areas={areas} language={language} />,
          year: <Fig>{cell.year}</Fig>,
        })}
      >
        <Lede big>{ledeOf(props, reader)}</Lede>
        {revised === 0 ? null : (
          <Note tone="warn">{say('statistics.cell.notProgress', { count: revised, year: String(cell.year) })}</Note>
        )}
        {shown?.observation.flag == null ? null : <Note tone="warn">{say('statistics.cell.flaggedNote')}</Note>}
        <p class="small noprint">
          {before === null && after === null ? null : `${say('statistics.cell.otherYears')} `}
          {[before, after].map((step, index) =>
            step === null ? null : (
              <>
                {index === 1 && before !== null ? ' · ' : ''}
                <Link to={step.to} language={language} here={here}>
                  <Fig>{step.year}</Fig>
                </Link>
              </>
            ),
          )}
        </p>
      </Mast>
      <SideSection heading={say('statistics.cell.revisions')} about={say('statistics.cell.revisionsAbout')}>
        <Revisions {...props} />
      </SideSection>
      {shown === undefined ? null : (
        <SideSection
          heading={say('statistics.cell.published')}
          about={
            inForce === -1
              ? say('statistics.cell.firstSaid', { day: dayWords(language, shown.release.knownOn) })
              : say('statistics.cell.publishedAbout')
          }
        >
          <AsPublished {...props} shown={shown} />
          {shown.release.caveat === null ? null : (
            <Note>
              <Wording words={shown.release.caveat} language={language} />
            </Note>
          )}
        </SideSection>
      )}
      <div class="stack">
        {remark === null ? null : (
          <p class="xs dim">
            <Fig>{area.code}</Fig> <AsWritten words={remark} />
          </p>
        )}
        <NamesNote areas={[area.code]} say={say} />
        <Downloads
          heading={say('statistics.cell.take')}
          files={filesOf('/observations/revisions', cellAddress(cell).replace('/observations', ''))}
          {...reader}
        />
        <Cite
          title={say('statistics.chart.title', { series: title, area: heading })}
          {...(words === '' ? {} : { part: words })}
          to={cellAddress(cell)}
          {...reader}
        />
      </div>
    </Frame>
  )
}
