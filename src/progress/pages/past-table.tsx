import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { ChartFigure, DataTable, DotPile, Fig, Link, percentSign, range, SideSection, Wording } from '#ui'
import { type Landed, landedOf, type Outcome } from '../core/index.ts'
import { decimalOf, pointsIn, signedIn } from './methods-parts.tsx'
import { namesOf, type PastProps, pastAddress, world } from './past-parts.ts'

const tones: Readonly<Record<Landed, 'plain' | 'strong' | 'accent'>> = {
  inside80: 'plain',
  inside95: 'strong',
  above: 'accent',
  below: 'accent',
}

const thenOf = ({ made, origin, year }: PastProps): readonly Outcome[] =>
  made.filter(({ ahead }) => origin + ahead === year)

/** Where the economies landed beside what was projected for them. */
export const LandedSection: FC<Shown<PastProps>> = (props) => {
  const { origin, year, say, language } = props
  const economies = thenOf(props).filter(({ isGroup }) => !isGroup)
  const title = say('progress.past.pile', { from: String(origin), year: String(year) })
  return economies.length === 0 ? null : (
    <SideSection id="landed" heading={say('progress.past.apart')} about={say('progress.past.apartAbout')}>
      <ChartFigure heading={title} caption={say('progress.past.pileCaption')}>
        <DotPile
          id="past-pile"
          title={title}
          dots={economies.map((one) => ({ value: decimalOf(one.actual - one.projected), tone: tones[landedOf(one)] }))}
          scale={{ kind: 'plain' }}
          limit={{ value: '0', label: say('progress.past.asProjected') }}
          say={say}
          language={language}
        />
      </ChartFigure>
    </SideSection>
  )
}

/** Which list a group is of, where two lists have a group of that name. */
const ListOf: FC<Shown<PastProps> & { readonly one: Outcome; readonly twice: ReadonlySet<string> }> = (props) => {
  const { one, twice, groupName, language } = props
  const { names, list } = groupName(one.code)
  return !one.isGroup || list === null || !twice.has(wordsIn(language, names)) ? null : (
    <span class="u">
      {' '}
      <bdi>{list}</bdi>
    </span>
  )
}

/** Everybody for whom something would have been said, with what came in the chosen year. */
export const PastTable: FC<Shown<PastProps>> = (props) => {
  const { origin, year, say, language, here } = props
  const then = thenOf(props)
  const nameOf = (one: Outcome) => namesOf(props, one.code, one.isGroup)
  const groups = then.filter(({ isGroup }) => isGroup).map((one) => wordsIn(language, nameOf(one)))
  const twice = new Set(groups.filter((name, at) => groups.indexOf(name) !== at))
  const sorter = new Intl.Collator(language)
  const rowsOf = (isGroup: boolean) =>
    then
      .filter((one) => one.isGroup === isGroup)
      .map((one) => ({ one, names: nameOf(one) }))
      .toSorted(
        (a, b) =>
          Number(b.one.code === world) - Number(a.one.code === world) ||
          sorter.compare(wordsIn(language, a.names), wordsIn(language, b.names)),
      )
      .map(({ one, names }) => {
        const landed = landedOf(one)
        const words = <span class="nw">{say(`progress.landed.${landed}`)}</span>
        return {
          id: one.code.replaceAll(/[^A-Za-z0-9]+/g, '-'),
          cells: [
            <Link
              to={`${pastAddress(props, { in: String(year), area: one.code })}#line`}
              language={language}
              here={here}
            >
              <Wording words={names} language={language} />
              <ListOf {...props} one={one} twice={twice} />
            </Link>,
            <Fig>{range(language, decimalOf(one.lo80), decimalOf(one.hi80), 1)}</Fig>,
            <Fig>{range(language, decimalOf(one.lo95), decimalOf(one.hi95), 1)}</Fig>,
            pointsIn(language, one.projected),
            <b>{pointsIn(language, one.actual)}</b>,
            signedIn(language, one.actual - one.projected),
            landed === 'inside80' ? words : <b>{words}</b>,
          ],
        }
      })
  const title = say('progress.past.table', { from: String(origin), year: String(year) })
  const unit = percentSign(language).trim()
  return (
    <SideSection id="all" heading={say('progress.past.everybody')} about={say('progress.past.everybodyAbout')} wide>
      <DataTable
        label={title}
        caption={title}
        columns={[
          { head: say('progress.past.area') },
          { head: say('progress.held.in80'), unit, number: true },
          { head: say('progress.held.in95'), unit, number: true },
          { head: say('progress.past.centre'), unit, number: true },
          { head: say('progress.past.came'), unit, number: true },
          { head: say('progress.past.apartPoints'), unit: say('progress.unit.points'), number: true },
          { head: say('progress.past.landed') },
        ]}
        groups={[
          { heading: say('progress.past.groups'), rows: rowsOf(true) },
          { heading: say('progress.past.economies'), rows: rowsOf(false) },
        ].filter(({ rows }) => rows.length > 0)}
        say={say}
      />
    </SideSection>
  )
}
