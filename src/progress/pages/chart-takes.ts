import type { Day, Language } from '#kernel'
import { type Absent, absent, notUnderstood, type Say } from '#platform'
import { chartsIn, dayWords, type Take, type TakenChart, takenChart } from '#ui'

type Markup = { toString(): string }

/** Every chart of a part of a page, to take by its name: `question` is what is asked of the page. */
export const chartTakes = (markup: Markup, to: string, question: string, say: Say): readonly Take[] =>
  chartsIn(markup).map(({ id, title }) => {
    const asked = new URLSearchParams([...new URLSearchParams(question), ['chart', id]])
    return { heading: say('ui.cite.chartOf', { chart: title }), chart: `${to}?${asked}`, title }
  })

type ChartAsked = {
  readonly markup: Markup
  /** Of which chart; the first when nobody asks. */
  readonly chart: string | undefined
  readonly to: string
  /** The page that it is from, with what was asked of it. */
  readonly page: string
  /** Whose the figures are. */
  readonly sources: readonly string[]
  readonly asOf: Day
  readonly say: Say
  readonly language: Language
}

/** A chart of a part of a page as a drawing of its own, with what stands under it there and whose it is. */
export const chartTaken = ({
  markup,
  chart,
  to,
  page,
  sources,
  asOf,
  say,
  language,
}: ChartAsked): TakenChart | Absent => {
  const all = chartsIn(markup)
  const found = chart === undefined ? all[0] : all.find(({ id }) => id === chart)
  if (found === undefined)
    return chart === undefined
      ? absent('ui.nothingHere')
      : notUnderstood(
          'ui.parameterNotUnderstood',
          { parameter: 'chart', value: chart },
          all.map(({ id, title }) => ({
            to: `${to}${to.includes('?') ? '&' : '?'}chart=${id}`,
            words: { en: title, [language]: title },
          })),
        )
  return takenChart({
    name: found.id,
    drawing: found.drawing,
    heading: found.title,
    source: [...found.caption, ...sources, say('progress.chart.madeHere', { asOf: dayWords(language, asOf) })],
    page,
  })
}
