import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { Cite, DataTable, dayWords, Fig, Frame, Lede, Mast, SideSection } from '#ui'
import type { AccuracyKept } from '../accuracy-kept.ts'
import { indicatorWords } from '../calibrated-names.ts'
import type { Kept } from '../calibrations.ts'
import { lentWidening, triedRow } from '../core/index.ts'
import type { InForce } from '../store/calibrations.ts'
import { MethodViews, pointsIn, type Reader, shareIn, signedIn } from './methods-parts.tsx'

/** A calibration with everything that was said about it: when it was in force, and how good it was. */
export type Listed = {
  readonly calibration: Pick<Kept, 'head' | 'manifest' | 'calibration'>
  /** The latest word first. */
  readonly words: readonly InForce[]
  readonly kept: AccuracyKept | null
}

export type CalibrationsProps = { readonly listed: readonly Listed[]; readonly inForce: number }

const Summary: FC<CalibrationsProps & Reader> = ({ listed, inForce, say, language }) => (
  <DataTable
    label={say('progress.calibrations.title')}
    caption={say('progress.calibrations.table')}
    columns={[
      { head: say('progress.calibrations.number') },
      { head: say('progress.calibrations.dated') },
      { head: say('progress.calibrations.since') },
      { head: say('progress.head.mae'), unit: say('progress.unit.points'), number: true },
      { head: say('progress.head.in80'), number: true },
      { head: say('progress.head.in95'), number: true },
      { head: say('progress.head.skill'), number: true },
      { head: say('progress.calibrations.tested') },
    ]}
    groups={[
      {
        rows: listed.map(({ calibration: { head }, words, kept }) => {
          const near = kept === null ? undefined : triedRow(kept.accuracy, 'combined', 'other-economies', '1-5')
          const held = kept === null ? undefined : triedRow(kept.accuracy, 'combined', 'later-origins', '1-5')
          const since = words.map((word) => dayWords(language, word.since))
          return {
            id: `c${head.number}`,
            cells: [
              head.number === inForce ? <b>{head.number}</b> : `${head.number}`,
              dayWords(language, head.dated),
              since.length === 0 ? say('progress.calibrations.never') : since.map((day) => <div>{day}</div>),
              pointsIn(language, near?.mae, 2),
              shareIn(language, held?.coverage80),
              shareIn(language, held?.coverage95),
              signedIn(language, held?.skill, 2),
              kept === null ? say('progress.calibrations.untested') : dayWords(language, kept.on),
            ],
          }
        }),
      },
    ]}
    say={say}
  />
)

/** Who made it and who put it in force, whose errors it lends, and which indicators have their own. */
const One: FC<Reader & { readonly one: Listed }> = ({ one: { calibration, words }, say, language }) => {
  const { head, manifest, calibration: data } = calibration
  const own = Object.entries(data.indicators)
  return (
    <SideSection
      id={`no-${head.number}`}
      heading={say('progress.calibrations.one', { number: head.number })}
      about={dayWords(language, head.dated)}
    >
      <ul>
        <li>
          {say.rich('progress.calibrations.made', {
            by: <bdi>{head.author}</bdi>,
            reason: <bdi lang="en">{head.reason}</bdi>,
          })}
        </li>
        {words.map((word) => (
          <li>
            {say.rich('progress.calibrations.put', {
              day: dayWords(language, word.since),
              by: <bdi>{word.author}</bdi>,
              reason: <bdi lang="en">{word.reason}</bdi>,
            })}
          </li>
        ))}
        <li>
          {say('progress.calibrations.lends', {
            indicator: indicatorWords(say, manifest.lender.indicator),
            widened: pointsIn(language, lentWidening, 0),
          })}
        </li>
      </ul>
      {own.length === 0 ? null : (
        <DataTable
          label={say('progress.calibrations.own', { number: head.number })}
          caption={say('progress.calibrations.own', { number: head.number })}
          columns={[
            { head: say('progress.past.indicator') },
            { head: say('progress.head.method') },
            { head: say('progress.calibrations.widened'), number: true },
            { head: say('progress.calibrations.reach'), number: true },
            { head: say('progress.calibrations.compared'), number: true },
          ]}
          groups={[
            {
              rows: own.map(([indicator, one]) => ({
                cells: [
                  indicatorWords(say, indicator),
                  say(one.method === 'combined' ? 'progress.tried.combined' : 'progress.tried.own'),
                  pointsIn(language, one[one.method].widened, 2),
                  <Fig>{`1–${Math.max(...Object.keys(one[one.method].horizons).map(Number))}`}</Fig>,
                  pointsIn(language, one.switch.G1 / one.switch.combined, 2),
                ],
              })),
            },
          ]}
          say={say}
        />
      )}
    </SideSection>
  )
}

/** Every calibration: numbered, dated, in force because a person said so. */
export const CalibrationsPage: FC<Shown<CalibrationsProps>> = ({ listed, inForce, say, language, here }) => {
  const reader = { say, language, here }
  const title = say('progress.calibrations.title')
  return (
    <Frame title={title} current="/methods" {...reader}>
      <Mast kick={say('progress.methods.kick')} heading={title}>
        <Lede>{say('progress.calibrations.lede', { number: inForce, count: listed.length })}</Lede>
      </Mast>
      <MethodViews current="/methods/calibrations" {...reader} />
      <div class="stack">
        <SideSection
          id="all"
          heading={say('progress.calibrations.all')}
          about={say('progress.calibrations.about')}
          wide
        >
          <Summary listed={listed} inForce={inForce} {...reader} />
        </SideSection>
        {listed.map((one) => (
          <One one={one} {...reader} />
        ))}
        <Cite title={title} to="/methods/calibrations" {...reader} />
      </div>
    </Frame>
  )
}
