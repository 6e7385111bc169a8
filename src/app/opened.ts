import { operatorActor } from '#access'
import type { Attempt } from '#kernel'
import {
  addEvent,
  apiPagesOf,
  buildOf,
  CannotGoOn,
  type Config,
  type Database,
  type Endpoint,
  type Feature,
  forgetGenerations,
  indexed,
  indexedBy,
  openDatabase,
  type Progress,
  searchOf,
  type Told,
  todayIs,
  voices,
  type WriteDb,
} from '#platform'
import { ApiFoot, ApiPage, ApiUsePage, SearchPage } from '#ui'
import { features } from './features.ts'

const own: readonly Feature[] = Object.values(features)

/** The features, and the search over what they give to be found. */
const found: readonly Feature[] = [...own, searchOf(own, SearchPage)]

/** What programs can ask: of every feature, and of the search. */
export const endpoints: readonly Endpoint[] = found.flatMap(({ api }) => api ?? [])

export const featureList: readonly Feature[] = [
  ...found,
  apiPagesOf(endpoints, '/observations', { docs: ApiPage, use: ApiUsePage, foot: ApiFoot }),
]

/** Makes the search index anew in the transaction of whatever may have changed it. */
export const indexAll = (db: WriteDb): Promise<object | null> =>
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
  build = buildOf(),
): Promise<readonly string[]> => {
  const loaded: string[] = []
  // The first time, all steps get one index at their end; afterwards each brings its own, as every deed does.
  const isFirst = (await database.read(indexedBy)) === null
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
        if (answer.kind === 'done') {
          if (!isFirst) await indexAll(db)
          addEvent(db, { person: operatorActor.person, event: step.event, way: 'content', facts: answer.value })
        }
        return answer
      }, isDone)
      if (attempt.kind === 'refused') throw new CannotGoOn(attempt.refusal)
      loaded.push(step.name)
    }
  }
  await indexContent(database, build)
  return loaded
}

/**
 * Deeds keep the index true; another program takes the documents apart in another way, so it looks once, and notes that it
 * did. Older generations go.
 */
const indexContent = async (database: Database, build: string): Promise<void> => {
  if ((await database.read(indexedBy)) === build) return
  await database.write(
    async (db) => {
      const made = await indexAll(db)
      addEvent(db, {
        person: operatorActor.person,
        event: 'platform.indexed',
        way: 'content',
        facts: { build, ...made },
      })
    },
    () => true,
  )
  await database.asOwner(forgetGenerations)
}
