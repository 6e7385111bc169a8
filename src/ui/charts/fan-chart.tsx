import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Say } from '#platform'
import type { Benchmark } from './beside.tsx'
import { dodged } from './dodge.ts'
import { Canvas, type Point, px, type Scale, type Size, sizes, Words, widthOf, within, yearsOf } from './drawing.tsx'
import { Observed } from './observed.tsx'
import { Axes, type Plot, plotOf } from './plot.tsx'
import { type Band, Projection, type Required } from './projection.tsx'
import { inYear } from './saying.ts'

/** A value of the last year and the words for it, beside the drawing: what an interval holds, the centre. */
export type FanEnd = { readonly value: string; readonly words: string; readonly tone: 'strong' | 'plain' }

export type FanChartProps = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly desc: string
  readonly points: readonly Point[]
  readonly scale: Scale
  readonly decimals?: number
  /** First and last year of the axis, when not those of what is drawn. */
  readonly years?: readonly [number, number]
  readonly bands: readonly Band[]
  readonly centre: readonly Point[]
  /** What it is held against, each at its year: the first one is named beside the drawing, the others at their marks. */
  readonly marks: readonly Benchmark[]
  readonly required?: Required
  /** The same in few words, for the narrow drawing. */
  readonly requiredShort?: string
  readonly ends: readonly FanEnd[]
  /** Under the bands: whose errors they are made of. */
  readonly note?: string
  readonly only?: Size
  readonly say: Say
  readonly language: Language
}

const Mark: FC<{ readonly mark: Benchmark; readonly main: boolean; readonly plot: Plot }> = ({ mark, main, plot }) => {
  const { value, year = plot.years[1], label } = mark
  const [x, y] = [plot.x(year), plot.y(value)]
  return (
    <>
      <path class="tgt" d={main ? `M${px(x - 38)} ${px(y)}H${px(x + 6)}` : `M${px(x)} ${px(y - 5)}v10`} />
      {main ? <circle class="tdot" cx={px(x)} cy={px(y)} r="3" /> : null}
      {main || plot.size === 'narrow' ? null : (
        <Words class="s halo" x={x} y={y - 9} anchor="end" language={plot.language}>
          {label}
        </Words>
      )}
    </>
  )
}

/** Beside the wide drawing, at the height of what they name, and never over each other. */
const SideWords: FC<{
  readonly marks: readonly Benchmark[]
  readonly ends: readonly FanEnd[]
  readonly plot: Plot
}> = ({ marks: [main], ends, plot }) => {
  const { right, width, top, bottom, y, language } = plot
  const room = width - right - 10
  // Words that are longer than there is room are set smaller, and begin a little before the edge of the plot.
  const isLong = (words: string): boolean => widthOf(words) > room
  const startOf = (words: string): number => Math.min(right + 10, width - widthOf(words, isLong(words) ? 12 : 13))
  const named = [
    ...(main === undefined
      ? []
      : [
          { label: main.label, y: y(main.value), tone: 'k halo' },
          ...(main.about === undefined ? [] : [{ label: main.about, y: y(main.value) + 0.1, tone: 's' }]),
        ]),
    ...ends.map(({ words, value, tone }) => ({
      label: words,
      y: y(value),
      tone: tone === 'strong' ? `ac halo${isLong(words) ? ' s' : ''}` : 's halo',
    })),
  ]
  const tones = new Map(named.map(({ label, tone }) => [label, tone]))
  return (
    <>
      {dodged(
        named.map(({ label, y: at }) => ({ label, x: right, y: at })),
        15,
        [top, bottom],
      ).map((one) => (
        <Words class={tones.get(one.label) ?? 's'} x={startOf(one.label)} y={one.y + 4} language={language}>
          {one.label}
        </Words>
      ))}
    </>
  )
}

/** Where the first of some lines stands: as low as it can without coming near words that stand at these heights already. */
const freeFrom = ({ top, bottom }: Plot, lines: number, taken: readonly number[]): number => {
  const lowest = bottom - 14 * lines
  const isFree = (start: number) => taken.every((at) => at < start - 13 || at > start + 14 * (lines - 1) + 13)
  for (let start = lowest; start > top + 12; start -= 2) if (isFree(start)) return start
  return lowest
}

/** In the narrow drawing the words stand at the right, below a line that rises, and above one that is low still. */
const NarrowWords: FC<{
  readonly marks: readonly Benchmark[]
  readonly lines: readonly { readonly words: string; readonly tone: string }[]
  readonly last: Point | undefined
  readonly plot: Plot
}> = ({ marks: [main], lines, last, plot }) => {
  const { right, y, language } = plot
  const low = freeFrom(plot, lines.length, [
    ...(main === undefined ? [] : [y(main.value) - 8]),
    ...(last === undefined ? [] : [lastWordsAt(plot, last)]),
  ])
  return (
    <>
      {main === undefined ? null : (
        <Words class="k s halo" x={right} y={y(main.value) - 8} anchor="end" language={language}>
          {main.about === undefined ? main.label : `${main.label} · ${main.about}`}
        </Words>
      )}
      {lines.map(({ words, tone }, at) => (
        <Words class={`${tone} halo`} x={right} y={low + 14 * at} anchor="end" language={language}>
          {words}
        </Words>
      ))}
    </>
  )
}

/** The height of the words of the last value: over it, or below where they would leave the plot. */
const lastWordsAt = ({ y, top }: Plot, { value }: Point): number => (y(value) < top + 20 ? y(value) + 24 : y(value) - 9)

/** First and last value of what was observed. */
const EndValues: FC<{
  readonly points: readonly Point[]
  readonly plot: Plot
  readonly words: (point: Point) => string
}> = ({ points, plot, words }) => {
  const [first, last] = [points[0], points.at(-1)]
  const { x, y, left, bottom, size, language } = plot
  if (last === undefined) return null
  const lastX = x(last.year)
  return (
    <>
      <Words
        class="ac halo"
        x={lastX - 9}
        y={lastWordsAt(plot, last)}
        anchor={lastX > left + 120 ? 'end' : 'start'}
        language={language}
      >
        {words(last)}
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

const Drawing: FC<FanChartProps & { readonly size: Size }> = (props) => {
  const { id, title, desc, scale, decimals, bands, centre, marks, required, requiredShort, ends, note } = props
  const { size, say, language } = props
  const years =
    props.years ?? yearsOf([...props.points, ...centre, ...marks.map(({ year = 0, value }) => ({ year, value }))])
  const points = within(props.points, years).toSorted((a, b) => a.year - b.year)
  const last = points.at(-1)
  const values = [
    ...[...points, ...centre, ...marks].map(({ value }) => value),
    ...bands.flatMap((band) => band.points.flatMap(({ low, high }) => [low, high])),
  ]
  const names = [
    ...marks.slice(0, 1).flatMap(({ label, about = '' }) => [label, about]),
    ...ends.map(({ words }) => words),
  ]
  const plot = plotOf(size, language, scale, years, values, names)
  const lows = bands.flatMap((band) => band.points.map(({ low }) => plot.y(low)))
  // At the foot, where a rising line leaves room; at the top where the bands come down.
  const noteAt = Math.max(...lows, 0) > plot.bottom - 30 ? plot.top + 14 : plot.bottom - 10
  const narrowLines = [
    ...(requiredShort === undefined ? [] : [{ words: requiredShort, tone: 's wm' }]),
    ...ends.map(({ words, tone }) => ({ words, tone: tone === 'strong' ? 'ac s' : 's' })),
  ]
  return (
    <Canvas {...{ id, size, title, desc, width: plot.width, height: plot.height }}>
      <Axes plot={plot} scale={scale} must={[...years, ...(last === undefined ? [] : [last.year])]} />
      <Projection bands={bands} centre={centre} required={required} plot={plot} />
      <Observed points={points} plot={plot} />
      {marks.map((mark, at) => (
        <Mark mark={mark} main={at === 0} plot={plot} />
      ))}
      {note === undefined || size === 'narrow' ? null : (
        <Words class="s halo" x={plot.right} y={noteAt} anchor="end" language={language}>
          {note}
        </Words>
      )}
      {size === 'wide' ? (
        <SideWords marks={marks} ends={ends} plot={plot} />
      ) : (
        <NarrowWords marks={marks} lines={narrowLines} last={last} plot={plot} />
      )}
      <EndValues points={points} plot={plot} words={(point) => inYear(say, language, scale, point, decimals)} />
    </Canvas>
  )
}

/** What was observed, and what may come: bands as computed, what it is held against, and the way that would lead there. */
export const FanChart: FC<FanChartProps> = (props) => (
  <>
    {sizes(props.only).map((size) => (
      <Drawing {...props} size={size} />
    ))}
  </>
)
