import { rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import type { Refusal } from '#kernel'
import { CannotGoOn } from './cannot-go-on.ts'
import type { Config } from './config.ts'
import type { Database } from './database.ts'
import { fileText } from './embedded-binaries.ts'
import type { Log } from './log.ts'
import { type Serving, serverOf } from './server.ts'

/** Where the server that holds a data folder says how it can be reached: its process number and its address. */
const noteIn = (config: Config): string => path.join(config.data, 'server.txt')

/** Why a second server does not start on a folder, with what the first has noted there. */
const served = (config: Config): Refusal => {
  const [process = '', address = ''] = fileText(noteIn(config)).trim().split(' ')
  return address === ''
    ? { code: 'platform.folderServed', facts: { folder: config.data } }
    : { code: 'platform.folderServedAt', facts: { folder: config.data, process, address } }
}

const listening = (
  config: Config,
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: fetch as never, port: config.port, hostname: config.host }, () =>
      resolve(server as Server),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error)
      const code = error.code === 'EADDRINUSE' ? 'platform.portTaken' : 'platform.portNotAllowed'
      reject(new CannotGoOn({ code, facts: { port: String(config.port), host: config.host } }, error))
    })
  })

export type Running = { readonly address: string; readonly stop: () => Promise<void> }

/**
 * Serves until told to stop. On the embedded database it holds the folder for its whole life, so that a second server is
 * refused and a command that ends beside it does not stop PostgreSQL under it; when PostgreSQL dies, it is started again.
 */
export const startServing = async (
  config: Config,
  database: Database,
  log: Log,
  given: Omit<Serving, 'isThere' | 'database' | 'log' | 'origin' | 'rate' | 'proxies'>,
  /** What is done once the folder is ours and before anybody is answered: migrations, content. */
  prepare: () => Promise<void>,
): Promise<Running> => {
  const embedded = database.describe().kind === 'embedded'
  let there = true
  let stopping = false
  let release: () => Promise<void> = async () => {}
  let revived: Promise<void> = Promise.resolve()

  const hold = async (): Promise<void> => {
    const held = await database.hold()
    if (held === null) throw new CannotGoOn(served(config))
    release = held.release
    held.gone.then(() => {
      if (!stopping) revived = revive()
    })
  }

  const revive = async (): Promise<void> => {
    there = false
    log.error({ database: 'gone' }, 'the database is gone; starting it again')
    for (let wait = 100; !stopping; wait = Math.min(5000, wait * 2)) {
      try {
        await database.revive()
        await hold()
        there = true
        log.info({ database: 'back' }, 'the database is back')
        return
      } catch (error) {
        log.error({ err: error }, 'the database could not be started again yet')
        await sleep(wait)
      }
    }
  }

  if (embedded) await hold()
  try {
    await prepare()
  } catch (error) {
    stopping = true
    await release()
    throw error
  }
  const { origin, rate, proxies } = config
  const app = await serverOf({ ...given, database, log, origin, rate, proxies, isThere: () => there })
  const server = await listening(config, app.fetch).catch(async (error: unknown) => {
    stopping = true
    await release()
    throw error
  })
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port
  const host = /^(0\.0\.0\.0|::|127\.0\.0\.1)$/.test(config.host) ? 'localhost' : config.host
  const address = `http://${host}:${port}/`
  if (embedded) writeFileSync(noteIn(config), `${process.pid} ${address}\n`)
  return {
    address,
    stop: async () => {
      if (stopping) return
      stopping = true
      // What is being answered is finished; idle connections are closed at once.
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await Promise.race([closed, sleep(5000, undefined, { ref: false })])
      server.closeAllConnections()
      if (embedded) rmSync(noteIn(config), { force: true })
      // A database that is just being started again would be held for ever by nobody.
      await revived
      await release()
      await database.close()
    },
  }
}
