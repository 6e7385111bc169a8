import { type Language, wordsIn } from '#kernel'
import { type CsvCell, csvOf } from '#platform'
import type { Answer } from './assessing.ts'
import { world } from './bases.ts'
import { chanceInSigns } from './core/index.ts'
import type { Hypothesis } from './hypothesis.ts'
import { answerTold, calibrationTold } from './told.ts'

/** In what language a file was taken, on which day, and where the page that it is from stands. */
export type TakenFrom = { readonly language: Language; readonly asOf: string; readonly address: string }

/** Columns of files: names of machines, the same in every language. */
const areaHeads = [
  'area',
  'name',
  'kind',
  'line_of',
  'series',
  'breakdown',
  'number',
  'by',
  'year',
  'latest',
  'status',
  'reason',
  'projected',
  'lo80',
  'hi80',
  'lo95',
  'hi95',
  'calibrated_on',
  'chance',
  'pace_needed',
  'as_fast_percent',
  'calibration',
  'as_of',
  'address',
] as const

const areaRow = (hypothesis: Hypothesis, answer: Answer, from: TakenFrom): readonly CsvCell[] => {
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

/** Every group and economy of which anything was observed: where it stands. */
export const areasCsv = (hypothesis: Hypothesis, from: TakenFrom): string =>
  csvOf([
    areaHeads,
    ...answersOf(hypothesis)
      .filter(({ assessment }) => assessment.latest !== null)
      .map((one) => areaRow(hypothesis, one, from)),
  ])

const missingHeads = [
  'area',
  'name',
  'year',
  'latest',
  'estimated',
  'older_than_five_years',
  'to',
  'points_short',
  'people',
  'people_year',
  'people_series',
  'people_missing',
  'share_of_missing',
  'cumulative_share',
  'as_of',
  'address',
] as const

/** Who is missing, economy by economy, the most first; economies without a figure have a row without one. */
export const missingCsv = ({ where, areas }: Hypothesis, { language, asOf, address }: TakenFrom): string => {
  if (where === null) return csvOf([missingHeads])
  const { limit, weight, rows, without } = where
  const nameOf = (code: string): string => {
    const names = areas.all.get(code)?.names
    return names === undefined ? code : wordsIn(language, names)
  }
  const yes = (is: boolean) => (is ? 'yes' : 'no')
  const row = (code: string, one: (typeof rows)[number] | null): readonly CsvCell[] => [
    ...[code, nameOf(code), one?.year ?? null, one?.value ?? null],
    ...[one === null ? null : yes(one.estimated), one === null ? null : yes(one.old), limit.value, one?.short ?? null],
    ...[one?.weight ?? null, one?.weightYear ?? null, one?.weightYear == null ? null : (weight?.series ?? null)],
    ...[one?.missing ?? null, one?.share ?? null, one?.together ?? null, asOf, address],
  ]
  return csvOf([missingHeads, ...rows.map((one) => row(one.area, one)), ...without.map((code) => row(code, null))])
}

/** All that the page says, for programs: full doubles. */
export const outlookJson = (hypothesis: Hypothesis, { asOf, address }: TakenFrom): string => {
  const { edition, element, area, outlooks, shown, where, apart, calibration } = hypothesis
  return JSON.stringify({
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
  })
}
