import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Actor, type Attempt, Day, UnitCode } from '#kernel'
import type { Work } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { comparing, frozenIn, type Level, PartId, RiskId, stateOf, type VerdictKind } from '#risks/core'
import { aDeclared, approver, aWording, everybody, givenRiverPlan, officerOf, riskOfficer } from '#risks/testing'
import { checks } from '../checks.ts'
import { registerOf } from '../held.ts'
import { frozenText } from '../store/reviews.ts'
import { risksOf } from '../store/steps.ts'
import { assessRisk, levelRisk, mergeRisk } from './assessing.ts'
import { adoptRisk, closeRisk, describeRisk, enterRisk } from './entering.ts'
import { mitigateRisk, progressMitigation } from './mitigating.ts'
import { freezeReview, openReviewOf, sayVerdict } from './reviewing.ts'
import { declareScale } from './scaling.ts'

const office = officerOf('gauging-office')
const panel = officerOf('flood-panel')
const [r1, r2, r3] = ['r1', 'r2', 'r3'].map((id) => RiskId.trusted(id)) as [RiskId, RiskId, RiskId]
const reason = 'a reason'
const score = (likelihood: number, impact: number) => ({ likelihood, impact })

describe('Three years of the register', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
    await givenRiverPlan(db)
  })
  afterAll(() => db.close())

  const seen = async (risk: RiskId) => {
    const [found] = await db.look(riskOfficer, '2030-01-01', ({ db: read }) => risksOf(read, [risk]))
    return { risk, seen: found?.steps.at(-1)?.n ?? 0 }
  }
  const doing = async <T>(by: Actor, on: string, deed: (work: Work) => Promise<Attempt<T>>): Promise<string> => {
    const attempt = await db.work(by, on, deed)
    return attempt.kind === 'done' ? 'done' : (attempt.refusal.fields?.[0]?.code ?? attempt.refusal.code)
  }
  const enter = (by: Actor, on: string, title: string, owner: string) =>
    doing(by, on, (work) => enterRisk(work, { ...aWording({ title, owner: UnitCode.trusted(owner) }), reason }))
  const assess = async (by: Actor, on: string, risk: RiskId, likelihood: number, impact: number) => {
    const at = await seen(risk)
    return doing(by, on, (work) =>
      assessRisk(work, { ...at, inherent: score(4, 4), residual: score(likelihood, impact), reason }),
    )
  }
  const level = async (on: string, risk: RiskId, to: Level = 'strategic') => {
    const at = await seen(risk)
    return doing(riskOfficer, on, (work) => levelRisk(work, { ...at, level: to, reason }))
  }
  const say = async (
    on: string,
    year: number,
    risk: RiskId,
    kind: VerdictKind,
    more: { into?: RiskId; to?: [number, number] } = {},
  ) => {
    const at = await seen(risk)
    const scores = more.to === undefined ? null : { inherent: score(4, 4), residual: score(...more.to) }
    return doing(riskOfficer, on, (work) =>
      sayVerdict(work, { ...at, year, kind, into: more.into ?? null, scores, reason }),
    )
  }
  const freeze = (on: string, year: number, number: string) =>
    doing(approver, on, (work) => freezeReview(work, { year, number, on: Day.trusted(on) }))
  const text = (year: number) => db.look(everybody, '2030-01-01', ({ db: read }) => frozenText(read, year))
  const kept = new Map<number, string>()
  const keep = async (year: number) => kept.set(year, (await text(year)) ?? assert.fail(`${year} is not frozen`))

  it('begin with a scale, which a unit does not declare', async () => {
    assert.equal(
      await doing(office, '2024-01-02', (work) => declareScale(work, aDeclared({ since: Day.trusted('2024-01-02') }))),
      'ui.notAllowed',
    )
    assert.equal(
      await doing(riskOfficer, '2024-01-02', (work) =>
        declareScale(work, aDeclared({ since: Day.trusted('2024-01-02') })),
      ),
      'done',
    )
  })

  it('take risks of one’s own unit, assessed, adopted and escalated', async () => {
    assert.equal(await enter(office, '2024-02-01', 'Gauges fail', 'flood-panel'), 'risks.notYourUnit')
    assert.equal(await enter(office, '2024-02-01', 'Gauges fail', 'gauging-office'), 'done')
    assert.equal(await enter(panel, '2024-02-01', 'Nobody listens', 'flood-panel'), 'done')
    assert.equal(await enter(riskOfficer, '2024-02-01', 'A unit that is none', 'nowhere'), 'risks.noSuchUnit')
    const adopt = async (by: Actor, risk: RiskId) => {
      const at = await seen(risk)
      return doing(by, '2024-02-03', (work) => adoptRisk(work, { ...at, reason }))
    }
    assert.equal(await adopt(office, r1), 'risks.notAssessed')
    assert.equal(await assess(panel, '2024-02-02', r1, 4, 4), 'risks.noSuchRisk')
    assert.equal(await assess(office, '2024-02-02', r1, 4, 4), 'done')
    assert.equal(await assess(panel, '2024-02-02', r2, 2, 2), 'done')
    assert.equal(await adopt(office, r1), 'done')
    assert.equal(await assess(panel, '2024-02-03', r1, 4, 4), 'risks.notYourUnit')
    assert.equal(await level('2024-02-04', r1), 'done')
    assert.equal(await level('2024-02-04', r2), 'done')
    const at = await seen(r1)
    const mitigation = {
      what: 'Raise them',
      owner: UnitCode.trusted('gauging-office'),
      dueOn: Day.trusted('2025-01-31'),
      expected: 'Half as likely',
    }
    assert.equal(
      await doing(office, '2024-02-05', (work) => mitigateRisk(work, { ...at, ...mitigation, part: null, reason })),
      'done',
    )
  })

  it('refuse whoever was shown something older, and take the same from what stands now', async () => {
    const old = await seen(r1)
    assert.equal(await assess(office, '2024-03-01', r1, 4, 3), 'done')
    const describe_ = (at: typeof old) =>
      doing(office, '2024-03-01', (work) =>
        describeRisk(work, { ...at, ...aWording({ title: 'Gauges fail in floods' }), reason }),
      )
    assert.equal(await describe_(old), 'risks.changedMeanwhile')
    assert.equal(await describe_(await seen(r1)), 'done')
    assert.equal(await describe_(await seen(r1)), 'risks.nothingChanged')
  })

  it('let one of two who send at the same moment, and tell the other', async () => {
    const at = await seen(r1)
    const send = (likelihood: number) =>
      doing(office, '2024-03-02', (work) =>
        assessRisk(work, { ...at, inherent: score(4, 4), residual: score(likelihood, 3), reason }),
      )
    assert.deepEqual((await Promise.all([send(3), send(4)])).toSorted(), ['done', 'risks.changedMeanwhile'])
  })

  it('are reviewed in the first year: everything is new, and a draft is adopted by it', async () => {
    const open = (by: Actor, on: string, year: number) => doing(by, on, (work) => openReviewOf(work, { year }))
    assert.equal(await open(office, '2024-05-01', 2024), 'ui.notAllowed')
    assert.equal(await open(riskOfficer, '2024-05-01', 2024), 'done')
    assert.equal(await open(riskOfficer, '2024-05-01', 2025), 'risks.review.openAlready')
    assert.equal(await say('2024-05-02', 2024, r1, 'confirmed'), 'risks.review.not.confirmed')
    assert.equal(await say('2024-05-02', 2024, r1, 'new'), 'done')
    assert.equal(await freeze('2024-06-01', 2024, 'D 1'), 'risks.review.notAllSaid')
    assert.equal(await say('2024-05-02', 2024, r2, 'new'), 'done')
    assert.equal(await assess(office, '2024-05-03', r1, 3, 4), 'done')
    assert.equal(await freeze('2024-06-01', 2024, 'D 1'), 'risks.review.changedSinceSaid')
    assert.equal(await say('2024-05-04', 2024, r1, 'new'), 'done')
    assert.equal(await freeze('2024-06-01', 2024, 'D 1'), 'done')
    await keep(2024)
    const all = await db.look(riskOfficer, '2024-06-02', ({ db: read }) => registerOf(read))
    assert.deepEqual(
      all.map((risk) => stateOf(risk).kind),
      ['adopted', 'adopted'],
    )
  })

  it('are reviewed in the second: one changes on another scale, one goes into a third', async () => {
    assert.equal(
      await doing(riskOfficer, '2025-01-01', (work) =>
        declareScale(work, aDeclared({ since: Day.trusted('2025-01-01'), appetite: 0 })),
      ),
      'done',
    )
    assert.equal(await enter(panel, '2025-02-01', 'Warnings come late', 'flood-panel'), 'done')
    assert.equal(await assess(panel, '2025-02-02', r3, 3, 3), 'done')
    assert.equal(await level('2025-02-03', r3), 'done')
    const at = await seen(r1)
    assert.equal(
      await doing(office, '2025-01-15', (work) =>
        progressMitigation(work, { ...at, part: PartId.trusted('m1'), percent: 100, reason }),
      ),
      'done',
    )
    assert.equal(await doing(riskOfficer, '2025-05-01', (work) => openReviewOf(work, { year: 2025 })), 'done')
    assert.equal(await say('2025-05-02', 2025, r1, 'changed', { to: [2, 2] }), 'done')
    assert.equal(await say('2025-05-02', 2025, r2, 'merged', { into: r3 }), 'done')
    assert.equal(await say('2025-05-02', 2025, r3, 'new'), 'done')
    assert.equal(await freeze('2025-06-01', 2025, 'D 9'), 'done')
    await keep(2025)
  })

  it('are reviewed in the third, after a unit closed one of them', async () => {
    const at = await seen(r3)
    assert.equal(await doing(panel, '2026-03-01', (work) => closeRisk(work, { ...at, reason })), 'done')
    assert.equal(await assess(panel, '2026-03-02', r3, 1, 1), 'risks.closedAlready')
    assert.equal(await doing(riskOfficer, '2026-05-01', (work) => openReviewOf(work, { year: 2026 })), 'done')
    assert.equal(await say('2026-05-02', 2026, r1, 'confirmed', { to: [1, 1] }), 'risks.review.scoresOfAnother')
    assert.equal(await say('2026-05-02', 2026, r1, 'confirmed'), 'done')
    assert.equal(await freeze('2026-06-01', 2026, 'D 17'), 'done')
    await keep(2026)
  })

  it('leave every frozen review byte for byte as it was, and its digest true', async () => {
    for (const [year, body] of kept) {
      assert.equal(await text(year), body)
      const hex = createHash('sha256').update(body).digest('hex')
      const stored = await db.given(`select encode(digest, 'hex') as hex from risks.frozen_review where year = ${year}`)
      assert.equal((stored as { rows: { hex: string }[] }).rows[0]?.hex, hex)
    }
    await assert.rejects(
      db.given(`update risks.frozen_review set body = body || ' ' where year = 2024`),
      /check constraint/,
    )
    const cheat = db.work(riskOfficer, '2026-07-01', (work) =>
      work.db.run({ name: 'cheat', text: `update risks.frozen_review set decision = 'x'`, values: [] }),
    )
    await assert.rejects(cheat, /permission denied/)
  })

  it('are well for `doctor`, and not when a text was changed behind its check', async () => {
    const seen = async () => (await db.look(everybody, '2026-07-01', ({ db: read }) => checks(read)))[0]
    assert.deepEqual(await seen(), {
      about: 'risks.doctor.frozen',
      well: true,
      seen: { code: 'risks.doctor.frozenSeen', facts: { reviews: 3 } },
    })
    await db.given('alter table risks.frozen_review drop constraint frozen_review_check')
    await db.given(`update risks.frozen_review set body = replace(body, 'a reason', 'a Reason') where year = 2025`)
    assert.deepEqual((await seen())?.seen, { code: 'risks.doctor.frozenBroken', facts: { years: '2025' } })
  })

  it('say from year to year what moved and whether mitigations were done', () => {
    const [first, second, third] = [2024, 2025, 2026].map((year) => frozenIn(kept.get(year) ?? ''))
    if (first === undefined || second === undefined || third === undefined) assert.fail()
    const said = (one: typeof first, other: typeof first) =>
      comparing(one, other).map(({ id, movement }) => `${id} ${movement}`)
    assert.deepEqual(said(first, second), ['r1 lighter', 'r2 merged', 'r3 new'])
    assert.deepEqual(said(second, third), ['r1 same', 'r3 left'])
    assert.equal(comparing(first, second)[0]?.mitigations[0]?.after, 'done')
    assert.deepEqual([first.scales.map(({ n }) => n), second.scales.map(({ n }) => n)], [[1], [1, 2]])
  })

  it('keep the whole register in memory as it is read anew', async () => {
    const held = await db.look(riskOfficer, '2026-07-01', ({ db: read }) => registerOf(read))
    const anew = await db.look(riskOfficer, '2026-07-01', ({ db: read }) => risksOf(read, null))
    assert.deepEqual(held, anew)
    const at = await seen(r1)
    assert.equal(
      await doing(office, '2026-07-01', (work) => mergeRisk(work, { ...at, into: r2, reason })),
      'risks.cannotMergeInto',
    )
  })
})
