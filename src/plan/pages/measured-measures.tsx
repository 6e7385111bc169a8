import type { FC } from 'hono/jsx'
import { type Column, DataTable, Fig, figure, Link, SideSection, signsOf, Wording } from '#ui'
import type { Beside } from '../core/measured.ts'
import { isSeries } from '../core/measured-choice.ts'
import { referenceOf } from '../reading.ts'
import { type Part, seriesTo, viewTo, yearsText } from './measured-parts.tsx'
import { rounded } from './measured-sources.tsx'

const BesideLink: FC<Part & { readonly to: Beside }> = ({ to: { element, path, label }, language, here }) => {
  const reference = referenceOf(element)
  return (
    <Link to={path} language={language} here={here}>
      <Wording words={label} language={language} />
      {reference === null ? null : (
        <>
          {signsOf(language).gap}
          <Fig>{reference}</Fig>
        </>
      )}
      {signsOf(language).colon}
      <Wording words={element.title} language={language} />
    </Link>
  )
}

/** What each indicator asks to be measured, and what there is: figures, or the reason why none. */
export const MeasuresSection: FC<Part> = (props) => {
  const { measured, say, language, here } = props
  const { choice, below, element } = measured
  if (choice.measures.length === 0) return null
  const columns: readonly Column[] = [
    { head: say('plan.measured.column.measure') },
    { head: say('plan.measured.column.median'), number: true, short: say('plan.measured.column.median') },
    { head: say('plan.measured.column.economies'), number: true, short: say('plan.measured.column.economies') },
    { head: say('plan.measured.column.state'), short: say('plan.measured.column.state') },
  ]
  const groups = (below.length === 0 ? [null, ...below] : below)
    .map((one) => ({
      one,
      own: choice.measures.filter(({ measure }) => measure.element === (one?.element.id ?? element.id)),
    }))
    .filter(({ own }) => own.length > 0)
  return (
    <SideSection
      heading={say('plan.measured.heading.measures')}
      about={say('plan.measured.measuresAbout', { count: choice.measures.length })}
      id="measures"
    >
      <DataTable
        label={say('plan.measured.heading.measures')}
        columns={columns}
        groups={groups.map(({ one, own }) => ({
          ...(one === null ? {} : { heading: <BesideLink {...props} to={one} /> }),
          rows: own.map(({ slug, measure }) => {
            const words = <Wording words={measure.words} language={language} />
            if (!isSeries(measure)) {
              return {
                cells: [
                  words,
                  '',
                  '',
                  <span class="u long">
                    {say(`plan.measured.reason.${measure.reason}`)}{' '}
                    {measure.note === null ? null : <Wording words={measure.note} language={language} />}
                  </span>,
                ],
              }
            }
            const distribution = measured.measures.get(slug)
            const median = distribution?.median ?? null
            const years = distribution?.years ?? null
            return {
              cells: [
                slug === choice.measure?.slug ? (
                  <b>{words}</b>
                ) : (
                  <Link to={viewTo(measured, { measure: slug, breakdown: undefined })} language={language} here={here}>
                    {words}
                  </Link>
                ),
                median === null ? (
                  <span class="dim">{say('ui.table.missing')}</span>
                ) : (
                  <Link to={seriesTo(measure.selection)} language={language} here={here}>
                    <Fig>{figure(language, rounded(median.decimal), 1)}</Fig>
                  </Link>
                ),
                distribution === undefined ? '' : <Fig>{String(distribution.count)}</Fig>,
                <span class="u long">
                  <Wording words={measure.unit} language={language} />
                  {years === null ? null : (
                    <>
                      {' · '}
                      <Fig>{yearsText(years)}</Fig>
                    </>
                  )}
                  {measure.fit === 'near' ? <> · {say('plan.measured.near')}</> : null}
                </span>,
              ],
            }
          }),
        }))}
        phone="cards"
        say={say}
      />
    </SideSection>
  )
}
