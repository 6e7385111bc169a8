import { bin, max } from 'd3-array'
import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Say } from '#platform'
import { type Standing, standings } from '../status.tsx'
import {
  atBothSizes,
  Canvas,
  Figures,
  px,
  type Scale,
  type Size,
  tickWords,
  valueScale,
  Words,
  widthOf,
} from './drawing.tsx'

/** One economy. `strong` ones are darker, the `accent` is the reader's own. With a standing its mark is drawn in place of the dot. */
export type PileDot = {
  readonly value: string
  readonly tone?: 'plain' | 'strong' | 'accent'
  readonly standing?: Standing
}

export type DotPileProps = {
  readonly id: string
  readonly title: string
  readonly desc?: string
  readonly dots: readonly PileDot[]
  readonly scale: Scale
  /** A line with its words: the median, a benchmark. */
  readonly limit?: { readonly value: string; readonly label: string }
  /** A second line, in the accent, with its words below those of the first. */
  readonly own?: { readonly value: string; readonly label: string }
  readonly only?: Size
  readonly say: Say
  readonly language: Language
}

const tones = ['plain', 'strong', 'accent'] as const

/** How dots stand in a pile: one above the other, or several abreast where one above the other would make strokes of them. */
const packed = (
  most: number,
  pitch: number,
  tallest: number,
): { readonly rise: number; readonly abreast: number; readonly rows: number } => {
  const ways = [1, 2, 3, 4, 5, 6].map((abreast) => {
    const rows = Math.ceil(most / abreast)
    return { abreast, rows, rise: Math.min(pitch / abreast, tallest / rows) }
  })
  return ways.reduce((best, one) => (one.rise > best.rise ? one : best))
}

/** Where piles part: the limit is such a place, so that no pile stands on both sides of its line. */
const edgesFrom = (limit: number, step: number, [low, high]: readonly [number, number]): readonly number[] => {
  const [before, after] = [Math.ceil((limit - low) / step), Math.ceil((high - limit) / step)]
  return Array.from({ length: before + after + 1 }, (_, index) => limit + step * (index - before)).filter(
    (edge) => edge > low + step / 1e6 && edge < high - step / 1e6,
  )
}

/** Where the words of the limit stand: on the side that has more room, and inside the drawing where they are longer than that. */
const besideLimit = (
  limitAt: number,
  width: number,
  words: string,
): { readonly x: number; readonly anchor: 'start' | 'end' } => {
  const long = Math.min(width, widthOf(words))
  return limitAt > width / 2
    ? { x: Math.max(limitAt - 6, long), anchor: 'end' }
    : { x: Math.min(limitAt + 6, width - long), anchor: 'start' }
}

/** Where the words of the own line stand: away from the limit where there is room, else on its other side; inside the drawing. */
const besideOwn = (ownAt: number, limitAt: number, width: number, words: string): ReturnType<typeof besideLimit> => {
  const long = widthOf(words) + 6
  const isLeft = ownAt < limitAt ? ownAt >= long : ownAt + long > width
  return isLeft
    ? { x: Math.max(ownAt - 6, Math.min(width, long)), anchor: 'end' }
    : { x: Math.min(ownAt + 6, Math.max(0, width - long)), anchor: 'start' }
}

/** Marks of one standing together, as they are drawn in the sheet of symbols of every page. */
const Marks: FC<{ readonly placed: readonly Placed[]; readonly size: number }> = ({ placed, size }) => (
  <>
    {standings.map((standing) => {
      const own = placed.filter((one) => one.standing === standing)
      return own.length === 0 ? null : (
        <g class={`st-${standing}`}>
          {own.map(({ x, y }) => (
            <use href={`#m-${standing}`} x={px(x - size / 2)} y={px(y - size / 2)} width={px(size)} height={px(size)} />
          ))}
        </g>
      )
    })}
  </>
)

type Placed = Required<Pick<PileDot, 'tone'>> & {
  readonly standing: Standing | null
  readonly x: number
  readonly y: number
}

/** In a pile by standing, the best below, then by value. */
const inPile = (a: PileDot, b: PileDot): number =>
  (a.standing === undefined ? 0 : standings.indexOf(a.standing)) -
    (b.standing === undefined ? 0 : standings.indexOf(b.standing)) || Number(a.value) - Number(b.value)

const Drawing: FC<DotPileProps & { readonly size: Size }> = (props) => {
  const { id, title, desc, dots, scale, limit, own, size, say, language } = props
  const [width, bins, tallest] = size === 'wide' ? ([860, 50, 300] as const) : ([340, 25, 240] as const)
  const [left, right] = [14, width - 20]
  const { at, ticks } = valueScale(
    scale,
    [...dots, ...(own === undefined ? [] : [own])].map(({ value }) => value),
    [left, right],
  )
  const [low = 0, high = 1] = at.domain()
  const step = (high - low) / bins
  const edges = edgesFrom(limit === undefined ? low : Number(limit.value), step, [low, high])
  const piles = bin<PileDot, number>()
    .value(({ value }) => Math.min(high, Math.max(low, Number(value))))
    .domain([low, high])
    .thresholds([...edges])([...dots])
  const pitch = (right - left) / bins
  const start = at(edges[0] ?? high) - pitch
  const { rise, abreast, rows } = packed(Math.max(1, max(piles, (pile) => pile.length) ?? 1), pitch, tallest)
  const dot = Math.min(pitch, rise) * 0.84
  const top = own === undefined ? 30 : 48
  const bottom = top + rise * Math.max(3, rows) + 4
  const words = tickWords(language, scale, ticks)
  const placed = piles.flatMap((pile, column) =>
    pile.toSorted(inPile).map(
      ({ tone = 'plain', standing = null }, row): Placed => ({
        tone,
        standing,
        x: start + (column + (0.5 + (row % abreast)) / abreast) * pitch,
        y: bottom - 3 - (Math.floor(row / abreast) + 0.5) * rise,
      }),
    ),
  )
  const limitAt = limit === undefined ? 0 : at(Number(limit.value))
  const beside = besideLimit(limitAt, width, limit?.label ?? '')
  const ownAt = own === undefined ? 0 : at(Number(own.value))
  const besideIt = besideOwn(ownAt, limitAt, width, own?.label ?? '')
  return (
    <Canvas
      id={id}
      size={size}
      width={width}
      height={bottom + 28}
      title={title}
      desc={desc ?? say('ui.chart.dotPile', { count: dots.length })}
    >
      <path class="ax" d={`M${left} ${px(bottom)}H${right}`} />
      {ticks.map((tick, index) => (
        <>
          <path class="ax" d={`M${px(at(tick))} ${px(bottom)}v5`} />
          <Figures x={at(tick)} y={bottom + 20} anchor="middle">
            {words[index]}
          </Figures>
        </>
      ))}
      {tones.map((tone) => {
        const path = placed
          .filter((one) => one.standing === null && one.tone === tone)
          .map(({ x, y }) => `M${px(x)} ${px(y)}h0`)
          .join('')
        return path === '' ? null : <path class={`pile p-${tone}`} stroke-width={px(dot)} d={path} />
      })}
      <Marks placed={placed} size={(dot / 0.84) * 0.92} />
      {own === undefined ? null : <path class="mid" d={`M${px(ownAt)} 28V${px(bottom)}`} />}
      {limit === undefined ? null : <path class="tgt" d={`M${px(limitAt)} 10V${px(bottom)}`} />}
      {own === undefined ? null : (
        <Words class="ac halo" x={besideIt.x} y={38} anchor={besideIt.anchor} language={language}>
          {own.label}
        </Words>
      )}
      {limit === undefined ? null : (
        <Words class="k halo" x={beside.x} y={19} anchor={beside.anchor} language={language}>
          {limit.label}
        </Words>
      )}
    </Canvas>
  )
}

/** One dot for each economy, stacked where its value lies. */
export const DotPile = atBothSizes<DotPileProps>(Drawing)
