import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { Link, Status } from '#ui'
import { reasonShort } from './outlook-reason.tsx'
import { asksText, Chance, figs, markOf, type OutlookParts, scribeOf } from './outlook-saying.tsx'
import { OfGap } from './target-cell.tsx'

export type AreaStatusProps = OutlookParts & {
  /** The page of the whole outlook, null where there is none. */
  readonly whole: string | null
}

/** Where a measure stands in one economy or group: the word with its mark, to what number and when, and what is expected. */
export const AreaStatus: FC<Shown<AreaStatusProps>> = (part) => {
  const { outlook, whole, say, language, here } = part
  const { answer } = outlook
  const reason = reasonShort(part)
  const projection = answer?.assessment.projection ?? null
  const target = answer?.question.target ?? null
  return (
    <>
      <Status
        status={markOf(answer?.assessment.status ?? 'not assessed')}
        say={say}
        {...(reason === '' ? {} : { reason })}
      />
      {answer === null ? null : <OfGap {...part} answer={answer} />}
      {answer === null || target === null ? null : (
        <span class="u why">
          {say.rich('progress.area.towards', {
            ...figs({ asks: asksText({ ...part, answer }), by: String(target.year) }),
          })}
        </span>
      )}
      {answer === null || projection === null ? null : (
        <span class="u why">
          {say.rich(
            'progress.row.expected',
            figs({
              interval: scribeOf(answer, { say, language }).interval(projection.lo80, projection.hi80),
              by: String(projection.year),
            }),
          )}
          {' · '}
          {say.rich('progress.row.chance', { chance: <Chance p={projection.p} say={say} language={language} /> })}
        </span>
      )}
      {whole === null || answer === null ? null : (
        <span class="u why">
          <Link to={whole} language={language} here={here}>
            {say('progress.area.whole')}
          </Link>
        </span>
      )}
    </>
  )
}
