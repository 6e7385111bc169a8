import { type Language, wordsIn } from '#kernel'
import type { Say } from '#platform'
import { filesOf, signsOf, type Take } from '#ui'
import type { Measured } from '../core/measured.ts'
import type { DrawnWorld } from '../neighbours/statistics.ts'
import { editionName, referenceOf } from '../reading.ts'
import { gapsHeight } from './measured-gap-charts.tsx'
import { isolated, viewTo } from './measured-parts.tsx'
import { drawingsOf, drawingTitle } from './measured-svg.tsx'

/** How the page of a measured element is quoted, with the view that is chosen. */
export const measuredCite = (measured: Measured, language: Language) => {
  const { element, edition, label } = measured
  const reference = referenceOf(element)
  return {
    title: `${wordsIn(language, label)}${reference === null ? '' : `${signsOf(language).gap}${reference}`}${signsOf(language).colon}${wordsIn(language, element.title)}`,
    part: `${wordsIn(language, edition.act)}${signsOf(language).comma}${isolated(language, editionName(edition))}`,
    to: viewTo(measured),
  }
}

/** Its figures and its drawings in the view that is chosen. */
export const measuredTakes = (
  measured: Measured,
  world: DrawnWorld | null,
  say: Say,
  language: Language,
): readonly Take[] => {
  if (measured.figures === null) return []
  const [path = '', asked = ''] = viewTo(measured, { sort: undefined }).split('?')
  const question = (more: Readonly<Record<string, string>> = {}): string => {
    const words = new URLSearchParams([...new URLSearchParams(asked), ...Object.entries(more)]).toString()
    return words === '' ? '' : `?${words}`
  }
  return [
    { heading: say('ui.cite.figures'), files: filesOf(`${path}/figures`, question()) },
    ...drawingsOf(measured, world).map((drawing, nth) => ({
      heading: nth === 0 ? say('ui.cite.chart') : say(`plan.measured.file.${drawing}`),
      chart: `${path}/chart${question(nth === 0 ? {} : { chart: drawing })}`,
      title: drawingTitle(measured, drawing, { say, language }),
      ...(drawing === 'gaps' ? { height: gapsHeight } : {}),
    })),
  ]
}
