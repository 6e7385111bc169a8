import { languages, type Words, wordsIn } from '#kernel'
import {
  type Ask,
  addressAsOf,
  addressOf,
  type CellType,
  columnsOf,
  notesOf,
  type TakeAway,
  type TakenCell,
  type TakenColumn,
  type TakenTable,
} from '#platform'
import { languageNames } from '#ui'
import { editionPath, pathOf } from './core/address.ts'
import type { Element } from './core/element.ts'
import { benchmarksOf, definitionOf, findingsOf, type Indexed, kindOf, measuresOf } from './core/indexed.ts'
import type { Edition } from './core/plan.ts'
import { historyOf, readingsOf } from './reading.ts'

export const inAll = (words: Words | null): readonly TakenCell[] =>
  languages.map((language) => words?.[language] ?? null)
export const joined = (all: readonly (string | number)[]): TakenCell => (all.length === 0 ? null : all.join(' '))

type Say = Ask['say']
type Listed = readonly [key: string, type: CellType] | { readonly inEach: string }

/** Columns with their labels; of words there is one for each language. */
export const columnsFrom = (say: Say, list: readonly Listed[]): readonly TakenColumn[] =>
  list.flatMap((one): readonly TakenColumn[] => {
    if (!('inEach' in one)) return columnsOf(say, 'plan.column', [one])
    const [column] = columnsOf(say, 'plan.column', [[one.inEach, 'text']])
    return languages.map((language) => ({
      key: `${one.inEach}_${language}`,
      type: 'text',
      label: say('plan.column.inLanguage', { column: column?.label ?? one.inEach, language: languageNames[language] }),
    }))
  })

/** Every element of an edition, a row each, with its words in every language that has them. */
export const elementsTable = (ix: Indexed, edition: Edition, say: Say): TakenTable => ({
  name: 'elements',
  label: say('plan.taking.elements'),
  columns: columnsFrom(say, [
    ['edition', 'text'],
    ['id', 'text'],
    ['kind', 'text'],
    ['number', 'text'],
    ['letter', 'text'],
    { inEach: 'title' },
    { inEach: 'statement' },
    ['agreement', 'text'],
    ['brackets', 'text'],
    ['parents', 'text'],
    ['order', 'number'],
    ['position', 'number'],
    ['paragraph', 'text'],
    ['lines', 'text'],
    ['certainty', 'text'],
    ['readings', 'number'],
    ['comparator', 'text'],
    ['value', 'number'],
    ['deadline_year', 'year'],
    ['period', 'text'],
    ['direction', 'text'],
    ['framework', 'text'],
    ['framework_codes', 'text'],
    ['address', 'text'],
  ]),
  rows: edition.elements.map((one) => [
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
})

/** The findings that concern an edition; the printed words stay in the language of the text. */
export const findingsTable = (ix: Indexed, edition: Edition, say: Say): TakenTable => ({
  name: 'findings',
  label: say('plan.taking.findingsName'),
  columns: columnsFrom(say, [
    ['id', 'text'],
    ['kind', 'text'],
    ['certainty', 'text'],
    ['editions', 'text'],
    ['elements', 'text'],
    ['lines', 'text'],
    ['printed', 'text'],
    { inEach: 'finding' },
    { inEach: 'taken' },
    { inEach: 'other' },
  ]),
  rows: ix.plan.findings
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
})

/** The crosswalks that leave or reach an edition. */
export const crosswalkTable = (ix: Indexed, edition: Edition, say: Say): TakenTable => ({
  name: 'crosswalk',
  label: say('plan.taking.crosswalkName'),
  columns: columnsFrom(say, [
    ['id', 'text'],
    ['kind', 'text'],
    ['relation', 'text'],
    ['from_edition', 'text'],
    ['from', 'text'],
    ['to_edition', 'text'],
    ['to', 'text'],
    ['changed', 'text'],
    ['series', 'text'],
    ['certainty', 'text'],
    ['see_also', 'text'],
    { inEach: 'what_changed' },
    { inEach: 'why' },
  ]),
  rows: ix.plan.crosswalks
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
})

/** Tables of an edition to take away, with whose words they are. */
export const editionTaken = (
  { say, language, asOf, here }: Ask,
  ix: Indexed,
  edition: Edition,
  name: string,
  tables: TakeAway['tables'],
): TakeAway => {
  const { organisation } = ix.plan
  return {
    name: `${ix.plan.slug}-${edition.code}-${name}`,
    title: `${wordsIn(language, ix.plan.names)}, ${edition.code}: ${tables[0].label}`,
    language,
    tables,
    notes: notesOf(say, {
      source: `${wordsIn(language, organisation.names)} · ${wordsIn(language, edition.act)}`,
      credit: say('plan.foot.wording'),
      asOf,
      address: `${here.origin}${addressAsOf(addressOf(language, editionPath(edition.code)), asOf)}`,
      missing: say('plan.taking.empty'),
    }),
  }
}

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
