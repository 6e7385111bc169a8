import type { FC } from 'hono/jsx'
import { plainDecimal } from '#kernel'
import type { Shown } from '#platform'
import type { Cell } from '#statistics/core'
import { DataTable, Fig, figure, Link, Wording } from '#ui'
import { cellAddress, publishedWords } from './figure.tsx'
import { AreaName, breakdownWords, type Reader } from './names.tsx'
import type { ReleaseProps } from './release.tsx'

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

export const kinds = ['first', 'same', 'precision', 'revised', 'filled', 'withdrawn', 'reasoned', 'leftOut'] as const

export const ChangeTable: FC<Shown<ReleaseProps>> = ({ brought, changes, series, say, language, here }) => {
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

export const RevisedTable: FC<Shown<ReleaseProps>> = (props) => {
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

export const FlaggedTable: FC<Shown<ReleaseProps>> = (props) => {
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
