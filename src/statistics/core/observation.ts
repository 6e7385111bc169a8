import type { Known, MissingReason } from '#kernel'
import type { AreaCode, ReleaseNumber, SeriesCode } from './ids.ts'

/** A number as published: its digits to the letter. Compare and draw it with `numberOf`; print it from the digits. */
export type Figure = {
  /** `65.4`, `.5`, `9.17E-05`. */
  readonly decimal: string
  /** `>` with 95.0: more than 95.0, and nobody says how much. Such a figure is never averaged as if it were the number. */
  readonly bound: '<' | '>' | null
}

/** The nearest binary number, for drawing and comparing; never for printing. */
export const numberOf = ({ decimal }: Figure): number => Number(decimal)

/** A value as a file takes it, in three cells: its digits, its bound, and the reason for having none. */
export const cellsOf = ({ value }: Pick<Observation, 'value'>) =>
  value.kind === 'known'
    ? { value: value.value.decimal, bound: value.value.bound, missing: null }
    : { value: null, bound: null, missing: value.reason }

/** A value outside the plausible range of its series: as published, and kept out of judgements until somebody confirms it. */
export type Flag = 'outside-range'

/** What one row of a file says. `published` is its cell as it stands there. */
export type Reading = {
  readonly series: SeriesCode
  readonly breakdown: string
  readonly area: AreaCode
  readonly year: number
  readonly value: Known<Figure>
  readonly published: string
  readonly unit: string
  /** How the publisher says that it came about: country data, estimate, projection ... A code of the list NATURE. */
  readonly nature: string | null
  /** The publisher's own status code, SDMX OBS_STATUS: B for a break ... */
  readonly status: string | null
  readonly note: string
  readonly source: string
  readonly flag: Flag | null
}

export type Observation = Reading & { readonly release: ReleaseNumber }

/** One cell of the statistics, over all releases. */
export type Cell = {
  readonly series: string
  readonly breakdown: string
  readonly area: string
  readonly year: number
}

/** A projection is no observation: the latest value is never one. */
export const projected = 'F'

/** Signs with which files say that there is no value. An empty cell is none of them: it needs a reason. */
const signs: ReadonlySet<string> = new Set(['..', '...', '…', '-', '–', 'na', 'n/a', 'n.a.', 'n.a', 'nan', 'null'])

export const missingReasons: readonly MissingReason[] = [
  'not-available',
  'not-collected',
  'not-applicable',
  'not-yet-assessed',
  'withheld',
  'withdrawn',
]

/** The reason that a nature gives for an empty cell: N is not relevant, NA not available. */
const natures: Readonly<Record<string, MissingReason>> = { N: 'not-applicable', NA: 'not-available' }

/** Digits enough for anything that is counted; `1e99999` is a number to nobody, and no database holds it. */
const plain = /^([<>]?)\s*([+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,2})?)$/

/** The value of a cell; `empty` when it has neither a value nor a reason, `no-number` when it is not understood. */
export const valueIn = (cell: string, nature: string): Known<Figure> | 'empty' | 'no-number' => {
  const text = cell.trim()
  const found = plain.exec(text)
  if (found !== null) {
    const bound = found[1]
    return { kind: 'known', value: { decimal: found[2] ?? '', bound: bound === '<' || bound === '>' ? bound : null } }
  }
  if (text === '') {
    const reason = natures[nature]
    return reason === undefined ? 'empty' : { kind: 'missing', reason }
  }
  if (signs.has(text.toLowerCase())) return { kind: 'missing', reason: natures[nature] ?? 'not-available' }
  return 'no-number'
}
