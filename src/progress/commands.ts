import { z } from 'zod'
import { type Attempt, done, refused } from '#kernel'
import { EditionCode } from '#plan/core'
import { type Command, type Look, reads, writes } from '#platform'
import { type Answer, assessAll } from './assessing.ts'
import { type Ask, world } from './bases.ts'
import { chanceInSigns, type Status } from './core/index.ts'
import { backtestCalibration } from './deeds/backtest.ts'
import { calibrateFromStatistics } from './deeds/calibrate.ts'
import { putInForce } from './deeds/calibrations.ts'
import { planInForce } from './neighbours/plan.ts'
import { areasOf, seriesOf } from './neighbours/statistics.ts'
import { standingsOf } from './targets.ts'
import { answerTold, calibrationTold, rounded } from './told.ts'

const number = z.coerce.number()
const year = z.coerce.number().int().min(1900).max(2200)

/** The area that was typed, or the world. */
const areaOf = async ({ db }: Look, typed: string | undefined): Promise<Attempt<string>> => {
  if (typed === undefined || typed === world) return done(world)
  return (await areasOf(db, [typed])).has(typed) ? done(typed) : refused('progress.noSuchArea', { area: typed })
}

const answered = async (look: Look, one: Omit<Ask, 'area'>, area: string | undefined) => {
  const where = await areaOf(look, area)
  if (where.kind === 'refused') return where
  const { series } = one.selection
  if (!(await seriesOf(look.db, [series], look.asOf)).has(series)) return refused('progress.noSuchSeries', { series })
  const answers = await assessAll(look.db, [{ ...one, area: where.value }], look.asOf)
  const [answer] = answers?.answers ?? []
  if (answers === null || answer === undefined) return refused('progress.notCalibrated')
  return done({ calibration: calibrationTold(answers.calibration), ...toldBy(answer) })
}

const toldBy = (answer: Answer) => ({
  status: answer.assessment.status as string,
  reason: answer.assessment.reason as string | null,
  shown: answer.assessment.projection === null ? '' : chanceInSigns(answer.assessment.projection.p),
  unit: answer.question.unit as 'percent' | 'positive' | 'unknown',
  rows: answer.fan.map(({ year: at, value, interval, method }) => ({ year: at, value, method, ...interval })),
  ...answerTold(answer),
})

/** Keys of the words for a status, as messages have them. */
const statusKeys: Readonly<Record<Status, string>> = {
  met: 'progress.status.met',
  likely: 'progress.status.likely',
  uncertain: 'progress.status.uncertain',
  unlikely: 'progress.status.unlikely',
  'moving away': 'progress.status.movingAway',
  'not assessed': 'progress.status.notAssessed',
}

const statusWord = (status: string): string => statusKeys[status as Status]

const selection = { series: z.string().min(1), breakdown: z.string().default('') }

export const commands: readonly Command[] = [
  reads({
    name: 'progress status',
    about: 'progress.command.status',
    may: 'progress.see',
    order: z.object({ edition: z.string().min(1), area: z.string().min(1).optional() }),
    load: async (look, { edition, area }) => {
      const plan = await planInForce(look.db)
      const code = plan?.ix.plan.editions.find((one) => (one.code as string) === edition)?.code
      if (plan === null || code === undefined) return refused('progress.noSuchEdition', { edition })
      const where = await areaOf(look, area)
      if (where.kind === 'refused') return where
      const standing = await standingsOf(look.db, plan.ix, EditionCode.trusted(code), where.value, look.asOf)
      if (standing === null) return refused('progress.notCalibrated')
      const targets = standing.standings.map(({ target, benchmark, answer, notAsked }) => ({
        target: target.id as string,
        number: target.number ?? '',
        title: target.title.en,
        benchmark: benchmark?.id ?? null,
        status: (answer?.assessment.status ?? 'not assessed') as string,
        reason: (notAsked ?? answer?.assessment.reason ?? null) as string | null,
        answer: answer === null ? null : answerTold(answer),
      }))
      const assessed = targets.filter(({ status }) => status !== 'not assessed').length
      return done({ area: where.value, calibration: calibrationTold(standing.calibration), assessed, targets })
    },
    lines: ({ targets, assessed, area }, say) => [
      ...targets.map(({ number: printed, title, status, reason }) =>
        say('progress.status.line', {
          number: printed,
          title,
          status: say(statusWord(status)),
          reason: reason ?? '',
        }),
      ),
      say('progress.status.count', { assessed, count: targets.length, area }),
    ],
  }),
  reads({
    name: 'progress project',
    about: 'progress.command.project',
    may: 'progress.see',
    order: z.object({ series: selection.series, area: z.string().min(1).optional(), breakdown: selection.breakdown }),
    load: (look, { series, area, breakdown }) =>
      answered(look, { selection: { series, breakdown }, target: null, wanted: null }, area),
    lines: ({ rows, unit }, say) =>
      rows.length === 0
        ? [say('progress.project.none')]
        : rows.map(({ year: at, value, lo80, hi80, lo95, hi95, method }) =>
            say('progress.project.line', {
              year: `${at}`,
              value: rounded(value, unit),
              low: rounded(lo80, unit),
              high: rounded(hi80, unit),
              lowest: rounded(lo95, unit),
              highest: rounded(hi95, unit),
              method,
            }),
          ),
  }),
  reads({
    name: 'progress whatif',
    about: 'progress.command.whatif',
    may: 'progress.see',
    order: z.object({
      series: selection.series,
      value: number,
      year,
      area: z.string().min(1).optional(),
      breakdown: selection.breakdown,
    }),
    load: (look, { series, value, year: by, area, breakdown }) =>
      answered(look, { selection: { series, breakdown }, target: { year: by, value }, wanted: null }, area),
    lines: ({ status, reason, shown, area, target }, say) => [
      say('progress.whatif.line', {
        area,
        value: `${target?.value ?? ''}`,
        year: `${target?.year ?? ''}`,
        status: say(statusWord(status)),
        reason: reason ?? shown,
      }),
    ],
  }),
  writes({
    name: 'progress calibrate',
    about: 'progress.command.calibrate',
    may: 'progress.calibrate',
    event: 'progress.calibrated',
    order: z.object({ reason: z.string().min(1), 'in-force': z.coerce.number().int().min(1).optional() }),
    deed: async (work, { reason, 'in-force': inForce }) => {
      if (inForce === undefined) return calibrateFromStatistics(work, reason)
      const said = await putInForce(work, { number: inForce, reason })
      return said.kind === 'refused'
        ? said
        : done({ number: said.value.number, inForce: true, before: said.value.number, indicators: [] })
    },
    facts: (calibrated) => ({ ...calibrated, indicators: calibrated.indicators.map((one) => ({ ...one })) }),
    lines: ({ number: made, inForce, indicators }, say) => [
      say(inForce ? 'progress.calibrate.inForce' : 'progress.calibrate.kept', { number: made }),
      ...indicators.map(({ indicator, method, widened }) =>
        say('progress.calibrate.indicator', { indicator, method, widened: widened.toFixed(2) }),
      ),
    ],
  }),
  writes({
    name: 'progress backtest',
    about: 'progress.command.backtest',
    may: 'progress.calibrate',
    event: 'progress.backtested',
    order: z.object({ calibration: z.coerce.number().int().min(1).optional() }),
    deed: (work, { calibration }) => backtestCalibration(work, calibration ?? null),
    facts: ({ calibration, dated, accuracy }) => ({
      calibration,
      dated: dated as string,
      ...accuracy,
      economies: accuracy.economies.map((one) => ({ ...one })),
      groups: accuracy.groups.map((one) => ({ ...one })),
      groupIntervals: accuracy.groupIntervals.map((one) => ({ ...one })),
      otherIndicators: accuracy.otherIndicators.map((one) => ({ ...one })),
    }),
    lines: ({ economies, calibration }, say) => [
      say('progress.backtest.head', { number: calibration }),
      ...economies
        .filter(({ band, scheme }) => band === null && scheme === 'other-economies')
        .map(({ method, years, n, mae, bias }) =>
          say('progress.backtest.line', { method, years, n, mae: mae.toFixed(2), bias: bias.toFixed(1) }),
        ),
    ],
  }),
]
