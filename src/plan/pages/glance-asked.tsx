import type { Child, FC } from 'hono/jsx'
import type { Language } from '#kernel'
import { hrefOf, Link, Wording } from '#ui'
import { pathOf, tailOf } from '../core/address.ts'
import { bracketsOf } from '../core/brackets.ts'
import type { Bracket, Element } from '../core/element.ts'
import type { GlanceRow } from '../core/glance-row.ts'
import type { Step } from '../core/history.ts'
import { kindOf } from '../core/indexed.ts'
import { editionName, editionOf, referenceOf } from '../reading.ts'
import { fullStop, joined, semicolon } from './glance-saying.tsx'
import { BracketWords, type Reader } from './naming.tsx'

/** A row says so many indicators in full; the others are on the page of the target. */
const most = 3

/** Indicators that stand in one bracket together are one object; each agreed one stands alone. */
const runsOf = (reader: Reader, indicators: readonly Element[]) => {
  const runs: { bracket: Bracket | null; indicators: Element[] }[] = []
  for (const indicator of indicators) {
    const [bracket = null] = indicator.agreement === 'bracketed' ? bracketsOf(reader.ix, indicator) : []
    const last = runs.at(-1)
    if (last !== undefined && bracket !== null && last.bracket === bracket) last.indicators.push(indicator)
    else runs.push({ bracket, indicators: [indicator] })
  }
  return runs
}

const between = (language: Language, parts: readonly Child[]): Child => (
  <>
    {parts.map((part, at) => (
      <>
        {at === 0 ? '' : semicolon(language)}
        {part}
      </>
    ))}
  </>
)

const Indicators: FC<Reader & { readonly row: GlanceRow }> = ({ row: { target, indicators }, ...reader }) => {
  const { ix, say, language, here } = reader
  const shown = indicators.length > most ? indicators.slice(0, most - 1) : indicators
  const parts = runsOf(reader, shown).map(({ bracket, indicators: some }) => {
    const titles = some.map((one) => <Wording words={one.title} language={language} />)
    if (bracket === null)
      return (
        <>
          {some.map((one) => (
            <BracketWords words={one.title} brackets={bracketsOf(ix, one)} {...reader} />
          ))}
        </>
      )
    return (
      <span class="br">
        <b>[</b>
        {between(language, titles)}
        <b>]</b>
        <a
          href={hrefOf(language, here, pathOf(ix, bracket))}
          aria-label={say('ui.bracket.numbered', { number: tailOf(bracket.id) ?? '' })}
        >
          {tailOf(bracket.id)}
        </a>
      </span>
    )
  })
  const hidden = indicators.length - shown.length
  return (
    <>
      {between(language, parts)}
      {hidden === 0 ? '' : semicolon(language)}
      {hidden === 0 ? null : (
        <Link to={pathOf(ix, target)} language={language} here={here}>
          {say('plan.glance.more', { count: hidden })}
        </Link>
      )}
    </>
  )
}

const Elsewhere: FC<Reader & { readonly step: Step; readonly from: 'before' | 'after' }> = ({
  step,
  from,
  ...reader
}) => {
  const { ix, say, language, here } = reader
  const edition = editionName(editionOf(ix, step.edition))
  if (step.elements.length === 0)
    return <>{from === 'before' ? say('plan.glance.newHere') : say.rich('plan.glance.droppedIn', { edition })}</>
  const links = step.elements.map((element) => {
    const reference = kindOf(ix, element).role === 'target' ? referenceOf(element) : null
    return (
      <Link to={pathOf(ix, element)} language={language} here={here}>
        {reference === null ? <Wording words={element.title} language={language} /> : <bdi class="f">{reference}</bdi>}
      </Link>
    )
  })
  return <>{say.rich('plan.glance.inEdition', { edition, elements: joined(language, links) })}</>
}

/** What a target is measured by, which of it is shown, and where it stands in the other editions. */
export const Asked: FC<Reader & { readonly row: GlanceRow }> = ({ row, ...reader }) => {
  const { say, language } = reader
  const { latest, indicators } = row
  const several = indicators.length > 1 || (latest !== null && latest.measure.part !== null)
  const says = latest !== null && (several || latest.measure.fit === 'near')
  return (
    <>
      <Indicators row={row} {...reader} />
      {indicators.length === 0 ? '' : fullStop(language)}
      {says ? (
        <>
          {say.rich('plan.glance.shown', {
            what: <Wording words={latest.measure.words} language={language} />,
            near: latest.measure.fit === 'near' ? 'yes' : 'no',
          })}{' '}
        </>
      ) : null}
      <span class="u">
        {row.before.map((step) => (
          <>
            <Elsewhere step={step} from="before" {...reader} />{' '}
          </>
        ))}
        {row.after.map((step) => (
          <>
            <Elsewhere step={step} from="after" {...reader} />{' '}
          </>
        ))}
      </span>
    </>
  )
}
