import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { Fig, Filter, Link, Note } from '#ui'
import { world } from '../bases.ts'
import { areaText, numbered, type Part, type Reader, viewTo } from './hypothesis-parts.tsx'
import { namesOf } from './hypothesis-why.tsx'
import { reasonSentence } from './outlook-reason.tsx'

const sorted = <One,>(all: readonly One[], of: (one: One) => string, language: Reader['language']): readonly One[] => {
  const { compare } = new Intl.Collator(language)
  return all.toSorted((a, b) => compare(of(a), of(b)))
}

/** A choice holds no markup: marks around codes and years keep their order in Arabic. */
const AreaSelect: FC<Part & { readonly fault: Child }> = ({ hypothesis, fault, ...reader }) => {
  const { areas, area, noArea } = hypothesis
  const { say, language } = reader
  const nameOf = ({ code }: { readonly code: string }) => areaText(areas, code, reader)
  const chosen = noArea === null ? area : noArea.text
  const option = (code: string) => (
    <option value={code} selected={code === chosen}>
      {areaText(areas, code, reader)}
    </option>
  )
  return (
    <label>
      {say('progress.asking.area')}
      <select name="area" {...(fault === null ? {} : { 'aria-invalid': 'true', 'aria-describedby': 'area-why' })}>
        {noArea === null ? null : (
          <option value={noArea.text} selected>
            {noArea.text}
          </option>
        )}
        {option(world)}
        {areas.lists.map(({ names, groups }) => (
          <optgroup label={wordsIn(language, names)}>
            {sorted(groups, nameOf, language).map(({ code }) => option(code))}
          </optgroup>
        ))}
        <optgroup label={say('progress.asking.economies')}>
          {sorted(areas.economies, nameOf, language).map(({ code }) => option(code))}
        </optgroup>
      </select>
    </label>
  )
}

const LineSelect: FC<Part> = ({ hypothesis: { lines, line }, say, language }) => (
  <label>
    {say('progress.asking.line')}
    <select name="line">
      {lines.map((one) => (
        <option value={one.key} selected={one.key === line?.key}>
          {wordsIn(language, one.words)}
        </option>
      ))}
    </select>
  </label>
)

const areaFault = ({ hypothesis, ...reader }: Part): Child => {
  const { noArea, shown, areas } = hypothesis
  const { say, language, here } = reader
  if (noArea !== null) {
    const near = noArea.nearest.map(({ code }, at) => (
      <>
        {at === 0 ? '' : ' · '}
        <Link to={viewTo(hypothesis, { area: code })} language={language} here={here}>
          <bdi>{areaText(areas, code, reader)}</bdi>
        </Link>
      </>
    ))
    return near.length === 0
      ? say.rich('progress.asking.noAreaAtAll', { text: <bdi>{noArea.text}</bdi> })
      : say.rich('progress.asking.noArea', { text: <bdi>{noArea.text}</bdi>, near: <>{near}</> })
  }
  const assessment = shown.answer?.assessment
  const isAreas = ['no-data', 'outside-scale', 'stale', 'too-few-observations', 'no-errors-known', 'no-direction']
  return assessment?.reason != null && isAreas.includes(assessment.reason)
    ? reasonSentence({ outlook: shown, about: { names: namesOf(hypothesis, hypothesis.area) }, say, language })
    : null
}

const numberFault = ({ hypothesis, say, language }: Part): Child => {
  const { number, question, shown } = hypothesis
  if (number.kind !== 'fault') {
    return shown.answer?.assessment.reason === 'no-target' ? say('progress.asking.numberNone') : null
  }
  const text = question.number ?? ''
  switch (number.fault) {
    case 'not-a-number':
      return say.rich('progress.asking.numberNot', {
        text: <bdi>{text}</bdi>,
        such: <Fig>{numbered(language, 92.5, 'unknown')}</Fig>,
      })
    case 'outside-scale':
      return say.rich('progress.asking.numberOutside', { text: <Fig>{text}</Fig> })
    case 'below-zero':
      return say.rich('progress.asking.numberBelow', { text: <Fig>{text}</Fig> })
  }
}

const yearFault = ({ hypothesis, say, here }: Part): Child => {
  const { by, question, shown } = hypothesis
  const latest = shown.answer?.assessment.latest?.year ?? null
  const today = String(here.asOf ?? here.today).slice(0, 4)
  if (by.kind !== 'fault') {
    const reason = shown.answer?.assessment.reason
    if (latest === null || shown.target === null) return null
    if (reason === 'target-year-passed')
      return say.rich('progress.asking.yearPassed', {
        year: <Fig>{String(shown.target.year)}</Fig>,
        latest: <Fig>{String(latest)}</Fig>,
      })
    return reason === 'horizon-too-long'
      ? say.rich('progress.asking.yearFar', {
          year: <Fig>{String(shown.target.year)}</Fig>,
          latest: <Fig>{String(latest)}</Fig>,
          last: <Fig>{String(latest + 10)}</Fig>,
        })
      : null
  }
  const text = <bdi>{question.by ?? ''}</bdi>
  switch (by.fault) {
    case 'not-a-year':
      return say.rich('progress.asking.yearNot', { text, such: <Fig>{today}</Fig> })
    case 'past':
      return say.rich('progress.asking.yearPast', { year: text, first: <Fig>{today}</Fig> })
    case 'too-far':
      return say.rich('progress.asking.yearFar', {
        year: text,
        latest: <Fig>{String(latest ?? today)}</Fig>,
        last: <Fig>{String((latest ?? Number(today)) + 10)}</Fig>,
      })
  }
}

/** A field with the reason why it cannot be answered under it. */
const Field: FC<{ readonly name: string; readonly fault: Child; readonly children: Child }> = ({
  name,
  fault,
  children,
}) => (
  <div class="field">
    {children}
    {fault === null ? null : (
      <span class="err" id={`${name}-why`}>
        {fault}
      </span>
    )}
  </div>
)

const Box: FC<{
  readonly name: 'number' | 'by'
  readonly label: Child
  readonly hint: string
  readonly value: string
  readonly unit?: Child
  readonly fault: Child
}> = ({ name, label, hint, value, unit, fault }) => (
  <Field name={name} fault={fault}>
    <label>
      <span>
        {label}
        {unit === undefined ? null : <span class="u"> {unit}</span>}
      </span>
      <input
        class="n"
        name={name}
        value={value}
        placeholder={hint}
        inputmode={name === 'by' ? 'numeric' : 'decimal'}
        maxlength={20}
        autocomplete="off"
        {...(fault === null ? {} : { 'aria-invalid': 'true', 'aria-describedby': `${name}-why` })}
      />
    </label>
  </Field>
)

/** What can be asked, as a plain form: the answer is the page, and the address is the question. */
export const HypothesisForm: FC<Part> = (props) => {
  const { hypothesis, say, language, here } = props
  const { question, outlooks, line, lines, path } = hypothesis
  // What is typed stands in for the number of a line, never for that of a gap.
  const usual = outlooks.find(({ gap }) => gap === null) ?? outlooks[0]
  const unit = usual.answer?.question.unit ?? 'unknown'
  const { measure } = usual
  const faults = { area: areaFault(props), number: numberFault(props), by: yearFault(props) }
  const isUnderstood =
    hypothesis.noArea === null &&
    hypothesis.noLine === null &&
    hypothesis.number.kind !== 'fault' &&
    hypothesis.by.kind !== 'fault'
  const noLine =
    hypothesis.noLine === null ? null : say.rich('progress.asking.noLine', { text: <bdi>{hypothesis.noLine}</bdi> })
  const isTyped = [question.number, question.by].some((one) => one !== undefined && one !== '')
  return (
    <div class="stack" id="ask">
      <Filter
        to={path}
        button={say('progress.asking.show')}
        language={language}
        here={here}
        beside={
          isTyped ? (
            <Link to={viewTo(hypothesis, { number: '', by: '' })} language={language} here={here}>
              {say('progress.asking.plain')}
            </Link>
          ) : undefined
        }
      >
        <Field name="area" fault={faults.area}>
          <AreaSelect {...props} fault={faults.area} />
        </Field>
        {lines.length < 2 && noLine === null ? null : (
          <Field name="line" fault={noLine}>
            <LineSelect {...props} />
          </Field>
        )}
        {line === null ? null : (
          <>
            <Box
              name="number"
              label={say('progress.asking.number')}
              unit={measure === null ? undefined : wordsIn(language, measure.unit)}
              hint={usual.target === null ? '' : numbered(language, usual.target.value, 'unknown')}
              value={question.number ?? ''}
              fault={faults.number}
            />
            <Box
              name="by"
              label={say('progress.asking.by')}
              hint={String(usual.benchmark?.by ?? usual.target?.year ?? '')}
              value={question.by ?? ''}
              fault={faults.by}
            />
          </>
        )}
      </Filter>
      {unit === 'unknown' && line !== null && usual.answer !== null ? (
        <p class="hint">{say('progress.asking.scaleUnknown')}</p>
      ) : null}
      {isUnderstood ? null : (
        <div role="alert">
          <Note tone="bad">{say('progress.asking.notUnderstood')}</Note>
        </div>
      )}
    </div>
  )
}
