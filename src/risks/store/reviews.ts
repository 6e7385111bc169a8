import { Day, PersonId } from '#kernel'
import { type ReadDb, type Row, sql, text, textOrNull, type WriteDb, whole, wholeOrNull } from '#platform'
import { type Given, type Review, RiskId, type Verdict, verdictKinds } from '#risks/core'

const readVerdict = (row: Row): Verdict => {
  const kind = verdictKinds.find((one) => one === row['kind'])
  if (kind === undefined) throw new Error(`A verdict of the kind ${String(row['kind'])}`)
  const into = textOrNull(row, 'merged_into')
  const score = (which: string) => ({
    likelihood: wholeOrNull(row, `${which}_likelihood`) ?? 0,
    impact: wholeOrNull(row, `${which}_impact`) ?? 0,
  })
  return {
    n: Number(text(row, 'n')),
    risk: RiskId.trusted(text(row, 'risk')),
    kind,
    into: into === null ? null : RiskId.trusted(into),
    scores: row['residual_impact'] === null ? null : { inherent: score('inherent'), residual: score('residual') },
    reason: text(row, 'reason'),
    on: Day.trusted(text(row, 'said_on')),
    by: PersonId.trusted(text(row, 'person')),
    seen: Number(text(row, 'seen')),
  }
}

/** The review that is open, with everything that was said in it; null when none is. */
export const openReview = async (db: ReadDb): Promise<Review | null> => {
  const review = await db.one(
    sql`-- risks.openReview
      select r.year, r.opened_on::text, r.person from risks.review r
      where not exists (select from risks.frozen_review f where f.year = r.year)`,
    (row) => ({
      year: whole(row, 'year'),
      openedOn: Day.trusted(text(row, 'opened_on')),
      openedBy: PersonId.trusted(text(row, 'person')),
    }),
  )
  if (review === null) return null
  const verdicts = await db.all(
    sql`-- risks.verdictsOf
      select n::text, risk, kind, merged_into, inherent_likelihood, inherent_impact, residual_likelihood, residual_impact,
        reason, said_on::text, person, seen::text
      from risks.verdict where year = ${review.year} order by verdict.n`,
    readVerdict,
  )
  return { ...review, verdicts }
}

/** For deeds about reviews: nobody else opens, says or freezes until the transaction ends. */
export const takeTurn = (db: WriteDb): Promise<number> =>
  db.run(sql`-- risks.takeTurn
    select pg_advisory_xact_lock(hashtext('risks.review'))`)

export const addReview = (db: WriteDb, year: number, on: Day, by: PersonId): Promise<number> =>
  db.run(sql`-- risks.addReview
    insert into risks.review (year, opened_on, person) values (${year}, ${on}, ${by})`)

export const addVerdict = (
  db: WriteDb,
  year: number,
  risk: RiskId,
  { kind, into, scores, reason }: Given,
  { on, by, seen }: Pick<Verdict, 'on' | 'by' | 'seen'>,
): Promise<number> =>
  db.run(sql`-- risks.addVerdict
    insert into risks.verdict (year, risk, kind, merged_into, inherent_likelihood, inherent_impact, residual_likelihood,
      residual_impact, reason, said_on, person, seen)
    values (${year}, ${risk}, ${kind}, ${into}, ${scores?.inherent.likelihood ?? null}, ${scores?.inherent.impact ?? null},
      ${scores?.residual.likelihood ?? null}, ${scores?.residual.impact ?? null}, ${reason}, ${on}, ${by}, ${seen})`)

export type FrozenHead = {
  readonly year: number
  readonly decision: string
  readonly decidedOn: Day
  readonly frozenBy: PersonId
  /** SHA-256 of the text, in hexadecimal. */
  readonly digest: string
}

/** The frozen reviews, the latest year first. */
export const frozenHeads = (db: ReadDb): Promise<readonly FrozenHead[]> =>
  db.all(
    sql`-- risks.frozenHeads
      select year, decision, decided_on::text, person, encode(digest, 'hex') as digest from risks.frozen_review order by year desc`,
    (row) => ({
      year: whole(row, 'year'),
      decision: text(row, 'decision'),
      decidedOn: Day.trusted(text(row, 'decided_on')),
      frozenBy: PersonId.trusted(text(row, 'person')),
      digest: text(row, 'digest'),
    }),
  )

/** The text of the frozen review of a year, as it was kept; null when that year has none. */
export const frozenText = (db: ReadDb, year: number): Promise<string | null> =>
  db.one(
    sql`-- risks.frozenText
      select body from risks.frozen_review where year = ${year}`,
    (row) => text(row, 'body'),
  )

export const addFrozen = (
  db: WriteDb,
  year: number,
  decision: { readonly number: string; readonly on: Day },
  by: PersonId,
  body: string,
): Promise<number> =>
  db.run(sql`-- risks.addFrozen
    insert into risks.frozen_review (year, decision, decided_on, person, body, digest)
    values (${year}, ${decision.number}, ${decision.on}, ${by}, ${body}, sha256(convert_to(${body}, 'UTF8')))`)

/** Years whose text is not the one that its digest was made of. */
export const brokenReviews = (db: ReadDb): Promise<readonly number[]> =>
  db.all(
    sql`-- risks.brokenReviews
      select year from risks.frozen_review where digest <> sha256(convert_to(body, 'UTF8')) order by year`,
    (row) => whole(row, 'year'),
  )
