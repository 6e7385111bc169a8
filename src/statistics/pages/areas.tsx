import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Area, Observation, Scheme, Series } from '#statistics/core'
import {
  DataTable,
  Downloads,
  dayWords,
  Empty,
  Fig,
  Filter,
  Frame,
  filesOf,
  Lede,
  Link,
  Mast,
  SideSection,
  type TableRow,
  Wording,
} from '#ui'
import { FigureCell, signOf } from './figure.tsx'
import { areaPage, NamesNote } from './names.tsx'

type Grouped = { readonly scheme: Scheme; readonly area: Area; readonly members: readonly string[] }

export type AreasProps = {
  readonly asked: string
  readonly economies: readonly { readonly area: Area; readonly region: Area | null }[]
  readonly groups: readonly Grouped[]
  /** The first figures of each economy: columns of the table. */
  readonly facts: readonly { readonly series: Series; readonly latest: ReadonlyMap<string, Observation> }[]
  /** How many there are without the filter. */
  readonly all: { readonly economies: number; readonly groups: number }
}

const EconomiesTable: FC<Shown<AreasProps>> = ({ economies, facts, say, language, here }) => {
  const collator = new Intl.Collator(language)
  const nameOf = ({ names }: Area) => wordsIn(language, names)
  const byRegion = [...Map.groupBy(economies, ({ region }) => region)].toSorted(([one], [other]) =>
    one === null || other === null
      ? Number(one === null) - Number(other === null)
      : collator.compare(nameOf(one), nameOf(other)),
  )
  const rowOf = ({ area }: AreasProps['economies'][number]): TableRow => ({
    id: area.code,
    cells: [
      <Link to={areaPage(area.code)} language={language} here={here}>
        <Wording words={area.names} language={language} />
      </Link>,
      <Fig>{area.code}</Fig>,
      ...facts.map(({ series, latest }): Child => {
        const one = latest.get(area.code)
        return (
          <>
            <FigureCell observation={one} decimals={series.decimals} {...{ say, language, here }} />
            {one === undefined ? null : <span class="u"> {one.year}</span>}
          </>
        )
      }),
    ],
  })
  return (
    <DataTable
      label={say('statistics.areas.economies', { count: economies.length })}
      caption={say('statistics.areas.caption')}
      columns={[
        { head: say('statistics.head.area') },
        { head: say('statistics.areas.code'), short: say('statistics.areas.code') },
        ...facts.map(({ series }) => ({
          head: <Wording words={series.names} language={language} />,
          unit:
            signOf(language, series.unit) === '' ? (
              <Wording words={series.unitNames} language={language} />
            ) : (
              signOf(language, series.unit)
            ),
          short: wordsIn(language, series.names),
          number: true,
        })),
      ]}
      groups={byRegion.map(([region, own]) => ({
        heading:
          region === null ? (
            say('statistics.areas.noRegion')
          ) : (
            <Link to={areaPage(region.code)} language={language} here={here}>
              <Wording words={region.names} language={language} />
            </Link>
          ),
        rows: own.toSorted((a, b) => collator.compare(nameOf(a.area), nameOf(b.area))).map(rowOf),
      }))}
      phone="cards"
      say={say}
    />
  )
}

const GroupsTable: FC<Shown<AreasProps>> = ({ groups, say, language, here }) => (
  <DataTable
    label={say('statistics.areas.groupsHeading')}
    columns={[
      { head: say('statistics.aggregate.head.group') },
      { head: say('statistics.areas.code'), short: say('statistics.areas.code') },
      { head: say('statistics.head.members'), short: say('statistics.head.members'), number: true },
    ]}
    groups={[...Map.groupBy(groups, ({ scheme }) => scheme.code).values()].map((own) => ({
      heading: own[0] === undefined ? '' : <Wording words={own[0].scheme.names} language={language} />,
      rows: own.map(({ area, members }) => ({
        id: area.code.replace('/', '-'),
        cells: [
          <Link to={areaPage(area.code)} language={language} here={here}>
            <Wording words={area.names} language={language} />
          </Link>,
          <Fig>{area.code}</Fig>,
          String(members.length),
        ],
      })),
    }))}
    phone="cards"
    say={say}
  />
)

/** Every economy by region, and every group of every list; found by a name in any language, a former name or a code. */
export const AreasPage: FC<Shown<AreasProps>> = (props) => {
  const { asked, economies, groups, all, say, language, here } = props
  const isNothing = economies.length === 0 && groups.length === 0
  return (
    <Frame
      title={say('statistics.areas.title')}
      description={say('statistics.areas.lede', all)}
      say={say}
      language={language}
      here={here}
    >
      <Mast heading={say('statistics.areas.title')}>
        <Lede>{say('statistics.areas.lede', all)}</Lede>
      </Mast>
      <Filter
        to="/areas"
        button={say('statistics.list.search')}
        language={language}
        here={here}
        beside={
          <Downloads
            heading={say('statistics.list.take')}
            files={filesOf('/areas/areas')}
            language={language}
            here={here}
          />
        }
      >
        <label>
          {say('statistics.areas.words')}
          <input type="search" name="q" value={asked} size={28} />
        </label>
      </Filter>
      {asked === '' ? null : isNothing ? (
        <Empty heading={say('statistics.areas.nothing', { asked })}>
          <Link to="/areas" language={language} here={here}>
            {say('statistics.areas.all')}
          </Link>
        </Empty>
      ) : (
        <p class="small">
          {say('statistics.areas.found', { economies: economies.length, groups: groups.length, asked })}{' '}
          <Link to="/areas" language={language} here={here}>
            {say('statistics.areas.all')}
          </Link>
        </p>
      )}
      {economies.length === 0 ? null : (
        <SideSection
          id="economies"
          wide
          heading={say('statistics.areas.economies', { count: economies.length })}
          about={<a href="#groups">{say('statistics.areas.toGroups', { count: groups.length })}</a>}
        >
          <EconomiesTable {...props} />
          <NamesNote areas={economies.map(({ area }) => area.code)} say={say} />
        </SideSection>
      )}
      {groups.length === 0 ? null : (
        <SideSection
          id="groups"
          wide
          heading={say('statistics.areas.groupsHeading')}
          about={say('statistics.areas.groupsAbout', { day: dayWords(language, here.asOf ?? here.today) })}
        >
          <GroupsTable {...props} />
        </SideSection>
      )}
    </Frame>
  )
}
