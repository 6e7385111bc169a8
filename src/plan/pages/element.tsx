import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Show, Shown } from '#platform'
import { type Crumb, Fig, Frame, filesOf, Lede, Link, Mast, Note, SideSection, signsOf, Taking, Wording } from '#ui'
import { editionPath, pathOf, type Thing } from '../core/address.ts'
import { bracketsOf } from '../core/brackets.ts'
import type { Element } from '../core/element.ts'
import { usesOfId } from '../core/history.ts'
import { ancestorsOf, childrenOf, definitionOf, type Indexed, kindOf } from '../core/indexed.ts'
import type { Measured } from '../core/measured.ts'
import type { DrawnWorld } from '../neighbours/statistics.ts'
import { editionName, editionOf, neighboursOf, referenceOf, shortNameOf } from '../reading.ts'
import { SideBySide } from './edition-parts.tsx'
import { IndicationFacts, MoneyFacts, QuantityFacts } from './element-facts.tsx'
import { History } from './element-history.tsx'
import { Frameworks, PlaceInPlan } from './element-place.tsx'
import { BothEditions, FindingsAbout, Readings, Source } from './element-words.tsx'
import { MeasuredFigures, MeasuredLede, MeasuredSources } from './measured.tsx'
import { measuredDataset } from './measured-dataset.ts'
import { measuredCite, measuredTakes } from './measured-takes.ts'
import { BracketNumbers, BracketWords, type Reader, Reference, ThingLink, TitleWords } from './naming.tsx'
import { pictureOf } from './picture-words.ts'

export type ElementProps = {
  readonly ix: Indexed
  readonly element: Element
  /** What the statistics say; null where it is of a kind that nothing measures. */
  readonly measured: Measured | null
  /** Shapes to draw a map with. */
  readonly world?: DrawnWorld | null
  /** What other features draw of its line, then what else they know about it. */
  readonly lines: readonly Show[]
  readonly panels: readonly Show[]
}

/** Plan, edition, then down to its parent. */
export const crumbsTo = (
  { ix, language }: Reader,
  thing: Thing,
  above: readonly Element[],
  last: Child,
): readonly Crumb[] => [
  { words: <Wording words={ix.plan.names} language={language} />, to: '/' },
  { words: <Fig>{editionName({ code: thing.edition })}</Fig>, to: editionPath(thing.edition) },
  ...above
    .filter((one) => one.parents.length > 0)
    .map((one) => ({
      words: (
        <>
          <Reference of={one} />
          <Wording words={one.title} language={language} />
        </>
      ),
      to: pathOf(ix, one),
    })),
  { words: last },
]

/** Before and after it in its list. */
export const Neighbours: FC<Reader & { readonly of: Thing }> = ({ of, ...reader }) => {
  const { before, after } = neighboursOf(reader.ix, of)
  if (before === null && after === null) return null
  return (
    <nav class="besides noprint" aria-label={reader.say('plan.besides')}>
      <span>
        {before === null ? null : (
          <>
            {reader.say('plan.before')} <ThingLink to={before} {...reader} />
          </>
        )}
      </span>
      <span>
        {after === null ? null : (
          <>
            {reader.say('plan.after')} <ThingLink to={after} {...reader} />
          </>
        )}
      </span>
    </nav>
  )
}

/** The plan's own words for what this kind of thing is (S2). */
const WhatItIs: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) => {
  const { ix, say, language, here } = reader
  const kind = kindOf(ix, of)
  const definition = definitionOf(ix, of.edition, kind)
  return (
    <p class="small dim">
      <Link to={`${editionPath(of.edition)}/${kind.segment}`} language={language} here={here}>
        <Wording words={kind.single ? kind.label : kind.plural} language={language} />
      </Link>
      {signsOf(language).colon}
      {definition === null ? (
        say('plan.kind.noDefinition')
      ) : (
        <>
          {definition.statement === null ? null : <Wording words={definition.statement} language={language} />}{' '}
          <Link to={pathOf(ix, definition)} language={language} here={here}>
            {say('plan.kind.definition')}
          </Link>
        </>
      )}
    </p>
  )
}

const Agreement: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) => {
  const { ix, say, language } = reader
  const brackets = bracketsOf(ix, of)
  return (
    <p class="small">
      <span class="dim">{say('plan.agreement.is')}</span>{' '}
      {of.agreement === 'bracketed' && brackets.length > 0 ? null : <b>{say(`plan.agreement.${of.agreement}`)}</b>}
      {of.proponents.map((proponent) => (
        <>
          {' · '}
          <Wording words={proponent} language={language} />
        </>
      ))}
      {brackets.length === 0 ? null : (
        <>
          {of.agreement === 'bracketed' ? '' : ' · '}
          <BracketNumbers brackets={brackets} {...reader} />
        </>
      )}
      {of.appliesTo === null ? null : (
        <>
          {' · '}
          <Wording words={of.appliesTo} language={language} />
        </>
      )}
    </p>
  )
}

/** What else its id was used for, in the other editions. */
const OtherUses: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) => {
  const others = usesOfId(reader.ix, of.id).filter((one) => one.edition !== of.edition && one.concept !== of.concept)
  return (
    <>
      {others.map((other) => (
        <Note tone="warn">
          {reader.say('plan.otherUse', { edition: editionName({ code: other.edition }) })}{' '}
          <ThingLink to={other} {...reader} />
        </Note>
      ))}
    </>
  )
}

const ledeOf = (of: Element, reader: Reader): Child => {
  if (of.statement === null) return null
  return <BracketWords words={of.statement} brackets={bracketsOf(reader.ix, of)} {...reader} />
}

/** A page for an element: what it says, what it was, where it stands, what holds it. */
export const ElementPage: FC<Shown<ElementProps>> = ({
  ix,
  element,
  measured,
  world = null,
  lines,
  panels,
  say,
  language,
  here,
}) => {
  const reader = { ix, say, language, here }
  const kind = kindOf(ix, element)
  const edition = editionOf(ix, element.edition)
  const name = wordsIn(language, shortNameOf(ix, element))
  const title = wordsIn(language, element.title)
  const reference = referenceOf(element)
  const path = pathOf(ix, element)
  const alternatives = childrenOf(ix, element).filter((one) => kindOf(ix, one).role === 'alternative')
  const lede = alternatives.length === 0 ? ledeOf(element, reader) : null
  const cited = reference === null ? title : `${name}${signsOf(language).colon}${title}`
  const picture = measured?.role === 'target' ? pictureOf(ix, element, measured, reader) : null
  const described = element.statement === null ? picture?.alt : wordsIn(language, element.statement)
  return (
    <Frame
      title={cited}
      crumbs={crumbsTo(
        reader,
        element,
        ancestorsOf(ix, element),
        <Wording words={shortNameOf(ix, element)} language={language} />,
      )}
      {...(measured === null
        ? {}
        : { about: measuredDataset(measured, cited, reader), feed: `${measured.path}/feed.atom` })}
      {...(picture === null ? {} : { picture })}
      {...(described === undefined ? {} : { description: described })}
      say={say}
      language={language}
      here={here}
    >
      <Mast
        kick={
          <>
            <Wording words={kind.label} language={language} />
            {reference === null ? null : (
              <>
                {signsOf(language).gap}
                <Fig>{reference}</Fig>
              </>
            )}
            {' · '}
            <Fig>{editionName(edition)}</Fig>
            {signsOf(language).comma}
            {say(`plan.state.${edition.state}`)}
          </>
        }
        heading={<TitleWords of={element} {...reader} />}
        {...(element.number === null && element.letter === null
          ? {}
          : { number: element.letter ?? element.number ?? '' })}
      >
        {lede === null ? null : <Lede big={title.length < 90}>{lede}</Lede>}
        <Agreement of={element} {...reader} />
        <WhatItIs of={element} {...reader} />
        {edition.knownOn === null && here.asOf !== null ? (
          <Note tone="warn">
            <Wording words={edition.knownOnNote} language={language} />
          </Note>
        ) : null}
        <OtherUses of={element} {...reader} />
        {measured === null ? null : <MeasuredLede measured={measured} say={say} language={language} here={here} />}
      </Mast>
      {alternatives.length === 0 ? null : (
        <SideSection
          id="alternatives"
          wide
          heading={say('plan.alternative.heading')}
          about={say('plan.alternative.about')}
        >
          <SideBySide of={element} {...reader} />
        </SideSection>
      )}
      {[...lines, ...panels].map((show) => show(say, language, here))}
      {measured === null ? null : (
        <MeasuredFigures {...{ measured, world, say, language, here }} drawn={lines.length > 0} />
      )}
      <QuantityFacts of={element} {...reader} />
      <IndicationFacts of={element} listed={measured !== null} {...reader} />
      <MoneyFacts of={element} {...reader} />
      <BothEditions of={element} {...reader} />
      <History of={element} {...reader} />
      <PlaceInPlan of={element} {...reader} />
      <Frameworks of={element} {...reader} />
      <Readings of={element} {...reader} />
      <FindingsAbout of={element} {...reader} />
      <Source of={element} {...reader} />
      {measured === null ? null : <MeasuredSources measured={measured} say={say} language={language} here={here} />}
      <Taking
        takes={[
          ...(measured === null ? [] : measuredTakes(measured, world, say, language)),
          { heading: say('plan.taking.element'), files: filesOf(`${path}/element`, '', ['json']) },
        ]}
        cite={
          measured === null
            ? { title: cited, part: wordsIn(language, edition.act), to: path }
            : measuredCite(measured, language)
        }
        say={say}
        language={language}
        here={here}
      />
      <Neighbours of={element} {...reader} />
    </Frame>
  )
}
