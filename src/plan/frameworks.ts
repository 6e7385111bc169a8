import type { Words } from '#kernel'
import type { Ask } from '#platform'
import type { Element } from './core/element.ts'
import { codesServed, type FrameworkRead, inCodeOrder, measuredBy, namesIn, readFramework } from './core/frameworks.ts'
import type { Indexed } from './core/indexed.ts'
import type { Framework } from './core/plan.ts'
import { seriesOf } from './neighbours/statistics.ts'

/** A series here that serves a code of the framework, and what it measures in the plan. */
export type Serving = { readonly code: string; readonly names: Words; readonly measures: readonly Element[] }

export type FrameworkShown = FrameworkRead & {
  readonly ix: Indexed
  /** By code, printed or not; in the order of codes. */
  readonly serving: ReadonlyMap<string, readonly Serving[]>
  /** Codes that series here serve and the text prints nowhere. */
  readonly unprinted: readonly string[]
}

export const frameworkShown = async (ask: Ask, ix: Indexed, framework: Framework): Promise<FrameworkShown> => {
  const read = readFramework(ix, framework, ask.asOf)
  const names = namesIn(read)
  const all = [...(await seriesOf(ask.db, null, ask.asOf)).values()].flatMap((series) =>
    codesServed(series.frame, names).map((served) => ({
      served,
      series: { code: series.code, names: series.names, measures: measuredBy(ix, read, series.code) },
    })),
  )
  const serving = new Map(
    [...Map.groupBy(all, ({ served }) => served)].map(
      ([code, some]) => [code, some.map(({ series }) => series)] as const,
    ),
  )
  const printed = new Set(read.codes.map(({ code }) => code))
  const unprinted = [...serving.keys()].filter((code) => !printed.has(code)).toSorted(inCodeOrder)
  return { ...read, ix, serving, unprinted }
}
