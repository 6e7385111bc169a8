import { join } from 'node:path'
import { done } from '#kernel'
import { type ContentStep, type Look, readTextFile } from '#platform'
import { loadPlan } from './deeds/load-plan.ts'
import { fileLimit, readParts } from './parts.ts'
import { wasLoaded } from './store/loads.ts'

/** The plan of the organization's folder, when its files are not those of any load. Without a `plan.json` there is nothing to load. */
export const content = async ({ db }: Look, folder: string): Promise<readonly ContentStep[]> => {
  const file = join(folder, 'plan.json')
  const there = await readTextFile(file, fileLimit)
  if (there.kind === 'trouble' && there.trouble === 'missing') return []
  const { digest } = await readParts(file)
  if (await wasLoaded(db, digest)) return []
  return [
    {
      name: 'plan: plan.json',
      event: 'plan.loaded',
      deed: async (work) => {
        const attempt = await loadPlan(work, { file, reason: 'content' })
        return attempt.kind === 'refused' ? attempt : done({ ...attempt.value })
      },
    },
  ]
}
