import { scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import { Figures, px, type Scale, type Size, tickWords, valueScale, Words, yearTicks } from './drawing.tsx'

/** Years from left to right, values from bottom to top, and the pixels between which both are drawn. */
export type Plot = {
  readonly size: Size
  readonly language: Language
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly years: readonly [number, number]
  readonly x: (year: number) => number
  readonly y: (value: number | string) => number
  readonly ticks: readonly { readonly at: number; readonly words: string }[]
}

/** Room at the right of the wide drawing for the names of lines; in the narrow one names stand on the lines. */
const boxes = {
  wide: { width: 860, height: 380, right: 736, top: 24 },
  narrow: { width: 340, height: 260, right: 330, top: 34 },
} as const

/** How wide a name is drawn at most, in the face of the page: Chinese letters take twice the room of others. */
const widthOf = (name: string): number => [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 12.5 : 7.5), 0)

/**
 * The plot for these values; its left edge leaves room for the longest tick, and its right edge in the wide drawing for the longest of
 * the names that stand there.
 */
export const plotOf = (
  size: Size,
  language: Language,
  scale: Scale,
  years: readonly [number, number],
  values: readonly string[],
  names: readonly string[] = [],
): Plot => {
  const { width, height, top, right: most } = boxes[size]
  const right = size === 'wide' ? Math.min(most, width - 8 - Math.max(0, ...names.map(widthOf))) : most
  const bottom = height - 30
  const { at, ticks } = valueScale(scale, values, [bottom, top])
  const words = tickWords(language, scale, ticks)
  const left = Math.max(30, 14 + 7.3 * Math.max(...words.map((one) => one.length)))
  const x = scaleLinear().domain(years).range([left, right])
  return {
    ...{ size, language, width, height, left, right, top, bottom, years, x },
    y: (value) => at(Number(value)),
    ticks: ticks.map((tick, index) => ({ at: tick, words: words[index] ?? '' })),
  }
}

type AxesProps = { readonly plot: Plot; readonly scale: Scale; readonly must: readonly number[] }

/** The baseline, a fine line at each tick, round years and those that must be there. No frame. */
export const Axes: FC<AxesProps> = ({ plot, scale, must }) => {
  const { size, language, left, right, top, bottom, years, x, y, ticks } = plot
  return (
    <>
      {ticks.map(({ at, words }) => (
        <>
          <path class={at === 0 ? 'ax' : 'gr'} d={`M${px(left)} ${px(y(at))}H${right}`} />
          <Figures x={left - 7} y={y(at) + 4} anchor="end">
            {words}
          </Figures>
        </>
      ))}
      {scale.kind === 'plain' && scale.unit !== undefined ? (
        <Words class="s" x={0} y={top - 14} language={language}>
          {scale.unit}
        </Words>
      ) : null}
      {yearTicks(x, years, must, 5, size === 'wide' ? 56 : 40).map((year) => (
        <>
          <path class="ax" d={`M${px(x(year))} ${bottom}v5`} />
          <Figures x={x(year)} y={bottom + 20} anchor={year === years[1] && size === 'narrow' ? 'end' : 'middle'}>
            {String(year)}
          </Figures>
        </>
      ))}
    </>
  )
}
