import type { Facts } from '#kernel'
import { isGroup } from './ids.ts'

export const views = ['table', 'line', 'map', 'dots'] as const
export type View = (typeof views)[number]

/** What the rows of the table are; the columns are years, or areas where the rows are years. */
export const pivots = ['area', 'year', 'series'] as const
export type Pivot = (typeof pivots)[number]

/** As many cells as a page shows; a file has no end. */
export const mostCells = 20_000

/** What is looked at: the whole state of the explorer, which is its address. */
export type Exploring = {
  readonly series: readonly string[]
  /** As asked; empty: the plainest of each series. `*` alone: all there are. */
  readonly breakdowns: readonly string[]
  /** Economies, and groups as one figure. With `groups` empty too: every economy. */
  readonly areas: readonly string[]
  /** Groups whose members are shown. */
  readonly groups: readonly string[]
  readonly from: number | null
  readonly to: number | null
  readonly view: View
  readonly rows: Pivot
  /** The order of rows: by name, or by the figures of a year; falling with a minus before it. */
  readonly sort: string
}

export const everyBreakdown = '*'
export const byName = 'name'

/** One series, for everybody, over the last years. */
export const exploringOf = (series: string, breakdowns: readonly string[]): Exploring => ({
  series: [series],
  breakdowns,
  areas: [],
  groups: [],
  from: null,
  to: null,
  view: 'table',
  rows: 'area',
  sort: byName,
})

/** What follows the question mark; what is as it would be anyway is left out. Commas stay as they are: the address is read by people. */
export const questionOf = (one: Exploring): string =>
  [
    ['series', one.series.join(',')],
    ['area', one.areas.join(',')],
    ['group', one.groups.join(',')],
    ['breakdown', one.breakdowns.join(',')],
    ['from', one.from === null ? '' : String(one.from)],
    ['to', one.to === null ? '' : String(one.to)],
    ['view', one.view === 'table' ? '' : one.view],
    ['rows', one.rows === 'area' ? '' : one.rows],
    ['sort', one.sort === byName ? '' : one.sort],
  ]
    .flatMap(([name = '', value = '']) =>
      value === '' ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2F', '/')}`],
    )
    .join('&')

export const exploringAddress = (one: Exploring): string => `/series?${questionOf(one)}`

/** What a text means: the things it names to the letter, else the nearest. */
export type Meant = { readonly exact: boolean; readonly codes: readonly string[] }
export type Meanings = { readonly series: (text: string) => Meant; readonly area: (text: string) => Meant }

/** Something to take instead, as the page that shows it; `kind` says what the code is of. */
export type Instead = {
  readonly kind: 'series' | 'area' | 'group' | 'breakdown' | 'years' | 'plain'
  readonly code: string
  readonly exploring: Exploring
}

/** A part of an address that was not understood or not followed, why, and what may have been meant. */
export type Misread = { readonly code: string; readonly facts: Facts; readonly instead: readonly Instead[] }

export type Asked = Readonly<
  Partial<
    Record<
      'series' | 'area' | 'group' | 'breakdown' | 'from' | 'to' | 'view' | 'rows' | 'sort' | 'add' | 'with',
      string | undefined
    >
  >
>

const unique = <One>(all: readonly One[]): readonly One[] => [...new Set(all)]

const split = (text: string): readonly string[] =>
  unique(
    text
      .split(/[,،、;；]/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )

type Strange = { readonly parameter: string; readonly value: string; readonly near: readonly string[] }

const only = ({ exact, codes }: Meant): string | undefined => (exact && codes.length === 1 ? codes[0] : undefined)

/** The codes that a list means. A name may have a comma in it: the whole text is tried first. */
const listed = (parameter: string, text: string | undefined, meant: (text: string) => Meant) => {
  const codes: string[] = []
  const strange: Strange[] = []
  const whole = text === undefined || text.trim() === '' ? undefined : only(meant(text))
  for (const value of whole === undefined ? split(text ?? '') : []) {
    const found = meant(value)
    const code = only(found)
    if (code === undefined) strange.push({ parameter, value: value.slice(0, 80), near: found.codes.slice(0, 4) })
    else codes.push(code)
  }
  return { codes: unique(whole === undefined ? codes : [whole]), strange }
}

const yearFrom = (text: string | undefined): number | null | undefined =>
  text === undefined || text === '' ? null : /^\d{4}$/.test(text) ? Number(text) : undefined

/** A member of a list, or nothing where the text is none. */
const oneOf = <const One extends string>(among: readonly One[], text: string | undefined): One | undefined =>
  among.find((one) => one === text)

export type Read = {
  readonly exploring: Exploring
  readonly misread: readonly Misread[]
  /** Something was typed into a box and understood: the address of it is another. */
  readonly typed: boolean
}

/**
 * An address as it was meant. What is not understood is left out and said, with the nearest; nothing of the rest is lost.
 * A group typed into the box of areas stands for its members, but for the world, which stands for itself: its members are everybody.
 */
export const exploringFrom = (asked: Asked, meanings: Meanings, isWorld: (group: string) => boolean): Read => {
  const series = listed('series', asked.series, meanings.series)
  const typedSeries = listed('with', asked.with, meanings.series)
  const areas = listed('area', asked.area, meanings.area)
  const groups = listed('group', asked.group, meanings.area)
  const typed = listed('add', asked.add, meanings.area)
  const [from, to] = [yearFrom(asked.from), yearFrom(asked.to)]
  const isTurned = typeof from === 'number' && typeof to === 'number' && from > to
  const asGroup = (code: string) => isGroup(code) && !isWorld(code)
  const exploring: Exploring = {
    series: unique([...series.codes, ...typedSeries.codes]),
    breakdowns: split((asked.breakdown ?? '').replaceAll(';', '\u0000')).map((one) => one.replaceAll('\u0000', ';')),
    areas: unique([
      ...areas.codes,
      ...groups.codes.filter((one) => !isGroup(one)),
      ...typed.codes.filter((one) => !asGroup(one)),
    ]),
    groups: unique([...groups.codes.filter(isGroup), ...typed.codes.filter(asGroup)]),
    from: (isTurned ? to : from) ?? null,
    to: (isTurned ? from : to) ?? null,
    view: oneOf(views, asked.view) ?? 'table',
    rows: oneOf(pivots, asked.rows) ?? 'area',
    sort: /^-?(?:name|\d{4})$/.test(asked.sort ?? '') ? (asked.sort ?? byName) : byName,
  }
  const insteadOf = ({ parameter }: Strange, code: string): Instead => {
    if (parameter === 'series' || parameter === 'with')
      return { kind: 'series', code, exploring: { ...exploring, series: unique([...exploring.series, code]) } }
    if (parameter === 'area' || !asGroup(code))
      return { kind: 'area', code, exploring: { ...exploring, areas: unique([...exploring.areas, code]) } }
    return { kind: 'group', code, exploring: { ...exploring, groups: unique([...exploring.groups, code]) } }
  }
  const all = [series, typedSeries, areas, groups, typed].flatMap(({ strange }) => strange)
  const unknown = (parameter: string, value: string | undefined): readonly Misread[] => [
    {
      code: 'statistics.explore.notUnderstood',
      facts: { parameter, value: (value ?? '').slice(0, 80) },
      instead: [{ kind: 'plain', code: '', exploring }],
    },
  ]
  return {
    exploring,
    misread: [
      ...all.map((one): Misread => {
        const isTyped = one.parameter === 'with' || one.parameter === 'add'
        return {
          code: isTyped ? 'statistics.explore.typedNotUnderstood' : 'statistics.explore.notUnderstood',
          facts: { parameter: one.parameter, value: one.value },
          instead: one.near.map((code) => insteadOf(one, code)),
        }
      }),
      ...(from === undefined ? unknown('from', asked.from) : []),
      ...(to === undefined ? unknown('to', asked.to) : []),
      ...(isTurned
        ? [
            {
              code: 'statistics.explore.yearsTurned',
              facts: { from: String(from), to: String(to) },
              instead: [{ kind: 'years' as const, code: `${to}–${from}`, exploring }],
            },
          ]
        : []),
      ...(asked.view !== undefined && oneOf(views, asked.view) === undefined ? unknown('view', asked.view) : []),
      ...(asked.rows !== undefined && oneOf(pivots, asked.rows) === undefined ? unknown('rows', asked.rows) : []),
      ...(asked.sort !== undefined && asked.sort !== exploring.sort ? unknown('sort', asked.sort) : []),
    ],
    typed: typed.codes.length + typedSeries.codes.length > 0 && typed.strange.length + typedSeries.strange.length === 0,
  }
}

/** As much of a table as a page shows: the last years of it, and where one year alone is too much the first areas. */
export const fitting = (
  lines: number,
  areas: readonly string[],
  years: readonly number[],
): { readonly areas: readonly string[]; readonly years: readonly number[] } => {
  const most = Math.max(1, Math.floor(mostCells / Math.max(1, lines)))
  const kept = areas.slice(0, most)
  const width = Math.max(1, Math.floor(mostCells / Math.max(1, lines * kept.length)))
  return { areas: kept, years: years.slice(-width) }
}
