import type { FC } from 'hono/jsx'
import { SideSection } from '#ui'
import { indicatorWords } from '../calibrated-names.ts'
import type { Uneven, Weaknesses } from '../core/index.ts'
import { bandIn, percentIn, pointsIn, type Reader, signedIn, yearsIn } from './methods-parts.tsx'

const UnevenLevels: FC<Reader & { readonly uneven: readonly Uneven[]; readonly of: 'narrow' | 'wide' }> = ({
  uneven,
  of,
  say,
  language,
}) => (
  <>
    {uneven.map(({ ahead, band, coverage80, n }) => (
      <li>
        {say(`progress.weak.${of}`, {
          ahead,
          level: bandIn(language, band),
          share: percentIn(language, coverage80),
          n,
        })}
      </li>
    ))}
  </>
)

/** What the projections can not do, before what they can: each line read off the record, the last ones of every record. */
export const WeakSection: FC<Reader & { readonly weak: Weaknesses }> = ({ weak, ...reader }) => {
  const { say, language } = reader
  const { hardly, none, narrow, wide, untested, leaning, drifting, beaten, even } = weak
  const leans = drifting.map(({ bias }) => bias)
  return (
    <SideSection id="weak" heading={say('progress.weak.heading')} about={say('progress.weak.about')}>
      <ul>
        {hardly.length === 0 ? null : <li>{say('progress.weak.hardly', { years: yearsIn(language, hardly) })}</li>}
        {none.length === 0 ? null : <li>{say('progress.weak.none', { years: yearsIn(language, none) })}</li>}
        {even === null ? null : <li>{say('progress.weak.even', { brier: pointsIn(language, even, 2) })}</li>}
        <UnevenLevels uneven={narrow} of="narrow" {...reader} />
        <UnevenLevels uneven={wide} of="wide" {...reader} />
        {untested.length === 0 ? null : (
          <li>{say('progress.weak.untested', { years: yearsIn(language, untested) })}</li>
        )}
        {leaning.map(({ ahead, bias }) => (
          <li>
            {say('progress.weak.leaning', {
              ahead,
              bias: signedIn(language, bias),
              direction: bias < 0 ? 'high' : 'low',
            })}
          </li>
        ))}
        {drifting.length === 0 ? null : (
          <li>
            {say('progress.weak.drifting', {
              years: yearsIn(
                language,
                drifting.map(({ ahead }) => ahead),
              ),
              from: signedIn(language, Math.min(...leans)),
              to: signedIn(language, Math.max(...leans)),
            })}
          </li>
        )}
        {beaten.map(({ indicator, combined, G1 }) => (
          <li>
            {say('progress.weak.beaten', {
              indicator: indicatorWords(say, indicator),
              combined: pointsIn(language, combined),
              own: pointsIn(language, G1),
            })}
          </li>
        ))}
        <li>{say('progress.weak.wave')}</li>
        <li>{say('progress.weak.vintage')}</li>
        <li>{say('progress.weak.groups')}</li>
        <li>{say('progress.weak.chosen')}</li>
        <li>{say('progress.weak.amounts')}</li>
      </ul>
    </SideSection>
  )
}
