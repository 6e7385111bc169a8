import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { type Alternative, Alternatives, Lede, Link, SideSection, Wording } from '#ui'
import { pathOf, tailOf } from '../core/address.ts'
import { bracketsOf } from '../core/brackets.ts'
import type { Bracket, Element } from '../core/element.ts'
import type { GlanceStatement } from '../core/glance.ts'
import { joinedWords } from './glance-saying.tsx'
import { BracketWords, type Reader } from './naming.tsx'

/** Alternatives stand whole inside a bracket of their own: its number is beside the heading, and not again in the words. */
const numberOf = (bracket: Bracket | undefined, { ix, language, here, say }: Reader) =>
  bracket === undefined ? undefined : (
    <Link
      to={pathOf(ix, bracket)}
      language={language}
      here={here}
      aria-label={say('ui.bracket.numbered', { number: tailOf(bracket.id) ?? '' })}
    >
      [{tailOf(bracket.id)}]
    </Link>
  )

const alternativeOf = (element: Element, reader: Reader): Alternative => {
  const { ix, say, language } = reader
  const [bracket] = bracketsOf(ix, element)
  const who = joinedWords(
    language,
    element.proponents.map((one) => wordsIn(language, one)),
  )
  const about = numberOf(bracket, reader)
  return {
    heading:
      who === '' ? <Wording words={element.title} language={language} /> : say('plan.glance.proposedBy', { who }),
    ...(about === undefined ? {} : { about }),
    words: <BracketWords words={element.statement ?? element.title} brackets={[]} {...reader} />,
  }
}

/** A vision or a mission as it stands, its brackets as objects, and beside it what is proposed in its place. */
export const Statement: FC<Reader & { readonly statement: GlanceStatement }> = ({
  statement: { element, alternatives },
  ...reader
}) => {
  const { ix, say, language, here } = reader
  return (
    <SideSection
      id={element.id.replaceAll('/', '-')}
      heading={
        <Link to={pathOf(ix, element)} language={language} here={here}>
          <Wording words={element.title} language={language} />
        </Link>
      }
      {...(alternatives.length === 0
        ? {}
        : { about: say('plan.glance.openAlternatives', { count: alternatives.length }) })}
    >
      <Lede>
        <BracketWords words={element.statement ?? element.title} brackets={bracketsOf(ix, element)} {...reader} />
      </Lede>
      {alternatives.length === 0 ? null : <Alternatives all={alternatives.map((one) => alternativeOf(one, reader))} />}
    </SideSection>
  )
}
