import type { FC } from 'hono/jsx'
import { type Language, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Observation, Release, Source } from '#statistics/core'
import { Empty, Fig, Frame, Lede, Link, Mast, Note, PlanTable, percentSign, signsOf, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import { type Glance, type GlanceGroup, lineYears, type Tally } from '../core/glance.ts'
import { boundOf, decimalOf, isComputed, lineFrom } from '../core/glance-figures.ts'
import { entryOfElement, kindOf } from '../core/indexed.ts'
import type { GlanceRead } from '../glance.ts'
import { editionName, referenceOf } from '../reading.ts'
import { Choices } from './glance-choices.tsx'
import { Priorities } from './glance-priorities.tsx'
import { planRow } from './glance-row.tsx'
import { figureWords, gap, joinedWords, yearsWords } from './glance-saying.tsx'
import { Sources } from './glance-sources.tsx'
import { Statement } from './glance-statements.tsx'

type PartProps = Shown<GlanceRead>

const deadline = ({ years }: Tally): string => (years === null ? '' : yearsWords(...years))

const headline = ({ glance, ix, say, language }: PartProps): string => {
  const { tally, goal } = glance
  if (tally.targets === 0) return wordsIn(language, ix.plan.names)
  const facts = { targets: tally.targets, year: deadline(tally), figures: tally.world + tally.economies }
  if (goal === null) return say('plan.glance.title', facts)
  const kind = wordsIn(language, kindOf(ix, goal).label)
  return say('plan.glance.titleUnder', { kind, number: referenceOf(goal) ?? '', ...facts })
}

/** The heading: how many targets, and what other features know of all of them; else how many have figures. */
const Heading: FC<PartProps> = (props) => {
  const { glance, head, ix, say, language, here } = props
  const { tally, goal } = glance
  if (head.length === 0 || tally.targets === 0) return <>{headline(props)}</>
  const facts = { targets: tally.targets, year: deadline(tally) }
  return (
    <>
      {goal === null
        ? say('plan.glance.titleTargets', facts)
        : say('plan.glance.titleTargetsUnder', {
            kind: wordsIn(language, kindOf(ix, goal).label),
            number: referenceOf(goal) ?? '',
            ...facts,
          })}
      {head.map((show) => (
        <>
          {gap(language)}
          {show(say, language, here)}
        </>
      ))}
    </>
  )
}

/** The release that a figure stands in: a figure that a newer edition of its source has overtaken says so. */
const releaseOf = (sources: readonly Source[], { release }: Observation): Release | undefined =>
  sources.flatMap(({ releases }) => releases).find(({ number }) => number === release)

/** The answer in sentences, each from a count or a figure: none stands for itself. */
const Answer: FC<PartProps> = ({ glance: { groups, tally }, sources, area, together, say, language, here }) => {
  const [first] =
    area !== null
      ? []
      : groups.flatMap(({ rows }) =>
          rows.flatMap(({ latest }) => (latest?.kind === 'world' && !isComputed(latest.last) ? [latest] : [])),
        )
  const value = first === undefined ? null : decimalOf(first.last)
  const release = first === undefined ? undefined : releaseOf(sources, first.last)
  return (
    <>
      <Lede>
        {first === undefined || value === null || release === undefined ? null : (
          <>
            {say.rich('plan.glance.ledeWorld', {
              what: <Wording words={first.measure.words} language={language} />,
              value: (
                <b>
                  <Fig>
                    {figureWords(language, value, first.series.decimals, boundOf(first.last))}
                    {first.percent ? percentSign(language) : ''}
                  </Fig>
                </b>
              ),
              year: String(first.last.year),
              day: release.knownOn,
            })}
            {gap(language)}
          </>
        )}
        {area === null
          ? say('plan.glance.ledeFigures', {
              world: tally.world,
              computed: tally.computed,
              economies: tally.economies,
              // Where the reasons of all that cannot be assessed follow, this one is among them.
              old: together.length > 0 ? 0 : tally.tooOld,
            })
          : say.rich('plan.glance.ledeArea', {
              area: <Wording words={area.names} language={language} />,
              count: tally.world,
            })}
        {gap(language)}
        {together.map((show) => (
          <>
            {show(say, language, here)}
            {gap(language)}
          </>
        ))}
        {tally.without === 0 || together.length > 0 ? null : (
          <>
            {say('plan.glance.ledeWithout', {
              count: tally.without,
              reasons: joinedWords(
                language,
                tally.because.map(({ why, count }) => say(`plan.glance.because.${why}`, { count })),
              ),
            })}
            {gap(language)}
          </>
        )}
        {say('plan.glance.ledePrinted', { printed: tally.printed, targets: tally.targets })}
      </Lede>
      {release?.caveat == null ? null : (
        <Note>
          <Wording words={release.caveat} language={language} />
        </Note>
      )}
    </>
  )
}

const groupHeading = ({ goal }: GlanceGroup, { ix, language, here }: PartProps) =>
  goal === null ? (
    ''
  ) : (
    <Link class="t" to={pathOf(ix, goal)} language={language} here={here}>
      <Wording words={kindOf(ix, goal).label} language={language} />
      {signsOf(language).gap}
      {referenceOf(goal) ?? ''}
      {language === 'zh' ? '：' : '. '}
      <Wording words={goal.title} language={language} />
    </Link>
  )

const Targets: FC<PartProps> = (props) => {
  const { glance, cells, lines, ix, say, language, here } = props
  const { tally, groups } = glance
  if (tally.targets === 0) return <Empty>{say('plan.glance.empty')}</Empty>
  const years = lineYears(ix, glance.edition.code, here.today)
  const year = deadline(tally)
  return (
    <PlanTable
      caption={say('plan.glance.caption')}
      heads={{
        number: say('plan.glance.headNumber'),
        title: say('plan.glance.headTitle'),
        latest: say('plan.glance.headLatest'),
        line: say('plan.glance.headLine', { year: String(lineFrom) }),
        status: say('plan.glance.headBeside'),
        take: say('plan.glance.headTake'),
        takeShort: say('plan.glance.takeShort'),
      }}
      groups={groups.map((group) => ({
        heading: groupHeading(group, props),
        about: say('plan.glance.groupAbout', {
          year,
          targets: group.rows.length,
          indicators: group.indicators,
          bracketed: group.bracketed,
        }),
        ...(group.goal === null ? {} : { id: group.goal.id.replaceAll('/', '-') }),
        rows: group.rows.map((row) =>
          planRow({
            ...{ row, years, ix, say, language, here },
            cells: cells.get(entryOfElement(row.target)) ?? [],
            lines: lines.get(entryOfElement(row.target)) ?? [],
          }),
        ),
      }))}
    />
  )
}

/** Companion figures that rows are held against, each named with its source once. */
const companions = ({ groups }: Glance, language: Language): readonly string[] => [
  ...new Set(
    groups.flatMap(({ rows }) =>
      rows.flatMap(({ benchmark }) => (benchmark?.kind === 'companion' ? [wordsIn(language, benchmark.source)] : [])),
    ),
  ),
]

const HowToRead: FC<PartProps> = ({ glance, say, language }) => (
  <Note heading={say('plan.glance.howToRead')} id="how-to-read">
    {' '}
    {say('plan.glance.howToReadWords', { year: String(lineFrom) })}
    {companions(glance, language).map((source) => (
      <>
        {gap(language)}
        {say('plan.glance.companion', { source })}
      </>
    ))}
  </Note>
)

/** The plan at a glance: what every target asks, the latest that is known, and why no more can be said. */
export const GlancePage: FC<PartProps> = (props) => {
  const { glance, ix, say, language, here } = props
  const { edition, statements } = glance
  const title = headline(props)
  const reader = { ix, say, language, here }
  return (
    <Frame
      title={wordsIn(language, ix.plan.names)}
      description={title}
      current="/"
      say={say}
      language={language}
      here={here}
    >
      <Mast
        kick={
          <>
            <Wording words={ix.plan.names} language={language} /> <Fig>{editionName(edition)}</Fig>
            {' · '}
            <Wording words={edition.act} language={language} />
            {edition.brackets.length === 0 ? null : (
              <>
                {' · '}
                <Link to={`/editions/${edition.code}#brackets`} language={language} here={here}>
                  {say('plan.glance.brackets', { count: edition.brackets.length })}
                </Link>
              </>
            )}
          </>
        }
        heading={<Heading {...props} />}
      >
        {glance.tally.targets === 0 ? null : <Answer {...props} />}
      </Mast>
      {here.asOf !== null && edition.knownOn === null ? (
        <Note tone="warn" id="undated">
          {say('plan.glance.undated')}
        </Note>
      ) : null}
      <Choices {...props} />
      <Targets {...props} />
      <HowToRead {...props} />
      {statements.map((statement) => (
        <Statement statement={statement} {...reader} />
      ))}
      <Priorities glance={glance} {...reader} />
      <Sources {...props} />
    </Frame>
  )
}
