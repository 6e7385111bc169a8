import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { done } from '#kernel'
import type { ContentStep, Look } from '#platform'
import { loadReference } from './deeds/load-reference.ts'
import { addReleaseOf } from './deeds/load-release.ts'
import { digestOf } from './files.ts'
import { folderAt, referenceFiles, releasesAt } from './folder.ts'
import { referenceByDigest } from './store/reference.ts'
import { releasesByDigest } from './store/releases.ts'

/**
 * What the organisation's folder holds and the tables do not: the reference data when it is another than any loaded
 * before, then the files of `releases.csv` in its order. Without a folder `statistics` there is nothing to load.
 */
export const content = async ({ db }: Look, content: string): Promise<readonly ContentStep[]> => {
  const folder = join(content, 'statistics')
  if (!existsSync(join(folder, 'releases.csv'))) return []
  const steps: ContentStep[] = []
  const digest = await digestOf(...referenceFiles.map((name) => join(folder, name)))
  if ((await referenceByDigest(db, digest)) === null)
    steps.push({
      name: 'statistics: reference',
      event: 'statistics.referenceLoaded',
      deed: (work) => loadReference(work, { folder }),
    })
  const due = await releasesAt(folder)
  const digests = await Promise.all(due.map(({ file }) => digestOf(join(folder, file))))
  const standing = new Set((await releasesByDigest(db, digests)).map((one) => one.digest))
  if (digests.every((one) => standing.has(one))) return steps
  const found = await folderAt(folder)
  const declared = 'declared' in found ? found.declared.files : []
  for (const [nth, { file, knownOn, basis }] of due.entries()) {
    if (standing.has(digests[nth] ?? '')) continue
    const { credit = null, via = null, caveat = null } = declared.find((one) => one.file === file) ?? {}
    steps.push({
      name: `statistics: ${file}`,
      event: 'statistics.loaded',
      deed: async (work) => {
        const path = join(folder, file)
        const attempt = await addReleaseOf(work, { file: path, knownOn, reason: 'content', basis, credit, via, caveat })
        return attempt.kind === 'refused' ? attempt : done({ ...attempt.value })
      },
    })
  }
  return steps
}
