import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { startMeridian } from '../src/app/browser/server.ts'
import { full, workedBy } from './exploring.ts'
import { type Measured, quantile } from './measured.ts'
import { type Got, got, paced, residentOf } from './serving.ts'

/** What readers ask for, and how often of a hundred times. */
const mix = [
  ['glance', 30],
  ['target', 20],
  ['area', 10],
  ['element', 10],
  ['search', 10],
  ['API series', 10],
  ['compare', 5],
  ['map', 4],
  ['explorer', 1],
] as const
type Kind = (typeof mix)[number][0]

const [rate, seconds] = [50, 60]
/** Before it is measured: a server that has just started reads its content and its programs for the first time. */
const [warmRate, warmSeconds] = [20, 15]

/** Half of the readers read English; each of the others as many. */
const languages = ['en', 'en', 'en', 'en', 'en', 'fr', 'es', 'ar', 'ru', 'zh'] as const

/** The same readers at every run: a number from 0 to 1 after another. */
const drawing = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

type Asked = { readonly language: string; readonly asked: string }

/** Everything that there is to ask for. */
const readingOf = async (address: string) => {
  const map = (await got(`${address}/sitemaps/en-1.xml`, { 'accept-encoding': 'identity' })).text
  const all = [...map.matchAll(/<loc>[^<]*\/en(\/[^<]*)<\/loc>/g)].map(([, one = '']) => one.replaceAll('&amp;', '&'))
  const like = (pattern: RegExp) => all.filter((one) => pattern.test(one))
  return {
    targets: like(/^\/editions\/[^/]+\/targets\/[^/]+$/),
    elements: like(/^\/editions\/[^/]+\/(?!targets\/)[^/]+\/.+$/),
    areas: like(/^\/areas\/[^?]+$/),
    series: like(/^\/series\/[^/?]+$/).map((one) => one.slice('/series/'.length)),
    // Whoever reads Chinese asks in Chinese: the table of the acceptance of search.
    words: JSON.parse(readFileSync('src/app/searches.json', 'utf8')) as readonly Asked[],
  }
}
type Reading = Awaited<ReturnType<typeof readingOf>>

/** The addresses of so many requests, each with its kind: what a reader asks for is drawn evenly from all that there is. */
const askedFor = (seed: number, count: number, reading: Reading): readonly (readonly [Kind, string])[] => {
  const draw = drawing(seed)
  const one = <Value>(all: readonly Value[]): Value => {
    const value = all[Math.floor(draw() * all.length)]
    if (value === undefined) throw new Error('There is nothing to ask for')
    return value
  }
  const year = (from: number, count: number): number => from + Math.floor(draw() * count)
  const addressOf: Readonly<Record<Kind, (language: string) => string>> = {
    glance: (language) => `/${language}/${one(['', '', 'editions/2024-2027', `?area=${areaIn(one(reading.areas))}`])}`,
    target: (language) => `/${language}${one(reading.targets)}`,
    area: (language) => `/${language}${one(reading.areas)}`,
    element: (language) => `/${language}${one(reading.elements)}`,
    search: () => {
      const { language, asked } = one(reading.words)
      return `/${language}/search?q=${encodeURIComponent(asked)}`
    },
    'API series': () => {
      const code = one(reading.series)
      const whole = `/api/v1/series/${encodeURIComponent(code)}`
      const [, , iso3 = ''] = one(reading.areas.filter((area) => /^\/areas\/[A-Z]{3}$/.test(area))).split('/')
      return one([
        whole,
        `/api/v1/series?limit=${year(5, 40)}`,
        `/api/v1/observations?series=${encodeURIComponent(code)}&area=${iso3}`,
      ])
    },
    compare: (language) =>
      `/${language}/compare/2024-2027/2028-2031${one(['', `?of=${numberIn(one(reading.targets))}`])}`,
    map: (language) =>
      `/${language}/series?series=${encodeURIComponent(one(reading.series))}&view=map&to=${year(2012, 12)}`,
    explorer: (language) => `/${language}${full.slice('/en'.length)}&sort=${one(['', '-'])}${year(1990, 35)}`,
  }
  const parts = mix.flatMap(([kind, share]) => Array.from({ length: share }, () => kind))
  return Array.from({ length: count }, () => {
    const kind = one(parts)
    return [kind, addressOf[kind](one(languages))] as const
  })
}

const areaIn = (address: string): string => encodeURIComponent(address.slice('/areas/'.length))
const numberIn = (address: string): string => address.split('/').at(-1) ?? ''

const isMade = ({ headers }: Got): boolean => String(headers['server-timing']).startsWith('made')

const figuresOf = (name: string, all: readonly Got[], limit: number | null): readonly Measured[] => {
  const times = all.map(({ ms }) => ms)
  const made = all.filter(isMade).length
  const row = (what: string, value: number, held: number | null = null): Measured => ({
    what: `site: ${name}, ${what}`,
    unit: 'ms',
    value,
    limit: held,
  })
  return [
    { what: `site: ${name}, requests`, unit: '', value: all.length, limit: null },
    { what: `site: ${name}, of them made anew`, unit: '', value: made, limit: null },
    row('p50', quantile(times, 0.5)),
    row('p95', quantile(times, 0.95)),
    row('p99', quantile(times, 0.99), limit),
  ]
}

/** A minute of readers: pages of every kind and the API, one after the other at a steady rate, without a tag of what they had before. */
export const measureSite = async (): Promise<readonly Measured[]> => {
  const data = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const { address, child, stop } = await startMeridian(data)
  try {
    const pid = child.pid ?? 0
    const reading = await readingOf(address)
    const asking = (all: ReturnType<typeof askedFor>) => (nth: number) => got(`${address}${all[nth]?.[1]}`)
    await paced(asking(askedFor(1, warmRate * warmSeconds, reading)), warmRate, warmSeconds)
    const all = askedFor(2, rate * seconds, reading)
    const [worked, began] = [workedBy(pid), performance.now()]
    const answers = await paced(asking(all), rate, seconds)
    const took = performance.now() - began
    const busy = (100 * (workedBy(pid) - worked)) / took
    const resident = residentOf(pid)
    const failed = answers.flatMap(({ status }, nth) => (status === 200 ? [] : [`${status} ${all[nth]?.[1]}`]))
    for (const one of failed.slice(0, 5)) console.error(one)
    const of = (kinds: readonly Kind[]) => answers.filter((_, nth) => kinds.includes(all[nth]?.[0] ?? 'glance'))
    const others = mix.flatMap(([kind]) => (kind === 'explorer' ? [] : [kind]))
    return [
      ...figuresOf('all but the explorer', of(others), 150),
      { what: 'site: answers that are no page', unit: '', value: failed.length, limit: 0 },
      { what: 'site: server process, resident after it', unit: 'MB', value: resident, limit: null },
      { what: 'site: work of the server, of one processor', unit: '%', value: busy, limit: null },
      // Where others work on the same machine, times are theirs as well: the work of the server is not.
      {
        what: 'site: processes that want a processor, the last minute',
        unit: '',
        value: loadavg()[0] ?? 0,
        limit: null,
      },
      ...mix.flatMap(([kind]) => figuresOf(kind, of([kind]), null)),
    ]
  } finally {
    await stop()
    rmSync(data, { recursive: true, force: true })
  }
}
