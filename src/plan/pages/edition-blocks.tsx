import type { FC } from 'hono/jsx'
import { Link, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import { bracketsOf } from '../core/brackets.ts'
import type { Element } from '../core/element.ts'
import { childrenOf, kindOf } from '../core/indexed.ts'
import type { Role } from '../core/organisation.ts'
import { referenceOf } from '../reading.ts'
import { Definitions, Elsewhere, Heading, ItemLink, SideBySide, Statement, Unseen } from './edition-parts.tsx'
import { MoneyRows } from './money-rows.tsx'
import { BracketWords, Marks, type Reader, TitleWords } from './naming.tsx'

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
