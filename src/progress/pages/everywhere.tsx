import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { DataTable, Empty, Fig, Link, SideSection, type Standing, Status, standings, type TableGroup, Views } from '#ui'
import type { Answer } from '../assessing.ts'
import { world } from '../bases.ts'
import type { Everywhere } from '../where.ts'
import { EconomiesPile } from './everywhere-pile.tsx'
import {
  AreaName,
  areaText,
  bare,
  between,
  derivationTo,
  FigureTo,
  type Part,
  standingOf,
  viewTo,
} from './hypothesis-parts.tsx'
import { whyOf } from './hypothesis-why.tsx'
import { neededPace } from './outlook-chart.tsx'

type EverywhereProps = Part & { readonly status: Standing | null }

const isStanding =
  (status: Standing | null) =>
  ({ assessment }: Answer): boolean =>
    status === null || standingOf(assessment) === status

/** How many economies stand where; each count is a link to those alone. */
const StatusViews: FC<EverywhereProps & { readonly economies: readonly Answer[] }> = ({
  hypothesis,
  status,
  economies,
  say,
  language,
  here,
}) => {
  const count = (one: Standing | null) => economies.filter(isStanding(one)).length
  const shown = standings.filter((one) => one === status || count(one) > 0)
  return (
    <Views
      label={say('progress.everywhere.filter')}
      views={[
        {
          words: say('progress.everywhere.all', { count: count(null) }),
          to: `${viewTo(hypothesis, { status: '' })}#everywhere`,
          current: status === null,
        },
        ...shown.map((one) => ({
          words: (
            <>
              <Status status={one} say={say} /> (<Fig>{String(count(one))}</Fig>)
            </>
          ),
          to: `${viewTo(hypothesis, { status: one })}#everywhere`,
          current: status === one,
        })),
      ]}
      language={language}
      here={here}
    />
  )
}

const Rows: FC<
  EverywhereProps & { readonly label: string; readonly caption?: string; readonly groups: readonly TableGroup[] }
> = ({ hypothesis: { shown, series }, label, caption, groups, say, language }) => {
  const isShare = shown.answer?.question.unit === 'percent'
  const unit = isShare ? '%' : series === null ? '' : wordsIn(language, series.unitNames)
  const year = shown.target?.year
  return (
    <DataTable
      label={label}
      {...(caption === undefined ? {} : { caption })}
      columns={[
        { head: say('progress.everywhere.area') },
        { head: say('progress.where.latest'), unit, number: true, short: say('progress.where.latest') },
        { head: say('progress.where.year'), number: true, short: say('progress.where.year') },
        { head: say('progress.hypothesis.status') },
        {
          head:
            year === undefined
              ? say('progress.hypothesis.projected')
              : say('progress.hypothesis.projectedIn', { year: String(year) }),
          unit,
          number: true,
          short: say('progress.hypothesis.projected'),
        },
        {
          head: say('progress.hypothesis.needsAYear'),
          unit: isShare ? say('progress.where.points') : unit,
          number: true,
          short: say('progress.hypothesis.needsAYear'),
        },
      ]}
      groups={groups}
      say={say}
    />
  )
}

const rowOf = (code: string, answer: Answer, { hypothesis, ...reader }: Part) => {
  const {
    assessment,
    question: { unit },
  } = answer
  const { say, language, here } = reader
  const { latest, projection } = assessment
  const pace = projection === null ? null : neededPace(answer)
  const reason = whyOf(answer, code, { hypothesis, ...reader })
  return {
    cells: [
      <>
        <Link to={viewTo(hypothesis, { area: code })} language={language} here={here}>
          <AreaName areas={hypothesis.areas} code={code} {...reader} />
        </Link>
        {answer.line === 'custodian' ? <span class="u"> {say('progress.everywhere.published')}</span> : null}
      </>,
      latest === null ? (
        <span class="dim">…</span>
      ) : (
        <FigureTo to={derivationTo(answer, latest.year)} {...reader}>
          {bare(language, latest.value, unit)}
        </FigureTo>
      ),
      latest === null ? '' : <Fig>{String(latest.year)}</Fig>,
      <Status status={standingOf(assessment)} say={say} {...(reason === undefined ? {} : { reason })} />,
      projection === null ? '' : <Fig>{between(language, projection.lo80, projection.hi80, unit)}</Fig>,
      pace === null ? '' : <Fig>{bare(language, Math.abs(pace), unit)}</Fig>,
    ],
  }
}

const sortedAnswers = (all: readonly Answer[], { hypothesis, ...reader }: Part): readonly Answer[] => {
  const { compare } = new Intl.Collator(reader.language)
  const nameOf = ({ ask }: Answer) => areaText(hypothesis.areas, ask.area, reader)
  return all.toSorted((a, b) => compare(nameOf(a), nameOf(b)))
}

/** Lists of groups with somebody to show, each under its name; the world before them. */
const groupRows = (everywhere: Everywhere, props: EverywhereProps): readonly TableGroup[] => {
  const { hypothesis, status, language } = props
  const isShown = isStanding(status)
  const { world: some } = everywhere
  const lists = hypothesis.areas.lists.map(({ names, groups }) => ({
    heading: wordsIn(language, names),
    rows: groups.flatMap(({ code }) => {
      const answer = everywhere.areas.get(code)
      return answer === undefined || answer.assessment.latest === null || !isShown(answer)
        ? []
        : [rowOf(code, answer, props)]
    }),
  }))
  return [
    ...(some === null || !isShown(some) ? [] : [{ rows: [rowOf(world, some, props)] }]),
    ...lists.filter(({ rows }) => rows.length > 0),
  ]
}

/** The same question for every group and every economy, and how many stand where. */
export const EverywhereSection: FC<EverywhereProps> = (props) => {
  const { hypothesis, status, say } = props
  const { everywhere, areas } = hypothesis
  if (everywhere === null) return null
  const all = areas.economies.flatMap(({ code }) => everywhere.areas.get(code) ?? [])
  const observed = all.filter(({ assessment }) => assessment.latest !== null)
  const economies = sortedAnswers(observed.filter(isStanding(status)), props)
  const groups = groupRows(everywhere, props)
  return (
    <SideSection
      heading={say('progress.everywhere.heading')}
      about={say('progress.everywhere.about')}
      id="everywhere"
      wide
    >
      <EconomiesPile {...props} economies={observed} />
      <StatusViews {...props} economies={observed} />
      {groups.length === 0 ? null : (
        <details open>
          <summary>{say('progress.everywhere.groups')}</summary>
          <Rows
            {...props}
            label={say('progress.everywhere.groups')}
            caption={say('progress.everywhere.whose')}
            groups={groups}
          />
        </details>
      )}
      {economies.length === 0 ? (
        <Empty>{say('progress.everywhere.none')}</Empty>
      ) : (
        <details open={status !== null}>
          <summary>{say('progress.everywhere.economies', { count: economies.length })}</summary>
          <Rows
            {...props}
            label={say('progress.asking.economies')}
            groups={[{ rows: economies.map((one) => rowOf(one.ask.area, one, props)) }]}
          />
        </details>
      )}
    </SideSection>
  )
}
