import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { kindOf, pathOf, tailOf } from '#plan/core'
import type { Shown } from '#platform'
import { Fig, Frame, Link, Mast, SideSection, type Standing, signsOf, Taking, Wording } from '#ui'
import type { Hypothesis } from '../hypothesis.ts'
import { type WhereOrder, wordOf } from '../where-order.ts'
import { ApartSection } from './apart.tsx'
import { chartTakes } from './chart-takes.ts'
import { EverywhereSection } from './everywhere.tsx'
import { HypothesisForm } from './hypothesis-form.tsx'
import { HeldFacts, HeldTable } from './hypothesis-held.tsx'
import { areaText, type Reader, viewTo } from './hypothesis-parts.tsx'
import { namesOf } from './hypothesis-why.tsx'
import { NothingMeasured } from './nothing-measured.tsx'
import { chartTitle, OutlookChart } from './outlook-chart.tsx'
import { OutlookWarnings } from './outlook-facts.tsx'
import { OutlookLabels } from './outlook-labels.tsx'
import { OutlookLede } from './outlook-lede.tsx'
import { OutlookPaces, PacesSentence } from './outlook-paces.tsx'
import { OutlookTable } from './outlook-table.tsx'
import { Takes } from './outlook-takes.tsx'
import { Why } from './outlook-why.tsx'
import { WhereSection } from './where.tsx'

export type HypothesisProps = {
  readonly hypothesis: Hypothesis
  readonly status: Standing | null
  /** The order of those who are missing; null: the usual one. */
  readonly sort: WhereOrder | null
}

/** "Target 2.1": what people call it by. */
const shortName = ({ ix, element }: Hypothesis, { language }: Pick<Reader, 'language'>): string => {
  const label = wordsIn(language, kindOf(ix, element).label)
  const tail = tailOf(element.id)
  return tail === null ? label : `${label}${signsOf(language).gap}${tail}`
}

const years = (edition: string): string => edition.replace(/^(\d{4})-(\d{4})$/, '$1–$2')

/** What the page draws beside its line, which has a file of its own: paces, and all economies. */
export const DrawnBeside: FC<Reader & { readonly hypothesis: Hypothesis }> = ({ hypothesis, say, language, here }) => {
  const { area, shown, outlooks, calibration, line, others } = hypothesis
  const reader = { say, language, here }
  const outlook = { outlook: shown, all: outlooks, about: { names: namesOf(hypothesis, area) }, calibration, others }
  return line === null ? null : (
    <>
      {shown.answer === null ? null : <OutlookPaces {...outlook} answer={shown.answer} {...reader} />}
      <EverywhereSection hypothesis={hypothesis} status={null} {...reader} />
    </>
  )
}

/** The whole outlook of a target or an indicator, for any area and against any number: the address is the question. */
export const HypothesisPage: FC<Shown<HypothesisProps>> = ({ hypothesis, status, sort, say, language, here }) => {
  const { ix, element, edition, area, areas, path, shown, outlooks, calibration, line, others } = hypothesis
  const reader = { say, language, here }
  const part = { hypothesis, ...reader }
  const about = { names: namesOf(hypothesis, area) }
  const outlook = { outlook: shown, all: outlooks, about, calibration, others, ...reader }
  // Where a gap is what is asked, the first sentence is about it; a number is typed against the line.
  const leading = shown.held === 'typed' || outlooks[0].gap === null ? shown : outlooks[0]
  const name = shortName(hypothesis, reader)
  const title = wordsIn(language, element.title)
  const cited = say('progress.asking.title', { title: `${name}${signsOf(language).colon}${title}` })
  const file = (kind: string, to: string) => ({ kind, to: viewTo(hypothesis, {}, to) })
  const tables = (name: string) => ['csv', 'xlsx', 'json'].map((kind) => file(kind.toUpperCase(), `${name}.${kind}`))
  const [chartPath = '', chartQuestion = ''] = viewTo(hypothesis, {}, '/chart').split('?')
  const from = pathOf(ix, element)
  return (
    <Frame
      title={cited}
      crumbs={[
        { words: <Wording words={ix.plan.names} language={language} />, to: '/' },
        { words: <Fig>{years(edition.code)}</Fig>, to: `/editions/${edition.code}` },
        { words: <bdi>{name}</bdi>, to: from },
        { words: say('progress.asking.kick') },
      ]}
      {...reader}
    >
      <Mast
        kick={
          <>
            {say('progress.asking.kick')}
            {' · '}
            <Link to={from} language={language} here={here}>
              <bdi>{name}</bdi>
            </Link>
            {' · '}
            <Fig>{years(edition.code)}</Fig>
            {' · '}
            <bdi>{areaText(areas, area, reader)}</bdi>
          </>
        }
        heading={<Wording words={element.title} language={language} />}
      >
        <OutlookLede {...outlook} outlook={leading} />
        {leading.gap === null ? null : (
          <p class="small">{say('progress.gap.told', { by: leading.gap.by, as: leading.gap.as })}</p>
        )}
      </Mast>
      {line === null ? (
        <NothingMeasured {...part} />
      ) : (
        <>
          <SideSection heading={say('progress.asking.heading')} about={say('progress.asking.about')} id="whatif" wide>
            <HypothesisForm {...part} />
            <HeldFacts {...part} />
            {shown.answer === null ? null : (
              <>
                {shown.answer.assessment.feasibility === null ? null : (
                  <p>
                    <PacesSentence {...outlook} answer={shown.answer} />
                  </p>
                )}
                <OutlookChart {...outlook} answer={shown.answer} />
                <OutlookTable {...outlook} answer={shown.answer} />
                <details>
                  <summary>{say('progress.told.heading')}</summary>
                  <Why {...outlook} />
                </details>
                <OutlookWarnings {...outlook} answer={shown.answer} />
              </>
            )}
            <Takes {...outlook} />
            <HeldTable {...part} />
          </SideSection>
          {shown.answer === null ? null : (
            <>
              <OutlookPaces {...outlook} answer={shown.answer} />
              <OutlookLabels {...outlook} answer={shown.answer} />
            </>
          )}
          <WhereSection
            where={hypothesis.where}
            areas={areas}
            line={line}
            most={20}
            own={area}
            whole={null}
            sort={sort}
            to={(but) => viewTo(hypothesis, { ...(sort === null ? {} : { sort: wordOf(sort) }), ...but })}
            {...reader}
          />
          <EverywhereSection {...part} status={status} />
          <ApartSection {...part} />
        </>
      )}
      <Taking
        takes={[
          ...(line === null
            ? []
            : [
                {
                  heading: say('progress.asking.take'),
                  files: [...tables('/areas'), file(say('progress.asking.fileAll'), '/outlook.json')],
                },
              ]),
          ...(line === null || hypothesis.where === null
            ? []
            : [{ heading: say('progress.asking.takeMissing'), files: tables('/missing') }]),
          ...(shown.answer?.assessment.latest == null
            ? []
            : [
                {
                  heading: say('progress.chart.take'),
                  chart: viewTo(hypothesis, {}, '/chart'),
                  title: chartTitle({ ...outlook, answer: shown.answer }),
                },
              ]),
          ...chartTakes(<DrawnBeside {...part} />, chartPath, chartQuestion, say),
        ]}
        cite={{ title: cited, to: viewTo({ path, question: hypothesis.question }) }}
        {...reader}
      />
    </Frame>
  )
}
