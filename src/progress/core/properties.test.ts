import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { type Dice, forAll } from '#kernel/testing'
import {
  type Assessment,
  assess,
  economyForecaster,
  forecastGroup,
  forecastPercent,
  type Member,
  peerTableOf,
  type Question,
} from '#progress/core'
import { type Path, pathOf } from '#statistics/core'
import { methodsFolder } from '#statistics/testing'
import { methodsIn, seriesIn } from '../method-files.ts'

const textOf = (name: string) => readFileSync(join(methodsFolder(), name), 'utf8')
const methods = methodsIn(textOf)
const asked = (question: Question): Assessment => assess(question, methods.paces, economyForecaster(methods))

const fraction = (dice: Dice): number => dice(1_000_000) / 1_000_000

/** A path of 4 to 15 years that rises, falls or stays, with gaps, between `low` and `high`. */
const aPath = (dice: Dice, low: number, high: number): Path => {
  const count = 4 + dice(12)
  const pace = (fraction(dice) - 0.3) * (high - low) * 0.1
  let year = 2005
  let value = low + fraction(dice) * (high - low)
  const years: number[] = []
  const values: number[] = []
  for (let at = 0; at < count; at += 1) {
    years.push(year)
    values.push(value)
    year += dice(5) === 0 ? 2 : 1
    value = Math.min(high, Math.max(low, value + pace + (fraction(dice) - 0.5) * (high - low) * 0.05))
  }
  return { years, values }
}

const aQuestion = (dice: Dice, change: Partial<Question> = {}): Question => {
  const observations = aPath(dice, 0, 100)
  const last = observations.years.at(-1) ?? 0
  return {
    unit: 'percent',
    direction: dice(2) === 0 ? 'up' : 'down',
    goal: 'reach',
    tolerance: 0,
    baseline: null,
    baselineFromSeries: true,
    target: { year: last + 1 + dice(10), value: fraction(dice) * 100 },
    observations,
    asOf: last + dice(5),
    indicator: ['internet-use', 'mobile-coverage-4g', 'another'][dice(3)] ?? null,
    peers: ['internet-use', 'mobile-coverage-4g', null][dice(3)] ?? null,
    method: null,
    ...change,
  }
}

const targetOf = ({ target }: Question): number => target?.value ?? 0
const near = (a: number, b: number, tolerance = 1e-9): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))
/** Whether noise in the last digits cannot decide the status. */
const isClear = ({ projection }: Assessment): boolean =>
  projection === null || [0.25, 0.75].every((limit) => Math.abs(projection.p - limit) > 1e-9)

describe('Progress', () => {
  it('is never unlikely, and never moving away, where the target is met', () => {
    forAll(1, aQuestion, (question) => {
      const latest = question.observations.values.at(-1) ?? 0
      const met = question.direction === 'up' ? latest >= targetOf(question) : latest <= targetOf(question)
      assert.equal(asked(question).status === 'met', met)
    })
  })

  it('of what is to be kept is met as long as it is kept', () => {
    forAll(
      300,
      (dice) => aQuestion(dice, { goal: 'maintain', tolerance: dice(10) }),
      (question) => {
        const answer = asked(question)
        assert.equal(answer.status === 'met', answer.met)
      },
    )
  })

  it('is never more likely, nor its pace more often made, for a harder target', () => {
    forAll(
      600,
      (dice) => ({ question: aQuestion(dice), harder: fraction(dice) * 30 }),
      ({ question, harder }) => {
        const way = question.direction === 'up' ? 1 : -1
        const value = Math.min(100, Math.max(0, targetOf(question) + way * harder))
        const easy = asked(question)
        const hard = asked({ ...question, target: { year: question.target?.year ?? 0, value } })
        if (easy.projection === null || hard.projection === null) return
        assert.ok(hard.projection.p <= easy.projection.p + 1e-12)
        const [one, other] = [easy.feasibility?.achievedShare, hard.feasibility?.achievedShare]
        if (one != null && other != null) assert.ok(other <= one + 1e-9)
      },
    )
  })

  it('is the same for a percentage and its complement', () => {
    forAll(900, aQuestion, (question) => {
      const turned = asked({
        ...question,
        direction: question.direction === 'up' ? 'down' : 'up',
        target: { year: question.target?.year ?? 0, value: 100 - targetOf(question) },
        observations: { ...question.observations, values: question.observations.values.map((one) => 100 - one) },
      })
      const answer = asked(question)
      if (isClear(answer)) assert.equal(turned.status, answer.status)
      assert.equal(turned.reason, answer.reason)
      assert.equal(turned.projection === null, answer.projection === null)
      if (turned.projection === null || answer.projection === null) return
      assert.ok(near(turned.projection.p, answer.projection.p, 1e-6))
      assert.ok(near(100 - turned.projection.lo80, answer.projection.hi80))
    })
  })

  for (const unit of ['positive', 'unknown'] as const)
    it(`of a ${unit} scale does not change with its unit`, () => {
      forAll(
        1200,
        (dice) => ({
          question: aQuestion(dice, { unit, observations: aPath(dice, 0.5, 90), indicator: null, peers: null }),
          times: [0.01, 100, 1000][dice(3)] ?? 1,
        }),
        ({ question, times }) => {
          const answer = asked(question)
          const { years, values } = question.observations
          const scaled = asked({
            ...question,
            target: { year: question.target?.year ?? 0, value: targetOf(question) * times },
            observations: { years, values: values.map((one) => one * times) },
          })
          if (isClear(answer)) assert.equal(scaled.status, answer.status)
          assert.equal(scaled.labels?.un2022.label, answer.labels?.un2022.label)
          if (answer.projection === null || scaled.projection === null) return
          assert.ok(near(scaled.projection.p, answer.projection.p, 1e-7))
          assert.ok(near(scaled.projection.hi95, answer.projection.hi95 * times, 1e-7))
        },
      )
    })

  it('does not depend on the order of the observations', () => {
    forAll(1500, aQuestion, (question) => {
      const { years, values } = question.observations
      const rows = years.map((year, at) => ({ year, value: values[at] ?? null })).toReversed()
      const path = pathOf(rows)
      assert.equal(path.kind, 'done')
      if (path.kind === 'done') assert.deepEqual(asked({ ...question, observations: path.value }), asked(question))
    })
  })
})

describe('Bands of a projection', () => {
  const isOrdered = (one: { lo80: number; hi80: number; lo95: number; hi95: number }) => {
    const ends = [0, one.lo95, one.lo80, one.hi80, one.hi95, 100]
    for (let at = 1; at < ends.length; at += 1) assert.ok((ends[at] ?? 0) >= (ends[at - 1] ?? 0) - 1e-12, `${ends}`)
  }

  it('of an economy are nested, in order and between 0 and 100', () => {
    forAll(1800, aQuestion, ({ observations, direction, indicator, peers, method }) => {
      for (let ahead = 1; ahead <= 10; ahead += 1) {
        const table = peers === null ? null : (methods.peers.get(peers) ?? null)
        const basis = { direction, indicator, method, peers: table, calibration: methods.calibration }
        const forecast = forecastPercent(observations, ahead, basis)
        if (forecast !== null) isOrdered(forecast.interval)
      }
    })
  })

  it('of a group are as well, and the same for its complement', () => {
    forAll(
      2100,
      (dice) => ({
        path: aPath(dice, 0, 100),
        members: Array.from({ length: 5 }, (): Member => {
          return { weight: 1 + dice(9), weightTarget: null, observations: aPath(dice, 0, 100) }
        }),
      }),
      ({ path, members }) => {
        const turned = (one: Path): Path => ({ ...one, values: one.values.map((value) => 100 - value) })
        const { calibration } = methods
        const basis = { indicator: null, peers: methods.peers.get('internet-use') ?? null, calibration }
        for (let ahead = 1; ahead <= 10; ahead += 1) {
          const up = forecastGroup(path, ahead, { ...basis, direction: 'up', members })
          const others = members.map((one) => ({ ...one, observations: turned(one.observations) }))
          const down = forecastGroup(turned(path), ahead, { ...basis, direction: 'down', members: others })
          assert.ok(up !== null && down !== null)
          isOrdered(up.interval)
          assert.ok(near(up.value, 100 - down.value, 1e-7))
          assert.ok(near(up.reaching(60), down.reaching(40), 1e-7))
        }
      },
    )
  })
})

describe('Peers', () => {
  it('are never asked about what was not known yet: later observations change nothing', () => {
    const series = seriesIn(textOf('inputs/mobile-coverage-3g.csv'))
    const until = new Map(
      [...series].map(([code, path]) => [code, new Map([...path].filter(([year]) => year <= 2015))]),
    )
    assert.deepEqual(peerTableOf(series, 2015), peerTableOf(until))
  })
})
