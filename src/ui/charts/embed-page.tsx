import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { Bare } from '../bare.tsx'
import { dayWords } from '../figures.ts'
import { Link } from '../link.tsx'
import { ChartFigure } from './figure-with.tsx'
import type { ChartGiven } from './take-chart.ts'

/** A line each, in the direction of its own letters. */
const Lines: FC<{ readonly lines: readonly string[] }> = ({ lines }) => (
  <>
    {lines.map((line, nth) => (
      <>
        {nth === 0 ? null : <br />}
        <bdi>{line}</bdi>
      </>
    ))}
  </>
)

/** A chart alone, for a frame in somebody else's page: what it shows, whose it is, and the way to the whole. */
export const EmbedPage: FC<Shown<{ readonly chart: ChartGiven }>> = ({ chart, say, language, here }) => {
  const { heading, drawing, source, page } = chart
  return (
    <Bare
      title={heading}
      whole={page}
      foot={
        <p>
          <Link to={page} language={language} here={here}>
            {say('ui.embed.whole')}
          </Link>
        </p>
      }
      say={say}
      language={language}
      here={here}
    >
      <h1>{heading}</h1>
      {here.asOf === null ? null : (
        <p class="ctx past">{say.rich('ui.frame.knownOn', { day: <b>{dayWords(language, here.asOf)}</b> })}</p>
      )}
      <ChartFigure {...(source === undefined ? {} : { caption: <Lines lines={[source].flat()} /> })}>
        {drawing()}
      </ChartFigure>
    </Bare>
  )
}
