import type { Words } from '#kernel'
import type { Findable, FindKind, Finds, ReadDb, Said } from '#platform'
import { editionPath, isElement, pathOf, type Thing, tailOf } from './core/address.ts'
import { benchmarkKinds } from './core/benchmark.ts'
import { agreements, certainties, type Element } from './core/element.ts'
import { elementAt, entryOfElement, type Indexed, kindOf, measuresOf } from './core/indexed.ts'
import type { Role } from './core/organisation.ts'
import { continuities, type Edition, type Finding, relations } from './core/plan.ts'
import { planInForce } from './held.ts'
import { anchorOf, editionName, referenceOf, shortNameOf, titleOf } from './reading.ts'

const kinds: readonly FindKind[] = [
  { code: 'targets', key: 'plan.find.targets', example: 'plan.find.targetsExample', order: 10 },
  { code: 'indicators', key: 'plan.find.indicators', example: 'plan.find.indicatorsExample', order: 20 },
  { code: 'outcomes', key: 'plan.find.outcomes', example: 'plan.find.outcomesExample', order: 30 },
  { code: 'texts', key: 'plan.find.texts', example: 'plan.find.textsExample', order: 60 },
  { code: 'frameworks', key: 'plan.find.frameworks', example: 'plan.find.frameworksExample', order: 70 },
  { code: 'findings', key: 'plan.find.findings', example: 'plan.find.findingsExample', order: 80 },
  { code: 'glossary', key: 'plan.find.glossary', example: 'plan.find.glossaryExample', order: 90 },
]

/** Where an element is found, and how much it is asked for beside the others. */
const placeOf = (role: Role): readonly [kind: string, weight: number] => {
  switch (role) {
    case 'goal':
    case 'target':
      return ['targets', 1.5]
    case 'indicator':
      return ['indicators', 1.15]
    case 'priority':
    case 'outcome':
    case 'offering':
    case 'enabler':
      return ['outcomes', 1.15]
    case 'definition':
    case 'statement':
    case 'risk':
    case 'body':
      return ['texts', 1]
    case 'framework-link':
      return ['texts', 0.85]
    case 'bracket':
    case 'footnote':
    case 'alternative':
      return ['texts', 0.6]
    case 'root':
    case 'section':
    case 'paragraph':
    case 'money':
    case 'other':
      return ['texts', 0.8]
  }
}

const plain = (text: string | null | undefined): readonly Words[] => (text == null || text === '' ? [] : [{ en: text }])
const some = (...words: readonly (Words | null | undefined)[]): readonly Words[] => words.flatMap((one) => one ?? [])

const joined = (words: Words, more: string): Words =>
  Object.fromEntries(Object.entries(words).map(([language, text]) => [language, `${text} · ${more}`])) as Words

/** Everything that a page of an element says about it. */
const saidBy = (ix: Indexed, element: Element): readonly Words[] => {
  const { statement, note, quantity, indication, frameworkLink, readings, appliesTo, printed } = element
  return [
    ...some(statement, quantity?.asPrinted, quantity?.population, quantity?.unit, appliesTo),
    ...some(indication?.measure, indication?.unit, indication?.sourceNamed, ...(indication?.disaggregations ?? [])),
    ...(indication?.parts ?? []).map(({ words }) => words),
    ...measuresOf(ix, element).map(({ words }) => words),
    ...plain(frameworkLink?.named),
    ...readings.flatMap(({ aspect, taken, other }) => [aspect, taken, other]),
    ...some(note),
    ...plain(printed?.text),
  ]
}

/** What people ask by: numbers, letters and abbreviations; the slugs of addresses are words, and no codes. */
const isCode = (text: string | null): text is string => text !== null && (/\d/.test(text) || /^\p{Lu}+$/u.test(text))

const codesOf = (ix: Indexed, thing: Thing): readonly string[] => {
  const own = [referenceOf(thing), tailOf(thing.id), thing.id]
  if (!isElement(thing)) return own.filter(isCode)
  const responsible = ix.plan.organisation.units.find(({ code }) => code === thing.indication?.responsible)
  const more = [thing.number, ...(thing.frameworkLink?.codes ?? []), responsible?.short ?? null]
  return [...new Set([...own, ...more])].filter(isCode)
}

const textsOf = (ix: Indexed, edition: Edition, nth: number): readonly Findable[] => {
  const since = edition.knownOn
  // Of two editions that say the same, the one that the first page shows is meant.
  const more = nth === 0 ? 1.05 : 1
  const ofThing = (thing: Thing): Findable => {
    const [kind, weight] = placeOf(isElement(thing) ? kindOf(ix, thing).role : 'bracket')
    return {
      key: isElement(thing) ? entryOfElement(thing) : `${thing.edition}/${thing.id}`,
      address: pathOf(ix, thing),
      kind,
      label: joined(shortNameOf(ix, thing), editionName(edition)),
      title: titleOf(thing),
      texts: isElement(thing) ? saidBy(ix, thing) : some(thing.note),
      codes: codesOf(ix, thing),
      weight: weight * more,
      since,
    }
  }
  return [
    {
      key: edition.code,
      address: editionPath(edition.code),
      kind: 'texts',
      label: { en: editionName(edition) },
      title: edition.act,
      texts: [ix.plan.names, edition.knownOnNote],
      codes: [edition.code, editionName(edition)],
      weight: 1.4 * more,
      since,
    },
    ...[...edition.elements, ...edition.brackets].map(ofThing),
  ]
}

/** The first thing that a finding is about: many findings say the same of different things. */
const about = (ix: Indexed, finding: Finding): Words | null => {
  for (const edition of finding.editions)
    for (const id of finding.elements[edition] ?? []) {
      const element = elementAt(ix, edition, id)
      if (element !== null) return joined(shortNameOf(ix, element), editionName({ code: edition }))
    }
  return null
}

const findingsIn = (ix: Indexed): readonly Findable[] =>
  ix.plan.findings.map((finding) => ({
    key: finding.id,
    address: `/findings#${anchorOf(finding)}`,
    kind: 'findings',
    label: about(ix, finding),
    title: finding.finding,
    texts: [finding.taken, ...finding.readings, ...finding.printed.flatMap(({ text }) => plain(text))],
    codes: [],
    weight: 0.75,
  }))

const frameworksIn = ({ plan }: Indexed): readonly Findable[] =>
  plan.frameworks.map(({ slug, short, names }) => ({
    key: `framework/${slug}`,
    address: `/frameworks/${slug}`,
    kind: 'frameworks',
    label: short,
    title: names,
    texts: [],
    codes: [...new Set([slug, ...Object.values(short)])],
    weight: 1.6,
  }))

const unitsIn = ({ plan }: Indexed): readonly Findable[] =>
  plan.organisation.units.map(({ code, names, short }) => ({
    key: `unit/${code}`,
    address: `/glossary#unit/${code}`,
    kind: 'glossary',
    label: null,
    title: names,
    texts: [],
    codes: short === null ? [code] : [...new Set([code, short])],
    weight: 1,
  }))

const kindsIn = ({ plan }: Indexed): readonly Findable[] =>
  plan.organisation.kinds.map(({ code, label, plural }) => ({
    key: `kind/${code}`,
    address: '/glossary#kinds',
    kind: 'glossary',
    label: null,
    title: plural,
    texts: [label],
    codes: [],
    weight: 0.9,
  }))

/** Meridian's own words, each with what it means. */
const ownWords = (said: Said): readonly Findable[] =>
  [
    ...agreements.map((one) => [`plan.agreement.${one}`, '#own'] as const),
    ...certainties.map((one) => [`plan.certainty.${one}`, '#own'] as const),
    ...benchmarkKinds.map((one) => [`plan.benchmark.${one}`, '#own'] as const),
    ...continuities.map((one) => [`plan.series.${one}`, '#own'] as const),
    ...relations.map((one) => [`plan.relation.${one}`, '#relations'] as const),
  ].map(([key, anchor]) => ({
    key: `word/${key}`,
    address: `/glossary${anchor}`,
    kind: 'glossary',
    label: null,
    title: said(key),
    texts: [said(`${key}Means`)],
    codes: [],
    weight: 0.8,
  }))

const documents = async (db: ReadDb, said: Said): Promise<readonly Findable[]> => {
  const standing = await planInForce(db)
  if (standing === null) return []
  const { ix } = standing
  const { editions, firstShown } = ix.plan
  const inOrder = editions.toSorted((a, b) => Number(b.code === firstShown) - Number(a.code === firstShown))
  return [
    ...inOrder.flatMap((edition, nth) => textsOf(ix, edition, nth)),
    ...findingsIn(ix),
    ...frameworksIn(ix),
    ...unitsIn(ix),
    ...kindsIn(ix),
    ...ownWords(said),
  ]
}

/** Elements of both editions, findings, frameworks and the glossary. */
export const finds: Finds = { kinds, documents }
