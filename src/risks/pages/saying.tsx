import type { Child, FC } from 'hono/jsx'
import { type Known, type Language, wordsIn } from '#kernel'
import type { EntryId } from '#plan/core'
import type { Here, Say } from '#platform'
import {
  type Graded,
  gradeNamed,
  isAboveAppetite,
  type Risk,
  type Scale,
  type Score,
  stateOf,
  wordingOf,
} from '#risks/core'
import { dayWords, Fig, Link, Tag, Wording } from '#ui'
import type { Names } from '../naming.ts'

export type Reader = { readonly say: Say; readonly language: Language; readonly here: Here }

export const riskPath = (risk: Pick<Risk, 'id'>): string => `/risks/${risk.id}`

/** A risk by its number and its words, which are in the language of whoever entered it. */
export const RiskLink: FC<Reader & { readonly risk: Risk }> = ({ risk, language, here }) => (
  <Link to={riskPath(risk)} language={language} here={here}>
    <bdi class="f">{risk.id}</bdi> <bdi>{wordingOf(risk).title}</bdi>
  </Link>
)

/** Shapes from the lightest grade to the gravest: a grade is told by its shape where colours are not seen. */
const shapes = [
  <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.6" />,
  <rect x="3" y="3" width="10" height="10" fill="none" stroke="currentColor" stroke-width="1.6" />,
  <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill="none" stroke="currentColor" stroke-width="1.8" />,
  <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill="currentColor" />,
  <path d="M1.5 13.5H14.5L8 2Z" fill="currentColor" />,
  <path d="M2 2H14V14H2Z" fill="currentColor" />,
] as const

export const GradeMark: FC<{ readonly grade: number }> = ({ grade }) => (
  <svg class="m" viewBox="0 0 16 16" aria-hidden="true">
    {shapes[Math.min(grade, shapes.length - 1)]}
  </svg>
)

export const stepWords = (language: Language, scale: Scale, of: 'likelihood' | 'impact', step: number): string =>
  wordsIn(language, scale[of][step - 1] ?? { en: String(step) })

export const gradeWords = (language: Language, scale: Scale, grade: number): string =>
  wordsIn(language, gradeNamed(scale, grade).words)

/** Likelihood and impact of a score in words. */
export const scoreWords = ({ say, language }: Pick<Reader, 'say' | 'language'>, scale: Scale, score: Score): string =>
  say('risks.score', {
    likelihood: stepWords(language, scale, 'likelihood', score.likelihood),
    impact: stepWords(language, scale, 'impact', score.impact),
  })

/** The grade in shape and word, the score below it, and whether it is more than is borne; or why there is none. */
export const GradeCell: FC<Pick<Reader, 'say' | 'language'> & { readonly graded: Known<Graded> }> = ({
  graded,
  say,
  language,
}) => {
  if (graded.kind === 'missing') return <span class="dim">{say(`ui.missing.${graded.reason}`)}</span>
  const { scale, grade, score } = graded.value
  return (
    <>
      <span class="nw">
        <GradeMark grade={grade} /> <b>{gradeWords(language, scale, grade)}</b>
      </span>
      <span class="u why">{scoreWords({ say, language }, scale, score)}</span>
      {isAboveAppetite(scale, grade) ? <Tag>{say('risks.aboveAppetite')}</Tag> : null}
    </>
  )
}

export const stateWords = ({ say, language }: Pick<Reader, 'say' | 'language'>, risk: Risk): string => {
  const state = stateOf(risk)
  switch (state.kind) {
    case 'draft':
      return say('risks.state.draft')
    case 'merged':
      return say('risks.state.merged', { day: dayWords(language, state.on), into: state.into })
    default:
      return say(`risks.state.${state.kind}`, { day: dayWords(language, state.on) })
  }
}

export const UnitName: FC<{
  readonly code: Parameters<Names['unit']>[0]
  readonly names: Names
  readonly language: Language
}> = ({ code, names, language }) => <Wording words={names.unit(code)} language={language} />

export const ElementLink: FC<Reader & { readonly entry: EntryId; readonly names: Names }> = ({
  entry,
  names,
  language,
  here,
}) => {
  const { names: words, number } = names.element(entry)
  const to = names.pathOf(entry)
  const title = (
    <>
      {number === null ? null : (
        <>
          <Fig>{number}</Fig>{' '}
        </>
      )}
      <Wording words={words} language={language} />
    </>
  )
  return (
    <>
      {to === null ? (
        title
      ) : (
        <Link to={to} language={language} here={here}>
          {title}
        </Link>
      )}{' '}
      <span class="u">
        <Fig>{names.edition(entry)}</Fig>
      </span>
    </>
  )
}

/** What there is, one below the other; or the words for nothing. */
export const Several: FC<{ readonly all: readonly Child[]; readonly none: Child }> = ({ all, none }) => {
  if (all.length === 0) return <span class="dim">{none}</span>
  if (all.length === 1) return <>{all[0]}</>
  return (
    <ul class="list">
      {all.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )
}
