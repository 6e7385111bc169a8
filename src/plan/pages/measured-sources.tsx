import type { FC } from 'hono/jsx'
import type { Series, Source } from '#statistics/core'
import { dayWords, Fig, Kv, Link, Note, SideSection, signsOf, Wording } from '#ui'
import type { Measured } from '../core/measured.ts'
import { anchorOf } from '../reading.ts'
import { joined, type Part, seriesTo } from './measured-parts.tsx'

export const rounded = (decimal: string): string => Number(decimal).toFixed(6)

/** Codes of outside frameworks that the print and the custodian do not agree on: of the indicators of a target. */
const Contradictions: FC<Part> = ({ measured: { findings }, say, language, here }) => (
  <>
    {findings.map((finding) => (
      <Note tone="warn">
        <Wording words={finding.finding} language={language} />{' '}
        <Link to={`/findings#${anchorOf(finding)}`} language={language} here={here}>
          {say('plan.measured.toFinding')}
        </Link>
      </Note>
    ))}
  </>
)

const DefinitionRows = (series: Series, { measured, say, language, here }: Part) => {
  const measure = measured.choice.measure?.measure
  return [
    {
      name: say('plan.measured.kv.series'),
      value: (
        <>
          <Wording words={series.names} language={language} />
          {' · '}
          <Link to={seriesTo({ series: series.code, breakdown: '' })} language={language} here={here}>
            <Fig>{series.code}</Fig>
          </Link>
          {series.frame === null ? null : (
            <>
              {' · '}
              <Fig>{series.frame}</Fig>
            </>
          )}
        </>
      ),
    },
    ...(measure === undefined || measure.note === null
      ? []
      : [
          {
            name: say('plan.measured.kv.fit', { fit: measure.kind === 'series' ? measure.fit : 'near' }),
            value: <Wording words={measure.note} language={language} />,
          },
        ]),
    { name: say('plan.measured.kv.unit'), value: <Wording words={series.unitNames} language={language} /> },
    {
      name: say('plan.measured.kv.range'),
      value:
        series.lowest === null && series.highest === null
          ? say('plan.measured.noRange')
          : series.highest === null
            ? say.rich('plan.measured.rangeFrom', { low: <Fig>{series.lowest ?? ''}</Fig> })
            : say.rich('plan.measured.range', {
                low: <Fig>{series.lowest ?? '…'}</Fig>,
                high: <Fig>{series.highest ?? '…'}</Fig>,
              }),
    },
    {
      name: say('plan.measured.kv.aggregation'),
      value: <Wording words={series.aggregationNames ?? { en: series.aggregation }} language={language} />,
    },
    ...series.earlier.map((earlier) => ({
      name: say('plan.measured.kv.earlier'),
      value: (
        <>
          <Wording words={earlier.names} language={language} />
          {earlier.sinceYear === null ? null : (
            <>
              {' · '}
              <Fig>{`${earlier.sinceYear}–`}</Fig>
            </>
          )}
        </>
      ),
    })),
  ]
}

/** The source of what is shown first, then those of the other lines. */
const sourcesInOrder = ({ sources, figures }: Measured): readonly Source[] => {
  const isShown = ({ series }: Source) => figures !== null && series.includes(figures.series.code)
  return sources.toSorted((a, b) => Number(isShown(b)) - Number(isShown(a)))
}

const SourceRows = ({ measured, say, language, here }: Part) =>
  sourcesInOrder(measured).flatMap(({ dataset, releases }) => [
    {
      name: say('plan.measured.kv.publisher'),
      value: (
        <>
          <Wording words={dataset.publisher} language={language} />
          {signsOf(language).comma}
          <a href={dataset.address} rel="external">
            <Wording words={dataset.names} language={language} />
          </a>
        </>
      ),
    },
    {
      name: say('plan.measured.kv.licence'),
      value: (
        <a href={dataset.licence.address} rel="license">
          <bdi lang="en">{dataset.licence.name}</bdi>
        </a>
      ),
    },
    {
      name: say('plan.measured.kv.credit'),
      value: (
        <bdi lang="en" dir="ltr">
          {dataset.credit}
        </bdi>
      ),
    },
    {
      name: say('plan.measured.kv.releases'),
      value: joined(
        releases.map((release) => (
          <>
            <Link to={`/releases/${release.number}`} language={language} here={here}>
              {say('plan.measured.releaseOf', { day: dayWords(language, release.knownOn) })}
            </Link>{' '}
            <span class="u">
              <bdi>{release.vintage}</bdi>
            </span>
          </>
        )),
      ),
    },
    ...releases.flatMap(({ caveat, number, knownOn }) =>
      caveat === null
        ? []
        : [
            {
              name: (
                <Link to={`/releases/${number}`} language={language} here={here}>
                  {say('plan.measured.releaseOf', { day: dayWords(language, knownOn) })}
                </Link>
              ),
              value: <Wording words={caveat} language={language} />,
            },
          ],
    ),
    ...(dataset.caveat === null
      ? []
      : [{ name: say('plan.measured.kv.caveat'), value: <Wording words={dataset.caveat} language={language} /> }]),
  ])

/** What is not shown because it was not known yet on the day asked. */
const Later: FC<Part> = ({ measured: { later }, say, language, here }) => {
  const [first] = later
  if (first === undefined || here.asOf === null) return null
  return (
    <Note tone="warn">
      {say('plan.measured.later', { count: later.length, day: dayWords(language, first.knownOn) })}
    </Note>
  )
}

/** Whose the figures are, and how they are made. */
export const SourcesSection: FC<Part> = (props) => {
  const { measured, say, language, here } = props
  const { figures } = measured
  return (
    <SideSection heading={say('plan.measured.heading.sources')} id="sources">
      <Later {...props} />
      <Contradictions {...props} />
      {figures === null ? null : (
        <>
          <Kv rows={[...DefinitionRows(figures.series, props), ...SourceRows(props)]} />
          <p class="small noprint">
            <Link to={seriesTo(figures.selection)} language={language} here={here}>
              {say('plan.measured.toSeries')}
            </Link>
          </p>
        </>
      )}
    </SideSection>
  )
}
