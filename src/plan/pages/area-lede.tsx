import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Area, AreaCode, Observation, Series } from '#statistics/core'
import { Fig, signsOf, Wording } from '#ui'
import type { AreaAsked } from '../core/area-rows.ts'
import { CellFigure, isPercent, listed } from './measured-parts.tsx'

type Stands = 'ahead' | 'level' | 'behind'

type LedeRow = Pick<AreaAsked, 'askers'> & {
  readonly series: Series
  readonly latest: Observation
  /** The groups that it can be held against, and the year of their figures. */
  readonly standings: readonly { readonly group: AreaCode; readonly stands: Stands; readonly year: number }[]
}

export type AreaLedeProps = { readonly rows: readonly LedeRow[]; readonly areas: ReadonlyMap<string, Area> }

/** Which cases there are, as a word: a sentence for each, for none is put together from halves. */
const caseOf = (all: readonly Stands[]): string => {
  const [first = 'alone', ...others] = (['ahead', 'level', 'behind'] as const).filter((one) => all.includes(one))
  return first + others.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('')
}

/** One figure with its year, and whom it is ahead of, level with and behind; a figure of another year says which. */
const Sentence: FC<Shown<AreaLedeProps> & { readonly row: LedeRow }> = ({ row, areas, say, language, here }) => {
  const { series, latest, standings, askers } = row
  const { measure } = askers[0]
  const { open, close, gap } = signsOf(language)
  const groups = (stands: Stands): string =>
    listed(
      language,
      standings
        .filter((one) => one.stands === stands)
        .map(({ group, year }) => {
          const name = wordsIn(language, areas.get(group)?.names ?? { en: group })
          return year === latest.year ? name : `${name}${open}${year}${close}`
        }),
    )
  return (
    <>
      {say.rich(`plan.area.lede.${caseOf(standings.map(({ stands }) => stands))}`, {
        measure: <Wording words={measure.words} language={language} />,
        value: (
          <>
            <b>
              <CellFigure observation={latest} series={series} say={say} language={language} here={here} />
            </b>
            {isPercent(series) ? null : (
              <>
                {gap}
                <Wording words={measure.unit} language={language} />
              </>
            )}
          </>
        ),
        year: <Fig>{String(latest.year)}</Fig>,
        ahead: groups('ahead'),
        level: groups('level'),
        behind: groups('behind'),
      })}
    </>
  )
}

/** What an economy has come to where targets ask for it, in a sentence for each figure. */
export const AreaLede: FC<Shown<AreaLedeProps>> = (props) => (
  <>
    {props.rows.map(
      (row, index): Child => (
        <>
          {index === 0 ? '' : signsOf(props.language).gap}
          <Sentence {...props} row={row} />
        </>
      ),
    )}
  </>
)
