import { type Day, languages, type Words } from '#kernel'
import { type Absent, absent, type Going, goes, type Nearby, type ReadDb } from '#platform'
import type { Area } from '#statistics/core'
import { groupsIn } from './aggregates-groups.ts'
import { areasNamed, type Called, type Spellings, spellingsOf } from './core/finding-area.ts'
import { areaPage } from './pages/names.tsx'
import { areasOf } from './store/areas.ts'
import { aliasesOf } from './store/portrait.ts'

/** Everybody there is, and all their spellings: codes, names in every language, aliases and former names. */
export type Everybody = {
  readonly areas: ReadonlyMap<string, Area>
  /** Every group of the lists in force, `scheme/code`. */
  readonly groups: readonly string[]
  readonly spellings: Spellings
}

/** The newest few: several databases in one process each have their own. */
const most = 4
const kept = new Map<string, Everybody>()

const namesOf = ({ code, names, m49 }: Area): readonly string[] => [
  code,
  ...languages.flatMap((language) => names[language] ?? []),
  ...(m49 === null || code.includes('/') ? [] : [m49]),
]

/** The code of a group is enough where it is in one list only, and that of a list where it is its only group. */
const groupCodes = (groups: readonly string[]): readonly Called[] =>
  groups.map((group) => {
    const [scheme = '', code = ''] = group.split('/')
    const isAlone = groups.filter((one) => one.startsWith(`${scheme}/`)).length === 1
    return { area: group, names: isAlone ? [scheme, code] : [code] }
  })

export const everybodyIn = async (db: ReadDb, asOf: Day): Promise<Everybody> => {
  const { all: groups, picture } = await groupsIn(db, asOf)
  const standing = kept.get(picture)
  if (standing !== undefined) return standing
  const areas = await areasOf(db, null)
  const there = new Set(groups)
  const own = [...areas.values()].filter(({ kind, code }) => kind === 'economy' || there.has(code))
  const aliases = (await aliasesOf(db, null)).map(({ alias, area }): Called => ({ area, names: [alias] }))
  const called = own.map((one): Called => ({ area: one.code, names: namesOf(one) }))
  const found: Everybody = { areas, groups, spellings: spellingsOf([...called, ...groupCodes(groups), ...aliases]) }
  kept.set(picture, found)
  if (kept.size > most) kept.delete(kept.keys().next().value ?? '')
  return found
}

const withCode = (code: string, names: Words): Words =>
  Object.fromEntries(Object.entries(names).map(([language, name]) => [language, `${name} · ${code}`])) as Words

const nearby = (codes: readonly string[], areas: Everybody['areas']): readonly Nearby[] =>
  codes.flatMap((code) => {
    const area = areas.get(code)
    return area === undefined ? [] : [{ to: areaPage(code), words: withCode(code, area.names) }]
  })

/**
 * The area at an address: by its code as it stands, else the page of the only one that the text names, by an alias or a former name
 * or in other letters; else the nearest. `rest` follows the area in its address.
 */
export const areaAt = async (db: ReadDb, text: string, asOf: Day, rest = ''): Promise<Area | Going | Absent> => {
  const { areas, groups, spellings } = await everybodyIn(db, asOf)
  const exact = areas.get(text)
  if (exact !== undefined && (exact.kind === 'economy' || groups.includes(text))) return exact
  const named = areasNamed(text, spellings, 4)
  const [only, another] = named.areas
  if (named.exact && only !== undefined && another === undefined) return goes(`${areaPage(only)}${rest}`)
  return absent('statistics.noSuchArea', { area: text.slice(0, 80) }, nearby(named.areas, areas))
}
