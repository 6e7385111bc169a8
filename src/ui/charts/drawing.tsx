import { extent, max, min } from 'd3-array'
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import type { FC, PropsWithChildren } from 'hono/jsx'
import { directionOf, type Language } from '#kernel'
import { type Bound, figure, percentSign } from '../figures.ts'

/** A value of a year, as published: a decimal, or its bound. `breakBefore` says why it does not continue the one before. */
export type Point = {
  readonly year: number
  readonly value: string
  readonly bound?: Bound
  readonly estimate?: boolean
  readonly breakBefore?: string
}

/** Per cent is drawn from 0 to 100, always; anything else from zero to a round number. */
export type Scale = { readonly kind: 'percent' } | { readonly kind: 'plain'; readonly unit?: string }

/** The two drawings of a large chart: text is never smaller than 11 px in either. */
export type Size = 'wide' | 'narrow'

/** One decimal is a tenth of a pixel: enough, and a third of the bytes. */
export const px = (value: number): number => Math.round(value * 10) / 10

export const yearsOf = (points: readonly Point[]): readonly [number, number] => {
  const [from, to] = extent(points, ({ year }) => year)
  if (from === undefined || to === undefined) return [0, 1]
  return from === to ? [from - 1, to + 1] : [from, to]
}

/** The points of these years, both included. */
export const within = (points: readonly Point[], [from, to]: readonly [number, number]): readonly Point[] =>
  points.filter(({ year }) => year >= from && year <= to)

/** The scale of values between two pixels, and the ticks it is read by. */
export const valueScale = (
  scale: Scale,
  values: readonly string[],
  pixels: readonly [number, number],
): { readonly at: ScaleLinear<number, number>; readonly ticks: readonly number[] } => {
  if (scale.kind === 'percent')
    return { at: scaleLinear().domain([0, 100]).range(pixels).clamp(true), ticks: [0, 25, 50, 75, 100] }
  const numbers = values.map(Number)
  const low = Math.min(0, min(numbers) ?? 0)
  const high = Math.max(0, max(numbers) ?? 0)
  const at = scaleLinear()
    .domain(low === high ? [0, 1] : [low, high])
    .range(pixels)
    .nice(5)
  return { at, ticks: at.ticks(5) }
}

/** The words of ticks: all with the decimals of the finest, the unit once, at the last. */
export const tickWords = (language: Language, scale: Scale, ticks: readonly number[]): readonly string[] => {
  const texts = ticks.map((tick) => String(Number(tick.toPrecision(12))))
  const decimals = max(texts, (text) => text.split('.')[1]?.length ?? 0) ?? 0
  return texts.map((text, index) => {
    const words = figure(language, text, decimals)
    return scale.kind === 'percent' && index === texts.length - 1 ? `${words}${percentSign(language)}` : words
  })
}

/** Every so many years, and never nearer than `apart` pixels to a year that must be there. */
export const yearTicks = (
  at: (year: number) => number,
  [from, to]: readonly [number, number],
  must: readonly number[],
  step: number,
  apart: number,
): readonly number[] => {
  const kept: number[] = []
  for (const year of must)
    if (year >= from && year <= to && kept.every((one) => Math.abs(at(one) - at(year)) >= apart)) kept.push(year)
  for (let year = Math.ceil(from / step) * step; year <= to; year += step)
    if (kept.every((one) => Math.abs(at(one) - at(year)) >= apart)) kept.push(year)
  return kept.toSorted((a, b) => a - b)
}

type WordsProps = PropsWithChildren<{
  readonly x: number
  readonly y: number
  readonly language: Language
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly class?: string
}>

const mirrored = { start: 'end', middle: 'middle', end: 'start' } as const

/**
 * Words in a chart. Time and scale run from left to right in every language, so `start` is always the left end; words
 * in Arabic keep their own direction, whose start is the other end.
 */
export const Words: FC<WordsProps> = ({ x, y, language, anchor = 'start', class: name, children }) =>
  directionOf(language) === 'rtl' ? (
    <text x={px(x)} y={px(y)} direction="rtl" text-anchor={mirrored[anchor]} class={name}>
      {children}
    </text>
  ) : (
    <text x={px(x)} y={px(y)} text-anchor={anchor === 'start' ? undefined : anchor} class={name}>
      {children}
    </text>
  )

/** About as wide as words are drawn, in bold: a Chinese character is a square, a letter little more than half of one. */
export const widthOf = (words: string, size = 13): number =>
  [...words].reduce((sum, one) => sum + (one >= '\u2e80' ? 1.03 : /[\u2066-\u2069]/.test(one) ? 0 : 0.58) * size, 0)

type FiguresProps = PropsWithChildren<{
  readonly x: number
  readonly y: number
  readonly anchor?: 'middle' | 'end'
  readonly class?: string
}>

/** A figure in a chart: left to right in every language. */
export const Figures: FC<FiguresProps> = ({ x, y, anchor, class: name, children }) => (
  <text x={px(x)} y={px(y)} text-anchor={anchor} class={name}>
    {children}
  </text>
)

type CanvasProps = PropsWithChildren<{
  readonly id: string
  readonly size: Size
  readonly width: number
  readonly height: number
  readonly top?: number
  readonly title: string
  readonly desc: string
}>

/** A drawing with its title and what it shows, for those who do not see it. */
export const Canvas: FC<CanvasProps> = ({ id, size, width, height, top = 0, title, desc, children }) => (
  <svg
    class={size}
    viewBox={`0 ${top} ${width} ${px(height - top)}`}
    role="img"
    aria-labelledby={`${id}-${size}-t ${id}-${size}-d`}
  >
    <title id={`${id}-${size}-t`}>{title}</title>
    <desc id={`${id}-${size}-d`}>{desc}</desc>
    {children}
  </svg>
)

/** Both sizes, or the one of a drawing that leaves the page. */
export const sizes = (only: Size | undefined): readonly Size[] => (only === undefined ? ['wide', 'narrow'] : [only])

/** Both drawings; the sheet shows the one that fits. `only` is for a drawing that leaves the page. */
export const atBothSizes =
  <Props extends { readonly only?: Size }>(Drawing: FC<Props & { readonly size: Size }>): FC<Props> =>
  (props) => (
    <>
      {sizes(props.only).map((size) => (
        <Drawing {...props} size={size} />
      ))}
    </>
  )
