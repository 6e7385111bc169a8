import type { Child, FC } from 'hono/jsx'
import { Link, SideSection, signsOf, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import { bracketsOf } from '../core/brackets.ts'
import type { Element } from '../core/element.ts'
import { alsoUnder, childrenOf, elementAt, kindOf, linkedBy } from '../core/indexed.ts'
import type { Role } from '../core/organisation.ts'
import { frameworkPath, namedBy } from '../reading.ts'
import { MoneyRows } from './money-rows.tsx'
import { BracketNumbers, Marks, type Reader, ThingLink } from './naming.tsx'

type Of = Reader & { readonly of: Element }

const List: FC<Reader & { readonly heading: Child; readonly elements: readonly Element[] }> = ({
  heading,
  elements,
  ...reader
}) =>
  elements.length === 0 ? null : (
    <div>
      <h3>{heading}</h3>
      <ul class="list">
        {elements.map((element) => (
          <li>
            <ThingLink to={element} {...reader} />
            {bracketsOf(reader.ix, element).length === 0 ? null : (
              <>
                {' '}
                <BracketNumbers brackets={bracketsOf(reader.ix, element)} {...reader} />
              </>
            )}
            <Marks of={element} {...reader} />
          </li>
        ))}
      </ul>
    </div>
  )

const apart: readonly Role[] = ['framework-link', 'alternative']

/** Elements by their kind, kinds in the order in which the organization declares them. */
const byKind = ({ ix }: Reader, elements: readonly Element[]) =>
  ix.plan.organisation.kinds
    .map((kind) => ({ kind, some: elements.filter((one) => one.kind === kind.code) }))
    .filter(({ some }) => some.length > 0)

/** Where it stands in the plan, and what the text links it to: nothing is linked that the text does not link. */
export const PlaceInPlan: FC<Of> = ({ of, ...reader }) => {
  const { ix, say, language } = reader
  const parents = of.parents.flatMap((id) => elementAt(ix, of.edition, id) ?? [])
  const children = childrenOf(ix, of).filter((one) => !apart.includes(kindOf(ix, one).role))
  const linkKinds = ix.plan.organisation.links
  const named = namedBy(ix, of)
  const shown = new Set([...parents, ...childrenOf(ix, of)])
  const linked = linkKinds.flatMap(({ code }) => linkedBy(ix, of, code))
  const naming = new Set(named.map((one) => one.element).filter((one) => !shown.has(one) && !linked.includes(one)))
  const empty = linkKinds.filter(({ code }) => of.links[code]?.length === 0)
  return (
    <SideSection id="place" heading={say('plan.place.heading')} about={say('plan.place.about')}>
      <List heading={say('plan.place.parents', { count: parents.length })} elements={parents} {...reader} />
      {byKind(reader, children).map(({ kind, some }) => (
        <List heading={<Wording words={kind.plural} language={language} />} elements={some} {...reader} />
      ))}
      {byKind(reader, alsoUnder(ix, of)).map(({ kind, some }) => (
        <List
          heading={
            <>
              <Wording words={kind.plural} language={language} />{' '}
              <span class="dim small">{say('plan.place.also')}</span>
            </>
          }
          elements={some}
          {...reader}
        />
      ))}
      {linkKinds.map(({ code, label }) => (
        <List
          heading={<Wording words={label} language={language} />}
          elements={linkedBy(ix, of, code).filter((one) => !shown.has(one) && kindOf(ix, one).role !== 'alternative')}
          {...reader}
        />
      ))}
      {empty.map(({ label }) => (
        <p class="small">
          <Wording words={label} language={language} />: {say('plan.place.emptyLink')}
        </p>
      ))}
      <List heading={say('plan.place.namedBy')} elements={[...naming]} {...reader} />
      {linked.some((one) => one.money !== null) ? <MoneyRows edition={of.edition} {...reader} /> : null}
      {kindOf(ix, of).role === 'target' ? <p class="small dim">{say('plan.place.targetLinks')}</p> : null}
    </SideSection>
  )
}

/** Its links to outside frameworks with the codes printed; one that is printed without a code gets none (S5). */
export const Frameworks: FC<Of> = ({ of, ...reader }) => {
  const { ix, say, language, here } = reader
  const all = [of, ...childrenOf(ix, of)].filter((one) => one.frameworkLink !== null)
  if (all.length === 0) return null
  return (
    <SideSection id="frameworks" heading={say('plan.frameworks.heading')}>
      <ul class="list">
        {all.map((one) => {
          const link = one.frameworkLink
          const framework = ix.plan.frameworks.find(({ slug }) => slug === link?.framework)
          return (
            <li>
              <b>
                {framework === undefined ? (
                  link?.framework
                ) : (
                  <Link to={frameworkPath(framework.slug)} language={language} here={here}>
                    <Wording words={framework.names} language={language} />
                  </Link>
                )}
              </b>
              {' · '}
              {link === null || link.codes.length === 0 ? (
                say('plan.frameworks.noCode')
              ) : (
                <bdi class="f">{link.codes.join(signsOf(language).item)}</bdi>
              )}
              {one === of ? null : (
                <>
                  {' · '}
                  <Link to={pathOf(ix, one)} language={language} here={here}>
                    <Wording words={one.title} language={language} />
                  </Link>
                </>
              )}
              <Marks of={one} {...reader} />
            </li>
          )
        })}
      </ul>
    </SideSection>
  )
}
