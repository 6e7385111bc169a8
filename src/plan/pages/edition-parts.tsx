import type { Child, FC } from 'hono/jsx'
import { Alternatives, Link, signsOf, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import { bracketsOf } from '../core/brackets.ts'
import type { Element } from '../core/element.ts'
import { childrenOf, kindOf } from '../core/indexed.ts'
import { printedUnder, referenceOf } from '../reading.ts'
import { Below } from './edition-blocks.tsx'
import { BracketNumbers, BracketWords, Marks, type Reader, Reference, TitleWords } from './naming.tsx'

export const Definitions: FC<Reader & { readonly all: readonly Element[] }> = ({ all, ...reader }) => (
  <>
    <dl class="terms">
      {all.map((element) => (
        <div id={element.id}>
          <dt>
            <ItemLink of={element} {...reader} />
          </dt>
          {element.statement === null ? null : (
            <dd>
              <BracketWords words={element.statement} brackets={bracketsOf(reader.ix, element)} listed {...reader} />
              <Marks of={element} {...reader} />
            </dd>
          )}
        </div>
      ))}
    </dl>
    {all.map((element) => (
      <Below of={element} depth={4} {...reader} />
    ))}
  </>
)

/** The words of an element as a link to its page; words with brackets keep them, and the reference is the link. */
export const ItemLink: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) => {
  const { ix, language, here } = reader
  const path = pathOf(ix, of)
  if (bracketsOf(ix, of).length > 0 && /[[\]]/.test(of.title.en))
    return (
      <>
        <Link to={path} language={language} here={here}>
          {referenceOf(of) === null ? (
            <Wording words={kindOf(ix, of).label} language={language} />
          ) : (
            <Reference of={of} />
          )}
        </Link>{' '}
        <TitleWords of={of} listed {...reader} />
      </>
    )
  return (
    <Link to={path} language={language} here={here}>
      <Reference of={of} />
      <Wording words={of.title} language={language} />
    </Link>
  )
}

/** The brackets of an element that its words do not show: a whole bullet, or a word of the paragraph behind the gist. */
export const Unseen: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) => {
  const shown = [of.title, of.statement].some((words) => words !== null && /[[\]]/.test(words.en))
  const brackets = bracketsOf(reader.ix, of)
  if (shown || brackets.length === 0) return null
  return (
    <>
      {' '}
      <BracketNumbers brackets={brackets} listed {...reader} />
    </>
  )
}

export const Heading: FC<{ readonly depth: number; readonly children?: Child }> = ({ depth, children }) =>
  depth <= 2 ? <h2>{children}</h2> : depth === 3 ? <h3>{children}</h3> : <h4>{children}</h4>

export const Statement: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) =>
  of.statement === null ? null : (
    <p class="text">
      <BracketWords words={of.statement} brackets={bracketsOf(reader.ix, of)} listed {...reader} />
    </p>
  )

/** A statement and what proponents want in its place: side by side, none before the others. */
export const SideBySide: FC<Reader & { readonly of: Element; readonly listed?: boolean }> = ({
  of,
  listed = false,
  ...reader
}) => {
  const { ix, say, language } = reader
  const others = childrenOf(ix, of).filter((child) => kindOf(ix, child).role === 'alternative')
  const all = [of, ...others]
  return (
    <Alternatives
      all={all.map((one) => ({
        heading:
          one === of ? (
            say('plan.alternative.base')
          ) : (
            <span id={one.id}>
              {one.proponents.map((proponent, index) => (
                <>
                  {index === 0 ? '' : signsOf(language).item}
                  <Wording words={proponent} language={language} />
                </>
              ))}
            </span>
          ),
        about:
          bracketsOf(ix, one).length === 0 ? undefined : (
            <BracketNumbers brackets={bracketsOf(ix, one)} listed={listed} {...reader} />
          ),
        words:
          one.statement === null ? (
            <Wording words={one.title} language={language} />
          ) : (
            <BracketWords words={one.statement} brackets={bracketsOf(ix, one)} listed={listed} {...reader} />
          ),
        note: (
          <>
            <Link to={pathOf(ix, one)} language={language} here={reader.here}>
              {say('plan.alternative.page')}
            </Link>
            <Marks of={one} {...reader} />
          </>
        ),
      }))}
    />
  )
}

/** A heading without anything below it: what its lines print stands elsewhere in the structure. */
export const Elsewhere: FC<Reader & { readonly of: Element }> = ({ of, ix, say, language, here }) => {
  const printed = printedUnder(ix, of)
  if (printed.length === 0) return null
  return (
    <p class="small dim">
      {say('plan.edition.printedHere')}{' '}
      {printed.map(({ kind, elements }, index) => (
        <>
          {index === 0 ? '' : ' · '}
          <Link to={`/editions/${of.edition}/${kind.segment}`} language={language} here={here}>
            <Wording words={kind.plural} language={language} />
          </Link>{' '}
          <bdi class="f">{elements.length}</bdi>
        </>
      ))}
    </p>
  )
}
