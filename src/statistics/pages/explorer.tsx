import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { isGroup, type Source } from '#statistics/core'
import { Empty, Fig, Frame, filesOf, Lede, Link, Mast, Note, SideSection, type Take, Taking, Wording } from '#ui'
import { exploringAddress, questionOf } from '../core/exploring.ts'
import { questionOfFile } from '../explorer-files.ts'
import type { Explored } from '../exploring.ts'
import type { DrawnWorld } from '../world.ts'
import { lineWords } from './explorer-cells.ts'
import { Chosen, ExplorerForm, ExplorerViews } from './explorer-form.tsx'
import { MisreadNotes } from './explorer-misread.tsx'
import { ExplorerDots, ExplorerLines, ExplorerMap, mostPictures } from './explorer-pictures.tsx'
import { pictureTitle } from './explorer-svg.tsx'
import { ExplorerTable } from './explorer-table.tsx'
import { NamesNote } from './names.tsx'

export type ExplorerPageProps = {
  readonly explored: Explored
  /** Every group there is. */
  readonly groups: readonly string[]
  readonly drawn: DrawnWorld | null
  readonly sources: readonly Source[]
}

const View: FC<Shown<ExplorerPageProps>> = (props) => {
  const { explored, drawn, say, language } = props
  const { exploring, lines } = explored
  if (exploring.view === 'table') return <ExplorerTable {...props} />
  const shown = lines.slice(0, mostPictures)
  return (
    <>
      {shown.map((line, nth) => (
        <section class="stack">
          <h2 {...(lines.length < 2 ? { class: 'sr' } : {})}>{lineWords(say, language, explored, line)}</h2>
          {exploring.view === 'map' && drawn !== null ? (
            <ExplorerMap {...props} line={line} nth={nth} drawn={drawn} />
          ) : exploring.view === 'dots' ? (
            <ExplorerDots {...props} line={line} nth={nth} />
          ) : (
            <ExplorerLines {...props} line={line} nth={nth} />
          )}
        </section>
      ))}
      {shown.length < lines.length ? (
        <Note>{say('statistics.explore.picturesLeftOut', { shown: shown.length, all: lines.length })}</Note>
      ) : null}
    </>
  )
}

/** The pictures of the page to take, each by the name of its line where there are several. */
const chartsOf = ({ explored, drawn, say, language }: Shown<ExplorerPageProps>): readonly Take[] => {
  const { exploring, lines } = explored
  if (exploring.view === 'table' || (exploring.view === 'map' && drawn === null)) return []
  return lines.slice(0, mostPictures).map((line, nth) => ({
    heading:
      lines.length === 1
        ? say(exploring.view === 'map' ? 'ui.cite.map' : 'ui.cite.chart')
        : say('ui.cite.chartOf', { chart: lineWords(say, language, explored, line) }),
    chart: `/series/chart?${questionOf({ ...exploring, sort: 'name' })}${nth === 0 ? '' : `&chart=${nth + 1}`}`,
    title: pictureTitle({ explored, line, nth, say, language }),
    height: exploring.view === 'dots' ? 420 : 760,
  }))
}

/** Series by areas by breakdowns by years: its address is all that it shows. */
export const ExplorerPage: FC<Shown<ExplorerPageProps>> = (props) => {
  const { explored, drawn, sources, say, language, here } = props
  const reader = { say, language, here }
  const { exploring, lines, areas, years, series } = explored
  const [only] = exploring.series
  const name =
    exploring.series.length === 1 && only !== undefined
      ? wordsIn(language, series.get(only)?.names ?? { en: only })
      : say('statistics.explore.several', { count: exploring.series.length })
  const groups = areas.filter(isGroup).length
  const economies = areas.length - groups
  const lede = say('statistics.explore.lede', {
    shape: groups === 0 ? 'economies' : economies === 0 ? 'groups' : 'both',
    economies,
    groups,
    from: String(years[0] ?? ''),
    to: String(years.at(-1) ?? ''),
  })
  return (
    <Frame
      title={name}
      description={lede}
      current="/series"
      crumbs={[{ words: say('statistics.list.title'), to: '/series' }, { words: <bdi>{name}</bdi> }]}
      fleeting={explored.misread.length > 0}
      {...reader}
    >
      <Mast heading={name}>
        <Lede>{lede}</Lede>
      </Mast>
      <MisreadNotes misread={explored.misread} known={explored} {...reader} />
      <ExplorerForm {...props} />
      <Chosen {...props} />
      <ExplorerViews explored={explored} maps={drawn !== null} {...reader} />
      <div class="stack">
        {lines.length === 0 ? <Empty>{say('statistics.series.noneYet')}</Empty> : <View {...props} />}
        <NamesNote areas={areas} say={say} />
        {sources.length === 0 ? null : (
          <SideSection heading={say('statistics.explore.sources')}>
            <ul class="list small">
              {sources.map(({ dataset, releases }) => (
                <li>
                  <Link to={`/sources#${dataset.code}`} language={language} here={here}>
                    <Wording words={dataset.names} language={language} />
                  </Link>
                  {' · '}
                  <bdi lang="en">{dataset.credit}</bdi>
                  {releases[0] === undefined ? null : (
                    <>
                      {' · '}
                      <Link to={`/releases/${releases[0].number}`} language={language} here={here}>
                        <Fig>{releases[0].knownOn}</Fig>
                      </Link>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </SideSection>
        )}
      </div>
      <Taking
        takes={[
          {
            heading: say('statistics.explore.take'),
            files: filesOf('/series/figures', `?${questionOfFile(exploring, explored.reach)}`),
          },
          ...chartsOf(props),
        ]}
        cite={{ title: name, to: exploringAddress(exploring) }}
        {...reader}
      />
    </Frame>
  )
}
