import { z } from 'zod'
import { languages } from '#kernel'
import { type Endpoint, lists } from '../api/endpoint.ts'
import type { FindKind } from './documents.ts'
import { find, type Hit } from './finding.ts'
import type { Piece } from './marking.ts'

/** Of each kind, the nearest first. */
const most = 50

const hit = z.object({
  key: z.string(),
  kind: z.string(),
  title: z.string(),
  label: z.string(),
  language: z.enum(languages),
  excerpt: z.string().nullable(),
  why: z.object({
    codes: z.array(z.string()),
    title: z.array(z.string()),
    label: z.array(z.string()),
    text: z.array(z.string()),
  }),
  page: z.url(),
})

const plain = (pieces: readonly Piece[]): string => pieces.map(({ words }) => words).join('')

const told = (one: Hit, pageAt: (path: string) => string): z.infer<typeof hit> => ({
  key: one.key,
  kind: one.kind,
  title: plain(one.title),
  label: one.label,
  language: one.language,
  excerpt: one.excerpt === null ? null : plain(one.excerpt.pieces),
  why: {
    codes: [...one.why.codes],
    title: [...one.why.title],
    label: [...one.why.label],
    text: [...one.why.text],
  },
  page: pageAt(one.address),
})

/** The search for programs. */
export const searchEndpoints = (kinds: readonly FindKind[]): readonly Endpoint[] => [
  lists({
    path: '/search',
    name: 'Hit',
    may: 'platform.search',
    about: 'platform.api.search',
    asks: z.object({
      q: z.string().trim().min(1).max(200).meta({ about: 'platform.api.q' }),
      kind: z
        .enum(kinds.map(({ code }) => code) as [string, ...string[]])
        .optional()
        .meta({ about: 'platform.api.kind' }),
      language: z.enum(languages).optional().meta({ about: 'platform.api.language' }),
    }),
    item: hit,
    keyOf: ({ key }) => key,
    example: async () => ({ q: '1.1' }),
    load: async ({ db, asOf, language, pageAt }, { q, kind, language: asked }) => {
      const question = { asked: q, kind: kind ?? null, language: asked ?? language, asOf, from: 0, size: most }
      const found = await find(db, kinds, question)
      return found.groups.flatMap(({ hits }) => hits.map((one) => told(one, pageAt)))
    },
  }),
]
