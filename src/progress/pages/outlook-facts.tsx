import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { type Fact, Facts, Fig, Kv, Note } from '#ui'
import type { Answer } from '../assessing.ts'
import { baseYear, usableIn } from '../core/index.ts'
import { neededPace } from './outlook-chart.tsx'
import { type AnsweredPart, Chance, figs, gapOf, scribeOf, shareWords } from './outlook-saying.tsx'

const recentYears = 5

/** The pace made over the last five years, in the unit a year; from an earlier value where that year has none. */
export const recentPace = ({
  question: { observations },
}: Answer): { readonly pace: number; readonly from: number } | null => {
  const { years, values } = observations
  const [last, value] = [years.at(-1), values.at(-1)]
  if (last === undefined || value === undefined) return null
  const before = years.findLastIndex((year) => year <= last - recentYears)
  const at = before === -1 ? 0 : before
  const [from, then] = [years[at], values[at]]
  return from === undefined || then === undefined || from >= last
    ? null
    : { pace: (value - then) / (last - from), from }
}

/** A pace with its sign where it goes the wrong way or may. */
const signed = (words: string, pace: number): string => (pace < 0 ? `\u2212${words}` : words)

const paceFacts = ({ answer, say, language }: AnsweredPart): readonly Fact[] => {
  const scribe = scribeOf(answer, { say, language })
  const { latest } = answer.assessment
  const { target } = answer.question
  const [needed, made] = [neededPace(answer), recentPace(answer)]
  const about = (from: number, to: number): Child =>
    say('progress.fact.neededAbout', { points: scribe.points, from: String(from), to: String(to) })
  return [
    ...(needed === null || latest === null || target === null
      ? []
      : [
          {
            name: say('progress.fact.needed'),
            value: <Fig>{signed(scribe.pace(needed), needed)}</Fig>,
            about: about(latest.year, target.year),
          },
        ]),
    ...(made === null || latest === null
      ? []
      : [
          {
            name: say('progress.fact.made'),
            value: <Fig>{signed(scribe.pace(made.pace), made.pace)}</Fig>,
            about: about(made.from, latest.year),
          },
        ]),
  ]
}

const chanceFact = ({ answer, say, language }: AnsweredPart): readonly Fact[] => {
  const { projection } = answer.assessment
  const { target } = answer.question
  if (projection === null || target === null) return []
  return [
    {
      name: say.rich(
        'progress.fact.chance',
        figs({ number: scribeOf(answer, { say, language }).number(target.value) }),
      ),
      value: <Chance p={projection.p} say={say} language={language} />,
      about: say('progress.fact.chanceAbout', { by: String(projection.year) }),
    },
  ]
}

/** The label of the custodian of all goals, in plain words and with no mark; the other side's where it differs. */
const labelFact = ({ answer, say }: AnsweredPart): readonly Fact[] => {
  const { labels, complement } = answer.assessment
  const label = labels?.un2022.label ?? null
  if (label === null) return []
  const other = complement?.contradicts.includes('un2022') === true ? complement.labels.un2022 : null
  return [
    {
      name: say('progress.fact.unMethod'),
      value: say(`progress.label.${label}`),
      ...(other === null ? {} : { about: say('progress.fact.unOther', { label: say(`progress.label.${other}`) }) }),
    },
  ]
}

const baselineRow = ({ answer, say, language }: AnsweredPart) => {
  const { baseline } = answer.assessment
  if (baseline === null) return []
  const { value, year } = baseline
  return [
    {
      name: say('progress.fact.baseline'),
      value: say.rich('progress.fact.baselineWords', {
        when: year === baseYear ? 'base' : year > baseYear ? 'later' : 'earlier',
        ...figs({ value: scribeOf(answer, { say, language }).value(value), year: String(year) }),
      }),
    },
  ]
}

const wayRow = ({ answer, say, language }: AnsweredPart) => {
  const { distanceCovered, timeElapsed } = answer.assessment
  const { target } = answer.question
  if (distanceCovered === null || target === null) return []
  const facts = {
    share: shareWords(distanceCovered, language),
    number: scribeOf(answer, { say, language }).number(target.value),
  }
  return [
    {
      name: say('progress.fact.way'),
      value:
        timeElapsed === null
          ? say.rich('progress.fact.wayNoTime', figs(facts))
          : say.rich('progress.fact.wayWords', figs({ ...facts, time: shareWords(timeElapsed, language) })),
    },
  ]
}

/** The line beside our projection, as a sentence; null where there is none. */
export const secondOpinion = ({ answer, say, language }: AnsweredPart): Child | null => {
  const { secondOpinion: second, projection } = answer.assessment
  const { target } = answer.question
  if (second === null || projection === null || target === null) return null
  const scribe = scribeOf(answer, { say, language })
  return say.rich('progress.fact.secondWords', {
    ...figs({
      value: scribe.value(second.value),
      by: String(projection.year),
      number: scribe.number(target.value),
    }),
    reaches: second.reaches === true ? 'yes' : 'no',
    agrees: second.agrees === null ? 'open' : second.agrees ? 'yes' : 'no',
  })
}

const methodRow = ({ answer, say, language }: AnsweredPart) => {
  const last = answer.fan.at(-1)
  const { projection } = answer.assessment
  const method = projection?.method ?? last?.method
  if (method === undefined) return []
  const scribe = scribeOf(answer, { say, language })
  const [own, others] = [projection?.ownTrend ?? null, projection?.peerMedian ?? null]
  return [
    {
      name: say('progress.fact.method'),
      value: (
        <>
          {say(`progress.method.${method}`)}
          {own === null || others === null ? null : (
            <>
              {gapOf(language)}
              {say.rich('progress.fact.parts', {
                ...figs({ own: scribe.value(own), others: scribe.value(others) }),
                of: method === 'mean' ? 'members' : 'peers',
              })}
            </>
          )}
        </>
      ),
    },
  ]
}

/** What the answer rests on, beyond the sentence: paces, chance, the UN's label; where it began; the second opinion. */
export const OutlookFacts: FC<AnsweredPart> = (part) => {
  const second = secondOpinion(part)
  const facts = [...paceFacts(part), ...chanceFact(part), ...labelFact(part)]
  const rows = [
    ...baselineRow(part),
    ...wayRow(part),
    ...(second === null ? [] : [{ name: part.say('progress.fact.second'), value: second }]),
    ...methodRow(part),
  ]
  return (
    <>
      {facts.length === 0 ? null : <Facts facts={facts} />}
      {rows.length === 0 ? null : <Kv rows={rows} />}
    </>
  )
}

/** What to beware of: little tested so far ahead, a short series, a break, another unit. */
export const warningsOf = ({ outlook, answer, say, language }: AnsweredPart): readonly string[] => {
  const { projection, latest } = answer.assessment
  const { breakIn } = answer
  return [
    ...(projection?.farHorizon === true
      ? [say('progress.warn.far', { by: String(projection.year), ahead: projection.horizon })]
      : []),
    ...(projection?.shortSeries === true ? [say('progress.warn.short', { count: usableIn(answer.question) })] : []),
    ...(breakIn === null ? [] : [say('progress.warn.break', { year: String(breakIn) })]),
    ...(latest !== null && outlook.fit === 'near' && outlook.benchmark?.unit != null && outlook.measure !== null
      ? [
          say('progress.warn.near', {
            unit: wordsIn(language, outlook.benchmark.unit),
            measure: wordsIn(language, outlook.measure.unit),
          }),
        ]
      : []),
  ]
}

export const OutlookWarnings: FC<AnsweredPart> = (part) => {
  const all = warningsOf(part)
  return all.length === 0 ? null : (
    <Note tone="warn" heading={part.say('progress.warn.heading')}>
      {' '}
      {all.join(gapOf(part.language))}
    </Note>
  )
}
