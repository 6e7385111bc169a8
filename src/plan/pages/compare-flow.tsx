import type { Child, FC } from 'hono/jsx'
import { type Language, wordsIn } from '#kernel'
import type { Say, Shown } from '#platform'
import { ChartFigure, Downloads, FlowChart, type FlowLink, type FlowNode, SideSection } from '#ui'
import type { CompareRead } from '../compare.ts'
import { type FlowEnd, flowOf } from '../core/compare.ts'
import type { Continuity } from '../core/plan.ts'
import { comparePath, editionName, referenceOf, shortNameOf } from '../reading.ts'

const strengths: Readonly<Record<Continuity, FlowLink['kind']>> = {
  yes: 'thick',
  'yes-with-note': 'broken',
  no: 'thin',
  'not-a-series': 'thin',
}

/** A kind with more than this on one side is a table and no picture. */
const most = 70

/** What of one list became what of the other, drawn at both sizes or at one; null where no one kind is shown, or too many. */
export const flowDrawing = (
  { ix, pair, choice: { kind }, sums }: CompareRead,
  say: Say,
  language: Language,
  only?: 'wide',
): { readonly node: { toString(): string }; readonly title: string } | null => {
  if (kind === null || Math.max(sums.old, sums.fresh) > most) return null
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

/** Where each of a kind went. */
export const Flow: FC<Shown<CompareRead>> = ({ say, language, here, ...read }) => {
  const drawing = flowDrawing(read, say, language)
  if (drawing === null) return null
  return (
    <SideSection id="flow-section" heading={say('plan.compare.flow')} about={say('plan.compare.flowAbout')}>
      <ChartFigure caption={say('plan.compare.flowCaption')}>{drawing.node as Child}</ChartFigure>
      <Downloads
        heading={say('plan.compare.takeFlow')}
        files={[
          {
            kind: 'SVG',
            to: comparePath(read.pair, { kind: read.choice.kind?.code }).replace(/(\?|$)/, '/flow.svg$1'),
          },
        ]}
        language={language}
        here={here}
      />
    </SideSection>
  )
}
