import type { FC } from 'hono/jsx'
import { type Language, wordsIn } from '#kernel'
import { censored, Empty, Fig, figure, Link, Note, percentSign, SideSection } from '#ui'
import { roundedTo } from '../core/index.ts'
import type { Where } from '../where.ts'
import { usualOrder, type WhereOrder } from '../where-order.ts'
import { AreaName, areaText, numbered } from './hypothesis-parts.tsx'
import { gapOf } from './outlook-saying.tsx'
import { millions, type WhereProps, WhereTable } from './where-table.tsx'

/** How few economies hold half of those who are missing. */
const half = ({ rows }: Where): number => rows.findIndex(({ together }) => together !== null && together >= 0.5) + 1

/** The part that is counted, in per cent: never as all where it is not. */
const coveredText = (language: Language, covered: number): string => {
  const rounded = roundedTo(100 * covered, 1)
  const text = rounded === 100 && covered < 1 ? censored(language, '>', '99.9') : figure(language, rounded.toFixed(1))
  return `${text}${percentSign(language)}`
}

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
            {where.covered === null
              ? null
              : say.rich('progress.where.covered', {
                  share: <Fig>{coveredText(language, where.covered)}</Fig>,
                })}
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

type WhereSectionProps = Omit<WhereProps, 'where' | 'order'> & {
  /** The order asked for; null: the usual one. */
  readonly sort: WhereOrder | null
  /** Null: the line is no share of a whole, or has no direction. */
  readonly where: Where | null
  /** Where the whole table stands; null: here. */
  readonly whole: string | null
}

/** "Where must it happen?": the table of those who are missing, whole or its head. */
export const WhereSection: FC<WhereSectionProps> = ({ where, whole, sort, ...props }) => {
  const { say, language, here, areas, most } = props
  const reader = { say, language, here }
  if (where === null)
    return (
      <SideSection heading={say('progress.where.heading')} id="where">
        <Empty>{say('progress.where.noShare')}</Empty>
      </SideSection>
    )
  const own = { ...props, where, order: whole === null ? (sort ?? usualOrder(where)) : null }
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
