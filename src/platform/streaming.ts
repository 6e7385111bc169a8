import { setTimeout as sleep } from 'node:timers/promises'
import zlib from 'node:zlib'
import type { Answered } from './answering.ts'
import type { Database } from './database.ts'
import type { ReadDb } from './db.ts'
import type { Taken } from './route.ts'

/** Files that are sent while they are made, at once: each holds a connection as long as its reader takes. */
const streamsAtOnce = 4
/** How long the next waits for a place, and how long a reader may take nothing, in milliseconds. */
const longestWait = 5_000
const longestPause = 60_000
/** How long the last words of what broke get to leave before the transfer is cut. */
const lastWords = 100

export type Streamed = Taken & { readonly body: AsyncIterable<Uint8Array> }

export const isStreamed = (answered: Answered): answered is Streamed =>
  answered.kind === 'file' && typeof answered.body === 'object' && Symbol.asyncIterator in answered.body

/** Places for streams: null when none became free in time. What it answers gives the place back, once. */
export const placesOf = (count: number, wait: number): (() => Promise<(() => void) | null>) => {
  let free = count
  const waiting = new Set<(give: () => void) => void>()
  const given = (): (() => void) => {
    let isGiven = false
    return () => {
      if (isGiven) return
      isGiven = true
      const [next] = waiting
      if (next === undefined) free += 1
      else {
        waiting.delete(next)
        next(given())
      }
    }
  }
  return async () => {
    if (free > 0) {
      free -= 1
      return given()
    }
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        waiting.delete(next)
        resolve(null)
      }, wait)
      const next = (give: () => void): void => {
        clearTimeout(late)
        resolve(give)
      }
      waiting.add(next)
    })
  }
}

/** Compressed as it comes; what was written before an error leaves before the error does. */
export async function* gzipped(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gzip = zlib.createGzip({ level: 4 })
  let made: Uint8Array[] = []
  gzip.on('data', (bytes: Uint8Array) => made.push(bytes))
  const taken = (): readonly Uint8Array[] => {
    const some = made
    made = []
    return some
  }
  const written = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => gzip.write(bytes, (error) => (error ? reject(error) : resolve())))
  const flushed = (): Promise<void> => new Promise((resolve) => gzip.flush(() => resolve()))
  try {
    let isFirst = true
    for await (const bytes of body) {
      await written(bytes)
      if (isFirst) await flushed()
      isFirst = false
      yield* taken()
    }
    await new Promise<void>((resolve) => {
      gzip.once('end', () => resolve())
      gzip.end()
    })
    yield* taken()
  } catch (error) {
    await flushed()
    yield* taken()
    throw error
  } finally {
    gzip.destroy()
  }
}

/**
 * The bytes of a body, asked for one piece at a time and only when the one before has left. `over` is called once: at the end, at an
 * error (with it), or when the reader has gone or takes nothing any more (with `gone`).
 */
const bodyOf = (
  body: AsyncIterable<Uint8Array>,
  over: (why: 'end' | 'gone' | Error) => void,
): ReadableStream<Uint8Array> => {
  const pieces = body[Symbol.asyncIterator]()
  let pause: NodeJS.Timeout | undefined
  const leave = (): void => {
    over('gone')
    pieces.return?.().catch(() => {})
  }
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        clearTimeout(pause)
        try {
          const { done, value } = await pieces.next()
          if (done === true) {
            controller.close()
            over('end')
            return
          }
          controller.enqueue(value)
          pause = setTimeout(() => {
            controller.error(new Error('The reader takes nothing'))
            leave()
          }, longestPause)
        } catch (error) {
          over(error as Error)
          await sleep(lastWords)
          controller.error(error)
        }
      },
      cancel: () => {
        clearTimeout(pause)
        leave()
      },
    },
    { highWaterMark: 0 },
  )
}

export type Sending =
  | { readonly kind: 'sending'; readonly file: Streamed; readonly stream: (way: 'gzip' | 'plain') => ReadableStream }
  | { readonly kind: 'whole'; readonly answered: Answered }
  | { readonly kind: 'full' }

/**
 * Answers with a file that is written while it is sent. It is read in the transaction in which it was loaded: one picture of the
 * database from the first row to the last. The transaction ends with the last byte, with an error, or with the reader.
 */
export const senderOf = (database: Database, failed: (error: Error) => void) => {
  const place = placesOf(streamsAtOnce, longestWait)
  return async (answer: (db: ReadDb) => Promise<Answered>, isWanted: boolean): Promise<Sending> => {
    const giveBack = await place()
    if (giveBack === null) return { kind: 'full' }
    const gone = new AbortController()
    const ready = Promise.withResolvers<Answered>()
    const sent = Promise.withResolvers<void>()
    database
      .read(async (db) => {
        const answered = await answer(db)
        ready.resolve(answered)
        if (isStreamed(answered) && isWanted) await sent.promise
      }, gone.signal)
      .catch(ready.reject)
      .finally(giveBack)
    const answered = await ready.promise
    if (!isStreamed(answered)) return { kind: 'whole', answered }
    return {
      kind: 'sending',
      file: answered,
      stream: (way) =>
        bodyOf(way === 'gzip' ? gzipped(answered.body) : answered.body, (why) => {
          if (why === 'gone') gone.abort()
          if (why instanceof Error) failed(why)
          sent.resolve()
        }),
    }
  }
}
