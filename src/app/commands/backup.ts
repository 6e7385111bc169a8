import path from 'node:path'
import { operatorActor } from '#access'
import { refused } from '#kernel'
import { backUp, noteBackup, restore as restoreFrom } from '#platform'
import type { HouseCommand } from '../house.ts'
import { withDatabase } from '../opened.ts'
import { barOn } from '../progress.ts'

/** What the system says of a folder that is not there, or not this account's, or no folder. */
export const notWritable = ['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EROFS']

export const backup: HouseCommand = {
  name: 'backup',
  about: 'app.backup.about',
  takes: ['file'],
  run: ({ config, say, words: [file] }) => {
    if (file === undefined)
      return Promise.resolve({ ...refused('app.fileMissing', { command: 'backup' }), kind: 'misuse' })
    const to = path.resolve(file)
    return withDatabase(config, async (database) => {
      const bar = barOn(process.stderr, 'backup')
      const facts = await database
        .asOwner((client) => backUp(client, to, bar))
        .catch((error: NodeJS.ErrnoException) => {
          if (notWritable.includes(error.code ?? '')) return null
          throw error
        })
      bar?.end()
      if (facts === null) return refused('app.fileNotWritable', { file: to })
      await noteBackup(database, operatorActor.person, { ...facts, file: to })
      return { kind: 'done', facts: { ...facts, file: to }, lines: [say('app.backup.line', { ...facts, file: to })] }
    })
  },
}

export const restore: HouseCommand = {
  name: 'restore',
  about: 'app.restore.about',
  takes: ['file', '--force'],
  run: ({ config, say, options, words: [file] }) => {
    if (file === undefined)
      return Promise.resolve({ ...refused('app.fileMissing', { command: 'restore' }), kind: 'misuse' })
    const from = path.resolve(file)
    return withDatabase(config, async (database) => {
      const held = await database.hold()
      if (held === null) return refused('app.restoreWhileServing', { folder: config.data })
      const bar = barOn(process.stderr, 'restore')
      const attempt = await database.asOwner((client) => restoreFrom(client, from, options['force'] !== undefined, bar))
      bar?.end()
      if (attempt.kind === 'done') await database.migrate()
      await held.release()
      if (attempt.kind === 'refused') return attempt
      return {
        kind: 'done',
        facts: { ...attempt.value, file: from },
        lines: [say('app.restore.line', { ...attempt.value })],
      }
    })
  },
}
