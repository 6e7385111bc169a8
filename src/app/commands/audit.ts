import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Attempt, done, refused } from '#kernel'
import { headFrom, headStands, type TrailHead, trailHead, trailLines, verified } from '#platform'
import type { HouseAnswer, HouseCommand } from '../house.ts'
import { withDatabase } from '../opened.ts'
import { notWritable } from './backup.ts'

/** What the trail says of itself, and of a place in it that was noted before. */
const told = async (
  noted: TrailHead | null,
  { entries, head, broken }: Awaited<ReturnType<typeof verified>>,
  stands: Awaited<ReturnType<typeof headStands>>,
): Promise<Attempt<{ entries: number; n: string; digest: string }>> => {
  if (broken !== null) {
    const { n, at, event, why } = broken
    return refused(why === 'gap' ? 'app.audit.gap' : 'app.audit.changed', { n, at, event })
  }
  if (noted !== null && stands === 'short') return refused('app.audit.short', { n: noted.n, last: head?.n ?? '0' })
  if (noted !== null && stands === 'other') return refused('app.audit.other', { n: noted.n })
  return done({ entries, n: head?.n ?? '0', digest: head?.digest ?? '' })
}

/** Computes the whole chain anew; with `--head` it also holds it against a place that somebody noted elsewhere. */
export const auditVerify: HouseCommand = {
  name: 'audit verify',
  about: 'app.audit.verifyAbout',
  takes: ['--head='],
  run: async ({ config, say, options }): Promise<HouseAnswer> => {
    const given = options['head']
    const noted = given === undefined ? null : headFrom(given)
    if (given !== undefined && noted === null)
      return { ...refused('app.audit.headNotUnderstood', { value: given }), kind: 'misuse' }
    return withDatabase(config, async (database) => {
      const began = performance.now()
      const attempt = await database.read(async (db) =>
        told(noted, await verified(db), noted === null ? 'stands' : await headStands(db, noted)),
      )
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      if (attempt.kind === 'refused')
        return { ...attempt, facts: { code: attempt.refusal.code, ...attempt.refusal.facts } }
      const { entries, n, digest } = attempt.value
      const lines =
        entries === 0
          ? [say('app.audit.empty')]
          : [
              say('app.audit.whole', { count: entries, seconds }),
              ...(noted === null ? [] : [say('app.audit.stands', { n: noted.n })]),
              say('app.audit.head', { head: `${n}:${digest}` }),
            ]
      return { kind: 'done', facts: { entries, head: entries === 0 ? null : { n, digest } }, lines }
    })
  },
}

/** Writes the trail as lines that others can check, to a file or, for `-`, to whoever reads the output. */
export const auditExport: HouseCommand = {
  name: 'audit export',
  about: 'app.audit.exportAbout',
  takes: ['file'],
  run: async ({ config, say, words: [file] }): Promise<HouseAnswer | null> => {
    if (file === undefined) return { ...refused('app.fileMissing', { command: 'audit export' }), kind: 'misuse' }
    return withDatabase(config, (database) =>
      database.read(async (db): Promise<HouseAnswer | null> => {
        const head = await trailHead(db)
        if (file === '-') {
          await pipeline(Readable.from(trailLines(db)), process.stdout, { end: false })
          return null
        }
        const to = path.resolve(file)
        const part = `${to}.part`
        const sink = await open(part, 'w', 0o600).catch((error: NodeJS.ErrnoException) => {
          if (notWritable.includes(error.code ?? '')) return null
          throw error
        })
        if (sink === null) return refused('app.fileNotWritable', { file: to })
        try {
          await pipeline(Readable.from(trailLines(db)), sink.createWriteStream())
          await rename(part, to)
        } finally {
          await rm(part, { force: true })
        }
        const facts = { file: to, head }
        const lines = [
          say('app.audit.exported', { file: to, n: head?.n ?? '0' }),
          ...(head === null ? [] : [say('app.audit.head', { head: `${head.n}:${head.digest}` })]),
        ]
        return { kind: 'done', facts, lines }
      }),
    )
  },
}
