import type { FC } from 'hono/jsx'
import { mayDoSomewhere, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import {
  assessmentOf,
  gradedOf,
  lateCount,
  levelOf,
  levels,
  mitigationsOf,
  type RegisterSort,
  type Risk,
  sorts,
  stateOf,
  states,
  wordingOf,
} from '#risks/core'
import {
  Cite,
  DataTable,
  Downloads,
  dayWords,
  Empty,
  Fig,
  Filter,
  Frame,
  filesOf,
  hrefOf,
  Lede,
  Link,
  Mast,
  Select,
  SideSection,
  Tag,
} from '#ui'
import type { RegisterRead } from '../visible.ts'
import { ElementLink, GradeCell, type Reader, RiskLink, Several, stateWords, UnitName } from './saying.tsx'

export type RegisterAsked = {
  readonly level?: 'unit' | 'strategic' | undefined
  readonly unit?: string | undefined
  readonly state?: 'draft' | 'adopted' | 'closed' | 'merged' | 'any' | undefined
  readonly grade?: string | undefined
  readonly element?: string | undefined
  readonly sort?: RegisterSort | undefined
  /** Which hundred of them, from 1. */
  readonly page?: string | undefined
}

export type RegisterProps = {
  readonly read: RegisterRead
  readonly asked: RegisterAsked
  readonly shown: readonly Risk[]
}

/** The question of a view of the register, for links and files. */
export const questionOf = (asked: RegisterAsked, some: Partial<RegisterAsked> = {}): string => {
  const pairs = Object.entries({ ...asked, ...some }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** Rows of a page; files have all. */
const rowsOfPage = 100

/** The hundreds of a long register. */
const Hundreds: FC<Reader & RegisterProps> = ({ asked, shown, say, language, here }) => {
  const pages = Math.ceil(shown.length / rowsOfPage)
  if (pages < 2) return null
  const at = Number(asked.page ?? '1')
  return (
    <nav class="small noprint" aria-label={say('risks.pages')}>
      {say('risks.pages')}{' '}
      {Array.from({ length: pages }, (_, nth) => (
        <>
          {nth === 0 ? null : ' · '}
          {nth + 1 === at ? (
            <b aria-current="page">{nth + 1}</b>
          ) : (
            <Link
              to={`/risks${questionOf(asked, { page: nth === 0 ? undefined : String(nth + 1) })}`}
              language={language}
              here={here}
            >
              {nth + 1}
            </Link>
          )}
        </>
      ))}
    </nav>
  )
}

/** What is beside the register: its other views, and what who may can do. */
export const RegisterViews: FC<Reader> = ({ say, language, here }) => {
  const by = here.reader?.by
  const may = (right: string): boolean => by !== undefined && mayDoSomewhere(by, right)
  const to = (path: string, key: string) => (
    <Link to={path} language={language} here={here}>
      {say(key)}
    </Link>
  )
  return (
    <p class="small noprint">
      {to('/risks/matrix', 'risks.matrix.title')} · {to('/risks/attention', 'risks.attention.title')} ·{' '}
      {to('/risks/reviews', 'risks.reviews.title')} · {to('/risks/scale', 'risks.scale.title')}
      {may('risks.enter') ? <> · {to('/risks/new', 'risks.new.title')}</> : null}
      {may('risks.import') ? <> · {to('/risks/import', 'risks.import.title')}</> : null}
    </p>
  )
}

const RegisterFilter: FC<Reader & RegisterProps> = ({ read, asked, shown, say, language, here }) => {
  const any = { value: '', words: say('risks.any') }
  const isAsked = Object.entries(asked).some(([name, value]) => name !== 'page' && Boolean(value))
  return (
    <Filter
      to="/risks"
      button={say('risks.show')}
      keep={asked.element === undefined ? {} : { element: asked.element }}
      beside={
        <>
          {say('risks.shown', { count: shown.length, all: read.risks.length })}{' '}
          {isAsked ? (
            <Link to="/risks" language={language} here={here}>
              {say('risks.showAll')}
            </Link>
          ) : null}
        </>
      }
      language={language}
      here={here}
    >
      <Select
        label={say('risks.level')}
        name="level"
        value={asked.level ?? ''}
        options={[any, ...levels.map((value) => ({ value, words: say(`risks.level.${value}`) }))]}
      />
      <Select
        label={say('risks.owner')}
        name="unit"
        value={asked.unit ?? ''}
        options={[
          any,
          ...read.names.units.map(({ code, names }) => ({ value: code, words: wordsIn(language, names) })),
        ]}
      />
      <Select
        label={say('risks.grade')}
        name="grade"
        value={asked.grade ?? ''}
        options={[
          any,
          ...(read.scale?.grades ?? []).map(({ code, words }) => ({ value: code, words: wordsIn(language, words) })),
        ]}
      />
      <Select
        label={say('risks.state')}
        name="state"
        value={asked.state ?? ''}
        options={[
          { value: '', words: say('risks.state.open') },
          ...[...states, 'any' as const].map((value) => ({ value, words: say(`risks.states.${value}`) })),
        ]}
      />
    </Filter>
  )
}

const sortOf = (column: RegisterSort, asked: RegisterAsked, { language, here }: Reader) => ({
  href: hrefOf(
    language,
    here,
    `/risks${questionOf(asked, { sort: column === sorts[0] ? undefined : column, page: undefined })}`,
  ),
  ...((asked.sort ?? 'number') === column
    ? { order: ['grade', 'late'].includes(column) ? ('descending' as const) : ('ascending' as const) }
    : {}),
})

export const RegisterTable: FC<Reader & RegisterProps> = ({ read, asked, shown, ...reader }) => {
  const { say, language, here } = reader
  const day = here.asOf ?? here.today
  const from = (Number(asked.page ?? '1') - 1) * rowsOfPage
  const sort = (column: RegisterSort) => sortOf(column, asked, reader)
  return (
    <DataTable
      label={say('risks.title')}
      columns={[
        { head: say('risks.risk'), sort: sort('title') },
        { head: say('risks.threatens'), short: say('risks.threatens') },
        { head: say('risks.owner'), sort: sort('unit'), short: say('risks.owner') },
        { head: say('risks.which.residual'), sort: sort('grade'), short: say('risks.which.residual') },
        { head: say('risks.assessedOn'), sort: sort('assessed'), short: say('risks.assessedOn') },
        { head: say('risks.mitigations'), sort: sort('late'), short: say('risks.mitigations') },
        { head: say('risks.state'), short: say('risks.state') },
      ]}
      groups={[
        {
          rows: shown.slice(from, from + rowsOfPage).map((risk) => {
            const { owner, elements } = wordingOf(risk)
            const assessment = assessmentOf(risk)
            const late = lateCount(risk, day)
            const count = mitigationsOf(risk, day).length
            return {
              id: risk.id,
              cells: [
                <RiskLink risk={risk} {...reader} />,
                <Several
                  all={elements.map((entry) => <ElementLink entry={entry} names={read.names} {...reader} />)}
                  none={say('risks.noElements')}
                />,
                <UnitName code={owner} names={read.names} language={language} />,
                <GradeCell graded={gradedOf(read.scales, risk, 'residual')} say={say} language={language} />,
                assessment === null ? '' : dayWords(language, assessment.on),
                <>
                  <Fig>{String(count)}</Fig>
                  {late === 0 ? null : <div class="u">{say('risks.lateCount', { count: late })}</div>}
                </>,
                <>
                  {stateWords(reader, risk)}
                  {levelOf(risk) === 'strategic' ? <div class="u">{say('risks.level.strategic')}</div> : null}
                  {stateOf(risk).kind === 'draft' ? (
                    <div>
                      <Tag>{say('risks.notPublic')}</Tag>
                    </div>
                  ) : null}
                </>,
              ],
            }
          }),
        },
      ]}
      phone="cards"
      say={say}
    />
  )
}

/** The register: every risk, what it threatens, where it stands. */
export const RegisterPage: FC<Shown<RegisterProps>> = (props) => {
  const { read, asked, shown, ...reader } = props
  const { say, language, here } = reader
  const title = say('risks.title')
  const question = questionOf(asked)
  return (
    <Frame title={title} description={say('risks.about')} {...reader}>
      <Mast heading={title}>
        <Lede>{read.risks.length === 0 ? say('risks.empty') : say('risks.lede', { count: read.risks.length })}</Lede>
        <p class="small dim">{say('risks.about')}</p>
        <RegisterViews {...reader} />
      </Mast>
      {read.risks.length === 0 ? (
        <Empty>{say('risks.emptyWhy')}</Empty>
      ) : (
        <>
          <RegisterFilter {...props} />
          {shown.length === 0 ? <Empty>{say('risks.noneShown')}</Empty> : <RegisterTable {...props} />}
          <Hundreds {...props} />
          <SideSection heading={say('risks.take')}>
            <Downloads
              heading={say('risks.takeRegister')}
              files={filesOf('/risks/register', questionOf(asked, { page: undefined }))}
              language={language}
              here={here}
            />
            <Cite title={title} to={`/risks${question}`} say={say} language={language} here={here} />
          </SideSection>
        </>
      )}
    </Frame>
  )
}
