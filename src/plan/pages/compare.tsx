import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { Fig, Filter, Frame, filesOf, Lede, Link, Mast, Note, Select, SideSection, Taking, Wording } from '#ui'
import type { CompareRead } from '../compare.ts'
import { editionPath } from '../core/address.ts'
import { byRelation, everyKind, kindsOf, rowsFor } from '../core/compare.ts'
import { continuities, relations } from '../core/plan.ts'
import { comparePath, editionName, shortNameOf } from '../reading.ts'
import { Flow, flowDrawn, isDrawn } from './compare-flow.tsx'
import { HappenedForm, WhatHappened } from './compare-happened.tsx'
import { LastingSeries } from './compare-series.tsx'
import { CompareTable } from './compare-table.tsx'
import { WordByWord } from './compare-words.tsx'
import { gap } from './glance-saying.tsx'
import { arrow } from './naming.tsx'

type Read = Shown<CompareRead>

/** The question as it was understood. */
export const questionOf = ({ choice: { kind, relation, continuity } }: CompareRead) => ({
  kind: kind?.code ?? everyKind,
  relation: relation ?? undefined,
  continuity: continuity ?? undefined,
})

/** In the words of the page what may have been meant. */
const offered = ({ ix, pair, say, language }: Read, parameter: string, value: string): string => {
  if (parameter === 'relation') return say(`plan.relation.${value}`)
  if (parameter === 'continuity') return say(`plan.series.${value}`)
  const kind = kindsOf(ix, pair).find(({ code }) => code === value)
  return kind === undefined ? editionName({ code: value as never }) : wordsIn(language, kind.plural)
}

/** What of the address was not understood; the rest is shown. */
const NotUnderstood: FC<Read> = (read) => {
  const { pair, strange, say, language, here } = read
  return (
    <>
      {strange.map(({ parameter, value, nearest }) => (
        <Note tone="warn">
          {say('ui.parameterNotUnderstood', { parameter, value: value.slice(0, 80) })}
          {gap(language)}
          {say('plan.compare.shownWithout')}
          {gap(language)}
          {nearest.map((one, index) => (
            <>
              {index === 0 ? '' : ' · '}
              <Link to={comparePath(pair, { ...questionOf(read), [parameter]: one })} language={language} here={here}>
                {offered(read, parameter, one)}
              </Link>
            </>
          ))}
        </Note>
      ))}
    </>
  )
}

/** How many lived on; what became of their series where each of them carries one. */
const Answer: FC<Read> = ({ sums, say, language }) => (
  <Lede big>
    {say('plan.compare.lede', {
      living: sums.living,
      into: sums.into,
      dropped: sums.dropped,
      added: sums.added,
    })}
    {sums.rows === 0 || sums.series['not-a-series'] > 0 ? null : (
      <>
        {gap(language)}
        {say('plan.compare.ledeSeries', {
          rows: sums.rows,
          yes: sums.series.yes,
          note: sums.series['yes-with-note'],
          no: sums.series.no,
        })}
      </>
    )}
  </Lede>
)

/** All rows by relation, each a link to them. */
const AllRows: FC<Read> = ({ ix, pair, say, language, here }) => {
  const all = rowsFor(ix, pair, { kind: null, relation: null, continuity: null })
  return (
    <p class="small dim">
      <Link to={comparePath(pair, { kind: everyKind })} language={language} here={here}>
        {say('plan.compare.allRows', { count: all.length })}
      </Link>
      {byRelation(all).map(({ relation, count }) => (
        <>
          {' · '}
          <Link to={comparePath(pair, { kind: everyKind, relation })} language={language} here={here}>
            {say(`plan.relation.${relation}`)} <Fig>{count}</Fig>
          </Link>
        </>
      ))}
    </p>
  )
}

const Choices: FC<Read> = ({ ix, pair, choice, rows, say, language, here }) => {
  const any = { value: '', words: say('plan.findings.any') }
  return (
    <Filter
      to={comparePath(pair)}
      button={say('plan.findings.show')}
      beside={say('plan.findings.shown', { count: rows.length, all: pair.crosswalk.rows.length })}
      language={language}
      here={here}
    >
      <Select
        label={say('plan.findings.kind')}
        name="kind"
        value={choice.kind?.code ?? everyKind}
        options={[
          { value: everyKind, words: say('plan.findings.any') },
          ...kindsOf(ix, pair).map(({ code, plural }) => ({ value: code, words: wordsIn(language, plural) })),
        ]}
      />
      <Select
        label={say('plan.crosswalk.relation')}
        name="relation"
        value={choice.relation ?? ''}
        options={[any, ...relations.map((one) => ({ value: one, words: say(`plan.relation.${one}`) }))]}
      />
      <Select
        label={say('plan.compare.goes')}
        name="continuity"
        value={choice.continuity ?? ''}
        options={[any, ...continuities.map((one) => ({ value: one, words: say(`plan.series.${one}`) }))]}
      />
    </Filter>
  )
}

/** A file's path without its ending, and the question of the page. */
const fileOf = (read: CompareRead, name: string): readonly [path: string, question: string] => {
  const [path = '', question = ''] = comparePath(read.pair, questionOf(read)).split(/(?=\?)/)
  return [`${path}/${name}`, question]
}

/** Two editions side by side: what became of everything in the older one (S11). */
export const ComparePage: FC<Read> = (read) => {
  const { ix, pair, choice, sums, happened, say, language, here } = read
  const { from, to } = pair
  const [old, fresh] = [editionName(from), editionName(to)]
  const heading =
    choice.kind === null
      ? say('plan.compare.titleAll', { old, new: fresh })
      : say('plan.compare.titleKind', { kinds: wordsIn(language, choice.kind.plural), old: sums.old, new: sums.fresh })
  const [asked] = happened?.meant.elements ?? []
  const title =
    asked === undefined
      ? heading
      : say('plan.compare.titleHappened', { name: wordsIn(language, shortNameOf(ix, asked)) })
  const edition = (one: typeof from, words: string): Child => (
    <Link to={editionPath(one.code)} language={language} here={here}>
      <Fig>{words}</Fig>
    </Link>
  )
  const undated = [from, to].filter(({ knownOn }) => knownOn === null && here.asOf !== null)
  return (
    <Frame
      title={title}
      description={say('plan.compare.about', { old, new: fresh })}
      crumbs={[
        { words: <Wording words={ix.plan.names} language={language} />, to: '/' },
        { words: say('plan.compare.both', { old, new: fresh }) },
      ]}
      say={say}
      language={language}
      here={here}
    >
      <Mast
        kick={
          <>
            {edition(from, old)} {say(`plan.state.${from.state}`)} {arrow(language)} {edition(to, fresh)}{' '}
            {say(`plan.state.${to.state}`)}
          </>
        }
        heading={heading}
      >
        <Answer {...read} />
        <AllRows {...read} />
        {undated.map(({ knownOnNote }) => (
          <Note tone="warn">
            <Wording words={knownOnNote} language={language} />
          </Note>
        ))}
        <NotUnderstood {...read} />
      </Mast>
      <HappenedForm {...read} />
      <WhatHappened {...read} />
      <Flow {...read} />
      <SideSection id="crosswalk" wide heading={say('plan.compare.crosswalk')} about={say('plan.compare.tableAbout')}>
        <Choices {...read} />
        <CompareTable {...read} />
      </SideSection>
      <WordByWord {...read} />
      <LastingSeries {...read} />
      <Taking
        takes={[
          { heading: say('plan.compare.take'), files: filesOf(...fileOf(read, 'crosswalk')) },
          ...(isDrawn(read)
            ? [
                {
                  heading: say('plan.compare.takeFlow'),
                  chart: fileOf(read, 'flow').join(''),
                  title: flowDrawn(read, say, language)?.heading ?? title,
                  height: 900,
                },
              ]
            : []),
        ]}
        cite={{
          title,
          part: wordsIn(language, ix.plan.names),
          to: comparePath(pair, {
            ...(choice.kind?.role === 'target' && choice.relation === null && choice.continuity === null
              ? {}
              : questionOf(read)),
            of: happened?.text,
            edition: happened?.edition?.code,
          }),
        }}
        say={say}
        language={language}
        here={here}
      />
    </Frame>
  )
}
