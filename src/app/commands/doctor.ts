import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { operatorActor } from '#access'
import { refused } from '#kernel'
import { type Check, type Database, databaseChecks, todayIs } from '#platform'
import type { At, HouseCommand } from '../house.ts'
import { featureList, withDatabase } from '../opened.ts'

const machineChecks = ({ config }: At): readonly Check[] => {
  const node = process.versions.node
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
  return [
    { name: 'node', well: Number(node.split('.')[0]) >= 24, seen: node },
    { name: 'data folder', well: writable, seen: config.data },
    { name: 'free space', well: free >= 100, seen: `${free} MB` },
    { name: 'content folder', well: existsSync(path.join(config.content, 'plan.json')), seen: config.content },
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
    waiting.length === 0 ? 'all loaded' : `${waiting.length} to load at the next start: ${waiting.join(', ')}`
  return [{ name: 'content', well: true, seen }, ...checks]
}

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
          return [...first, ...(first.every(({ well }) => well) ? await contentChecks(database, at) : [])]
        })
      : []
    const all = [...machine, ...rest]
    const lines = all.map(
      ({ name, well, seen }) => `${at.say(well ? 'app.doctor.well' : 'app.doctor.ill')} ${name}: ${seen}`,
    )
    const ill = all.filter(({ well }) => !well)
    if (ill.length === 0) return { kind: 'done', facts: all, lines: [...lines, at.say('app.doctor.fine')] }
    return { ...refused('app.doctor.trouble', { count: ill.length }), facts: all, lines }
  },
}
