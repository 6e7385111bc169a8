import type { FC } from 'hono/jsx'
import { z } from 'zod'
import { lettersApart } from '#kernel'
import type { Feature } from '../feature.ts'
import type { Shown } from '../page.ts'
import { get, take, taken } from '../route.ts'
import type { FindKind } from './documents.ts'
import { type Found, find } from './finding.ts'

export type SearchProps = {
  /** As it was typed, and as much of it as was looked for. */
  readonly asked: string
  readonly kinds: readonly FindKind[]
  /** The kind that is chosen; null: all of them. */
  readonly kind: FindKind | null
  /** A kind that is none, with the one that is nearest to it. */
  readonly strangeKind: { readonly value: string; readonly near: FindKind | null } | null
  readonly page: number
  readonly pages: number
  /** A page that is none. */
  readonly strangePage: string | null
  /** Null: nothing was asked. */
  readonly found: Found | null
}

/** Letters; what is longer is cut, and said. */
const longest = 200
/** Of each kind when all are shown, and of the chosen one. */
const few = 5
const many = 20

const nearestKind = (kinds: readonly FindKind[], value: string): FindKind | null => {
  const [first] = kinds
    .map((kind) => ({ kind, far: lettersApart(value.toLowerCase(), kind.code) }))
    .toSorted((a, b) => a.far - b.far)
  return first === undefined || first.far > Math.max(2, value.length / 2) ? null : first.kind
}

const inXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')

/** For browsers, which then search here from their own bar (OpenSearch 1.1). */
const describing = (name: string, about: string, template: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${inXml(name)}</ShortName>`,
    `<Description>${inXml(about)}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Url type="text/html" method="get" template="${inXml(template)}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n')

/** A search over what these features give to be found, shown by a page whose look is not ours. */
export const searchOf = (features: readonly Feature[], page: FC<Shown<SearchProps>>): Feature => {
  const kinds = features.flatMap(({ finds }) => finds?.kinds ?? []).toSorted((a, b) => a.order - b.order)
  return {
    name: 'platform',
    permissions: ['platform.search'],
    panels: [],
    commands: [],
    addresses: async () => ['/search'],
    routes: [
      get({
        path: '/search',
        may: 'platform.search',
        asks: z.object({ q: z.string().optional(), kind: z.string().optional(), page: z.string().optional() }),
        load: async ({ db, asOf, language }, _, { q = '', kind: kindAsked = '', page: pageAsked = '1' }) => {
          const asked = q
            .replaceAll(/\p{Cc}/gu, ' ')
            .trim()
            .slice(0, longest)
          const kind = kinds.find(({ code }) => code === kindAsked) ?? null
          const strangeKind =
            kind === null && kindAsked !== '' ? { value: kindAsked, near: nearestKind(kinds, kindAsked) } : null
          const size = kind === null ? few : many
          const wanted = /^[1-9]\d{0,3}$/.test(pageAsked) ? Number(pageAsked) : null
          const shared = { asked, kinds, kind, strangeKind }
          if (asked === '') return { ...shared, page: 1, pages: 1, strangePage: null, found: null }
          const asking = { asked, kind: kind?.code ?? null, language, asOf, size }
          const first = await find(db, kinds, { ...asking, from: kind === null ? 0 : ((wanted ?? 1) - 1) * many })
          const count = kind === null ? 0 : (first.counts.find((one) => one.kind === kind)?.count ?? 0)
          const pages = Math.max(1, Math.ceil(count / many))
          if (wanted !== null && wanted <= pages)
            return { ...shared, page: wanted, pages, strangePage: null, found: first }
          const found = await find(db, kinds, { ...asking, from: kind === null ? 0 : (pages - 1) * many })
          return { ...shared, page: pages, pages, strangePage: pageAsked, found }
        },
        page,
      }),
      take({
        path: '/search/description.xml',
        may: 'platform.search',
        load: async ({ say, language, here }) =>
          taken(
            'application/opensearchdescription+xml',
            'search.xml',
            describing(
              say('ui.frame.name'),
              say('ui.search.lede'),
              `${here.origin}/${language}/search?q={searchTerms}`,
            ),
          ),
      }),
    ],
  }
}
