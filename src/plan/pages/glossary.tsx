import type { FC } from 'hono/jsx'
import { unitSorts } from '#access/core'
import { type UnitCode, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { Cite, DataTable, Fig, Frame, Lede, Link, Mast, SideSection, signsOf, Terms, Wording } from '#ui'
import { editionPath, pathOf } from '../core/address.ts'
import { benchmarkKinds } from '../core/benchmark.ts'
import { countsOf, crosswalkCountsOf } from '../core/counting.ts'
import { agreements, certainties, type Element } from '../core/element.ts'
import { ElementId } from '../core/ids.ts'
import { elementAt, type Indexed, ofRole } from '../core/indexed.ts'
import type { Unit } from '../core/organisation.ts'
import { continuities, relations } from '../core/plan.ts'
import { editionName } from '../reading.ts'
import { type Reader, ThingLink } from './naming.tsx'

type GlossaryProps = { readonly ix: Indexed }

/** Elements that say the same, together. */
const sameWords = (all: readonly Element[]): readonly (readonly Element[])[] => {
  const texts = [...new Set(all.map((one) => one.statement?.en ?? ''))]
  return texts.map((text) => all.filter((one) => (one.statement?.en ?? '') === text))
}

/** The plan's own definitions, as each edition words them. */
const Definitions: FC<Reader> = ({ ix, say, language, here }) => {
  const all = ix.plan.editions.flatMap((edition) => ofRole(ix, edition.code, 'definition'))
  const concepts = [...new Set(all.map((one) => one.concept))]
  return (
    <Terms
      terms={concepts.map((concept) => {
        const some = all.filter((one) => one.concept === concept)
        const last = some.at(-1)
        return {
          term: last === undefined ? concept : <Wording words={last.title} language={language} />,
          words: (
            <>
              {sameWords(some).map((all) => (
                <p>
                  {all.map((one, index) => (
                    <>
                      {index === 0 ? '' : signsOf(language).item}
                      <Link to={pathOf(ix, one)} language={language} here={here}>
                        <Fig>{editionName({ code: one.edition })}</Fig>
                      </Link>
                    </>
                  ))}{' '}
                  {all[0]?.statement == null ? (
                    say('plan.glossary.noWords')
                  ) : (
                    <Wording words={all[0].statement} language={language} />
                  )}
                </p>
              ))}
            </>
          ),
        }
      })}
    />
  )
}

const Kinds: FC<Reader> = ({ ix, say, language, here }) => {
  const { editions, organisation } = ix.plan
  const counts = editions.map(({ code }) => countsOf(ix, code))
  return (
    <DataTable
      label={say('plan.glossary.kinds')}
      caption={say('plan.glossary.kindsAbout')}
      columns={[
        { head: say('plan.glossary.kind') },
        ...editions.map((edition) => ({ head: <Fig>{editionName(edition)}</Fig>, number: true })),
      ]}
      groups={[
        {
          rows: organisation.kinds.map((kind) => ({
            cells: [
              <Wording words={kind.plural} language={language} />,
              ...editions.map((edition, at) => {
                const count = kind.role === 'bracket' ? edition.brackets.length : (counts[at]?.[kind.code] ?? 0)
                return count === 0 ? (
                  '0'
                ) : (
                  <Link to={`${editionPath(edition.code)}/${kind.segment}`} language={language} here={here}>
                    {count}
                  </Link>
                )
              }),
            ],
          })),
        },
      ]}
      say={say}
    />
  )
}

const Relations: FC<Reader> = ({ ix, say }) => (
  <>
    {ix.plan.crosswalks.map((crosswalk) => {
      const counts = crosswalkCountsOf(ix, crosswalk)
      const path = `${editionName({ code: crosswalk.from })} → ${editionName({ code: crosswalk.to })}`
      return (
        <DataTable
          label={say('plan.glossary.relations')}
          caption={
            <>
              {say('plan.glossary.relationsAbout')} <Fig>{path}</Fig>
            </>
          }
          phone="cards"
          columns={[
            { head: say('plan.crosswalk.relation') },
            { head: say('plan.glossary.means'), short: say('plan.glossary.means') },
            { head: say('plan.glossary.rows'), number: true, short: say('plan.glossary.rows') },
            { head: say('plan.glossary.ofIndicators'), number: true, short: say('plan.glossary.ofIndicators') },
          ]}
          groups={[
            {
              rows: [
                ...relations.map((one) => ({
                  cells: [
                    say(`plan.relation.${one}`),
                    <span class="long">{say(`plan.relation.${one}Means`)}</span>,
                    String(counts.relations[one] ?? 0),
                    String(counts.ofIndicators[one] ?? 0),
                  ],
                })),
                {
                  kind: 'tot' as const,
                  cells: [
                    say('plan.glossary.all'),
                    '',
                    String(counts.relations['all'] ?? 0),
                    String(counts.ofIndicators['all'] ?? 0),
                  ],
                },
              ],
            },
          ]}
          say={say}
        />
      )
    })}
  </>
)

const UnitNames: FC<Reader & { readonly codes: readonly UnitCode[] }> = ({ codes, ix, language }) => {
  const units = codes.flatMap((code) => ix.plan.organisation.units.find((one) => one.code === code) ?? [])
  return (
    <span>
      {units.map((unit, index) => (
        <>
          {index === 0 ? '' : '; '}
          <a href={`#unit/${unit.code}`}>
            {unit.short === null ? <Wording words={unit.names} language={language} /> : unit.short}
          </a>
        </>
      ))}
    </span>
  )
}

const unitElement = (ix: Indexed, unit: Unit) => {
  const id = unit.element === null ? null : ElementId.parse(unit.element)
  return id === null ? null : (elementAt(ix, ix.plan.firstShown, id) ?? elementAt(ix, ix.plan.inForce, id))
}

/** Bodies and units, who serves whom and who advises whom (S1). */
const Units: FC<Reader> = (reader) => {
  const { ix, say, language } = reader
  return (
    <DataTable
      label={say('plan.units.heading')}
      phone="cards"
      columns={[
        { head: say('plan.units.unit') },
        { head: say('plan.units.under'), short: say('plan.units.under') },
        { head: say('plan.units.serves'), short: say('plan.units.serves') },
        { head: say('plan.units.advises'), short: say('plan.units.advises') },
        { head: say('plan.units.members'), short: say('plan.units.members') },
        { head: say('plan.units.element'), short: say('plan.units.element') },
      ]}
      groups={unitSorts.flatMap((sort) => {
        const units = ix.plan.organisation.units.filter((unit) => unit.sort === sort)
        return units.length === 0
          ? []
          : [
              {
                heading: say(`plan.unitSort.${sort}`),
                rows: units.map((unit) => {
                  const element = unitElement(ix, unit)
                  return {
                    id: `unit/${unit.code}`,
                    cells: [
                      <Wording words={unit.names} language={language} />,
                      unit.under === null ? '' : <UnitNames codes={[unit.under]} {...reader} />,
                      unit.serves.length === 0 ? '' : <UnitNames codes={unit.serves} {...reader} />,
                      unit.advises.length === 0 ? '' : <UnitNames codes={unit.advises} {...reader} />,
                      unit.members.length === 0 ? '' : <UnitNames codes={unit.members} {...reader} />,
                      element === null ? '' : <ThingLink to={element} {...reader} />,
                    ],
                  }
                }),
              },
            ]
      })}
      say={say}
    />
  )
}

const OwnWords: FC<Reader & { readonly keys: readonly string[] }> = ({ keys, say }) => (
  <Terms terms={keys.map((key) => ({ term: say(key), words: say(`${key}Means`) }))} />
)

/** The plan's words as each edition defines them, and Meridian's own. */
export const GlossaryPage: FC<Shown<GlossaryProps>> = ({ ix, say, language, here }) => {
  const reader = { ix, say, language, here }
  const title = say('plan.glossary.title')
  return (
    <Frame title={title} description={say('plan.glossary.lede')} say={say} language={language} here={here}>
      <Mast heading={title}>
        <Lede>{say('plan.glossary.lede')}</Lede>
      </Mast>
      <SideSection
        id="definitions"
        heading={say('plan.glossary.definitions')}
        about={say('plan.glossary.definitionsAbout')}
      >
        <Definitions {...reader} />
      </SideSection>
      <SideSection id="kinds" heading={say('plan.glossary.kinds')}>
        <Kinds {...reader} />
      </SideSection>
      <SideSection id="own" heading={say('plan.glossary.own')} about={say('plan.glossary.ownAbout')}>
        <h3>{say('plan.glossary.agreement')}</h3>
        <OwnWords keys={agreements.map((one) => `plan.agreement.${one}`)} {...reader} />
        <h3>{say('plan.source.certainty')}</h3>
        <OwnWords keys={certainties.map((one) => `plan.certainty.${one}`)} {...reader} />
        <h3>{say('plan.glossary.benchmarks')}</h3>
        <OwnWords keys={benchmarkKinds.map((one) => `plan.benchmark.${one}`)} {...reader} />
        <h3>{say('plan.crosswalk.series')}</h3>
        <OwnWords keys={continuities.map((one) => `plan.series.${one}`)} {...reader} />
      </SideSection>
      <SideSection id="relations" heading={say('plan.glossary.relations')}>
        <Relations {...reader} />
      </SideSection>
      <SideSection id="units" heading={say('plan.units.heading')} about={say('plan.units.about')}>
        <Units {...reader} />
      </SideSection>
      <Cite
        title={title}
        part={wordsIn(language, ix.plan.names)}
        to="/glossary"
        say={say}
        language={language}
        here={here}
      />
    </Frame>
  )
}
