import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Show, Shown } from '#platform'
import { type Area, isGroup } from '#statistics/core'
import { type Column, DataTable, Lines, Link, SideSection, signsOf, type TableRow, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import type { AreaAsked, AreaRowId, Asker, unmeasuredIn } from '../core/area-rows.ts'
import type { EditionCode } from '../core/ids.ts'
import { type Indexed, kindOf } from '../core/indexed.ts'
import type { AreaLine, AreaLines } from '../neighbours/statistics.ts'
import { editionName, editionOf, referenceOf, shortNameOf } from '../reading.ts'
import { BesideFigure, Label, Moved, OwnFigure, PlaceAmongThem } from './area-section-cells.tsx'
import type { Reader } from './naming.tsx'

export type AreaSectionRow = AreaAsked & { readonly id: AreaRowId; readonly line: AreaLine }

export type AreaSectionProps = {
  readonly ix: Indexed
  /** The edition that is shown first. */
  readonly first: EditionCode
  readonly lines: AreaLines
  readonly rows: readonly AreaSectionRow[]
  readonly areas: ReadonlyMap<string, Area>
  /** What other features know about each row. */
  readonly cells: ReadonlyMap<string, readonly Show[]>
  readonly composed: 'then' | 'now'
  readonly without: ReturnType<typeof unmeasuredIn>
}

export type SectionPart = Shown<AreaSectionProps>

/** An indicator by what it stands under: the number of a target, "Outcome 3.1"; its title for those who point at it. */
const AskerLink: FC<Reader & { readonly asker: Asker }> = ({ ix, asker: { element, under }, language, here }) => {
  const shown = under ?? element
  const isTarget = kindOf(ix, shown).role === 'target'
  const name = isTarget
    ? (referenceOf(shown) ?? wordsIn(language, shown.title))
    : wordsIn(language, shortNameOf(ix, shown))
  return (
    <Link to={pathOf(ix, element)} language={language} here={here} title={wordsIn(language, shown.title)}>
      <bdi>{name}</bdi>
    </Link>
  )
}

/** Everybody who asks for a line: those of the first edition, and below them those of the others with its years. */
const Askers: FC<Reader & { readonly askers: readonly Asker[]; readonly first: EditionCode }> = ({
  askers,
  first,
  ...reader
}) => {
  const { ix } = reader
  const byEdition = [...Map.groupBy(askers, ({ element }) => element.edition)]
  return (
    <>
      {byEdition.map(([edition, own], nth) => {
        const distinct = [...new Map(own.map((one) => [(one.under ?? one.element).id, one])).values()]
        const links = distinct.map(
          (asker, index): Child => (
            <>
              {index === 0 ? '' : ' · '}
              <AskerLink {...reader} asker={asker} />
            </>
          ),
        )
        return edition === first ? (
          links
        ) : (
          <span class={nth === 0 ? 'u' : 'u why'}>
            <bdi class="f">{editionName(editionOf(ix, edition))}</bdi>
            {signsOf(reader.language).colon}
            {links}
          </span>
        )
      })}
    </>
  )
}

/** Indicators without any series, by what they stand under, with the reason. */
const Without: FC<SectionPart> = ({ ix, first, without, say, language, here }) => {
  if (without.targets.length === 0 && without.others === 0) return null
  const edition = editionName(editionOf(ix, first))
  return (
    <details>
      <summary>{say('plan.area.without', { count: without.targets.length + without.others, edition })}</summary>
      <Lines
        lines={without.targets.map(({ element, measures: [measure] }) => (
          <>
            <Link to={pathOf(ix, element)} language={language} here={here}>
              <bdi>{referenceOf(element) ?? ''}</bdi>{' '}
              <Wording words={measure?.words ?? element.title} language={language} />
            </Link>
            {measure?.kind === 'none' ? <span class="u why">{say(`plan.glance.why.${measure.reason}`)}</span> : null}
          </>
        ))}
      />
      <p class="small">
        {without.others === 0 ? null : say('plan.area.withoutOthers', { count: without.others })}{' '}
        {say('plan.area.blank')}
      </p>
    </details>
  )
}

const headOf = (part: SectionPart, code: string, isWorld: boolean): Child =>
  isWorld ? (
    part.say('plan.area.world')
  ) : (
    <Wording words={part.areas.get(code)?.names ?? { en: code }} language={part.language} />
  )

/** Every indicator that is measured, for one economy or group: latest, movement, the groups beside it, place and status. */
export const AreaSection: FC<SectionPart> = (part) => {
  const { ix, first, lines, rows, areas, cells, say, language, here } = part
  const reader = { ix, say, language, here }
  const group = isGroup(lines.area)
  const name = wordsIn(language, areas.get(lines.area)?.names ?? { en: lines.area })
  const told = rows.filter(({ line }) => line.year !== null)
  const untold = rows.filter(({ line }) => line.year === null)
  const [region] = lines.beside
  const columns: readonly Column[] = [
    { head: say('plan.area.asked') },
    { head: say('plan.area.indicator') },
    // A long name would push the figures below the column that stays in view.
    { head: name.length > 16 ? say('plan.area.value') : <bdi>{name}</bdi>, number: true },
    { head: say('plan.area.year'), number: true },
    ...(group ? [{ head: say('plan.area.label') }] : []),
    { head: say('plan.area.moved', { from: String(lines.years[0]), to: String(lines.years[1]) }) },
    ...lines.beside.map(({ group: code, scheme }) => ({
      head: (
        <Link to={`/areas/${code}`} language={language} here={here}>
          {headOf(part, code, scheme.world)}
        </Link>
      ),
      number: true,
    })),
    ...(group || region === undefined
      ? []
      : [{ head: say('plan.area.place'), unit: headOf(part, region.group, region.scheme.world) }]),
    ...(cells.size === 0 ? [] : [{ head: say('plan.area.status'), hold: true }]),
  ]
  const rowOf = ({ id, askers, line }: AreaSectionRow): TableRow => ({
    cells: [
      <Askers {...reader} askers={askers} first={first} />,
      <Link to={pathOf(ix, askers[0].element)} language={language} here={here}>
        <Wording words={askers[0].measure.words} language={language} />
      </Link>,
      <b>
        <OwnFigure {...part} line={line} />
      </b>,
      <span class="dim">{line.year}</span>,
      ...(group ? [<Label {...part} line={line} />] : []),
      <Moved {...part} line={line} name={wordsIn(language, askers[0].measure.words)} />,
      ...lines.beside.map((_, nth) => <BesideFigure {...part} line={line} nth={nth} />),
      ...(group || region === undefined
        ? []
        : [<PlaceAmongThem {...part} line={line} name={wordsIn(language, askers[0].measure.words)} />]),
      ...(cells.size === 0 ? [] : [(cells.get(id) ?? []).map((show): Child => show(say, language, here))]),
    ],
  })
  return (
    <SideSection
      id="plan"
      wide
      heading={say('plan.area.heading')}
      about={say(group ? 'plan.area.aboutGroup' : 'plan.area.about', { count: told.length, of: rows.length })}
    >
      {told.length === 0 ? null : (
        <DataTable
          label={say('plan.area.table', { area: name })}
          caption={say(group ? 'plan.area.captionGroup' : 'plan.area.caption')}
          columns={columns}
          groups={[{ rows: told.map(rowOf) }]}
          wide
          say={say}
        />
      )}
      {untold.length === 0 ? null : (
        <p class="small">
          {say('plan.area.untold', { area: name })}{' '}
          {untold.map(
            ({ askers }, index): Child => (
              <>
                {index === 0 ? '' : ' · '}
                <AskerLink {...reader} asker={askers[0]} />{' '}
                <Wording words={askers[0].measure.words} language={language} />
              </>
            ),
          )}
        </p>
      )}
      <Without {...part} />
    </SideSection>
  )
}
