import type { FC } from 'hono/jsx'
import { dayWords, Fig, Filter, Lede, Link, Select, signsOf, type View, Views, Wording } from '#ui'
import { isComputed } from '../core/glance-figures.ts'
import { latestWorldOf, type Measured, reasonsOf } from '../core/measured.ts'
import { isSeries, isWhole, nameOfLine, questionOf } from '../core/measured-choice.ts'
import { BenchmarkSentence, benchmarkOption } from './measured-benchmark.tsx'
import {
  CellFigure,
  type Part,
  type Reader,
  SeriesFigure,
  UnitAfter,
  viewTo,
  wordsText,
  yearsText,
} from './measured-parts.tsx'

/** Why nothing is shown: each reason in a sentence of its own. */
export const Reasons: FC<Reader & { readonly measured: Measured }> = ({ measured, say }) => (
  <>
    {reasonsOf(measured).map((reason, index) => (
      <>
        {index === 0 ? null : ' '}
        {say(`plan.measured.reason.${reason}`)}
      </>
    ))}
  </>
)

const publisherOf = (measured: Measured) =>
  measured.sources.find(({ series }) => series.includes(measured.figures?.series.code ?? ''))?.dataset.publisher ?? null

/** What is known, in one sentence: the world as its custodian publishes it, else the middle of the economies, else why not. */
const Known: FC<Part> = ({ measured, say, language, here }) => {
  const reader = { say, language, here }
  const { figures, choice, later } = measured
  const bold = (child: unknown) => <b>{child as string}</b>
  if (choice.measure === null) return <Reasons measured={measured} {...reader} />
  const name = nameOfLine(choice, figures?.series ?? null)
  const measure =
    name === null ? (
      ''
    ) : (
      <>
        <Wording words={name.words} language={language} />
        {name.part === null ? null : (
          <>
            {signsOf(language).open}
            <Wording words={name.part} language={language} />
            {signsOf(language).close}
          </>
        )}
      </>
    )
  if (figures === null) {
    const [first] = later
    return (
      <>
        {first === undefined
          ? say.rich('plan.measured.nothingLoaded', { measure })
          : say.rich('plan.measured.notYetKnown', { measure, day: dayWords(language, first.knownOn) })}
      </>
    )
  }
  const { series } = figures
  const world = latestWorldOf(figures)
  const publisher = publisherOf(measured)
  if (world !== null)
    return (
      <>
        {say.rich(isComputed(world) ? 'plan.measured.worldComputed' : 'plan.measured.world', {
          measure,
          value: (
            <>
              {bold(<CellFigure observation={world} series={series} {...reader} />)}
              <UnitAfter measured={measured} language={language} />
            </>
          ),
          year: <Fig>{String(world.year)}</Fig>,
          publisher: publisher === null ? '' : <Wording words={publisher} language={language} />,
        })}
      </>
    )
  const { median, years, count, outside } = figures.distribution
  if (median === null || years === null) return <>{say.rich('plan.measured.noObserved', { measure })}</>
  return (
    <>
      {say.rich('plan.measured.half', {
        measure,
        count: count - outside.length,
        value: (
          <>
            {bold(<SeriesFigure figure={median} series={series} selection={figures.selection} {...reader} />)}
            <UnitAfter measured={measured} language={language} />
          </>
        ),
        years: <Fig>{yearsText(years)}</Fig>,
      })}
    </>
  )
}

/** The measures of a target or an indicator, each with its address; one alone is no choice. */
const MeasureViews: FC<Part> = ({ measured, say, language, here }) => {
  const { choice } = measured
  const views: readonly View[] = choice.measures.flatMap(({ slug, measure }) =>
    isSeries(measure)
      ? [
          {
            words: <Wording words={measure.words} language={language} />,
            to: viewTo(measured, { measure: slug, breakdown: undefined }),
            current: slug === choice.measure?.slug,
          },
        ]
      : [],
  )
  if (views.length < 2) return null
  return <Views label={say('plan.measured.choose.measure')} views={views} language={language} here={here} />
}

/** What the figures are held against, and which line of the measure is shown: a form whose address is the view. */
const Choices: FC<Part> = ({ measured, say, language, here }) => {
  const { choice, path } = measured
  const manyLines = choice.selections.length > 1
  const manyBenchmarks = choice.benchmarks.length > 1
  if (choice.measure === null || (!manyLines && !manyBenchmarks)) return null
  const kept = questionOf(choice)
  const keep = Object.fromEntries(
    (['measure', 'sort'] as const).flatMap((name) => (kept[name] === undefined ? [] : [[name, kept[name]]])),
  )
  return (
    <Filter to={path} button={say('plan.measured.choose.show')} keep={keep} language={language} here={here}>
      {manyBenchmarks ? (
        <Select
          label={say('plan.measured.choose.benchmark')}
          name="benchmark"
          value={choice.benchmark?.slug ?? ''}
          options={choice.benchmarks.map(({ slug, benchmark }) => ({
            value: slug,
            words: benchmarkOption(say, language, benchmark),
          }))}
        />
      ) : null}
      {manyLines ? (
        <Select
          label={say('plan.measured.choose.line')}
          name="breakdown"
          value={choice.selection?.slug ?? ''}
          options={choice.selections.map(({ slug, by, words }) => ({
            value: slug,
            words:
              by === null
                ? isWhole(choice.selections)
                  ? say('plan.measured.choose.whole')
                  : wordsText(language, words)
                : say('plan.measured.choose.by', {
                    by: say('plan.measured.by', { by }),
                    words: wordsText(language, words),
                  }),
          }))}
        />
      ) : null}
    </Filter>
  )
}

/** For the masthead: what is known, in sentences, and what can be chosen. */
export const MeasuredLede: FC<Part> = (props) => {
  const { measured, say, language, here } = props
  const { strange, measures } = measured.choice
  return (
    <>
      <Lede big>
        <Known {...props} /> <BenchmarkSentence measured={measured} say={say} language={language} />
      </Lede>
      {strange.map(({ parameter, value }) => (
        <p class="note warn">
          {say('plan.measured.strange', { parameter, value })}{' '}
          <Link to={measured.path} language={language} here={here}>
            {say('plan.measured.usual')}
          </Link>
        </p>
      ))}
      {measures.length === 0 ? null : <MeasureViews {...props} />}
      <Choices {...props} />
    </>
  )
}
