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

/** Answers that are kept at the most: some tens of megabytes. What was asked for longest ago goes first. */
const most = 12_000
const kept = new Map<string, Answer>()

const keep = (key: string, answer: Answer): void => {
  kept.delete(key)
  kept.set(key, answer)
  if (kept.size > most) kept.delete(kept.keys().next().value ?? '')
}

/** Everything that an answer depends on besides the ask itself: the day, the calibration in force then, and the figures. */
const keysOf = async (db: ReadDb, asks: readonly Ask[], asOf: Day, { head, later }: Standing) => {
  const pictures = await figuresDependOn(db, asks.flatMap(selectionsOf), asOf)
  const pictureOf = (ask: Ask): string =>
    selectionsOf(ask)
      .map((one) => pictures.get(selectionKey(one)))
      .join('|')
  return asks.map((ask) => {
    const picture = pictureOf(ask)
    const { area, target, wanted, gap } = ask
    const asked = [...selectionsOf(ask).map(selectionKey), area, target?.year, target?.value, gap?.as]
    return { picture, key: [asOf, head.digest, later, picture, ...asked, wanted?.direction, wanted?.goal].join('|') }
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
    const year = Number(asOf.slice(0, 4))
    return answer({ ask, area: areas[at] ?? ask.area, series: definition, basis, other, picture, year })
  })
}

/**
 * Answers all asks as known on a day, with the calibration in force then; null before any calibration was loaded. An answer is kept
 * under the figures that it was made from: a release of other series leaves it, and one that touches it makes it anew.
 */
export const assessAll = async (db: ReadDb, given: readonly Ask[], asOf: Day): Promise<Answers | null> => {
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
