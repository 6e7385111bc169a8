import { type EntryId, elementAt, entryOfElement, kindOf, partsOf } from '#plan/core'
import { type Look, panel } from '#platform'
import { areasIn } from './areas.ts'
import { world } from './bases.ts'
import { outlookPath } from './hypothesis.ts'
import { entryPlace, planInForce } from './neighbours/plan.ts'
import type { Outlook } from './outlook.ts'
import { outlooksOf } from './outlooks.ts'
import { WherePanel, type WherePanelProps } from './pages/where-panel.tsx'
import { latestIn, type Where, whereOf } from './where.ts'

const whereFor = async ({ db, asOf }: Look, { answer, selection }: Outlook): Promise<Where | null> =>
  answer === null || selection === null
    ? null
    : whereOf(db, answer.question, { selection, group: answer.area }, await latestIn(db, selection, asOf), asOf)

/** What stands on the page of a target or an indicator of which there are figures. */
const load = async (look: Look, ids: readonly EntryId[]): Promise<ReadonlyMap<EntryId, WherePanelProps>> => {
  const { db, asOf } = look
  const standing = await planInForce(db)
  if (standing === null) return new Map()
  const { ix } = standing
  const elements = ids.flatMap((entry) => {
    const { edition, id } = partsOf(entry)
    const found = elementAt(ix, edition, id)
    return found !== null && ['target', 'indicator'].includes(kindOf(ix, found).role) ? [found] : []
  })
  const read = elements.length === 0 ? null : await outlooksOf(db, ix, elements, world, asOf)
  if (read === null) return new Map()
  const areas = await areasIn(db, asOf)
  const parts: [EntryId, WherePanelProps][] = []
  for (const element of elements) {
    // People are missing to a share, not to a gap between two.
    const outlook = read.outlooks.get(element.id)?.find(({ gap }) => gap === null)
    if (outlook === undefined || outlook.answer === null || outlook.selection === null) continue
    const line = { selection: outlook.selection }
    const where = await whereFor(look, outlook)
    parts.push([entryOfElement(element), { where, areas, line, whole: outlookPath(ix, element) }])
  }
  return new Map(parts)
}

export const wherePanel = panel({ place: entryPlace, may: 'progress.see', load, show: WherePanel })
