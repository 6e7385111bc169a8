import { quantileSorted } from 'd3-array'
import type { Language } from '#kernel'
import { figure, percentSign, range } from '../figures.ts'
import type { Scale } from './drawing.tsx'

/** Where one step ends and the next begins; a value there is of the higher one. */
export type Steps = { readonly scale: Scale; readonly bounds: readonly number[] }

/** To two digits: a bound that can be read aloud. */
const rounded = (value: number): number => Number(value.toPrecision(2))

/** Five steps of one hue. Per cent by twenties, always, so that two maps can be compared; anything else a fifth of the areas each. */
export const stepsOf = (scale: Scale, values: readonly number[]): Steps => {
  if (scale.kind === 'percent') return { scale, bounds: [20, 40, 60, 80] }
  const sorted = values.toSorted((a, b) => a - b)
  const bounds = [0.2, 0.4, 0.6, 0.8].map((part) => rounded(quantileSorted(sorted, part) ?? 0))
  return { scale, bounds: [...new Set(bounds)].filter((bound) => bound > (sorted[0] ?? 0)) }
}

/** The step of a value, from 1. Fewer steps take the darker hues. */
export const stepOf = ({ bounds }: Steps, value: number): number =>
  5 - bounds.length + bounds.filter((bound) => value >= bound).length

const plain = (value: number): string => String(Number(value.toFixed(9)))
const decimalsOf = (value: number): number => plain(value).split('.')[1]?.length ?? 0

/** The steps in words, the lightest first: "<20", "20–40" … "≥80". */
export const stepWords = (language: Language, { scale, bounds }: Steps): readonly string[] => {
  const decimals = Math.max(0, ...bounds.map(decimalsOf))
  const sign = scale.kind === 'percent' ? percentSign(language) : ''
  const words = (value: number) => figure(language, plain(value), decimals)
  const [first, last] = [bounds[0], bounds.at(-1)]
  if (first === undefined || last === undefined) return []
  return [
    `<${words(first)}${sign}`,
    ...bounds.slice(1).map((bound, at) => `${range(language, plain(bounds[at] ?? 0), plain(bound), decimals)}${sign}`),
    `≥${words(last)}${sign}`,
  ]
}
