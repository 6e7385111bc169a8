import { z } from 'zod'
import { type Edition, type Element, type Indexed, isThereOn, kindOf, lookUp, nearEdition, pathOf } from '#plan/core'
import {
  type Absent,
  type Ask,
  absent,
  type Going,
  get,
  goes,
  notUnderstood,
  type Params,
  type Route,
  take,
  takeTable,
} from '#platform'
import { type TakenChart, takeChart, takenChart } from '#ui'
import { type Hypothesis, hypothesisOf, outlookPath, type Question } from '../hypothesis.ts'
import { areasTaken, missingTaken, nameOf, outlookTaken, type TakenFrom } from '../hypothesis-files.ts'
import { planInForce } from '../neighbours/plan.ts'
import { sourcesOf } from '../neighbours/statistics.ts'
import { chartTaken } from '../pages/chart-takes.ts'
import { DrawnBeside, HypothesisPage, type HypothesisProps } from '../pages/hypothesis.tsx'
import { viewTo } from '../pages/hypothesis-parts.tsx'
import { namesOf } from '../pages/hypothesis-why.tsx'
import { outlookDrawn } from '../pages/outlook-svg.tsx'
import { aboutSeries, calibrationWords, permanent } from '../taken-notes.ts'
import { orderIn } from '../where-order.ts'

const may = 'progress.see'
const path = '/outlook/:edition/:segment/:tail'

const word = z.string().max(120).optional()
const asks = z.object({ area: word, number: word, by: word, line: word })
const pageAsks = asks.extend({
  status: z.enum(['met', 'likely', 'uncertain', 'unlikely', 'away', 'na']).optional(),
  sort: z
    .string()
    .refine((word) => orderIn(word) !== null)
    .optional(),
})

type There = { readonly ix: Indexed; readonly edition: Edition; readonly element: Element }

const years = (edition: string): string => edition.replace(/^(\d{4})-(\d{4})$/, '$1–$2')

/** The target or indicator that an address names; or what to say instead. */
const thereAt = async (ask: Ask, params: Params): Promise<There | Absent | Going> => {
  const standing = await planInForce(ask.db)
  if (standing === null) return absent('plan.noPlan')
  const { ix } = standing
  const [code = '', segment = '', tail = ''] = [params['edition'], params['segment'], params['tail']]
  const found = lookUp(ix, code, segment, tail)
  if (found.kind === 'nothing')
    return absent(
      'progress.asking.noElement',
      { text: found.text.slice(0, 80) },
      found.nearest.map((one) => ({ ...one, to: one.to.replace(/^\/editions\/(?=[^/]+\/[^/]+\/)/, '/outlook/') })),
    )
  if (found.kind !== 'element' || !['target', 'indicator'].includes(kindOf(ix, found.element).role))
    return absent(
      'progress.asking.notMeasured',
      {},
      found.kind === 'element' ? [{ to: pathOf(ix, found.element), words: found.element.title }] : [],
    )
  const { element } = found
  if (!found.exact) return goes(outlookPath(ix, element))
  const edition = ix.plan.editions.find((one) => one.code === element.edition)
  if (edition === undefined) throw new Error(`${element.edition} is no edition`)
  if (!isThereOn(edition, ask.asOf))
    return absent(
      'plan.editionNotYet',
      { edition: years(edition.code), day: ask.asOf, since: edition.knownOn ?? '' },
      ix.plan.editions.filter((one) => one !== edition && isThereOn(one, ask.asOf)).map(nearEdition),
    )
  return { ix, edition, element }
}

const read = async (ask: Ask, params: Params, question: Question): Promise<Hypothesis | Absent | Going> => {
  const there = await thereAt(ask, params)
  if ('kind' in there) return there
  const { ix, edition, element } = there
  return (await hypothesisOf(ask, ix, edition, element, question)) ?? absent('progress.notCalibrated')
}

const isThere = (one: Hypothesis | Absent | Going): one is Hypothesis => 'outlooks' in one

/** Makes a file of what the page shows. A question that the page would answer with a fault is none for a file. */
const loading =
  <File extends object>(
    made: (ask: Ask, hypothesis: Hypothesis, from: TakenFrom) => File | null | Promise<File | null>,
  ) =>
  async (ask: Ask, params: Params, question: Question): Promise<File | Absent | null> => {
    const found = await read(ask, params, question)
    if (!isThere(found)) return found.kind === 'go' ? null : found
    const { noArea, number, by } = found
    if (noArea !== null) return notUnderstood('ui.parameterNotUnderstood', { parameter: 'area', value: noArea.text })
    if (number.kind === 'fault')
      return notUnderstood('ui.parameterNotUnderstood', { parameter: 'number', value: question.number ?? '' })
    if (by.kind === 'fault')
      return notUnderstood('ui.parameterNotUnderstood', { parameter: 'by', value: question.by ?? '' })
    const { language, asOf } = ask
    return made(ask, found, { language, asOf, address: permanent(ask, viewTo(found)) })
  }

const table = (name: 'areas' | 'missing', made: typeof areasTaken): readonly Route[] =>
  takeTable({ path: `${path}/${name}`, may, asks, load: loading(made) })

/** What is drawn of the page, on its own; null where nothing was observed. */
const chartOf = async ({ db, say, language, here, asOf }: Ask, hypothesis: Hypothesis): Promise<TakenChart | null> => {
  const { shown, outlooks, area, calibration, others } = hypothesis
  if (shown.answer === null) return null
  const part = { outlook: shown, all: outlooks, about: { names: namesOf(hypothesis, area) }, calibration, others }
  const sources = await sourcesOf(db, [shown.answer.series.code], asOf)
  const credits = sources.map(({ dataset }) => dataset.credit)
  const drawn = outlookDrawn({ ...part, answer: shown.answer, credits, say, language, here, asOf })
  return drawn === null ? null : takenChart({ ...drawn, name: nameOf(hypothesis, 'chart'), page: viewTo(hypothesis) })
}

/** Another chart of the page, by its name. */
const chartBeside = async (ask: Ask, hypothesis: Hypothesis, chart: string): Promise<TakenChart | Absent> => {
  const { say, language, here, asOf } = ask
  const { line, calibration } = hypothesis
  const { credit } = await aboutSeries(ask, line === null ? [] : [line.selection.series])
  const drawn = chartTaken({
    markup: DrawnBeside({ hypothesis, say, language, here }) as { toString(): string },
    chart,
    to: viewTo(hypothesis, {}, '/chart.svg'),
    page: viewTo(hypothesis),
    sources: [...(credit === null ? [] : [credit]), calibrationWords(say, calibration, language)],
    asOf,
    say,
    language,
  })
  return drawn.kind === 'chart' ? { ...drawn, name: nameOf(hypothesis, drawn.name) } : drawn
}

/** The whole outlook of a target or an indicator, and what if: another number, another year, another area. */
export const outlookRoutes: readonly Route[] = [
  get({
    path,
    may,
    asks: pageAsks,
    load: async (ask, params, { status, sort, ...question }): Promise<HypothesisProps | Absent | Going> => {
      const hypothesis = await read(ask, params, question)
      return isThere(hypothesis)
        ? { hypothesis, status: status ?? null, sort: sort === undefined ? null : orderIn(sort) }
        : hypothesis
    },
    page: HypothesisPage,
  }),
  ...table('areas', areasTaken),
  ...table('missing', missingTaken),
  take({
    path: `${path}/outlook.json`,
    may,
    asks,
    load: loading((_, hypothesis, from) => outlookTaken(hypothesis, from)),
  }),
  ...takeChart({
    path: `${path}/chart`,
    may,
    asks: asks.extend({ chart: word }),
    load: (ask, params, { chart, ...question }) =>
      loading<TakenChart | Absent>((_, hypothesis) =>
        chart === undefined ? chartOf(ask, hypothesis) : chartBeside(ask, hypothesis, chart),
      )(ask, params, question),
  }),
]
