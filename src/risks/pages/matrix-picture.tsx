import type { FC } from 'hono/jsx'
import { directionOf, type Language } from '#kernel'
import type { Say } from '#platform'
import { isAboveAppetite, type Matrix, type MatrixCell } from '#risks/core'
import { DataTable, Link } from '#ui'
import { GradeMark, gradeWords, type Reader, RiskLink, stepWords } from './saying.tsx'

type Size = 'wide' | 'narrow'
type Layout = {
  readonly left: number
  readonly top: number
  readonly cell: number
  readonly height: number
  readonly bottom: number
  /** Above each row, for the words of its likelihood where none fit beside it. */
  readonly strip: number
}

const layouts: Readonly<Record<Size, Layout>> = {
  wide: { left: 168, top: 12, cell: 148, height: 76, bottom: 58, strip: 0 },
  narrow: { left: 8, top: 12, cell: 68, height: 70, bottom: 62, strip: 20 },
}

/** The same shapes as beside words, larger, around the point 0,0. */
const shapeOf = (grade: number) => {
  if (grade === 0) return <circle r="15" class="rec" />
  if (grade === 1) return <rect x="-15" y="-15" width="30" height="30" class="rec" />
  if (grade === 2) return <path d="M0-20 20 0 0 20-20 0Z" class="rec" />
  if (grade === 3) return <path d="M0-23 23 0 0 23-23 0ZM0-18 18 0 0 18-18 0Z" class="rec" />
  return <path d="M-23 15H23L0-24Z" class="rec" />
}

const linesOf = (words: string, room: number): readonly string[] => {
  const lines = ['']
  for (const word of words.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && [...last, ' ', ...word].length > room) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.slice(0, 3)
}

const Words: FC<{
  x: number
  y: number
  words: string
  room: number
  language: Language
  anchor?: 'start' | 'middle' | 'end'
  class?: string
}> = ({ x, y, words, room, language, anchor = 'middle', ...rest }) => (
  <text x={x} y={y} text-anchor={anchor} direction={directionOf(language) === 'rtl' ? 'rtl' : undefined} {...rest}>
    {linesOf(words, room).map((line, at) => (
      <tspan x={x} dy={at === 0 ? 0 : 14}>
        {line}
      </tspan>
    ))}
  </text>
)

type PictureProps = { readonly matrix: Matrix; readonly title: string; readonly say: Say; readonly language: Language }

/** Where the grade goes beyond what is borne: between two neighbours of which one is above and one is not. */
const appetiteLines = (
  rows: readonly (readonly MatrixCell[])[],
  isAbove: (cell: MatrixCell) => boolean,
  at: (row: number, column: number) => readonly [number, number],
  height: number,
): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((cell, x) => {
        const beside = row[x + 1]
        const below = rows[y + 1]?.[x]
        const [left, top] = at(y, x)
        const [right] = at(y, x + 1)
        const bottom = top + height
        return [
          ...(beside !== undefined && isAbove(beside) !== isAbove(cell) ? [`M${right} ${top}V${bottom}`] : []),
          ...(below !== undefined && isAbove(below) !== isAbove(cell) ? [`M${left} ${bottom}H${right}`] : []),
        ]
      }),
    )
    .join('')

const Drawn: FC<PictureProps & { readonly size: Size }> = ({ matrix, title, say, language, size }) => {
  const { left, top, cell, height, bottom, strip } = layouts[size]
  const rowHeight = height + strip
  const columns = matrix.rows[0]?.length ?? 0
  const isRtl = directionOf(language) === 'rtl'
  const width = left + columns * cell + 8
  /** In Arabic everything is mirrored: impacts grow to the left. */
  const across = (x: number): number => (isRtl ? width - x : x)
  const at = (row: number, column: number): readonly [number, number] => [
    across(left + column * cell),
    top + row * rowHeight + strip,
  ]
  const { scale } = matrix
  const id = `matrix-${size}`
  const isNarrow = size === 'narrow'
  return (
    <svg
      class={size}
      viewBox={`0 0 ${width} ${top + matrix.rows.length * rowHeight + bottom}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{say('risks.matrix.about')}</desc>
      {matrix.rows.map((row, y) => (
        <>
          <Words
            x={across(isNarrow ? left : left - 10)}
            y={isNarrow ? top + y * rowHeight + 15 : top + y * rowHeight + height / 2 - 2}
            words={stepWords(language, scale, 'likelihood', row[0]?.likelihood ?? 1)}
            room={isNarrow ? 60 : 20}
            language={language}
            anchor={isNarrow ? 'start' : 'end'}
          />
          {row.map((one, x) => {
            const [edge, upper] = at(y, isRtl ? x + 1 : x)
            const middle = edge + cell / 2
            const count = one.risks.length
            return (
              <g data-cell={`${one.likelihood}-${one.impact}`} data-count={count}>
                <rect
                  x={edge}
                  y={upper}
                  width={cell}
                  height={height}
                  class={isAboveAppetite(scale, one.grade) ? 'm1 edge' : 'under'}
                />
                <rect x={edge} y={upper} width={cell} height={height} class="box" fill="none" />
                <text x={middle} y={upper + 17} text-anchor="middle" class="s">
                  {isNarrow
                    ? [...gradeWords(language, scale, one.grade)].slice(0, 9).join('')
                    : gradeWords(language, scale, one.grade)}
                </text>
                {count === 0 ? null : (
                  <>
                    <g transform={`translate(${middle} ${upper + height / 2 + 8})`} fill="none">
                      {shapeOf(one.grade)}
                    </g>
                    <text x={middle} y={upper + height / 2 + 13} text-anchor="middle" class="k">
                      {count}
                    </text>
                  </>
                )}
              </g>
            )
          })}
        </>
      ))}
      <path
        d={appetiteLines(matrix.rows, (one) => isAboveAppetite(scale, one.grade), at, height)}
        class="tgt"
        fill="none"
      />
      {scale.impact.map((_, x) => (
        <Words
          x={across(left + (x + 0.5) * cell)}
          y={top + matrix.rows.length * rowHeight + 18}
          words={stepWords(language, scale, 'impact', x + 1)}
          room={isNarrow ? 9 : 20}
          language={language}
          class="s"
        />
      ))}
    </svg>
  )
}

/** How many risks stand where; the line is what the organization bears. The sheet shows the drawing that fits. */
export const MatrixPicture: FC<PictureProps> = (props) => (
  <>
    <Drawn {...props} size="wide" />
    <Drawn {...props} size="narrow" />
  </>
)

/** Names that stand in one cell of the table; the register has them all. */
const mostNames = 8

/** The same as a table: a row for each likelihood, a column for each impact, the risks by name. */
export const MatrixTable: FC<Reader & { readonly matrix: Matrix }> = ({ matrix, ...reader }) => {
  const { say, language, here } = reader
  const { scale } = matrix
  return (
    <DataTable
      label={say('risks.matrix.table')}
      caption={say('risks.matrix.tableAbout')}
      columns={[
        { head: say('risks.likelihood') },
        ...scale.impact.map((_, at) => ({ head: stepWords(language, scale, 'impact', at + 1) })),
      ]}
      groups={[
        {
          rows: matrix.rows.map((row) => ({
            cells: [
              stepWords(language, scale, 'likelihood', row[0]?.likelihood ?? 1),
              ...row.map((one) => (
                <div data-table-count={one.risks.length}>
                  <span class="nw small">
                    <GradeMark grade={one.grade} /> {gradeWords(language, scale, one.grade)}
                  </span>
                  {one.risks.length === 0 ? (
                    <div class="dim small">{say('risks.matrix.none')}</div>
                  ) : (
                    <>
                      <div>{say('risks.matrix.count', { count: one.risks.length })}</div>
                      {one.risks.slice(0, mostNames).map((risk) => (
                        <div class="small">
                          <RiskLink risk={risk} {...reader} />
                        </div>
                      ))}
                      {one.risks.length <= mostNames ? null : (
                        <div class="small">
                          <Link
                            to={`/risks?grade=${encodeURIComponent(scale.grades[one.grade]?.code ?? '')}`}
                            language={language}
                            here={here}
                          >
                            {say('risks.matrix.more', { count: one.risks.length - mostNames })}
                          </Link>
                        </div>
                      )}
                    </>
                  )}
                </div>
              )),
            ],
          })),
        },
      ]}
      wide
      say={say}
    />
  )
}
