import { z } from 'zod'
import { membersOn } from '#statistics/core'
import type { CalibrationGroups, CalibrationInputs, OthersForecast, Series } from './core/index.ts'
import { csvRows, type MethodFiles, othersIn, seriesIn } from './method-files.ts'

/** Where the series stands in the statistics; null: it is no part of them. */
const selection = z.object({ series: z.string(), breakdown: z.string() }).nullable()

const manifestFile = z.object({
  number: z.int().min(1),
  dated: z.iso.date(),
  lender: z.object({ indicator: z.string(), least: z.int(), published: z.string(), selection }),
  others: z.array(z.object({ indicator: z.string(), least: z.int(), selection })),
  amounts: z.array(z.string()),
  population: z.string(),
})

/** What a calibration is: its number and date, and the series that it was computed from. */
export type Manifest = z.infer<typeof manifestFile>

export const manifestIn = (files: MethodFiles): Manifest => manifestFile.parse(JSON.parse(files('manifest.json')))

/** The day on which groups with dated members are composed. */
const composedOn = '2021-07-01'
const fewestMembers = 4

/** Groups in the inputs that have a published series: its code there, and the name of the group. */
const publishedNames: Readonly<Record<string, string>> = {
  WLD: 'WLD',
  SAS: 'SAS',
  LIC: 'I Low income',
  LMC: 'I Lower middle income',
}

/** Economies by every group that the inputs know, in the order in which equal ones are told apart: the first name stays. */
const membersByGroup = (files: MethodFiles): ReadonlyMap<string, ReadonlySet<string>> => {
  const memberships = csvRows(files('inputs/membership.csv')).map(({ group = '', code = '', from = '', to = '' }) => ({
    group,
    code,
    from,
    to,
  }))
  const groups = new Map<string, Set<string>>([
    ['WLD', new Set()],
    ['SAS', new Set(membersOn(memberships, 'SAS', composedOn))],
  ])
  const put = (name: string, code: string) => groups.set(name, (groups.get(name) ?? new Set()).add(code))
  for (const { code = '', region = '', income_group: income = '' } of csvRows(files('inputs/economies.csv'))) {
    put('WLD', code)
    put(`R ${region}`, code)
    if (income !== '') put(`I ${income}`, code)
  }
  for (const { code = '', region = '', subregion = '' } of csvRows(files('inputs/m49.csv')))
    for (const part of [region, subregion]) if (part !== '') put(`M ${part}`, code)
  return groups.set('LDC', new Set(membersOn(memberships, 'LDC', composedOn)))
}

/** The groups that intervals of groups are calibrated on: at least four members, and none twice. */
export const groupsIn = (files: MethodFiles, published: Series): CalibrationGroups => {
  const named = new Map([...published].map(([code, years]) => [publishedNames[code] ?? code, years]))
  const seen = new Set<string>()
  const groups = new Map<string, CalibrationGroups extends ReadonlyMap<string, infer Group> ? Group : never>()
  for (const [name, members] of membersByGroup(files)) {
    const key = [...members].toSorted().join(' ')
    if (members.size < fewestMembers || seen.has(key)) continue
    seen.add(key)
    groups.set(name, { members, published: named.get(name) ?? null })
  }
  return groups
}

/** The inputs of a calibration, from its files. */
export const calibrationInputsIn = (files: MethodFiles): CalibrationInputs => {
  const { lender, others, amounts, population } = manifestIn(files)
  const read = (name: string) => seriesIn(files(`inputs/${name}.csv`))
  return {
    lender: { indicator: lender.indicator, series: read(lender.indicator) },
    others: new Map(others.map(({ indicator, least }) => [indicator, { series: read(indicator), least }])),
    amounts: amounts.map(read),
    population: read(population),
    groups: groupsIn(files, seriesIn(files(`inputs/${lender.published}`))),
  }
}

/** The forecasts of others that are shown beside ours. */
export const othersForecastsIn = (files: MethodFiles): readonly OthersForecast[] =>
  othersIn(files('inputs/r-forecast-backtest.csv'))

/** The names of all files of a calibration, its manifest first. */
export const filesOf = ({ lender, others, amounts, population }: Manifest): readonly string[] => [
  'manifest.json',
  'calibration.json',
  'peers.csv',
  'pace-distribution-5y.csv',
  ...[lender.indicator, ...others.map(({ indicator }) => indicator), ...amounts, population].map(
    (name) => `inputs/${name}.csv`,
  ),
  ...[lender.published, 'economies.csv', 'm49.csv', 'membership.csv', 'r-forecast-backtest.csv'].map(
    (name) => `inputs/${name}`,
  ),
]
