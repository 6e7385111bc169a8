import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { Frame, filesOf, Lede, Mast, SideSection, Taking } from '#ui'
import type { AccuracyKept, StandingRecord } from '../accuracy-kept.ts'
import { indicatorWords, type NamedGroup } from '../calibrated-names.ts'
import { triedRow, weaknessesOf } from '../core/index.ts'
import { chartTakes } from './chart-takes.ts'
import { ErrorsSection } from './methods-errors.tsx'
import { GroupsSection } from './methods-groups.tsx'
import { ChancesSection, IntervalsSection, LevelsSection } from './methods-intervals.tsx'
import { OthersSection } from './methods-others.tsx'
import { countIn, MethodViews, percentIn, pointsIn, WhichCalibration } from './methods-parts.tsx'
import { WeakSection } from './methods-weak.tsx'

export type MethodsProps = StandingRecord & {
  readonly kept: AccuracyKept
  readonly nameOf: (group: string) => NamedGroup
}

/** How the figures of this page were made, for who wants to make them again. */
const HowSection: FC<Pick<Shown<MethodsProps>, 'say'>> = ({ say }) => (
  <SideSection id="how" heading={say('progress.how.heading')}>
    {['origins', 'schemes', 'words', 'others'].map((one) => (
      <p>{say(`progress.how.${one}`)}</p>
    ))}
    <p>
      {say('progress.how.again')} <code dir="ltr">meridian progress backtest --json</code>
    </p>
  </SideSection>
)

/** What the record says, part by part: what of it is drawn can be taken. */
export const MethodsSections: FC<Pick<Shown<MethodsProps>, 'kept' | 'nameOf' | 'say' | 'language' | 'here'>> = ({
  kept: { accuracy },
  nameOf,
  ...reader
}) => (
  <div class="stack">
    <WeakSection weak={weaknessesOf(accuracy)} {...reader} />
    <ErrorsSection accuracy={accuracy} {...reader} />
    <IntervalsSection accuracy={accuracy} {...reader} />
    <LevelsSection accuracy={accuracy} {...reader} />
    <ChancesSection accuracy={accuracy} {...reader} />
    <GroupsSection accuracy={accuracy} nameOf={nameOf} {...reader} />
    <OthersSection accuracy={accuracy} {...reader} />
    <HowSection say={reader.say} />
  </div>
)

/** How good the projections are, by the record of the calibration in force. */
export const MethodsPage: FC<Shown<MethodsProps>> = ({ standing, kept, nameOf, say, language, here }) => {
  const reader = { say, language, here }
  const { accuracy } = kept
  const near = triedRow(accuracy, 'combined', 'other-economies', '1-5')
  const naive = triedRow(accuracy, 'naive', 'other-economies', '1-5')
  const held = triedRow(accuracy, 'combined', 'later-origins', '1-5')
  const title = say('progress.methods.title')
  const sections = <MethodsSections kept={kept} nameOf={nameOf} {...reader} />
  return (
    <Frame title={title} current="/methods" {...reader}>
      <Mast kick={say('progress.methods.kick')} heading={title}>
        <Lede big>
          {say('progress.methods.lede', {
            indicator: indicatorWords(say, accuracy.indicator),
            n: countIn(language, near?.n ?? 0),
            mae: pointsIn(language, near?.mae),
            naive: pointsIn(language, naive?.mae),
            in80: percentIn(language, held?.coverage80 ?? 0),
          })}
        </Lede>
        <p>
          {say('progress.methods.ledeWeak')} <a href="#weak">{say('progress.weak.heading')}</a>
        </p>
        <WhichCalibration record={{ standing, kept }} {...reader} />
      </Mast>
      <MethodViews current="/methods" {...reader} />
      {sections}
      <Taking
        takes={[
          { heading: say('ui.cite.figures'), files: filesOf('/methods/accuracy') },
          ...chartTakes(sections, '/methods/chart', '', say),
        ]}
        cite={{ title, to: '/methods' }}
        {...reader}
      />
    </Frame>
  )
}
