import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { DataTable, Link, SideSection, type TableGroup, type TableRow, Wording } from '#ui'
import type { ReportedSeries } from '../reported.ts'
import type { EconomyProps } from './economy.tsx'
import { areaAddress, cellAddress } from './figure.tsx'

const isBehind = ({ latest, newest }: ReportedSeries): boolean =>
  latest !== null && newest !== null && latest.year < newest

/** What is reported and since when it is not: as new as anybody's, nothing since, and nothing at all. */
export const EconomyReported: FC<Shown<EconomyProps>> = ({ area, reported, say, language, here }) => {
  const silenceOf = ({ silence }: ReportedSeries): Child =>
    silence === null || silence.value.kind === 'known' ? (
      ''
    ) : (
      <Link to={cellAddress(silence)} language={language} here={here}>
        {say('statistics.reported.said', {
          year: String(silence.year),
          reason: say(`ui.missing.${silence.value.reason}`),
        })}
      </Link>
    )
  const rowOf = (one: ReportedSeries): TableRow => ({
    cells: [
      <Link
        to={areaAddress(one.series.code, area.code, one.selection?.breakdown ?? '')}
        language={language}
        here={here}
      >
        <Wording words={one.series.names} language={language} />
      </Link>,
      one.latest === null ? <span class="dim">{say('statistics.cell.noFigure')}</span> : String(one.latest.year),
      one.newest === null ? <span class="dim">…</span> : String(one.newest),
      one.first === null ? '' : String(one.first),
      one.years === 0 ? '' : String(one.years),
      <>
        {silenceOf(one)}
        {one.others === 0 ? null : <span class="u"> {say('statistics.reported.others', { count: one.others })}</span>}
      </>,
    ],
  })
  const current = reported.filter((one) => one.latest !== null && !isBehind(one))
  const behind = reported.filter(isBehind).toSorted((a, b) => (b.latest?.year ?? 0) - (a.latest?.year ?? 0))
  const never = reported.filter(({ latest }) => latest === null)
  const group = (key: string, all: readonly ReportedSeries[]): readonly TableGroup[] =>
    all.length === 0
      ? []
      : [{ heading: say(`statistics.reported.${key}`, { count: all.length }), rows: all.map(rowOf) }]
  return (
    <SideSection
      id="reported"
      wide
      heading={say('statistics.reported.heading')}
      about={say('statistics.reported.about')}
    >
      <DataTable
        label={say('statistics.reported.of', { area: wordsIn(language, area.names) })}
        columns={[
          { head: say('statistics.head.series') },
          { head: say('statistics.reported.last'), number: true, short: say('statistics.reported.last') },
          { head: say('statistics.reported.newest'), number: true, short: say('statistics.reported.newest') },
          { head: say('statistics.reported.first'), number: true, short: say('statistics.reported.first') },
          { head: say('statistics.reported.years'), number: true, short: say('statistics.reported.years') },
          { head: say('statistics.reported.notes'), short: say('statistics.reported.notes') },
        ]}
        groups={[...group('never', never), ...group('behind', behind), ...group('current', current)]}
        phone="cards"
        say={say}
      />
    </SideSection>
  )
}
