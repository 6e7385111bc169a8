import type { Child, FC } from 'hono/jsx'
import { type Language, wordsIn } from '#kernel'
import { type Column, DataTable, Empty, Fig, figure, Link, Note, SideSection } from '#ui'
import type { AreasIn } from '../areas.ts'
import { type Missing, roundedTo } from '../core/index.ts'
import type { Where } from '../where.ts'
import {
  AreaName,
  areaSeriesTo,
  areaText,
  bare,
  FigureTo,
  type LineOf,
  numbered,
  type Reader,
} from './hypothesis-parts.tsx'
import { gapOf } from './outlook-saying.tsx'

export type WhereProps = Reader & {
  readonly where: Where
  readonly areas: AreasIn
  readonly line: LineOf
  /** As many rows as are shown at first; null: all. */
  readonly most: number
  /** The economy asked about: its row stands under the first ones. */
  readonly own?: string
}

/** People in millions: one decimal, or two where there are fewer than a hundred thousand. */
const millions = (language: Language, people: number): string => {
  const decimals = people < 100_000 ? 2 : 1
  return figure(language, roundedTo(people / 1e6, decimals).toFixed(decimals))
}

const share = (language: Language, fraction: number): string => bare(language, fraction * 100, 'percent')

const columnsOf = ({ where, say }: WhereProps): readonly Column[] => [
  { head: say('progress.where.economy') },
  ...(where.total === null
    ? []
    : [
        {
          head: say('progress.where.missing'),
          unit: say('progress.where.millions'),
          number: true,
          sort: { href: '#where', order: 'descending' as const },
        },
        { head: say('progress.where.share'), unit: '%', number: true },
        { head: say('progress.where.together'), unit: '%', number: true },
      ]),
  { head: say('progress.where.latest'), unit: '%', number: true },
  { head: say('progress.where.year'), number: true },
  { head: say('progress.where.short'), unit: say('progress.where.points'), number: true },
]

const cellsOf = (one: Missing, props: WhereProps): readonly Child[] => {
  const { where, areas, line, say, language, here } = props
  const reader = { say, language, here }
  return [
    <AreaName areas={areas} code={one.area} {...reader} />,
    ...(where.total === null
      ? []
      : [
          one.missing === null ? (
            <span class="dim">…</span>
          ) : (
            <b>
              <Fig>{millions(language, one.missing)}</Fig>
            </b>
          ),
          one.share === null ? '' : <Fig>{share(language, one.share)}</Fig>,
          one.together === null ? '' : <Fig>{share(language, one.together)}</Fig>,
        ]),
    <FigureTo to={areaSeriesTo({ line }, one.area)} {...reader}>
      {bare(language, one.value, 'percent')}
    </FigureTo>,
    <Fig>{String(one.year)}</Fig>,
    <Fig>{bare(language, one.short, 'percent')}</Fig>,
  ]
}

/** Who is missing, economy by economy, the most first. */
const WhereTable: FC<WhereProps & { readonly from: number; readonly until: number }> = (props) => {
  const { where, from, until, own, say } = props
  const rows = where.rows.slice(from, until)
  const apart = from === 0 ? where.rows.slice(until).filter(({ area }) => area === own) : []
  return (
    <DataTable
      label={say('progress.where.heading')}
      columns={columnsOf(props).map(({ sort, ...column }) => column)}
      groups={[
        {
          rows: [
            ...rows.map((one) => ({ cells: cellsOf(one, props) })),
            ...apart.map((one) => ({ cells: cellsOf(one, props), kind: 'tot' as const })),
          ],
        },
      ]}
      say={say}
    />
  )
}

/** How few economies hold half of those who are missing. */
const half = ({ rows }: Where): number => rows.findIndex(({ together }) => together !== null && together >= 0.5) + 1

/** Everybody who is missing in a sentence; or why nobody can say how many people that is. */
const WhereSentence: FC<WhereProps> = ({ where, areas, ...reader }) => {
  const { say, language } = reader
  const { total, rows, reached, limit, noPeople, weight } = where
  const number = <Fig>{numbered(language, limit.value, 'percent')}</Fig>
  return (
    <>
      <p>
        {total === null
          ? say.rich('progress.where.sentenceEconomies', { count: rows.length, reached, number, of: limit.of })
          : say.rich('progress.where.sentence', {
              people: (
                <b>
                  <Fig>{millions(language, total)}</Fig>
                </b>
              ),
              count: rows.length,
              half: half(where),
              reached,
              number,
              of: limit.of,
            })}
      </p>
      {noPeople === null ? (
        weight === null ? null : (
          <p class="small dim">
            {say.rich('progress.where.counted', { year: <Fig>{String(weight.year)}</Fig> })}
            {gapOf(language)}
            {where.old === 0 ? null : say('progress.where.old', { count: where.old })}
          </p>
        )
      ) : (
        <Note>
          {noPeople.kind === 'not-people' ? say('progress.where.notPeople') : say('progress.where.noWeight')}
          {noPeople.kind === 'no-weight' && noPeople.method?.kind === 'none' ? (
            <>
              {gapOf(language)}
              {wordsIn(language, noPeople.method.reason)}
            </>
          ) : null}
        </Note>
      )}
    </>
  )
}

const Without: FC<WhereProps> = ({ where: { without }, areas, ...reader }) => {
  if (without.length === 0) return null
  const { say, language } = reader
  const names = without.map((code) => areaText(areas, code, reader)).toSorted(new Intl.Collator(language).compare)
  return (
    <details>
      <summary>{say('progress.where.without', { count: without.length })}</summary>
      <p class="small">{new Intl.ListFormat(language, { type: 'conjunction' }).format(names)}</p>
    </details>
  )
}

type WhereSectionProps = Omit<WhereProps, 'where'> & {
  /** Null: the line is no share of a whole, or has no direction. */
  readonly where: Where | null
  /** Where the whole table stands; null: here. */
  readonly whole: string | null
}

/** "Where must it happen?": the table of those who are missing, whole or its head. */
export const WhereSection: FC<WhereSectionProps> = ({ where, whole, ...props }) => {
  const { say, language, here, areas, most } = props
  const reader = { say, language, here }
  if (where === null)
    return (
      <SideSection heading={say('progress.where.heading')} id="where">
        <Empty>{say('progress.where.noShare')}</Empty>
      </SideSection>
    )
  const own = { ...props, where }
  return (
    <SideSection
      heading={say('progress.where.heading')}
      about={<AreaName areas={areas} code={where.group} {...reader} />}
      id="where"
    >
      <WhereSentence {...own} />
      {where.rows.length === 0 ? null : <WhereTable {...own} from={0} until={most} />}
      {whole === null ? (
        <>
          {where.rows.length <= most ? null : (
            <details>
              <summary>{say('progress.where.rest', { count: where.rows.length - most })}</summary>
              <WhereTable {...own} from={most} until={where.rows.length} />
            </details>
          )}
          <Without {...own} />
        </>
      ) : (
        <p class="small">
          <Link to={whole} language={language} here={here}>
            {where.rows.length > most
              ? say('progress.where.all', { count: where.rows.length })
              : say('progress.where.toWhole')}
          </Link>
        </p>
      )}
    </SideSection>
  )
}
