import assert from 'node:assert/strict'
import type { Hono } from 'hono'
import { afterAll, beforeAll } from 'vitest'
import { sessionCookie } from '#access'
import { type Actor, type Attempt, Day, UnitCode } from '#kernel'
import { plan } from '#plan'
import { answeringOf, anybody, serverOf, type TroubleShow, voices, type WhoIs, type Work } from '#platform'
import { aServing, type TestDb, testDb } from '#platform/testing'
import { RiskId } from '#risks/core'
import { statistics } from '#statistics'
import { ErrorPage } from '#ui'
import { assessRisk, levelRisk } from '../deeds/assessing.ts'
import { adoptRisk, enterRisk } from '../deeds/entering.ts'
import { mitigateRisk } from '../deeds/mitigating.ts'
import { declareScale } from '../deeds/scaling.ts'
import { risks } from '../index.ts'
import { risksOf } from '../store/steps.ts'
import { aDeclared, approver, aWording, everybody, givenRiverPlan, officerOf, riskOfficer } from './index.ts'

const reason = 'a reason'
const score = (likelihood: number, impact: number) => ({ likelihood, impact })

export const today = Day.trusted('2026-11-26')

const people: Readonly<Record<string, Actor>> = {
  office: officerOf('gauging-office'),
  panel: officerOf('flood-panel'),
  olu: riskOfficer,
  chair: approver,
}

const features = [statistics, plan, risks]
const speak = voices()
const trouble: TroubleShow = (reply) => (say, language, here) => ErrorPage({ reply, say, language, here }) as never

/** A desk with people at it: a register of three risks over the plan of the river commission, asked and told through HTTP. */
export const aDesk = (more: (db: TestDb) => Promise<unknown> = async () => null) => {
  let db: TestDb
  let app: Hono<never>
  const whoIs: WhoIs = async (_, { cookies }) => {
    const name = cookies[sessionCookie] ?? ''
    const by = people[name]
    return by === undefined ? anybody(everybody) : { by, name, signIn: name, was: null }
  }
  const doing = async (by: Actor, on: string, deed: (work: Work) => Promise<Attempt<unknown>>): Promise<void> => {
    const attempt = await db.work(by, on, deed)
    assert.equal(attempt.kind, 'done', JSON.stringify(attempt))
  }
  const seen = async (risk: string) => {
    const id = RiskId.trusted(risk)
    const [found] = await db.look(riskOfficer, today, (look) => risksOf(look.db, [id]))
    return { risk: id, seen: found?.steps.at(-1)?.n ?? 0 }
  }
  beforeAll(async () => {
    db = await testDb()
    await givenRiverPlan(db)
    await more(db)
    await doing(riskOfficer, '2024-01-02', (work) =>
      declareScale(work, aDeclared({ since: Day.trusted('2024-01-02') })),
    )
    const rows = [
      ['Gauges fail', 'gauging-office', [4, 4], 'strategic'],
      ['Nobody listens', 'flood-panel', [2, 2], 'strategic'],
      ['A draft of the panel', 'flood-panel', null, 'unit'],
    ] as const
    for (const [at, [title, owner, to, level]] of rows.entries()) {
      const risk = `r${at + 1}`
      await doing(riskOfficer, '2024-02-01', (work) =>
        enterRisk(work, { ...aWording({ title, owner: UnitCode.trusted(owner) }), reason }),
      )
      if (to === null) continue
      const first = await seen(risk)
      await doing(riskOfficer, '2024-02-02', (work) =>
        assessRisk(work, { ...first, inherent: score(5, 5), residual: score(to[0], to[1]), reason }),
      )
      const second = await seen(risk)
      await doing(riskOfficer, '2024-02-03', (work) => adoptRisk(work, { ...second, reason }))
      const third = await seen(risk)
      await doing(riskOfficer, '2024-02-04', (work) => levelRisk(work, { ...third, level, reason }))
    }
    const at = await seen('r1')
    const mitigation = {
      what: 'Raise them',
      owner: UnitCode.trusted('gauging-office'),
      dueOn: Day.trusted('2026-01-31'),
    }
    await doing(riskOfficer, '2024-02-05', (work) =>
      mitigateRisk(work, { ...at, ...mitigation, expected: 'Half as likely', part: null, reason }),
    )
    app = (await serverOf(
      aServing(db, features, everybody, today, {
        whoIs,
        ticket: sessionCookie,
        voices: speak,
        answering: answeringOf(features, speak, trouble),
      }),
    )) as unknown as Hono<never>
  })
  afterAll(() => db.close())

  const headers = (who: string) => ({ 'sec-fetch-site': 'same-origin', cookie: `__Host-${sessionCookie}=${who}` })
  return {
    db: () => db,
    seen,
    read: async (path: string, who = '', language = 'en') => {
      const answer = await app.request(`http://localhost/${language}${path}`, { headers: headers(who) })
      return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
    },
    bytes: async (path: string, who = '') =>
      new Uint8Array(await (await app.request(`http://localhost/en${path}`, { headers: headers(who) })).arrayBuffer()),
    send: async (path: string, who: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams(fields)
      const answer = await app.request(`http://localhost/en${path}`, { method: 'POST', headers: headers(who), body })
      return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
    },
    upload: async (path: string, who: string, name: string, bytes: Uint8Array) => {
      const body = new FormData()
      body.append('file', new File([bytes as never], name))
      const answer = await app.request(`http://localhost/en${path}`, { method: 'POST', headers: headers(who), body })
      return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
    },
  }
}
