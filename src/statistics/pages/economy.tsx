import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Show, Shown } from '#platform'
import { type Area, type Dimension, type Membership, type Scheme, type Source, selectionKey } from '#statistics/core'
import { type Fact, Facts, Fig, Frame, filesOf, Lede, Mast, signsOf, Wording } from '#ui'
import type { GroupFigures } from '../aggregates.ts'
import type { AreaLine, AreaLines } from '../area-lines.ts'
import { standingBeside } from '../area-standing.ts'
import type { ReportedSeries } from '../reported.ts'
import type { Alias } from '../store/portrait.ts'
import { AreaLink, spellWords } from './area-parts.tsx'
import { AreaSources } from './area-sources.tsx'
import { titleOf as chartTitle, EconomyChart } from './economy-chart.tsx'
import { EconomyFigures } from './economy-figures.tsx'
import { EconomyGroups, EconomyNames } from './economy-groups.tsx'
import { EconomyReported } from './economy-reported.tsx'
import { FigureCell, signOf } from './figure.tsx'
import { AreaFoot, areaPage, type Reader } from './names.tsx'

export type EconomyProps = {
  readonly area: Area
  readonly areas: ReadonlyMap<string, Area>
  readonly remark: string | null
  /** What it is or was called elsewhere, its own names left out. */
  readonly aliases: readonly Alias[]
  /** The selections that the page says first, by their keys. */
  readonly facts: readonly string[]
  readonly lines: AreaLines
  readonly dimensions: readonly Dimension[]
  /** Whose the figures are. */
  readonly sources: readonly Source[]
  readonly reported: readonly ReportedSeries[]
  readonly spells: readonly { readonly spell: Membership; readonly scheme: Scheme | null; readonly area: string }[]
  readonly chart: { readonly line: AreaLine; readonly context: readonly GroupFigures[] } | null
  /** The sentences of others with the figures that matter. */
  readonly ledes: readonly Show[]
  /** What other features say about its figures. */
  readonly parts: readonly Show[]
}

const factLines = ({ facts, lines }: EconomyProps): readonly AreaLine[] =>
  facts.flatMap((key) => lines.lines.find(({ selection }) => selectionKey(selection) === key) ?? [])

const isOn = ({ from, until }: Membership, day: string): boolean =>
  (from === null || from <= day) && (until === null || day < until)

/** The group of a list that it is in on the day, since when, and the one before. */
const groupFact = (props: Shown<EconomyProps>, scheme: Scheme): readonly Fact[] => {
  const { spells, areas, say, language, here } = props
  const day = here.asOf ?? here.today
  const own = spells.filter((one) => one.scheme?.code === scheme.code)
  const current = own.find(({ spell }) => isOn(spell, day))
  if (current === undefined) return []
  const before = own.findLast(({ spell }) => spell.until !== null && spell.until === current.spell.from)
  const beforeNames = before === undefined ? undefined : areas.get(before.area)?.names
  return [
    {
      name: <Wording words={scheme.names} language={language} />,
      value: <AreaLink area={current.area} areas={areas} language={language} here={here} />,
      about:
        current.spell.from === null ? undefined : (
          <>
            {spellWords(current.spell, props)}
            {beforeNames === undefined
              ? ''
              : `${signsOf(language).gap}${say('statistics.economy.before', { group: wordsIn(language, beforeNames) })}`}
          </>
        ),
    },
  ]
}

const valueFact = ({ series, known }: AreaLine, reader: Reader): readonly Fact[] => {
  if (known.kind !== 'economy') return []
  const { say, language } = reader
  const { latest } = known
  return [
    {
      name: (
        <>
          <Wording words={series.names} language={language} />
          {latest === null ? '' : `${signsOf(language).comma}${latest.year}`}
        </>
      ),
      value: (
        <Fig>
          <FigureCell observation={latest ?? undefined} decimals={series.decimals} {...reader} />
          {latest === null ? '' : signOf(language, latest.unit)}
        </Fig>
      ),
      about:
        latest === null ? (
          say('statistics.cell.noFigure')
        ) : signOf(language, series.unit) === '' ? (
          <Wording words={series.unitNames} language={language} />
        ) : undefined,
    },
  ]
}

/** How much is known, and of how much it is ahead of whom. */
const Known: FC<Shown<EconomyProps>> = ({ lines, reported, areas, say, language }) => {
  const latest = reported.flatMap(({ latest: one }) => (one === null ? [] : [one.year]))
  if (latest.length === 0) return <>{say('statistics.economy.nothing')}</>
  const sides = lines.beside.flatMap(({ group, scheme }, nth) => {
    const { ahead, of } = standingBeside(lines, nth)
    const names = areas.get(group)?.names ?? { en: group }
    const words = scheme.world ? say('statistics.chart.worldShort') : wordsIn(language, names)
    return of === 0 ? [] : [say('statistics.economy.ahead', { ahead, of, group: words })]
  })
  return (
    <>
      {say('statistics.economy.lede', { count: latest.length, of: reported.length, year: String(Math.max(...latest)) })}
      {signsOf(language).gap}
      {sides.length === 0
        ? null
        : say('statistics.economy.aheadOf', {
            groups: new Intl.ListFormat(language, { type: 'conjunction' }).format(sides),
          })}
    </>
  )
}

/** One economy: what is known of it, beside its region, its income group and the world. */
export const EconomyPage: FC<Shown<EconomyProps>> = (props) => {
  const { area, areas, remark, lines, chart, ledes, parts, say, language, here } = props
  const reader = { say, language, here }
  const name = wordsIn(language, area.names)
  const schemes = lines.beside.filter(({ scheme }) => !scheme.world).map(({ scheme }) => scheme)
  const [region] = lines.beside
  return (
    <Frame
      title={name}
      current="/areas"
      feed={`/areas/${area.code}/feed.atom`}
      crumbs={[
        { words: say('statistics.areas.title'), to: '/areas' },
        ...(region === undefined || region.scheme.world
          ? []
          : [
              {
                words: <Wording words={areas.get(region.group)?.names ?? { en: region.group }} language={language} />,
                to: areaPage(region.group),
              },
            ]),
        { words: <bdi>{name}</bdi> },
      ]}
      {...reader}
    >
      <Mast heading={<Wording words={area.names} language={language} />}>
        <Lede big>{ledes.length === 0 ? <Known {...props} /> : ledes.map((show) => show(say, language, here))}</Lede>
        <Facts
          facts={[
            ...factLines(props).flatMap((line) => valueFact(line, reader)),
            ...schemes.flatMap((scheme) => groupFact(props, scheme)),
          ]}
        />
        {ledes.length === 0 ? null : (
          <p class="small dim">
            <Known {...props} />
          </p>
        )}
      </Mast>
      {parts.map((show) => show(say, language, here))}
      {chart === null ? null : <EconomyChart {...props} chart={chart} />}
      <EconomyFigures {...props} />
      <EconomyReported {...props} />
      <EconomyGroups {...props} />
      <EconomyNames {...props} />
      <AreaSources sources={props.sources} {...reader} />
      <AreaFoot
        area={area}
        remark={remark}
        takes={[
          { heading: say('statistics.economy.take'), files: filesOf(`${areaPage(area.code)}/figures`) },
          ...(chart === null
            ? []
            : [
                {
                  heading: say('ui.cite.chart'),
                  chart: `${areaPage(area.code)}/chart`,
                  title: chartTitle({ ...props, chart }),
                },
              ]),
        ]}
        title={name}
        part=""
        to={areaPage(area.code)}
        {...reader}
      />
    </Frame>
  )
}
