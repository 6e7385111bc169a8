import { z } from 'zod'
import { type Ask, absent, get, type Params, post, type Route } from '#platform'
import { mitigationsOf, PartId, questionsOf, watchDirections, watchesOf } from '#risks/core'
import { answerQuestion, endWatch, mitigateRisk, progressMitigation, watchRisk } from '../deeds/mitigating.ts'
import { PlainPage } from '../pages/forms.tsx'
import { AnswerPage, MitigatePage, ProgressPage, WatchPage } from '../pages/forms-parts.tsx'
import { riskTrail } from '../trails.ts'
import { figuresFor } from '../watching.ts'
import { day, isAbsent, line, reason, riskToDo, seen, unit, whole } from './asked.ts'
import { goTo, named } from './risk.ts'

/** A mitigation or a watch named in an address; what is none has no rows. */
const partOf = (params: Params): PartId => PartId.parse(params['part'] ?? '') ?? PartId.trusted('m99999')

const mitigation = z.object({ seen, reason, what: line(1000), owner: unit, dueOn: day, expected: line(1000) })

const noSuchPart = () => absent('risks.noSuchPart')

/** The mitigation that an address names, with its risk, for whoever may decide about it. */
const mitigationToDo = async (ask: Ask, params: Params) => {
  const asked = await riskToDo(ask, params, 'risks.mitigate')
  if (isAbsent(asked)) return asked
  const now = mitigationsOf(asked.risk, ask.today).find(({ part }) => part === params['part'])
  return now === undefined ? noSuchPart() : { ...asked, now }
}

export const partRoutes: readonly Route[] = [
  get({
    path: '/risks/:risk/mitigate',
    may: 'risks.mitigate',
    load: async (ask, params) => {
      const asked = await riskToDo(ask, params, 'risks.mitigate')
      return isAbsent(asked) ? asked : { ...asked, now: null }
    },
    page: MitigatePage,
  }),
  post({
    path: '/risks/:risk/mitigate',
    may: 'risks.mitigate',
    event: 'risks.mitigated',
    order: mitigation,
    deed: (work, order, params) => mitigateRisk(work, { ...order, risk: named(params), part: null }),
    trail: riskTrail,
    goTo,
  }),
  get({
    path: '/risks/:risk/mitigations/:part',
    may: 'risks.mitigate',
    load: mitigationToDo,
    page: MitigatePage,
  }),
  post({
    path: '/risks/:risk/mitigations/:part',
    may: 'risks.mitigate',
    event: 'risks.mitigationChanged',
    order: mitigation,
    deed: (work, order, params) => mitigateRisk(work, { ...order, risk: named(params), part: partOf(params) }),
    trail: riskTrail,
    goTo,
  }),
  get({
    path: '/risks/:risk/mitigations/:part/progress',
    may: 'risks.mitigate',
    load: mitigationToDo,
    page: ProgressPage,
  }),
  post({
    path: '/risks/:risk/mitigations/:part/progress',
    may: 'risks.mitigate',
    event: 'risks.progressed',
    order: z.object({ seen, reason, percent: whole }),
    deed: (work, order, params) => progressMitigation(work, { ...order, risk: named(params), part: partOf(params) }),
    trail: riskTrail,
    goTo,
  }),
  get({
    path: '/risks/:risk/watch',
    may: 'risks.mitigate',
    load: (ask, params) => riskToDo(ask, params, 'risks.mitigate'),
    page: WatchPage,
  }),
  post({
    path: '/risks/:risk/watch',
    may: 'risks.mitigate',
    event: 'risks.watched',
    order: z.object({
      ...{ seen, reason },
      series: line(80),
      breakdown: z.string().trim().max(200),
      area: z.string().trim().toUpperCase().max(3),
      direction: z.enum(watchDirections),
      threshold: z
        .string()
        .trim()
        .regex(/^[+-]?\d{1,20}(?:\.\d{1,20})?$/),
    }),
    deed: (work, { area, ...order }, params) =>
      watchRisk(work, { ...order, area: area === '' ? null : area, risk: named(params) }),
    trail: riskTrail,
    goTo,
  }),
  get({
    path: '/risks/:risk/watches/:part/end',
    may: 'risks.mitigate',
    load: async (ask, params) => {
      const asked = await riskToDo(ask, params, 'risks.mitigate')
      if (isAbsent(asked)) return asked
      const { part = '' } = params
      if (!watchesOf(asked.risk).some((one) => one.part === part)) return noSuchPart()
      return { ...asked, plain: 'endWatch' as const, to: `watches/${part}/end` }
    },
    page: PlainPage,
  }),
  post({
    path: '/risks/:risk/watches/:part/end',
    may: 'risks.mitigate',
    event: 'risks.watchEnded',
    order: z.object({ seen, reason }),
    deed: (work, order, params) => endWatch(work, { ...order, risk: named(params), part: partOf(params) }),
    trail: riskTrail,
    goTo,
  }),
  get({
    path: '/risks/:risk/watches/:part/answer',
    may: 'risks.assess',
    load: async (ask, params) => {
      const asked = await riskToDo(ask, params, 'risks.assess')
      if (isAbsent(asked)) return asked
      const figures = await figuresFor(ask.db, watchesOf(asked.risk), ask.today)
      const question = questionsOf(asked.risk, figures).find(({ part }) => part === params['part'])
      return question === undefined ? noSuchPart() : { ...asked, question }
    },
    page: AnswerPage,
  }),
  post({
    path: '/risks/:risk/watches/:part/answer',
    may: 'risks.assess',
    event: 'risks.answered',
    order: z.object({ seen, reason, year: whole, decimal: line(40) }),
    deed: (work, { year, decimal, seen: at, reason: why }, params) =>
      answerQuestion(work, {
        ...{ risk: named(params), seen: at, reason: why, part: partOf(params) },
        crossing: { year, decimal },
      }),
    trail: riskTrail,
    goTo,
  }),
]
