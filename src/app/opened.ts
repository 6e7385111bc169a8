import { operatorActor } from '#access'
import type { Attempt } from '#kernel'
import {
  addEvent,
  CannotGoOn,
  type Config,
  type Database,
  type Feature,
  openDatabase,
  type Progress,
  type Told,
  todayIs,
} from '#platform'
import { features } from './features.ts'

export const featureList: readonly Feature[] = Object.values(features)

/** Opens the database for one command and closes it after, whatever comes of it. */
export const withDatabase = async <T>(config: Config, body: (database: Database) => Promise<T>): Promise<T> => {
  const database = await openDatabase(config)
  try {
    return await body(database)
  } finally {
    await database.close()
  }
}

const isDone = (attempt: Attempt<unknown>): boolean => attempt.kind === 'done'

/**
 * Loads what the content folder holds and the database does not, step by step, each in its own transaction with its event:
 * a start that is killed goes on where it was. Content that is refused stops the start and changes nothing.
 */
export const loadContent = async (
  database: Database,
  config: Config,
  tell: (step: string) => Progress | undefined,
): Promise<readonly string[]> => {
  const loaded: string[] = []
  for (const feature of featureList) {
    const content = feature.content
    if (content === undefined) continue
    const today = todayIs()
    const steps = await database.read((db) => content({ db, by: operatorActor, today, asOf: today }, config.content))
    for (const step of steps) {
      const progress = tell(step.name)
      const attempt = await database.write(async (db): Promise<Attempt<Told>> => {
        const work = { db, by: operatorActor, today, ...(progress === undefined ? {} : { progress }) }
        const answer = await step.deed(work)
        if (answer.kind === 'done') await addEvent(db, operatorActor.person, step.event, answer.value)
        return answer
      }, isDone)
      if (attempt.kind === 'refused') throw new CannotGoOn(attempt.refusal)
      loaded.push(step.name)
    }
  }
  return loaded
}
