import { scaleLinear } from 'd3-scale'
import type { Child, FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Say } from '#platform'
import { Figures, type Point, px, type Scale, valueScale, within } from './drawing.tsx'
import { pathsOf } from './observed.tsx'
import { lineWords, pointWords } from './saying.ts'

/** One of many small drawings on one scale. */
export type Multiple = {
  readonly heading: Child
  /** What it is, for those who listen. */
  readonly name: string
  readonly points: readonly Point[]
}

type MultiplesProps = {
  readonly multiples: readonly Multiple[]
  /** A line that stands grey behind each of them. */
  readonly behind?: readonly Point[]
  readonly scale: Scale
  readonly decimals?: number
  readonly years: readonly [number, number]
  readonly say: Say
  readonly language: Language
}

const [width, bottom] = [150, 72]

const One: FC<
  Multiple & Omit<MultiplesProps, 'multiples'> & { readonly at: (value: number) => number; readonly grid: string }
> = (props) => {
  const { heading, name, behind = [], scale, decimals, years, at, grid, say, language } = props
  const points = within(props.points, years).toSorted((a, b) => a.year - b.year)
  const x = scaleLinear()
    .domain(years[0] === years[1] ? [years[0] - 1, years[1] + 1] : years)
    .range([2, width])
  const last = points.at(-1)
  const { drawn, bridged } = pathsOf(points, x, at)
  const grey = pathsOf(within(behind, years), x, at)
  return (
    <div>
      <h3 class="h">
        <span>{heading}</span>
        {last === undefined ? (
          <span class="u">…</span>
        ) : (
          <bdi class="num">
            {pointWords(language, scale, last, decimals)}{' '}
            <span class="u">{last.year === years[1] ? '' : last.year}</span>
          </bdi>
        )}
      </h3>
      <svg viewBox="0 0 156 90" role="img" aria-label={`${name}: ${lineWords(say, language, scale, points, decimals)}`}>
        <path class="gr" d={grid} />
        <path class="ax" d={`M2 ${bottom}H${width}`} />
        {grey.drawn === '' ? null : <path class="ctxl" d={grey.drawn} />}
        {bridged === '' ? null : <path class="miss" d={bridged} />}
        {drawn === '' ? null : <path class="obs" d={drawn} />}
        {last === undefined ? null : <circle class="dot" cx={px(x(last.year))} cy={px(at(Number(last.value)))} r="3" />}
        <Figures class="s" x={2} y={86}>
          {String(years[0])}
        </Figures>
        {years[0] === years[1] ? null : (
          <Figures class="s" x={width} y={86} anchor="end">
            {String(years[1])}
          </Figures>
        )}
      </svg>
    </div>
  )
}

/** Many small lines on one scale, each with its name and its last value. */
export const Multiples: FC<MultiplesProps> = ({ multiples, ...common }) => {
  const values = [...multiples.flatMap(({ points }) => points), ...(common.behind ?? [])].map(({ value }) => value)
  const { at, ticks } = valueScale(common.scale, values, [bottom, 8])
  const top = ticks.filter((_, index) => index > 0 && index % 2 === 0)
  const grid = top.map((tick) => `M2 ${px(at(tick))}H${width}`).join('')
  return (
    <div class="mult">
      {multiples.map((one) => (
        <One {...one} {...common} at={at} grid={grid} />
      ))}
    </div>
  )
}
