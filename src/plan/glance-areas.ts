import type { Words } from '#kernel'
import { type Ask, type Look, notUnderstood } from '#platform'
import { type Area, nearestOf } from '#statistics/core'
import { areasOf, groupsOf } from './neighbours/statistics.ts'

/** Whom a reader can ask about: the groups of each list, and economies. The world needs no word in an address. */
export type GlanceAreas = {
  readonly lists: readonly { readonly names: Words; readonly groups: readonly Area[] }[]
  readonly economies: readonly Area[]
}

export const glanceAreas = async ({ db, asOf }: Look): Promise<GlanceAreas> => {
  const all = await areasOf(db, null)
  const groups = (await groupsOf(db, null, asOf, asOf)).filter(({ scheme }) => !scheme.world)
  const lists = Map.groupBy(groups, ({ scheme }) => scheme)
  return {
    lists: [...lists].map(([{ names }, own]) => ({
      names,
      groups: own.flatMap(({ scheme, code }) => all.get(`${scheme.code}/${code}`) ?? []),
    })),
    economies: [...all.values()].filter(({ kind }) => kind === 'economy'),
  }
}

/** The area that was asked for; null for the world. What is none is not understood, and the nearest are offered. */
export const areaAsked = ({ lists, economies }: GlanceAreas, code: string | undefined, { here }: Ask) => {
  if (code === undefined || code === '') return null
  const all = [...lists.flatMap(({ groups }) => groups), ...economies]
  const found = all.find((one) => one.code === code)
  if (found !== undefined) return found
  const near = nearestOf(
    code,
    all.map((one) => one.code),
    3,
  )
  const to = (area: string) => `/?${new URLSearchParams({ ...here.query, area })}`
  return notUnderstood(
    'ui.parameterNotUnderstood',
    { parameter: 'area', value: code },
    all.filter((one) => near.includes(one.code)).map((one) => ({ to: to(one.code), words: one.names })),
  )
}
