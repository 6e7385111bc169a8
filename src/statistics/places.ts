import type { Place } from '#platform'
import { SeriesCode } from '#statistics/core'

/** A section of a series' page: who uses its figures, and for what. */
export const seriesPlace: Place<'series'> = { kind: 'section', name: 'statistics.series', id: SeriesCode }
