import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Say } from '#platform'
import { type Benchmark, BenchmarkMark, ContextLines, ContextNames, type ContextSeries } from './beside.tsx'
import { atBothSizes, Canvas, type Point, type Scale, type Size, Words, within, yearsOf } from './drawing.tsx'
import { Observed } from './observed.tsx'
import { Axes, type Plot, plotOf } from './plot.tsx'
import { type Band, Projection, type Required } from './projection.tsx'
import { inYear, lineWords } from './saying.ts'

export type LineChartProps = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** What the drawing shows, in words; made from the points when not given. */
  readonly desc?: string
  readonly points: readonly Point[]
  /** Whose line it is, where there are others. */
  readonly name?: string
  readonly scale: Scale
  readonly decimals?: number
  /** First and last year of the axis, when not those of the points. */
  readonly years?: readonly [number, number]
  readonly benchmark?: Benchmark
  readonly context?: readonly ContextSeries[]
  readonly bands?: readonly Band[]
  /** The centre of a projection. */
  readonly centre?: readonly Point[]
  readonly required?: Required
  /** One of the two drawings, for a chart that leaves the page. */
  readonly only?: Size
  readonly say: Say
  readonly language: Language
}

/** The years of the axis: as asked, or those of the line, and the year of what it is compared with. */
const axisOf = ({ points, years, centre = [], context = [], benchmark }: LineChartProps): readonly [number, number] => {
  if (years !== undefined) return years
  const own = points.length === 0 ? context.flatMap((one) => one.points) : points
  const [from, to] = yearsOf([...own, ...centre])
  return [from, Math.max(to, benchmark?.year ?? to)]
}

type EndsProps = {
  readonly first: Point | undefined
  readonly last: Point | undefined
  readonly name?: string | undefined
  readonly plot: Plot
  /** Where other lines end: the words keep out of their way. */
  readonly others: readonly Point[]
  readonly words: (point: Point) => string
}

/** The words at both ends of the line: the last value in the accent, the first one where there is room. */
const Ends: FC<EndsProps> = ({
  first,
  last,
  name,
  plot: { x, y, left, top, bottom, size, language },
  others,
  words,
}) => {
  if (last === undefined) return null
  const [lastX, lastY] = [x(last.year), y(last.value)]
  const isCrowded = others.some(({ year, value }) => {
    const above = lastY - y(value)
    return above > 0 && above < 34 && lastX - x(year) < 120
  })
  const isBelow = lastY < top + 20 || (isCrowded && lastY + 28 < bottom)
  return (
    <>
      <Words
        class="ac halo"
        x={lastX}
        y={isBelow ? lastY + 24 : lastY - 12}
        anchor={lastX > left + 120 ? 'end' : 'start'}
        language={language}
      >
        {name === undefined ? words(last) : `${name} ${words(last)}`}
      </Words>
      {first === undefined || first === last || size === 'narrow' ? null : (
        <Words
          class="s halo"
          x={x(first.year)}
          y={y(first.value) + (y(first.value) + 26 > bottom ? -12 : 20)}
          language={language}
        >
          {words(first)}
        </Words>
      )}
    </>
  )
}

const Drawing: FC<LineChartProps & { readonly size: Size }> = (props) => {
  const { id, title, name, scale, decimals, benchmark, bands = [], centre = [], required, size, say, language } = props
  const years = axisOf(props)
  const points = within(props.points, years).toSorted((a, b) => a.year - b.year)
  const context = (props.context ?? []).map((one) => ({ ...one, points: within(one.points, years) }))
  const values = [
    ...[...points, ...context.flatMap((one) => one.points), ...centre].map(({ value }) => value),
    ...bands.flatMap((band) => band.points.flatMap(({ low, high }) => [low, high])),
    ...(benchmark === undefined ? [] : [benchmark.value]),
  ]
  const names = [benchmark?.label ?? '', benchmark?.about ?? '', ...context.map(({ label }) => `${label} 100.0 %`)]
  const plot = plotOf(size, language, scale, years, values, names)
  const [first, last] = [points[0], points.at(-1)]
  return (
    <Canvas
      {...{ id, size, title, width: plot.width, height: plot.height }}
      desc={props.desc ?? lineWords(say, language, scale, points, decimals)}
    >
      <Axes plot={plot} scale={scale} must={[...years, ...(last === undefined ? [] : [last.year])]} />
      <Projection bands={bands} centre={centre} required={required} plot={plot} />
      <ContextLines context={context} plot={plot} />
      <Observed points={points} plot={plot} />
      <ContextNames {...{ context, plot, scale, decimals }} beside={last?.value} />
      {benchmark === undefined ? null : <BenchmarkMark benchmark={benchmark} plot={plot} />}
      <Ends
        {...{ first, last, name, plot }}
        others={context.flatMap((one) => one.points.toSorted((a, b) => a.year - b.year).slice(-1))}
        words={(point) => inYear(say, language, scale, point, decimals)}
      />
    </Canvas>
  )
}

/** Observed values over time, in the accent, with what they are compared with. */
export const LineChart = atBothSizes<LineChartProps>(Drawing)
