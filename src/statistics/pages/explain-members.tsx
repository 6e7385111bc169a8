import type { Child, FC } from 'hono/jsx'
import type { Shown } from '#platform'
import type { ExplainedMember, Explanation, Pool } from '#statistics/core'
import { DataTable, Link } from '#ui'
import { computedWords } from './aggregate-words.tsx'
import type { ExplainProps } from './explain.tsx'
import { areaAddress, cellAddress, signOf } from './figure.tsx'
import { AreaName } from './names.tsx'

const byWeight = (one: ExplainedMember, other: ExplainedMember): number => other.weight - one.weight

/** Every member with what it adds; those not observed without a value, and together in one row. */
export const Members: FC<Shown<ExplainProps> & { readonly explained: Explanation }> = (props) => {
  const { explained, series, line, areas, figure: one, say, language, here } = props
  const decimals = series.decimals + 2
  const number = (value: number, places = decimals): string => computedWords(language, value, places)
  const head = (key: string) => ({ head: say(key), short: say(key), number: true })
  const observed = explained.members.filter((member) => member.tier === 'observed').toSorted(byWeight)
  const others = explained.members.filter((member) => member.tier !== 'observed').toSorted(byWeight)
  const name = (code: string): Child => (
    <Link to={areaAddress(series.code, code, line.selection.breakdown)} language={language} here={here}>
      <AreaName area={code} areas={areas} language={language} />
    </Link>
  )
  const weightOf = ({ weight, share }: ExplainedMember): readonly Child[] => [
    line.weight === null ? '' : number(weight, 0),
    `${computedWords(language, 100 * share, 2)}${signOf(language, 'PT')}`,
  ]
  const rows = observed.map((member) => ({
    cells: [
      name(member.code),
      member.tier === 'observed' ? (
        <Link
          to={cellAddress({ ...line.selection, area: member.code, year: one?.year ?? 0 })}
          language={language}
          here={here}
        >
          {number(member.value, series.decimals)}
        </Link>
      ) : (
        ''
      ),
      ...weightOf(member),
      member.tier !== 'observed' || member.contribution === null ? '' : number(member.contribution),
    ],
  }))
  const unobserved = others.map((member) => ({
    cells: [
      name(member.code),
      <span class="dim">{say(`statistics.tier.${member.tier}`)}</span>,
      ...weightOf(member),
      '',
    ],
  }))
  const value = explained.figure.value
  return (
    <DataTable
      label={say('statistics.explain.members')}
      caption={say('statistics.explain.caption')}
      columns={[
        { head: say('statistics.explain.head.member') },
        head('statistics.explain.head.value'),
        head('statistics.explain.head.weight'),
        head('statistics.explain.head.share'),
        head('statistics.explain.head.contribution'),
      ]}
      groups={[
        ...(rows.length === 0 ? [] : [{ heading: say('statistics.tier.observed'), rows }]),
        ...(unobserved.length === 0
          ? []
          : [{ heading: say('statistics.explain.unobservedHeading'), rows: [...unobserved, ...poolRows(props)] }]),
        ...(value === null || line.method?.kind === 'median'
          ? []
          : [
              {
                rows: [
                  {
                    kind: 'tot' as const,
                    cells: [say('statistics.explain.total'), '', '', '', number(value)],
                  },
                ],
              },
            ]),
      ]}
      say={say}
    />
  )
}

const poolRows = ({ explained, series, say, language }: Shown<ExplainProps> & { readonly explained: Explanation }) => {
  const pool: Pool = explained.pool
  if (pool.kind === 'none') return []
  const share = `${computedWords(language, 100 * pool.share, 2)}${signOf(language, 'PT')}`
  const contribution = pool.kind === 'pooled' ? computedWords(language, pool.contribution, series.decimals + 2) : '–'
  return [{ kind: 'sub' as const, cells: [<b>{say('statistics.explain.together')}</b>, '', '', share, contribution] }]
}
