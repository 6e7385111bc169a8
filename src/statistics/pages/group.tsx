import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Show, Shown } from '#platform'
import {
  type Area,
  type Dimension,
  type Membership,
  type Observation,
  type Scheme,
  type Series,
  type Source,
  selectionKey,
} from '#statistics/core'
import { dayWords, Facts, Fig, Frame, filesOf, Lede, Mast, Views, Wording } from '#ui'
import type { Composed } from '../aggregates.ts'
import type { AreaLines } from '../area-lines.ts'
import { headlineWords } from './aggregate-words.tsx'
import { AreaSources } from './area-sources.tsx'
import { signOf } from './figure.tsx'
import { GroupFiguresSection } from './group-figures.tsx'
import { GroupMembers } from './group-members.tsx'
import { AreaFoot, areaPage, type Reader } from './names.tsx'

export type GroupProps = {
  readonly area: Area
  readonly areas: ReadonlyMap<string, Area>
  readonly scheme: Scheme
  readonly composed: Composed
  /** The selections that the page says first, by their keys. */
  readonly facts: readonly string[]
  readonly lines: AreaLines
  readonly dimensions: readonly Dimension[]
  /** Whose the figures are. */
  readonly sources: readonly Source[]
  readonly names: ReadonlyMap<string, Series>
  readonly members: { readonly current: readonly Membership[]; readonly others: readonly Membership[] }
  /** The latest values of the members: columns of their table. */
  readonly columns: readonly { readonly series: Series; readonly latest: ReadonlyMap<string, Observation> }[]
  readonly parts: readonly Show[]
}

const factsOf = ({ facts, lines, language }: Shown<GroupProps>) =>
  facts.flatMap((key) => {
    const line = lines.lines.find(({ selection }) => selectionKey(selection) === key)
    if (line === undefined || line.known.kind !== 'group' || line.known.latest === null) return []
    const { latest } = line.known
    return [
      {
        name: (
          <>
            <Wording words={line.series.names} language={language} />
            {`, ${latest.year}`}
          </>
        ),
        value: <Fig>{headlineWords(language, line.series, latest)}</Fig>,
        about:
          signOf(language, line.series.unit) === '' ? (
            <Wording words={line.series.unitNames} language={language} />
          ) : undefined,
      },
    ]
  })

/** A group of a list: its figures with their label and coverage, and its members with their dates. */
export const GroupPage: FC<Shown<GroupProps>> = (props) => {
  const { area, scheme, members, parts, composed, say, language, here } = props
  const reader: Reader = { say, language, here }
  const name = wordsIn(language, area.names)
  const to = areaPage(area.code)
  return (
    <Frame
      title={say('statistics.group.title', { group: name, scheme: wordsIn(language, scheme.names) })}
      current="/areas"
      crumbs={[{ words: say('statistics.areas.title'), to: '/areas' }, { words: <bdi>{name}</bdi> }]}
      {...reader}
    >
      <Mast
        kick={<Wording words={scheme.names} language={language} />}
        heading={<Wording words={area.names} language={language} />}
      >
        <Lede big>
          {say('statistics.group.lede', {
            count: members.current.length,
            day: dayWords(language, here.asOf ?? here.today),
          })}{' '}
          {scheme.dated === 'all'
            ? null
            : say('statistics.aggregate.compositionOf', { day: dayWords(language, scheme.compositionOn) })}
        </Lede>
        <Facts facts={factsOf(props)} />
      </Mast>
      <Views
        label={say('statistics.group.composed')}
        views={(['then', 'now'] as const).map((one) => ({
          words: say(`statistics.group.composed.${one}`, { day: dayWords(language, here.asOf ?? here.today) }),
          to: one === 'then' ? to : `${to}?composed=now`,
          current: composed === one,
        }))}
        language={language}
        here={here}
      />
      {parts.map((show) => show(say, language, here))}
      <GroupFiguresSection {...props} />
      <GroupMembers {...props} />
      <AreaSources sources={props.sources} {...reader} />
      <AreaFoot
        area={area}
        remark={null}
        takes={[
          {
            heading: say('statistics.economy.take'),
            files: filesOf(`${to}/figures`, composed === 'now' ? '?composed=now' : ''),
          },
          { heading: say('statistics.take.members'), files: filesOf(`${to}/members`) },
        ]}
        title={name}
        part={wordsIn(language, scheme.names)}
        to={to}
        {...reader}
      />
    </Frame>
  )
}
