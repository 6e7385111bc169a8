import type { FC } from 'hono/jsx'
import { type Day, type Words, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Area, Dimension, Explanation, Series } from '#statistics/core'
import { Empty, Fig, Frame, filesOf, Lede, Link, Mast, Note, SideSection, signsOf, Taking, Wording } from '#ui'
import type { Composed, GroupFigure, GroupFigures } from '../aggregates.ts'
import { explainAddress, headlineWords, methodWords } from './aggregate-words.tsx'
import { FigureFacts } from './explain-facts.tsx'
import { Members } from './explain-members.tsx'
import { areaAddress } from './figure.tsx'
import { AreaName, areaPage, breakdownWords, NamesNote } from './names.tsx'

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
        <FigureFacts {...props} />
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
        <p class="small noprint">
          <Link to={areaPage(line.group)} language={language} here={here}>
            {say('statistics.area.everything', { area: name })}
          </Link>
        </p>
        <NamesNote areas={explanation?.members.map(({ code }) => code) ?? []} say={say} />
      </div>
      <Taking
        takes={
          explanation === null
            ? []
            : [{ heading: say('ui.cite.figures'), files: filesOf('/explain/members', to.replace('/explain', '')) }]
        }
        cite={{ title, to }}
        {...reader}
      />
    </Frame>
  )
}
