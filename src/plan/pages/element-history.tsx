import type { FC } from 'hono/jsx'
import { DataTable, Fig, Lines, Link, SideSection, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import { pairsOf } from '../core/compare.ts'
import type { Element } from '../core/element.ts'
import { elementAt, type JoinedRow } from '../core/indexed.ts'
import { editionName, endOf, historyOf, referenceOf, seeAlsoOf } from '../reading.ts'
import { happenedPath } from './compare-happened.tsx'
import type { Of } from './element-words.tsx'
import { type Reader, ThingLink } from './naming.tsx'

const Ends: FC<Reader & { readonly elements: readonly Element[]; readonly empty: string }> = ({
  elements,
  empty,
  ...reader
}) =>
  elements.length === 0 ? (
    <span class="dim">{empty}</span>
  ) : (
    elements.map((element, index) => (
      <>
        {index === 0 ? null : <br />}
        <ThingLink to={element} {...reader} />
      </>
    ))
  )

const PairEnd: FC<Reader & { readonly edition: Element['edition']; readonly id: string }> = ({
  edition,
  id,
  ...reader
}) => {
  const end = endOf(reader.ix, edition, id)
  if (end === null) return <bdi>{id}</bdi>
  return (
    <Link to={pathOf(reader.ix, end.element)} language={reader.language} here={reader.here}>
      <bdi class="f">{referenceOf(end.element) ?? id}</bdi>
      {end.part === null ? null : (
        <>
          {' '}
          <Wording words={end.part} language={reader.language} />
        </>
      )}
    </Link>
  )
}

/** What changed, and whether the series goes on. */
const Continues: FC<Reader & { readonly joined: JoinedRow }> = ({ joined: { from, to, row }, ...reader }) => {
  const { say, language } = reader
  return (
    <div class="long">
      <b>{say(`plan.series.${row.series}`)}</b>
      <br />
      <span class="dim">
        <Wording words={row.why} language={language} />
      </span>
      {row.pairs.map((pair) => (
        <p class="small">
          <PairEnd edition={from} id={pair.from} {...reader} /> → <PairEnd edition={to} id={pair.to} {...reader} />:{' '}
          <b>{say(`plan.series.${pair.series}`)}</b>, <Wording words={pair.why} language={language} />
        </p>
      ))}
    </div>
  )
}

/** Where it stands in the crosswalks: what it was, what it became, and what that does to its series (S11, V3). */
export const History: FC<Of> = ({ of, ...reader }) => {
  const { ix, say, language } = reader
  const rows = historyOf(ix, of)
  if (rows.length === 0)
    return ix.plan.editions.length < 2 ? null : (
      <SideSection id="crosswalk" heading={say('plan.crosswalk.heading')}>
        <p class="small dim">{say('plan.crosswalk.none')}</p>
      </SideSection>
    )
  return (
    <SideSection id="crosswalk" heading={say('plan.crosswalk.heading')} about={say('plan.crosswalk.about')}>
      <DataTable
        label={say('plan.crosswalk.heading')}
        phone="cards"
        columns={[
          { head: <Fig>{editionName({ code: rows[0]?.from ?? of.edition })}</Fig> },
          { head: say('plan.crosswalk.relation'), short: say('plan.crosswalk.relation') },
          {
            head: <Fig>{editionName({ code: rows[0]?.to ?? of.edition })}</Fig>,
            short: editionName({ code: rows[0]?.to ?? of.edition }),
          },
          { head: say('plan.crosswalk.whatChanged'), short: say('plan.crosswalk.whatChanged') },
          { head: say('plan.crosswalk.series'), short: say('plan.crosswalk.series') },
        ]}
        groups={[
          {
            rows: rows.map((joined) => {
              const { from, to, row } = joined
              const at = (edition: Element['edition'], ids: readonly Element['id'][]) =>
                ids.flatMap((id) => elementAt(ix, edition, id) ?? [])
              const also = seeAlsoOf(ix, joined)
              return {
                id: row.id,
                cells: [
                  <Ends elements={at(from, row.from)} empty={say('plan.crosswalk.notYet')} {...reader} />,
                  <div>
                    <b>{say(`plan.relation.${row.relation}`)}</b>
                    {row.certainty === 'sure' ? null : (
                      <>
                        <br />
                        <span class="dim">{say(`plan.certainty.${row.certainty}`)}</span>
                      </>
                    )}
                  </div>,
                  <Ends elements={at(to, row.to)} empty={say('plan.crosswalk.noMore')} {...reader} />,
                  <div class="long">
                    <Wording words={row.whatChanged} language={language} />
                    {row.changed.length === 0 ? null : (
                      <>
                        <br />
                        <span class="dim">
                          {row.changed.map((one) => say(`plan.change.${one.replace(' ', '-')}`)).join(' · ')}
                        </span>
                      </>
                    )}
                    {also.length === 0 ? null : (
                      <>
                        <br />
                        {say('plan.crosswalk.seeAlso')} <Ends elements={also} empty="" {...reader} />
                      </>
                    )}
                  </div>,
                  <Continues joined={joined} {...reader} />,
                ],
              }
            }),
          },
        ]}
        say={say}
      />
      <Lines
        lines={pairsOf(ix)
          .filter(({ from, to }) => from.code === of.edition || to.code === of.edition)
          .map((pair) => (
            <Link to={happenedPath(of, pair)} language={language} here={reader.here}>
              {say('plan.compare.fromElement')}
            </Link>
          ))}
      />
    </SideSection>
  )
}
