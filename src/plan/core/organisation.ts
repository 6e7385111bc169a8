import type { Unit as AccessUnit } from '#access/core'
import type { Words } from '#kernel'
import type { KindCode } from './ids.ts'

/**
 * What a kind of element is for Meridian. An organization names and orders its kinds as it likes; the part that each
 * plays is what pages go by. `other` is shown, linked and counted, and nothing more is made of it.
 */
export const roles = [
  'root',
  'section',
  'definition',
  'statement',
  'alternative',
  'goal',
  'target',
  'indicator',
  'priority',
  'outcome',
  'offering',
  'enabler',
  'paragraph',
  'footnote',
  'body',
  'framework-link',
  'risk',
  'money',
  'bracket',
  'other',
] as const
export type Role = (typeof roles)[number]

export type Kind = {
  readonly code: KindCode
  readonly role: Role
  /** Its part of an address: `targets`. */
  readonly segment: string
  /** What its ids begin with: `target`. */
  readonly prefix: string
  /** An edition has one at most, and its address has no tail. */
  readonly single: boolean
  readonly label: Words
  readonly plural: Words
  /** The element that defines it, where an edition has one: `definition/target`. */
  readonly definition: string | null
}

/** A way in which one element names others, besides its parents: `paragraphs`, `members`. */
export type LinkKind = { readonly code: string; readonly label: Words }

/** A unit of the organization, and the element of the plan that speaks of it: `organ/council`. */
export type Unit = AccessUnit & { readonly element: string | null }

export type Organisation = {
  readonly code: string
  readonly names: Words
  readonly short: Words
  /** It does not exist: every page says so. */
  readonly fictional: boolean
  readonly kinds: readonly Kind[]
  readonly links: readonly LinkKind[]
  readonly units: readonly Unit[]
}
