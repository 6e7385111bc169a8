import type { FC } from 'hono/jsx'
import { DataTable, Empty, Fig, figure, Note, SideSection, Status, Wording } from '#ui'
import { type Apart, apartBy } from '../apart.ts'
import { type Assessment, roundedTo } from '../core/index.ts'
import { AreaName, bare, between, type Part, signed, standingOf } from './hypothesis-parts.tsx'
import { whyApart } from './hypothesis-why.tsx'

const ratioText = (language: Part['language'], ratio: number | null): string =>
  ratio === null ? '–' : figure(language, roundedTo(ratio, 2).toFixed(2))

const StatusCell: FC<Part & { readonly assessment: Assessment | null; readonly count: number }> = ({
  assessment,
  count,
  hypothesis: { by, shown },
  say,
}) => {
  if (assessment === null) return <>–</>
  const year = by.kind === 'value' ? by.value : (shown.target?.year ?? shown.benchmark?.by ?? 0)
  const reason = whyApart(assessment, { say }, count, year)
  return <Status status={standingOf(assessment)} say={say} {...(reason === undefined ? {} : { reason })} />
}

const rowOf = ({ sides, area, parity, assessment }: Apart, props: Part) => {
  const { hypothesis, ...reader } = props
  const { say, language } = reader
  const projection = assessment?.projection ?? null
  const name = (
    <>
      <AreaName areas={hypothesis.areas} code={area} {...reader} />
      <br />
      <span class="u">
        <Wording words={sides.one.words} language={language} />
        {' / '}
        <Wording words={sides.other.words} language={language} />
      </span>
    </>
  )
  if (parity === null)
    return { cells: [name, <span class="dim">{say('ui.table.missing')}</span>, '', '', '', '', '', ''] }
  const { latest, baseline, pace } = parity
  return {
    cells: [
      name,
      <Fig>{String(latest.year)}</Fig>,
      <Fig>{`${bare(language, latest.one, 'percent')} / ${bare(language, latest.other, 'percent')}`}</Fig>,
      <Fig>{ratioText(language, latest.ratio)}</Fig>,
      <b>
        <Fig>{signed(language, latest.difference)}</Fig>
      </b>,
      baseline === null ? (
        ''
      ) : (
        <>
          <Fig>{signed(language, baseline.difference)}</Fig>
          <br />
          <span class="u">
            <Fig>{String(baseline.year)}</Fig>, <Fig>{ratioText(language, baseline.ratio)}</Fig>
          </span>
        </>
      ),
      pace === null ? '' : <Fig>{signed(language, pace, 2)}</Fig>,
      <>
        <StatusCell {...props} assessment={assessment} count={parity.path.years.length} />
        {projection === null ? null : (
          <span class="u why">
            <Fig>{between(language, projection.lo80, projection.hi80, 'percent')}</Fig>
          </span>
        )}
      </>,
    ],
  }
}

/** Gaps between people as targets of their own: how far apart, since when, and whether they will have come together. */
export const ApartSection: FC<Part> = (props) => {
  const { hypothesis, say } = props
  const { apart, shown } = hypothesis
  const there = new Set(apart.map(({ sides }) => sides.by))
  const lacking = apartBy.filter((by) => !there.has(by))
  const year = shown.target?.year ?? shown.benchmark?.by ?? null
  return (
    <SideSection heading={say('progress.apart.heading')} about={say('progress.apart.about')} id="apart" wide>
      {apart.length === 0 ? null : (
        <DataTable
          label={say('progress.apart.heading')}
          columns={[
            { head: say('progress.everywhere.area') },
            { head: say('progress.where.year'), number: true },
            { head: say('progress.apart.both'), unit: '%', number: true },
            { head: say('progress.apart.ratio'), number: true },
            { head: say('progress.apart.difference'), unit: say('progress.where.points'), number: true },
            { head: say('progress.apart.before'), unit: say('progress.where.points'), number: true },
            { head: say('progress.apart.pace'), unit: say('progress.apart.pointsAYear'), number: true },
            {
              head:
                year === null
                  ? say('progress.hypothesis.status')
                  : say('progress.apart.closedBy', { year: String(year) }),
            },
          ]}
          groups={[{ rows: apart.map((one) => rowOf(one, props)) }]}
          say={say}
        />
      )}
      {apart.length === 0 ? <Empty>{say('progress.apart.none')}</Empty> : <Note>{say('progress.apart.how')}</Note>}
      {apart.length === 0
        ? null
        : lacking.map((by) => <p class="small dim">{say('progress.apart.lacking', { by })}</p>)}
    </SideSection>
  )
}
