import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { DataTable, Link, SideSection, type TableRow, Wording } from '#ui'
import type { AreaLine } from '../area-lines.ts'
import { BesideHead, GroupCell, MovementCell, PartOf, PlaceWords, SmallLine, UnitOf } from './area-parts.tsx'
import type { EconomyProps } from './economy.tsx'
import { areaAddress, FigureCell } from './figure.tsx'

/** Every series with a figure: latest value, how it moved, the groups beside it in the same year, and its place. */
export const EconomyFigures: FC<Shown<EconomyProps>> = (props) => {
  const { area, areas, lines, dimensions, say, language, here } = props
  const reader = { say, language, here }
  const shown = lines.lines.filter(({ year }) => year !== null)
  if (shown.length === 0) return null
  const nameOf = (code: string) => wordsIn(language, areas.get(code)?.names ?? { en: code })
  const [region] = lines.beside
  const regionName = region === undefined ? '' : nameOf(region.group)
  const rowOf = (line: AreaLine): TableRow => ({
    cells: [
      <>
        <Link to={areaAddress(line.series.code, area.code, line.selection.breakdown)} language={language} here={here}>
          <Wording words={line.series.names} language={language} />
        </Link>{' '}
        <UnitOf series={line.series} language={language} />
        <PartOf line={line} dimensions={dimensions} say={say} language={language} />
      </>,
      <b>
        <FigureCell
          observation={line.known.kind === 'economy' ? (line.known.latest ?? undefined) : undefined}
          decimals={line.series.decimals}
          {...reader}
        />
      </b>,
      <span class="dim">{line.year}</span>,
      <MovementCell line={line} {...reader} />,
      <SmallLine line={line} years={lines.years} {...reader} />,
      ...lines.beside.map(({ group }, nth) => (
        <GroupCell
          line={{ selection: line.selection, group }}
          figure={line.beside[nth] ?? null}
          year={line.year}
          series={line.series}
          {...reader}
        />
      )),
      <PlaceWords line={line} region={regionName} {...reader} />,
    ],
  })
  return (
    <SideSection
      id="figures"
      wide
      heading={say('statistics.economy.figures', { count: shown.length })}
      about={say('statistics.economy.figuresAbout', { from: String(lines.years[0]), to: String(lines.years[1]) })}
    >
      <details open={props.parts.length === 0}>
        <summary>{say('statistics.economy.figuresOpen')}</summary>
        <DataTable
          label={say('statistics.economy.figuresOf', { area: wordsIn(language, area.names) })}
          caption={say('statistics.economy.figuresCaption')}
          columns={[
            { head: say('statistics.head.series') },
            { head: say('statistics.head.latest'), number: true },
            { head: say('statistics.head.year'), number: true },
            { head: say('statistics.economy.movement'), number: true },
            { head: <span>{`${lines.years[0]}–${lines.years[1]}`}</span> },
            ...lines.beside.map((beside) => ({
              head: <BesideHead beside={beside} areas={areas} {...reader} />,
              number: true,
            })),
            { head: say('statistics.economy.placeIn', { group: regionName }), number: true },
          ]}
          groups={[{ rows: shown.map(rowOf) }]}
          wide
          say={say}
        />
      </details>
    </SideSection>
  )
}
