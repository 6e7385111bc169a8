import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { addressOf, type Shown } from '#platform'
import type { Area, Dataset, Dimension, Release, Series } from '#statistics/core'
import { DataTable, Downloads, Empty, Fig, Filter, Frame, filesOf, Lede, Link, Mast, Wording } from '#ui'
import type { Exploring, Misread } from '../core/exploring.ts'
import { AreaNames } from './explorer-form.tsx'
import { MisreadNotes } from './explorer-misread.tsx'

export type SeriesLine = {
  readonly series: Series
  /** Null where no figure was known on the day asked. */
  readonly extent: { readonly economies: number; readonly firstYear: number; readonly lastYear: number } | null
  readonly latest: Release | null
  readonly dataset: Dataset | null
}

export type SeriesListProps = {
  readonly lines: readonly SeriesLine[]
  readonly asked: string
  /** How many there are without the filter. */
  readonly all: number
  /** What an address asked of the explorer that was not understood. */
  readonly misread: readonly Misread[]
  /** Areas that were chosen before any series. */
  readonly exploring: Exploring
  readonly names: ReadonlyMap<string, Area>
  readonly groups: readonly string[]
  readonly series: ReadonlyMap<string, Series>
  readonly dimensions: readonly Dimension[]
}

/** Every series there is, whose it is, and how far it reaches. */
export const SeriesListPage: FC<Shown<SeriesListProps>> = (props) => {
  const { lines, asked, all, exploring, names, say, language, here } = props
  const columns = [
    { head: say('statistics.head.series') },
    { head: say('statistics.head.frame'), short: say('statistics.head.frame') },
    { head: say('statistics.head.unit'), short: say('statistics.head.unit') },
    { head: say('statistics.head.economies'), number: true, short: say('statistics.head.economies') },
    { head: say('statistics.head.years'), number: true, short: say('statistics.head.years') },
    { head: say('statistics.head.latestRelease'), short: say('statistics.head.latestRelease') },
    { head: say('statistics.head.dataset'), short: say('statistics.head.dataset') },
  ]
  const rows = lines.map(({ series, extent, latest, dataset }) => ({
    id: series.code,
    cells: [
      <>
        {extent === null ? null : (
          <input
            type="checkbox"
            name="series"
            value={series.code}
            aria-label={say('statistics.explore.chooseOne', { series: wordsIn(language, series.names) })}
          />
        )}{' '}
        <Link to={`/series/${series.code}`} language={language} here={here}>
          <Wording words={series.names} language={language} />
        </Link>
        <br />
        <span class="u">
          <Fig>{series.code}</Fig>
        </span>
      </>,
      series.frame === null ? '' : <Fig>{series.frame}</Fig>,
      <Wording words={series.unitNames} language={language} />,
      extent === null ? <span class="dim">{say('statistics.cell.noFigure')}</span> : <Fig>{extent.economies}</Fig>,
      extent === null ? '' : <Fig>{`${extent.firstYear}–${extent.lastYear}`}</Fig>,
      latest === null ? (
        ''
      ) : (
        <Link to={`/releases/${latest.number}`} language={language} here={here}>
          <Fig>{latest.knownOn}</Fig>
        </Link>
      ),
      dataset === null ? (
        <Fig>{series.dataset}</Fig>
      ) : (
        <>
          <Link to={`/sources#${dataset.code}`} language={language} here={here}>
            <Wording words={dataset.names} language={language} />
          </Link>
          <br />
          <a class="u" href={dataset.licence.address} rel="license">
            <Fig>{dataset.licence.code}</Fig>
          </a>
        </>
      ),
    ],
  }))
  return (
    <Frame
      title={say('statistics.list.title')}
      description={say('statistics.list.lede', { count: all })}
      say={say}
      language={language}
      here={here}
    >
      <Mast heading={say('statistics.list.title')}>
        <Lede>{say('statistics.list.lede', { count: all })}</Lede>
      </Mast>
      <MisreadNotes misread={props.misread} known={props} say={say} language={language} here={here} />
      <Filter
        to="/series"
        button={say('statistics.list.search')}
        language={language}
        here={here}
        beside={
          <Downloads
            heading={say('statistics.list.take')}
            files={filesOf('/series/series')}
            language={language}
            here={here}
          />
        }
      >
        <label>
          {say('statistics.list.words')}
          <input type="search" name="q" value={asked} size={28} />
        </label>
      </Filter>
      {rows.length === 0 ? (
        <Empty heading={say('statistics.list.nothing', { asked })}>
          <Link to="/series" language={language} here={here}>
            {say('statistics.list.all', { count: all })}
          </Link>
        </Empty>
      ) : (
        <form class="stack" method="get" action={addressOf(language, '/series')}>
          <DataTable
            label={say('statistics.list.title')}
            caption={
              asked === '' ? (
                say('statistics.list.caption')
              ) : (
                <>
                  {say('statistics.list.found', { count: rows.length, of: all })}{' '}
                  <Link to="/series" language={language} here={here}>
                    {say('statistics.list.all', { count: all })}
                  </Link>
                </>
              )
            }
            columns={columns}
            groups={[{ rows }]}
            phone="cards"
            say={say}
          />
          {Object.entries({
            area: exploring.areas.join(','),
            group: exploring.groups.join(','),
            asof: here.asOf ?? '',
          }).map(([name, value]) => (value === '' ? null : <input type="hidden" name={name} value={value} />))}
          <div class="filter">
            <label>
              {say('statistics.explore.addArea')} <input name="add" list="areas" size={30} autocomplete="off" />
            </label>
            <button class="btn q" type="submit">
              {say('statistics.explore.choose')}
            </button>
          </div>
          <AreaNames names={names} groups={props.groups} say={say} language={language} here={here} />
        </form>
      )}
    </Frame>
  )
}
