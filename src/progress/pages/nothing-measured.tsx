import type { FC } from 'hono/jsx'
import { isSeries, pathOf } from '#plan/core'
import { Kv, Link, SideSection, Wording } from '#ui'
import { measuresFor } from '../outlooks.ts'
import type { Part } from './hypothesis-parts.tsx'
import { gapOf } from './outlook-saying.tsx'
import { Takes } from './outlook-takes.tsx'

/** An element without any figures: each measure with its reason, what it would take, and where to go on. */
export const NothingMeasured: FC<Part> = ({ hypothesis, ...reader }) => {
  const { ix, element, shown, outlooks, calibration } = hypothesis
  const { say, language, here } = reader
  const measures = measuresFor(ix, element)
  return (
    <SideSection heading={say('plan.measured.heading.measures')} id="nothing">
      <Takes outlook={shown} all={outlooks} about={{ names: null }} calibration={calibration} {...reader} />
      {measures.length === 0 ? null : (
        <Kv
          rows={measures.map((measure) => ({
            name: <Wording words={measure.words} language={language} />,
            value: isSeries(measure) ? null : (
              <>
                {say(`progress.reason.${measure.reason}`)}
                {measure.note === null ? null : (
                  <>
                    {gapOf(language)}
                    <Wording words={measure.note} language={language} />
                  </>
                )}
              </>
            ),
          }))}
        />
      )}
      <p class="small">
        <Link to={`${pathOf(ix, element)}#measures`} language={language} here={here}>
          <Wording words={element.title} language={language} />
        </Link>
      </p>
    </SideSection>
  )
}
