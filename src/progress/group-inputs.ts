import { type CaseTables, membersOn } from '#statistics/core'
import type { Series } from './core/index.ts'
import { csvRows, type MethodFiles, seriesIn } from './method-files.ts'

const economiesIn = (files: MethodFiles) =>
  csvRows(files('inputs/economies.csv')).map(({ code = '', region = '', income_group: income = '' }) => ({
    code,
    region,
    income,
  }))

const membershipsIn = (files: MethodFiles) =>
  csvRows(files('inputs/membership.csv')).map(({ group = '', code = '', from = '', to = '' }) => ({
    group,
    code,
    from,
    to,
  }))

const pairsOf = (series: Series) =>
  new Map([...series].map(([code, path]) => [code, [...path].toSorted(([a], [b]) => a - b)]))

/** What the cases of method B on real data are built from. */
export const caseTablesIn = (files: MethodFiles): CaseTables => ({
  economies: economiesIn(files),
  memberships: membershipsIn(files),
  observations: pairsOf(seriesIn(files('inputs/internet-use.csv'))),
  weights: pairsOf(seriesIn(files('inputs/population.csv'))),
  published: pairsOf(seriesIn(files('inputs/internet-use-published-aggregates.csv'))),
  series: 'IT.NET.USER.ZS',
  weightSeries: 'SP.POP.TOTL',
})

const incomeGroups: Readonly<Record<string, string>> = { LIC: 'Low income', LMC: 'Lower middle income' }
/** The day on which South Asia is composed as its published series was. */
const composedOn = '2021-07-01'

/** The members of a published group, as it is composed in the inputs. */
const membersIn = (files: MethodFiles, group: string): readonly string[] => {
  if (group === 'SAS') return membersOn(membershipsIn(files), group, composedOn)
  return economiesIn(files)
    .filter(({ income }) => group === 'WLD' || income === incomeGroups[group])
    .map(({ code }) => code)
    .toSorted()
}

type Pairs = readonly (readonly [year: number, value: number])[]

/** What a published group's projection is made from: nothing after `last`; weights of `last` and of `year`, or the last there is. */
export const groupInputIn = (files: MethodFiles, group: string, last: number, year: number) => {
  const [use, population] = [seriesIn(files('inputs/internet-use.csv')), seriesIn(files('inputs/population.csv'))]
  const published = seriesIn(files('inputs/internet-use-published-aggregates.csv')).get(group) ?? new Map()
  const dated = (pairs: Pairs) => pairs.filter(([at]) => at <= last).map(([at, value]) => ({ year: at, value }))
  const weightOf = (code: string, at: number): number | null => weightIn(population, code, at)
  return {
    observations: dated([...published]),
    members: membersIn(files, group).map((code) => ({
      weight: weightOf(code, last),
      weightTarget: weightOf(code, year),
      observations: dated([...(use.get(code) ?? [])]),
    })),
  }
}

/** The weight of a year, or of the last year there is before it. */
export const weightIn = (weights: Series, code: string, year: number): number | null => {
  const own = weights.get(code)
  return own === undefined || own.size === 0 ? null : (own.get(Math.min(year, Math.max(...own.keys()))) ?? null)
}
