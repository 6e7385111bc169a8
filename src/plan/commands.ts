import { z } from 'zod'
import { type Attempt, done, refused } from '#kernel'
import { type Command, type Look, reads, writes } from '#platform'
import { type Found, lookUp, pathOf } from './core/address.ts'
import { bracketsOf } from './core/brackets.ts'
import { countsOf, crosswalkCountsOf, findingCountsOf } from './core/counting.ts'
import type { Element } from './core/element.ts'
import { ancestorsOf, type Indexed, indexed, outlineOf } from './core/indexed.ts'
import { moneyTableOf } from './core/money.ts'
import { loadPlan } from './deeds/load-plan.ts'
import { planInForce } from './held.ts'
import { readPlan } from './read-plan.ts'

const checked = async ({ db }: Look, file: string | undefined): Promise<Attempt<Indexed>> => {
  if (file !== undefined) {
    const { plan, faults } = await readPlan(file)
    return plan === null ? refused('plan.faulty', { file, count: faults.length }, faults) : done(indexed(plan))
  }
  const standing = await planInForce(db)
  return standing === null ? refused('plan.noPlan') : done(standing.ix)
}

const differencesOf = (
  ix: Indexed,
  edition: Indexed['plan']['inForce'],
): readonly { place: string; difference: number }[] => {
  const table = moneyTableOf(ix, edition)
  if (table === null) return []
  const places = [
    ...table.lines.map(({ element, check }) => ({ place: element.id as string, check })),
    ...table.columns.map((column, at) => ({ place: column, check: table.columnChecks[at] ?? null })),
    { place: 'all', check: table.allCells },
  ]
  return places.flatMap(({ place, check }) =>
    check === null || check.difference === 0 ? [] : [{ place, difference: check.difference }],
  )
}

const countsFrom = (ix: Indexed) => ({
  editions: Object.fromEntries(ix.plan.editions.map(({ code }) => [code, countsOf(ix, code)])),
  crosswalks: ix.plan.crosswalks.map((crosswalk) => ({
    from: crosswalk.from as string,
    to: crosswalk.to as string,
    ...crosswalkCountsOf(ix, crosswalk),
  })),
  findings: findingCountsOf(ix.plan),
  money: Object.fromEntries(ix.plan.editions.map(({ code }) => [code, differencesOf(ix, code)])),
})

const toldOf = (ix: Indexed, element: Element) => ({
  address: pathOf(ix, element),
  id: element.id as string,
  kind: element.kind as string,
  number: element.number ?? '',
  title: element.title.en,
  statement: element.statement?.en ?? '',
  agreement: element.agreement as string,
  certainty: element.certainty as string,
  parents: ancestorsOf(ix, element).map((one) => one.id as string),
  brackets: bracketsOf(ix, element).map((one) => one.text.en),
  readings: element.readings.map((one) => ({ aspect: one.aspect.en, taken: one.taken.en, other: one.other.en })),
  note: element.note?.en ?? '',
})

type Shown = { readonly depth: number; readonly id: string; readonly number: string; readonly title: string }

const outlineTold = (ix: Indexed, edition: Indexed['plan']['inForce']): readonly Shown[] =>
  outlineOf(ix, edition).map(({ element, depth }) => ({
    depth,
    id: element.id,
    number: element.number ?? '',
    title: element.title.en,
  }))

const unknown = (found: Extract<Found, { readonly kind: 'nothing' }>) =>
  refused('plan.noSuchAddress', {
    text: found.text,
    nearest: found.nearest.map((one) => one.to.replace(/^\/editions\//, '').replace('/', ' ')).join(', '),
  })

const shownAt = (
  ix: Indexed,
  edition: string,
  address: string | undefined,
): Attempt<{ readonly outline: readonly Shown[]; readonly elements: readonly ReturnType<typeof toldOf>[] }> => {
  const [segment = '', ...tail] = (address ?? 'x').split('/')
  const found = lookUp(ix, edition, segment, tail.length === 0 ? null : tail.join('/'))
  if (address === undefined) {
    const known = ix.plan.editions.find((one) => one.code === edition)
    if (known !== undefined) return done({ outline: outlineTold(ix, known.code), elements: [] })
  }
  if (found.kind === 'nothing') return unknown(found)
  if (found.kind === 'element') return done({ outline: [], elements: [toldOf(ix, found.element)] })
  const things = found.kind === 'all' ? found.things : [found.bracket]
  return done({
    outline: things.map((one) => ({
      depth: 0,
      id: one.id,
      number: 'kind' in one ? (one.number ?? '') : '',
      title: 'kind' in one ? one.title.en : one.text.en,
    })),
    elements: [],
  })
}

export const commands: readonly Command[] = [
  writes({
    name: 'plan load',
    about: 'plan.load.about',
    may: 'plan.load',
    event: 'plan.loaded',
    order: z.object({ file: z.string().min(1), reason: z.string().min(1).default('command') }),
    deed: loadPlan,
    facts: (loaded) => ({ ...loaded }),
    lines: ({ kind, load, slug, editions }, say) =>
      kind === 'nothing-new'
        ? [say('plan.load.nothingNew', { load })]
        : [
            say('plan.load.line', { slug, load }),
            ...Object.entries(editions).map(([edition, count]) => say('plan.load.edition', { edition, count })),
          ],
  }),
  reads({
    name: 'plan check',
    about: 'plan.check.about',
    may: 'plan.see',
    order: z.object({ file: z.string().min(1).optional() }),
    load: async (look, { file }) => {
      const attempt = await checked(look, file)
      return attempt.kind === 'refused' ? attempt : done(countsFrom(attempt.value))
    },
    lines: ({ editions, crosswalks, money }, say) => [
      ...Object.entries(editions).flatMap(([edition, counts]) => [
        say('plan.check.edition', { edition }),
        ...Object.entries(counts).map(([kind, count]) => say('plan.check.count', { kind, count })),
        ...(money[edition] ?? []).map((one) => say('plan.check.difference', one)),
      ]),
      ...crosswalks.flatMap(({ from, to, relations }) => [
        say('plan.check.crosswalk', { from, to }),
        ...Object.entries(relations).map(([kind, count]) => say('plan.check.count', { kind, count })),
      ]),
      say('plan.check.well'),
    ],
  }),
  reads({
    name: 'plan show',
    about: 'plan.show.about',
    may: 'plan.see',
    order: z.object({ edition: z.string().min(1), address: z.string().min(1).optional() }),
    load: async (
      { db },
      { edition, address },
    ): Promise<
      Attempt<{ readonly outline: readonly Shown[]; readonly elements: readonly ReturnType<typeof toldOf>[] }>
    > => {
      const standing = await planInForce(db)
      return standing === null ? refused('plan.noPlan') : shownAt(standing.ix, edition, address)
    },
    lines: ({ outline, elements }, say) => [
      ...outline.map(({ depth, id, number, title }) =>
        `${'  '.repeat(depth)}${say('plan.show.row', { id, number, title })}`.trimEnd(),
      ),
      ...elements.flatMap((one) => [
        say('plan.show.row', { id: one.id, number: one.number, title: one.title }),
        ...[one.statement, one.note, ...one.brackets].filter((text) => text !== ''),
        ...one.readings.map(({ aspect, taken, other }) => say('plan.show.reading', { aspect, taken, other })),
      ]),
    ],
  }),
]
