import type { Context } from 'hono'
import type { Answered } from './answering.ts'
import { bodyOf, encodingFor, type Made, madeOf } from './kept.ts'
import type { Taken } from './route.ts'
import { isStreamed } from './streaming.ts'
import { gathered } from './taking/bytes.ts'

/** Where a request comes from, and how its reader sees this house: of proxies in front, as many are believed as the operator says. */
export const headersOf = (
  request: Context['req'],
  serving: { readonly proxies: number; readonly origin: string | null },
  remote: string,
): { address: string; origin: string } => {
  const forwarded = (request.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  const address = serving.proxies === 0 ? remote : (forwarded.at(-serving.proxies) ?? remote)
  const host = request.header('host') ?? 'localhost'
  const scheme = serving.proxies > 0 && request.header('x-forwarded-proto') === 'https' ? 'https' : 'http'
  return { address, origin: serving.origin ?? `${scheme}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}` }
}

/** What was made, as this reader takes it. */
export const sent = async (
  context: Context,
  made: Made,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const way = encodingFor(context.req.header('accept-encoding') ?? '')
  const { body, compressed } = await bodyOf(made, way)
  const headers = {
    vary: 'accept-encoding',
    ...made.headers,
    ...more,
    'content-length': String(body.length),
    ...(compressed ? { 'content-encoding': way } : {}),
  }
  return new Response(context.req.method === 'HEAD' ? null : new Uint8Array(body), { status: made.status, headers })
}

export const fileHeaders = ({
  type,
  name,
  inline,
}: Omit<Taken, 'kind' | 'body'>): Readonly<Record<string, string>> => ({
  'content-type': type,
  'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${name.replaceAll(/[^\w.-]+/g, '-')}"`,
})

/** An answer, compressed. */
export const madeFrom = async (answered: Exclude<Answered, { kind: 'go' }>): Promise<Made> => {
  if (answered.kind === 'page')
    return madeOf(answered.status, { 'content-type': 'text/html; charset=utf-8' }, answered.html)
  const body = isStreamed(answered) ? await gathered(answered.body) : Buffer.from(answered.body as Uint8Array)
  return madeOf(200, fileHeaders(answered), body)
}

/** How long an answer stands: a page until the next deed, what is wrong with an address not at all. */
export const standing = (status: number, tag: string): Readonly<Record<string, string>> =>
  status === 200 ? { 'cache-control': 'public, no-cache', etag: tag } : { 'cache-control': 'no-store' }
