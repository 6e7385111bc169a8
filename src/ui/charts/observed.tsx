import { line } from 'd3-shape'
import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import { type Point, px, Words } from './drawing.tsx'

type At = (value: number) => number

/** What joins two points: a line when they are neighbours, dots over missing years or an unknown height, nothing over a break. */
export const joinOf = (one: Point, next: Point): 'line' | 'dots' | 'none' => {
  if (next.breakBefore !== undefined) return 'none'
  if (one.bound !== undefined || next.bound !== undefined) return 'dots'
  return next.year - one.year > 1 ? 'dots' : 'line'
}

const sorted = (points: readonly Point[]): readonly Point[] => points.toSorted((a, b) => a.year - b.year)

/** The paths of a line: drawn where it is known, dotted where it is bridged. Null where there is none. */
export const pathsOf = (
  points: readonly Point[],
  x: At,
  y: At,
): { readonly drawn: string; readonly bridged: string } => {
  const draw = line<Point>(
    ({ year }) => x(year),
    ({ value }) => y(Number(value)),
  ).digits(1)
  const runs: Point[][] = []
  const bridges: (readonly [Point, Point])[] = []
  let last: Point | undefined
  for (const point of sorted(points)) {
    const join = last === undefined ? 'none' : joinOf(last, point)
    if (join === 'line') runs.at(-1)?.push(point)
    else runs.push([point])
    if (join === 'dots' && last !== undefined) bridges.push([last, point])
    last = point
  }
  return {
    drawn: runs.flatMap((run) => (run.length > 1 ? [draw(run) ?? ''] : [])).join(''),
    bridged: bridges.map((two) => draw([...two]) ?? '').join(''),
  }
}

/** The open tick of a value known by its bound, with an arrow in the direction where the value lies. */
const censoredMark = (point: Point, x: At, y: At): string => {
  const [at, level] = [px(x(point.year)), px(y(Number(point.value)))]
  const up = point.bound === '>' || point.bound === '≥'
  const tip = up ? -11 : 11
  return `M${at - 5} ${level}h10M${at} ${level}v${tip}m-3 ${-tip / 3}l3 ${tip / 3}l3 ${-tip / 3}`
}

type ObservedProps = {
  readonly points: readonly Point[]
  readonly x: At
  readonly y: At
  /** Top and bottom of the plot, for the line of a break. */
  readonly bounds: readonly [top: number, bottom: number]
  readonly language: Language
}

/** What was observed, in the accent: a dot for each year, larger at the last, hollow where it is an estimate. */
export const Observed: FC<ObservedProps> = ({ points, x, y, bounds: [top, bottom], language }) => {
  const all = sorted(points)
  const { drawn, bridged } = pathsOf(all, x, y)
  const exact = all.filter(({ bound }) => bound === undefined)
  const dense = all.length > 40
  return (
    <>
      {all.flatMap((point, index) => {
        const before = all[index - 1]
        if (point.breakBefore === undefined || before === undefined) return []
        const at = x((point.year + before.year) / 2)
        return [
          <path class="brk" d={`M${px(at)} ${top}V${bottom}`} />,
          <Words class="s halo" x={at + 5} y={top + 12} language={language}>
            {point.breakBefore}
          </Words>,
        ]
      })}
      {bridged === '' ? null : <path class="miss" d={bridged} />}
      {drawn === '' ? null : <path class="obs" d={drawn} />}
      {all.some(({ bound }) => bound !== undefined) ? (
        <path
          class="cens"
          d={all.flatMap((point) => (point.bound === undefined ? [] : [censoredMark(point, x, y)])).join('')}
        />
      ) : null}
      {exact.map((point) => {
        const isLast = point === all.at(-1)
        if (dense && !isLast && point.estimate !== true) return null
        return (
          <circle
            class={point.estimate === true ? 'hol' : 'dot'}
            cx={px(x(point.year))}
            cy={px(y(Number(point.value)))}
            r={isLast ? 4 : 2.2}
          />
        )
      })}
    </>
  )
}
