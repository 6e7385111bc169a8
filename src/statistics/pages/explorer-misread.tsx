import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { type Area, type Dimension, isGroup, type Series } from '#statistics/core'
import { Fig, Link, Note, Wording } from '#ui'
import { exploringAddress, type Instead, type Misread } from '../core/exploring.ts'
import { AreaName, breakdownWords } from './names.tsx'

type Known = {
  readonly names: ReadonlyMap<string, Area>
  readonly series: ReadonlyMap<string, Series>
  readonly dimensions: readonly Dimension[]
}

/** What may have been meant, in words. */
const InsteadWords: FC<Shown<{ readonly instead: Instead; readonly known: Known }>> = (props) => {
  const { instead, known, say, language } = props
  const { kind, code } = instead
  switch (kind) {
    case 'series':
      return <Wording words={known.series.get(code)?.names ?? { en: code }} language={language} />
    case 'area':
    case 'group':
      // Two lists may have a group of one name: its code tells them apart.
      return (
        <>
          <AreaName area={code} areas={known.names} language={language} /> {isGroup(code) ? <Fig>{code}</Fig> : null}
        </>
      )
    case 'breakdown':
      return <>{breakdownWords(say, language, known.dimensions, code)}</>
    case 'years':
      return <Fig>{code}</Fig>
    default:
      return <>{say('statistics.explore.without')}</>
  }
}

type NotesProps = { readonly misread: readonly Misread[]; readonly known: Known }

/** Each part of the address that was not followed, why, and what may have been meant; the rest is shown below. */
export const MisreadNotes: FC<Shown<NotesProps>> = ({ misread, known, say, language, here }) => (
  <>
    {misread.map(({ code, facts, instead }) => (
      <Note tone="warn">
        {say(code, facts)}
        {instead.length === 0 ? null : (
          <>
            {' '}
            {say('statistics.explore.instead')}{' '}
            {instead.map((one, index) => (
              <>
                {index === 0 ? '' : ' · '}
                <Link to={exploringAddress(one.exploring)} language={language} here={here} rel="nofollow">
                  <InsteadWords instead={one} known={known} say={say} language={language} here={here} />
                </Link>
              </>
            ))}
          </>
        )}
      </Note>
    ))}
  </>
)
