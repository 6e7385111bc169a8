import path from 'node:path'
import { firstLink, keepHouse, publicActor, senderOf, sendLetters, sessionCookie, whoIs } from '#access'
import { refused } from '#kernel'
import {
  answeringOf,
  apiOf,
  buildOf,
  type Database,
  languageFor,
  openDatabase,
  type Running,
  settingsShown,
  sitemapOf,
  startServing,
  todayIs,
  voices,
} from '#platform'
import { assets } from '#ui'
import { checksOf } from '../checks.ts'
import { equipFor } from '../equipping.ts'
import { every } from '../every.ts'
import type { HouseCommand } from '../house.ts'
import { endpoints, featureList, indexAll, loadContent } from '../opened.ts'
import { barOn } from '../progress.ts'
import { troubleShow } from '../trouble.ts'
import { versionOf } from '../version.ts'

/** Letters wait no longer than this. */
const postSeconds = 2

/** Resolves when the process is told to stop; a second time it ends at once. */
const toldToStop = (): Promise<string> =>
  new Promise((resolve) => {
    let told = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (told) process.exit(1)
        told = true
        resolve(signal)
      })
  })

/** What a way of serving does besides: once everything is loaded, and once it answers. */
export type Serving = {
  readonly prepared?: (database: Database) => Promise<void>
  readonly ready?: (database: Database, address: string) => Promise<void>
}

export const serving =
  (more: Serving): HouseCommand['run'] =>
  async ({ config: given, say, log, options }) => {
    const asked = options['port']
    if (asked !== undefined && !(/^\d{1,5}$/.test(asked) && Number(asked) <= 65_535))
      return { ...refused('app.portNotUnderstood', { value: asked }), kind: 'misuse' }
    const config = asked === undefined ? given : { ...given, port: Number(asked) }
    const began = performance.now()
    const stop = toldToStop()
    const database = await openDatabase(config)
    const speak = voices()
    const build = buildOf()
    keepHouse({
      settings: settingsShown(config, process.env),
      version: await versionOf(),
      build,
      runtime: `Node ${process.version}, ${process.platform} ${process.arch}`,
      startedAt: new Date().toISOString(),
      checks: (db) => checksOf(config, database, (body) => body(db)),
    })
    let running: Running | null = null
    let first = null as string | null
    try {
      running = await startServing(
        config,
        database,
        log,
        {
          answering: answeringOf(featureList, speak, troubleShow),
          api: apiOf(endpoints),
          sitemap: sitemapOf(featureList),
          voices: speak,
          assets,
          by: publicActor,
          features: featureList,
          whoIs,
          ticket: sessionCookie,
          signIn: '/sign-in',
          index: indexAll,
          build,
          today: todayIs,
        },
        () =>
          database.inTurn(async () => {
            const ran = await database.migrate()
            if (ran.length > 0) log.info({ migrations: ran.length }, 'the schema was brought forward')
            const loaded = await loadContent(
              database,
              config,
              (step) => {
                if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${say('app.loading', { step })}`)
                return barOn(process.stderr, step)
              },
              build,
            )
            if (loaded.length > 0 && process.stderr.isTTY) process.stderr.write('\r\u001b[K')
            if (loaded.length > 0) log.info({ steps: loaded.length }, 'the content was loaded')
            // Known before the first reader comes; a port that was left open is known after, and nobody knows it before.
            equipFor(config, config.origin ?? `http://localhost:${config.port}`, say)
            await more.prepared?.(database)
            first = await database.write(
              (db) => firstLink({ db }),
              (path) => path !== null,
            )
          }),
      )
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      equipFor(config, config.origin ?? running.address.replace(/\/$/, ''), say)
      process.stdout.write(`${say('app.serve.ready', { address: running.address, seconds })}\n`)
      if (first !== null) {
        const link = `${config.origin ?? running.address.replace(/\/$/, '')}/${languageFor(process.env['LANG']?.slice(0, 2))}${first}`
        process.stdout.write(`${say('app.serve.first', { link })}\n`)
      }
      await more.ready?.(database, running.address.replace(/\/$/, ''))
      const send = senderOf(config.mail, path.join(config.data, 'mail'))
      const post = every(postSeconds, () => sendLetters(database, send, speak, log), log)
      const signal = await stop
      log.info({ signal }, 'stopping')
      await post.end()
      await running.stop()
      return null
    } catch (error) {
      await (running?.stop() ?? database.close())
      throw error
    }
  }

export const serve: HouseCommand = {
  name: 'serve',
  about: 'app.serve.about',
  takes: ['--port='],
  run: serving({}),
}
