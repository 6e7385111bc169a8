import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { Fig, Frame, Kv, Lede, Mast, Note, SideSection, signsOf, Taking, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import type { Bracket, Element } from '../core/element.ts'
import { ancestorsOf, elementAt, type Indexed } from '../core/indexed.ts'
import { editionName, editionOf, kindOfThing, referenceOf, shortNameOf } from '../reading.ts'
import { oddWords } from './edition.tsx'
import { crumbsTo, Neighbours } from './element.tsx'
import { BracketWords, languageName, ThingLink } from './naming.tsx'

type BracketProps = { readonly ix: Indexed; readonly bracket: Bracket }

/** The elements whose text holds a bracket: its own, and those to which it is copied. */
const holders = (ix: Indexed, bracket: Bracket): readonly Element[] =>
  editionOf(ix, bracket.edition).elements.filter(
    (one) => one.id === bracket.element || one.brackets.includes(bracket.id),
  )

/** A square bracket as an object: what it holds, where it opens and closes, whose words they are. */
export const BracketPage: FC<Shown<BracketProps>> = ({ ix, bracket, say, language, here }) => {
  const reader = { ix, say, language, here }
  const edition = editionOf(ix, bracket.edition)
  const name = wordsIn(language, shortNameOf(ix, bracket))
  const element = elementAt(ix, bracket.edition, bracket.element)
  const odd = oddWords(bracket, reader)
  const line = (at: number | null) => (at === null ? say('plan.bracket.notPrinted') : <Fig>{at}</Fig>)
  return (
    <Frame
      title={name}
      crumbs={crumbsTo(reader, bracket, element === null ? [] : [...ancestorsOf(ix, element), element], name)}
      say={say}
      language={language}
      here={here}
    >
      <Mast
        kick={
          <>
            <Wording words={kindOfThing(ix, bracket).label} language={language} />
            {signsOf(language).gap}
            <Fig>{referenceOf(bracket)}</Fig>
            {' · '}
            <Fig>{editionName(edition)}</Fig>
            {signsOf(language).comma}
            {say(`plan.state.${edition.state}`)}
          </>
        }
        heading={name}
      >
        <Lede big>
          <BracketWords words={bracket.text} brackets={[bracket]} {...reader} />
        </Lede>
        {odd === null ? null : <Note tone="warn">{odd}</Note>}
      </Mast>
      <SideSection heading={say('plan.bracket.where')}>
        <Kv
          rows={[
            ...holders(ix, bracket).map((one) => ({
              name: say('plan.bracket.in'),
              value: <ThingLink to={one} kind {...reader} />,
            })),
            { name: say('plan.bracket.opened'), value: line(bracket.openedAtLine) },
            { name: say('plan.bracket.closed'), value: line(bracket.closedAtLine) },
            ...(bracket.note === null
              ? []
              : [{ name: say('plan.source.note'), value: <Wording words={bracket.note} language={language} /> }]),
          ]}
        />
        <p class="small dim">
          {say(bracket.quoted ? 'plan.bracket.quoted' : 'plan.bracket.rendered', {
            language: languageName(language, edition.source.language),
          })}
        </p>
      </SideSection>
      <Taking
        takes={[]}
        cite={{ title: name, part: wordsIn(language, edition.act), to: pathOf(ix, bracket) }}
        say={say}
        language={language}
        here={here}
      />
      <Neighbours of={bracket} {...reader} />
    </Frame>
  )
}
