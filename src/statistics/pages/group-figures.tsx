import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { DataTable, Link, SideSection, type TableRow, Wording } from '#ui'
import type { AreaLine } from '../area-lines.ts'
import { Reasoned } from './aggregate-parts.tsx'
import { partWords } from './aggregate-words.tsx'
import { BesideHead, GroupCell, MovementCell, PartOf, SmallLine, UnitOf } from './area-parts.tsx'
import { areaAddress } from './figure.tsx'
import type { GroupProps } from './group.tsx'

/** Every figure of the group with its label and coverage; the figure leads to its members. */
export const GroupFiguresSection: FC<Shown<GroupProps>> = (props) => {
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
