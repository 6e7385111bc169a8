import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Observation } from '#statistics/core'
import { type Column, DataTable, Fig, figure, Link, signsOf, Wording } from '#ui'
import { revisionCount, standingSince } from '../core/revising.ts'
import { FigureCell, Marks } from './figure.tsx'
import { AsWritten, CodeName, type Reader } from './names.tsx'
import type { AreaProps } from './series-area.tsx'

/** What all of these say alike, or undefined where they differ. */
const alike = (observations: readonly Observation[], of: (one: Observation) => string): string | undefined => {
  const said = new Set(observations.map(of))
  return said.size === 1 ? [...said][0] : undefined
}

const NatureName: FC<Pick<AreaProps, 'dimensions'> & Reader & { readonly nature: string }> = (props) =>
  props.nature === '' ? (
    <span class="dim">{props.say('statistics.nature.none')}</span>
  ) : (
    <CodeName list="NATURE" code={props.nature} dimensions={props.dimensions} language={props.language} />
  )

const natureOf = ({ value, nature }: Observation): string => (value.kind === 'missing' ? value.reason : (nature ?? ''))

/** All years from the first to the last. What is the same in all of them is said once, in the caption. */
export const AreaYears: FC<Shown<AreaProps>> = ({
  series,
  observations,
  history,
  dimensions,
  area,
  source,
  say,
  language,
  here,
}) => {
  const reader = { say, language, here }
  const byYear = new Map(observations.map((one) => [one.year, one]))
  const said = Map.groupBy(history, ({ year }) => year)
  const all = observations.map(({ year }) => year)
  const [from, to] = [Math.min(...all), Math.max(...all)]
  const years = Array.from({ length: to - from + 1 }, (_, at) => to - at)
  const knownOn = new Map(source?.releases.map((one) => [one.number, one.knownOn]))
  /** The release since which a value stands as it does. */
  const since = (one: Observation) => standingSince(said.get(one.year) ?? [])?.release ?? one.release
  const nature = alike(observations, natureOf)
  const oneSource = alike(observations, (one) => one.source)
  const note = alike(observations, (one) => one.note)
  const parts: readonly (readonly [column: Column, cell: (one: Observation | undefined) => Child])[] = [
    [
      {
        head: say('statistics.head.value'),
        unit: <Wording words={series.unitNames} language={language} />,
        number: true,
      },
      (one) => <FigureCell observation={one} decimals={series.decimals} {...reader} />,
    ],
    ...(nature === undefined
      ? [
          [
            { head: say('statistics.head.nature') },
            (one: Observation | undefined) =>
              one === undefined ? (
                <span class="dim">{say('statistics.cell.notObserved')}</span>
              ) : one.value.kind === 'missing' ? (
                say(`ui.missing.${one.value.reason}`)
              ) : (
                <NatureName nature={one.nature ?? ''} dimensions={dimensions} {...reader} />
              ),
          ] as const,
        ]
      : []),
    [
      { head: say('statistics.head.knownOn') },
      (one) =>
        one === undefined ? (
          ''
        ) : (
          <Link to={`/releases/${since(one)}`} language={language} here={here}>
            <Fig>{knownOn.get(since(one)) ?? since(one)}</Fig>
          </Link>
        ),
    ],
    [
      { head: say('statistics.head.revisions'), number: true },
      (one) => (one === undefined ? '' : figure(language, String(revisionCount(said.get(one.year) ?? [])))),
    ],
    ...(note === undefined
      ? [
          [
            { head: say('statistics.head.note') },
            (one: Observation | undefined) =>
              one === undefined || one.note === '' ? '' : <AsWritten words={one.note} />,
          ] as const,
        ]
      : []),
    ...(oneSource === undefined
      ? [
          [
            { head: say('statistics.head.source') },
            (one: Observation | undefined) => (one === undefined ? '' : <AsWritten words={one.source} />),
          ] as const,
        ]
      : []),
  ]
  return (
    <DataTable
      label={say('statistics.area.years', { area: wordsIn(language, area.names) })}
      caption={
        <>
          <Marks observations={observations} dimensions={dimensions} natureless say={say} language={language} />
          {nature === undefined ||
          observations.some(({ value }) => value.kind === 'missing') ||
          nature !== '' ? null : (
            <>
              {' '}
              {say('statistics.head.nature')}
              {signsOf(language).colon}
              <NatureName nature={nature} dimensions={dimensions} {...reader} />
              {signsOf(language).stop}
            </>
          )}
          {note === undefined || note === '' ? null : (
            <>
              {' '}
              {say('statistics.head.note')}
              {signsOf(language).colon}
              <AsWritten words={note} />
              {signsOf(language).stop}
            </>
          )}
          {oneSource === undefined ? null : (
            <>
              {' '}
              {say('statistics.head.source')}
              {signsOf(language).colon}
              <AsWritten words={oneSource} />
              {signsOf(language).stop}
            </>
          )}
        </>
      }
      columns={[{ head: say('statistics.head.year') }, ...parts.map(([column]) => column)]}
      groups={[
        {
          rows: years.map((year) => ({
            id: `y${year}`,
            cells: [String(year), ...parts.map(([, cell]) => cell(byYear.get(year)))],
          })),
        },
      ]}
      say={say}
    />
  )
}
