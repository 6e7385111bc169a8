import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { operatorActor } from '#access'
import { refused } from '#kernel'
import { type Check, type Database, databaseChecks, type Say, type Told, todayIs } from '#platform'
import type { At, HouseCommand } from '../house.ts'
import { featureList, withDatabase } from '../opened.ts'

const neededNode = 24
/** Megabytes. */
const neededSpace = 100

const machineChecks = ({ config }: At): readonly Check[] => {
  const version = process.versions.node
  const nearest = existsSync(config.data) ? config.data : path.dirname(config.data)
  const disk = statfsSync(existsSync(nearest) ? nearest : '/')
  const free = Math.floor((disk.bavail * disk.bsize) / 2 ** 20)
  const writable = ((): boolean => {
    try {
      accessSync(nearest, constants.W_OK)
      return true
    } catch {
      return false
    }
  })()
  const isNew = Number(version.split('.')[0]) >= neededNode
  const hasPlan = existsSync(path.join(config.content, 'plan.json'))
  return [
    {
      about: 'app.doctor.node',
      well: isNew,
      seen: isNew
        ? { code: 'app.doctor.nodeSeen', facts: { version } }
        : { code: 'app.doctor.nodeTooOld', facts: { version, needed: String(neededNode) } },
    },
    {
      about: 'app.doctor.dataFolder',
      well: writable,
      seen: writable
        ? { code: 'app.doctor.dataFolderSeen', facts: { folder: config.data } }
        : { code: 'app.doctor.dataFolderNotAllowed', facts: { folder: config.data } },
    },
    {
      about: 'app.doctor.space',
      well: free >= neededSpace,
      seen:
        free >= neededSpace
          ? { code: 'app.doctor.spaceSeen', facts: { free } }
          : { code: 'app.doctor.spaceShort', facts: { free, needed: neededSpace } },
    },
    {
      about: 'app.doctor.contentFolder',
      well: hasPlan,
      seen: hasPlan
        ? { code: 'app.doctor.contentFolderSeen', facts: { folder: config.content } }
        : { code: 'app.doctor.contentFolderEmpty', facts: { folder: config.content } },
    },
  ]
}

const contentChecks = async (database: Database, { config }: At): Promise<readonly Check[]> => {
  const today = todayIs()
  const look = { by: operatorActor, today, asOf: today }
  const waiting: string[] = []
  const checks: Check[] = []
  for (const feature of featureList) {
    const { content, checks: own } = feature
    if (content !== undefined)
      waiting.push(...(await database.read((db) => content({ ...look, db }, config.content))).map(({ name }) => name))
    if (own !== undefined) checks.push(...(await database.read((db) => own(db))))
  }
  const seen =
    waiting.length === 0
      ? { code: 'app.doctor.contentLoaded', facts: {} }
      : { code: 'app.doctor.contentWaiting', facts: { count: waiting.length, steps: waiting.join(', ') } }
  return [{ about: 'app.doctor.content', well: true, seen }, ...checks]
}

/** For programs: the keys and the facts, with the words as people read them. */
const told = ({ about, well, seen }: Check, say: Say): Told => ({
  about,
  well,
  code: seen.code,
  facts: seen.facts,
  words: say(seen.code, seen.facts),
})

const line = ({ about, well, seen }: Check, say: Say): string =>
  say(well ? 'app.doctor.well' : 'app.doctor.ill', { name: say(about), seen: say(seen.code, seen.facts) })

/** Looks at everything that can be wrong and says each thing it saw. It changes nothing. */
export const doctor: HouseCommand = {
  name: 'doctor',
  about: 'app.doctor.about',
  takes: [],
  run: async (at) => {
    const machine = machineChecks(at)
    const rest = machine.every(({ well }) => well)
      ? await withDatabase(at.config, async (database) => {
          const first = await databaseChecks(database)
          // Tables that are still to be made at the next start cannot be looked into.
          const current = first.some(({ seen }) => seen.code === 'platform.doctor.tablesCurrent')
          const sound = first.every(({ well }) => well)
          return [...first, ...(current && sound ? await contentChecks(database, at) : [])]
        })
      : []
    const all = [...machine, ...rest]
    const lines = all.map((one) => line(one, at.say))
    const facts = all.map((one) => told(one, at.say))
    const ill = all.filter(({ well }) => !well)
    if (ill.length === 0) return { kind: 'done', facts, lines: [...lines, at.say('app.doctor.fine')] }
    return { ...refused('app.doctor.trouble', { count: ill.length }), facts, lines }
  },
}
