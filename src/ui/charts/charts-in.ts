import { raw } from 'hono/html'
import { plainText } from '#platform'
import type { ChartGiven } from './take-chart.ts'

/** A chart of a page: what it is called, what stands under it, and its drawing. */
export type ChartIn = {
  readonly id: string
  readonly title: string
  readonly caption: readonly string[]
  readonly drawing: ChartGiven['drawing']
}

/** The words of some markup; what is isolated there stays so by marks. */
const wordsOf = (markup: string): string =>
  plainText(markup.replaceAll(/<bdi\b[^>]*>/g, '\u2068').replaceAll('</bdi>', '\u2069'))
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The charts of a part of a page, in its order: what a page draws can leave it without being drawn in a second way. */
export const chartsIn = (markup: { toString(): string }): readonly ChartIn[] =>
  [...markup.toString().matchAll(/<figure class="fig">([\s\S]*?)<\/figure>/g)].flatMap(([, figure = '']) => {
    const [drawing, id] = /<svg class="wide"[^>]* aria-labelledby="([^" ]+)-wide-t[\s\S]*?<\/svg>/.exec(figure) ?? []
    if (drawing === undefined || id === undefined) return []
    const title = wordsOf(/<title[^>]*>([\s\S]*?)<\/title>/.exec(drawing)?.[1] ?? '')
    const under = /<figcaption>(?:<b>[\s\S]*?<\/b>)?([\s\S]*?)<\/figcaption>/.exec(figure)?.[1] ?? ''
    const narrow = /<svg class="narrow"[\s\S]*?<\/svg>/.exec(figure)?.[0] ?? ''
    return [
      {
        id,
        title,
        caption: [wordsOf(under)].filter((one) => one !== ''),
        drawing: (only) => raw(only === undefined ? `${drawing}${narrow}` : drawing),
      },
    ]
  })
