import { z } from 'zod'
import { apiWords, gives, lists } from '#platform'
import { type Area, isGroup, type Membership } from '#statistics/core'
import { everybodyIn } from '../finding-area.ts'
import { areaPage } from '../pages/names.tsx'
import { spellsOf } from '../store/portrait.ts'
import { areaRemarks } from '../store/reach.ts'
import { strangeArea } from './areas-asked.ts'
import { anExample } from './example.ts'

const may = 'statistics.see'

const area = z.object({
  code: z.string(),
  kind: z.enum(['economy', 'group']),
  names: apiWords,
  m49: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  page: z.url(),
})

const told = (one: Area, pageAt: (path: string) => string): z.infer<typeof area> => ({
  code: one.code,
  kind: one.kind,
  names: one.names,
  m49: one.m49,
  latitude: one.point?.latitude ?? null,
  longitude: one.point?.longitude ?? null,
  page: pageAt(areaPage(one.code)),
})

export const spell = z.object({
  group: z.string(),
  member: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  precision: z.enum(['day', 'year']).nullable(),
  status: z.string().nullable(),
  source: z.string(),
  known_on: z.string().nullable(),
})

export const spellTold = (one: Membership): z.infer<typeof spell> => ({
  group: `${one.scheme}/${one.group}`,
  member: one.member,
  from: one.from,
  until: one.until,
  precision: one.precision,
  status: one.status,
  source: one.source,
  known_on: one.knownOn,
})

export const areaEndpoints = [
  lists({
    path: '/areas',
    name: 'Area',
    may,
    about: 'statistics.api.areas',
    asks: z.object({ kind: z.enum(['economy', 'group']).optional().meta({ about: 'statistics.api.areaKind' }) }),
    item: area,
    keyOf: ({ code }) => code,
    load: async ({ db, asOf, pageAt }, { kind }) => {
      const { areas, groups } = await everybodyIn(db, asOf)
      return [...areas.values()]
        .filter((one) => (kind === undefined || one.kind === kind) && (!isGroup(one.code) || groups.includes(one.code)))
        .map((one) => told(one, pageAt))
    },
  }),
  gives({
    path: '/areas/:code',
    name: 'AreaWhole',
    may,
    about: 'statistics.api.areaOne',
    params: z.object({ code: z.string().max(90).meta({ about: 'statistics.api.economy' }) }),
    item: area.extend({ remark: z.string().nullable(), groups: z.array(spell) }),
    example: async (look) => ({ code: (await anExample(look)).areas[0] ?? '' }),
    load: async (look, { code }) => {
      const { db, asOf, pageAt } = look
      const strange = await strangeArea(look, 'code', [code], 'economy', 404)
      if (strange !== null) return strange
      const one = (await everybodyIn(db, asOf)).areas.get(code)
      if (one === undefined) throw new Error(`${code} is an area and is none`)
      return {
        ...told(one, pageAt),
        remark: (await areaRemarks(db, [code])).get(code) ?? null,
        groups: (await spellsOf(db, code, asOf)).map(spellTold),
      }
    },
  }),
]
