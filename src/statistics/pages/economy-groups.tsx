import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { DataTable, dayWords, Fig, Kv, SideSection, Wording } from '#ui'
import { AreaLink, spellWords } from './area-parts.tsx'
import type { EconomyProps } from './economy.tsx'
import { AsWritten } from './names.tsx'

/** Every group that it is or was in, list by list, with dates where the list has them. */
export const EconomyGroups: FC<Shown<EconomyProps>> = ({ spells, areas, say, language, here }) => {
  if (spells.length === 0) return null
  const reader = { say, language, here }
  return (
    <SideSection
      id="groups"
      wide
      heading={say('statistics.economy.groups')}
      about={say('statistics.economy.groupsAbout')}
    >
      <DataTable
        label={say('statistics.economy.groups')}
        columns={[
          { head: say('statistics.aggregate.head.group') },
          { head: say('statistics.head.scheme'), short: say('statistics.head.scheme') },
          { head: say('statistics.member.when'), short: say('statistics.member.when') },
          { head: say('statistics.head.source'), short: say('statistics.head.source') },
        ]}
        groups={[
          {
            rows: spells.map(({ spell, scheme, area }) => ({
              cells: [
                <AreaLink area={area} areas={areas} language={language} here={here} />,
                scheme === null ? <Fig>{spell.scheme}</Fig> : <Wording words={scheme.names} language={language} />,
                <>
                  {spell.from === null && spell.until === null && scheme !== null
                    ? say('statistics.aggregate.compositionOf', { day: dayWords(language, scheme.compositionOn) })
                    : spellWords(spell, reader)}
                  {spell.status === null ? null : (
                    <>
                      <br />
                      <span class="u">
                        <AsWritten words={spell.status} />
                      </span>
                    </>
                  )}
                </>,
                <span class="u">
                  <AsWritten words={spell.source} />
                </span>,
              ],
            })),
          },
        ]}
        phone="cards"
        say={say}
      />
    </SideSection>
  )
}

const isName = (kind: string): boolean => kind.startsWith('name')
const languageOf = (kind: string): string => /^name-([a-z]{2})$/.exec(kind)?.[1] ?? 'en'

/** Codes and other names, former ones among them, as they stand in the lists of others. All of them lead here. */
export const EconomyNames: FC<Shown<EconomyProps>> = ({ area, aliases, say }) => {
  const names = [
    ...new Map(aliases.filter(({ kind }) => isName(kind)).map((one) => [`${one.kind} ${one.alias}`, one])).values(),
  ]
  const codes = [...new Set(aliases.filter(({ kind }) => !isName(kind)).map(({ alias }) => alias))]
  return (
    <SideSection id="names" heading={say('statistics.economy.names')} about={say('statistics.economy.namesAbout')}>
      <Kv
        rows={[
          { name: say('statistics.economy.iso3'), value: <Fig>{area.code}</Fig> },
          ...(area.m49 === null ? [] : [{ name: say('statistics.economy.m49'), value: <Fig>{area.m49}</Fig> }]),
          ...(codes.length === 0
            ? []
            : [
                {
                  name: say('statistics.economy.otherCodes'),
                  value: codes.map((code, index) => (
                    <>
                      {index === 0 ? '' : ' · '}
                      <Fig>{code}</Fig>
                    </>
                  )),
                },
              ]),
          ...(names.length === 0
            ? []
            : [
                {
                  name: say('statistics.economy.otherNames'),
                  value: names.map(({ alias, kind }, index) => (
                    <>
                      {index === 0 ? '' : ' · '}
                      <bdi lang={languageOf(kind)}>{alias}</bdi>
                    </>
                  )),
                },
              ]),
        ]}
      />
    </SideSection>
  )
}
