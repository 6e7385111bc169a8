import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import { figure, percentSign } from '../figures.ts'
import { ContextLines, ContextNames, type ContextSeries } from './beside.tsx'
import { Canvas, Figures, type Point, px, type Scale, type Size, sizes, Words } from './drawing.tsx'
import { Observed } from './observed.tsx'
import { Axes, type Plot, plotOf } from './plot.tsx'
import { pointWords } from './saying.ts'

/** A line over a number of steps: the `year` of its points is the number of steps, from 1 on. */
export type AheadLine = { readonly label: string; readonly points: readonly Point[] }

export type AheadChartProps = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** What the drawing shows, in words. */
  readonly desc: string
  readonly line: AheadLine
  readonly beside?: readonly AheadLine[]
  /** Lines that are left out of the narrow drawing, by their label: there is no room to name more than three. */
  readonly wideOnly?: readonly string[]
  /** Values that it is held against, each a broken line across with its figure. */
  readonly rules?: readonly string[]
  readonly scale: Scale
  readonly decimals: number
  /** The words under the axis: what the steps are. */
  readonly steps: string
  readonly only?: Size
  readonly language: Language
}

/** A figure nearer than this to one of the axis would touch it, and is left out. */
const apart = 13

const Rules: FC<{ readonly rules: readonly string[]; readonly plot: Plot; readonly scale: Scale }> = ({
  rules,
  plot: { left, right, y, ticks, language },
  scale,
}) => (
  <>
    {rules.map((value) => (
      <>
        <path class="lim" d={`M${px(left)} ${px(y(value))}H${right}`} />
        {ticks.some(({ at }) => Math.abs(y(at) - y(value)) < apart) ? null : (
          <Figures class="s" x={left - 7} y={y(value) + 4} anchor="end">
            {`${figure(language, value)}${scale.kind === 'percent' ? percentSign(language) : ''}`}
          </Figures>
        )}
      </>
    ))}
  </>
)

const below = 24

const Drawing: FC<AheadChartProps & { readonly size: Size }> = (props) => {
  const { id, title, desc, line, scale, decimals, rules = [], steps, size, wideOnly = [], language } = props
  const beside = (props.beside ?? []).filter(({ label }) => size === 'wide' || !wideOnly.includes(label))
  const points = [line, ...beside].flatMap((one) => one.points)
  const years = [Math.min(...points.map(({ year }) => year)), Math.max(...points.map(({ year }) => year))] as const
  const named = [line, ...beside].flatMap(({ label, points: own }) => {
    const last = own.at(-1)
    return last === undefined ? [] : [`${label} ${pointWords(language, scale, last, decimals)}`]
  })
  const plot = plotOf(size, language, scale, years, [...points.map(({ value }) => value), ...rules], named)
  const must = Array.from({ length: years[1] - years[0] + 1 }, (_, at) => years[0] + at)
  const end = line.points.toSorted((a, b) => a.year - b.year).at(-1)
  const context: readonly ContextSeries[] = beside
  return (
    <Canvas {...{ id, size, title, desc, width: plot.width, height: plot.height + below }}>
      <Axes plot={plot} scale={scale} must={must} />
      <Words class="s" x={plot.left} y={plot.height + 14} language={language}>
        {steps}
      </Words>
      <Rules rules={rules} plot={plot} scale={scale} />
      <ContextLines context={context} plot={plot} />
      <Observed points={line.points} plot={plot} />
      <ContextNames {...{ context, plot, scale, decimals }} beside={end?.value} />
      {end === undefined ? null : (
        <Words
          class="ac halo"
          x={size === 'wide' ? plot.x(end.year) + 8 : plot.right}
          y={plot.y(end.value) + (size === 'wide' ? 4 : 18)}
          anchor={size === 'wide' ? 'start' : 'end'}
          language={language}
        >
          {`${line.label} ${pointWords(language, scale, end, decimals)}`}
        </Words>
      )}
    </Canvas>
  )
}

/** One line in the accent over a number of steps, with others in grey and what they are held against. */
export const AheadChart: FC<AheadChartProps> = (props) => (
  <>
    {sizes(props.only).map((size) => (
      <Drawing {...props} size={size} />
    ))}
  </>
)
