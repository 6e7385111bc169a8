import { operatorActor } from '#access'
import type { Attempt } from '#kernel'
import {
  addEvent,
  CannotGoOn,
  type Config,
  type Database,
  type Feature,
  forgetGenerations,
  indexed,
  openDatabase,
  type Progress,
  searchOf,
  type Told,
  todayIs,
  voices,
  type WriteDb,
} from '#platform'
import { SearchPage } from '#ui'
import { features } from './features.ts'

const own: readonly Feature[] = Object.values(features)

/** The features, and the search over what they give to be found. */
export const featureList: readonly Feature[] = [...own, searchOf(own, SearchPage)]

/** Makes the search index anew in the transaction of whatever may have changed it. */
export const indexAll = (db: WriteDb): Promise<unknown> =>
  indexed(
    db,
    own.flatMap(({ finds }) => finds ?? []),
    voices(),
  )

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
  await indexContent(database)
  return loaded
}

/** One generation for all that was loaded; what is in force already is left, and older ones go. */
const indexContent = async (database: Database): Promise<void> => {
  await database.write(
    async (db) => {
      const made = await indexAll(db)
      if (made !== null) await addEvent(db, operatorActor.person, 'platform.indexed', made)
    },
    () => true,
  )
  await database.asOwner(forgetGenerations)
}
