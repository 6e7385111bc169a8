import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import {
  type Area,
  type Dataset,
  type Dimension,
  type Observation,
  ownBasisOf,
  type Release,
  type Series,
} from '#statistics/core'
import { dayWords, Facts, Fig, Frame, figure, filesOf, Kv, Lede, Mast, Note, SideSection, Taking, Wording } from '#ui'
import type { Brought, Changes, RevisedCell } from '../store/changes.ts'
import { AsWritten, NamesNote } from './names.tsx'
import { ChangeTable, FlaggedTable, type kinds, RevisedTable } from './release-tables.tsx'
import { Reason } from './series-parts.tsx'

export type ReleaseProps = {
  readonly release: Release
  readonly dataset: Dataset | null
  /** Whether it was known on the day asked. */
  readonly knownThen: boolean
  readonly changes: readonly Changes[]
  readonly revised: readonly RevisedCell[]
  readonly flagged: readonly Observation[]
  readonly brought: readonly Brought[]
  readonly series: ReadonlyMap<string, Series>
  readonly areas: ReadonlyMap<string, Area>
  readonly dimensions: readonly Dimension[]
}

/** One release: which file, since when it is known, who brought it here, and what it changed. */
export const ReleasePage: FC<Shown<ReleaseProps>> = (props) => {
  const { release, dataset, knownThen, changes, revised, flagged, areas, say, language, here } = props
  const reader = { say, language, here }
  const title = say('statistics.release.number', { number: String(release.number) })
  const whole = say('statistics.release.title', { number: String(release.number), file: release.file })
  const total = (kind: (typeof kinds)[number]) => changes.reduce((sum, one) => sum + one[kind], 0)
  const count = (value: number) => figure(language, String(value))
  const lede =
    total('revised') === 0
      ? say('statistics.release.ledeNew', { count: count(release.observations), first: count(total('first')) })
      : say('statistics.release.ledeRevised', {
          count: count(release.observations),
          first: count(total('first')),
          revised: count(total('revised')),
        })
  const leftOut = total('leftOut')
  const basis = ownBasisOf(release.basis)
  return (
    <Frame
      title={whole}
      current="/sources"
      crumbs={[{ words: say('statistics.sources.title'), to: '/sources' }, { words: title }]}
      {...reader}
    >
      <Mast
        kick={dataset === null ? <Fig>{release.dataset}</Fig> : <Wording words={dataset.names} language={language} />}
        heading={say.rich('statistics.release.title', {
          number: <Fig>{release.number}</Fig>,
          file: <bdi>{release.file}</bdi>,
        })}
      >
        <Lede>{lede}</Lede>
        {knownThen ? null : (
          <Note tone="warn">
            {say('statistics.cell.notYet', {
              asked: dayWords(language, here.asOf ?? here.today),
              day: dayWords(language, release.knownOn),
            })}
          </Note>
        )}
      </Mast>
      <div class="stack">
        <Facts
          facts={[
            { name: say('statistics.head.figures'), value: count(release.observations) },
            {
              name: say('statistics.head.missing'),
              value: count(release.missing),
              about: say('statistics.release.missingAbout'),
            },
            { name: say('statistics.head.bounded'), value: count(release.bounded) },
            {
              name: say('statistics.head.flagged'),
              value: count(release.flagged),
              about: say('statistics.release.outside'),
            },
            { name: say('statistics.head.years'), value: <Fig>{`${release.firstYear}–${release.lastYear}`}</Fig> },
          ]}
        />
        <SideSection heading={say('statistics.release.heading')} about={say('statistics.release.about')}>
          <Kv
            rows={[
              { name: say('statistics.head.knownOn'), value: dayWords(language, release.knownOn) },
              {
                name: say('statistics.release.basis'),
                value:
                  basis === null ? (
                    <AsWritten words={release.basis} />
                  ) : (
                    say('statistics.release.basisOwn', { kind: basis })
                  ),
              },
              {
                name: say('statistics.release.vintage'),
                value: release.vintage === '' ? '…' : <Fig>{release.vintage}</Fig>,
              },
              {
                name: say('statistics.head.loaded'),
                value: <Fig>{`${release.loadedAt.slice(0, 16).replace('T', ' ')} UTC`}</Fig>,
              },
              { name: say('statistics.release.author'), value: <bdi>{release.author}</bdi> },
              ...(release.reason === ''
                ? []
                : [{ name: say('statistics.release.reason'), value: <Reason reason={release.reason} {...reader} /> }]),
              { name: say('statistics.release.digest'), value: <bdi class="addr">{release.digest}</bdi> },
              { name: say('statistics.source.credit'), value: <AsWritten words={release.credit} /> },
              ...(release.via === null
                ? []
                : [
                    {
                      name: say('statistics.release.via'),
                      value: (
                        <a href={release.via} class="addr">
                          <bdi class="addr">{release.via}</bdi>
                        </a>
                      ),
                    },
                  ]),
              ...(dataset === null
                ? []
                : [
                    {
                      name: say('statistics.source.licence'),
                      value: (
                        <a href={dataset.licence.address} rel="license">
                          <bdi lang="en">{dataset.licence.name}</bdi>
                        </a>
                      ),
                    },
                  ]),
            ]}
          />
          {release.caveat === null ? null : (
            <Note>
              <Wording words={release.caveat} language={language} />
            </Note>
          )}
        </SideSection>
        <SideSection heading={say('statistics.release.changes')} about={say('statistics.release.changesAbout')}>
          <ChangeTable {...props} />
          {leftOut === 0 ? null : <Note>{say('statistics.release.leftOut', { count: leftOut })}</Note>}
        </SideSection>
        {revised.length === 0 ? null : (
          <SideSection
            heading={say('statistics.release.revised')}
            about={say('statistics.release.revisedAbout', { shown: revised.length, count: count(total('revised')) })}
          >
            <RevisedTable {...props} />
          </SideSection>
        )}
        {flagged.length === 0 ? null : (
          <SideSection
            heading={say('statistics.release.flagged')}
            about={say('statistics.release.flaggedAbout', { shown: flagged.length, count: count(release.flagged) })}
          >
            <FlaggedTable {...props} />
          </SideSection>
        )}
        {areas.size === 0 ? null : <NamesNote areas={areas.keys()} say={say} />}
      </div>
      <Taking
        takes={[
          {
            heading: say('ui.cite.figures'),
            files: [
              ...filesOf(`/releases/${release.number}/figures`),
              { kind: say('statistics.release.zip'), to: `/releases/${release.number}/release.zip` },
            ],
          },
        ]}
        cite={{
          title: whole,
          ...(dataset === null ? {} : { part: wordsIn(language, dataset.names) }),
          to: `/releases/${release.number}`,
        }}
        {...reader}
      />
    </Frame>
  )
}
