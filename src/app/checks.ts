import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { operatorActor } from '#access'
import { type Check, type Config, type Database, databaseChecks, type ReadDb, todayIs, trailCheck } from '#platform'
import { featureList } from './opened.ts'

/** How the checks read: each in a transaction of its own, or all in one that is open already. */
type Reading = <T>(body: (db: ReadDb) => Promise<T>) => Promise<T>

const neededNode = 24
/** Megabytes. */
const neededSpace = 100

const machineChecks = (config: Config): readonly Check[] => {
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

const contentChecks = async (read: Reading, config: Config): Promise<readonly Check[]> => {
  const today = todayIs()
  const look = { by: operatorActor, today, asOf: today }
  const waiting: string[] = []
  const checks: Check[] = []
  for (const feature of featureList) {
    const { content, checks: own } = feature
    if (content !== undefined)
      waiting.push(...(await read((db) => content({ ...look, db }, config.content))).map(({ name }) => name))
    if (own !== undefined) checks.push(...(await read((db) => own(db))))
  }
  const seen =
    waiting.length === 0
      ? { code: 'app.doctor.contentLoaded', facts: {} }
      : { code: 'app.doctor.contentWaiting', facts: { count: waiting.length, steps: waiting.join(', ') } }
  return [{ about: 'app.doctor.content', well: true, seen }, await read(trailCheck), ...checks]
}

/** Whether the machine is one to open a database on at all. */
export const machineIsFit = (config: Config): boolean => machineChecks(config).every(({ well }) => well)

/**
 * Everything that can be wrong, each with what was seen: what `doctor` says, and the page of the same name. Null for a database
 * that is not to be opened, because the machine is not fit for it.
 */
export const checksOf = async (
  config: Config,
  database: Pick<Database, 'asOwner' | 'describe'> | null,
  read: Reading,
): Promise<readonly Check[]> => {
  const machine = machineChecks(config)
  if (database === null) return machine
  const first = await databaseChecks(database)
  // Tables that are still to be made at the next start cannot be looked into.
  const current = first.some(({ seen }) => seen.code === 'platform.doctor.tablesCurrent')
  const sound = first.every(({ well }) => well)
  return [...machine, ...first, ...(current && sound ? await contentChecks(read, config) : [])]
}
