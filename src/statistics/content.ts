import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { done } from '#kernel'
import { type ContentStep, fileTrouble, type Look } from '#platform'
import { loadReference } from './deeds/load-reference.ts'
import { addReleaseOf } from './deeds/load-release.ts'
import { digestOf } from './files.ts'
import { folderAt, referenceFilesIn, releasesAt } from './folder.ts'
import { referenceByDigest } from './store/reference.ts'
import { releasesByDigest } from './store/releases.ts'

/** The digest of files, or null when one cannot be read: the deed that loads it says which. */
const digestIfThere = async (...paths: readonly string[]): Promise<string | null> => {
  for (const path of paths) if ((await fileTrouble(path)) !== null) return null
  return digestOf(...paths)
}

/**
 * What the organization's folder holds and the tables do not: the reference data when it is another than any loaded
 * before, then the files of `releases.csv` in its order. Without a folder `statistics` there is nothing to load. What is
 * not understood is a step too, which is refused with every fault.
 */
export const content = async ({ db }: Look, content: string): Promise<readonly ContentStep[]> => {
  const folder = join(content, 'statistics')
  if (!existsSync(join(folder, 'releases.csv'))) return []
  const steps: ContentStep[] = []
  const digest = await digestIfThere(...referenceFilesIn(folder).map((name) => join(folder, name)))
  if (digest === null || (await referenceByDigest(db, digest)) === null)
    steps.push({
      name: 'statistics: reference',
      event: 'statistics.referenceLoaded',
      deed: (work) => loadReference(work, { folder }),
    })
  const due = await releasesAt(folder)
  if (due.kind === 'refused')
    return [...steps, { name: 'statistics: releases', event: 'statistics.loaded', deed: async () => due }]
  const digests = await Promise.all(due.value.map(({ file }) => digestIfThere(join(folder, file))))
  const there = digests.filter((one) => one !== null)
  const standing = new Set((await releasesByDigest(db, there)).map((one) => one.digest))
  const isStanding = (one: string | null | undefined): boolean => one != null && standing.has(one)
  if (digests.every(isStanding)) return steps
  const found = await folderAt(folder)
  const declared = 'declared' in found ? found.declared.files : []
  for (const [nth, { file, knownOn, basis }] of due.value.entries()) {
    if (isStanding(digests[nth])) continue
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
