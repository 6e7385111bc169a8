import { type Language, plainDecimal, wordsIn } from '#kernel'
import type { Here, Say } from '#platform'
import { numberOf, type Observation } from '#statistics/core'
import { type GridCell, hrefOf, type Point, type Scale, signsOf } from '#ui'
import type { Explored, ExploredCell, ExploredLine } from '../exploring.ts'
import { computedWords } from './aggregate-words.tsx'
import { valueWords } from './figure.tsx'
import { breakdownWords } from './names.tsx'

/** The figure of a cell as published, where there is one. */
const published = (cell: ExploredCell): Observation | null => {
  if (cell.kind === 'observation') return cell.observation
  return cell.figure.headline?.by === 'custodian' ? cell.figure.headline.observation : null
}

/** The number in a cell, for drawing and ordering; null where there is none. */
export const numberIn = (cell: ExploredCell | undefined): number | null => {
  if (cell === undefined) return null
  const own = published(cell)
  if (own !== null) return own.value.kind === 'known' ? numberOf(own.value.value) : null
  return cell.kind === 'group' && cell.figure.headline?.by === 'computed' ? cell.figure.headline.value : null
}

export const isProjected = (cell: ExploredCell): boolean =>
  cell.kind === 'observation' && cell.observation.nature === 'F'

/** What a cell says, in words without its unit. */
export const cellWords = (language: Language, cell: ExploredCell | undefined, decimals: number): string => {
  if (cell === undefined) return '…'
  const own = published(cell)
  if (own !== null) {
    if (own.value.kind === 'missing') return own.value.reason === 'not-applicable' ? '–' : '…'
    return valueWords(language, own.value.value, decimals)
  }
  const number = numberIn(cell)
  return number === null ? '…' : computedWords(language, number, decimals)
}

/** Natures that are marked where they stand beside others. */
const marked = new Set(['E', 'M', 'F', 'CA'])

const markOf = (cell: ExploredCell, marks: ReadonlySet<string>): string | undefined => {
  const own = published(cell)
  const nature = own?.nature ?? (cell.kind === 'group' && cell.figure.ours.label === 'estimate' ? 'E' : null)
  const isEstimate = own === null && nature !== null
  const mark = nature !== null && (isEstimate || marks.has(nature)) ? nature : ''
  const flag = own?.flag === null || own === null ? '' : '!'
  return `${flag}${mark}` || undefined
}

/** The marks that the cells of a table need: none where all of them share one nature. */
export const marksAmong = (observations: readonly Observation[]): ReadonlySet<string> => {
  const natures = new Set(observations.map(({ nature }) => nature ?? ''))
  return natures.size < 2 ? new Set() : new Set([...natures].filter((one) => marked.has(one)))
}

/** The cells of one line and one area, year by year: each leads to where its figure is from. */
export const cellsOver = (
  { at }: Explored,
  line: ExploredLine,
  area: string,
  marks: ReadonlySet<string>,
  reader: { readonly say: Say; readonly language: Language; readonly here: Here },
): ((year: number) => GridCell) => {
  const { say, language, here } = reader
  const { series, breakdown } = line.selection
  const own = breakdown === '' ? {} : { breakdown }
  // The year comes last: a row of addresses differs in its end alone, and is a tenth as long when compressed.
  const cell = hrefOf(language, here, `/observations?${new URLSearchParams({ series, area, ...own })}`)
  const explained = hrefOf(language, here, `/explain?${new URLSearchParams({ series, group: area, ...own })}`)
  return (year) => {
    const found = at(line, area, year)
    const words = cellWords(language, found, line.series.decimals)
    if (found === undefined) return { words }
    const mark = markOf(found, marks)
    const value = published(found)?.value
    return {
      words,
      href: `${found.kind === 'group' ? explained : cell}&year=${year}`,
      ...(mark === undefined ? {} : { mark }),
      ...(value?.kind === 'missing' ? { title: say(`ui.missing.${value.reason}`) } : {}),
    }
  }
}

/** What a line is called: its series, and its breakdown where there are several. */
export const lineWords = (say: Say, language: Language, { dimensions }: Explored, line: ExploredLine): string => {
  const name = wordsIn(language, line.series.names)
  if (!line.broken) return name
  return `${name}${signsOf(language).comma}${breakdownWords(say, language, dimensions, line.selection.breakdown)}`
}

/** Per cent from 0 to 100, unless a value stands outside. */
export const scaleOf = (language: Language, { series }: ExploredLine, values: readonly number[]): Scale =>
  series.unit === 'PT' && values.every((value) => value <= 100)
    ? { kind: 'percent' }
    : { kind: 'plain', unit: wordsIn(language, series.unitNames) }

/** The observed figures of an area as a line: projections are left out, bounds stand as bounds. */
export const pointsOf = ({ at, years }: Explored, line: ExploredLine, area: string): readonly Point[] =>
  years.flatMap((year): Point[] => {
    const cell = at(line, area, year)
    if (cell === undefined || isProjected(cell)) return []
    const number = numberIn(cell)
    if (number === null) return []
    const own = published(cell)?.value
    if (own?.kind !== 'known') return [{ year, value: plainDecimal(String(number)) }]
    const { decimal, bound } = own.value
    return [{ year, value: plainDecimal(decimal), ...(bound === null ? {} : { bound }) }]
  })

/** The newest observed figure of an area in the years shown. */
export const latestIn = (
  { at, years }: Explored,
  line: ExploredLine,
  area: string,
): { readonly year: number; readonly cell: ExploredCell; readonly number: number } | null => {
  for (const year of years.toReversed()) {
    const cell = at(line, area, year)
    if (cell === undefined || isProjected(cell)) continue
    const number = numberIn(cell)
    if (number !== null) return { year, cell, number }
  }
  return null
}
