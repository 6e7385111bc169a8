import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Area, Cell, Dataset, Dimension, Revised, Series } from '#statistics/core'
import { dayWords, Fig, Frame, filesOf, Lede, Link, Mast, Note, SideSection, Wording } from '#ui'
import { AreaLink } from './area-parts.tsx'
import { areaAddress, cellAddress } from './figure.tsx'
import { AreaFoot, breakdownWords, type Reader } from './names.tsx'
import { AsPublished, changesOf, isRevision, Revisions, sinceOf, Value } from './observation-tables.tsx'

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
          area: <AreaLink area={area.code} areas={areas} language={language} here={here} />,
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
      <AreaFoot
        area={area}
        remark={remark}
        takes={[
          {
            heading: say('statistics.cell.take'),
            files: filesOf('/observations/revisions', cellAddress(cell).replace('/observations', '')),
          },
        ]}
        title={say('statistics.chart.title', { series: title, area: heading })}
        part={words}
        to={cellAddress(cell)}
        {...reader}
      />
    </Frame>
  )
}
