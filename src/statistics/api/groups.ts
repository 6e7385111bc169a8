import { z } from 'zod'
import { apiList, apiWords, gives, lists, strangeIn } from '#platform'
import type { Scheme } from '#statistics/core'
import { type Groups, groupsIn } from '../aggregates-groups.ts'
import { areaPage } from '../pages/names.tsx'
import { areasOf, groupSpellsOf } from '../store/areas.ts'
import { referenceOn } from '../store/reference.ts'
import { spell, spellTold } from './areas.ts'
import { anExample } from './example.ts'

const may = 'statistics.see'

const group = z.object({
  group: z.string(),
  scheme: z.string(),
  scheme_names: apiWords,
  names: apiWords,
  world: z.boolean(),
  dated: z.enum(['all', 'some', 'none']).meta({ about: 'statistics.api.dated' }),
  composition_on: z.string(),
  members: z.array(z.string()).meta({ about: 'statistics.api.membersNow' }),
  page: z.url(),
})

type Look = Parameters<Parameters<typeof lists>[0]['load']>[0]

const schemesIn = (groups: Groups): ReadonlyMap<string, Scheme> =>
  new Map(
    groups.all.flatMap((one) => {
      const scheme = groups.schemeOf(one)
      return scheme === null ? [] : [[scheme.code, scheme] as const]
    }),
  )

const told = async ({ db, asOf, pageAt }: Look, codes: readonly string[]): Promise<z.infer<typeof group>[]> => {
  const [groups, areas] = [await groupsIn(db, asOf), await areasOf(db, [...codes])]
  return codes.flatMap((code): z.infer<typeof group>[] => {
    const scheme = groups.schemeOf(code)
    if (scheme === null) return []
    return [
      {
        group: code,
        scheme: scheme.code,
        scheme_names: scheme.names,
        names: areas.get(code)?.names ?? { en: code },
        world: scheme.world,
        dated: scheme.dated,
        composition_on: scheme.compositionOn,
        members: [...groups.composition(code, null, asOf, asOf).members],
        page: pageAt(areaPage(code)),
      },
    ]
  })
}

export const groupEndpoints = [
  lists({
    path: '/groups',
    name: 'Group',
    may,
    about: 'statistics.api.groups',
    asks: z.object({ scheme: apiList('statistics.api.scheme').optional() }),
    item: group,
    keyOf: (one) => one.group,
    load: async (look, { scheme }) => {
      const groups = await groupsIn(look.db, look.asOf)
      const strange = strangeIn('scheme', scheme, schemesIn(groups))
      if (strange !== null) return strange
      return told(
        look,
        groups.all.filter((one) => scheme?.includes(groups.schemeOf(one)?.code ?? '') ?? true),
      )
    },
  }),
  gives({
    path: '/groups/:scheme/:code',
    name: 'GroupWhole',
    may,
    about: 'statistics.api.groupOne',
    params: z.object({
      scheme: z.string().max(80).meta({ about: 'statistics.api.oneScheme' }),
      code: z.string().max(80).meta({ about: 'statistics.api.groupCode' }),
    }),
    item: group.extend({ spells: z.array(spell) }),
    example: async (look) => {
      const [scheme = '', code = ''] = (await anExample(look)).group.split('/')
      return { scheme, code }
    },
    load: async (look, { scheme, code }) => {
      const { db, asOf } = look
      const groups = await groupsIn(db, asOf)
      const schemes = schemesIn(groups)
      const noScheme = strangeIn('scheme', [scheme], schemes)
      if (noScheme !== null) return { ...noScheme, status: 404 }
      const own = new Map(
        groups.all.flatMap((one) =>
          one.startsWith(`${scheme}/`) ? [[one.slice(scheme.length + 1), one] as const] : [],
        ),
      )
      const strange = strangeIn('code', [code], own)
      if (strange !== null) return { ...strange, status: 404 }
      const [found] = await told(look, [`${scheme}/${code}`])
      if (found === undefined) throw new Error(`${scheme}/${code} is a group and is none`)
      const { id } = await referenceOn(db, asOf)
      return { ...found, spells: (await groupSpellsOf(db, id, scheme, code)).map(spellTold) }
    },
  }),
]
