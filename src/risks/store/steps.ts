import { Day, PersonId, UnitCode } from '#kernel'
import { EntryId } from '#plan/core'
import { type ReadDb, type Row, sql, text, textOrNull, type WriteDb, whole } from '#platform'
import { type Act, type Level, levels, PartId, type Risk, RiskId, type Step, watchDirections } from '#risks/core'

const day = (row: Row, column: string): Day => Day.trusted(text(row, column))
const part = (row: Row): PartId => PartId.trusted(text(row, 'part'))

const one = <Value extends string>(row: Row, column: string, all: readonly Value[]): Value => {
  const found = all.find((each) => each === row[column])
  if (found === undefined)
    throw new Error(`Column ${column} holds ${String(row[column])}, which is none of ${all.join()}`)
  return found
}

const score = (row: Row, which: 'inherent' | 'residual') => ({
  likelihood: whole(row, `${which}_likelihood`),
  impact: whole(row, `${which}_impact`),
})

const kinds: readonly Act['kind'][] = [
  ...(['described', 'adopted', 'assessed', 'mitigated', 'progressed', 'watched', 'unwatched', 'answered'] as const),
  ...(['levelled', 'closed', 'merged'] as const),
]

const readAct = (row: Row): Act => {
  const kind = one(row, 'kind', kinds)
  switch (kind) {
    case 'described':
      return {
        kind,
        title: text(row, 'title'),
        cause: text(row, 'cause'),
        event: text(row, 'event'),
        effect: text(row, 'effect'),
        owner: UnitCode.trusted(text(row, 'owner')),
        elements: (row['elements'] as readonly string[]).map((entry) => EntryId.trusted(entry)),
      }
    case 'assessed':
      return { kind, scale: whole(row, 'scale'), inherent: score(row, 'inherent'), residual: score(row, 'residual') }
    case 'mitigated':
      return {
        kind,
        part: part(row),
        what: text(row, 'what'),
        owner: UnitCode.trusted(text(row, 'owner')),
        dueOn: day(row, 'due_on'),
        expected: text(row, 'expected'),
      }
    case 'progressed':
      return { kind, part: part(row), percent: whole(row, 'percent') }
    case 'watched':
      return {
        kind,
        part: part(row),
        series: text(row, 'series'),
        breakdown: text(row, 'breakdown'),
        area: textOrNull(row, 'area'),
        direction: one(row, 'direction', watchDirections),
        threshold: text(row, 'threshold'),
      }
    case 'unwatched':
      return { kind, part: part(row) }
    case 'answered':
      return {
        kind,
        part: part(row),
        area: text(row, 'area'),
        year: whole(row, 'year'),
        decimal: text(row, 'decimal'),
        release: whole(row, 'release'),
      }
    case 'levelled':
      return { kind, level: one<Level>(row, 'level', levels) }
    case 'merged':
      return { kind, into: RiskId.trusted(text(row, 'merged_into')) }
    default:
      return { kind }
  }
}

const readStep = (row: Row): readonly [RiskId, Step] => [
  RiskId.trusted(text(row, 'risk')),
  {
    ...readAct(row),
    n: Number(text(row, 'n')),
    on: day(row, 'done_on'),
    by: PersonId.trusted(text(row, 'person')),
    reason: text(row, 'reason'),
  },
]

const numberOf = (id: RiskId): number => Number(id.slice(1))

const gathered = (rows: readonly (readonly [RiskId, Step])[]): readonly Risk[] =>
  [...Map.groupBy(rows, ([id]) => id)]
    .map(([id, steps]): Risk => ({ id, steps: steps.map(([, step]) => step) }))
    .toSorted((a, b) => numberOf(a.id) - numberOf(b.id))

/** Everything that was ever done, risk by risk, oldest first. */
const allRisks = async (db: ReadDb): Promise<readonly Risk[]> =>
  gathered(
    await db.all(
      sql`-- risks.allRisks
        select n::text, risk, kind, done_on::text, person, reason, title, cause, event, effect, owner, elements, scale,
          inherent_likelihood, inherent_impact, residual_likelihood, residual_impact, part, what, due_on::text, expected,
          percent, series, breakdown, area, direction, threshold, year, decimal, release, level, merged_into
        from risks.step order by step.n`,
      readStep,
    ),
  )

/** These risks, or with null all of them, each with everything that was done about it, oldest first. */
export const risksOf = async (db: ReadDb, ids: readonly RiskId[] | null): Promise<readonly Risk[]> => {
  if (ids === null) return allRisks(db)
  if (ids.length === 0) return []
  return gathered(
    await db.all(
      sql`-- risks.risksOf
        select n::text, risk, kind, done_on::text, person, reason, title, cause, event, effect, owner, elements, scale,
          inherent_likelihood, inherent_impact, residual_likelihood, residual_impact, part, what, due_on::text, expected,
          percent, series, breakdown, area, direction, threshold, year, decimal, release, level, merged_into
        from risks.step where risk = any(${ids}) order by step.n`,
      readStep,
    ),
  )
}

/** Which register this is and how far it is: the same answer, the same rows. */
export const standOf = async (
  db: ReadDb,
): Promise<{ readonly count: number; readonly upTo: number; readonly first: string; readonly last: string }> => {
  const found = await db.one(
    sql`-- risks.standOf
      select count(*)::integer as count, coalesce(max(n), 0)::text as up_to, coalesce(min(at)::text, '') as first,
        coalesce(max(at)::text, '') as last
      from risks.step`,
    (row) => ({
      count: whole(row, 'count'),
      upTo: Number(text(row, 'up_to')),
      first: text(row, 'first'),
      last: text(row, 'last'),
    }),
  )
  return found ?? { count: 0, upTo: 0, first: '', last: '' }
}

/** The risks about which something was done after that row. */
export const touchedAfter = (db: ReadDb, n: number): Promise<readonly RiskId[]> =>
  db.all(
    sql`-- risks.touchedAfter
      select distinct risk from risks.step where n > ${n}`,
    (row) => RiskId.trusted(text(row, 'risk')),
  )

/**
 * These risks as they stand now, and nobody else decides about them until the transaction ends. They are locked in the order of their
 * numbers, so that no two wait for each other.
 */
export const lockedRisks = async (db: WriteDb, ids: readonly RiskId[]): Promise<readonly Risk[]> => {
  const inOrder = [...new Set(ids)].toSorted((a, b) => numberOf(a) - numberOf(b))
  await db.run(sql`-- risks.lockedRisks
    select pg_advisory_xact_lock(hashtextextended('risks.risk ' || id, 0)) from unnest(${inOrder}::text[]) as id`)
  return risksOf(db, inOrder)
}

/** The same for one; null when there is none. `others` are risks that nobody else decides about meanwhile. */
export const lockedRisk = async (db: WriteDb, id: RiskId, others: readonly RiskId[] = []): Promise<Risk | null> =>
  (await lockedRisks(db, [id, ...others])).find((risk) => risk.id === id) ?? null

/** So many risks of which nothing is said yet, by the numbers that they got. */
export const addRisks = async (db: WriteDb, count: number): Promise<readonly RiskId[]> =>
  (
    await db.all(
      sql`-- risks.addRisks
        insert into risks.risk (entered_at) select now() from generate_series(1, ${count}::integer) returning id`,
      (row) => RiskId.trusted(text(row, 'id')),
    )
  ).toSorted((a, b) => numberOf(a) - numberOf(b))

export const addRisk = async (db: WriteDb): Promise<RiskId> => {
  const [id] = await addRisks(db, 1)
  if (id === undefined) throw new Error('A risk got no number')
  return id
}

export type NewStep = {
  readonly risk: RiskId
  readonly on: Day
  readonly by: PersonId
  readonly reason: string
  readonly act: Act
}

const columnsOf = ({ risk, on, by, reason, act }: NewStep): Readonly<Record<string, unknown>> => {
  const common = { risk, kind: act.kind, done_on: on, person: by, reason }
  switch (act.kind) {
    case 'assessed':
      return {
        ...common,
        scale: act.scale,
        inherent_likelihood: act.inherent.likelihood,
        inherent_impact: act.inherent.impact,
        residual_likelihood: act.residual.likelihood,
        residual_impact: act.residual.impact,
      }
    case 'mitigated':
      return { ...common, part: act.part, what: act.what, owner: act.owner, due_on: act.dueOn, expected: act.expected }
    case 'merged':
      return { ...common, merged_into: act.into }
    default:
      return { ...act, ...common }
  }
}

/** Adds rows in their order; answers the number of the last. */
export const addSteps = async (db: WriteDb, steps: readonly NewStep[]): Promise<number> => {
  const numbers = await db.all(
    sql`-- risks.addSteps
      insert into risks.step (risk, kind, done_on, person, reason, title, cause, event, effect, owner, elements, scale,
        inherent_likelihood, inherent_impact, residual_likelihood, residual_impact, part, what, due_on, expected, percent,
        series, breakdown, area, direction, threshold, year, decimal, release, level, merged_into)
      select risk, kind, done_on, person, reason, title, cause, event, effect, owner, elements, scale,
        inherent_likelihood, inherent_impact, residual_likelihood, residual_impact, part, what, due_on, expected, percent,
        series, breakdown, area, direction, threshold, year, decimal, release, level, merged_into
      from jsonb_to_recordset(${JSON.stringify(steps.map(columnsOf))}::jsonb) as given
        (risk text, kind text, done_on date, person text, reason text, title text, cause text, event text, effect text,
          owner text, elements text[], scale integer, inherent_likelihood integer, inherent_impact integer,
          residual_likelihood integer, residual_impact integer, part text, what text, due_on date, expected text,
          percent integer, series text, breakdown text, area text, direction text, threshold text, year integer,
          decimal text, release integer, level text, merged_into text)
      returning n::text`,
    (row) => Number(text(row, 'n')),
  )
  return Math.max(0, ...numbers)
}
