import type { Words } from '#kernel'
import { type Absent, type Ask, absent } from '#platform'
import { type Found, isElement, type Near, nearEdition, type Thing, tailOf } from '../core/address.ts'
import { isThereOn } from '../core/history.ts'
import type { Indexed } from '../core/indexed.ts'
import type { Edition } from '../core/plan.ts'
import { planInForce } from '../held.ts'
import { editionName, editionOf, shortNameOf } from '../reading.ts'

export const noPlan = (): Absent => absent('plan.noPlan')

/** The plan in force, for a page that cannot be without it. */
export const planFor = async (ask: Ask): Promise<Indexed | Absent> => (await planInForce(ask.db))?.ix ?? noPlan()

export const isAbsent = (value: object): value is Absent => (value as Absent).kind === 'absent'

/** An edition as of a day before it was there: said, with those that were. */
export const notThereYet = (ix: Indexed, edition: Edition, ask: Ask): Absent | null =>
  isThereOn(edition, ask.asOf)
    ? null
    : absent(
        'plan.editionNotYet',
        { edition: editionName(edition), day: ask.asOf, since: edition.knownOn ?? '' },
        ix.plan.editions.filter((one) => one !== edition && isThereOn(one, ask.asOf)).map(nearEdition),
      )

const inSentence = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([language, text]) => [
      language,
      /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase(language) + text.slice(1) : text,
    ]),
  ) as Words

/** With the number by which people point at it: "2.7 Space development". */
const numbered = ({ to, words }: Near): Near => {
  const tail = to.slice(to.lastIndexOf('/') + 1)
  if (!/^\d/.test(tail)) return { to, words }
  return {
    to,
    words: Object.fromEntries(Object.entries(words).map(([language, text]) => [language, `${tail} ${text}`])) as Words,
  }
}

const headOf = (tail: string): string => tail.split(/[.-]/)[0] ?? tail

/** The things of a kind that begin as the unknown tail does, if they have one parent: "Goal 2 has seven". */
const familyOf = (ix: Indexed, things: readonly Thing[], tail: string) => {
  const near = things.filter((thing) => tail.includes('.') && headOf(tailOf(thing.id) ?? '') === headOf(tail))
  const [first] = near
  const last = near.at(-1)
  if (first === undefined || last === undefined || !isElement(first)) return null
  const parents = new Set(near.map((thing) => (isElement(thing) ? thing.parents[0] : null)))
  const parent = editionOf(ix, first.edition).elements.find((one) => one.id === first.parents[0])
  if (parents.size !== 1 || parent === undefined) return null
  return { parent, count: near.length, first: tailOf(first.id) ?? '', last: tailOf(last.id) ?? '' }
}

/** Names exactly what of an address was not understood, and offers the nearest. */
export const notFound = (
  ix: Indexed,
  found: Extract<Found, { readonly kind: 'nothing' }>,
  edition: string,
  segment: string,
): Absent => {
  const { unknown, text } = found
  const nearest = unknown === 'tail' ? found.nearest.map(numbered) : found.nearest
  const named = text.slice(0, 80)
  if (unknown === 'edition')
    return absent('plan.noSuchEdition', { edition: named, all: ix.plan.editions.map(editionName).join(', ') }, nearest)
  const here = editionName({
    code: ix.plan.editions.find((one) => one.code === edition.toLowerCase())?.code ?? ix.plan.firstShown,
  })
  if (unknown === 'segment') return absent('plan.noSuchKind', { kind: named, edition: here }, nearest)
  const kind = ix.plan.organisation.kinds.find((one) => one.segment === segment.toLowerCase())
  const standing = ix.plan.editions.find((one) => one.code === edition.toLowerCase())
  if (kind === undefined || standing === undefined) throw new Error(`notFound: ${edition}/${segment} names no kind`)
  const things: readonly Thing[] =
    kind.role === 'bracket' ? standing.brackets : standing.elements.filter((one) => one.kind === kind.code)
  const label = inSentence(kind.label)
  const shown = kind.single && text.toLowerCase() === kind.segment ? '' : named
  const family = familyOf(ix, things, text)
  return family === null
    ? absent('plan.noSuchElement', { tail: shown, edition: here, count: things.length }, nearest, {
        kind: label,
        kinds: kind.plural,
      })
    : absent(
        'plan.noSuchElementHere',
        { tail: named, edition: here, count: family.count, first: family.first, last: family.last },
        nearest,
        { kind: label, parent: shortNameOf(ix, family.parent) },
      )
}
