import { area, line } from 'd3-shape'
import type { FC } from 'hono/jsx'
import { type Point, px, Words } from './drawing.tsx'
import type { Plot } from './plot.tsx'

/** An interval for each year, drawn as computed and not smoothed. */
export type Band = {
  readonly level: 80 | 95
  readonly points: readonly { readonly year: number; readonly low: string; readonly high: string }[]
}

/** The straight way from the last observation to the value that is asked for; `label` says how much it is a year. */
export type Required = { readonly from: Point; readonly to: Point; readonly label: string }

type Place = (value: number) => number

/** The wide band under the narrow one. */
export const Bands: FC<{ readonly bands: readonly Band[]; readonly x: Place; readonly y: Place }> = ({
  bands,
  x,
  y,
}) => {
  const band = area<Band['points'][number]>(
    ({ year }) => x(year),
    ({ low }) => y(Number(low)),
    ({ high }) => y(Number(high)),
  ).digits(1)
  return (
    <>
      {bands
        .toSorted((a, b) => b.level - a.level)
        .map(({ level, points }) => (
          <path class={`b${level}`} d={band([...points]) ?? ''} />
        ))}
    </>
  )
}

type ProjectionProps = {
  readonly bands: readonly Band[]
  readonly centre: readonly Point[]
  readonly required?: Required | undefined
  readonly plot: Plot
}

/** What may come: the wide band under the narrow one, the centre in dots, the required path in dashes. */
export const Projection: FC<ProjectionProps> = ({ bands, centre, required, plot: { x, y, size, language } }) => {
  const path = line<Point>(
    ({ year }) => x(year),
    ({ value }) => y(value),
  ).digits(1)
  const between = (one: number, other: number) => (one + other) / 2
  return (
    <>
      <Bands bands={bands} x={x} y={y} />
      {centre.length === 0 ? null : <path class="cen" d={path([...centre]) ?? ''} />}
      {required === undefined ? null : <path class="req" d={path([required.from, required.to]) ?? ''} />}
      {required === undefined || size === 'narrow' ? null : (
        <Words
          class="s wm halo"
          x={px(between(x(required.from.year), x(required.to.year)) - 10)}
          y={px(between(y(required.from.value), y(required.to.value)) - 8)}
          anchor="end"
          language={language}
        >
          {required.label}
        </Words>
      )}
    </>
  )
}
