import { languages, type Words } from '#kernel'
import { type CsvCell, csvOf } from '#platform'
import { pathOf } from './core/address.ts'
import type { Element } from './core/element.ts'
import { benchmarksOf, definitionOf, findingsOf, type Indexed, kindOf, measuresOf } from './core/indexed.ts'
import type { Edition } from './core/plan.ts'
import { historyOf, readingsOf } from './reading.ts'

const heads = (name: string): readonly string[] => languages.map((language) => `${name}_${language}`)
const inAll = (words: Words | null): readonly CsvCell[] => languages.map((language) => words?.[language] ?? null)
const joined = (all: readonly (string | number)[]): CsvCell => (all.length === 0 ? null : all.join(' '))

/** Every element of an edition, a row each, with its words in every language that has them. */
export const elementsCsv = (ix: Indexed, edition: Edition): string =>
  csvOf([
    [
      'edition',
      'id',
      'kind',
      'number',
      'letter',
      ...heads('title'),
      ...heads('statement'),
      'agreement',
      'brackets',
      'parents',
      'order',
      'position',
      'paragraph',
      'lines',
      'certainty',
      'readings',
      'comparator',
      'value',
      'deadline_year',
      'period',
      'direction',
      'framework',
      'framework_codes',
      'address',
    ],
    ...edition.elements.map((one) => [
      edition.code,
      one.id,
      one.kind,
      one.number,
      one.letter,
      ...inAll(one.title),
      ...inAll(one.statement),
      one.agreement,
      joined(one.brackets),
      joined(one.parents),
      one.order,
      one.position,
      one.source.paragraph,
      joined(one.source.lines),
      one.certainty,
      one.readings.length,
      one.quantity?.comparator ?? null,
      one.quantity?.value ?? null,
      one.quantity?.deadlineYear ?? null,
      one.indication?.period ?? null,
      one.indication?.direction ?? null,
      one.frameworkLink?.framework ?? null,
      joined(one.frameworkLink?.codes ?? []),
      pathOf(ix, one),
    ]),
  ])

/** The findings that concern an edition; the printed words stay in the language of the text. */
export const findingsCsv = (ix: Indexed, edition: Edition): string =>
  csvOf([
    [
      'id',
      'kind',
      'certainty',
      'editions',
      'elements',
      'lines',
      'printed',
      ...heads('finding'),
      ...heads('taken'),
      ...heads('other'),
    ],
    ...ix.plan.findings
      .filter((finding) => finding.editions.includes(edition.code))
      .map((finding) => {
        const readings = readingsOf(ix, finding)
        return [
          finding.id,
          finding.kind,
          finding.certainty,
          joined(finding.editions),
          joined(finding.elements[edition.code] ?? []),
          joined(finding.lines),
          finding.printed.map(({ text }) => text).join(' | ') || null,
          ...inAll(finding.finding),
          ...inAll(finding.taken),
          ...languages.map((language) => readings.map(({ other }) => other[language] ?? '').join(' | ') || null),
        ]
      }),
  ])

/** The crosswalks that leave or reach an edition. */
export const crosswalkCsv = (ix: Indexed, edition: Edition): string =>
  csvOf([
    [
      'id',
      'kind',
      'relation',
      'from_edition',
      'from',
      'to_edition',
      'to',
      'changed',
      'series',
      'certainty',
      'see_also',
      ...heads('what_changed'),
      ...heads('why'),
    ],
    ...ix.plan.crosswalks
      .filter(({ from, to }) => from === edition.code || to === edition.code)
      .flatMap(({ from, to, rows }) =>
        rows.map((row) => [
          row.id,
          row.kind,
          row.relation,
          from,
          joined(row.from),
          to,
          joined(row.to),
          row.changed.join(', ') || null,
          row.series,
          row.certainty,
          joined(row.seeAlso),
          ...inAll(row.whatChanged),
          ...inAll(row.why),
        ]),
      ),
  ])

/** An edition with everything that hangs on it, as it is held. */
export const editionJson = (ix: Indexed, edition: Edition): string => {
  const { plan } = ix
  return JSON.stringify({
    plan: { slug: plan.slug, names: plan.names, languages: plan.languages, inForce: plan.inForce },
    organisation: plan.organisation,
    edition,
    crosswalks: plan.crosswalks.filter(({ from, to }) => from === edition.code || to === edition.code),
    findings: plan.findings.filter((one) => one.editions.includes(edition.code)),
    frameworks: plan.frameworks,
    measures: plan.measures.filter((one) => one.edition === edition.code),
    benchmarks: plan.benchmarks.filter((one) => one.edition === edition.code),
  })
}

/** An element with everything that hangs on it, as it is held. */
export const elementJson = (ix: Indexed, element: Element): string => {
  const kind = kindOf(ix, element)
  return JSON.stringify({
    address: pathOf(ix, element),
    element,
    kind,
    definition: definitionOf(ix, element.edition, kind)?.statement ?? null,
    crosswalk: historyOf(ix, element),
    measures: measuresOf(ix, element),
    benchmarks: benchmarksOf(ix, element),
    findings: findingsOf(ix, element),
  })
}
