import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import type { Dataset, Release, Scheme, Series, Source } from '#statistics/core'
import {
  DataTable,
  dayWords,
  Empty,
  Fig,
  Frame,
  filesOf,
  Kv,
  Lede,
  Lines,
  Link,
  Mast,
  Note,
  SideSection,
  Taking,
  Wording,
} from '#ui'
import { AsWritten, type Reader } from './names.tsx'
import { sourcesCatalogue } from './series-dataset.ts'
import { ReleaseTable } from './series-parts.tsx'

export type SchemeLine = {
  readonly scheme: Scheme
  readonly groups: number
  /** On the day asked. */
  readonly members: number
  readonly sources: readonly string[]
}

export type SourcesProps = {
  readonly sources: readonly Source[]
  readonly series: ReadonlyMap<string, Series>
  readonly areas: number
  /** What areas, groups and shapes are from. */
  readonly lists: readonly Dataset[]
  readonly schemes: readonly SchemeLine[]
  /** Series that are defined and have no figure on the day asked. */
  readonly empty: readonly string[]
  /** Releases that became known after the day asked. */
  readonly later: readonly Release[]
}

const SeriesNames: FC<Reader & { readonly codes: readonly string[]; readonly series: SourcesProps['series'] }> = ({
  codes,
  series,
  language,
  here,
}) => (
  <Lines
    lines={codes.map((code) => {
      const names = series.get(code)?.names
      return (
        <>
          <Link to={`/series/${code}`} language={language} here={here}>
            {names === undefined ? <Fig>{code}</Fig> : <Wording words={names} language={language} />}
          </Link>{' '}
          <span class="u">
            <Fig>{code}</Fig>
          </span>
        </>
      )
    })}
  />
)

/** Licence, credit and address of a data set, and what to know before using it. */
const Whose: FC<Reader & { readonly dataset: Dataset }> = ({ dataset, say, language }) => (
  <>
    <Kv
      rows={[
        {
          name: say('statistics.source.licence'),
          value: (
            <a href={dataset.licence.address} rel="license">
              <bdi lang="en">{dataset.licence.name}</bdi>
            </a>
          ),
        },
        { name: say('statistics.source.credit'), value: <AsWritten words={dataset.credit} /> },
        {
          name: say('statistics.source.address'),
          value: (
            <a href={dataset.address} class="addr">
              <bdi class="addr">{dataset.address}</bdi>
            </a>
          ),
        },
      ]}
    />
    {dataset.caveat === null ? null : (
      <Note>
        <Wording words={dataset.caveat} language={language} />
      </Note>
    )}
  </>
)

const DatasetSection: FC<Reader & { readonly source: Source; readonly series: SourcesProps['series'] }> = ({
  source: { dataset, series: codes, releases },
  series,
  say,
  language,
  here,
}) => (
  <SideSection
    id={dataset.code}
    heading={<Wording words={dataset.names} language={language} />}
    about={<Wording words={dataset.publisher} language={language} />}
  >
    <Whose dataset={dataset} {...{ say, language, here }} />
    <ReleaseTable releases={releases} label={say('statistics.release.all')} {...{ say, language, here }} />
    <details>
      <summary>{say('statistics.sources.series', { count: codes.length })}</summary>
      <SeriesNames codes={codes} series={series} {...{ say, language, here }} />
    </details>
  </SideSection>
)

const Schemes: FC<Reader & { readonly schemes: readonly SchemeLine[] }> = ({ schemes, say, language }) => (
  <DataTable
    label={say('statistics.sources.schemes')}
    columns={[
      { head: say('statistics.head.scheme') },
      { head: say('statistics.head.groups'), number: true, short: say('statistics.head.groups') },
      { head: say('statistics.head.members'), number: true, short: say('statistics.head.members') },
      { head: say('statistics.head.composition'), short: say('statistics.head.composition') },
      { head: say('statistics.head.source'), short: say('statistics.head.source') },
    ]}
    groups={[
      {
        rows: schemes.map(({ scheme, groups, members, sources }) => ({
          cells: [
            <>
              <Wording words={scheme.names} language={language} />
              <br />
              <span class="u">
                <Fig>{scheme.code}</Fig>
              </span>
            </>,
            String(groups),
            String(members),
            <>
              <Fig>{scheme.compositionOn}</Fig>
              <br />
              <span class="u">{say(`statistics.dated.${scheme.dated}`)}</span>
            </>,
            sources.map((source, index) => (
              <>
                {index === 0 ? null : <br />}
                <AsWritten words={source} />
              </>
            )),
          ],
        })),
      },
    ]}
    phone="cards"
    say={say}
  />
)

/** Whose the figures are: every data set, every release, every list of areas, and what is not here. */
export const SourcesPage: FC<Shown<SourcesProps>> = (props) => {
  const { sources, series, areas, lists, schemes, empty, later, say, language, here } = props
  const reader = { say, language, here }
  const releases = sources.reduce((sum, one) => sum + one.releases.length, 0)
  return (
    <Frame
      title={say('statistics.sources.title')}
      description={say('statistics.sources.lede', { datasets: sources.length, releases })}
      about={sourcesCatalogue(
        { sources, series },
        say('statistics.sources.lede', { datasets: sources.length, releases }),
        reader,
      )}
      feed="/releases/feed.atom"
      {...reader}
    >
      <Mast heading={say('statistics.sources.title')}>
        <Lede>{say('statistics.sources.lede', { datasets: sources.length, releases })}</Lede>
        {later.length === 0 ? null : (
          <Note tone="warn">
            {say('statistics.sources.later', {
              count: later.length,
              day: dayWords(language, here.asOf ?? here.today),
            })}
          </Note>
        )}
      </Mast>
      {sources.length === 0 ? <Empty>{say('statistics.sources.none')}</Empty> : null}
      {sources.map((source) => (
        <DatasetSection source={source} series={series} {...reader} />
      ))}
      <SideSection
        id="areas"
        heading={say('statistics.sources.areas')}
        about={say('statistics.sources.areasAbout', { count: areas })}
      >
        {lists.map((dataset) => (
          <div class="stack" id={dataset.code}>
            <h3>
              <Wording words={dataset.names} language={language} />
            </h3>
            <p class="small dim">
              <Wording words={dataset.publisher} language={language} />
            </p>
            <Whose dataset={dataset} {...reader} />
          </div>
        ))}
        <Schemes schemes={schemes} {...reader} />
        <p class="small dim">{say('statistics.sources.undated')}</p>
        <p class="small dim">{say('statistics.note.xkx')}</p>
        <p class="small dim">{say('statistics.note.designations')}</p>
      </SideSection>
      {empty.length === 0 ? null : (
        <SideSection heading={say('statistics.sources.empty')} about={say('statistics.sources.emptyAbout')}>
          <SeriesNames codes={empty} series={series} {...reader} />
        </SideSection>
      )}
      {sources.length === 0 ? null : (
        <Taking
          takes={[{ heading: say('statistics.sources.take'), files: filesOf('/sources/releases') }]}
          cite={{ title: say('statistics.sources.title'), to: '/sources' }}
          {...reader}
        />
      )}
    </Frame>
  )
}
