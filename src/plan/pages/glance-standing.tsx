import type { FC } from 'hono/jsx'
import { unreachable, wordsIn } from '#kernel'
import { Status } from '#ui'
import { isWhole } from '../core/benchmark.ts'
import type { Obstacle } from '../core/glance-row.ts'
import { decimalsFor, type RowProps } from './glance-latest.tsx'
import { fig, figureWords, gap, numberWords, semicolon } from './glance-saying.tsx'

const sides = { 'at-most': 'most', 'more-than': 'more', equal: 'equal', 'at-least': 'least' } as const

const Beside: FC<RowProps> = ({ row: { latest, benchmark, beside }, say, language }) => {
  if (latest === null || benchmark?.asks == null || beside === null) return null
  const number = fig(numberWords(language, benchmark, latest.percent))
  const points = latest.percent ? 'yes' : 'no'
  if (beside.kind === 'count')
    return (
      <>
        {say.rich('plan.glance.countAt', {
          reached: beside.reached,
          of: beside.of,
          number,
          side: isWhole(benchmark.asks, latest.percent) ? 'whole' : sides[benchmark.asks.comparator],
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

const whyWords = (obstacle: Obstacle, { row, say, language }: RowProps): readonly string[] => {
  switch (obstacle.kind) {
    case 'no-series':
      return obstacle.reasons.map((reason) => say(`plan.glance.why.${reason}`))
    case 'too-old':
      return [say('plan.glance.why.too-old', { year: String(obstacle.year) })]
    case 'other-unit':
      return [
        say('plan.glance.why.other-unit', {
          unit: obstacle.benchmark.unit === null ? '…' : wordsIn(language, obstacle.benchmark.unit),
          measure: row.latest === null ? '…' : wordsIn(language, row.latest.measure.unit),
        }),
      ]
    case 'of-gap':
      return [
        say('plan.glance.why.of-gap', {
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

const Held: FC<RowProps> = ({ row, say }) =>
  row.beside === null || row.benchmark === null ? null : (
    <span class="u why">{say('plan.glance.held', { kind: row.benchmark.kind })}</span>
  )

/** How far it is from the number, where another feature says where it stands. */
export const Distance: FC<RowProps> = (props) =>
  props.row.beside === null ? null : (
    <>
      <span class="u why">
        <Beside {...props} />
      </span>
      <Held {...props} />
    </>
  )

/** How far it is from the number, or why that cannot be said. */
export const Standing: FC<RowProps> = (props) => {
  const { row, say } = props
  if (row.obstacles.length === 0)
    return (
      <>
        <Beside {...props} />
        <Held {...props} />
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

const takes = (obstacle: Obstacle, { say, language }: RowProps): readonly string[] => {
  switch (obstacle.kind) {
    case 'no-series':
      return obstacle.reasons.map((reason) => say(`plan.glance.take.${reason}`))
    case 'too-old':
      return [say('plan.glance.take.too-old', { year: String(obstacle.year) })]
    case 'not-known-then':
      return []
    case 'of-gap':
      return [say('plan.glance.take.of-gap', { number: numberWords(language, obstacle.benchmark, false) })]
    case 'no-number':
    case 'other-unit':
    case 'not-measured':
      return [say(`plan.glance.take.${obstacle.kind}`)]
    default:
      return unreachable(obstacle)
  }
}

/** What is missing, or the pace that would arrive in time. */
export const Take: FC<RowProps> = (props) => {
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

export const hasTake = ({ row: { latest, pace, obstacles } }: RowProps): boolean =>
  pace !== null || obstacles.some(({ kind }) => kind !== 'not-known-then') || latest?.kind === 'economies'
