import { type Attempt, type Day, done, type FieldFault, languages, refusedFields, type Words } from '#kernel'

/** A grade of the matrix: a code for programs, words for people. Grades are given from the lightest to the gravest. */
export type Grade = { readonly code: string; readonly words: Words }

/**
 * How the organization measures risks, from a day on. A later scale is another one: an assessment keeps the scale that it was made on,
 * so that what was said in one year means the same in every later one.
 */
export type Scale = {
  readonly n: number
  readonly since: Day
  /** Three to five steps each, from the least to the most. */
  readonly likelihood: readonly Words[]
  readonly impact: readonly Words[]
  readonly grades: readonly Grade[]
  /** The grade of each cell by its place in `grades`: `matrix[likelihood - 1][impact - 1]`. */
  readonly matrix: readonly (readonly number[])[]
  /** The place of the gravest grade that the organization bears without doing more. */
  readonly appetite: number
  readonly reason: string
}

export type Declared = Omit<Scale, 'n'>

/** A likelihood and an impact: steps of a scale, counted from 1. */
export type Score = { readonly likelihood: number; readonly impact: number }

const isSpoken = (words: Words): boolean => languages.every((language) => (words[language] ?? '').trim() !== '')

const isNeverLighter = (grades: readonly number[]): boolean =>
  grades.every((grade, at) => at === 0 || grade >= (grades[at - 1] ?? 0))

/** Whether a scale can be declared. The matrix is as large as its steps say, and nowhere lighter for a graver step. */
export const declaring = (scale: Declared): Attempt<Declared, 'ui.form.notTaken'> => {
  const faults: FieldFault[] = []
  const mark = (field: string, code: string, facts = {}): number => faults.push({ field, code, facts })
  for (const field of ['likelihood', 'impact'] as const) {
    const steps = scale[field]
    if (steps.length < 3 || steps.length > 5) mark(`${field}.en`, 'risks.scale.steps', { count: steps.length })
    if (!steps.every(isSpoken)) mark(`${field}.en`, 'risks.scale.words')
  }
  if (scale.grades.length < 2 || scale.grades.length > 6)
    mark('grades.en', 'risks.scale.gradeCount', { count: scale.grades.length })
  if (!scale.grades.every(({ words }) => isSpoken(words))) mark('grades.en', 'risks.scale.words')
  const isWhole =
    scale.matrix.length === scale.likelihood.length &&
    scale.matrix.every(
      (row) =>
        row.length === scale.impact.length &&
        row.every((grade) => Number.isInteger(grade) && grade >= 0 && grade < scale.grades.length),
    )
  if (!isWhole)
    mark('matrix', 'risks.scale.matrixSize', { rows: scale.likelihood.length, columns: scale.impact.length })
  else if (
    !scale.matrix.every(isNeverLighter) ||
    !scale.impact.every((_, at) => isNeverLighter(scale.matrix.map((row) => row[at] ?? 0)))
  )
    mark('matrix', 'risks.scale.matrixOrder')
  if (scale.grades[scale.appetite] === undefined) mark('appetite', 'risks.scale.appetiteUnknown')
  return faults.length === 0 ? done(scale) : refusedFields(faults)
}

/** The scale in force on a day: the newest that had begun; null before the first. */
export const scaleOn = (scales: readonly Scale[], day: Day): Scale | null =>
  scales
    .filter(({ since }) => since <= day)
    .reduce<Scale | null>(
      (best, one) =>
        best === null || one.since > best.since || (one.since === best.since && one.n > best.n) ? one : best,
      null,
    )

/** An assessment names a scale that exists; the store saw to it. */
export const scaleNumbered = (scales: readonly Scale[], n: number): Scale => {
  const found = scales.find((one) => one.n === n)
  if (found === undefined) throw new Error(`There is no scale ${n}`)
  return found
}

export const isOnScale = ({ likelihood, impact }: Score, scale: Scale): boolean =>
  Number.isInteger(likelihood) &&
  Number.isInteger(impact) &&
  likelihood >= 1 &&
  impact >= 1 &&
  likelihood <= scale.likelihood.length &&
  impact <= scale.impact.length

/** The place of the grade of a score. A score that is not on the scale is a bug. */
export const gradeOf = (scale: Scale, { likelihood, impact }: Score): number => {
  const grade = scale.matrix[likelihood - 1]?.[impact - 1]
  if (grade === undefined) throw new Error(`${likelihood} by ${impact} is not on the scale ${scale.n}`)
  return grade
}

export const gradeNamed = (scale: Scale, grade: number): Grade => {
  const found = scale.grades[grade]
  if (found === undefined) throw new Error(`The scale ${scale.n} has no grade ${grade}`)
  return found
}

/** Graver than the organization bears without doing more. */
export const isAboveAppetite = (scale: Scale, grade: number): boolean => grade > scale.appetite

/** How grave a grade is among those of its scale, 0 to 1: grades of scales with different numbers of grades can be compared. */
export const gravity = (scale: Scale, grade: number): number =>
  scale.grades.length < 2 ? 0 : grade / (scale.grades.length - 1)
