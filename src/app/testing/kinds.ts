import { createHash } from 'node:crypto'
import { publicActor } from '#access'
import { mayDoSomewhere } from '#kernel'
import { byPrecision, type Feature, patternOf } from '#platform'
import { origin } from './served.ts'

/** A kind of address: the pattern of its route; with `?` behind it when it asks something. */
export type Kind = {
  readonly name: string
  readonly path: string
  readonly is: 'page' | 'file' | 'citation' | 'past' | 'other'
}

/** Above so many addresses a kind has no end, and a sample of it is visited. */
const endless = 1000

/**
 * How many of a kind are visited in each of two languages when not all are: 200 pages in all of a kind without end; fewer of pages that
 * are visited as they are and here ask for another look of them, of files and of citations, which are made in one way for all of a kind.
 */
const samples = { endless: 100, page: 12, file: 4, citation: 4, past: 4, other: 40 }

/** How many of a kind are visited of so many. What a question alone decides, such as the explorer, has no end however few it is asked for. */
export const mostOf = ({ is, name, path }: Kind, count: number): number => {
  if (is !== 'page') return Math.min(count, samples[is])
  if (count > endless || (name.endsWith('?') && !path.includes(':'))) return Math.min(count, samples.endless)
  return name.endsWith('?') ? Math.min(count, samples.page) : count
}

/** What stands beside the languages: none of it is a route of a feature. */
const beside: readonly string[] = ['api', 'assets', 'robots.txt', 'sitemap.xml', 'sitemaps']

/** The kinds of addresses that these features have: null for an address that is none of them. */
export const kindsOf = (features: readonly Feature[]) => {
  const routes = features
    .flatMap((feature) => feature.routes)
    .filter(({ kind }) => kind === 'get')
    .toSorted(byPrecision)
    .map(({ path, may }) => ({ path, match: patternOf(path), isOpen: mayDoSomewhere(publicActor, may) }))
  const known = new Map<string, Kind>()
  const kindFor = (path: string, asks: URLSearchParams): Kind => {
    const isFile = /\.[a-z]+$/.test(path) || path.endsWith('/picture')
    const names = new Set(asks.keys())
    const is = names.has('cite')
      ? 'citation'
      : isFile
        ? 'file'
        : names.size === 1 && names.has('asof')
          ? 'past'
          : 'page'
    const name = `${path}${is === 'citation' ? '?cite' : is === 'past' ? '?asof' : names.size > 0 ? '?' : ''}`
    const kind = known.get(name) ?? { name, path, is }
    known.set(name, kind)
    return kind
  }
  return {
    /** Of pages that everybody may read; those of people who have signed in are tested with each of their roles. */
    patterns: routes.flatMap(({ path, isOpen }) => (isOpen ? [path] : [])),
    /** `address` begins with its language, or has none where it is no page of a feature. */
    of: (address: string): Kind | null => {
      const url = new URL(address, origin)
      const [, language, rest] = /^\/(en|fr|es|ar|ru|zh)(\/.*)$/.exec(url.pathname) ?? []
      if (language === undefined) {
        const [, first = ''] = url.pathname.split('/')
        return beside.includes(first) ? { name: `/${first}`, path: '', is: 'other' } : null
      }
      const path = routes.find(({ match }) => match(rest ?? '/') !== null)?.path
      return path === undefined ? null : kindFor(path, url.searchParams)
    },
  }
}

const lotOf = (address: string): string =>
  createHash('sha1')
    .update(`20261126 ${address.slice(3)}`)
    .digest('hex')

/** So many of a list by a seeded draw: which they are, and their order, depends on nothing but what stands behind the language. */
export const drawn = (addresses: readonly string[], count: number): readonly string[] =>
  addresses
    .map((address) => ({ address, lot: lotOf(address) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ address }) => address)
