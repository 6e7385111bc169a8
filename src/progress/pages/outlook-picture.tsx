import type { FC } from 'hono/jsx'
import { reasonShort } from './outlook-reason.tsx'
import { alone, markOf, type Part, scribeOf } from './outlook-saying.tsx'

/** How it stands, for the picture of its page: the status in words, with what is expected or why there is none. */
export const PictureStanding: FC<Part> = (part) => {
  const { outlook, say, language } = part
  const { answer, gap } = outlook
  const status = say(`ui.status.${markOf(answer?.assessment.status ?? 'not assessed')}`)
  const projection = answer?.assessment.projection ?? null
  const reason = reasonShort(part)
  if (reason !== '') return <>{say('progress.picture.reason', { status, reason })}</>
  // The picture shows the line: an interval of a gap would be read as one of it.
  if (answer === null || projection === null || gap !== null) return <>{status}</>
  return (
    <>
      {say('progress.picture.expected', {
        status,
        interval: alone(language, scribeOf(answer, { say, language }).interval(projection.lo80, projection.hi80)),
        by: String(projection.year),
      })}
    </>
  )
}
