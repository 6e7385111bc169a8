import type { Day } from '#kernel'
import type { ReadDb } from '#platform'
import { type Selection, selectionKey } from '#statistics/core'
import { type Answer, answering } from './answering.ts'
import { type Ask, basesOf, type Line, world } from './bases.ts'
import { calibrationInForce, type Standing } from './calibrations.ts'
import { figuresDependOn, groupsOf, publishedWorldOf, seriesOf } from './neighbours/statistics.ts'

export type { Answer } from './answering.ts'

/** The answers in the order of the asks, and the calibration that they come from. */
export type Answers = { readonly calibration: Standing; readonly answers: readonly Answer[] }

/** The asks with the world of each by its code. Without any list of the world, such an ask stays as it is and finds nothing. */
const placed = async (db: ReadDb, asks: readonly Ask[], asOf: Day): Promise<readonly string[]> => {
  const asked = asks.filter(({ area }) => area === world).map(({ selection }) => selection)
  if (asked.length === 0) return asks.map(({ area }) => area)
  const published = await publishedWorldOf(db, asked, asOf)
  const any = (await groupsOf(db, null, asOf, asOf)).find(({ scheme }) => scheme.world)
  const usual = any === undefined ? world : `${any.scheme.code}/${any.code}`
  return asks.map(({ area, selection }) =>
    area === world ? (published.get(selectionKey(selection))?.area ?? usual) : area,
  )
}

const selectionsOf = ({ selection, gap }: Ask): readonly Selection[] =>
  gap === undefined ? [selection] : [selection, gap.other]

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/**
 * Everything that an answer depends on besides the ask itself, and never the day: the year of it, the calibration in force then, the
 * figures and definitions known, and of a group its members. The plan of that day is in the ask, which has its numbers.
 */
const keysOf = async (db: ReadDb, asks: readonly Ask[], asOf: Day, { head, later }: Standing) => {
  const lines = asks.flatMap((ask) =>
    selectionsOf(ask).map((selection) => ({ selection, area: ask.area === world ? null : ask.area })),
  )
  const depending = await figuresDependOn(db, lines, asOf)
  let nth = 0
  return asks.map((ask) => {
    const own = depending.slice(nth, nth + selectionsOf(ask).length)
    nth += own.length
    const picture = own.map(({ figures }) => figures).join('|')
    const { area, target, wanted, gap } = ask
    const asked = [...selectionsOf(ask).map(selectionKey), area, target?.year, target?.value, gap?.as]
    const known = own.flatMap(({ definition, members }) => [definition, members])
    const parts = [yearOf(asOf), head.digest, later, picture, ...known, ...asked, wanted?.direction, wanted?.goal]
    return { picture, key: parts.join('|') }
  })
}

const answerAll = async (
  db: ReadDb,
  asks: readonly (Ask & { readonly picture: string })[],
  asOf: Day,
  calibration: Standing,
): Promise<readonly (Answer | null)[]> => {
  const areas = await placed(db, asks, asOf)
  const series = await seriesOf(db, [...new Set(asks.map(({ selection }) => selection.series))], asOf)
  const lines = asks.flatMap((ask, at): Line[] =>
    selectionsOf(ask).map((selection) => ({ selection, area: areas[at] ?? ask.area })),
  )
  const bases = await basesOf(db, lines, asOf, series)
  const answer = answering(calibration)
  let nth = 0
  return asks.map((ask, at) => {
    const [basis, other = null] = bases.slice(nth, nth + selectionsOf(ask).length)
    nth += selectionsOf(ask).length
    const definition = series.get(ask.selection.series)
    if (basis === undefined || definition === undefined) return null
    const { picture } = ask
    const year = yearOf(asOf)
    return answer({ ask, area: areas[at] ?? ask.area, series: definition, basis, other, picture, year })
  })
}

/** Answers that are kept at the most: some tens of megabytes. What was asked for longest ago goes first. */
const most = 12_000

/** The reading of answers, with its own memory of those that were made. */
export const assessing = () => {
  const kept = new Map<string, Answer>()
  const keep = (key: string, answer: Answer): void => {
    kept.delete(key)
    kept.set(key, answer)
    if (kept.size > most) kept.delete(kept.keys().next().value ?? '')
  }
  return async (db: ReadDb, given: readonly Ask[], asOf: Day): Promise<Answers | null> => {
    const calibration = await calibrationInForce(db, asOf)
    if (calibration === null) return null
    const keys = await keysOf(db, given, asOf, calibration)
    const fresh = given.flatMap((ask, at) => {
      const { key, picture } = keys[at] ?? { key: '', picture: '' }
      return kept.has(key) ? [] : [{ ...ask, key, picture }]
    })
    const made = fresh.length === 0 ? [] : await answerAll(db, fresh, asOf, calibration)
    const found = new Map(fresh.map(({ key }, at) => [key, made[at] ?? null]))
    const answers = given.flatMap((ask, at) => {
      const key = keys[at]?.key ?? ''
      const answer = found.get(key) ?? kept.get(key) ?? null
      if (answer === null) return []
      keep(key, answer)
      return [{ ...answer, ask }]
    })
    return { calibration, answers }
  }
}

/**
 * Answers all asks as known on a day, with the calibration in force then; null before any calibration was loaded. An answer is kept
 * under what it was made from: a release of other series leaves it, one that touches it makes it anew, and days share it.
 */
export const assessAll = assessing()
