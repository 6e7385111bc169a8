import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { dayWords, Fig, Filter, Frame, filesOf, Lede, Mast, Note, range, Select, Taking } from '#ui'
import { indicatorWords } from '../calibrated-names.ts'
import { countedOf, landedOf } from '../core/index.ts'
import { chartTakes } from './chart-takes.ts'
import { decimalOf, MethodViews, percentIn, pointsIn, WhichCalibration } from './methods-parts.tsx'
import { OriginsSection, PastCounts } from './past-counts.tsx'
import { PastLine } from './past-line.tsx'
import { type PastProps, pastAddress, world } from './past-parts.ts'
import { LandedSection, PastTable } from './past-table.tsx'

const Answer: FC<Shown<PastProps>> = (props) => {
  const { made, origin, year, indicator, say, language } = props
  const then = made.filter(({ ahead }) => origin + ahead === year)
  const economies = countedOf(then.filter(({ isGroup }) => !isGroup))
  const ofWorld = then.find(({ code }) => code === world)
  return (
    <>
      {economies === null ? null : (
        <Lede big>
          {say('progress.past.lede', {
            indicator: indicatorWords(say, indicator),
            from: String(origin),
            year: String(year),
            n: economies.n,
            in80: percentIn(language, economies.inside80 / economies.n),
            in95: percentIn(language, economies.inside95 / economies.n),
            mae: pointsIn(language, economies.mae),
          })}
        </Lede>
      )}
      {ofWorld === undefined ? null : (
        <p>
          {say.rich('progress.past.world', {
            interval: <Fig>{range(language, decimalOf(ofWorld.lo80), decimalOf(ofWorld.hi80), 1)}</Fig>,
            came: (
              <b>
                <Fig>{pointsIn(language, ofWorld.actual)}</Fig>
              </b>
            ),
            landed: say(`progress.landed.${landedOf(ofWorld)}`),
            year: String(year),
          })}
        </p>
      )}
    </>
  )
}

/** What would have been said, and what came, part by part: what of it is drawn can be taken. */
export const PastSections: FC<Shown<PastProps>> = (props) => (
  <div class="stack">
    <Note>{props.say('progress.past.vintage', { day: dayWords(props.language, props.standing.head.dated) })}</Note>
    <PastLine {...props} />
    <PastCounts {...props} />
    <LandedSection {...props} />
    <PastTable {...props} />
    <OriginsSection {...props} />
  </div>
)

/** How the projections of a year of the past turned out. */
export const PastPage: FC<Shown<PastProps>> = (props) => {
  const { standing, indicators, indicator, origins, origin, year, years, area, say, language, here } = props
  const reader = { say, language, here }
  const title = say('progress.past.title')
  const address = pastAddress(props, { in: String(year), area })
  const sections = <PastSections {...props} />
  return (
    <Frame title={title} current="/methods" {...reader}>
      <Mast kick={say('progress.methods.kick')} heading={title}>
        <Answer {...props} />
        <WhichCalibration record={{ standing, kept: null }} {...reader} />
      </Mast>
      <MethodViews current="/methods/past" {...reader} />
      <Filter to="/methods/past" button={say('ui.frame.show')} keep={{ area }} language={language} here={here}>
        <Select
          label={say('progress.past.indicator')}
          name="indicator"
          value={indicator}
          options={indicators.map((one) => ({ value: one.indicator, words: indicatorWords(say, one.indicator) }))}
        />
        <Select
          label={say('progress.past.from')}
          name="from"
          value={String(origin)}
          options={origins.map((one) => ({ value: String(one), words: String(one) }))}
        />
      </Filter>
      {sections}
      <Taking
        takes={[
          {
            heading: say('ui.cite.figures'),
            files: filesOf('/methods/past/outcomes', pastAddress(props).replace('/methods/past', '')),
          },
          ...chartTakes(sections, '/methods/past/chart', address.split('?')[1] ?? '', say),
        ]}
        cite={{ title: `${title} ${origin}–${years.at(-1) ?? ''}`, to: address }}
        {...reader}
      />
    </Frame>
  )
}
