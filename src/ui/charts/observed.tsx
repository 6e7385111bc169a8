import { line } from 'd3-shape'
import type { FC } from 'hono/jsx'
import { type Point, px, Words } from './drawing.tsx'
import type { Plot } from './plot.tsx'

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

/** Where the line does not go on, and the words that say why: above the plot, in the narrow drawing at its foot. */
const Breaks: FC<ObservedProps> = ({ points, plot: { x, top, bottom, size, language } }) => (
  <>
    {points.map((point, index) => {
      const before = points[index - 1]
      if (point.breakBefore === undefined || before === undefined) return null
      const at = x((point.year + before.year) / 2)
      const place =
        size === 'narrow'
          ? ({ x: at + 5, y: bottom - 8 } as const)
          : ({ x: at, y: top - 8, anchor: at > 600 ? 'end' : 'middle' } as const)
      return (
        <>
          <path class="brk" d={`M${px(at)} ${top}V${bottom}`} />
          <Words class="s halo" {...place} language={language}>
            {point.breakBefore}
          </Words>
        </>
      )
    })}
  </>
)

type ObservedProps = { readonly points: readonly Point[]; readonly plot: Plot }

/** What was observed, in the accent: a dot for each year, larger at the last, hollow where it is an estimate. */
export const Observed: FC<ObservedProps> = ({ points: unsorted, plot }) => {
  const { x, y } = plot
  const points = sorted(unsorted)
  const { drawn, bridged } = pathsOf(points, x, y)
  const bounds = points.flatMap((point) => (point.bound === undefined ? [] : [censoredMark(point, x, y)])).join('')
  const last = points.at(-1)
  return (
    <>
      <Breaks points={points} plot={plot} />
      {bridged === '' ? null : <path class="miss" d={bridged} />}
      {drawn === '' ? null : <path class="obs" d={drawn} />}
      {bounds === '' ? null : <path class="cens" d={bounds} />}
      {points
        .filter(({ bound }) => bound === undefined)
        .map((point) => (
          <circle
            class={point.estimate === true ? 'hol' : 'dot'}
            cx={px(x(point.year))}
            cy={px(y(Number(point.value)))}
            r={point === last ? 4 : 2.2}
          />
        ))}
    </>
  )
}
