import { type Language, wordsIn } from '#kernel'
import { type Ask, columnsOf, notesOf, type TakeAway, type Taken, type TakenRow, taken } from '#platform'
import type { Answer } from './assessing.ts'
import { world } from './bases.ts'
import { chanceInSigns } from './core/index.ts'
import type { Hypothesis } from './hypothesis.ts'
import { aboutSeries } from './taken-notes.ts'
import { answerTold, calibrationTold } from './told.ts'

/** In what language a file was taken, on which day, and where the page that it is from stands. */
export type TakenFrom = { readonly language: Language; readonly asOf: string; readonly address: string }

const areaColumns = [
  ['area', 'text'],
  ['name', 'text'],
  ['kind', 'text'],
  ['line_of', 'text'],
  ['series', 'text'],
  ['breakdown', 'text'],
  ['number', 'number'],
  ['by', 'year'],
  ['year', 'year'],
  ['latest', 'number'],
  ['status', 'text'],
  ['reason', 'text'],
  ['projected', 'number'],
  ['lo80', 'number'],
  ['hi80', 'number'],
  ['lo95', 'number'],
  ['hi95', 'number'],
  ['calibrated_on', 'text'],
  ['chance', 'text'],
  ['pace_needed', 'number'],
  ['as_fast_percent', 'number'],
  ['calibration', 'number'],
  ['as_of', 'day'],
  ['address', 'text'],
] as const

const areaRow = (hypothesis: Hypothesis, answer: Answer, from: TakenFrom): TakenRow => {
  const { areas, calibration } = hypothesis
  const { ask, area, assessment, line } = answer
  const { latest, projection, feasibility } = assessment
  const names = areas.all.get(area)?.names
  return [
    area,
    names === undefined ? area : wordsIn(from.language, names),
    ask.area === world ? 'world' : (areas.all.get(area)?.kind ?? ''),
    line,
    ask.selection.series,
    ask.selection.breakdown,
    ask.target?.value ?? null,
    ask.target?.year ?? null,
    latest?.year ?? null,
    latest?.value ?? null,
    assessment.status,
    assessment.reason,
    projection?.value ?? null,
    projection?.lo80 ?? null,
    projection?.hi80 ?? null,
    projection?.lo95 ?? null,
    projection?.hi95 ?? null,
    projection?.calibratedOn ?? null,
    projection === null ? null : chanceInSigns(projection.p),
    feasibility?.requiredPace ?? null,
    feasibility?.achievedShare ?? null,
    calibration.head.number,
    from.asOf,
    from.address,
  ]
}

const answersOf = ({ everywhere }: Hypothesis): readonly Answer[] =>
  everywhere === null ? [] : [...(everywhere.world === null ? [] : [everywhere.world]), ...everywhere.areas.values()]

const title = ({ edition, element }: Hypothesis, { language }: TakenFrom): string =>
  `${edition.code} · ${wordsIn(language, element.title)}`

/** The name of a file of the page, without its ending. */
export const nameOf = ({ edition, element }: Hypothesis, what: string): string =>
  `${edition.code}-${element.id.replaceAll('/', '-')}-${what}`

/** Every group and economy of which anything was observed: where it stands. */
export const areasTaken = async (ask: Ask, hypothesis: Hypothesis, from: TakenFrom): Promise<TakeAway> => {
  const answers = answersOf(hypothesis).filter(({ assessment }) => assessment.latest !== null)
  const { say } = ask
  return {
    name: nameOf(hypothesis, 'areas'),
    title: title(hypothesis, from),
    language: from.language,
    tables: [
      {
        name: 'areas',
        label: say('progress.asking.kick'),
        columns: columnsOf(say, 'progress.column', areaColumns),
        rows: answers.map((one) => areaRow(hypothesis, one, from)),
      },
    ],
    notes: notesOf(say, {
      ...(await aboutSeries(
        ask,
        answers.map(({ ask: { selection } }) => selection.series),
      )),
      asOf: from.asOf,
      address: from.address,
      missing: say('progress.taking.notAssessed', {
        count: answers.filter(({ assessment }) => assessment.reason !== null).length,
      }),
    }),
  }
}

const missingColumns = [
  ['area', 'text'],
  ['name', 'text'],
  ['year', 'year'],
  ['latest', 'number'],
  ['estimated', 'text'],
  ['older_than_five_years', 'text'],
  ['to', 'number'],
  ['points_short', 'number'],
  ['people', 'number'],
  ['people_year', 'year'],
  ['people_series', 'text'],
  ['people_missing', 'number'],
  ['share_of_missing', 'number'],
  ['cumulative_share', 'number'],
  ['as_of', 'day'],
  ['address', 'text'],
] as const

const yes = (is: boolean): string => (is ? 'yes' : 'no')

const missingRows = ({ where, areas }: Hypothesis, { language, asOf, address }: TakenFrom): readonly TakenRow[] => {
  if (where === null) return []
  const { limit, weight, rows, without } = where
  const nameFor = (code: string): string => {
    const names = areas.all.get(code)?.names
    return names === undefined ? code : wordsIn(language, names)
  }
  const row = (code: string, one: (typeof rows)[number] | null): TakenRow => [
    ...[code, nameFor(code), one?.year ?? null, one?.value ?? null],
    ...[one === null ? null : yes(one.estimated), one === null ? null : yes(one.old), limit.value, one?.short ?? null],
    ...[one?.weight ?? null, one?.weightYear ?? null, one?.weightYear == null ? null : (weight?.series ?? null)],
    ...[one?.missing ?? null, one?.share ?? null, one?.together ?? null, asOf, address],
  ]
  return [...rows.map((one) => row(one.area, one)), ...without.map((code) => row(code, null))]
}

/** Who is missing, economy by economy, the most first; economies without a figure have a row without one. */
export const missingTaken = async (ask: Ask, hypothesis: Hypothesis, from: TakenFrom): Promise<TakeAway> => {
  const { say } = ask
  const { where, line } = hypothesis
  const series = [line?.selection.series, where?.weight?.series].filter((one) => one !== undefined)
  return {
    name: nameOf(hypothesis, 'missing'),
    title: title(hypothesis, from),
    language: from.language,
    tables: [
      {
        name: 'missing',
        label: say('progress.where.missing'),
        columns: columnsOf(say, 'progress.column', missingColumns),
        rows: missingRows(hypothesis, from),
      },
    ],
    notes: notesOf(say, {
      ...(await aboutSeries(ask, series)),
      asOf: from.asOf,
      address: from.address,
      missing: say('progress.taking.withoutFigure', { count: where?.without.length ?? 0 }),
    }),
  }
}

/** All that the page says, for programs: full doubles. */
export const outlookTaken = (hypothesis: Hypothesis, { asOf, address }: TakenFrom): Taken => {
  const { edition, element, area, outlooks, shown, where, apart, calibration } = hypothesis
  const told = {
    address,
    asOf,
    edition: edition.code,
    element: element.id,
    area,
    calibration: calibrationTold(calibration),
    outlooks: outlooks.map(({ held, benchmark, target, fit, notAsked, why, answer }, nth) => ({
      held,
      benchmark: benchmark?.id ?? null,
      target,
      fit,
      shown: outlooks[nth] === shown,
      notAsked,
      why,
      answer: answer === null ? null : answerTold(answer),
    })),
    where,
    areas: answersOf(hypothesis)
      .filter(({ assessment }) => assessment.latest !== null)
      .map((one) => ({ ...answerTold(one), fan: undefined })),
    apart: apart.map(({ sides, area: of, latest, difference, ratio }) => ({
      by: sides.by,
      one: sides.one.selection,
      other: sides.other.selection,
      area: of,
      latest,
      difference: difference === null ? null : answerTold(difference),
      ratio: ratio === null ? null : answerTold(ratio),
    })),
  }
  return taken('application/json', `${nameOf(hypothesis, 'outlook')}.json`, JSON.stringify(told))
}
