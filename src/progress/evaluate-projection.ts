import { z } from 'zod'
import { type Attempt, done, refused } from '#kernel'
import { dampedTrend, gompertzTrend, leastDeviation, onScale, type Path, projectedByG1 } from '#statistics/core'
import { notUnderstood, observations, once, pathIn } from './case-input.ts'
import {
  chanceInSigns,
  complementOf,
  forecastPercent,
  methodAfter,
  missScore,
  ownWeight,
  peerCases,
  peerMedian,
  projectedByCombined,
  projectedByLine,
  widenedBy,
  wideningFrom,
} from './core/index.ts'
import { type MethodFiles, methodsIn, seriesIn } from './method-files.ts'

/** Years ahead: a trend goes on beyond the longest horizon, an interval does not. */
const horizons = z.array(z.int().min(0).max(40))
const direction = z.enum(['up', 'down', 'none']).nullish()
const row = z.array(z.number()).length(23)

const projected = z.object({
  method: z.enum(['G1', 'combined', 'peer-median', 'combined-interval', 'G1-interval', 'L1', 'U1', 'linear-5']),
  observations,
  horizons,
  direction,
  peers: z.string().nullish(),
  indicator: z.string().nullish(),
  unit: z.enum(['percent', 'positive', 'unknown']).nullish(),
})
const plain = z.discriminatedUnion('method', [
  z.object({ method: z.literal('display'), p: z.array(z.number().nullable()) }),
  z.object({
    method: z.literal('choose'),
    cases: z.array(z.tuple([z.enum(['combined', 'G1']), z.number(), z.number(), z.number()])),
  }),
  z.object({
    method: z.literal('widening'),
    q: row,
    errors: z.array(z.number()),
    scores: z.array(z.number()),
    factor: z.number(),
  }),
  z.object({
    method: z.literal('peer-gain'),
    series: z.string().regex(/^[a-z0-9-]+\.csv$/),
    known: z.number().nullable(),
    horizons,
    levels: z.array(z.number()),
  }),
])
/** Benchmarks whose recursion the files hold as well; no part of the product. */
const benchmarks = ['ets-damped', 'theta']

type Projected = z.infer<typeof projected>

/** Runs cases of the kind `projection`, by their method. */
export const evaluateProjection = (files: MethodFiles) => {
  const methods = once(() => methodsIn(files))
  const peersNamed = (name: string | null | undefined) => {
    if (name === null || name === '') return null
    return methods().peers.get(name ?? methods().calibration.indicator) ?? null
  }

  const intervals = (one: Projected, path: Path) => {
    const asked = one.method === 'combined-interval' ? 'combined' : 'G1'
    const rows = one.horizons.map((h) => {
      const forecast = forecastPercent(path, h, {
        direction: one.direction === 'down' ? 'down' : 'up',
        indicator: one.indicator || one.peers || null,
        method: asked,
        peers: asked === 'combined' ? peersNamed(one.peers) : null,
        calibration: methods().calibration,
      })
      if (forecast === null) return null
      const { value, calibrationN: n, method, calibratedOn, widened, interval } = forecast
      return { h, value, n, method, calibratedOn, widened, ...interval }
    })
    return rows.includes(null) ? refused('progress.horizonTooLong') : done({ rows })
  }

  const ofPath = (one: Projected, path: Path): Attempt<Readonly<Record<string, unknown>>> => {
    const falls = one.direction === 'down'
    const rising = falls ? complementOf(path) : path
    const turned = (value: number) => (falls ? 100 - value : value)
    switch (one.method) {
      case 'G1':
        return done({ ...gompertzTrend(rising), values: one.horizons.map((h) => turned(projectedByG1(rising, h))) })
      case 'combined':
      case 'peer-median': {
        const own = one.method === 'combined' ? ownWeight : 0
        const peers = peersNamed(one.peers)
        return done({ values: one.horizons.map((h) => turned(projectedByCombined(rising, h, peers, own))) })
      }
      case 'combined-interval':
      case 'G1-interval':
        return intervals(one, path)
      case 'linear-5': {
        const last = path.years.at(-1) ?? 0
        return done({ values: one.horizons.map((h) => projectedByLine(path, last + h, one.unit ?? 'unknown')) })
      }
      case 'L1':
      case 'U1':
        return amounts(one.method, one.horizons, path)
    }
  }

  return (given: unknown): Attempt<Readonly<Record<string, unknown>>> => {
    const method = z.object({ method: z.string() }).safeParse(given)
    if (!method.success) return notUnderstood(method.error)
    if (benchmarks.includes(method.data.method)) return refused('progress.benchmarkOnly', { ...method.data })
    const asked = projected.safeParse(given)
    if (asked.success) {
      const path = pathIn(asked.data.observations)
      if (path.kind === 'refused') return path
      return path.value.years.length === 0 ? refused('progress.nothingObserved') : ofPath(asked.data, path.value)
    }
    const other = plain.safeParse(given)
    if (!other.success)
      return notUnderstood(projected.shape.method.safeParse(method.data.method).success ? asked.error : other.error)
    return rules(other.data, files)
  }
}

const amounts = (scale: 'L1' | 'U1', years: readonly number[], path: Path) => {
  if (scale === 'L1' && path.values.some((value) => value <= 0)) return refused('progress.notPositive')
  if (path.years.length < 2) return refused('progress.nothingObserved')
  const scaled = onScale(path, scale)
  const least = leastDeviation(scaled, scale)
  const rows = years.map((h) => {
    const { centre, deviation: sd } = dampedTrend(scaled, h, least)
    return { h, centre, sd, value: scale === 'L1' ? Math.exp(centre) : centre }
  })
  return done({ slope: dampedTrend(scaled, 1).slope, rows })
}

/** The rules that take no path: how a chance is shown, a method chosen, a row widened, peers asked. */
const rules = (one: z.infer<typeof plain>, files: MethodFiles) => {
  switch (one.method) {
    case 'display':
      return done({ shown: one.p.map((p) => (p === null ? null : chanceInSigns(p))) })
    case 'choose':
      return done({
        methods: one.cases.map(([current, n, combined, G1]) => methodAfter(current, { n, combined, G1 })),
      })
    case 'widening': {
      const kept = { n: 0, q: one.q }
      return done({
        score: one.errors.map((error) => missScore(error, kept)),
        widening: wideningFrom(one.scores),
        widened: widenedBy(kept, one.factor).q,
      })
    }
    case 'peer-gain': {
      const series = seriesIn(files(`inputs/${one.series}`))
      const gains = (h: number) => {
        const cases = peerCases(series, h, one.known)
        return { h, gains: one.levels.map((level) => peerMedian(cases, level)) }
      }
      return done({ rows: one.horizons.map(gains) })
    }
  }
}
