import type { FC } from 'hono/jsx'
import { plainDecimal, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Area, Cell, Dataset, Dimension, Observation, Release, Series } from '#statistics/core'
import {
  Cite,
  DataTable,
  Downloads,
  dayWords,
  Facts,
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
import type { Brought, Changes, RevisedCell } from '../store/changes.ts'
import { cellAddress, publishedWords } from './figure.tsx'
import { AreaName, AsWritten, breakdownWords, NamesNote, type Reader } from './names.tsx'
import { Reason } from './series-parts.tsx'

export type ReleaseProps = {
  readonly release: Release
  readonly dataset: Dataset | null
  /** Whether it was known on the day asked. */
  readonly knownThen: boolean
  readonly changes: readonly Changes[]
  readonly revised: readonly RevisedCell[]
  readonly flagged: readonly Observation[]
  readonly brought: readonly Brought[]
  readonly series: ReadonlyMap<string, Series>
  readonly areas: ReadonlyMap<string, Area>
  readonly dimensions: readonly Dimension[]
}

const SeriesName: FC<Reader & { readonly code: string; readonly series: ReleaseProps['series'] }> = ({
  code,
  series,
  language,
  here,
}) => {
  const names = series.get(code)?.names
  return (
    <Link to={`/series/${code}`} language={language} here={here}>
      {names === undefined ? <Fig>{code}</Fig> : <Wording words={names} language={language} />}
    </Link>
  )
}

const kinds = ['first', 'same', 'precision', 'revised', 'filled', 'withdrawn', 'reasoned', 'leftOut'] as const

const ChangeTable: FC<Shown<ReleaseProps>> = ({ brought, changes, series, say, language, here }) => {
  const used = kinds.filter((kind) => kind === 'first' || kind === 'revised' || changes.some((one) => one[kind] > 0))
  const count = (value: number) => figure(language, String(value))
  return (
    <DataTable
      label={say('statistics.release.changes')}
      columns={[
        { head: say('statistics.head.series') },
        { head: say('statistics.head.figures'), number: true, short: say('statistics.head.figures') },
        { head: say('statistics.head.years'), number: true, short: say('statistics.head.years') },
        ...used.map((kind) => ({
          head: say(`statistics.changes.${kind}`),
          number: true,
          short: say(`statistics.changes.${kind}`),
        })),
      ]}
      groups={[
        {
          rows: brought.map((one) => {
            const own = changes.find((found) => found.series === one.series)
            return {
              cells: [
                <SeriesName code={one.series} series={series} {...{ say, language, here }} />,
                count(one.observations),
                `${one.firstYear}–${one.lastYear}`,
                ...used.map((kind) => count(own?.[kind] ?? 0)),
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

const cellName = ({ area, year, breakdown }: Cell, { areas, dimensions, say, language }: Shown<ReleaseProps>) => (
  <>
    {say.rich('statistics.cell.title', {
      area: <AreaName area={area} areas={areas} language={language} />,
      year: <Fig>{year}</Fig>,
    })}
    {breakdown === '' ? null : (
      <>
        <br />
        <span class="u">{breakdownWords(say, language, dimensions, breakdown)}</span>
      </>
    )}
  </>
)

/** A value as it was published: digits are written as the language does, anything else as it stands. */
const valueAs = (language: Reader['language'], published: string): string => {
  const text = published.trim()
  const [, bound = '', digits = ''] = /^([<>]?)\s*([+-]?[\d.]+(?:[eE][+-]?\d+)?)$/.exec(text) ?? []
  return digits === '' ? text : `${bound}${figure(language, plainDecimal(digits))}`
}

const RevisedTable: FC<Shown<ReleaseProps>> = (props) => {
  const { revised, series, say, language, here } = props
  const bySeries = [...Map.groupBy(revised, (one) => one.series)]
  return (
    <DataTable
      label={say('statistics.release.revised')}
      columns={[
        { head: say('statistics.head.cell') },
        { head: say('statistics.head.before'), number: true, short: say('statistics.head.before') },
        { head: say('statistics.head.after'), number: true, short: say('statistics.head.after') },
        { head: say('statistics.head.difference'), number: true, short: say('statistics.head.difference') },
      ]}
      groups={bySeries.map(([code, cells]) => ({
        heading: <SeriesName code={code} series={series} {...{ say, language, here }} />,
        rows: cells.map((one) => ({
          cells: [
            cellName(one, props),
            valueAs(language, one.before),
            <Link to={cellAddress(one)} language={language} here={here}>
              <b>{valueAs(language, one.after)}</b>
            </Link>,
            one.by === null ? '…' : `${one.by.startsWith('-') ? '' : '+'}${figure(language, plainDecimal(one.by))}`,
          ],
        })),
      }))}
      phone="cards"
      say={say}
    />
  )
}

const FlaggedTable: FC<Shown<ReleaseProps>> = (props) => {
  const { flagged, series, say, language, here } = props
  return (
    <DataTable
      label={say('statistics.release.flagged')}
      columns={[
        { head: say('statistics.head.cell') },
        { head: say('statistics.head.series'), short: say('statistics.head.series') },
        { head: say('statistics.head.value'), number: true, short: say('statistics.head.value') },
        { head: say('statistics.definition.range'), number: true, short: say('statistics.definition.range') },
      ]}
      groups={[
        {
          rows: flagged.map((one) => {
            const own = series.get(one.series)
            const plain = (text: string | null | undefined) =>
              text == null ? '' : figure(language, plainDecimal(text))
            return {
              cells: [
                cellName(one, props),
                <SeriesName code={one.series} series={series} {...{ say, language, here }} />,
                <Link to={cellAddress(one)} language={language} here={here}>
                  <b>{one.value.kind === 'known' ? publishedWords(language, one.value.value) : one.published}</b>
                </Link>,
                `${plain(own?.lowest)}–${plain(own?.highest)}`,
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

/** One release: which file, since when it is known, who brought it here, and what it changed. */
export const ReleasePage: FC<Shown<ReleaseProps>> = (props) => {
  const { release, dataset, knownThen, changes, revised, flagged, areas, say, language, here } = props
  const reader = { say, language, here }
  const title = say('statistics.release.number', { number: String(release.number) })
  const whole = say('statistics.release.title', { number: String(release.number), file: release.file })
  const total = (kind: (typeof kinds)[number]) => changes.reduce((sum, one) => sum + one[kind], 0)
  const count = (value: number) => figure(language, String(value))
  const lede =
    total('revised') === 0
      ? say('statistics.release.ledeNew', { count: count(release.observations), first: count(total('first')) })
      : say('statistics.release.ledeRevised', {
          count: count(release.observations),
          first: count(total('first')),
          revised: count(total('revised')),
        })
  const leftOut = total('leftOut')
  return (
    <Frame
      title={whole}
      current="/sources"
      crumbs={[{ words: say('statistics.sources.title'), to: '/sources' }, { words: title }]}
      {...reader}
    >
      <Mast
        kick={dataset === null ? <Fig>{release.dataset}</Fig> : <Wording words={dataset.names} language={language} />}
        heading={say.rich('statistics.release.title', {
          number: <Fig>{release.number}</Fig>,
          file: <bdi>{release.file}</bdi>,
        })}
      >
        <Lede>{lede}</Lede>
        {knownThen ? null : (
          <Note tone="warn">
            {say('statistics.cell.notYet', {
              asked: dayWords(language, here.asOf ?? here.today),
              day: dayWords(language, release.knownOn),
            })}
          </Note>
        )}
      </Mast>
      <div class="stack">
        <Facts
          facts={[
            { name: say('statistics.head.figures'), value: count(release.observations) },
            {
              name: say('statistics.head.missing'),
              value: count(release.missing),
              about: say('statistics.release.missingAbout'),
            },
            { name: say('statistics.head.bounded'), value: count(release.bounded) },
            {
              name: say('statistics.head.flagged'),
              value: count(release.flagged),
              about: say('statistics.release.outside'),
            },
            { name: say('statistics.head.years'), value: <Fig>{`${release.firstYear}–${release.lastYear}`}</Fig> },
          ]}
        />
        <SideSection heading={say('statistics.release.heading')} about={say('statistics.release.about')}>
          <Kv
            rows={[
              { name: say('statistics.head.knownOn'), value: dayWords(language, release.knownOn) },
              { name: say('statistics.release.basis'), value: <AsWritten words={release.basis} /> },
              {
                name: say('statistics.release.vintage'),
                value: release.vintage === '' ? '…' : <Fig>{release.vintage}</Fig>,
              },
              {
                name: say('statistics.head.loaded'),
                value: <Fig>{`${release.loadedAt.slice(0, 16).replace('T', ' ')} UTC`}</Fig>,
              },
              { name: say('statistics.release.author'), value: <bdi>{release.author}</bdi> },
              ...(release.reason === ''
                ? []
                : [{ name: say('statistics.release.reason'), value: <Reason reason={release.reason} {...reader} /> }]),
              { name: say('statistics.release.digest'), value: <bdi class="addr">{release.digest}</bdi> },
              { name: say('statistics.source.credit'), value: <AsWritten words={release.credit} /> },
              ...(release.via === null
                ? []
                : [
                    {
                      name: say('statistics.release.via'),
                      value: (
                        <a href={release.via} class="addr">
                          <bdi class="addr">{release.via}</bdi>
                        </a>
                      ),
                    },
                  ]),
              ...(dataset === null
                ? []
                : [
                    {
                      name: say('statistics.source.licence'),
                      value: (
                        <a href={dataset.licence.address} rel="license">
                          <bdi lang="en">{dataset.licence.name}</bdi>
                        </a>
                      ),
                    },
                  ]),
            ]}
          />
          {release.caveat === null ? null : (
            <Note>
              <Wording words={release.caveat} language={language} />
            </Note>
          )}
        </SideSection>
        <SideSection heading={say('statistics.release.changes')} about={say('statistics.release.changesAbout')}>
          <ChangeTable {...props} />
          {leftOut === 0 ? null : <Note>{say('statistics.release.leftOut', { count: leftOut })}</Note>}
        </SideSection>
        {revised.length === 0 ? null : (
          <SideSection
            heading={say('statistics.release.revised')}
            about={say('statistics.release.revisedAbout', { shown: revised.length, count: count(total('revised')) })}
          >
            <RevisedTable {...props} />
          </SideSection>
        )}
        {flagged.length === 0 ? null : (
          <SideSection
            heading={say('statistics.release.flagged')}
            about={say('statistics.release.flaggedAbout', { shown: flagged.length, count: count(release.flagged) })}
          >
            <FlaggedTable {...props} />
          </SideSection>
        )}
        {areas.size === 0 ? null : <NamesNote areas={areas.keys()} say={say} />}
        <Downloads
          heading={say('ui.cite.figures')}
          files={[
            ...filesOf(`/releases/${release.number}/figures`),
            { kind: say('statistics.release.zip'), to: `/releases/${release.number}/release.zip` },
          ]}
          {...reader}
        />
        <Cite
          title={whole}
          {...(dataset === null ? {} : { part: wordsIn(language, dataset.names) })}
          to={`/releases/${release.number}`}
          {...reader}
        />
      </div>
    </Frame>
  )
}
