import { joined, operatorActor, type Part, playersOf, waysIn } from '#access'
import { type Actor, type Attempt, Day, done, mayDo, type UnitCode } from '#kernel'
import {
  addEvent,
  CannotGoOn,
  type Database,
  type DemoSetting,
  type Trail,
  todayIs,
  type Work,
  wasDone,
} from '#platform'
import { featureList, indexAll } from './opened.ts'

/** Always the same: a screenshot of today is one of tomorrow. */
const seed = 2026

const at = 'harbour-lights.example'

/** Who plays: somebody for each role that has a desk, and for each unit that has risks. */
export const cast: readonly Part[] = [
  { name: 'Ada Quay', email: `ada@${at}`, role: 'administrator', for: '' },
  { name: 'Rui Beacon', email: `rui@${at}`, role: 'risk-officer', for: '' },
  { name: 'Noor Harbour', email: `noor@${at}`, role: 'approver', for: '' },
  { name: 'Ines North', email: `ines@${at}`, role: 'risk-officer', for: 'north-coast' },
  { name: 'Otto South', email: `otto@${at}`, role: 'risk-officer', for: 'south-coast' },
  { name: 'Sol Lamp', email: `sol@${at}`, role: 'risk-officer', for: 'secretariat' },
  { name: 'Mira North', email: `mira@${at}`, role: 'planner', for: 'north-coast' },
  { name: 'Teo South', email: `teo@${at}`, role: 'planner', for: 'south-coast' },
  { name: 'Lin Figures', email: `lin@${at}`, role: 'statistician', for: '' },
  { name: 'Pia Report', email: `pia@${at}`, role: 'report-writer', for: '' },
  { name: 'Jo Money', email: `jo@${at}`, role: 'resource-officer', for: '' },
]

/** The units that have risks of their own, as the content of the demonstration declares them. */
const units = ['secretariat', 'north-coast', 'south-coast'] as readonly string[] as readonly UnitCode[]

const isDone = (attempt: Attempt<unknown>): boolean => attempt.kind === 'done'

const carried = async (
  database: Database,
  by: Actor,
  on: Day,
  event: string,
  deed: (work: Work) => Promise<Attempt<Trail>>,
): Promise<void> => {
  const attempt = await database.write(async (db) => {
    const answer = await deed({ db, by, today: on })
    if (answer.kind === 'done') {
      const { facts, ...trail } = answer.value
      addEvent(db, { person: by.person, event, way: 'content', facts: { ...facts, on }, ...trail })
    }
    return answer
  }, isDone)
  if (attempt.kind === 'refused') throw new CannotGoOn(attempt.refusal)
}

/** Three years of an invented organization, played once through the deeds of its features. */
export const staged = async (database: Database): Promise<void> => {
  if (await database.read((db) => wasDone(db, 'app.demonstrated'))) return
  const today = todayIs()
  await carried(database, operatorActor, today, 'access.personAdded', async (work) => {
    const attempt = await joined(work, cast)
    return attempt.kind === 'refused' ? attempt : done({ facts: attempt.value })
  })
  const players = await database.read((db) => playersOf(db))
  const who: DemoSetting['who'] = (permission, unit) => {
    const scope = unit === null ? ({ kind: 'everywhere' } as const) : ({ kind: 'unit', code: unit } as const)
    const player = players.find(({ by }) => mayDo(by, permission, scope))
    if (player === undefined)
      throw new Error(`Nobody of the demonstration may ${permission} for ${unit ?? 'everywhere'}`)
    return player.by
  }
  const setting: DemoSetting = { units, since: Number(today.slice(0, 4)) - 3, who }
  const all = featureList.flatMap(({ demo }) => demo?.(seed, setting) ?? [])
  for (const { by, on, event, deed } of all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))
    if (on <= today) await carried(database, by, on, event, deed)
  await carried(database, operatorActor, Day.trusted(today), 'app.demonstrated', async (work) => {
    await indexAll(work.db)
    return done({ facts: {} })
  })
}

/** A way in for everybody, for a day. */
export const ways = async (database: Database) => {
  const found = await database.write(
    (db) => waysIn({ db, by: operatorActor, today: todayIs() }, cast),
    () => true,
  )
  return cast.flatMap((part) => {
    const path = found.get(part.email)
    return path === undefined ? [] : [{ ...part, path }]
  })
}
