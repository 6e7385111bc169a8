import { framePlaces, type Panel, panel } from '#platform'
import { isThereOn } from './core/index.ts'
import { planInForce } from './held.ts'
import { EditionContext, PlanFoot } from './pages/frame-parts.tsx'

export const panels: readonly Panel[] = [
  panel({
    place: framePlaces.context,
    may: 'plan.see',
    load: async ({ db, asOf }, paths) => {
      const standing = await planInForce(db)
      if (standing === null) return new Map()
      const { plan } = standing.ix
      const editions = plan.editions
        .filter((one) => isThereOn(one, asOf))
        .toSorted((a, b) => Number(b.code === plan.firstShown) - Number(a.code === plan.firstShown))
      return new Map(paths.map((path) => [path, { editions }]))
    },
    show: EditionContext,
  }),
  panel({
    place: framePlaces.foot,
    may: 'plan.see',
    load: async (_, paths) => new Map(paths.map((path) => [path, {}])),
    show: PlanFoot,
  }),
]
