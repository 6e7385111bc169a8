import { framePlaces, type Panel, panel } from '#platform'
import { areaLedePanel } from './area-lede.ts'
import { areaPanel } from './area-panel.ts'
import { editionsOn } from './core/history.ts'
import { usersOf } from './core/indexed.ts'
import { planInForce } from './held.ts'
import { seriesPlace } from './neighbours/statistics.ts'
import { FictionalMark } from './pages/fictional-mark.tsx'
import { EditionContext, PlanFoot } from './pages/frame-parts.tsx'
import { SeriesUsers } from './pages/series-users.tsx'

export const panels: readonly Panel[] = [
  panel({
    place: framePlaces.context,
    may: 'plan.see',
    load: async ({ db, asOf }, paths) => {
      const standing = await planInForce(db)
      if (standing === null) return new Map()
      const editions = editionsOn(standing.ix.plan, asOf)
      return new Map(paths.map((path) => [path, { editions }]))
    },
    show: EditionContext,
  }),
  panel({
    place: framePlaces.context,
    may: 'plan.see',
    load: async ({ db }, paths) => {
      const organisation = (await planInForce(db))?.ix.plan.organisation
      return new Map(organisation?.fictional === true ? paths.map((path) => [path, { names: organisation.names }]) : [])
    },
    show: FictionalMark,
  }),
  panel({
    place: framePlaces.foot,
    may: 'plan.see',
    load: async (_, paths) => new Map(paths.map((path) => [path, {}])),
    show: PlanFoot,
  }),
  panel({
    place: seriesPlace,
    may: 'plan.see',
    load: async ({ db, asOf }, codes) => {
      const standing = await planInForce(db)
      if (standing === null) return new Map()
      const { ix } = standing
      const there = new Set(editionsOn(ix.plan, asOf).map(({ code }) => code))
      return new Map(
        codes.flatMap((code) => {
          const users = usersOf(ix, code).filter(({ edition }) => there.has(edition))
          return users.length === 0 ? [] : [[code, { ix, users }] as const]
        }),
      )
    },
    show: SeriesUsers,
  }),
  areaPanel,
  areaLedePanel,
]
