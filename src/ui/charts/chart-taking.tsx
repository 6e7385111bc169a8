import type { Child, FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Here, Say } from '#platform'
import { dayWords } from '../figures.ts'
import { hrefOf } from '../link.tsx'
import { Downloads, filesOf } from '../taking.tsx'
import { embedOf } from './take-chart.ts'

type ChartTakingProps = {
  /** "Take the chart". */
  readonly heading?: Child
  /** What the frame is called for those who hear the page that it stands on. */
  readonly title: string
  /** The path of the chart's files without an ending, with what is asked of it: `/a/chart?b=c`. */
  readonly to: string
  /** Of its frame, where the drawing is higher than most. */
  readonly height?: number
  readonly say: Say
  readonly language: Language
  readonly here: Here
}

/** High enough, in pixels, for the drawing, its heading and some lines of source in a column of a newspaper. */
const usualHeight = 560

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The line that puts a chart into a page: it runs nothing there, and is asked for when a reader comes near. */
export const frameLine = (title: string, address: string, height = usualHeight): string =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${height}" loading="lazy" frameborder="0" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`

/** A chart to take: as a drawing, as a picture, and as a line that shows it in another page. */
export const ChartTaking: FC<ChartTakingProps> = ({ heading, title, to, height, say, language, here }) => {
  const [path = '', question = ''] = to.split(/(?=\?)/)
  const address = `${here.origin}${hrefOf(language, here, embedOf(to))}`
  return (
    <div class="noprint">
      <Downloads
        heading={heading ?? say('ui.cite.chart')}
        files={filesOf(path, question, ['svg', 'png'])}
        language={language}
        here={here}
      />
      <details class="small">
        <summary>{say('ui.embed.heading')}</summary>
        <p>
          {here.asOf === null ? say('ui.embed.latest') : say('ui.embed.dated', { day: dayWords(language, here.asOf) })}
        </p>
        <textarea class="line" readonly rows={4} dir="ltr" spellcheck={false} aria-label={say('ui.embed.line')}>
          {frameLine(title, address, height)}
        </textarea>
      </details>
    </div>
  )
}
