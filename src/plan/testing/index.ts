import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Element } from '../core/element.ts'
import { EditionCode, ElementId, KindCode } from '../core/ids.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** The plan of an invented river commission, with kinds of its own: it proves that nothing knows one organization. */
export const riverPlanFile = here('./river/plan.json')

/** Its document with every part in one object, for tests that change something in it. */
export const riverPlan = (): Record<string, unknown> & { editions: Record<string, unknown>[] } =>
  JSON.parse(readFileSync(here('./river/whole.json'), 'utf8'))

/** A plain element; takes what the test is about. */
export const anElement = (id: string, kind: string, some: Partial<Element> = {}): Element => ({
  id: ElementId.trusted(id),
  edition: EditionCode.trusted('2026-2029'),
  kind: KindCode.trusted(kind),
  concept: id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  parents: [],
  order: 1,
  position: 1,
  number: null,
  title: { en: id },
  statement: null,
  printed: null,
  agreement: 'agreed',
  proponents: [],
  brackets: [],
  source: { lines: [1], paragraph: null },
  certainty: 'sure',
  readings: [],
  variants: [],
  note: null,
  quantity: null,
  indication: null,
  frameworkLink: null,
  money: null,
  links: {},
  letter: null,
  appliesTo: null,
  ...some,
})
