import type { FC } from 'hono/jsx'
import { dodged } from './dodge.ts'
import { type Point, px, type Scale, Words } from './drawing.tsx'
import { pathsOf } from './observed.tsx'
import type { Plot } from './plot.tsx'
import { pointWords } from './saying.ts'

/** A value to compare with: a tick at its year, or a line over all years. `about` says how it came about: "read as 100". */
export type Benchmark = {
  readonly value: string
  readonly year?: number
  readonly label: string
  readonly about?: string
}

/** With a year, a short tick with a dot; without, a thin line. Its words stand at the right, in the narrow drawing above it. */
export const BenchmarkMark: FC<{ readonly benchmark: Benchmark; readonly plot: Plot }> = ({ benchmark, plot }) => {
  const { value, year, label, about } = benchmark
  const { size, left, right, language } = plot
  const y = plot.y(value)
  const words =
    size === 'wide' ? (
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
    )
  if (year === undefined)
    return (
      <>
        <path class="lim" d={`M${px(left)} ${px(y)}H${right}`} />
        {words}
      </>
    )
  const x = plot.x(year)
  return (
    <>
      <path class="tgt" d={`M${px(x - 38)} ${px(y)}H${px(x + 6)}`} />
      <circle class="tdot" cx={px(x)} cy={px(y)} r="3" />
      {words}
    </>
  )
}

/** Another line, in grey, with its name at its end. */
export type ContextSeries = { readonly label: string; readonly points: readonly Point[] }

type ContextProps = {
  readonly context: readonly ContextSeries[]
  readonly plot: Plot
  readonly scale: Scale
  readonly decimals?: number | undefined
}

/** Other lines in grey. */
export const ContextLines: FC<Pick<ContextProps, 'context' | 'plot'>> = ({ context, plot: { x, y } }) => (
  <>
    {context.map(({ points }) => {
      const { drawn, bridged } = pathsOf(points, x, y)
      return (
        <>
          {bridged === '' ? null : <path class="ctxm" d={bridged} />}
          {drawn === '' ? null : <path class="ctxl" d={drawn} />}
        </>
      )
    })}
  </>
)

/**
 * The names of the other lines, drawn after every line so that none crosses them. They make room for each other, and where there is none
 * for all of them there are none. In a narrow drawing they keep to the side where `beside`, the last value of our own line, is not.
 */
export const ContextNames: FC<ContextProps & { readonly beside: string | undefined }> = ({
  context,
  plot: { size, language, x, y, top, bottom, right },
  scale,
  decimals,
  beside,
}) => {
  const wide = size === 'wide'
  const names = context.flatMap(({ label, points }) => {
    const end = points.toSorted((a, b) => a.year - b.year).at(-1)
    if (end === undefined || (!wide && context.length > 3)) return []
    return [{ label: `${label} ${pointWords(language, scale, end, decimals)}`, x: x(end.year), y: y(end.value) }]
  })
  const isBelow = (at: number) => beside !== undefined && y(beside) < at
  return (
    <>
      {dodged(names, 14, [top, bottom]).map((name) => (
        <Words
          class="s halo"
          x={wide ? name.x + 8 : right}
          y={wide ? name.y + 4 : isBelow(name.y) ? name.y + 16 : name.y - 5}
          anchor={wide ? 'start' : 'end'}
          language={language}
        >
          {name.label}
        </Words>
      ))}
    </>
  )
}
