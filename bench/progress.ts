import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from '#platform'
import { accuracyOf, assess, calibrate, economyForecaster, type Question } from '#progress/core'
import { calibrationInputsIn, othersForecastsIn } from '../src/progress/calibration-inputs.ts'
import { methodsIn } from '../src/progress/method-files.ts'
import type { Measured } from './measured.ts'
import { measureStatuses } from './progress-statuses.ts'

const seconds = (run: () => unknown): number => {
  const began = performance.now()
  run()
  return (performance.now() - began) / 1000
}

/** The backtest over all economies, the next calibration, and the arithmetic of statuses alone, from the files that ship. */
export const measureProgress = async (): Promise<readonly Measured[]> => {
  const files = (name: string) => readFileSync(join(rootFolder, 'content/itu/methods', name), 'utf8')
  const inputs = calibrationInputsIn(files)
  const methods = methodsIn(files)
  const questions = [...inputs.others]
    .map(([indicator, { series }]) => [indicator, series] as const)
    .concat([[inputs.lender.indicator, inputs.lender.series]])
    .flatMap(([indicator, series]) =>
      [...series.values()].flatMap((observed) =>
        [2030, 2031].map((year): Question => {
          const pairs = [...observed].toSorted(([a], [b]) => a - b)
          return {
            unit: 'percent',
            direction: 'up',
            goal: 'reach',
            tolerance: 0,
            baseline: null,
            baselineFromSeries: true,
            target: { year, value: 95 },
            observations: { years: pairs.map(([at]) => at), values: pairs.map(([, value]) => value) },
            asOf: 2024,
            indicator,
            peers: indicator,
            method: null,
          }
        }),
      ),
    )
  const forecaster = economyForecaster(methods)
  const assessing = seconds(() => questions.map((one) => assess(one, methods.paces, forecaster)))
  return [
    {
      what: 'progress: backtest, all economies and groups',
      unit: 's',
      value: seconds(() => accuracyOf(inputs, othersForecastsIn(files))),
      limit: 60,
    },
    { what: 'progress: the next calibration', unit: 's', value: seconds(() => calibrate(inputs)), limit: 60 },
    { what: `progress: ${questions.length} statuses, arithmetic alone`, unit: 's', value: assessing, limit: 2 },
    ...(await measureStatuses()),
  ]
}
