import { type Language, plainDecimal, wordsIn } from '#kernel'
import type { Say } from '#platform'
import { type Card, type Picture, signsOf } from '#ui'
import type { Element } from '../core/element.ts'
import { isComputed } from '../core/glance-figures.ts'
import type { Indexed } from '../core/indexed.ts'
import { latestWorldOf, type Measured } from '../core/measured.ts'
import { editionName, editionOf, shortNameOf } from '../reading.ts'
import { figureText, isPercent, medianText, yearsText } from './measured-parts.tsx'

type Told = { readonly say: Say; readonly language: Language }

/** The last figure of it, in what unit, and whose and when it is; null where nothing is known. */
const figureOf = ({ figures, choice }: Measured, { say, language }: Told): Card['figure'] => {
  if (figures === null || choice.measure === null) return null
  const { series, distribution } = figures
  const unit = isPercent(series) ? '' : `${wordsIn(language, choice.measure.measure.unit)}${signsOf(language).comma}`
  const world = latestWorldOf(figures)
  if (world !== null && world.value.kind === 'known') {
    const year = String(world.year)
    return {
      value: figureText(language, series, world.value.value),
      about: `${unit}${isComputed(world) ? say('plan.picture.computed', { year }) : say('plan.picture.world', { year })}`,
    }
  }
  const median = medianText(language, series, distribution.median)
  if (median === null || distribution.years === null) return null
  const count = distribution.count - distribution.outside.length
  return {
    value: median,
    about: `${unit}${say('plan.picture.median', { count, years: yearsText(distribution.years) })}`,
  }
}

/** What the picture of an element's page shows; how it stands is said by others. */
export const cardWords = (
  ix: Indexed,
  element: Element,
  measured: Measured,
  { say, language }: Told,
): Omit<Card, 'standing'> => ({
  house: say('ui.frame.name'),
  part: `${wordsIn(language, ix.plan.names)} · ${editionName(editionOf(ix, element.edition))}`,
  kick: wordsIn(language, shortNameOf(ix, element)),
  title: wordsIn(language, element.title),
  figure: figureOf(measured, { say, language }),
  points: (measured.figures?.world ?? []).flatMap(({ observation: { year, value } }) =>
    value.kind === 'known' ? [{ year, value: Number(plainDecimal(value.value.decimal)) }] : [],
  ),
  language,
})

/** The picture for the head of the page, with what it shows in words. */
export const pictureOf = (ix: Indexed, element: Element, measured: Measured, told: Told): Picture => {
  const { kick, title, figure } = cardWords(ix, element, measured, told)
  const facts = {
    kick,
    title,
    has: figure === null ? 'no' : 'yes',
    about: figure?.about ?? '',
    value: figure?.value ?? '',
  }
  return { path: `${measured.path}/picture`, alt: told.say('plan.picture.alt', facts) }
}
