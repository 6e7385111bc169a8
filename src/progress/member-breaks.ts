import type { Observation } from '#statistics/core'
import { sinceBreak } from './core/index.ts'
import type { GroupMember } from './neighbours/statistics.ts'

/** The years of the last breaks of economies, of those that have one. */
export const breaksIn = (everybody: readonly Observation[], sinceYear: number | null): ReadonlyMap<string, number> => {
  const broken = new Set(everybody.flatMap(({ area, status }) => (status === 'B' ? [area] : [])))
  if (broken.size === 0 && sinceYear === null) return new Map()
  const byArea = Map.groupBy(
    everybody.filter(({ area }) => sinceYear !== null || broken.has(area)),
    ({ area }) => area as string,
  )
  return new Map(
    [...byArea].flatMap(([area, own]) => {
      const { breakIn } = sinceBreak(own, sinceYear)
      return breakIn === null ? [] : [[area, breakIn] as const]
    }),
  )
}

/** A member is followed from its last break on, as it is when it is asked about alone. */
export const cutAt = (members: readonly GroupMember[], breaks: ReadonlyMap<string, number>): readonly GroupMember[] =>
  breaks.size === 0
    ? members
    : members.map((one) => {
        const breakIn = breaks.get(one.code)
        if (breakIn === undefined) return one
        const from = one.path.years.findIndex((year) => year >= breakIn)
        const [years, values] = from === -1 ? [[], []] : [one.path.years.slice(from), one.path.values.slice(from)]
        return { ...one, path: { years, values } }
      })
