import assert from 'node:assert/strict'
import { operatorActor, publicActor, sessionCookie, whoIs } from '#access'
import { equipTest } from '#access/testing'
import type { Day } from '#kernel'
import { answeringOf, apiOf, serverOf, sitemapOf, voices } from '#platform'
import { aServing, type TestDb } from '#platform/testing'
import { assets } from '#ui'
import { features } from '../features.ts'
import { endpoints, featureList, indexAll } from '../opened.ts'
import { troubleShow } from '../trouble.ts'

export type Ask = (address: string, headers?: Readonly<Record<string, string>>, method?: string) => Promise<Response>

export const origin = 'http://localhost'

/** Fills a database with what a content folder holds, as the start of a server does; `isWanted` may leave figures out. */
export const filledFrom = async (
  db: TestDb,
  folder: string,
  today: Day,
  isWanted: (step: string) => boolean = () => true,
): Promise<void> => {
  for (const { content } of Object.values(features)) {
    const steps =
      content === undefined ? [] : await db.look(operatorActor, today, async (look) => content(look, folder))
    for (const { deed, event, name } of steps)
      if (event !== 'statistics.loaded' || isWanted(name))
        assert.equal((await db.work(operatorActor, today, deed)).kind, 'done', name)
  }
  await db.work(operatorActor, today, ({ db: writing }) => indexAll(writing))
}

/** The server as it is, on the database of a test, asked without a network. `rate` is what one reader may ask in a minute. */
export const servedOn = async (db: TestDb, today: Day, rate = 10_000_000): Promise<Ask> => {
  equipTest()
  const spoken = voices()
  const app = await serverOf(
    aServing(db, featureList, publicActor, today, {
      answering: answeringOf(featureList, spoken, troubleShow),
      api: apiOf(endpoints),
      sitemap: sitemapOf(featureList),
      voices: spoken,
      assets,
      index: indexAll,
      whoIs,
      ticket: sessionCookie,
      rate,
    }),
  )
  return async (address, headers = {}, method = 'GET') =>
    await app.fetch(new Request(new URL(address, origin), { headers, method }))
}
