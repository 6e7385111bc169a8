import type { Child, FC } from 'hono/jsx'
import type { Language, Words } from '#kernel'
import type { Shown } from '#platform'
import {
  type Crumb,
  Facts,
  Fig,
  Frame,
  filesOf,
  Lede,
  Lines,
  Link,
  Mast,
  Note,
  Outline,
  type OutlineItem,
  SideSection,
  Tag,
  Taking,
  Wording,
} from '#ui'
import { oddityOf } from '../core/brackets.ts'
import { pairsOf } from '../core/compare.ts'
import { countsOf } from '../core/counting.ts'
import type { Bracket, Element } from '../core/element.ts'
import { childrenOf, elementAt, type Indexed } from '../core/indexed.ts'
import type { Role } from '../core/organisation.ts'
import type { Edition } from '../core/plan.ts'
import { comparePath, editionName, inOrder, isLandmark, outsideOutline } from '../reading.ts'
import { Below } from './edition-blocks.tsx'
import { fullStop, gap } from './glance-saying.tsx'
import { atStart, languageName, type Reader, Reference, ThingLink } from './naming.tsx'

type EditionProps = { readonly ix: Indexed; readonly edition: Edition; readonly asOfOther: boolean }

/** Words of the content as a sentence begins. */
const begun = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([language, text]) => [language, atStart(text, language as Language)]),
  ) as Words

const counted: readonly Role[] = [
  'goal',
  'target',
  'indicator',
  'priority',
  'outcome',
  'offering',
  'enabler',
  'bracket',
]

const Counts: FC<Reader & { readonly edition: Edition }> = ({ edition, ix, language }) => {
  const counts = countsOf(ix, edition.code)
  const facts = ix.plan.organisation.kinds
    .filter((kind) => counted.includes(kind.role))
    .map((kind) => ({
      kind,
      count: kind.role === 'bracket' ? edition.brackets.length : (counts[kind.code] ?? 0),
    }))
    .filter(({ count }) => count > 0)
  return (
    <Facts
      facts={facts.map(({ kind, count }) => ({
        name: <Wording words={kind.plural} language={language} />,
        value: <Fig>{count}</Fig>,
      }))}
    />
  )
}

const outlineItems = (reader: Reader, of: Element): readonly OutlineItem[] =>
  childrenOf(reader.ix, of)
    .filter((child) => isLandmark(reader.ix, child))
    .map((child) => ({
      to: `#${child.id}`,
      words: (
        <>
          <Reference of={child} />
          <Wording words={child.title} language={reader.language} />
        </>
      ),
      below: outlineItems(reader, child),
    }))

const WorkingOutline: FC<Reader & { readonly roots: readonly Element[]; readonly edition: Edition }> = ({
  roots,
  edition,
  ...reader
}) => (
  <Outline
    label={reader.say('plan.edition.outline')}
    items={[
      ...roots.flatMap((root) => outlineItems(reader, root)),
      ...(edition.brackets.length === 0
        ? []
        : [{ to: '#brackets', words: reader.say('plan.edition.brackets', { count: edition.brackets.length }) }]),
    ]}
    language={reader.language}
    here={reader.here}
  />
)

/** How a bracket is not an ordinary one, in words. */
export const oddWords = (bracket: Bracket, { say }: Pick<Reader, 'say'>): string | null => {
  const odd = oddityOf(bracket)
  return odd === null ? null : say(`plan.bracket.${odd}`)
}

const BracketList: FC<Reader & { readonly edition: Edition }> = ({ edition, ...reader }) => {
  const { ix, say, language } = reader
  return (
    <ul class="list">
      {inOrder(edition.brackets).map((bracket) => {
        const element = elementAt(ix, edition.code, bracket.element)
        const odd = oddWords(bracket, reader)
        const about: readonly Child[] = [
          element === null ? null : <ThingLink to={element} kind {...reader} />,
          odd,
          bracket.note === null ? null : <Wording words={bracket.note} language={language} />,
        ].filter((one) => one !== null)
        return (
          <li id={bracket.id}>
            <ThingLink to={bracket} {...reader} />
            <p class="dim">
              {about.map((one, index) => (
                <>
                  {index === 0 ? '' : ' · '}
                  {one}
                </>
              ))}
              {bracket.quoted ? '' : ` · ${say('plan.bracket.rendering')}`}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

export const editionLede = (edition: Edition, { say, language }: Pick<Reader, 'say' | 'language'>): Child => {
  const act = <Wording words={edition.act} language={language} />
  if (edition.state === 'draft') return say.rich('plan.edition.ledeDraft', { act, count: edition.brackets.length })
  return say.rich('plan.edition.ledeAdopted', { act, day: edition.knownOn ?? '' })
}

/** The whole plan as a text to read, in its printed order. */
export const EditionPage: FC<Shown<EditionProps>> = ({ ix, edition, asOfOther, say, language, here }) => {
  const reader = { ix, say, language, here }
  const roots = edition.elements.filter((element) => element.parents.length === 0)
  const [root] = roots
  const title = root?.title ?? ix.plan.names
  const path = `/editions/${edition.code}`
  const name = editionName(edition)
  const crumbs: readonly Crumb[] = [
    { words: <Wording words={ix.plan.names} language={language} />, to: '/' },
    { words: <Fig>{name}</Fig> },
  ]
  const titleText = title[language] ?? title.en
  const outside = outsideOutline(ix, edition)
  return (
    <Frame title={titleText} crumbs={crumbs} say={say} language={language} here={here}>
      <Mast
        kick={
          <>
            <Fig>{name}</Fig> <Tag>{say(`plan.state.${edition.state}`)}</Tag>
          </>
        }
        heading={<Wording words={title} language={language} />}
      >
        <Lede>{editionLede(edition, reader)}</Lede>
        <Counts edition={edition} {...reader} />
        <Note heading={say('plan.rendering.heading')}>
          {say('plan.rendering.words', { language: languageName(language, edition.source.language) })}
          {gap(language)}
          {say('plan.rendering.gist')}
          {gap(language)}
          {edition.source.note === null ? null : (
            <>
              <Wording words={begun(edition.source.note)} language={language} />
              {fullStop(language).trim()}
            </>
          )}
        </Note>
        <p class="small">
          {pairsOf(ix)
            .filter(({ from, to }) => from === edition || to === edition)
            .map((pair) => (
              <>
                <Link to={comparePath(pair)} language={language} here={here}>
                  {say('plan.compare.fromEdition', { old: editionName(pair.from), new: editionName(pair.to) })}
                </Link>{' '}
                ·{' '}
              </>
            ))}
          <Link to="/frameworks" language={language} here={here}>
            {say('plan.frameworks.title')}
          </Link>
        </p>
        {edition.knownOn === null || asOfOther ? (
          <Note tone="warn">
            <Wording words={edition.knownOnNote} language={language} />
          </Note>
        ) : null}
      </Mast>
      <div class="doc">
        <details class="doc-top noprint">
          <summary>{say('plan.edition.outline')}</summary>
          <WorkingOutline roots={roots} edition={edition} {...reader} />
        </details>
        <article class="doc-text">
          {roots.map((one) => (
            <div id={one.id}>
              <Below of={one} depth={2} {...reader} />
            </div>
          ))}
          {outside.length === 0 ? null : (
            <section class="part">
              <h2>{say('plan.edition.outside')}</h2>
              <Lines lines={outside.map((element) => <ThingLink to={element} kind {...reader} />)} />
            </section>
          )}
        </article>
        <aside class="doc-side noprint">
          <h2>{say('plan.edition.outline')}</h2>
          <WorkingOutline roots={roots} edition={edition} {...reader} />
        </aside>
      </div>
      {edition.brackets.length === 0 ? null : (
        <SideSection
          id="brackets"
          heading={say('plan.edition.brackets', { count: edition.brackets.length })}
          about={say('plan.edition.bracketsAbout')}
        >
          <BracketList edition={edition} {...reader} />
        </SideSection>
      )}
      <Taking
        takes={[
          {
            heading: say('plan.taking.edition'),
            files: [
              { kind: say('plan.taking.planJson'), to: `${path}/plan.json` },
              ...filesOf(`${path}/plan`, '', ['csv', 'xlsx']),
            ],
          },
          { heading: say('plan.taking.findings'), files: filesOf(`${path}/findings`) },
          { heading: say('plan.taking.crosswalk'), files: filesOf(`${path}/crosswalk`) },
        ]}
        cite={{ title: titleText, part: edition.act[language] ?? edition.act.en, to: path }}
        say={say}
        language={language}
        here={here}
      >
        <p class="small noprint">{say('plan.taking.paper')}</p>
      </Taking>
    </Frame>
  )
}
