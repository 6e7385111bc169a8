import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import {
  type Column,
  DataTable,
  Empty,
  Facts,
  Fig,
  Frame,
  filesOf,
  Lede,
  Link,
  Mast,
  Note,
  SideSection,
  signsOf,
  Taking,
  Wording,
} from '#ui'
import { pathOf } from '../core/address.ts'
import type { LinkAt } from '../core/frameworks.ts'
import type { Finding } from '../core/plan.ts'
import type { FrameworkShown, Serving } from '../frameworks.ts'
import { anchorOf, editionName, frameworkPath } from '../reading.ts'
import { type Reader, SeriesLinks, ThingLink } from './naming.tsx'

type Read = Shown<FrameworkShown>

/** Where a link stands, and the link itself as an element of the text. */
const LinksAt: FC<Reader & { readonly all: readonly LinkAt[] }> = ({ all, ...reader }) => {
  const { ix, say, language, here } = reader
  if (all.length === 0) return <span class="u">— {say('plan.frameworks.notHere')}</span>
  return (
    <>
      {all.map(({ link, at }) => (
        <>
          {at === null ? null : (
            <div>
              <ThingLink to={at} kind {...reader} />
            </div>
          )}
          <div class="small">
            <Link to={pathOf(ix, link)} language={language} here={here}>
              {at === null ? (
                <Wording words={link.title} language={language} />
              ) : link.source.paragraph === null ? (
                say('plan.line', { line: String(link.source.lines[0] ?? '') })
              ) : (
                say('plan.frameworks.inParagraph', { paragraph: link.source.paragraph })
              )}
            </Link>
          </div>
        </>
      ))}
    </>
  )
}

const SeriesHere: FC<Reader & { readonly all: readonly Serving[] }> = ({ all, say, language, here }) =>
  all.length === 0 ? (
    <span class="u">{say('plan.compare.noSeriesHere')}</span>
  ) : (
    <SeriesLinks all={all} language={language} here={here} />
  )

const Slip: FC<Reader & { readonly finding: Finding }> = ({ finding, say, language, here }) => (
  <>
    <b>{say('plan.frameworks.contradiction')}</b> <Wording words={finding.finding} language={language} />{' '}
    {say('plan.finding.takenIs')} <Wording words={finding.taken} language={language} />
    {signsOf(language).stop}
    <Link to={`/findings#${anchorOf(finding)}`} language={language} here={here}>
      {say('plan.finding.more')}
    </Link>
  </>
)

const editionColumns = ({ editions }: FrameworkShown): readonly Column[] =>
  editions.map((one) => ({ head: <Fig>{editionName(one)}</Fig>, short: editionName(one) }))

const ByCode: FC<Read> = (read) => {
  const { ix, codes, editions, serving, say, language, here } = read
  const reader = { ix, say, language, here }
  if (codes.length === 0) return null
  return (
    <SideSection
      id="codes"
      wide
      heading={say('plan.frameworks.byCode')}
      about={say('plan.frameworks.byCodeAbout', { count: codes.length })}
    >
      <DataTable
        label={say('plan.frameworks.byCode')}
        phone="cards"
        columns={[
          { head: say('plan.frameworks.code') },
          ...editionColumns(read),
          { head: say('plan.compare.seriesHere'), short: say('plan.compare.seriesHere') },
          { head: say('plan.frameworks.odd'), short: say('plan.frameworks.odd') },
        ]}
        groups={[
          {
            rows: codes.map(({ code, links, findings }) => ({
              id: `code-${code}`,
              cells: [
                <b>
                  <Fig>{code}</Fig>
                </b>,
                ...editions.map((one) => <LinksAt all={links.get(one.code) ?? []} {...reader} />),
                <SeriesHere all={serving.get(code) ?? []} {...reader} />,
                findings.length === 0
                  ? ''
                  : findings.map((finding) => (
                      <div>
                        <Slip finding={finding} {...reader} />
                      </div>
                    )),
              ],
            })),
          },
        ]}
        say={say}
      />
    </SideSection>
  )
}

const ByElement: FC<Read> = (read) => {
  const { ix, plain, editions, say, language, here } = read
  const reader = { ix, say, language, here }
  if (plain.length === 0) return null
  return (
    <SideSection
      id="elements"
      wide
      heading={say('plan.frameworks.byElement')}
      about={say('plan.frameworks.byElementAbout', { count: plain.length })}
    >
      <DataTable
        label={say('plan.frameworks.byElement')}
        phone="cards"
        columns={[{ head: say('plan.frameworks.link') }, ...editionColumns(read)]}
        groups={[
          {
            rows: plain.map(({ links }) => {
              const [last] = [...links.values()].flat().toReversed()
              return {
                cells: [
                  last === undefined ? '' : <Wording words={last.link.title} language={language} />,
                  ...editions.map((one) => <LinksAt all={links.get(one.code) ?? []} {...reader} />),
                ],
              }
            }),
          },
        ]}
        say={say}
      />
    </SideSection>
  )
}

/** Codes that our series serve and the text does not print: ours, and said to be. */
const Unprinted: FC<Read> = (read) => {
  const { ix, unprinted, editions, serving, say, language, here } = read
  const reader = { ix, say, language, here }
  if (unprinted.length === 0) return null
  const measured = (code: string, edition: string): Child => {
    const all = [...new Set((serving.get(code) ?? []).flatMap(({ measures }) => measures))].filter(
      (one) => one.edition === edition,
    )
    return all.length === 0 ? (
      <span class="u">— {say('plan.frameworks.notHere')}</span>
    ) : (
      all.map((one) => (
        <div>
          <ThingLink to={one} kind {...reader} />
        </div>
      ))
    )
  }
  return (
    <SideSection
      id="unprinted"
      wide
      heading={say('plan.frameworks.unprinted')}
      about={say('plan.frameworks.unprintedAbout')}
    >
      <DataTable
        label={say('plan.frameworks.unprinted')}
        phone="cards"
        columns={[
          { head: say('plan.frameworks.code') },
          { head: say('plan.compare.seriesHere'), short: say('plan.compare.seriesHere') },
          ...editionColumns(read),
        ]}
        groups={[
          {
            rows: unprinted.map((code) => ({
              cells: [
                <Fig>{code}</Fig>,
                <SeriesHere all={serving.get(code) ?? []} {...reader} />,
                ...editions.map((one) => measured(code, one.code)),
              ],
            })),
          },
        ]}
        say={say}
      />
    </SideSection>
  )
}

/** Every link of the plan to one outside framework, both editions beside each other (S5). */
export const FrameworkPage: FC<Read> = (read) => {
  const { ix, framework, editions, links, codes, plain, findings, say, language, here } = read
  const reader = { ix, say, language, here }
  const title = wordsIn(language, framework.names)
  const path = frameworkPath(framework.slug)
  return (
    <Frame
      title={title}
      description={say('plan.frameworks.about', { framework: title })}
      crumbs={[
        { words: <Wording words={ix.plan.names} language={language} />, to: '/' },
        { words: say('plan.frameworks.title'), to: '/frameworks' },
        { words: <Wording words={framework.short} language={language} /> },
      ]}
      say={say}
      language={language}
      here={here}
    >
      <Mast kick={say('plan.frameworks.kick')} heading={<Wording words={framework.names} language={language} />}>
        <Lede>
          {codes.length === 0
            ? say('plan.frameworks.ledeNoCode')
            : say('plan.frameworks.ledeCodes', { count: codes.length })}
        </Lede>
        <Facts
          facts={editions.map((one) => {
            const own = links.get(one.code) ?? []
            return {
              name: <Fig>{editionName(one)}</Fig>,
              value: <Fig>{own.length}</Fig>,
              about: say('plan.frameworks.counted', {
                count: own.length,
                codes: new Set(own.flatMap((link) => link.codes)).size,
              }),
            }
          })}
        />
        {findings.map((finding) => (
          <Note tone="warn">
            <Slip finding={finding} {...reader} />
          </Note>
        ))}
      </Mast>
      {codes.length + plain.length === 0 ? <Empty>{say('plan.frameworks.noLinks')}</Empty> : null}
      <ByCode {...read} />
      <ByElement {...read} />
      <Unprinted {...read} />
      <Taking
        takes={[{ heading: say('plan.frameworks.take'), files: filesOf(`${path}/links`) }]}
        cite={{ title, part: wordsIn(language, ix.plan.names), to: path }}
        {...reader}
      />
    </Frame>
  )
}
