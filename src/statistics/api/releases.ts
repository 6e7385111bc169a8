import { z } from 'zod'
import { apiList, lists, strangeIn } from '#platform'
import { releasesAsOf } from '../store/releases.ts'
import { datasets } from '../store/series.ts'

const release = z.object({
  release: z.int(),
  dataset: z.string(),
  known_on: z.string(),
  loaded_at: z.string(),
  vintage: z.string(),
  credit: z.string(),
  via: z.string().nullable(),
  reason: z.string(),
  digest: z.string().meta({ about: 'statistics.api.digest' }),
  observations: z.int(),
  missing: z.int(),
  bounded: z.int(),
  flagged: z.int(),
  first_year: z.int(),
  last_year: z.int(),
  page: z.url(),
})

export const releaseEndpoints = [
  lists({
    path: '/releases',
    name: 'Release',
    may: 'statistics.see',
    about: 'statistics.api.releases',
    asks: z.object({ dataset: apiList('statistics.api.dataset').optional() }),
    item: release,
    keyOf: (one) => String(one.release),
    load: async ({ db, asOf, pageAt }, { dataset }) => {
      const known = new Map((await datasets(db)).map((one) => [one.code as string, one]))
      const strange = strangeIn('dataset', dataset, known)
      if (strange !== null) return strange
      return (await releasesAsOf(db, asOf))
        .filter((one) => dataset?.includes(one.dataset) ?? true)
        .map((one) => ({
          release: one.number,
          dataset: one.dataset as string,
          known_on: one.knownOn as string,
          loaded_at: one.loadedAt,
          vintage: one.vintage,
          credit: one.credit,
          via: one.via,
          reason: one.reason,
          digest: one.digest,
          observations: one.observations,
          missing: one.missing,
          bounded: one.bounded,
          flagged: one.flagged,
          first_year: one.firstYear,
          last_year: one.lastYear,
          page: pageAt(`/releases/${one.number}`),
        }))
    },
  }),
]
