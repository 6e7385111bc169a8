import type { Child, FC } from 'hono/jsx'
import { type Language, wordsIn } from '#kernel'
import type { Ask, Say, Shown } from '#platform'
import {
  ChartFigure,
  type ChartGiven,
  dayWords,
  FlowChart,
  type FlowLink,
  type FlowNode,
  SideSection,
  type Size,
} from '#ui'
import type { CompareRead } from '../compare.ts'
import { type FlowEnd, flowOf } from '../core/compare.ts'
import type { Continuity } from '../core/plan.ts'
import { editionName, referenceOf, shortNameOf } from '../reading.ts'

const strengths: Readonly<Record<Continuity, FlowLink['kind']>> = {
  yes: 'thick',
  'yes-with-note': 'broken',
  no: 'thin',
  'not-a-series': 'thin',
}

/** A kind with more than this on one side is a table and no picture. */
const most = 70

export const isDrawn = ({ choice: { kind }, sums }: CompareRead): boolean =>
  kind !== null && Math.max(sums.old, sums.fresh) <= most

/** What of one list became what of the other, drawn at both sizes or at one; null where no one kind is shown, or too many. */
const flowDrawing = (
  read: CompareRead,
  say: Say,
  language: Language,
  only?: Size,
): { readonly node: { toString(): string }; readonly title: string } | null => {
  const {
    ix,
    pair,
    choice: { kind },
  } = read
  if (kind === null || !isDrawn(read)) return null
  const { before, after, flows } = flowOf(ix, pair, kind)
  const endOf = ({ joined, elsewhere: [other] }: FlowEnd, ends: 'dropped' | 'new'): FlowNode['end'] => {
    if (joined) return null
    if (other === undefined) return { words: say(`plan.relation.${ends}`), elsewhere: false }
    return { words: wordsIn(language, shortNameOf(ix, other)), elsewhere: true }
  }
  const nodes = (all: readonly FlowEnd[], ends: 'dropped' | 'new'): readonly FlowNode[] =>
    all.map((one) => ({
      key: one.element.id,
      number: referenceOf(one.element),
      words: wordsIn(language, one.element.title),
      end: endOf(one, ends),
    }))
  const kinds = wordsIn(language, kind.plural)
  const title = say('plan.compare.flowTitle', { kinds, old: editionName(pair.from), new: editionName(pair.to) })
  return {
    title,
    node: (
      <FlowChart
        id="flow"
        title={title}
        desc={say('plan.compare.flowDesc', {
          links: flows.length,
          dropped: before.filter(({ joined }) => !joined).length,
          added: after.filter(({ joined }) => !joined).length,
        })}
        heads={{ from: editionName(pair.from), to: editionName(pair.to) }}
        from={nodes(before, 'dropped')}
        to={nodes(after, 'new')}
        links={flows.map((flow) => ({ from: flow.before.id, to: flow.after.id, kind: strengths[flow.series] }))}
        language={language}
        {...(only === undefined ? {} : { only })}
      />
    ),
  }
}

/** The drawing, to leave its page with its heading; null where there is none. */
export const flowDrawn = (
  read: CompareRead,
  say: Say,
  language: Language,
): Pick<ChartGiven, 'drawing' | 'heading'> | null => {
  const drawn = flowDrawing(read, say, language)
  return drawn === null
    ? null
    : { heading: drawn.title, drawing: (only) => flowDrawing(read, say, language, only)?.node as Child }
}

/** What its lines mean, and whose words they are. */
export const flowSource = (
  { pair, ix }: CompareRead,
  { say, language, asOf }: Pick<Ask, 'say' | 'language' | 'asOf'>,
): readonly string[] => [
  say('plan.compare.flowAbout'),
  `${wordsIn(language, ix.plan.organisation.names)} · ${[pair.from, pair.to].map(({ act }) => wordsIn(language, act)).join(' · ')}`,
  say('plan.taking.chartFoot', { day: dayWords(language, asOf) }),
]

/** Where each of a kind went. */
export const Flow: FC<Shown<CompareRead>> = ({ say, language, here: _, ...read }) => {
  const drawing = flowDrawing(read, say, language)
  if (drawing === null) return null
  return (
    <SideSection id="flow-section" heading={say('plan.compare.flow')} about={say('plan.compare.flowAbout')}>
      <ChartFigure caption={say('plan.compare.flowCaption')}>{drawing.node as Child}</ChartFigure>
    </SideSection>
  )
}
