import type { Child, FC } from 'hono/jsx'
import { Alternatives, Link, signsOf, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import { bracketsOf } from '../core/brackets.ts'
import type { Element } from '../core/element.ts'
import { childrenOf, kindOf } from '../core/indexed.ts'
import type { Role } from '../core/organisation.ts'
import { printedUnder, referenceOf } from '../reading.ts'
import { MoneyRows } from './money-rows.tsx'
import { BracketNumbers, BracketWords, Marks, type Reader, Reference, TitleWords } from './naming.tsx'

type Of = Reader & { readonly of: Element; readonly depth: number }

/** Children that are shown together: all definitions, all rows of the money, all small things in one list. */
type Shape = 'definitions' | 'money' | 'small' | 'alone' | 'skipped'

const shapes: Readonly<Partial<Record<Role, Shape>>> = {
  definition: 'definitions',
  money: 'money',
  target: 'small',
  indicator: 'small',
  outcome: 'small',
  body: 'small',
  'framework-link': 'small',
  risk: 'small',
  other: 'small',
  alternative: 'skipped',
}

type Group = { readonly shape: Shape; readonly elements: readonly Element[] }

const groupsOf = ({ ix }: Reader, elements: readonly Element[]): readonly Group[] => {
  const groups: { shape: Shape; elements: Element[] }[] = []
  for (const element of elements) {
    const shape = shapes[kindOf(ix, element).role] ?? 'alone'
    const last = groups.at(-1)
    if (last !== undefined && last.shape === shape && shape !== 'alone') last.elements.push(element)
    else groups.push({ shape, elements: [element] })
  }
  return groups
}

/** Everything below an element, in its printed order. */
export const Below: FC<Of> = ({ of, depth, ...reader }) => (
  <>
    {groupsOf(reader, childrenOf(reader.ix, of)).map((group) => (
      <GroupShown {...group} depth={depth} {...reader} />
    ))}
  </>
)

const GroupShown: FC<Reader & Group & { readonly depth: number }> = ({ shape, elements, depth, ...reader }) => {
  switch (shape) {
    case 'skipped':
      return null
    case 'definitions':
      return <Definitions all={elements} {...reader} />
    case 'money':
      return <>{elements[0] === undefined ? null : <MoneyRows edition={elements[0].edition} anchors {...reader} />}</>
    case 'small':
      return <Items all={elements} {...reader} />
    case 'alone':
      return (
        <>
          {elements.map((element) => (
            <Block of={element} depth={depth} {...reader} />
          ))}
        </>
      )
  }
}

const Definitions: FC<Reader & { readonly all: readonly Element[] }> = ({ all, ...reader }) => (
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
const ItemLink: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) => {
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
const Unseen: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) => {
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

const named: readonly Role[] = ['other', 'risk', 'framework-link']

const Items: FC<Reader & { readonly all: readonly Element[] }> = ({ all, ...reader }) => (
  <ul class="items">
    {all.map((element) => {
      const role = kindOf(reader.ix, element).role
      return (
        <li id={element.id} class={`is-${role}`}>
          {named.includes(role) ? (
            <span class="dim small">
              <Wording words={kindOf(reader.ix, element).label} language={reader.language} />{' '}
            </span>
          ) : null}
          <ItemLink of={element} {...reader} />
          <Unseen of={element} {...reader} />
          <Marks of={element} {...reader} />
          {element.statement === null ? null : (
            <p class="small dim">
              <BracketWords words={element.statement} brackets={bracketsOf(reader.ix, element)} listed {...reader} />
            </p>
          )}
          <Below of={element} depth={4} {...reader} />
        </li>
      )
    })}
  </ul>
)

const Heading: FC<{ readonly depth: number; readonly children?: Child }> = ({ depth, children }) =>
  depth <= 2 ? <h2>{children}</h2> : depth === 3 ? <h3>{children}</h3> : <h4>{children}</h4>

const Statement: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) =>
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
const Elsewhere: FC<Reader & { readonly of: Element }> = ({ of, ix, say, language, here }) => {
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

const Paragraph: FC<Reader & { readonly of: Element }> = ({ of, ...reader }) => {
  const { ix, say, language, here } = reader
  const brackets = bracketsOf(ix, of)
  return (
    <div class="par" id={of.id}>
      <Link class="num" to={pathOf(ix, of)} language={language} here={here}>
        <bdi class="f">{referenceOf(of) ?? '·'}</bdi>
      </Link>
      <div>
        <p>
          <TitleWords of={of} listed {...reader} />
          <Marks of={of} {...reader} />
        </p>
        <Statement of={of} {...reader} />
        {brackets.length === 0 || /[[\]]/.test(of.title.en) ? null : (
          <p class="small">
            {say('plan.paragraph.inBrackets')}{' '}
            {brackets.map((bracket, index) => (
              <>
                {index === 0 ? '' : ' · '}
                <BracketWords words={bracket.text} brackets={[bracket]} listed {...reader} />
              </>
            ))}
          </p>
        )}
        <Below of={of} depth={4} {...reader} />
      </div>
    </div>
  )
}

const Block: FC<Of> = ({ of, depth, ...reader }) => {
  const { ix, say, language, here } = reader
  const kind = kindOf(ix, of)
  switch (kind.role) {
    case 'paragraph':
      return <Paragraph of={of} {...reader} />
    case 'footnote':
      return (
        <p class="foot-note small" id={of.id}>
          <Link to={pathOf(ix, of)} language={language} here={here}>
            <Wording words={kind.label} language={language} /> <bdi class="f">{of.number}</bdi>
          </Link>{' '}
          <TitleWords of={of} listed {...reader} />
          <Marks of={of} {...reader} />
        </p>
      )
    case 'statement':
      return (
        <section id={of.id}>
          <Heading depth={depth}>
            <ItemLink of={of} {...reader} />
          </Heading>
          {childrenOf(ix, of).some((child) => kindOf(ix, child).role === 'alternative') ? (
            <SideBySide of={of} listed {...reader} />
          ) : (
            <>
              <Statement of={of} {...reader} />
              <Marks of={of} {...reader} />
            </>
          )}
          <Below of={of} depth={depth + 1} {...reader} />
        </section>
      )
    case 'section':
      return (
        <section id={of.id} class={depth <= 2 ? 'part' : undefined}>
          <Heading depth={depth}>
            <ItemLink of={of} {...reader} />
          </Heading>
          <Statement of={of} {...reader} />
          <Marks of={of} {...reader} />
          {childrenOf(ix, of).length === 0 ? <Elsewhere of={of} {...reader} /> : null}
          <Below of={of} depth={depth + 1} {...reader} />
        </section>
      )
    default:
      return (
        <section id={of.id} class="block">
          <Heading depth={Math.max(3, depth)}>
            <span class="dim">
              <Wording words={kind.label} language={language} />{' '}
            </span>
            <ItemLink of={of} {...reader} />
          </Heading>
          <Statement of={of} {...reader} />
          {of.agreement === 'bracketed' && of.brackets.length > 0 ? (
            <p class="small">
              <Unseen of={of} {...reader} />
            </p>
          ) : null}
          <Marks of={of} {...reader} />
          {of.note === null ? null : (
            <p class="small dim">
              {say('plan.note')} <Wording words={of.note} language={language} />
            </p>
          )}
          <Below of={of} depth={Math.max(3, depth) + 1} {...reader} />
        </section>
      )
  }
}
