import type { Observation } from './observation.ts'
import { projected } from './observation.ts'
import type { Series } from './reference.ts'

/** Observed values are a line, projections another: nothing that was not observed is drawn as if it had been. */
export type Drawn = {
  readonly observed: readonly Observation[]
  readonly projections: readonly Observation[]
  /** The years before which the line is not joined: a break that the publisher marks, or another definition. */
  readonly breaks: ReadonlySet<number>
}

export const drawnOf = (series: Series, observations: readonly Observation[]): Drawn => {
  const known = observations
    .filter(({ value }) => value.kind === 'known')
    .toSorted((one, other) => one.year - other.year)
  const since = [series, ...series.earlier].flatMap(({ sinceYear }) => (sinceYear === null ? [] : [sinceYear]))
  const first = since.flatMap((year) => known.find((one) => one.year >= year)?.year ?? [])
  const marked = known.flatMap(({ status, year }) => (status === 'B' ? [year] : []))
  return {
    observed: known.filter(({ nature }) => nature !== projected),
    projections: known.filter(({ nature }) => nature === projected),
    breaks: new Set([...first, ...marked]),
  }
}

/** Natures of figures that were not counted or asked, and are drawn hollow. */
export const isEstimate = ({ nature }: Observation): boolean => nature === 'E' || nature === 'M'
