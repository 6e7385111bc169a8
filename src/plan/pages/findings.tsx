import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import {
  Empty,
  Fig,
  Filter,
  Frame,
  filesOf,
  Kv,
  Lede,
  Link,
  Mast,
  Select,
  SideSection,
  signsOf,
  Taking,
  Wording,
} from '#ui'
import { findingCountsOf } from '../core/counting.ts'
import { type Certainty, certainties } from '../core/element.ts'
import type { EditionCode } from '../core/ids.ts'
import { elementAt, type Indexed } from '../core/indexed.ts'
import type { Finding } from '../core/plan.ts'
import { anchorOf, bracketAt, editionName, editionOf, readingsOf } from '../reading.ts'
import { atStart, Numbers, Quoted, type Reader, ThingLink } from './naming.tsx'

export type FindingsChosen = {
  readonly kind?: Finding['kind'] | undefined
  readonly edition?: EditionCode | undefined
  readonly certainty?: Certainty | undefined
}

type FindingsProps = { readonly ix: Indexed; readonly chosen: FindingsChosen; readonly findings: readonly Finding[] }

const FindingBody: FC<Reader & { readonly finding: Finding }> = ({ finding, ...reader }) => {
  const { ix, say, language } = reader
  const source = editionOf(ix, finding.editions[0] ?? ix.plan.inForce).source.language
  return (
    <>
      {finding.printed.length === 0 ? null : (
        <p class="text">
          {finding.printed.map((quotation, index) => (
            <>
              {index === 0 ? '' : ' · '}
              <Quoted quotation={quotation} language={source} />
            </>
          ))}
        </p>
      )}
      <p>
        <Wording words={finding.finding} language={language} />
      </p>
      <Kv
        rows={[
          { name: say('plan.readings.taken'), value: <Wording words={finding.taken} language={language} /> },
          ...readingsOf(ix, finding).map((reading) => ({
            name: say('plan.readings.other'),
            value: (
              <>
                <Wording words={reading.other} language={language} />
                <span class="dim">
                  {signsOf(language).open}
                  <Wording words={reading.why} language={language} />
                  {signsOf(language).close}
                </span>
              </>
            ),
          })),
          { name: say('plan.source.certainty'), value: say(`plan.certainty.${finding.certainty}`) },
          ...finding.editions.map((edition) => ({
            name: <Fig>{editionName({ code: edition })}</Fig>,
            value: (
              <>
                {(finding.elements[edition] ?? []).flatMap((id, index) => {
                  const element = elementAt(ix, edition, id)
                  return element === null
                    ? []
                    : [
                        <>
                          {index === 0 ? '' : ' · '}
                          <ThingLink to={element} kind {...reader} />
                        </>,
                      ]
                })}
                {finding.brackets.flatMap((id) => {
                  const bracket = bracketAt(ix, edition, id)
                  return bracket === null
                    ? []
                    : [
                        <>
                          {' · '}
                          <ThingLink to={bracket} kind {...reader} />
                        </>,
                      ]
                })}
              </>
            ),
          })),
        ]}
      />
    </>
  )
}

/** What a careful reader finds in the text: slips that are kept, and places with two readings. */
export const FindingsPage: FC<Shown<FindingsProps>> = ({ ix, chosen, findings, say, language, here }) => {
  const reader = { ix, say, language, here }
  const counts = findingCountsOf(ix.plan)
  const title = say('plan.findings.title')
  const any = { value: '', words: say('plan.findings.any') }
  return (
    <Frame title={title} description={say('plan.findings.about')} say={say} language={language} here={here}>
      <Mast heading={title}>
        <Lede>
          {say('plan.findings.lede', {
            all: counts['all']?.['all'] ?? 0,
            editorial: counts['editorial']?.['all'] ?? 0,
            ambiguity: counts['ambiguity']?.['all'] ?? 0,
            open: counts['certainty: open']?.['all'] ?? 0,
          })}
        </Lede>
        <p class="small dim">{say('plan.findings.about')}</p>
      </Mast>
      <Filter
        to="/findings"
        button={say('plan.findings.show')}
        beside={
          <>
            {say('plan.findings.shown', { count: findings.length, all: ix.plan.findings.length })}{' '}
            {findings.length === ix.plan.findings.length ? null : (
              <Link to="/findings" language={language} here={here}>
                {say('plan.findings.all')}
              </Link>
            )}
          </>
        }
        language={language}
        here={here}
      >
        <Select
          label={say('plan.findings.kind')}
          name="kind"
          value={chosen.kind ?? ''}
          options={[
            any,
            ...(['editorial', 'ambiguity'] as const).map((kind) => ({
              value: kind,
              words: say(`plan.finding.${kind}`),
            })),
          ]}
        />
        <Select
          label={say('plan.findings.edition')}
          name="edition"
          value={chosen.edition ?? ''}
          options={[any, ...ix.plan.editions.map(({ code }) => ({ value: code, words: editionName({ code }) }))]}
        />
        <Select
          label={say('plan.source.certainty')}
          name="certainty"
          value={chosen.certainty ?? ''}
          options={[any, ...certainties.map((one) => ({ value: one, words: say(`plan.certainty.${one}`) }))]}
        />
      </Filter>
      {findings.length === 0 ? <Empty>{say('plan.findings.none')}</Empty> : null}
      {findings.map((finding) => (
        <SideSection
          id={anchorOf(finding)}
          heading={atStart(say(`plan.finding.${finding.kind}`), language)}
          about={
            <>
              {finding.editions.map((code, index) => (
                <>
                  {index === 0 ? '' : ' · '}
                  <Fig>{editionName({ code })}</Fig>
                </>
              ))}
              <br />
              {say('plan.finding.lines', { count: finding.lines.length })}{' '}
              <Numbers of={finding.lines} language={language} />
            </>
          }
        >
          <FindingBody finding={finding} {...reader} />
        </SideSection>
      ))}
      <Taking
        takes={ix.plan.editions.map((edition) => ({
          heading: say('plan.taking.findingsOf', { edition: editionName(edition) }),
          files: filesOf(`/editions/${edition.code}/findings`),
        }))}
        cite={{ title, part: wordsIn(language, ix.plan.names), to: '/findings' }}
        say={say}
        language={language}
        here={here}
      />
    </Frame>
  )
}
