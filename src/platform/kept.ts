import { promisify } from 'node:util'
import zlib from 'node:zlib'

/** A page as it goes over the wire, in the ways that readers take it. */
export type Made = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Null: it is in `br`; hardly anybody asks for it as it is, and it is five times as long. */
  readonly plain: Buffer | null
  readonly br: Buffer
  /** Made when somebody first takes it: nearly every reader takes `br`. */
  readonly gzip: () => Promise<Buffer>
}

const brotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliCompress)
const gzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gzip)
const unpacked = promisify<Buffer, Buffer>(zlib.brotliDecompress)

/** Gzip is longer than br by an eighth or so; both together, times br. */
const bothOverBr = 2.25

/** What becomes shorter when it is compressed. */
export const isText = (type: string): boolean =>
  /^(text|application\/(json|xml|javascript|x-ndjson|atom\+xml|problem\+json)|image\/svg)/.test(type)

const onceAsked = (make: () => Promise<Buffer>): (() => Promise<Buffer>) => {
  let made: Promise<Buffer> | null = null
  return () => {
    made ??= make()
    return made
  }
}

/** Compressed once, when it is made. Level 5 is a tenth of the time of level 11 for a few per cent of the size. */
export const madeOf = async (
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
  quality = 5,
): Promise<Made> => {
  const plain = Buffer.from(body)
  if (!isText(headers['content-type'] ?? '')) return { status, headers, plain, br: plain, gzip: async () => plain }
  const br = await brotli(plain, {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  })
  return { status, headers, plain: null, br, gzip: onceAsked(async () => gzip(await unpacked(br), { level: 6 })) }
}

/** The bytes for one way of taking them, and whether they are compressed. */
export const bodyOf = async (
  { plain, br, gzip: zipped }: Made,
  way: 'br' | 'gzip' | 'plain',
): Promise<{ readonly body: Buffer; readonly compressed: boolean }> => {
  if (plain !== null) return { body: plain, compressed: false }
  if (way === 'plain') return { body: await unpacked(br), compressed: false }
  return { body: way === 'br' ? br : await zipped(), compressed: true }
}

/** Which of them this reader takes. */
export const encodingFor = (accepts: string): 'br' | 'gzip' | 'plain' =>
  /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : 'plain'

type Entry = { readonly made: Promise<Made>; bytes: number }

/**
 * Pages kept under the Revision they were made from: nothing here is true for a time only, so nothing here grows old.
 * What was used longest ago goes first when `most` bytes are reached. A page that is being made is waited for, not made twice;
 * one that says that there is none is not kept, for there is no end of such addresses.
 */
export const keeper = (most: number) => {
  const pages = new Map<string, Entry>()
  let total = 0
  const forget = (key: string): void => {
    total -= pages.get(key)?.bytes ?? 0
    pages.delete(key)
  }
  /** While it was made its place may have gone to others, or to another of the same key. */
  const stands = (key: string, entry: Entry): boolean => pages.get(key) === entry
  return async (key: string, make: () => Promise<Made>): Promise<Made> => {
    const standing = pages.get(key)
    if (standing !== undefined) {
      pages.delete(key)
      pages.set(key, standing)
      return standing.made
    }
    const made = make()
    const entry: Entry = { made, bytes: 0 }
    pages.set(key, entry)
    try {
      const page = await made
      if (!stands(key, entry)) return page
      if (page.status >= 400) forget(key)
      else {
        entry.bytes = Math.ceil(bothOverBr * page.br.length) + 2 * key.length
        total += entry.bytes
        while (total > most && pages.size > 1) forget(pages.keys().next().value ?? '')
      }
      return page
    } catch (error) {
      if (stands(key, entry)) forget(key)
      throw error
    }
  }
}

/** A making that knows how long it took, for the `Server-Timing` of the answer: made for this reader, or kept, or waited for with others. */
export const timing = <Value>(make: () => Promise<Value>) => {
  let ms: number | null = null
  return {
    make: async (): Promise<Value> => {
      const began = performance.now()
      const made = await make()
      ms = performance.now() - began
      return made
    },
    header: (): Readonly<Record<string, string>> => ({
      'server-timing': ms === null ? 'kept' : `made;dur=${ms.toFixed(1)}`,
    }),
  }
}
