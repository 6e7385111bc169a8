import { z } from 'zod'
import { get, parsed, post, type Route } from '#platform'
import { isPublic, type Level, levelOf, questionsOf, RiskId, stateOf, watchesOf } from '#risks/core'
import { assessRisk, levelRisk, mergeRisk } from '../deeds/assessing.ts'
import { type Decided, mayOn } from '../deeds/deciding.ts'
import { adoptRisk, closeRisk, describeRisk, enterRisk } from '../deeds/entering.ts'
import { registerOf } from '../held.ts'
import { AssessPage, DescribePage, MergePage, NewRiskPage, type Plain, PlainPage } from '../pages/forms.tsx'
import { RiskPage } from '../pages/risk.tsx'
import { riskTrail } from '../trails.ts'
import { registerFor } from '../visible.ts'
import { figuresFor } from '../watching.ts'
import { choicesIn, isAbsent, reason, riskAsked, riskToDo, seen, step, unitsFor, wording } from './asked.ts'

export const rights = ['enter', 'assess', 'mitigate', 'escalate', 'adopt', 'close'].map((one) => `risks.${one}`)

/** Where a deed about a risk leads. */
export const goTo = ({ risk }: Decided): string => `/risks/${risk}`

/** A risk's number in an address that a form was sent to; what is none of ours has no rows. */
export const named = (params: Readonly<Record<string, string>>): RiskId =>
  RiskId.parse(params['risk'] ?? '') ?? RiskId.trusted('r999999999')

const plain = (
  path: string,
  may: string,
  page: (state: { kind: string; level: Level }) => { readonly plain: Plain; readonly level?: Level },
): Route =>
  get({
    path: `/risks/:risk/${path}`,
    may,
    load: async (ask, params) => {
      const asked = await riskToDo(ask, params, may)
      if (isAbsent(asked)) return asked
      return { ...asked, ...page({ kind: stateOf(asked.risk).kind, level: levelOf(asked.risk) }), to: path }
    },
    page: PlainPage,
  })

const reasoned = z.object({ seen, reason })

export const riskRoutes: readonly Route[] = [
  get({
    path: '/risks/new',
    may: 'risks.enter',
    load: async (ask) => {
      const read = await registerFor(ask)
      return { read, choices: choicesIn(read.names, ask.today), units: unitsFor(ask.by, 'risks.enter') }
    },
    page: NewRiskPage,
  }),
  post({
    path: '/risks/new',
    may: 'risks.enter',
    event: 'risks.entered',
    order: wording,
    deed: enterRisk,
    trail: riskTrail,
    goTo,
  }),
  get({
    path: '/risks/:risk',
    may: 'risks.see',
    load: async (ask, params) => {
      const asked = await riskAsked(ask, params)
      if (isAbsent(asked)) return asked
      const { risk, read } = asked
      const figures = await figuresFor(ask.db, watchesOf(risk), ask.asOf)
      const whole = (await registerOf(ask.db)).find(({ id }) => id === risk.id) ?? risk
      return {
        ...{ read, risk },
        questions: questionsOf(risk, figures),
        rights: new Set(rights.filter((right) => mayOn(ask.by, right, whole))),
        isOpenToAll: isPublic(risk),
      }
    },
    page: RiskPage,
  }),
  get({
    path: '/risks/:risk/describe',
    may: 'risks.enter',
    load: async (ask, params) => {
      const asked = await riskToDo(ask, params, 'risks.enter')
      if (isAbsent(asked)) return asked
      return {
        ...asked,
        choices: choicesIn(asked.read.names, ask.today),
        units: unitsFor(ask.by, 'risks.enter'),
      }
    },
    page: DescribePage,
  }),
  post({
    path: '/risks/:risk/describe',
    may: 'risks.enter',
    event: 'risks.described',
    order: z.intersection(wording, z.object({ seen })),
    deed: (work, order, params) => describeRisk(work, { ...order, risk: named(params) }),
    trail: riskTrail,
    goTo,
  }),
  get({
    path: '/risks/:risk/assess',
    may: 'risks.assess',
    load: async (ask, params) => {
      const asked = await riskToDo(ask, params, 'risks.assess')
      return isAbsent(asked) ? asked : { ...asked, scale: asked.read.scale }
    },
    page: AssessPage,
  }),
  post({
    path: '/risks/:risk/assess',
    may: 'risks.assess',
    event: 'risks.assessed',
    order: z.object({
      ...{ seen, reason },
      inherentLikelihood: step,
      inherentImpact: step,
      residualLikelihood: step,
      residualImpact: step,
    }),
    deed: (work, order, params) =>
      assessRisk(work, {
        ...{ risk: named(params), seen: order.seen, reason: order.reason },
        inherent: { likelihood: order.inherentLikelihood, impact: order.inherentImpact },
        residual: { likelihood: order.residualLikelihood, impact: order.residualImpact },
      }),
    trail: riskTrail,
    goTo,
  }),
  plain('adopt', 'risks.adopt', ({ kind }) => ({ plain: kind === 'closed' ? 'reopen' : 'adopt' })),
  post({
    path: '/risks/:risk/adopt',
    may: 'risks.adopt',
    event: 'risks.adopted',
    order: reasoned,
    deed: (work, order, params) => adoptRisk(work, { ...order, risk: named(params) }),
    trail: riskTrail,
    goTo,
  }),
  plain('close', 'risks.close', () => ({ plain: 'close' })),
  post({
    path: '/risks/:risk/close',
    may: 'risks.close',
    event: 'risks.closed',
    order: reasoned,
    deed: (work, order, params) => closeRisk(work, { ...order, risk: named(params) }),
    trail: riskTrail,
    goTo,
  }),
  plain('level', 'risks.escalate', ({ level }) =>
    level === 'unit' ? { plain: 'escalate', level: 'strategic' } : { plain: 'giveBack', level: 'unit' },
  ),
  post({
    path: '/risks/:risk/level',
    may: 'risks.escalate',
    event: 'risks.levelled',
    order: z.object({ seen, reason, level: z.enum(['unit', 'strategic']) }),
    deed: (work, order, params) => levelRisk(work, { ...order, risk: named(params) }),
    trail: riskTrail,
    goTo,
  }),
  get({
    path: '/risks/:risk/merge',
    may: 'risks.close',
    load: (ask, params) => riskToDo(ask, params, 'risks.close'),
    page: MergePage,
  }),
  post({
    path: '/risks/:risk/merge',
    may: 'risks.close',
    event: 'risks.merged',
    order: z.object({ seen, reason, into: parsed(RiskId) }),
    deed: (work, order, params) => mergeRisk(work, { ...order, risk: named(params) }),
    trail: riskTrail,
    goTo,
  }),
]
