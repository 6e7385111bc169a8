import type { z } from 'zod'
import type { Fault, Language, Words } from '#kernel'
import { checkPlan, type PlanFault } from './core/checking.ts'
import type { EditionCode } from './core/ids.ts'
import type { Edition, Plan } from './core/plan.ts'
import {
  benchmarksSchema,
  crosswalkSchema,
  editionSchema,
  findingsSchema,
  frameworksSchema,
  measuresSchema,
  organisationSchema,
  wordingSchema,
} from './format.ts'
import { mended } from './mending.ts'
import { type Part, readParts, type Shell } from './parts.ts'
import { shaped } from './shape.ts'
import { faultAt, type Path } from './source.ts'
import { resolved, type Wording, wordsOf } from './wording.ts'

/** A plan as its files tell it: whole, or everything that is wrong with it. */
export type ReadPlan = { readonly plan: Plan | null; readonly faults: readonly Fault[]; readonly digest: string }

type ParsedEdition = z.infer<typeof editionSchema>

/** An element knows its edition and its place in it; its lines and paragraph are its source. */
const editionFrom = (parsed: ParsedEdition): Edition => ({
  ...parsed,
  elements: parsed.elements.map(({ lines, paragraph, ...element }, at) => ({
    ...element,
    edition: parsed.code,
    position: at + 1,
    source: { lines, paragraph },
  })),
  brackets: parsed.brackets.map((bracket) => ({ ...bracket, edition: parsed.code })),
})

type Reader = {
  readonly faults: Fault[]
  /** Which parts had a wrong shape. */
  readonly broken: Set<string>
  readonly read: <Value>(part: Part | undefined, schema: z.ZodType<Value>) => Value | null
}

const readerWith = (wording: Wording, wanted: readonly Language[]): Reader => {
  const faults: Fault[] = []
  const broken = new Set<string>()
  return {
    faults,
    broken,
    read: (part, schema) => {
      if (part === undefined) return null
      const first = shaped(schema, part.value, part.place)
      const { value, faults: wrong } = first
      faults.push(...wrong)
      if (wrong.length > 0) broken.add(String(part.path[0]))
      const usable = value ?? shaped(schema, mended(part.value, first), part.place).value
      if (usable === null) return null
      const whole = resolved(usable, part.place, wording, wanted)
      faults.push(...whole.faults)
      return whole.value
    },
  }
}

const wordingFrom = (parts: readonly Part[]): { readonly wording: Wording; readonly faults: readonly Fault[] } => {
  const read = parts
    .filter(({ path }) => path[0] === 'wording')
    .map(({ path, place, value }) => ({ language: String(path[1]), ...shaped(wordingSchema, value, place) }))
  return {
    wording: Object.fromEntries(read.map(({ language, value }) => [language, value ?? {}])),
    faults: read.flatMap(({ faults }) => faults),
  }
}

/** Of an element that stands for a wrong one, only what names it counts. */
const ofStandIns = new Set(['elementTwice', 'unknownParent', 'unknownKind', 'circle'])

const judged = (
  found: readonly PlanFault[],
  parts: readonly Part[],
  main: Part['place'],
  { faults, broken }: Reader,
): readonly Fault[] => {
  const wrongHeads = new Set(
    faults.flatMap(({ at, code }) => {
      const isHead = !/\/(?:elements|brackets)\//.test(`${at.path ?? ''}/`)
      return isHead && code !== 'plan.fault.noWording' ? [at.file] : []
    }),
  )
  const wrongElements = new Set(
    faults.flatMap(({ at, code }) => {
      const index = /(?:^|\/editions\/\d+)\/elements\/(\d+)\//.exec(`${at.path ?? ''}/`)
      return index === null || code === 'plan.fault.noWording' ? [] : [`${at.file} ${index[1]}`]
    }),
  )
  return found.flatMap(({ code, facts, at }) => {
    if (code === 'plan.fault.noMeasure' && broken.has('measures')) return []
    if (code === 'plan.fault.benchmarkFirst' && broken.has('benchmarks')) return []
    const part = parts.find(({ path }) => path.every((one, nth) => at[nth] === one))
    if (part === undefined) return [faultAt(main, at, code, facts)]
    const rest = at.slice(part.path.length)
    const isOfHead = part.path[0] === 'editions' && rest[0] !== 'elements' && rest[0] !== 'brackets'
    if (isOfHead && broken.has('editions') && wrongHeads.has(part.place.source.file)) return []
    const isStandIn = rest[0] === 'elements' && wrongElements.has(`${part.place.source.file} ${rest[1]}`)
    if (isStandIn && !ofStandIns.has(code.slice('plan.fault.'.length))) return []
    return [faultAt(part.place, rest, code, facts)]
  })
}

const assembled = (shell: Shell, names: Words, parts: readonly Part[], { read, broken }: Reader): Plan | null => {
  const at = (...path: Path): Part | undefined => parts.find((one) => one.path.join('/') === path.join('/'))
  const organisation = read(at('organisation'), organisationSchema)
  const editions = shell.editions.map((_, nth) => read(at('editions', nth), editionSchema))
  const crosswalks = shell.crosswalks.map((_, nth) => read(at('crosswalks', nth), crosswalkSchema))
  const findings = read(at('findings'), findingsSchema)
  const frameworks = read(at('frameworks'), frameworksSchema)
  const measures = read(at('measures'), measuresSchema)
  const benchmarks = read(at('benchmarks'), benchmarksSchema)
  if (organisation === null || broken.has('organisation') || editions.includes(null)) return null
  return {
    slug: shell.slug,
    names,
    languages: shell.languages,
    organisation,
    inForce: shell.inForce as EditionCode,
    firstShown: shell.firstShown as EditionCode,
    editions: editions.flatMap((one) => (one === null ? [] : [editionFrom(one)])),
    crosswalks: broken.has('crosswalks') ? [] : crosswalks.flatMap((one) => one ?? []),
    findings: findings ?? [],
    frameworks: frameworks ?? [],
    measures: measures ?? [],
    benchmarks: benchmarks ?? [],
  }
}

/** Reads a plan from its file. Either it is whole, or every fault is listed with file, path, line and column. */
export const readPlan = async (file: string): Promise<ReadPlan> => {
  const { shell, main, parts, faults, digest } = await readParts(file)
  if (shell === null) return { plan: null, faults, digest }
  const { wording, faults: ofWording } = wordingFrom(parts)
  const reader = readerWith(wording, shell.languages)
  const names = wordsOf(shell.names as Parameters<typeof wordsOf>[0], wording, shell.languages)
  const plan = assembled(shell, names.words, parts, reader)
  const all = [
    ...faults,
    ...ofWording,
    ...names.misses.map(({ code, facts }) => faultAt(main, ['names'], code, facts)),
    ...reader.faults,
    ...(plan === null ? [] : judged(checkPlan(plan), parts, main, reader)),
  ]
  return { plan: all.length === 0 ? plan : null, faults: all, digest }
}
