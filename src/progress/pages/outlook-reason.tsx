import type { FC } from 'hono/jsx'
import { type Language, wordsIn } from '#kernel'
import type { Say } from '#platform'
import type { Answer } from '../assessing.ts'
import { usableIn } from '../core/index.ts'
import type { Outlook } from '../outlook.ts'
import { type NoStatus, statusOrReason } from '../tally.ts'
import { type About, alone, areaText, type Part, scribeOf } from './outlook-saying.tsx'

/** Why there is no status: a rule of the methods, what was not asked, or what the content says of a measure. Null: there is one. */
const reasonOf = (outlook: Outlook): NoStatus | null => statusOrReason(outlook).reason

type Asked = { readonly outlook: Outlook; readonly about: About; readonly say: Say; readonly language: Language }

const numbersOf = (answer: Answer | null, { say, language }: Pick<Asked, 'say' | 'language'>) => {
  if (answer === null) return {}
  const { assessment, question } = answer
  const scribe = scribeOf(answer, { say, language })
  const [latest, target] = [assessment.latest, question.target]
  return {
    year: String(latest?.year ?? ''),
    value: latest === null ? '' : alone(language, scribe.latest(latest.value)),
    number: target === null ? '' : alone(language, scribe.number(target.value)),
    by: String(target?.year ?? ''),
    ahead: target === null || latest === null ? 0 : target.year - latest.year,
    count: usableIn(question),
  }
}

/** The method by which a series is aggregated, in its own words. */
const aggregationOf = ({ answer }: Outlook, language: Language): string => {
  const { aggregationNames, aggregation } = answer?.series ?? {}
  return aggregationNames == null ? (aggregation ?? '') : wordsIn(language, aggregationNames)
}

/** The facts that all sentences of a reason may name. */
const factsOf = ({ outlook, about, say, language }: Asked) => ({
  area: alone(language, areaText(about, { say, language })),
  of: outlook.answer?.line == null ? 'economy' : 'group',
  unit: outlook.benchmark?.unit == null ? '…' : wordsIn(language, outlook.benchmark.unit),
  measure: outlook.measure === null ? '…' : wordsIn(language, outlook.measure.unit),
  aggregation: aggregationOf(outlook, language),
  ...numbersOf(outlook.answer, { say, language }),
})

/** Why it is not assessed, as a sentence; empty where it is. */
export const reasonSentence = (asked: Asked): string => {
  const reason = reasonOf(asked.outlook)
  return reason === null ? '' : asked.say(`progress.reason.${reason}`, factsOf(asked))
}

/** The same in a few words, after "not assessed". */
export const reasonShort = (asked: Asked): string => {
  const reason = reasonOf(asked.outlook)
  return reason === null ? '' : asked.say(`progress.short.${reason}`, factsOf(asked))
}

export const Reason: FC<Part> = (props) => <>{reasonSentence(props)}</>
