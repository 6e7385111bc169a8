import { brotliDecompressSync } from 'node:zlib'
import type { Feature } from '#platform'
import { drawn, type Kind, kindsOf, mostOf } from './kinds.ts'
import { linksIn, saidBy, tagsIn } from './links.ts'
import { faultsOf, invalidIn } from './page-faults.ts'
import { type Ask, origin } from './served.ts'

/** So many pages of each kind and language are given to the validator, which takes ten times as long as all else does. */
const mostValidated = 3
/** Compressed, as it is sent. */
const mostBytes = 200_000

export type Fault = { readonly address: string; readonly on: string; readonly what: string }
export type Visit = { readonly address: string; readonly kind: Kind; readonly bytes: number; readonly ms: number }
export type Walked = {
  readonly visits: readonly Visit[]
  readonly faults: readonly Fault[]
  /** How many addresses of each kind were found, by its name and the language. */
  readonly found: ReadonlyMap<string, number>
  /** Pages with links to other servers: those are not followed. */
  readonly elsewhere: number
  readonly validated: number
  readonly rounds: number
  readonly milliseconds: number
}

/** What a file must be, by the ending of its address. */
const types: Readonly<Record<string, RegExp>> = {
  csv: /^text\/csv/,
  json: /^application\/json/,
  ndjson: /^application\/x-ndjson/,
  xlsx: /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet/,
  svg: /^image\/svg\+xml/,
  png: /^image\/png/,
  zip: /^application\/zip/,
  atom: /^application\/atom\+xml/,
  xml: /^application\/opensearchdescription\+xml/,
}
const citations = /^(?:text\/plain|application\/x-bibtex|application\/x-research-info-systems)/

const wrongType = ({ is, path }: Kind, type: string): boolean => {
  if (is === 'page' || is === 'past') return !type.startsWith('text/html')
  if (is === 'citation') return !citations.test(type)
  const ending = path.endsWith('/picture') ? 'png' : (path.split('.').at(-1) ?? '')
  return is === 'file' && !(types[ending]?.test(type) ?? false)
}

const inLanguage = /^\/(?:en|fr|es|ar|ru|zh)\//
/** Behind the language, without a question. */
const pathOf = (address: string): string => address.replace(inLanguage, '/').replace(/\?.*/, '')

type Answer = {
  readonly status: number
  readonly type: string
  readonly to: string | null
  readonly body: Buffer
  readonly bytes: number
}

const answerTo = async (ask: Ask, address: string): Promise<Answer> => {
  const response = await ask(address, { 'accept-encoding': 'br' })
  const sent = Buffer.from(await response.arrayBuffer())
  const body = response.headers.get('content-encoding') === 'br' ? brotliDecompressSync(sent) : sent
  const to = response.headers.get('location')
  return { status: response.status, type: response.headers.get('content-type') ?? '', to, body, bytes: sent.length }
}

/**
 * Walks a site from the pages that its features list, in these languages, along every link on what it visits. All pages of a kind
 * that has an end are visited, of the others a sample that is the same each time.
 */
export const walked = async (ask: Ask, features: readonly Feature[], starts: readonly string[]): Promise<Walked> => {
  const kinds = kindsOf(features)
  const found = new Map<string, Set<string>>()
  const foundOn = new Map<string, string>()
  const ids = new Map<string, ReadonlySet<string>>()
  const fragments = new Map<string, Fault & { readonly id: string }>()
  const visited = new Set<string>()
  const visits: Visit[] = []
  const faults: Fault[] = []
  const elsewhere = new Set<string>()
  const checked = new Map<string, number>()
  let rounds = 0
  const started = performance.now()

  const sayOf =
    (address: string) =>
    (what: string): number =>
      faults.push({ address, on: foundOn.get(address) ?? '', what })
  const setOf = (address: string, kind: Kind): Set<string> => {
    const name = `${kind.name} ${kind.is === 'other' ? '' : address.slice(1, 3)}`
    const there = found.get(name) ?? new Set()
    found.set(name, there)
    return there
  }
  const meet = (address: string, on: string): void => {
    if (foundOn.has(address)) return
    foundOn.set(address, on)
    const kind = kinds.of(address)
    if (kind === null) faults.push({ address, on, what: 'is no address of ours' })
    else setOf(address, kind).add(address)
    // Tables leave as lines too, as `docs/downloads.md` says; pages name the kinds that people open.
    const lines = address.replace('.csv', '.ndjson')
    if (lines !== address && kinds.of(lines)?.is === 'file') meet(lines, on)
  }

  const read = async (address: string, kind: Kind, html: string): Promise<void> => {
    const language = address.slice(1, 3) as 'en' | 'ar'
    const say = sayOf(address)
    const tags = tagsIn(html)
    ids.set(address, new Set(saidBy(html, 'id')))
    for (const what of faultsOf(html, tags, language, address.slice(3))) say(what)
    const name = `${kind.name} ${language}`
    if ((checked.get(name) ?? 0) < mostValidated) {
      checked.set(name, (checked.get(name) ?? 0) + 1)
      for (const what of await invalidIn(html)) say(what)
    }
    for (const { kind: how, address: to, fragment } of linksIn(html, address)) {
      if (to === null) elsewhere.add(address)
      else if (how === 'other-language') {
        if (pathOf(to) !== pathOf(address)) say(`leads to another page in another language, ${to}`)
      } else {
        if (how === 'link' && inLanguage.test(to) && !to.startsWith(`/${language}/`))
          say(`leaves its language for ${to}`)
        meet(to, address)
        if (fragment !== '')
          fragments.set(`${to}#${fragment}`, { address: to, on: address, what: `has no #${fragment}`, id: fragment })
      }
    }
  }

  const visit = async (address: string, kind: Kind): Promise<void> => {
    const say = sayOf(address)
    visited.add(address)
    const began = performance.now()
    const { status, type, to, body, bytes } = await answerTo(ask, address)
    visits.push({ address, kind, bytes, ms: performance.now() - began })
    if (status === 301 || status === 302 || status === 303) {
      if (to === null || new URL(to, origin).origin !== origin) say(`leads to ${to}`)
      else meet(`${new URL(to, origin).pathname}${new URL(to, origin).search}`, address)
    } else if (status !== 200) say(`answers ${status}`)
    else if (wrongType(kind, type)) say(`is ${type}`)
    else if (type.startsWith('text/html')) {
      if (bytes > mostBytes) say(`has ${bytes} bytes when compressed`)
      await read(address, kind, body.toString())
    } else if (bytes === 0) say('is empty')
  }

  for (const start of starts) meet(start, 'the addresses of a feature')
  for (;;) {
    rounds += 1
    const next = [...found].flatMap(([_, addresses]) => {
      const all = [...addresses]
      const [first = ''] = all
      const kind = kinds.of(first)
      if (kind === null) return []
      const waiting = all.filter((address) => !visited.has(address))
      const count = mostOf(kind, all.length) - (all.length - waiting.length)
      return drawn(waiting, Math.max(0, count)).map((address) => ({ address, kind }))
    })
    if (next.length === 0) break
    for (const { address, kind } of next) await visit(address, kind)
  }
  for (const { address, on, what, id } of fragments.values())
    if (ids.has(address) && !ids.get(address)?.has(id)) faults.push({ address, on, what })
  return {
    visits,
    faults,
    found: new Map([...found].map(([name, addresses]) => [name, addresses.size])),
    elsewhere: elsewhere.size,
    validated: [...checked.values()].reduce((sum, count) => sum + count, 0),
    rounds,
    milliseconds: performance.now() - started,
  }
}
