import type { Child, FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { type Column, DataTable, Empty, Fig, Link, type TableGroup, type TableRow, Wording } from '#ui'
import type { CompareRead } from '../compare.ts'
import { endsOf, everyKind, kindsOf, rowIdOf } from '../core/compare.ts'
import type { Element } from '../core/element.ts'
import type { CrosswalkRow } from '../core/plan.ts'
import { compared, comparePath, editionName, isSame, seeAlsoOf } from '../reading.ts'
import { type Reader, ThingLink } from './naming.tsx'

type Read = Shown<CompareRead>

/** Elements at one end of a row, one below the other. */
export const Side: FC<Reader & { readonly elements: readonly Element[]; readonly kind?: boolean }> = ({
  elements,
  kind = false,
  ...reader
}) => (
  <>
    {elements.map((element) => (
      <div>
        <ThingLink to={element} kind={kind} {...reader} />
      </div>
    ))}
  </>
)

/** Whether the words of two elements differ. */
export const hasOtherWords = (before: Element, after: Element, language: Reader['language']): boolean => {
  const { title, statement } = compared(before, after, language)
  return !isSame(title) || !isSame(statement)
}

const joinedOf = ({ pair }: CompareRead, row: CrosswalkRow) => ({ from: pair.from.code, to: pair.to.code, row })

const WhatChanged: FC<Read & { readonly row: CrosswalkRow }> = ({ row, ...read }) => {
  const { ix, say, language, here } = read
  const reader = { ix, say, language, here }
  const { before, after } = endsOf(ix, joinedOf(read, row))
  const also = seeAlsoOf(ix, joinedOf(read, row))
  const others = before.some((one) => after.some((other) => hasOtherWords(one, other, language)))
  return (
    <>
      <Wording words={row.whatChanged} language={language} />
      {row.changed.length === 0 ? null : (
        <>
          {' '}
          <span class="u">{row.changed.map((one) => say(`plan.change.${one}`)).join(' · ')}</span>
        </>
      )}
      {others ? (
        <>
          {' '}
          <a class="nw" href={`#words-${row.id}`}>
            {say('plan.compare.wordsLink')}
          </a>
        </>
      ) : null}
      {also.length === 0 ? null : (
        <>
          <div>
            <span class="u">{say('plan.crosswalk.seeAlso')}</span>
          </div>
          <Side elements={also} kind {...reader} />
        </>
      )}
    </>
  )
}

const Goes: FC<Read & { readonly row: CrosswalkRow }> = ({ row, say, language }) =>
  row.series === 'not-a-series' ? (
    <span class="u" title={say('plan.series.not-a-seriesMeans')}>
      –
    </span>
  ) : (
    <>
      {row.from.length > 0 && row.to.length > 0 ? say(`plan.compare.goes.${row.series}`) : say('plan.compare.goes.no')}
      {row.from.length > 0 && row.to.length > 0 ? (
        <div class="u">
          <Wording words={row.why} language={language} />
        </div>
      ) : null}
    </>
  )

const nothing = (words: string): Child => <span class="u">— {words}</span>

const rowOf = (read: Read, row: CrosswalkRow, hasOutlook: boolean): TableRow => {
  const { ix, say, language, here, panels, choice } = read
  const reader = { ix, say, language, here }
  const joined = joinedOf(read, row)
  const { before, after } = endsOf(ix, joined)
  const isMixed = (all: readonly Element[]): boolean => all.some((one) => one.kind !== (choice.kind?.code ?? row.kind))
  return {
    id: row.id,
    cells: [
      before.length === 0 ? (
        nothing(say('plan.crosswalk.notYet'))
      ) : (
        <Side elements={before} kind={isMixed(before)} {...reader} />
      ),
      <>
        <b title={say(`plan.relation.${row.relation}Means`)}>{say(`plan.relation.${row.relation}`)}</b>
        {row.certainty === 'sure' ? null : (
          <div class="u" title={say(`plan.certainty.${row.certainty}Means`)}>
            {say(`plan.certainty.${row.certainty}`)}
          </div>
        )}
      </>,
      after.length === 0 ? (
        nothing(say('plan.crosswalk.noMore'))
      ) : (
        <Side elements={after} kind={isMixed(after)} {...reader} />
      ),
      <div class="long">
        <WhatChanged {...read} row={row} />
      </div>,
      <Goes {...read} row={row} />,
      ...(hasOutlook
        ? [<div class="long wider">{(panels.get(rowIdOf(joined)) ?? []).map((show) => show(say, language, here))}</div>]
        : []),
    ],
  }
}

/** Rows of a kind, or of every kind below its name. */
const groupsOf = (read: Read, hasOutlook: boolean): readonly TableGroup[] => {
  const { ix, pair, choice, rows, language } = read
  if (choice.kind !== null) return [{ rows: rows.map((row) => rowOf(read, row, hasOutlook)) }]
  return kindsOf(ix, pair).flatMap(({ code, plural }) => {
    const own = rows.filter(({ kind }) => kind === code)
    return own.length === 0
      ? []
      : [
          {
            heading: <Wording words={plural} language={language} />,
            rows: own.map((row) => rowOf(read, row, hasOutlook)),
          },
        ]
  })
}

/** The crosswalk as far as it was asked for: every row, and what it did. */
export const CompareTable: FC<Read> = (read) => {
  const { pair, rows, choice, panels, say, language, here } = read
  if (rows.length === 0)
    return (
      <Empty heading={say('plan.compare.noRows')}>
        <Link to={comparePath(pair, { kind: choice.kind?.code ?? everyKind })} language={language} here={here}>
          {say('plan.compare.withoutFilters')}
        </Link>
      </Empty>
    )
  const hasOutlook = panels.size > 0
  const named = (key: string) => ({ head: say(key), short: say(key) })
  const columns: readonly Column[] = [
    { head: <Fig>{editionName(pair.from)}</Fig> },
    named('plan.crosswalk.relation'),
    { head: <Fig>{editionName(pair.to)}</Fig>, short: editionName(pair.to) },
    named('plan.crosswalk.whatChanged'),
    named('plan.compare.goes'),
    ...(hasOutlook ? [named('plan.compare.outlook')] : []),
  ]
  return (
    <DataTable
      label={say('plan.compare.table')}
      phone="cards"
      columns={columns}
      groups={groupsOf(read, hasOutlook)}
      say={say}
    />
  )
}
