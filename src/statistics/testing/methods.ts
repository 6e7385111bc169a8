import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from '#platform'
import type { CaseTables, DatedMember } from '#statistics/core'

/** The folder of the methods that ship as content: their cases, and the series these are built from. */
export const methodsFolder = (): string => {
  const [found] = globSync('content/*/methods', { cwd: rootFolder })
  if (found === undefined) throw new Error('No content has methods')
  return join(rootFolder, found)
}

export type MethodCase = {
  readonly id: string
  readonly title: string
  readonly kind?: string
  readonly input: Readonly<Record<string, unknown>>
  readonly expected?: Readonly<Record<string, unknown>>
  readonly error?: true
}

/** The cases of a file, each with its kind. */
export const casesOf = (name: string): readonly (MethodCase & { readonly kind: string })[] => {
  const { kind, cases } = JSON.parse(readFileSync(join(methodsFolder(), name), 'utf8')) as {
    readonly kind: string
    readonly cases: readonly MethodCase[]
  }
  return cases.map((one) => ({ kind, ...one }))
}

/** The rows of a small file without quoted line breaks, by the names of its first line. */
const rowsOf = (name: string): readonly Readonly<Record<string, string>>[] => {
  const [head = '', ...lines] = readFileSync(join(methodsFolder(), 'inputs', name), 'utf8')
    .trim()
    .split(/\r?\n/)
  const cells = (line: string): readonly string[] =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, ''))
  const columns = head.split(',')
  return lines.map((line) => {
    const found = cells(line)
    return Object.fromEntries(columns.map((column, at) => [column, found[at] ?? '']))
  })
}

const pathsIn = (name: string) => {
  const paths = new Map<string, [number, number][]>()
  for (const row of rowsOf(name)) {
    const code = row['code'] ?? row['group'] ?? ''
    const path = paths.get(code) ?? []
    path.push([Number(row['year']), Number(row['value'])])
    paths.set(code, path)
  }
  return paths
}

/** What the cases on real data are built from. */
export const caseTables = (): CaseTables => ({
  economies: rowsOf('economies.csv').map(({ code = '', region = '' }) => ({ code, region })),
  memberships: rowsOf('membership.csv').map(
    ({ group = '', code = '', from = '', to = '' }): DatedMember => ({ group, code, from, to }),
  ),
  observations: pathsIn('internet-use.csv'),
  weights: pathsIn('population.csv'),
  published: pathsIn('internet-use-published-aggregates.csv'),
  series: 'IT.NET.USER.ZS',
  weightSeries: 'SP.POP.TOTL',
})

/** Where an answer is not what a case expects, to a tolerance that grows with the number; null when it is. */
export const differenceFrom = (got: unknown, expected: unknown, path = ''): string | null => {
  if (typeof expected === 'number' && typeof got === 'number')
    return Math.abs(got - expected) <= 1e-6 * Math.max(1, Math.abs(expected)) ? null : `${path}: ${got} != ${expected}`
  if (typeof expected !== 'object' || expected === null || typeof got !== 'object' || got === null)
    return Object.is(got, expected) ? null : `${path}: ${String(got)} != ${String(expected)}`
  if (Array.isArray(expected) && (!Array.isArray(got) || got.length !== expected.length))
    return `${path}: another length`
  for (const [key, value] of Object.entries(expected)) {
    const difference = differenceFrom((got as Record<string, unknown>)[key], value, `${path}/${key}`)
    if (difference !== null) return difference
  }
  return null
}
