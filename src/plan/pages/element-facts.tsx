import type { Child, FC } from 'hono/jsx'
import { Day } from '#kernel'
import { DataTable, dayWords, figure, Kv, Link, SideSection, signsOf, Wording } from '#ui'
import type { Benchmark } from '../core/benchmark.ts'
import type { Element, Period } from '../core/element.ts'
import { benchmarksOf, measuresOf } from '../core/indexed.ts'
import type { Measure } from '../core/measure.ts'
import { MoneyRows } from './money-rows.tsx'
import { Quoted, type Reader, sourceLanguage } from './naming.tsx'

type Of = Reader & { readonly of: Element }

/** What a count is taken over, in words (I5). */
export const periodWords = (period: Period, { say }: Pick<Reader, 'say'>): string => {
  const years = /^rolling-(\d+)-years$/.exec(period)?.[1]
  return years === undefined ? say(`plan.period.${period}`) : say('plan.period.rolling', { years: Number(years) })
}

/** A day, or as much of it as is known: 2022-10-14, 2026-07, 2026. */
const datedWords = (dated: string, { language }: Pick<Reader, 'language'>): string => {
  const day = Day.parse(dated)
  if (day !== null) return dayWords(language, day)
  if (/^\d{4}$/.test(dated)) return dated
  return new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-ca-gregory-nu-latn' : language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${dated}-01T00:00:00Z`))
}

const asked = (benchmark: Benchmark, { say, language }: Reader): Child =>
  benchmark.asks === null ? (
    say('plan.benchmark.noNumber')
  ) : (
    <span>
      {say(`plan.comparator.${benchmark.asks.comparator}`)}{' '}
      <bdi class="f">{figure(language, String(benchmark.asks.value))}</bdi>{' '}
      {benchmark.unit === null ? null : <Wording words={benchmark.unit} language={language} />}
    </span>
  )

/** What it asks as printed, and everything that it can be held against: none is the text's own. */
export const QuantityFacts: FC<Of> = ({ of, ...reader }) => {
  const { ix, say, language } = reader
  const { quantity } = of
  if (quantity === null) return null
  const benchmarks = benchmarksOf(ix, of)
  return (
    <SideSection id="quantity" heading={say('plan.quantity.heading')} about={say('plan.quantity.about')}>
      <Kv
        rows={[
          { name: say('plan.quantity.asPrinted'), value: <Wording words={quantity.asPrinted} language={language} /> },
          { name: say('plan.quantity.asks'), value: say(`plan.comparator.${quantity.comparator}`) },
          {
            name: say('plan.quantity.value'),
            value:
              quantity.value === null ? (
                say('plan.quantity.noNumber')
              ) : (
                <bdi class="f">{figure(language, String(quantity.value))}</bdi>
              ),
          },
          ...(quantity.unit === null
            ? []
            : [{ name: say('plan.quantity.unit'), value: <Wording words={quantity.unit} language={language} /> }]),
          {
            name: say('plan.quantity.deadline'),
            value: (
              <>
                <bdi class="f">{quantity.deadlineYear}</bdi>{' '}
                <span class="dim">
                  <Quoted
                    quotation={{ text: quantity.deadlineAsPrinted, line: quantity.deadlineLine, cut: false }}
                    language={sourceLanguage(ix, of)}
                  />
                  {signsOf(language).comma}
                  {say('plan.line', { line: String(quantity.deadlineLine) })}
                </span>
              </>
            ),
          },
          {
            name: say('plan.quantity.baseline'),
            value:
              quantity.baseline === null
                ? say('plan.quantity.noBaseline')
                : say('plan.quantity.baselineIs', {
                    value: figure(language, String(quantity.baseline.value)),
                    year: String(quantity.baseline.year),
                  }),
          },
          ...(quantity.population === null
            ? []
            : [
                {
                  name: say('plan.quantity.population'),
                  value: <Wording words={quantity.population} language={language} />,
                },
              ]),
          ...(quantity.implied === null
            ? []
            : [
                { name: say('plan.quantity.implied'), value: <Wording words={quantity.implied} language={language} /> },
              ]),
        ]}
      />
      {benchmarks.length === 0 ? null : (
        <DataTable
          label={say('plan.benchmark.caption')}
          caption={say('plan.benchmark.caption')}
          phone="cards"
          columns={[
            { head: say('plan.benchmark.kind') },
            { head: say('plan.benchmark.asks'), short: say('plan.benchmark.asks') },
            { head: say('plan.benchmark.by'), short: say('plan.benchmark.by') },
            { head: say('plan.benchmark.source'), short: say('plan.benchmark.source') },
          ]}
          groups={[
            {
              rows: benchmarks.map((benchmark) => ({
                id: benchmark.id,
                cells: [
                  <>
                    {say(`plan.benchmark.${benchmark.kind}`)}
                    {benchmark.first ? <span class="dim"> · {say('plan.benchmark.first')}</span> : null}
                  </>,
                  asked(benchmark, reader),
                  <bdi class="f">{benchmark.by}</bdi>,
                  <span class="long">
                    <Wording words={benchmark.source} language={language} />
                    {benchmark.dated === null ? (
                      <span class="dim"> · {say('plan.benchmark.undated')}</span>
                    ) : (
                      <span class="dim"> · {datedWords(benchmark.dated, reader)}</span>
                    )}
                    {benchmark.note === null ? null : (
                      <>
                        <br />
                        <span class="dim">
                          <Wording words={benchmark.note} language={language} />
                        </span>
                      </>
                    )}
                  </span>,
                ],
              })),
            },
          ]}
          say={say}
        />
      )}
    </SideSection>
  )
}

const seriesPath = (selection: { readonly series: string; readonly breakdown: string }): string =>
  `/series/${encodeURIComponent(selection.series)}${selection.breakdown === '' ? '' : `?breakdown=${encodeURIComponent(selection.breakdown)}`}`

/** Where the figures of a measure are, or why there are none. */
const MeasureSeries: FC<Reader & { readonly measure: Measure }> = ({ measure, ...reader }) => {
  const { say, language, here } = reader
  if (measure.kind === 'none') return <span class="long">{say(`plan.noSeries.${measure.reason}`)}</span>
  return (
    <span class="long">
      <Link to={seriesPath(measure.selection)} language={language} here={here}>
        <bdi class="f">{measure.selection.series}</bdi>
      </Link>{' '}
      <span class="dim">{say(`plan.fit.${measure.fit}`)}</span>
      {measure.others.map((other) => (
        <>
          <br />
          <Link to={seriesPath(other)} language={language} here={here}>
            <Wording words={other.words} language={language} />
          </Link>
        </>
      ))}
    </span>
  )
}

/** What an indicator asks to be measured, how, and what holds the figures (I1, I5, I7); `listed` where the page lists its measures already. */
export const IndicationFacts: FC<Of & { readonly listed: boolean }> = ({ of, listed, ...reader }) => {
  const { ix, say, language } = reader
  const { indication } = of
  if (indication === null) return null
  const responsible = ix.plan.organisation.units.find(({ code }) => code === indication.responsible)
  const measures = measuresOf(ix, of)
  return (
    <SideSection id="measure" heading={say('plan.indication.heading')} about={say('plan.indication.about')}>
      <Kv
        rows={[
          { name: say('plan.indication.measure'), value: <Wording words={indication.measure} language={language} /> },
          {
            name: say('plan.indication.unit'),
            value: (
              <>
                <Wording words={indication.unit} language={language} />
                {indication.unitPrinted ? null : <span class="dim"> · {say('plan.indication.unitNotPrinted')}</span>}
              </>
            ),
          },
          { name: say('plan.indication.period'), value: periodWords(indication.period, reader) },
          {
            name: say('plan.indication.breakdowns'),
            value:
              indication.disaggregations.length === 0
                ? say('plan.indication.noBreakdown')
                : indication.disaggregations.map((words, index) => (
                    <>
                      {index === 0 ? '' : ' · '}
                      <Wording words={words} language={language} />
                    </>
                  )),
          },
          {
            name: say('plan.indication.sourceNamed'),
            value:
              indication.sourceNamed === null ? (
                say('plan.indication.noSource')
              ) : (
                <Wording words={indication.sourceNamed} language={language} />
              ),
          },
          {
            name: say('plan.indication.responsible'),
            value:
              responsible === undefined ? (
                <span class="dim">{say('plan.indication.noUnit')}</span>
              ) : (
                <Wording words={responsible.names} language={language} />
              ),
          },
          { name: say('plan.indication.direction'), value: say(`plan.direction.${indication.direction}`) },
          ...indication.parts.map(({ id, words, printed }) => ({
            name: say('plan.indication.part'),
            value: (
              <span id={id}>
                <Wording words={words} language={language} />
                {printed === null ? null : (
                  <span class="dim">
                    {' '}
                    <Quoted quotation={printed} language={sourceLanguage(ix, of)} />
                  </span>
                )}
              </span>
            ),
          })),
        ]}
      />
      {listed ? null : measures.length === 0 ? (
        <p class="small dim">{say('plan.measure.none')}</p>
      ) : (
        <DataTable
          label={say('plan.measure.caption')}
          caption={say('plan.measure.caption')}
          phone="cards"
          columns={[
            { head: say('plan.measure.words') },
            { head: say('plan.measure.unit'), short: say('plan.measure.unit') },
            { head: say('plan.measure.series'), short: say('plan.measure.series') },
            { head: say('plan.measure.note'), short: say('plan.measure.note') },
          ]}
          groups={[
            {
              rows: measures.map((measure) => ({
                id: measure.id,
                cells: [
                  <Wording words={measure.words} language={language} />,
                  <Wording words={measure.unit} language={language} />,
                  <MeasureSeries measure={measure} {...reader} />,
                  measure.note === null ? (
                    ''
                  ) : (
                    <span class="long">
                      <Wording words={measure.note} language={language} />
                    </span>
                  ),
                ],
              })),
            },
          ]}
          say={say}
        />
      )}
    </SideSection>
  )
}

/** The whole printed table in which a row of money stands. */
export const MoneyFacts: FC<Of> = ({ of, ...reader }) =>
  of.money === null ? null : (
    <SideSection id="money" heading={reader.say('plan.money.heading')} about={reader.say('plan.money.about')}>
      <MoneyRows edition={of.edition} {...reader} />
    </SideSection>
  )
