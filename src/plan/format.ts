import { z } from 'zod'
import { unitSorts } from '#access/core'
import { Day, languages, UnitCode, type Words } from '#kernel'
import { benchmarkComparators, benchmarkKinds } from './core/benchmark.ts'
import { agreements, certainties, comparators, directions, type Period } from './core/element.ts'
import { EditionCode, ElementId, KindCode } from './core/ids.ts'
import { breakdownBy, fits, noSeriesReasons } from './core/measure.ts'
import { roles } from './core/organisation.ts'
import { changes, continuities, relations } from './core/plan.ts'

/** Words before they are resolved: a string of the wording files, a quotation of the text, or words in each language. */
export type Said =
  | string
  | { readonly quoted: string }
  | ({ readonly en: string } & { readonly [Other in string]?: string | undefined })

/** What `resolved` looks for in a parsed part. */
export type Wrapped = { readonly said: Said }

export const saidSchema = z
  .union([
    z.string().min(1),
    z.strictObject({ quoted: z.string().min(1) }),
    z.strictObject({
      en: z.string().min(1),
      ...Object.fromEntries(languages.filter((one) => one !== 'en').map((one) => [one, z.string().min(1).optional()])),
    }),
  ])
  .meta({
    id: 'words',
    description:
      'An English string with its rendering in each wording file; words of the text itself; or words in each language.',
  })

/**
 * Parsed words are still wrapped: their languages are looked up afterwards, when the path of each is known.
 * The type is that of the resolved plan, because nothing between here and `resolved` reads them.
 */
const words = saidSchema.transform((said): Words => ({ said }) as unknown as Words)

const idOf = <Id extends string>(kind: { readonly parse: (text: string) => Id | null }) =>
  z.string().transform((text, context): Id => {
    const id = kind.parse(text)
    if (id !== null) return id
    context.addIssue({ code: 'custom', params: { fault: 'badId', facts: { id: text } } })
    return z.NEVER
  })

const edition = idOf(EditionCode)
const elementId = idOf(ElementId)
const kindCode = idOf(KindCode)
const unitCode = idOf(UnitCode)
const day = z.string().transform((text, context): Day => {
  const value = Day.parse(text)
  if (value !== null) return value
  context.addIssue({ code: 'custom', params: { fault: 'badDay', facts: { day: text } } })
  return z.NEVER
})
const line = z.int().min(1)
const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).default([])

const quotation = z.strictObject({ text: z.string().min(1), line, cut: z.boolean().default(false) })
const wordsOrNull = words.nullable().default(null)
const quotationOrNull = quotation.nullable().default(null)

const kind = z.strictObject({
  code: kindCode,
  role: z.enum(roles),
  segment: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  prefix: z.string().regex(/^[a-z][a-z0-9-]*$/),
  single: z.boolean().default(false),
  label: words,
  plural: words,
  definition: z.string().nullable().default(null),
})

const unit = z.strictObject({
  code: unitCode,
  names: words,
  short: z.string().nullable().default(null),
  sort: z.enum(unitSorts),
  under: unitCode.nullable().default(null),
  serves: list(unitCode),
  advises: list(unitCode),
  members: list(unitCode),
  element: z.string().nullable().default(null),
})

export const organisationSchema = z.strictObject({
  code: z.string().min(1),
  names: words,
  short: words,
  fictional: z.boolean().default(false),
  kinds: z.array(kind).min(1),
  links: list(z.strictObject({ code: z.string().min(1), label: words })),
  units: list(unit),
})

const reading = z.strictObject({
  aspect: words,
  taken: words,
  other: words,
  why: words,
  line: line.nullable().default(null),
})

const quantity = z.strictObject({
  comparator: z.enum(comparators),
  value: z.number().nullable().default(null),
  unit: wordsOrNull,
  deadlineYear: z.int(),
  deadlineLine: line,
  deadlineAsPrinted: z.string(),
  baseline: z.strictObject({ year: z.int(), value: z.number() }).nullable().default(null),
  population: wordsOrNull,
  asPrinted: words,
  implied: wordsOrNull,
})

const period = z
  .string()
  .regex(/^(instant|year|cumulative|not-stated|rolling-[1-9]\d?-years)$/)
  .transform((text) => text as Period)

const indication = z.strictObject({
  measure: words,
  unit: words,
  unitPrinted: z.boolean().default(true),
  period,
  disaggregations: list(words),
  sourceNamed: wordsOrNull,
  responsible: z.string().min(1).nullable().default(null),
  direction: z.enum(directions),
  parts: list(z.strictObject({ id: z.string().min(1), words, printed: quotationOrNull })),
})

const element = z.strictObject({
  id: elementId,
  kind: kindCode,
  concept: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  parents: list(elementId),
  order: z.int().min(1),
  number: z.string().nullable().default(null),
  title: words,
  statement: wordsOrNull,
  printed: quotationOrNull,
  agreement: z.enum(agreements).default('agreed'),
  proponents: list(words),
  brackets: list(elementId),
  lines: z.array(line),
  paragraph: z.string().nullable().default(null),
  certainty: z.enum(certainties),
  readings: list(reading),
  variants: list(z.strictObject({ printed: quotation, where: words })),
  note: wordsOrNull,
  quantity: quantity.nullable().default(null),
  indication: indication.nullable().default(null),
  frameworkLink: z
    .strictObject({ framework: z.string(), named: z.string(), codes: list(z.string()) })
    .nullable()
    .default(null),
  money: z
    .strictObject({
      unit: words,
      cells: z.array(
        z.strictObject({ column: z.string().min(1), amount: z.int(), printedTotal: z.boolean().default(false) }),
      ),
    })
    .nullable()
    .default(null),
  links: z.record(z.string(), z.array(elementId)).default({}),
  letter: z.string().nullable().default(null),
  appliesTo: wordsOrNull,
})

const bracket = z.strictObject({
  id: elementId,
  element: elementId,
  text: words,
  quoted: z.boolean().default(true),
  openedAtLine: line.nullable().default(null),
  closedAtLine: line.nullable().default(null),
  note: wordsOrNull,
})

export const editionSchema = z.strictObject({
  code: edition,
  state: z.enum(['adopted', 'draft']),
  act: words,
  actPrinted: z.string().nullable().default(null),
  period: z.strictObject({ from: z.int(), to: z.int() }),
  knownOn: day.nullable(),
  knownOnBasis: z.enum(['text', 'general-knowledge', 'unknown']),
  knownOnNote: words,
  source: z.strictObject({
    file: z.string().min(1),
    lines: z.int().min(1),
    language: z.string().min(2),
    note: wordsOrNull,
  }),
  elements: z.array(element).min(1),
  brackets: list(bracket),
})

const row = z.strictObject({
  id: z.string().min(1),
  kind: kindCode,
  relation: z.enum(relations),
  from: list(elementId),
  to: list(elementId),
  changed: list(z.enum(changes)),
  whatChanged: words,
  series: z.enum(continuities),
  why: words,
  pairs: list(z.strictObject({ from: z.string(), to: z.string(), series: z.enum(continuities), why: words })),
  certainty: z.enum(certainties),
  seeAlso: list(elementId),
})

export const crosswalkSchema = z.strictObject({ from: edition, to: edition, rows: z.array(row) })

export const findingsSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^finding\/[a-z0-9.-]+$/),
    kind: z.enum(['editorial', 'ambiguity']),
    editions: z.array(edition).min(1),
    elements: z.record(z.string(), z.array(elementId)),
    lines: z.array(line),
    printed: list(quotation),
    finding: words,
    taken: words,
    certainty: z.enum(certainties),
    readings: list(words),
    brackets: list(elementId),
  }),
)

export const frameworksSchema = z.array(
  z.strictObject({ slug: z.string().regex(/^[a-z0-9-]+$/), short: words, names: words }),
)

const selection = z.strictObject({ series: z.string().min(1), breakdown: z.string() })
const measured = {
  id: z.string().min(1),
  edition,
  element: elementId,
  part: z.string().nullable().default(null),
  words,
  unit: words,
  note: wordsOrNull,
}

export const measuresSchema = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...measured,
      kind: z.literal('series'),
      shown: z.boolean().default(true),
      selection,
      others: list(z.strictObject({ ...selection.shape, by: z.enum(breakdownBy), words })),
      fit: z.enum(fits),
    }),
    z.strictObject({ ...measured, kind: z.literal('none'), reason: z.enum(noSeriesReasons) }),
  ]),
)

export const benchmarksSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    edition,
    target: elementId,
    kind: z.enum(benchmarkKinds),
    asks: z
      .strictObject({ comparator: z.enum(benchmarkComparators), value: z.number() })
      .nullable()
      .default(null),
    unit: wordsOrNull,
    by: z.int(),
    source: words,
    dated: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .nullable()
      .default(null),
    decidedOn: day.nullable().default(null),
    note: wordsOrNull,
    first: z.boolean().default(false),
  }),
)

export const wordingSchema = z.record(z.string(), z.string())

const part = <Schema extends z.ZodType>(schema: Schema) => z.union([z.string().min(1), schema])
const language = z.enum(languages)

/** The file that is loaded. Each part is held here, or is the path of a file beside this one. */
export const planSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('meridian-plan/1'),
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  names: saidSchema,
  languages: z.array(language).min(1),
  inForce: z.string(),
  firstShown: z.string(),
  organisation: part(organisationSchema),
  editions: z.array(part(editionSchema)).min(1),
  crosswalks: z.array(part(crosswalkSchema)).default([]),
  findings: part(findingsSchema).default([]),
  frameworks: part(frameworksSchema).default([]),
  measures: part(measuresSchema).default([]),
  benchmarks: part(benchmarksSchema).default([]),
  wording: z.partialRecord(language, part(wordingSchema)).default({}),
})

/** The format as JSON Schema, for other programs. */
export const planJsonSchema = (): unknown =>
  z.toJSONSchema(planSchema, { io: 'input', unrepresentable: 'any', reused: 'ref' })
