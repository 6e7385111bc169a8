import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import type { Membership } from '#statistics/core'
import { DataTable, dayWords, SideSection, type TableRow, Wording } from '#ui'
import { AreaLink, spellWords, UnitOf } from './area-parts.tsx'
import { FigureCell } from './figure.tsx'
import type { GroupProps } from './group.tsx'
import { AsWritten } from './names.tsx'

const mostCommon = (all: readonly (string | null)[]): string | null =>
  [...Map.groupBy(all, (one) => one)].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? null

/** Who is in it, with dates and latest values, and who was or will be. */
export const GroupMembers: FC<Shown<GroupProps>> = ({ members, areas, columns, scheme, say, language, here }) => {
  const reader = { say, language, here }
  const collator = new Intl.Collator(language)
  const nameOf = ({ member }: Membership) => wordsIn(language, areas.get(member)?.names ?? { en: member })
  // What most of them have is said of none.
  const usual = mostCommon(members.current.map(({ status }) => status))
  const sorted = (all: readonly Membership[]) => all.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)))
  const rowOf = (one: Membership): TableRow => ({
    cells: [
      <AreaLink area={one.member} areas={areas} language={language} here={here} />,
      <>
        {one.from === null && one.until === null ? (
          <span class="dim">{say('statistics.member.undated')}</span>
        ) : (
          spellWords(one, reader)
        )}
        {one.status === null || one.status === usual || scheme.dated === 'none' ? null : (
          <>
            <br />
            <span class="u">
              <AsWritten words={one.status} />
            </span>
          </>
        )}
      </>,
      ...columns.map(({ series, latest }): Child => {
        const value = latest.get(one.member)
        return (
          <>
            <FigureCell observation={value} decimals={series.decimals} {...reader} />
            {value === undefined ? null : <span class="u"> {value.year}</span>}
          </>
        )
      }),
    ],
  })
  const day = here.asOf ?? here.today
  return (
    <SideSection
      id="members"
      wide
      heading={say('statistics.group.members', { count: members.current.length })}
      about={
        scheme.dated === 'all'
          ? say('statistics.group.membersAbout', { day: dayWords(language, day) })
          : say('statistics.aggregate.compositionOf', { day: dayWords(language, scheme.compositionOn) })
      }
    >
      <DataTable
        label={say('statistics.group.members', { count: members.current.length })}
        columns={[
          { head: say('statistics.head.area') },
          { head: say('statistics.member.when'), short: say('statistics.member.when') },
          ...columns.map(({ series }) => ({
            head: <Wording words={series.names} language={language} />,
            unit: <UnitOf series={series} language={language} />,
            short: wordsIn(language, series.names),
            number: true,
          })),
        ]}
        groups={[
          {
            heading: say('statistics.group.current', { count: members.current.length }),
            rows: sorted(members.current).map(rowOf),
          },
          ...(members.others.length === 0
            ? []
            : [
                {
                  heading: say('statistics.group.others', { count: members.others.length }),
                  rows: sorted(members.others).map(rowOf),
                },
              ]),
        ]}
        phone="cards"
        say={say}
      />
    </SideSection>
  )
}
