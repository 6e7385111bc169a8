import { sql, type WriteDb, whole } from '#platform'
import type { Plan } from '../core/plan.ts'

/** What is kept of a load besides the plan itself. */
export type NewLoad = {
  readonly on: string
  readonly author: string
  readonly reason: string
  readonly digest: string
}

const positioned = <Value extends object>(
  values: readonly Value[],
): readonly (Value & { readonly position: number })[] => values.map((value, at) => ({ ...value, position: at + 1 }))

const addHead = async (db: WriteDb, plan: Plan, { on, author, reason, digest }: NewLoad): Promise<number> => {
  const { code, names, short, fictional, links } = plan.organisation
  const n = await db.one(
    sql`-- plan.addLoad
      insert into plan.load (loaded_on, author, reason, digest, slug, names, languages, in_force, first_shown, organisation)
      values (${on}, ${author}, ${reason}, ${digest}, ${plan.slug}, ${JSON.stringify(plan.names)}::jsonb,
        ${plan.languages}, ${plan.inForce}, ${plan.firstShown}, ${JSON.stringify({ code, names, short, fictional, links })}::jsonb)
      returning n`,
    (row) => whole(row, 'n'),
  )
  if (n === null) throw new Error('A load of a plan got no number')
  return n
}

const addOrganisation = async (db: WriteDb, load: number, { organisation, frameworks }: Plan): Promise<void> => {
  const kinds = organisation.kinds.map(({ code, role, segment, prefix, single, ...more }) => ({
    code,
    role,
    segment,
    prefix,
    single,
    more,
  }))
  await db.run(sql`-- plan.addKinds
    insert into plan.kind (load, code, position, role, segment, prefix, single, more)
    select ${load}::integer, code, position, role, segment, prefix, single, more
    from jsonb_to_recordset(${JSON.stringify(positioned(kinds))}::jsonb) as given
      (code text, position integer, role text, segment text, prefix text, single boolean, more jsonb)`)
  const units = organisation.units.map(({ code, element, ...more }) => ({ code, element, more }))
  await db.run(sql`-- plan.addUnits
    insert into plan.unit (load, code, position, element, more)
    select ${load}::integer, code, position, element, more
    from jsonb_to_recordset(${JSON.stringify(positioned(units))}::jsonb) as given
      (code text, position integer, element text, more jsonb)`)
  const links = frameworks.map(({ slug, ...more }) => ({ slug, more }))
  await db.run(sql`-- plan.addFrameworks
    insert into plan.framework (load, slug, position, more)
    select ${load}::integer, slug, position, more
    from jsonb_to_recordset(${JSON.stringify(positioned(links))}::jsonb) as given (slug text, position integer, more jsonb)`)
}

const addEditions = async (db: WriteDb, load: number, { editions }: Plan): Promise<void> => {
  const heads = editions.map(({ code, state, period, knownOn, elements, brackets, ...more }) => ({
    code,
    state,
    first_year: period.from,
    last_year: period.to,
    known_on: knownOn,
    more,
  }))
  await db.run(sql`-- plan.addEditions
    insert into plan.edition (load, code, position, state, first_year, last_year, known_on, more)
    select ${load}::integer, code, position, state, first_year, last_year, known_on, more
    from jsonb_to_recordset(${JSON.stringify(positioned(heads))}::jsonb) as given
      (code text, position integer, state text, first_year integer, last_year integer, known_on date, more jsonb)`)
  const elements = editions.flatMap((edition) =>
    edition.elements.map(
      ({ edition: code, id, position, kind, concept, parents, number, agreement, certainty, title, ...more }) => ({
        edition: code,
        id,
        position,
        kind,
        concept,
        parents,
        number,
        agreement,
        certainty,
        title,
        more,
      }),
    ),
  )
  await db.run(sql`-- plan.addElements
    insert into plan.element (load, edition, id, position, kind, concept, parents, number, agreement, certainty, title, more)
    select ${load}::integer, edition, id, position, kind, concept, parents, number, agreement, certainty, title, more
    from jsonb_to_recordset(${JSON.stringify(elements)}::jsonb) as given
      (edition text, id text, position integer, kind text, concept text, parents text[], number text, agreement text,
       certainty text, title jsonb, more jsonb)`)
  const brackets = editions.flatMap((edition) =>
    positioned(
      edition.brackets.map(({ edition: code, id, element, ...more }) => ({ edition: code, id, element, more })),
    ),
  )
  await db.run(sql`-- plan.addBrackets
    insert into plan.bracket (load, edition, id, position, element, more)
    select ${load}::integer, edition, id, position, element, more
    from jsonb_to_recordset(${JSON.stringify(brackets)}::jsonb) as given
      (edition text, id text, position integer, element text, more jsonb)`)
}

const addHistory = async (db: WriteDb, load: number, { crosswalks, findings }: Plan): Promise<void> => {
  const rows = crosswalks.flatMap((crosswalk) =>
    positioned(
      crosswalk.rows.map(({ id, kind, relation, series, from, to, ...more }) => ({
        from_edition: crosswalk.from,
        to_edition: crosswalk.to,
        id,
        kind,
        relation,
        series,
        from_ids: from,
        to_ids: to,
        more,
      })),
    ),
  )
  await db.run(sql`-- plan.addCrosswalkRows
    insert into plan.crosswalk_row
      (load, from_edition, to_edition, id, position, kind, relation, series, from_ids, to_ids, more)
    select ${load}::integer, from_edition, to_edition, id, position, kind, relation, series, from_ids, to_ids, more
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
      (from_edition text, to_edition text, id text, position integer, kind text, relation text, series text,
       from_ids text[], to_ids text[], more jsonb)`)
  const found = findings.map(({ id, kind, certainty, ...more }) => ({ id, kind, certainty, more }))
  await db.run(sql`-- plan.addFindings
    insert into plan.finding (load, id, position, kind, certainty, more)
    select ${load}::integer, id, position, kind, certainty, more
    from jsonb_to_recordset(${JSON.stringify(positioned(found))}::jsonb) as given
      (id text, position integer, kind text, certainty text, more jsonb)`)
}

const addMeasures = async (db: WriteDb, load: number, { measures, benchmarks }: Plan): Promise<void> => {
  const measured = measures.map((measure) => {
    const { id, edition, element, part, words, unit, note } = measure
    const common = { id, edition, element }
    if (measure.kind === 'none') return { ...common, reason: measure.reason, more: { part, words, unit, note } }
    const { shown, selection, others, fit } = measure
    return { ...common, ...selection, more: { part, words, unit, note, shown, others, fit } }
  })
  await db.run(sql`-- plan.addMeasures
    insert into plan.measure (load, id, position, edition, element, series, breakdown, reason, more)
    select ${load}::integer, id, position, edition, element, series, breakdown, reason, more
    from jsonb_to_recordset(${JSON.stringify(positioned(measured))}::jsonb) as given
      (id text, position integer, edition text, element text, series text, breakdown text, reason text, more jsonb)`)
  const held = benchmarks.map(({ id, edition, target, kind, asks, first, ...more }) => ({
    id,
    edition,
    target,
    kind,
    value: asks?.value ?? null,
    is_first: first,
    more: { ...more, asks },
  }))
  await db.run(sql`-- plan.addBenchmarks
    insert into plan.benchmark (load, id, position, edition, target, kind, value, is_first, more)
    select ${load}::integer, id, position, edition, target, kind, value, is_first, more
    from jsonb_to_recordset(${JSON.stringify(positioned(held))}::jsonb) as given
      (id text, position integer, edition text, target text, kind text, value numeric, is_first boolean, more jsonb)`)
}

/** Adds a plan as a new load, a dozen statements for any number of elements, and answers its number. */
export const addLoad = async (db: WriteDb, plan: Plan, made: NewLoad): Promise<number> => {
  const load = await addHead(db, plan, made)
  await addOrganisation(db, load, plan)
  await addEditions(db, load, plan)
  await addHistory(db, load, plan)
  await addMeasures(db, load, plan)
  return load
}
