import type { EntryId } from '#plan/core'
import { type Panel, type PanelLook, panel } from '#platform'
import { inGravity, isOpen, kinOf, type Risk, wordingOf } from '#risks/core'
import { entryPlace } from './neighbours/plan.ts'
import { type PanelProps, RisksPanel } from './pages/panel.tsx'
import { registerFor } from './visible.ts'

/** What threatens these elements: open risks that name them, or what they were or became in another edition. */
const load = async (look: PanelLook, ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, PanelProps>> => {
  const read = await registerFor(look)
  const { ix } = read.names
  const open = read.risks.filter(isOpen)
  if (ix === null || open.length === 0) return new Map()
  const found: [EntryId, PanelProps][] = []
  for (const entry of ids) {
    const kin = kinOf(ix, entry)
    const named = open.flatMap((risk): readonly (readonly [Risk, EntryId])[] => {
      const { elements } = wordingOf(risk)
      const at = elements.includes(entry) ? entry : elements.find((one) => kin.includes(one))
      return at === undefined ? [] : [[risk, at]]
    })
    if (named.length === 0) continue
    const risks = inGravity(
      read.scales,
      named.map(([risk]) => risk),
    )
    found.push([entry, { read, entry, risks, through: new Map(named.filter(([, at]) => at !== entry)) }])
  }
  return new Map(found)
}

export const panels: readonly Panel[] = [panel({ place: entryPlace, may: 'risks.see', load, show: RisksPanel })]
