import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Say } from '#platform'
import { figure } from '../figures.ts'
import { atBothSizes, Canvas, Figures, px, type Scale, type Size, tickWords, valueScale, Words } from './drawing.tsx'

/** A row with two groups; one that was not observed is null and leaves its place empty. */
type GapRow = { readonly label: string; readonly one: string | null; readonly other: string | null }

type GapChartProps = {
  readonly id: string
  readonly title: string
  readonly desc?: string
  readonly rows: readonly GapRow[]
  /** The names of the two groups: hollow dots, full dots. */
  readonly names: { readonly one: string; readonly other: string }
  readonly scale: Scale
  readonly decimals?: number
  readonly only?: Size
  readonly say: Say
  readonly language: Language
}

const known = ({ one, other }: GapRow): readonly string[] => [one, other].filter((value) => value !== null)

const Drawing: FC<GapChartProps & { readonly size: Size }> = (props) => {
  const { id, title, desc, rows, names, scale, decimals, size, say, language } = props
  const wide = size === 'wide'
  const [width, left, pitch] = wide ? ([860, 240, 28] as const) : ([340, 34, 46] as const)
  const right = width - 40
  const top = 34
  const bottom = top + pitch * rows.length + 2
  const { at, ticks } = valueScale(scale, rows.flatMap(known), [left, right])
  const words = tickWords(language, scale, ticks)
  const heightOf = (index: number) => top + pitch * (index + (wide ? 0.5 : 0.72))
  return (
    <Canvas
      id={id}
      size={size}
      width={width}
      height={bottom + 28}
      title={title}
      desc={desc ?? say('ui.chart.gaps', { one: names.one, other: names.other, count: rows.length })}
    >
      <circle class="hol" cx={left + 5} cy="11" r="5" />
      <Words x={left + 16} y={15} language={language}>
        {names.one}
      </Words>
      <circle class="dot" cx={left + (wide ? 165 : 135)} cy="11" r="5" />
      <Words x={left + (wide ? 176 : 146)} y={15} language={language}>
        {names.other}
      </Words>
      {ticks.map((tick, index) => (
        <>
          <path class="gr" d={`M${px(at(tick))} ${top - 6}V${bottom}`} />
          <Figures x={at(tick)} y={bottom + 20} anchor="middle">
            {words[index]}
          </Figures>
        </>
      ))}
      <path class="ax" d={`M${left} ${bottom}H${right}`} />
      {rows.map(({ label, one, other }, index) => {
        const y = heightOf(index)
        const places = [one, other].map((value) => (value === null ? null : at(Number(value))))
        const [a = null, b = null] = places
        const oneIsRight = one !== null && other !== null && Number(one) > Number(other)
        return (
          <>
            <Words
              class={wide ? 'halo' : 's halo'}
              x={wide ? left - 14 : 0}
              y={wide ? y + 4 : y - 14}
              anchor={wide ? 'end' : 'start'}
              language={language}
            >
              {label}
            </Words>
            {a === null || b === null ? null : <path class="rec" d={`M${px(a)} ${px(y)}H${px(b)}`} />}
            {a === null || one === null ? null : (
              <>
                <circle class="hol" cx={px(a)} cy={px(y)} r="5" />
                <Figures
                  class="s halo"
                  x={a + (oneIsRight ? 9 : -9)}
                  y={y + 4}
                  {...(oneIsRight ? {} : { anchor: 'end' })}
                >
                  {figure(language, one, decimals)}
                </Figures>
              </>
            )}
            {b === null || other === null ? null : (
              <>
                <circle class="dot" cx={px(b)} cy={px(y)} r="5" />
                <Figures
                  class="s halo"
                  x={b + (oneIsRight ? -9 : 9)}
                  y={y + 4}
                  {...(oneIsRight ? { anchor: 'end' as const } : {})}
                >
                  {figure(language, other, decimals)}
                </Figures>
              </>
            )}
          </>
        )
      })}
    </Canvas>
  )
}

/** Two groups a row and the gap between them. */
export const GapChart = atBothSizes<GapChartProps>(Drawing)
