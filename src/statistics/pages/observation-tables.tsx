import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import type { Observation, Revised } from '#statistics/core'
import { DataTable, dayWords, Fig, figure, Kv, Link, Wording } from '#ui'
import { type Change, changeOf, standingSince } from '../core/revising.ts'
import { publishedWords, signOf } from './figure.tsx'
import { AsWritten, breakdownWords, CodeName, type Reader } from './names.tsx'
import type { CellProps } from './observation.tsx'

export const isRevision = ({ kind }: Change): boolean => !['first', 'same', 'precision'].includes(kind)

const changeWords = (change: Change, { say, language }: Reader): string =>
  change.kind === 'revised'
    ? say('statistics.change.revised', {
        by: `${change.by.startsWith('-') ? '' : '+'}${figure(language, change.by)}`,
      })
    : say(`statistics.change.${change.kind}`)

/** A value as published, to the last digit; where there is none, its sign and the reason. */
export const Value: FC<Reader & { readonly observation: Observation }> = ({
  observation: { value, unit },
  say,
  language,
}) =>
  value.kind === 'known' ? (
    <Fig>{`${publishedWords(language, value.value)}${signOf(language, unit)}`}</Fig>
  ) : (
    <>
      {value.reason === 'not-applicable' ? '–' : '…'} {say(`ui.missing.${value.reason}`)}
    </>
  )

export const changesOf = (revisions: readonly Revised[]): readonly Change[] =>
  revisions.map(({ observation }, index) => changeOf(revisions[index + 1]?.observation ?? null, observation))

/** Since when the newest of these, given from the newest to the oldest, stands as it does. */
export const sinceOf = (revisions: readonly Revised[]) =>
  standingSince(
    revisions.toReversed().map(({ observation, release }) => ({ ...observation, knownOn: release.knownOn })),
  )?.knownOn

export const Revisions: FC<Shown<CellProps>> = ({ revisions, inForce, dimensions, say, language, here }) => {
  const reader = { say, language, here }
  const changes = changesOf(revisions)
  return (
    <DataTable
      label={say('statistics.cell.revisions')}
      columns={[
        { head: say('statistics.head.knownOn') },
        { head: say('statistics.head.value'), number: true, short: say('statistics.head.value') },
        { head: say('statistics.head.happened'), short: say('statistics.head.happened') },
        { head: say('statistics.head.nature'), short: say('statistics.head.nature') },
        { head: say('statistics.head.source'), short: say('statistics.head.source') },
        { head: say('statistics.head.release'), short: say('statistics.head.release') },
      ]}
      groups={[
        {
          rows: revisions.map(({ observation, release }, index) => {
            const change = changes[index]
            const value = <Value observation={observation} {...reader} />
            return {
              cells: [
                <Fig>{release.knownOn}</Fig>,
                index === inForce ? <b>{value}</b> : value,
                <>
                  {change === undefined ? '' : changeWords(change, reader)}
                  <br />
                  <span class="u">
                    {index === inForce
                      ? say('statistics.cell.inForce')
                      : index < inForce || inForce === -1
                        ? say('statistics.cell.later', { day: dayWords(language, here.asOf ?? here.today) })
                        : say('statistics.cell.superseded')}
                  </span>
                </>,
                observation.nature === null ? (
                  <span class="dim">{say('statistics.nature.none')}</span>
                ) : (
                  <CodeName list="NATURE" code={observation.nature} dimensions={dimensions} language={language} />
                ),
                <AsWritten words={observation.source} />,
                <Link to={`/releases/${release.number}`} language={language} here={here}>
                  {say('statistics.release.number', { number: String(release.number) })}
                </Link>,
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

/** What the row says, to the letter. */
export const AsPublished: FC<Shown<CellProps> & { readonly shown: Revised }> = ({
  series,
  dataset,
  cell,
  dimensions,
  severalBreakdowns,
  shown: { observation, release },
  say,
  language,
  here,
}) => (
  <Kv
    rows={[
      { name: say('statistics.cell.inFile'), value: <bdi class="addr">{observation.published}</bdi> },
      {
        name: say('statistics.head.unit'),
        value: (
          <>
            <Wording words={series.unitNames} language={language} /> <Fig>{observation.unit}</Fig>
          </>
        ),
      },
      ...(cell.breakdown === '' && !severalBreakdowns
        ? []
        : [
            {
              name: say('statistics.filter.breakdown'),
              value: (
                <>
                  {breakdownWords(say, language, dimensions, cell.breakdown)} <bdi class="addr">{cell.breakdown}</bdi>
                </>
              ),
            },
          ]),
      {
        name: say('statistics.head.nature'),
        value:
          observation.nature === null ? (
            say('statistics.nature.none')
          ) : (
            <>
              <CodeName list="NATURE" code={observation.nature} dimensions={dimensions} language={language} />{' '}
              <Fig>{observation.nature}</Fig>
            </>
          ),
      },
      {
        name: say('statistics.head.status'),
        value: observation.status === null ? say('statistics.nature.none') : <Fig>{observation.status}</Fig>,
      },
      ...(observation.flag === null
        ? []
        : [{ name: say('statistics.head.flag'), value: say('statistics.cell.flagged') }]),
      ...(observation.note === ''
        ? []
        : [{ name: say('statistics.head.note'), value: <AsWritten words={observation.note} /> }]),
      { name: say('statistics.head.source'), value: <AsWritten words={observation.source} /> },
      { name: say('statistics.source.credit'), value: <AsWritten words={release.credit} /> },
      ...(dataset === null
        ? []
        : [
            {
              name: say('statistics.head.dataset'),
              value: (
                <>
                  <Link to={`/sources#${dataset.code}`} language={language} here={here}>
                    <Wording words={dataset.names} language={language} />
                  </Link>
                  {' · '}
                  <a href={dataset.licence.address} rel="license">
                    <bdi lang="en">{dataset.licence.name}</bdi>
                  </a>
                </>
              ),
            },
          ]),
      {
        name: say('statistics.head.release'),
        value: (
          <>
            <Link to={`/releases/${release.number}`} language={language} here={here}>
              {say('statistics.release.number', { number: String(release.number) })}
            </Link>{' '}
            <bdi class="addr">{release.file}</bdi>
          </>
        ),
      },
    ]}
  />
)
