import { type Actor, Day, known } from '#kernel'
import { anActor } from '#kernel/testing'
import { AreaCode, type Observation, type Rules, SeriesCode } from '#statistics/core'

/** Whoever sees everything and may load files. */
export const statistician: Actor = anActor({ kind: 'everywhere' }, 'statistics.see', 'statistics.load')

/** Whoever may only look. */
export const statisticsReader: Actor = anActor({ kind: 'everywhere' }, 'statistics.see')

/** A plain observed value; a test names only what it is about. */
export const anObservation = (but: Partial<Observation> = {}): Observation => ({
  series: SeriesCode.trusted('USE'),
  breakdown: 'SEX=_T',
  area: AreaCode.trusted('FJI'),
  year: 2020,
  value: known({ decimal: '65.4', bound: null }),
  published: '65.4',
  unit: 'PT',
  nature: null,
  status: null,
  note: '',
  source: 'Census office',
  flag: null,
  release: 1,
  ...but,
})

export const someDay = Day.trusted('2026-11-26')
void (0 as unknown as Rules)
