import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { Cite, Fig, Frame, Lede, Lines, Link, Mast, Note, signsOf, Wording } from '#ui'
import { editionPath, isElement, type Thing } from '../core/address.ts'
import { bracketsOf } from '../core/brackets.ts'
import { definitionOf, type Indexed } from '../core/indexed.ts'
import type { Kind } from '../core/organisation.ts'
import type { Edition } from '../core/plan.ts'
import { editionName } from '../reading.ts'
import { BracketNumbers, Marks, ThingLink } from './naming.tsx'

type ListProps = {
  readonly ix: Indexed
  readonly edition: Edition
  readonly kind: Kind
  readonly things: readonly Thing[]
}

/** Everything of one kind in an edition. */
export const ElementListPage: FC<Shown<ListProps>> = ({ ix, edition, kind, things, say, language, here }) => {
  const reader = { ix, say, language, here }
  const definition = definitionOf(ix, edition.code, kind)
  const title = wordsIn(language, kind.plural)
  const others = ix.plan.editions.filter((one) => one !== edition)
  return (
    <Frame
      title={`${title}${signsOf(language).comma}${editionName(edition)}`}
      crumbs={[
        { words: <Wording words={ix.plan.names} language={language} />, to: '/' },
        { words: <Fig>{editionName(edition)}</Fig>, to: editionPath(edition.code) },
        { words: title },
      ]}
      say={say}
      language={language}
      here={here}
    >
      <Mast
        kick={
          <>
            <Fig>{editionName(edition)}</Fig>
            {signsOf(language).comma}
            {say(`plan.state.${edition.state}`)}
          </>
        }
        heading={
          <>
            <Wording words={kind.plural} language={language} /> <Fig>({things.length})</Fig>
          </>
        }
      >
        {definition?.statement === null || definition === null ? null : (
          <Lede>
            <Wording words={definition.statement} language={language} />
          </Lede>
        )}
        <p class="small">
          {others.map((other) => (
            <>
              <Link to={`${editionPath(other.code)}/${kind.segment}`} language={language} here={here}>
                {say('plan.list.other', { edition: editionName(other) })}
              </Link>{' '}
            </>
          ))}
        </p>
      </Mast>
      {things.length === 0 ? (
        <Note>{say('plan.list.none', { edition: editionName(edition) })}</Note>
      ) : (
        <Lines
          lines={things.map((thing) => (
            <>
              <ThingLink to={thing} {...reader} />
              {isElement(thing) && bracketsOf(ix, thing).length > 0 ? (
                <>
                  {' '}
                  <BracketNumbers brackets={bracketsOf(ix, thing)} {...reader} />
                </>
              ) : null}
              {isElement(thing) ? <Marks of={thing} {...reader} /> : null}
            </>
          ))}
        />
      )}
      <Cite
        title={title}
        part={wordsIn(language, edition.act)}
        to={`${editionPath(edition.code)}/${kind.segment}`}
        say={say}
        language={language}
        here={here}
      />
    </Frame>
  )
}
