import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { type MitigationNow, type Question, type Risk, type Wording, watchDirections, wordingOf } from '#risks/core'
import { Carried, Choose, dayWords, figure, Input, TextArea } from '#ui'
import type { RegisterRead } from '../visible.ts'
import { DeedPage } from './deed-page.tsx'

type OnRisk = { readonly read: RegisterRead; readonly risk: Risk }

export const MitigatePage: FC<Shown<OnRisk & { readonly now: MitigationNow | null }>> = ({
  read,
  risk,
  now,
  ...reader
}) => {
  const { say, language } = reader
  const unitWords = (code: string): string => wordsIn(language, read.names.unit(code as Wording['owner']))
  return (
    <DeedPage
      read={read}
      risk={risk}
      title={say(now === null ? 'risks.mitigate.title' : 'risks.mitigate.change')}
      about={say('risks.mitigate.about')}
      button={say('risks.mitigate.button')}
      to={now === null ? 'mitigate' : `mitigations/${now.part}`}
      fields={[
        { name: 'what', label: say('risks.mitigation'), now: now?.what ?? '' },
        { name: 'owner', label: say('risks.owner'), now: now === null ? '' : unitWords(now.owner), said: unitWords },
        { name: 'dueOn', label: say('risks.due'), now: now?.dueOn ?? '' },
        { name: 'expected', label: say('risks.expected'), now: now?.expected ?? '' },
      ]}
      {...reader}
    >
      <TextArea name="what" label={say('risks.mitigation')} value={now?.what ?? ''} rows={2} most={1000} {...reader} />
      <Choose
        name="owner"
        label={say('risks.owner')}
        value={now?.owner ?? wordingOf(risk).owner}
        options={read.names.units.map(({ code, names }) => ({ value: code, words: wordsIn(language, names) }))}
        {...reader}
      />
      <Input name="dueOn" type="date" label={say('risks.due')} value={now?.dueOn ?? ''} {...reader} />
      <TextArea
        name="expected"
        label={say('risks.expected')}
        hint={say('risks.expectedHint')}
        value={now?.expected ?? ''}
        rows={2}
        most={1000}
        {...reader}
      />
    </DeedPage>
  )
}

export const ProgressPage: FC<Shown<OnRisk & { readonly now: MitigationNow }>> = ({ read, risk, now, ...reader }) => {
  const { say } = reader
  return (
    <DeedPage
      read={read}
      risk={risk}
      title={say('risks.progress.title')}
      about={<bdi>{now.what}</bdi>}
      button={say('risks.progress.button')}
      to={`mitigations/${now.part}/progress`}
      fields={[{ name: 'percent', label: say('risks.progress.percent'), now: String(now.percent) }]}
      {...reader}
    >
      <Input
        name="percent"
        label={say('risks.progress.percent')}
        hint={say('risks.progress.percentHint')}
        value={String(now.percent)}
        mode="numeric"
        most={3}
        {...reader}
      />
    </DeedPage>
  )
}

export const WatchPage: FC<Shown<OnRisk>> = ({ read, risk, ...reader }) => {
  const { say } = reader
  return (
    <DeedPage
      read={read}
      risk={risk}
      title={say('risks.watch.title')}
      about={say('risks.watchesAbout')}
      button={say('risks.watch.button')}
      to="watch"
      {...reader}
    >
      <Input
        name="series"
        label={say('risks.watch.series')}
        hint={say('risks.watch.seriesHint')}
        most={80}
        {...reader}
      />
      <Input
        name="breakdown"
        label={say('risks.watch.breakdown')}
        hint={say('risks.watch.breakdownHint')}
        most={200}
        optional
        {...reader}
      />
      <Input
        name="area"
        label={say('risks.watch.area')}
        hint={say('risks.watch.areaHint')}
        most={3}
        optional
        {...reader}
      />
      <div class="pair">
        <Choose
          name="direction"
          label={say('risks.watch.direction')}
          value="below"
          options={watchDirections.map((value) => ({ value, words: say(`risks.watch.${value}`) }))}
          {...reader}
        />
        <Input name="threshold" label={say('risks.watch.threshold')} mode="decimal" most={30} {...reader} />
      </div>
    </DeedPage>
  )
}

export const AnswerPage: FC<Shown<OnRisk & { readonly question: Question }>> = ({
  read,
  risk,
  question,
  ...reader
}) => {
  const { say, language } = reader
  const { figure: asked, watch, part } = question
  return (
    <DeedPage
      read={read}
      risk={risk}
      title={say('risks.answer.title')}
      about={say('risks.question.words', {
        value: figure(language, asked.decimal),
        year: String(asked.year),
        series: watch.series,
        threshold: figure(language, watch.threshold),
        day: dayWords(language, asked.knownOn),
        direction: watch.direction,
      })}
      button={say('risks.answer.button')}
      to={`watches/${part}/answer`}
      {...reader}
    >
      <Carried name="year" value={String(asked.year)} />
      <Carried name="decimal" value={asked.decimal} />
      <p class="small dim">{say('risks.answer.about')}</p>
    </DeedPage>
  )
}
