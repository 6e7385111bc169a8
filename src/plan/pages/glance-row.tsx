import type { Child, FC } from 'hono/jsx'
import { type Language, unreachable, wordsIn } from '#kernel'
import type { Say, Show } from '#platform'
import { Link, type PlanRow, type Point, percentSign, Spark, Status, Strip, Wording } from '#ui'
import { decimalsShown } from '../core/decimal.ts'
import { boundOf, decimalOf, type Latest, lineFrom } from '../core/glance-figures.ts'
import type { GlanceRow, Obstacle } from '../core/glance-row.ts'
import { pathOf } from '../core/index.ts'
import { referenceOf } from '../reading.ts'
import { Asked } from './glance-asked.tsx'
import { fig, figureWords, gap, numberWords, semicolon, yearsWords } from './glance-saying.tsx'
import type { Reader } from './naming.tsx'

type RowProps = Reader & {
  readonly row: GlanceRow
  /** How many economies there are in the list of the world. */
  readonly listed: number | null
  /** The last year of all small lines. */
  readonly until: number
  /** What other features know about the target. */
  readonly cells: readonly Show[]
}

/** The address of one figure with its revisions, release and source. */
const figureAddress = (latest: Extract<Latest, { kind: 'world' }>): string => {
  const { series, breakdown, area, year } = latest.last
  return `/observations?${new URLSearchParams({ series, area, year: String(year), breakdown })}`
}

const unitOf = (latest: Latest, language: Language): string =>
  latest.percent ? percentSign(language).trim() : wordsIn(language, latest.measure.unit)

const decimalsFor = (latest: Latest, decimal: string): number => decimalsShown(decimal, latest.series.decimals)

const Value: FC<RowProps & { readonly latest: Latest }> = ({ latest, row, ix, language, here }) => {
  const decimal = latest.kind === 'world' ? (decimalOf(latest.last) ?? '0') : latest.median.decimal
  const bound = latest.kind === 'world' ? boundOf(latest.last) : latest.median.bound
  const to = latest.kind === 'world' ? figureAddress(latest) : `${pathOf(ix, row.target)}#economies`
  return (
    <Link to={to} language={language} here={here}>
      {fig(figureWords(language, decimal, decimalsFor(latest, decimal), bound))}
    </Link>
  )
}

const Unit: FC<RowProps & { readonly latest: Latest }> = ({ latest, listed, say, language }) => (
  <>
    {latest.kind === 'world'
      ? say.rich('plan.glance.unitWorld', { unit: unitOf(latest, language), year: String(latest.last.year) })
      : say.rich('plan.glance.unitMedian', { unit: unitOf(latest, language), count: latest.values.length })}
    {latest.reported === null ? null : (
      <span class="u why">
        {say.rich('plan.glance.reported', {
          count: latest.reported.count,
          of: listed ?? 0,
          years: fig(yearsWords(latest.reported.first, latest.reported.last)),
        })}
      </span>
    )}
    {latest.kind === 'world' || latest.outside === 0 ? null : (
      <span class="u why">{say('plan.glance.outside', { count: latest.outside })}</span>
    )}
  </>
)

const wayOf = (by: string): 'up' | 'down' | 'same' => {
  if (Number(by) === 0) return 'same'
  return Number(by) > 0 ? 'up' : 'down'
}

const movement = (latest: Latest, say: Say, language: Language): Child => {
  if (latest.kind === 'economies')
    return latest.moves === null
      ? null
      : say.rich('plan.glance.moves', {
          up: latest.moves.up,
          of: latest.moves.of,
          down: latest.moves.down,
          from: String(latest.moves.from),
        })
  const { move } = latest
  if (move === null) return null
  const size = move.by.replace('-', '')
  return say.rich('plan.glance.move', {
    way: wayOf(move.by),
    points: latest.percent ? 'yes' : 'no',
    by: fig(figureWords(language, size, decimalsFor(latest, size))),
    from: String(move.from),
  })
}

const pointsOf = (latest: Extract<Latest, { kind: 'world' }>): readonly Point[] =>
  latest.path.flatMap((one) => {
    const [value, bound] = [decimalOf(one), boundOf(one)]
    return value === null ? [] : [{ year: one.year, value, ...(bound === null ? {} : { bound }) }]
  })

const Line: FC<RowProps & { readonly latest: Latest }> = ({ latest, row, until, say, language }) => {
  const name = wordsIn(language, latest.measure.words)
  const scale = latest.percent ? ({ kind: 'percent' } as const) : ({ kind: 'plain' } as const)
  const asks = row.beside === null ? null : (row.benchmark?.asks ?? null)
  const mark = asks === null ? {} : { mark: String(asks.value) }
  const shared = { name, scale, say, language, ...mark }
  return (
    <>
      {latest.kind === 'world' ? (
        <Spark {...shared} points={pointsOf(latest)} decimals={latest.series.decimals} years={[lineFrom, until]} />
      ) : (
        <Strip
          {...shared}
          values={latest.values.flatMap((one) => decimalOf(one) ?? [])}
          accent={latest.median.decimal}
        />
      )}
      <span class="u">{movement(latest, say, language)}</span>
    </>
  )
}

const sides = { 'at-most': 'most', 'more-than': 'more', equal: 'equal', 'at-least': 'least' } as const

const Beside: FC<RowProps> = ({ row: { latest, benchmark, beside }, say, language }) => {
  if (latest === null || benchmark?.asks == null || beside === null) return <></>
  const number = fig(numberWords(language, benchmark, latest.percent))
  const points = latest.percent ? 'yes' : 'no'
  if (beside.kind === 'count')
    return (
      <>
        {say.rich('plan.glance.countAt', {
          reached: beside.reached,
          of: beside.of,
          number,
          side: sides[benchmark.asks.comparator],
        })}
      </>
    )
  if (beside.reached)
    return (
      <>
        {latest.kind === 'world' ? say.rich('plan.glance.reached', { number, year: String(latest.last.year) }) : null}
      </>
    )
  return (
    <>
      {say.rich('plan.glance.distance', {
        points,
        by: fig(figureWords(language, beside.by, decimalsFor(latest, beside.by))),
        side: benchmark.asks.comparator === 'at-most' ? 'above' : 'below',
        number,
      })}
    </>
  )
}

const whyWords = (obstacle: Obstacle, { say, language }: Reader): readonly string[] => {
  switch (obstacle.kind) {
    case 'no-series':
      return obstacle.reasons.map((reason) => say(`plan.glance.why.${reason}`))
    case 'too-old':
      return [say('plan.glance.why.too-old', { year: String(obstacle.year) })]
    case 'other-unit':
      return [
        say('plan.glance.why.other-unit', {
          unit: obstacle.benchmark.unit === null ? '…' : wordsIn(language, obstacle.benchmark.unit),
        }),
      ]
    case 'no-number':
    case 'not-known-then':
    case 'not-measured':
      return [say(`plan.glance.why.${obstacle.kind}`)]
    default:
      return unreachable(obstacle)
  }
}

const Standing: FC<RowProps> = (props) => {
  const { row, say } = props
  const held =
    row.beside === null || row.benchmark === null ? null : (
      <span class="u why">{say('plan.glance.held', { kind: row.benchmark.kind })}</span>
    )
  if (row.obstacles.length === 0)
    return (
      <>
        <Beside {...props} />
        {held}
      </>
    )
  return (
    <>
      <Status
        status="na"
        say={say}
        reason={row.obstacles.flatMap((one) => whyWords(one, props)).join(semicolon(props.language))}
      />
      {row.beside === null ? null : (
        <span class="u why">
          <Beside {...props} />
        </span>
      )}
    </>
  )
}

const takes = (obstacle: Obstacle, { row, listed, say }: RowProps): readonly string[] => {
  switch (obstacle.kind) {
    case 'no-series':
      return obstacle.reasons.map((reason) => say(`plan.glance.take.${reason}`))
    case 'too-old':
      return [say('plan.glance.take.too-old', { count: row.latest?.reported?.count ?? 0, of: listed ?? 0 })]
    case 'not-known-then':
      return []
    case 'no-number':
    case 'other-unit':
    case 'not-measured':
      return [say(`plan.glance.take.${obstacle.kind}`)]
    default:
      return unreachable(obstacle)
  }
}

const Take: FC<RowProps> = (props) => {
  const { row, say, language } = props
  const { latest, benchmark, pace, obstacles } = row
  const words = obstacles.flatMap((one) => takes(one, props))
  if (pace === null || latest?.kind !== 'world' || benchmark === null)
    return (
      <>
        {[
          ...words,
          ...(words.length === 0 && latest?.kind === 'economies' ? [say('plan.glance.take.world')] : []),
        ].join(gap(language))}
      </>
    )
  const shown = (decimal: string) => fig(figureWords(language, decimal, decimalsFor(latest, decimal)))
  return (
    <>
      {words.join(gap(language))}
      {words.length === 0 ? '' : gap(language)}
      {say.rich('plan.glance.pace', {
        points: latest.percent ? 'yes' : 'no',
        needed: shown(pace.needed.replace('-', '')),
        number: fig(numberWords(language, benchmark, latest.percent)),
        by: String(pace.by),
        hasMade: pace.made === null ? 'no' : 'yes',
        made: pace.made === null ? '' : shown(pace.made),
        from: String(latest.move?.from ?? ''),
      })}
    </>
  )
}

const hasTake = ({ row: { latest, pace, obstacles } }: RowProps): boolean =>
  pace !== null || obstacles.some(({ kind }) => kind !== 'not-known-then') || latest?.kind === 'economies'

/** A target as a row of the long list. */
export const planRow = (props: RowProps): PlanRow => {
  const { row, ix, say, language, here } = props
  const { target, latest } = row
  return {
    id: target.id.replaceAll('/', '-'),
    number: referenceOf(target) ?? '',
    title: (
      <Link class="t" to={pathOf(ix, target)} language={language} here={here}>
        <Wording words={target.title} language={language} />
      </Link>
    ),
    ask: <Asked {...props} />,
    latest:
      latest === null
        ? { kind: 'none', words: say('plan.glance.none') }
        : {
            kind: 'value',
            value: <Value {...props} latest={latest} />,
            unit: <Unit {...props} latest={latest} />,
            line: <Line {...props} latest={latest} />,
          },
    status: (
      <>
        <Standing {...props} />
        {props.cells.map((show) => show(say, language, here))}
      </>
    ),
    ...(hasTake(props) ? { take: <Take {...props} /> } : {}),
  }
}
