import type { Look } from '#platform'
import { groupsIn } from '../aggregates-groups.ts'
import { latestOf } from '../kept.ts'
import { breakdownsIn } from '../kept-breakdowns.ts'
import { portraitOf } from '../store/portrait.ts'

export type Example = {
  readonly series: string
  readonly breakdown: string
  readonly areas: readonly string[]
  readonly year: string
  readonly group: string
}

const few = 2

/** Something that there are figures of: a line of the portrait of an area where there is one, else any. */
export const anExample = async ({ db, asOf }: Look): Promise<Example> => {
  const [{ plainest }, portrait, groups] = [
    await breakdownsIn(db, asOf),
    await portraitOf(db, asOf),
    await groupsIn(db, asOf),
  ]
  const there = [...plainest.values()]
  const line =
    portrait.series.find((one) => plainest.has(one.series)) ??
    there.toSorted((a, b) => b.observations - a.observations)[0]
  const breakdown = line === undefined ? undefined : plainest.get(line.series)
  const latest = breakdown === undefined ? [] : [...(await latestOf(db, [breakdown], asOf)).values()].flat()
  return {
    series: breakdown?.series ?? '',
    breakdown: breakdown?.breakdown ?? '',
    areas: latest.slice(0, few).map(({ area }) => area),
    year: String(latest[0]?.year ?? ''),
    group: groups.all.find((one) => groups.schemeOf(one)?.world !== true) ?? groups.all[0] ?? '',
  }
}
