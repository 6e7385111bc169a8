import { z } from 'zod'
import { type Absent, type Look, notUnderstood } from '#platform'
import { isGroup, latestOfEach, type Observation, selectionKey } from '#statistics/core'
import { pathOf } from './core/address.ts'
import type { Element } from './core/element.ts'
import { childrenOf, findingsOf, type Indexed, kindOf } from './core/indexed.ts'
import { type Beside, type Choice, type Chosen, type Figures, type Measured, namesCode } from './core/measured.ts'
import { choiceOf, fitOf, isSeries, sexesOf } from './core/measured-choice.ts'
import { baseYearOf, distributionOf, economyOrders, economyRows } from './core/measured-economies.ts'
import { sexGapOf } from './core/measured-gaps.ts'
import { groupRows, pathOf as worldPathOf } from './core/measured-world.ts'
import type { Edition } from './core/plan.ts'
import { areasOf, dimensions, latestOf, pathsOf, seriesOf, sourcesOf } from './neighbours/statistics.ts'
import { worldLinesOf } from './world-lines.ts'

const word = z.string().max(120)

/** What may follow the question mark of a measured element's page: the address is the state of the page. */
export const chosenAsks = z.object({
  measure: word.optional(),
  breakdown: word.optional(),
  benchmark: word.optional(),
  sort: z.enum(economyOrders).optional(),
})

/** The 400 for a question that names nothing here, for a page that would rather not show the usual in its place. */
export const strangeOf = ({ choice, path, element }: Measured): Absent | null => {
  const [first] = choice.strange
  if (first === undefined) return null
  return notUnderstood('ui.parameterNotUnderstood', first, [{ to: path, words: element.title }])
}

const besideOf =
  (ix: Indexed) =>
  (element: Element): Beside => ({ element, path: pathOf(ix, element), label: kindOf(ix, element).label })

const indicatorsOf = (ix: Indexed, element: Element): readonly Element[] =>
  kindOf(ix, element).role === 'target'
    ? childrenOf(ix, element).filter((one) => kindOf(ix, one).role === 'indicator')
    : []

const economiesIn = (observations: readonly Observation[]): readonly Observation[] =>
  observations.filter(({ area }) => !isGroup(area))

const figuresOf = (
  choice: Choice,
  series: Figures['series'],
  all: readonly Observation[],
  world: { readonly area: string; readonly observations: readonly Observation[] } | undefined,
): Figures | null => {
  if (choice.selection === null || all.length === 0) return null
  const byArea = Map.groupBy(economiesIn(all), ({ area }) => area as string)
  const baseYear = baseYearOf(byArea)
  return {
    series,
    selection: choice.selection.selection,
    world: worldPathOf(world?.observations ?? [], series),
    groups: groupRows(all, world?.area ?? null, baseYear),
    economies: economyRows(byArea, baseYear),
    distribution: distributionOf([...latestOfEach(economiesIn(all)).values()]),
    baseYear,
    fit: fitOf(choice.benchmark?.benchmark ?? null, choice.measure?.measure ?? null, series),
  }
}

/** What the statistics say about a target or an indicator on the day asked; null for elements of other roles. */
export const measuredOf = async (
  { db, asOf, today }: Look,
  ix: Indexed,
  edition: Edition,
  element: Element,
  chosen: Chosen,
): Promise<Measured | null> => {
  const { role, label } = kindOf(ix, element)
  if (role !== 'target' && role !== 'indicator') return null
  const beside = besideOf(ix)
  const choice = choiceOf(ix, element, chosen, asOf)
  const indicators = indicatorsOf(ix, element)
  const nothing: Measured = {
    element,
    edition,
    role,
    path: pathOf(ix, element),
    label,
    below: indicators.map(beside),
    choice,
    figures: null,
    measures: new Map(),
    lines: [],
    sexes: null,
    areas: new Map(),
    natures: null,
    sources: [],
    later: [],
    findings: [...new Set(indicators.flatMap((one) => findingsOf(ix, one)))].filter(({ finding }) =>
      namesCode(finding.en),
    ),
  }
  const { selection, selections } = choice
  if (selection === null) return nothing

  const sexes = sexesOf(selections)
  const whole = selections[0] ?? selection
  const full = [selection, ...(sexes === null ? [] : [whole, ...sexes])].map((one) => one.selection)
  const mains = choice.measures.flatMap(({ slug, measure }) => (isSeries(measure) ? [{ slug, measure }] : []))
  const read = new Set(full.map(selectionKey))
  const others = [...selections.map((one) => one.selection), ...mains.map(({ measure }) => measure.selection)].filter(
    (one) => !read.has(selectionKey(one)),
  )
  const codes = [...new Set(selections.map((one) => one.selection.series))]
  const [definitions, paths, worlds, latest, areas, lists, sources] = await Promise.all([
    seriesOf(db, codes, asOf),
    pathsOf(db, full, null, asOf),
    worldLinesOf(db, [selection.selection], asOf),
    latestOf(db, others, asOf),
    areasOf(db, null),
    dimensions(db),
    sourcesOf(db, codes, today),
  ])
  const key = selectionKey(selection.selection)
  const series = definitions.get(selection.selection.series)
  const pathFor = (one: { readonly selection: typeof selection.selection }) =>
    economiesIn(paths.get(selectionKey(one.selection)) ?? [])
  const latestFor = (one: typeof selection.selection) => {
    const key = selectionKey(one)
    if (!read.has(key)) return distributionOf(latest.get(key) ?? [])
    return distributionOf([...latestOfEach(economiesIn(paths.get(key) ?? [])).values()])
  }
  return {
    ...nothing,
    figures: series === undefined ? null : figuresOf(choice, series, paths.get(key) ?? [], worlds.get(key)),
    measures: new Map(mains.map(({ slug, measure }) => [slug, latestFor(measure.selection)])),
    lines: selections.map((one) => ({ choice: one, distribution: latestFor(one.selection) })),
    sexes: sexes === null ? null : sexGapOf(pathFor(sexes[0]), pathFor(sexes[1]), pathFor(whole)),
    areas,
    natures: lists.find(({ code }) => code === 'NATURE') ?? null,
    sources: sources.map((one) => ({ ...one, releases: one.releases.filter(({ knownOn }) => knownOn <= asOf) })),
    later: sources
      .flatMap(({ releases }) => releases)
      .filter(({ knownOn }) => knownOn > asOf)
      .toSorted((a, b) => (a.knownOn < b.knownOn ? -1 : 1)),
  }
}
