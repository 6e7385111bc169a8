import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import { atBothSizes, Canvas, Figures, px, type Size, Words } from './drawing.tsx'

/**
 * One thing of a list. `end` is said where no line is drawn to or from it: a cross on the earlier side, a ring on the later one; an
 * arrow where it goes to, or comes from, something that is in neither list.
 */
export type FlowNode = {
  readonly key: string
  readonly number: string | null
  readonly words: string
  readonly end: { readonly words: string; readonly elsewhere: boolean } | null
}

/** `thick`: goes on as it is; `broken`: goes on with something to know; `thin`: in words only. */
export type FlowLink = { readonly from: string; readonly to: string; readonly kind: 'thick' | 'broken' | 'thin' }

type FlowChartProps = {
  readonly id: string
  readonly title: string
  readonly desc: string
  /** What stands above each side. */
  readonly heads: { readonly from: string; readonly to: string }
  /** In their printed order; never in another, for prettiness. */
  readonly from: readonly FlowNode[]
  readonly to: readonly FlowNode[]
  readonly links: readonly FlowLink[]
  readonly only?: Size
  readonly language: Language
}

const isWideSign = /[\u2e80-\u9fff\uff00-\uffef]/
/** About how wide a text is at 13 pixels; enough to know where to break it. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (isWideSign.test(sign) ? 13 : 6.7), 0)

const cutTo = (text: string, room: number): string => {
  let cut = ''
  for (const sign of text) {
    if (widthOf(`${cut}${sign}…`) > room) return `${cut.trimEnd()}…`
    cut += sign
  }
  return cut
}

/** At most two lines; what does not fit is in the table. */
const linesOf = (text: string, room: number): readonly string[] => {
  if (widthOf(text) <= room) return [text]
  const pieces = text.includes(' ') ? text.split(/(?<= )/) : [...text]
  let first = ''
  while (pieces.length > 0 && widthOf(`${first}${pieces[0]}`.trimEnd()) <= room) first += pieces.shift()
  const rest = pieces.join('')
  if (first === '') return [cutTo(text, room)]
  return [first.trimEnd(), widthOf(rest) <= room ? rest : cutTo(rest, room)]
}

const top = 34
const [single, double] = [29, 40]

type Placed = { readonly node: FlowNode; readonly lines: readonly string[]; readonly y: number }

const heightOf = (lines: readonly string[]): number => (lines.length > 1 ? double : single)

/** One below the other; the shorter side is spread over the height of the longer one. */
const placed = (
  nodes: readonly FlowNode[],
  lines: readonly (readonly string[])[],
  height: number,
): readonly Placed[] => {
  const own = lines.reduce((sum, one) => sum + heightOf(one), 0)
  const spare = nodes.length === 0 ? 0 : (height - own) / nodes.length
  let y = top
  return nodes.map((node, at) => {
    const words = lines[at] ?? []
    const tall = heightOf(words) + spare
    y += tall
    return { node, lines: words, y: y - tall / 2 }
  })
}

type SideProps = {
  readonly at: readonly Placed[]
  readonly side: 'from' | 'to'
  /** Where the links touch, where the number and where the words stand. */
  readonly touch: number
  readonly number: number
  readonly words: number | null
  readonly wide: boolean
  readonly language: Language
}

type EndProps = Pick<SideProps, 'side' | 'touch' | 'wide' | 'language'> & {
  readonly end: NonNullable<FlowNode['end']>
  readonly y: number
}

/** What stands where no line begins or arrives. */
const End: FC<EndProps> = ({ end, side, touch, y, wide, language }) => {
  const from = side === 'from'
  return (
    <>
      {end.elsewhere ? (
        <path class="ft" d={`M${from ? touch : touch - 20} ${px(y)}h18m-5 -4l5 4l-5 4`} />
      ) : from ? (
        <path class="cross" d={`M${touch} ${px(y)}h16m-4 -4l8 8m0 -8l-8 8`} />
      ) : (
        <circle class="ring" cx={touch - 6} cy={px(y)} r="4.5" />
      )}
      {wide ? (
        <Words
          class={from && !end.elsewhere ? 's wm' : 's'}
          x={from ? touch + 26 : touch - (end.elsewhere ? 26 : 16)}
          y={y + 4}
          anchor={from ? 'start' : 'end'}
          language={language}
        >
          {end.words}
        </Words>
      ) : null}
    </>
  )
}

const Side: FC<SideProps> = ({ at, side, touch, number, words, wide, language }) => {
  const anchor = side === 'from' ? 'end' : 'start'
  return (
    <>
      {at.map(({ node, lines, y }) => (
        <>
          {node.number === null ? null : (
            <Figures class="k" x={number} y={y + 4} {...(side === 'from' ? { anchor: 'end' as const } : {})}>
              {node.number}
            </Figures>
          )}
          {words === null
            ? null
            : lines.map((line, nth) => (
                <Words
                  x={node.number === null ? number : words}
                  y={y + 4 + (nth - (lines.length - 1) / 2) * 15}
                  anchor={anchor}
                  language={language}
                >
                  {line}
                </Words>
              ))}
          {node.end === null ? null : (
            <End end={node.end} side={side} touch={touch} y={y} wide={wide} language={language} />
          )}
        </>
      ))}
    </>
  )
}

const classes = { thick: 'fl', broken: 'fl fb', thin: 'ft' } as const

const Drawing: FC<FlowChartProps & { readonly size: Size }> = (props) => {
  const { id, title, desc, heads, from, to, links, size, language } = props
  const wide = size === 'wide'
  const all = [...from, ...to]
  const isNumbered = all.every(({ number }) => number !== null)
  const digits = Math.max(0, ...all.map(({ number }) => number?.length ?? 0)) * 7.5 + 10
  // A narrow drawing has the numbers alone; where there are none, the beginning of the words.
  const width = wide ? 860 : 340
  const room = wide ? 225 : 100
  const hasWords = wide || !isNumbered
  const words = (node: FlowNode): readonly string[] => {
    if (!hasWords || (!wide && node.number !== null)) return ['']
    return wide ? linesOf(node.words, room) : [cutTo(node.words, room)]
  }
  const [left, right] = [from.map(words), to.map(words)]
  const height = Math.max(...[left, right].map((side) => side.reduce((sum, one) => sum + heightOf(one), 0)), single)
  const inset = hasWords ? room + (wide ? digits : 0) + 10 : digits + 8
  const [touchFrom, touchTo] = [px(inset), px(width - inset)]
  const [a, b] = [placed(from, left, height), placed(to, right, height)]
  const yFrom = new Map(a.map(({ node, y }) => [node.key, px(y)]))
  const yTo = new Map(b.map(({ node, y }) => [node.key, px(y)]))
  const middle = px(width / 2)
  return (
    <Canvas id={id} size={size} width={width} height={top + height + 6} title={title} desc={desc}>
      <Figures class="k" x={0} y={16}>
        {heads.from}
      </Figures>
      <Figures class="k" x={width} y={16} anchor="end">
        {heads.to}
      </Figures>
      <path class="ax" d={`M0 26H${width}`} />
      {links.map((link) => {
        const [y, end] = [yFrom.get(link.from), yTo.get(link.to)]
        if (y === undefined || end === undefined) return null
        return (
          <path class={classes[link.kind]} d={`M${touchFrom} ${y}C${middle} ${y} ${middle} ${end} ${touchTo} ${end}`} />
        )
      })}
      <Side
        at={a}
        side="from"
        touch={touchFrom}
        number={touchFrom - 8}
        words={hasWords ? touchFrom - 8 - (wide ? digits : 0) : null}
        wide={wide}
        language={language}
      />
      <Side
        at={b}
        side="to"
        touch={touchTo}
        number={touchTo + 8}
        words={hasWords ? touchTo + 8 + (wide ? digits : 0) : null}
        wide={wide}
        language={language}
      />
    </Canvas>
  )
}

/** Two lists and what became of what: thick, broken and thin lines, a cross where one ends, a ring where one begins. */
export const FlowChart = atBothSizes<FlowChartProps>(Drawing)
