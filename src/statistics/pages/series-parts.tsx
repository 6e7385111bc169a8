import type { FC } from 'hono/jsx'
import { type Language, plainDecimal } from '#kernel'
import type { Shown } from '#platform'
import { codesOf, type Definition, type Dimension, type Release, type Source } from '#statistics/core'
import { DataTable, dayWords, Fig, figure, Kv, Link, Note, SideSection, Wording } from '#ui'
import type { Breakdown } from '../store/observations.ts'
import { AsWritten, breakdownWords, CodeName, type Reader } from './names.tsx'
import type { SeriesProps } from './series.tsx'

const rangeWords = ({ lowest, highest }: Definition, { say, language }: Reader): string => {
  const plain = (text: string) => figure(language, plainDecimal(text))
  if (lowest !== null && highest !== null)
    return say('statistics.range.both', { low: plain(lowest), high: plain(highest) })
  if (lowest !== null) return say('statistics.range.low', { low: plain(lowest) })
  return highest === null ? say('statistics.range.none') : say('statistics.range.high', { high: plain(highest) })
}

const betterWords = ({ better }: Definition, { say }: Reader): string => say(`statistics.better.${better ?? 'none'}`)

/** A dimension with its codes and how many cells each has. */
const Codes: FC<{
  readonly dimension: Dimension
  readonly breakdowns: readonly Breakdown[]
  readonly language: Language
}> = ({ dimension, breakdowns, language }) => {
  const counts = new Map<string, number>()
  for (const { breakdown, observations } of breakdowns) {
    const code = codesOf(breakdown)?.[dimension.code]
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + observations)
  }
  return (
    <>
      {dimension.codes
        .filter(({ code }) => counts.has(code))
        .map(({ code }, index) => (
          <>
            {index === 0 ? '' : ' · '}
            <CodeName list={dimension.code} code={code} dimensions={[dimension]} language={language} />{' '}
            <span class="dim">
              <Fig>{figure(language, String(counts.get(code)))}</Fig>
            </span>
          </>
        ))}
    </>
  )
}

/** What the series measures, dated: earlier meanings below the one in force. */
export const DefinitionSection: FC<Shown<SeriesProps>> = ({ series, dimensions, breakdowns, say, language, here }) => {
  const reader = { say, language, here }
  const used = new Set(breakdowns.flatMap(({ breakdown }) => Object.keys(codesOf(breakdown) ?? {})))
  const factsOf = (definition: Definition) => [
    {
      name: say('statistics.definition.since'),
      value:
        definition.knownOn === null ? say('statistics.definition.undated') : dayWords(language, definition.knownOn),
    },
    ...(definition.sinceYear === null
      ? []
      : [{ name: say('statistics.definition.years'), value: <Fig>{`${definition.sinceYear}–`}</Fig> }]),
    { name: say('statistics.head.frame'), value: definition.frame === null ? '–' : <Fig>{definition.frame}</Fig> },
    { name: say('statistics.definition.range'), value: rangeWords(definition, reader) },
    { name: say('statistics.definition.better'), value: betterWords(definition, reader) },
    {
      name: say('statistics.definition.aggregation'),
      value: <Wording words={definition.aggregationNames ?? { en: definition.aggregation }} language={language} />,
    },
  ]
  return (
    <SideSection heading={say('statistics.definition.heading')} about={say('statistics.definition.about')}>
      <Kv
        rows={[
          { name: say('statistics.definition.name'), value: <Wording words={series.names} language={language} /> },
          {
            name: say('statistics.head.unit'),
            value: (
              <>
                <Wording words={series.unitNames} language={language} /> <Fig>{series.unit}</Fig>
              </>
            ),
          },
          ...factsOf(series),
          ...dimensions
            .filter(({ code }) => used.has(code))
            .map((dimension) => ({
              name: <Wording words={dimension.names} language={language} />,
              value: <Codes dimension={dimension} breakdowns={breakdowns} language={language} />,
            })),
        ]}
      />
      {series.earlier.length === 0 ? null : (
        <details>
          <summary>{say('statistics.definition.earlier', { count: series.earlier.length })}</summary>
          {series.earlier.map((definition) => (
            <Kv
              rows={[
                {
                  name: say('statistics.definition.name'),
                  value: <Wording words={definition.names} language={language} />,
                },
                { name: say('statistics.head.unit'), value: <Fig>{definition.unit}</Fig> },
                ...factsOf(definition),
              ]}
            />
          ))}
        </details>
      )}
    </SideSection>
  )
}

/** The breakdowns there are, and how much of each. */
export const BreakdownTable: FC<Shown<SeriesProps>> = ({
  series,
  breakdowns,
  chosen,
  dimensions,
  say,
  language,
  here,
}) => (
  <DataTable
    label={say('statistics.breakdowns.heading')}
    columns={[
      { head: say('statistics.filter.breakdown') },
      { head: say('statistics.head.economies'), number: true, short: say('statistics.head.economies') },
      { head: say('statistics.head.groups'), number: true, short: say('statistics.head.groups') },
      { head: say('statistics.head.figures'), number: true, short: say('statistics.head.figures') },
      { head: say('statistics.head.years'), number: true, short: say('statistics.head.years') },
    ]}
    groups={[
      {
        rows: breakdowns.map((one) => {
          const words = breakdownWords(say, language, dimensions, one.breakdown)
          return {
            cells: [
              one === chosen ? (
                <b>{words}</b>
              ) : (
                <Link
                  to={`/series/${series.code}?${new URLSearchParams({ breakdown: one.breakdown })}`}
                  language={language}
                  here={here}
                >
                  {words}
                </Link>
              ),
              String(one.economies),
              String(one.groups),
              figure(language, String(one.observations)),
              `${one.firstYear}–${one.lastYear}`,
            ],
          }
        }),
      },
    ]}
    phone="cards"
    say={say}
  />
)

type ReleasesProps = Reader & { readonly releases: readonly Release[]; readonly label: string }

/** Releases, newest first: which file, since when it is known, who brought it here and why. */
export const ReleaseTable: FC<ReleasesProps> = ({ releases, label, say, language, here }) => (
  <DataTable
    label={label}
    columns={[
      { head: say('statistics.head.release') },
      { head: say('statistics.head.knownOn'), short: say('statistics.head.knownOn') },
      { head: say('statistics.head.file'), short: say('statistics.head.file') },
      { head: say('statistics.head.figures'), number: true, short: say('statistics.head.figures') },
      { head: say('statistics.head.missing'), number: true, short: say('statistics.head.missing') },
      { head: say('statistics.head.flagged'), number: true, short: say('statistics.head.flagged') },
      { head: say('statistics.head.years'), number: true, short: say('statistics.head.years') },
      { head: say('statistics.head.loaded'), short: say('statistics.head.loaded') },
    ]}
    groups={[
      {
        rows: releases.map((one) => ({
          cells: [
            <Link to={`/releases/${one.number}`} class="nw" language={language} here={here}>
              {say('statistics.release.number', { number: String(one.number) })}
            </Link>,
            <Fig>{one.knownOn}</Fig>,
            <>
              <bdi>{one.file}</bdi>
              <br />
              <span class="u">
                <bdi class="addr">{one.digest.slice(0, 12)}</bdi>
              </span>
            </>,
            figure(language, String(one.observations)),
            figure(language, String(one.missing)),
            figure(language, String(one.flagged)),
            `${one.firstYear}–${one.lastYear}`,
            <>
              <Fig>{one.loadedAt.slice(0, 10)}</Fig>
              <br />
              <span class="u">
                <bdi>{one.author}</bdi>
                {one.reason === '' ? null : ' · '}
                <Reason reason={one.reason} {...{ say, language, here }} />
              </span>
            </>,
          ],
        })),
      },
    ]}
    phone="cards"
    say={say}
  />
)

/** Why it was loaded, as whoever did it wrote it; what came with the content folder is said in the reader's language. */
export const Reason: FC<Reader & { readonly reason: string }> = ({ reason, say }) =>
  reason === 'content' ? <span>{say('statistics.release.fromContent')}</span> : <bdi>{reason}</bdi>

/** Whose the figures are, under which licence, and through which releases they came. */
export const SourceSection: FC<Reader & { readonly source: Source }> = ({
  source: { dataset, releases },
  say,
  language,
  here,
}) => (
  <SideSection heading={say('statistics.source.heading')} about={<Wording words={dataset.names} language={language} />}>
    <Kv
      rows={[
        {
          name: say('statistics.source.publisher'),
          value: (
            <a href={dataset.address}>
              <Wording words={dataset.publisher} language={language} />
            </a>
          ),
        },
        {
          name: say('statistics.source.licence'),
          value: (
            <a href={dataset.licence.address} rel="license">
              <bdi lang="en">{dataset.licence.name}</bdi>
            </a>
          ),
        },
        ...[...new Set(releases.map(({ credit }) => credit))]
          .slice(0, 6)
          .map((credit) => ({ name: say('statistics.source.credit'), value: <AsWritten words={credit} /> })),
      ]}
    />
    {dataset.caveat === null ? null : (
      <Note>
        <Wording words={dataset.caveat} language={language} />
      </Note>
    )}
    {releases
      .flatMap(({ caveat }) => (caveat === null ? [] : [caveat]))
      .map((caveat) => (
        <Note>
          <Wording words={caveat} language={language} />
        </Note>
      ))}
    {releases.length === 0 ? null : (
      <ReleaseTable releases={releases} label={say('statistics.release.all')} {...{ say, language, here }} />
    )}
  </SideSection>
)
