import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { rootFolder } from '#platform'
import { measureAccess } from './access.ts'
import { measureAggregates } from './aggregates.ts'
import { measureAreas } from './areas.ts'
import { measureComparing } from './comparing.ts'
import { measureDownloading } from './downloading.ts'
import { measureExploring } from './exploring.ts'
import type { Measured } from './measured.ts'
import { measureProgress } from './progress.ts'
import { measureRisks } from './risks.ts'
import { measureSearching } from './searching.ts'
import { measureServing } from './serving.ts'
import { measureSigningIn } from './signing-in.ts'
import { measureSite } from './site.ts'
import { measureStarting } from './starting.ts'
import { measure } from './statistics-load.ts'

/** Loading is good at 100,000 observations a second, or within twice the time of bare COPY of the same rows. */
const measureLoading = async (): Promise<readonly Measured[]> => {
  const { figures } = await measure()
  const of = (name: string): number => figures[name] ?? Number.NaN
  return [
    { what: 'statistics load', unit: 'rows/s', value: of('loadRowsPerSecond'), limit: 100_000, more: true },
    { what: 'bare COPY of the same rows', unit: 'rows/s', value: of('copyRowsPerSecond'), limit: null },
    { what: 'statistics load, times the time of COPY', unit: 'x', value: of('loadOverCopy'), limit: 2 },
  ]
}

/** `npm run bench [starting|serving|site|comparing|exploring|areas|loading|downloading|aggregates|progress|searching|signing-in|access|risks]`: a table for people, and JSON in bench/results for comparing. */
const parts: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {
  starting: measureStarting,
  serving: measureServing,
  site: measureSite,
  comparing: measureComparing,
  exploring: measureExploring,
  areas: measureAreas,
  loading: measureLoading,
  downloading: measureDownloading,
  progress: measureProgress,
  aggregates: () => measureAggregates(),
  searching: measureSearching,
  'signing-in': measureSigningIn,
  access: measureAccess,
  risks: measureRisks,
}

const chosen = process.argv.slice(2).filter((word) => word in parts)
const all: Measured[] = []
for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) all.push(...((await parts[name]?.()) ?? []))

const machine = `${os.cpus()[0]?.model ?? 'unknown'}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}, Node ${process.version}`
const wide = Math.max(...all.map(({ what }) => what.length))
const number = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2))
console.log(`\n${machine}\n`)
for (const { what, unit, value, limit, more = false } of all) {
  const held = limit === null ? '' : `${more ? '>=' : '<='} ${number(limit)}`
  const met = limit === null ? '' : (more ? value >= limit : value <= limit) ? 'met' : 'NOT MET'
  console.log(`${what.padEnd(wide)}  ${number(value).padStart(10)} ${unit.padEnd(7)} ${held.padEnd(12)} ${met}`)
}
const folder = path.join(rootFolder, 'bench', 'results')
mkdirSync(folder, { recursive: true })
const file = path.join(folder, `${new Date().toISOString().slice(0, 16).replaceAll(':', '-')}.json`)
writeFileSync(file, `${JSON.stringify({ machine, measured: all }, null, 2)}\n`)
console.log(`\n${path.relative(rootFolder, file)}`)
