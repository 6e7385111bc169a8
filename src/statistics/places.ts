import type { Place } from '#platform'
import { AreaCode, SeriesCode } from '#statistics/core'

/** A section of a series' page: who uses its figures, and for what. */
export const seriesPlace: Place<'series'> = { kind: 'section', name: 'statistics.series', id: SeriesCode }

/** A section of the page of an economy or a group, before what it reports: what its figures are asked for. */
export const areaPlace: Place<'area'> = { kind: 'section', name: 'statistics.area', id: AreaCode }

/** What the page of an economy says first: sentences with the figures that matter. Without any it says how much is known. */
export const areaLedePlace: Place<'area'> = { kind: 'section', name: 'statistics.areaLede', id: AreaCode }
