import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Say } from '#platform'
import { dodged } from './dodge.ts'
import {
  Canvas,
  Figures,
  type Point,
  px,
  type Scale,
  type Size,
  sizes,
  tickWords,
  valueScale,
  Words,
  yearsOf,
  yearTicks,
} from './drawing.tsx'
import { Observed, pathsOf } from './observed.tsx'
import { inYear, lineWords, pointWords } from './saying.ts'

/** A value to compare with: a tick at its year, or a line over all years. `about` says how it came about: "read as 100". */
export type Benchmark = {
  readonly value: string
  readonly year?: number
  readonly label: string
  readonly about?: string
}
/** Another line, in grey, with its name at its end. */
export type ContextSeries = { readonly label: string; readonly points: readonly Point[] }
export type Band = {
  readonly level: 80 | 95
  readonly points: readonly { readonly year: number; readonly low: string; readonly high: string }[]
}
export type Required = { readonly from: Point; readonly to: Point; readonly label: string }

export type LineChartProps = {
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
  readonly only?: Size
  readonly say: Say
  readonly language: Language
}

type Frame = { readonly width: number; readonly height: number; readonly right: number; readonly top: number }
const frames: Readonly<Record<Size, Frame>> = {
  wide: { width: 860, height: 380, right: 736, top: 24 },
  narrow: { width: 340, height: 260, right: 330, top: 34 },
}

const bandPath = ({ points }: Band, x: (year: number) => number, y: (value: number) => number): string =>
  area<Band['points'][number]>(
    ({ year }) => x(year),
    ({ low }) => y(Number(low)),
    ({ high }) => y(Number(high)),
  ).digits(1)([...points]) ?? ''

const Drawing: FC<LineChartProps & { readonly size: Size }> = (props) => {
  const { id, title, points, name, scale, decimals, benchmark, context = [], bands = [], centre = [], required } = props
  const { size, say, language } = props
  const { width, height, right, top } = frames[size]
  const bottom = height - 30
  const values = [
    ...[...points, ...context.flatMap((one) => one.points), ...centre].map(({ value }) => value),
    ...bands.flatMap((band) => band.points.map(({ high }) => high)),
    ...(benchmark === undefined ? [] : [benchmark.value]),
  ]
  const { at: y, ticks } = valueScale(scale, values, [bottom, top])
  const words = tickWords(language, scale, ticks)
  const left = Math.max(30, 14 + 7.3 * Math.max(...words.map((one) => one.length)))
  const own = yearsOf([...points, ...context.flatMap((one) => one.points), ...centre])
  const [from, to] = props.years ?? [own[0], Math.max(own[1], benchmark?.year ?? own[1])]
  const x = scaleLinear().domain([from, to]).range([left, right])
  const last = points.toSorted((a, b) => a.year - b.year).at(-1)
  const first = points.toSorted((a, b) => a.year - b.year)[0]
  const must = [from, to, ...(last === undefined ? [] : [last.year])]
  const lastLeft = last === undefined || x(last.year) > left + 120
  const labels = size === 'wide' ? context : context.length > 3 ? [] : context
  const ends = dodged(
    labels.flatMap(({ label, points: all }) => {
      const end = all.toSorted((a, b) => a.year - b.year).at(-1)
      if (end === undefined) return []
      const value = pointWords(language, scale, end, decimals)
      return [{ label: `${label} ${value}`, x: x(end.year), y: y(Number(end.value)) }]
    }),
    14,
    [top, bottom],
  )
  return (
    <Canvas
      id={id}
      size={size}
      width={width}
      height={height}
      title={title}
      desc={props.desc ?? lineWords(say, language, scale, points, decimals)}
    >
      {ticks.map((tick, index) => (
        <>
          <path class={tick === 0 ? 'ax' : 'gr'} d={`M${px(left)} ${px(y(tick))}H${right}`} />
          <Figures x={left - 7} y={y(tick) + 4} anchor="end">
            {words[index]}
          </Figures>
        </>
      ))}
      {scale.kind === 'plain' && scale.unit !== undefined ? (
        <Words class="s" x={0} y={top - 14} language={language}>
          {scale.unit}
        </Words>
      ) : null}
      {yearTicks(x, must, 5, size === 'wide' ? 44 : 38).map((year) => (
        <>
          <path class="ax" d={`M${px(x(year))} ${px(y(0) > bottom ? bottom : bottom)}v5`} />
          <Figures x={x(year)} y={bottom + 20} anchor={year === to && size === 'narrow' ? 'end' : 'middle'}>
            {String(year)}
          </Figures>
        </>
      ))}
      {bands
        .toSorted((a, b) => b.level - a.level)
        .map((band) => (
          <path class={`b${band.level}`} d={bandPath(band, x, y)} />
        ))}
      {centre.length === 0 ? null : (
        <path
          class="cen"
          d={
            line<Point>(
              ({ year }) => x(year),
              ({ value }) => y(Number(value)),
            ).digits(1)([...centre]) ?? ''
          }
        />
      )}
      {context.map(({ points: all }) => {
        const { drawn, bridged } = pathsOf(all, x, y)
        return (
          <>
            {bridged === '' ? null : <path class="ctxm" d={bridged} />}
            {drawn === '' ? null : <path class="ctxl" d={drawn} />}
          </>
        )
      })}
      {ends.map((end) => (
        <Words
          class="s halo"
          x={size === 'wide' ? end.x + 8 : right}
          y={size === 'wide' ? end.y + 4 : end.y - 5}
          anchor={size === 'wide' ? 'start' : 'end'}
          language={language}
        >
          {end.label}
        </Words>
      ))}
      {required === undefined ? null : (
        <>
          <path
            class="req"
            d={`M${px(x(required.from.year))} ${px(y(Number(required.from.value)))}L${px(x(required.to.year))} ${px(y(Number(required.to.value)))}`}
          />
          {size === 'wide' ? (
            <Words
              class="s wm halo"
              x={x((required.from.year + required.to.year) / 2) - 10}
              y={y((Number(required.from.value) + Number(required.to.value)) / 2) - 8}
              anchor="end"
              language={language}
            >
              {required.label}
            </Words>
          ) : null}
        </>
      )}
      <Observed points={points} x={x} y={y} bounds={[top, bottom]} language={language} />
      {benchmark === undefined ? null : (
        <BenchmarkMark
          benchmark={benchmark}
          size={size}
          left={left}
          right={right}
          x={benchmark.year === undefined ? null : x(benchmark.year)}
          y={y(Number(benchmark.value))}
          language={language}
        />
      )}
      {last === undefined ? null : (
        <Words
          class="ac halo"
          x={x(last.year) + (lastLeft ? 0 : -4)}
          y={Math.max(top + 22, y(Number(last.value)) - 12)}
          anchor={lastLeft ? 'end' : 'start'}
          language={language}
        >
          {name === undefined ? null : `${name} `}
          {inYear(say, language, scale, last, decimals)}
        </Words>
      )}
      {first === undefined || first === last || size === 'narrow' ? null : (
        <Words
          class="s halo"
          x={x(first.year)}
          y={Math.min(bottom - 6, y(Number(first.value)) + 20)}
          language={language}
        >
          {inYear(say, language, scale, first, decimals)}
        </Words>
      )}
    </Canvas>
  )
}

type BenchmarkProps = {
  readonly benchmark: Benchmark
  readonly size: Size
  readonly left: number
  readonly right: number
  readonly x: number | null
  readonly y: number
  readonly language: Language
}

/** With a year: a short tick with a dot. Without: a thin line over all years. Its words stand at the right, or above it. */
const BenchmarkMark: FC<BenchmarkProps> = ({ benchmark: { label, about }, size, left, right, x, y, language }) => (
  <>
    <path
      class={x === null ? 'lim' : 'tgt'}
      d={x === null ? `M${px(left)} ${px(y)}H${right}` : `M${px(x - 38)} ${px(y)}H${px(x + 6)}`}
    />
    {x === null ? null : <circle class="tdot" cx={px(x)} cy={px(y)} r="3" />}
    {size === 'wide' ? (
      <>
        <Words class="k halo" x={right + 10} y={y + 4} language={language}>
          {label}
        </Words>
        {about === undefined ? null : (
          <Words class="s" x={right + 10} y={y + 19} language={language}>
            {about}
          </Words>
        )}
      </>
    ) : (
      <Words class="k s halo" x={right} y={y - 8} anchor="end" language={language}>
        {about === undefined ? label : `${label} · ${about}`}
      </Words>
    )}
  </>
)

/** Observed values over time, in the accent, with what they are compared with. */
export const LineChart: FC<LineChartProps> = (props) => (
  <>
    {sizes(props.only).map((size) => (
      <Drawing {...props} size={size} />
    ))}
  </>
)
