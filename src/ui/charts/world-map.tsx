import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Say } from '#platform'
import { atBothSizes, Canvas, Figures, px, type Size, Words } from './drawing.tsx'
import { type Steps, stepOf, stepWords } from './steps.ts'
import type { World } from './world.ts'

/** The value of an area on a map. `words` are seen when it is pointed at: its name, its value, its year. */
export type MapValue = {
  readonly code: string
  readonly value: number
  readonly words: string
  /** Where its circle stands when it has no shape. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null
}

export type WorldMapProps = {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** What the map shows, in words; made from the counts when not given. */
  readonly desc?: string
  readonly world: World
  readonly values: readonly MapValue[]
  readonly steps: Steps
  /** One of the two drawings, for a map that leaves the page. */
  readonly only?: Size
  readonly say: Say
  readonly language: Language
}

const boxes = {
  wide: { width: 860, radius: 4.5, columns: 6, column: 140 },
  narrow: { width: 340, radius: 3, columns: 2, column: 165 },
} as const

type Item = { readonly class: string; readonly words: string }

/** Each hue with the values it stands for, and what hatching means. */
const Legend: FC<{
  readonly items: readonly Item[]
  readonly hatch: string
  readonly top: number
  readonly size: Size
  readonly language: Language
}> = ({ items, hatch, top, size, language }) => {
  const { columns, column } = boxes[size]
  return (
    <>
      {items.map((item, index) => {
        const [x, y] = [(index % columns) * column, top + Math.floor(index / columns) * 22]
        return (
          <>
            {item.class === 'hatched' ? (
              <rect class="box" x={x + 0.5} y={y + 0.5} width="17" height="12" fill={`url(#${hatch})`} />
            ) : (
              <>
                <rect class="under" x={x} y={y} width="18" height="13" />
                <rect class={item.class} x={x} y={y} width="18" height="13" />
              </>
            )}
            {item.class === 'hatched' ? (
              <Words class="s" x={x + 25} y={y + 11} language={language}>
                {item.words}
              </Words>
            ) : (
              <Figures class="s" x={x + 25} y={y + 11}>
                {item.words}
              </Figures>
            )}
          </>
        )
      })}
    </>
  )
}

const Drawing: FC<WorldMapProps & { readonly size: Size }> = (props) => {
  const { id, title, desc, world, values, steps, size, say, language } = props
  const { width, radius, columns } = boxes[size]
  const scale = width / world.width
  const of = new Map(values.map((one) => [one.code, one]))
  const shaped = new Set(world.shapes.flatMap(({ code }) => (code === null ? [] : [code])))
  const circles = values.filter(({ code, place }) => place !== null && !shaped.has(code))
  const words = stepWords(language, steps)
  const items: readonly Item[] = [
    ...words.map((one, index) => ({ class: `m${5 - words.length + index + 1}`, words: one })),
    { class: 'hatched', words: say('ui.map.noFigure') },
  ]
  const height = world.height * scale
  const hatch = `${id}-${size}-h`
  const step = (value: number) => `m${stepOf(steps, value)}`
  const silent = world.shapes.flatMap(({ code, path }) => (code !== null && of.has(code) ? [] : [path]))
  const shown = world.shapes.flatMap(({ code, path }) => {
    const one = code === null ? undefined : of.get(code)
    return one === undefined ? [] : [{ ...one, path }]
  })
  return (
    <Canvas
      {...{ id, size, width, title }}
      height={height + 14 + Math.ceil(items.length / columns) * 22}
      desc={desc ?? say('ui.map.desc', { count: values.length, circles: circles.length })}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hat" d="M0 0V5" />
        </pattern>
      </defs>
      <g transform={`scale(${px(scale * 5000) / 10_000})`}>
        {silent.map((path) => (
          <path class="land" fill={`url(#${hatch})`} d={path} />
        ))}
        {shown.map(({ path, value, words: said }) => (
          <path class={`edge ${step(value)}`} d={path}>
            <title>{said}</title>
          </path>
        ))}
      </g>
      {circles.map(({ place, value, words: said }) => {
        const [x, y] = place === null ? [0, 0] : world.at(place)
        const at = { cx: px(x * scale), cy: px(y * scale), r: radius }
        return (
          <>
            <circle class="under" {...at} />
            <circle class={`spot ${step(value)}`} {...at}>
              <title>{said}</title>
            </circle>
          </>
        )
      })}
      <Legend items={items} hatch={hatch} top={height + 14} size={size} language={language} />
    </Canvas>
  )
}

/** Areas in five steps of one hue; those without a figure hatched, those without a shape as circles. A table stands with it. */
export const WorldMap = atBothSizes<WorldMapProps>(Drawing)
