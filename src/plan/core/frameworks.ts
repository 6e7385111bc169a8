import type { Day } from '#kernel'
import type { Element } from './element.ts'
import { isThereOn } from './history.ts'
import type { EditionCode } from './ids.ts'
import { elementAt, findingsOf, type Indexed, usersOf } from './indexed.ts'
import type { Edition, Finding, Framework } from './plan.ts'
import { nearestNames } from './written.ts'

/** A link of the text to an outside framework, and the element at which it stands. */
export type LinkAt = { readonly link: Element; readonly at: Element | null; readonly codes: readonly string[] }

export type ByEdition = ReadonlyMap<EditionCode, readonly LinkAt[]>

/** A code that the text prints: where, in which edition, and what a careful reader finds wrong with it. */
export type CodeRow = { readonly code: string; readonly links: ByEdition; readonly findings: readonly Finding[] }

/** A link that prints no code: the same thing in each edition that has it. */
export type PlainRow = { readonly concept: string; readonly links: ByEdition }

export type FrameworkRead = {
  readonly framework: Framework
  readonly editions: readonly Edition[]
  readonly links: ByEdition
  readonly codes: readonly CodeRow[]
  readonly plain: readonly PlainRow[]
  /** Slips of the print about codes of this framework, each once. */
  readonly findings: readonly Finding[]
}

/** Codes as people order them: 5.b.1 before 5.c.1, 9 before 17. */
export const inCodeOrder = (a: string, b: string): number => {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [one = '', other = ''] = [left[at], right[at]]
    if (one === other) continue
    const numbers = Number(one) - Number(other)
    return Number.isNaN(numbers) ? (one < other ? -1 : 1) : numbers
  }
  return 0
}

const linksIn = (ix: Indexed, { code, elements }: Edition, slug: string): readonly LinkAt[] =>
  elements.flatMap((link) => {
    if (link.frameworkLink?.framework !== slug) return []
    const [parent] = link.parents
    const at = parent === undefined ? null : elementAt(ix, code, parent)
    return [{ link, at, codes: link.frameworkLink.codes }]
  })

const kept = (links: ByEdition, keep: (one: LinkAt) => boolean): ByEdition =>
  new Map([...links].map(([edition, all]) => [edition, all.filter(keep)]))

export const frameworkAt = (
  ix: Indexed,
  slug: string,
): { readonly framework: Framework | null; readonly nearest: readonly Framework[] } => {
  const framework = ix.plan.frameworks.find((one) => one.slug === slug.toLowerCase()) ?? null
  const nearest = nearestNames(slug, ix.plan.frameworks, (one) => [one.slug, one.short.en])
  return { framework, nearest: framework === null ? nearest : [] }
}

const slipsOf = (ix: Indexed, links: readonly LinkAt[]): readonly Finding[] => [
  ...new Set(links.flatMap(({ link }) => findingsOf(ix, link).filter(({ kind }) => kind === 'editorial'))),
]

/** Every link of the editions that are there on a day to a framework: by code where one is printed, else by element (S5). */
export const readFramework = (ix: Indexed, framework: Framework, asOf: Day): FrameworkRead => {
  const editions = ix.plan.editions.filter((one) => isThereOn(one, asOf))
  const links: ByEdition = new Map(editions.map((one) => [one.code, linksIn(ix, one, framework.slug)]))
  const all = [...links.values()].flat()
  const codes = [...new Set(all.flatMap((one) => one.codes))].toSorted(inCodeOrder)
  const concepts = [...new Set(all.filter((one) => one.codes.length === 0).map(({ link }) => link.concept))]
  return {
    framework,
    editions,
    links,
    codes: codes.map((code) => ({
      code,
      links: kept(links, (one) => one.codes.includes(code)),
      findings: slipsOf(
        ix,
        all.filter((one) => one.codes.includes(code)),
      ),
    })),
    plain: concepts.map((concept) => ({
      concept,
      links: kept(links, ({ link, codes: own }) => link.concept === concept && own.length === 0),
    })),
    findings: slipsOf(ix, all),
  }
}

/** How a framework is named where a series says which of its codes it serves: `SDG` in `SDG 17.8.1`. */
export const namesIn = ({ framework, links }: FrameworkRead): ReadonlySet<string> =>
  new Set([
    framework.short.en,
    framework.slug.toUpperCase(),
    ...[...links.values()].flat().flatMap(({ link }) => link.frameworkLink?.named ?? []),
  ])

/** The codes that a series serves, of a framework with these names: `SDG 12.4.2 / 12.5.1` has two. */
export const codesServed = (frame: string | null, names: ReadonlySet<string>): readonly string[] => {
  const name = [...names].find((one) => frame?.startsWith(`${one} `) === true)
  return frame === null || name === undefined ? [] : frame.slice(name.length + 1).split(/\s*\/\s*/)
}

/** The elements that a series measures, in the editions that are shown. */
export const measuredBy = (ix: Indexed, { editions }: FrameworkRead, series: string): readonly Element[] =>
  usersOf(ix, series).filter((one) => editions.some(({ code }) => code === one.edition))
