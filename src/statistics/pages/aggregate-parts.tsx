import type { Child, FC } from 'hono/jsx'
import type { Area, Large, Series } from '#statistics/core'
import { Link, signsOf } from '#ui'
import type { Composed, GroupFigure, GroupFigures } from '../aggregates.ts'
import { computedWords, explainAddress, labelWords, partWords } from './aggregate-words.tsx'
import { cellAddress, valueWords } from './figure.tsx'
import { AreaName, type Reader } from './names.tsx'

/** Members that were not observed and hold more than a tenth of the weight, by name. */
export const LargeOnes: FC<
  Pick<Reader, 'say' | 'language'> & { readonly large: readonly Large[]; readonly areas: ReadonlyMap<string, Area> }
> = ({ large, areas, say, language }) => (
  <>
    {large.map(({ code, share, tier }, index) => (
      <>
        {index === 0 ? '' : ' · '}
        <AreaName area={code} areas={areas} language={language} /> <span class="nw">{partWords(language, share)}</span>
        {signsOf(language).comma}
        {say(`statistics.tier.${tier}`)}
      </>
    ))}
  </>
)

/** Why a figure is an estimate or is not shown, with the large members that make it so. */
export const Reasoned: FC<
  Pick<Reader, 'say' | 'language'> & { readonly figure: GroupFigure; readonly areas: ReadonlyMap<string, Area> }
> = ({ figure: { ours }, areas, say, language }) =>
  ours.reason === null ? (
    labelWords(say, ours)
  ) : (
    <>
      {labelWords(say, ours)}
      <br />
      <span class="u">
        {ours.reason === 'large-member-unobserved' ? (
          <LargeOnes large={ours.large} areas={areas} say={say} language={language} />
        ) : (
          say(`statistics.aggregate.reason.${ours.reason}`)
        )}
      </span>
    </>
  )

type FigureProps = Reader & {
  readonly line: GroupFigures
  readonly figure: GroupFigure
  readonly series: Series
  readonly composed: Composed
}

/** The custodian's figure, a link to its cell. */
export const Theirs: FC<FigureProps> = ({ figure: { headline }, series, language, here }) =>
  headline?.by !== 'custodian' || headline.observation.value.kind === 'missing' ? (
    <span class="dim">–</span>
  ) : (
    <b>
      <Link to={cellAddress(headline.observation)} language={language} here={here}>
        {valueWords(language, headline.observation.value.value, series.decimals)}
      </Link>
    </b>
  )

/** Our figure, a link to its members; where it is not shown, the link alone. */
export const Ours: FC<FigureProps> = ({ line, figure: { ours, headline, year }, series, composed, language, here }) => {
  const to = explainAddress(line.selection, line.group, year, composed)
  const words: Child = ours.value === null ? '…' : computedWords(language, ours.value, series.decimals)
  const link = (
    <Link to={to} language={language} here={here}>
      {words}
    </Link>
  )
  return headline?.by === 'computed' ? <b>{link}</b> : link
}

export const columnsOf = ({ say }: Pick<Reader, 'say'>, first: string) => {
  const number = (key: string) => ({
    head: say(`statistics.aggregate.head.${key}`),
    short: say(`statistics.aggregate.head.${key}`),
    number: true,
  })
  const words = (key: string) => ({
    head: say(`statistics.aggregate.head.${key}`),
    short: say(`statistics.aggregate.head.${key}`),
  })
  return [{ head: first }, number('theirs'), number('ours'), words('label'), number('observed'), number('members')]
}

export const cellsOf = (
  props: FigureProps & { readonly areas: ReadonlyMap<string, Area> },
  first: Child,
): readonly Child[] => {
  const { figure: one, areas, say, language } = props
  return [
    first,
    <Theirs {...props} />,
    <Ours {...props} />,
    <Reasoned figure={one} areas={areas} say={say} language={language} />,
    one.ours.shares === null ? '–' : partWords(language, one.ours.shares.observed),
    String(one.ours.members),
  ]
}
