import {
  type Attempt,
  type Day,
  done,
  type FieldFault,
  type Language,
  languages,
  refusedFields,
  type Words,
} from '#kernel'
import type { Declared } from './scale.ts'

export const wordLists = ['likelihood', 'impact', 'grades'] as const
type WordList = (typeof wordLists)[number]

/** A scale as people type it: a line for each step in each language, a line of grade numbers for each likelihood. */
export type TypedScale = {
  readonly since: Day
  readonly lines: Readonly<Record<WordList, Readonly<Record<Language, string>>>>
  readonly matrix: string
  /** From 1, as people count grades. */
  readonly appetite: number
  readonly reason: string
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const codeOf = (words: string, at: number): string =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || `grade-${at + 1}`

/** What was typed as a scale; or the language whose list is of another length than the English one, or what is no number. */
export const typedScale = ({ since, lines, matrix, appetite, reason }: TypedScale): Attempt<Declared> => {
  const faults: FieldFault[] = []
  const wordsOf = (list: WordList): readonly Words[] => {
    const all = Object.fromEntries(languages.map((language) => [language, linesOf(lines[list][language])]))
    const english = all['en'] ?? []
    for (const language of languages)
      if (all[language]?.length !== english.length)
        faults.push({ field: `${list}.${language}`, code: 'risks.scale.lines', facts: { count: english.length } })
    return english.map((en, at) => ({ ...Object.fromEntries(languages.map((one) => [one, all[one]?.[at] ?? ''])), en }))
  }
  const [likelihood, impact, grades] = [wordsOf('likelihood'), wordsOf('impact'), wordsOf('grades')]
  const rows = linesOf(matrix).map((line) => line.split(/[\s,;]+/).map((cell) => Number(cell) - 1))
  if (rows.flat().some((grade) => !Number.isInteger(grade) || grade < 0))
    faults.push({ field: 'matrix', code: 'risks.scale.matrixNumbers', facts: {} })
  if (faults.length > 0) return refusedFields(faults)
  return done({
    ...{ since, likelihood, impact, reason },
    grades: grades.map((words, at) => ({ code: codeOf(words.en, at), words })),
    // People read a matrix from the most likely row down; we count from the least.
    matrix: rows.toReversed(),
    appetite: appetite - 1,
  })
}

/** A scale as it is typed. */
export const scaleAsTyped = (scale: Omit<Declared, 'since' | 'reason'>) => {
  const all = (list: readonly Words[]): Readonly<Record<Language, string>> =>
    Object.fromEntries(
      languages.map((language) => [language, list.map((words) => words[language] ?? '').join('\n')]),
    ) as Record<Language, string>
  return {
    lines: {
      likelihood: all(scale.likelihood),
      impact: all(scale.impact),
      grades: all(scale.grades.map(({ words }) => words)),
    },
    matrix: scale.matrix
      .toReversed()
      .map((row) => row.map((grade) => grade + 1).join(' '))
      .join('\n'),
    appetite: String(scale.appetite + 1),
  }
}
