import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { Fig, Filter, Kv, Link, Note, Select, SideSection, Wording } from '#ui'
import type { CompareRead, Happened } from '../compare.ts'
import { everyKind } from '../core/compare.ts'
import type { Element } from '../core/element.ts'
import { becameOf, cameFrom, type Step } from '../core/history.ts'
import { ancestorsOf, entryOfElement } from '../core/indexed.ts'
import { comparePath, editionName, shortNameOf } from '../reading.ts'
import { WordsOfBoth } from './compare-words.tsx'
import { semicolon } from './glance-saying.tsx'
import { type Reader, Reference, ThingLink } from './naming.tsx'

type Read = Shown<CompareRead>

const listed = (elements: readonly Element[], reader: Reader): Child => (
  <>
    {elements.map((one, index) => (
      <>
        {index === 0 ? '' : semicolon(reader.language)}
        <ThingLink to={one} kind {...reader} />
      </>
    ))}
  </>
)

/** One step of it, as a sentence, with what changed and what that did to its series. */
const StepTold: FC<Reader & { readonly of: Element; readonly step: Step; readonly forward: boolean }> = ({
  of,
  step,
  forward,
  ...reader
}) => {
  const { say, language } = reader
  const { row, elements, edition } = step
  const facts = {
    relation: row.relation,
    edition: <Fig>{editionName({ code: edition })}</Fig>,
    elements: listed(elements, reader),
  }
  return (
    <>
      <p class="lede">{forward ? say.rich('plan.compare.became', facts) : say.rich('plan.compare.came', facts)}</p>
      <Kv
        rows={[
          { name: say('plan.crosswalk.whatChanged'), value: <Wording words={row.whatChanged} language={language} /> },
          {
            name: say('plan.crosswalk.series'),
            value: (
              <>
                {say(`plan.series.${row.series}`)}
                {row.series === 'not-a-series' ? null : (
                  <span class="dim">
                    {' · '}
                    <Wording words={row.why} language={language} />
                  </span>
                )}
              </>
            ),
          },
          { name: say('plan.source.certainty'), value: say(`plan.certainty.${row.certainty}`) },
        ]}
      />
      {elements.map((other) => (
        <WordsOfBoth before={forward ? of : other} after={forward ? other : of} {...reader} />
      ))}
    </>
  )
}

const Told: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) => {
  const { ix, say, language } = reader
  const forward = becameOf(ix, of)
  return (
    <SideSection
      id={`of-${entryOfElement(of).replaceAll('/', '-')}`}
      heading={<Wording words={shortNameOf(ix, of)} language={language} />}
      about={<Fig>{editionName({ code: of.edition })}</Fig>}
    >
      <p class="text">
        <ThingLink to={of} {...reader} />
      </p>
      {forward.map((step) => (
        <StepTold of={of} step={step} forward {...reader} />
      ))}
      {cameFrom(ix, of).map((step) => (
        <StepTold of={of} step={step} forward={false} {...reader} />
      ))}
      {ancestorsOf(ix, of).length < 2 ? null : (
        <p class="small dim">
          {say('plan.compare.under')}{' '}
          {ancestorsOf(ix, of)
            .slice(1)
            .map((one, index) => (
              <>
                {index === 0 ? '' : ' / '}
                <Reference of={one} />
                <Wording words={one.title} language={language} />
              </>
            ))}
        </p>
      )}
    </SideSection>
  )
}

const NotFound: FC<Reader & Pick<CompareRead, 'pair'> & { readonly happened: Happened }> = ({
  happened: { text, meant },
  pair,
  ...reader
}) => {
  const { say, language, here } = reader
  return (
    <SideSection id="of" heading={say('plan.compare.happened')}>
      <Note tone="warn">{say('plan.compare.notMeant', { text })}</Note>
      <ul class="list near">
        {meant.nearest.map((one) => (
          <li>
            <Link to={comparePath(pair, { of: one.id, edition: one.edition })} language={language} here={here}>
              <Fig>{editionName({ code: one.edition })}</Fig> {wordsIn(language, shortNameOf(reader.ix, one))}
            </Link>
          </li>
        ))}
      </ul>
    </SideSection>
  )
}

/** What became of what was asked about, and where it came from. */
export const WhatHappened: FC<Read> = ({ ix, pair, happened, say, language, here }) => {
  if (happened === null) return null
  const reader = { ix, say, language, here }
  const { meant } = happened
  if (meant.elements.length === 0) return <NotFound happened={happened} pair={pair} {...reader} />
  return (
    <>
      {meant.elements.map((one) => (
        <Told of={one} {...reader} />
      ))}
      {meant.more === 0 ? null : <Note>{say('plan.compare.more', { count: meant.more })}</Note>}
    </>
  )
}

/** What to ask about: a number, an id, or words of a title; the list offers those of the kind that is shown. */
export const HappenedForm: FC<Read> = ({ pair, choice, happened, say, language, here }) => {
  const offered = [pair.from, pair.to].flatMap((edition) =>
    edition.elements.filter(({ kind }) => choice.kind !== null && kind === choice.kind.code),
  )
  const ids = new Map(offered.map((one) => [one.id, one]))
  return (
    <Filter
      to={comparePath(pair)}
      button={say('plan.compare.ask')}
      keep={{ kind: choice.kind?.code ?? everyKind }}
      language={language}
      here={here}
    >
      <label>
        {say('plan.compare.whatHappened')}
        <input name="of" list="elements" value={happened?.text ?? ''} placeholder="1.7" maxlength={200} />
      </label>
      <datalist id="elements">
        {[...ids.values()].map((one) => (
          <option value={one.id}>{wordsIn(language, one.title)}</option>
        ))}
      </datalist>
      <Select
        label={say('plan.edition')}
        name="edition"
        value={happened?.edition?.code ?? ''}
        options={[
          { value: '', words: say('plan.compare.eitherEdition') },
          ...[pair.from, pair.to].map(({ code }) => ({ value: code, words: editionName({ code }) })),
        ]}
      />
    </Filter>
  )
}

/** For links of other pages: the question about one element. */
export const happenedPath = (of: Element, pair: CompareRead['pair']): string =>
  comparePath(pair, { kind: of.kind, of: of.id, edition: of.edition })
