import { scaleLinear } from 'd3-scale'
import type { Child, FC } from 'hono/jsx'
import { directionOf, type Language } from '#kernel'
import type { Say } from '#platform'
import { Canvas, Figures, type Point, px, type Scale, valueScale, Words, widthOf, within } from './drawing.tsx'
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
  /** They stand right under the title of their page, and not in a section of it. */
  readonly alone?: boolean
  readonly say: Say
  readonly language: Language
}

const [width, bottom] = [150, 72]

/** How one of them is drawn: where, on which scale, over which lines. */
type Drawn = Pick<MultiplesProps, 'behind' | 'years'> & {
  readonly points: readonly Point[]
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
  readonly left?: number
  readonly top?: number
}

/** The line over its ground, with its first and its last year. */
const Plotted: FC<Drawn> = ({ points, behind = [], years, at, ticks, left = 0, top = 0 }) => {
  const x = scaleLinear()
    .domain(years[0] === years[1] ? [years[0] - 1, years[1] + 1] : years)
    .range([left + 2, left + width])
  const y = (value: number): number => top + at(value)
  const last = points.at(-1)
  const { drawn, bridged } = pathsOf(points, x, y)
  const grey = pathsOf(within(behind, years), x, y)
  return (
    <>
      <path class="gr" d={ticks.map((tick) => `M${px(left + 2)} ${px(y(tick))}H${px(left + width)}`).join('')} />
      <path class="ax" d={`M${px(left + 2)} ${px(top + bottom)}H${px(left + width)}`} />
      {grey.drawn === '' ? null : <path class="ctxl" d={grey.drawn} />}
      {bridged === '' ? null : <path class="miss" d={bridged} />}
      {drawn === '' ? null : <path class="obs" d={drawn} />}
      {last === undefined ? null : <circle class="dot" cx={px(x(last.year))} cy={px(y(Number(last.value)))} r="3" />}
      <Figures class="s" x={left + 2} y={top + 86}>
        {String(years[0])}
      </Figures>
      {years[0] === years[1] ? null : (
        <Figures class="s" x={left + width} y={top + 86} anchor="end">
          {String(years[1])}
        </Figures>
      )}
    </>
  )
}

const sortedIn = (points: readonly Point[], years: MultiplesProps['years']): readonly Point[] =>
  within(points, years).toSorted((a, b) => a.year - b.year)

/** One scale for all, and the lines that it is read by. */
const scaleFor = ({ multiples, behind = [], scale }: Pick<MultiplesProps, 'multiples' | 'behind' | 'scale'>) => {
  const values = [...multiples.flatMap(({ points }) => points), ...behind].map(({ value }) => value)
  const { at, ticks } = valueScale(scale, values, [bottom, 8])
  return { at, ticks: ticks.filter((_, index) => index > 0 && index % 2 === 0) }
}

/** Many small lines on one scale, each with its name and its last value. */
export const Multiples: FC<MultiplesProps> = (props) => {
  const { multiples, behind, scale, decimals, years, alone = false, say, language } = props
  const Heading = alone ? 'h2' : 'h3'
  const own = { ...scaleFor(props), years, ...(behind === undefined ? {} : { behind }) }
  return (
    <div class="mult">
      {multiples.map(({ heading, name, points: all }) => {
        const points = sortedIn(all, years)
        const last = points.at(-1)
        return (
          <div>
            <Heading class="h">
              <span>{heading}</span>
              {last === undefined ? (
                <span class="u">…</span>
              ) : (
                <bdi class="num">
                  {pointWords(language, scale, last, decimals)}{' '}
                  <span class="u">{last.year === years[1] ? '' : last.year}</span>
                </bdi>
              )}
            </Heading>
            <svg
              viewBox="0 0 156 90"
              role="img"
              aria-label={`${name}: ${lineWords(say, language, scale, points, decimals)}`}
            >
              <Plotted {...own} points={points} />
            </svg>
          </div>
        )
      })}
    </div>
  )
}

const [columns, across, down] = [5, 176, 146]

/** A name on at most two lines, no wider than its drawing. */
const nameLines = (name: string): readonly string[] => {
  const lines = ['']
  for (const part of name.split(/(?<= )|(?<=[\u2e80-\u9fff])/)) {
    const last = lines.at(-1) ?? ''
    if (last === '' || widthOf(last + part.trimEnd()) <= width) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.length < 3 ? lines : [lines[0] ?? '', `${(lines[1] ?? '').trimEnd()} …`]
}

/** The same as one drawing that leaves the page: five abreast, in the direction in which its language is read. */
export const MultiplesDrawing: FC<MultiplesProps & { readonly id: string; readonly title: string }> = (props) => {
  const { id, title, multiples, behind, scale, decimals, years, language } = props
  const own = { ...scaleFor(props), years, ...(behind === undefined ? {} : { behind }) }
  const isRtl = directionOf(language) === 'rtl'
  const names = new Intl.ListFormat(language).format(multiples.map(({ name }) => name))
  return (
    <Canvas
      id={id}
      size="wide"
      width={columns * across - 20}
      height={Math.max(1, Math.ceil(multiples.length / columns)) * down}
      title={title}
      desc={names}
    >
      {multiples.map(({ name, points: all }, nth) => {
        const points = sortedIn(all, years)
        const last = points.at(-1)
        const column = nth % columns
        const left = (isRtl ? columns - 1 - column : column) * across
        const top = Math.floor(nth / columns) * down
        const [edge, anchor] = isRtl ? [left + width, 'end' as const] : [left + 2, 'start' as const]
        return (
          <>
            {nameLines(name).map((line, index, lines) => (
              <Words
                class="k"
                x={edge}
                y={top + 27 - 15 * (lines.length - 1 - index)}
                anchor={anchor}
                language={language}
              >
                {line}
              </Words>
            ))}
            <Figures x={edge} y={top + 44} {...(isRtl ? { anchor: 'end' as const } : {})}>
              {last === undefined
                ? '…'
                : `${pointWords(language, scale, last, decimals)}${last.year === years[1] ? '' : ` (${last.year})`}`}
            </Figures>
            <Plotted {...own} points={points} left={left} top={top + 46} />
          </>
        )
      })}
    </Canvas>
  )
}
