import { z } from 'zod'
import { type Day, Day as DayKind } from '#kernel'
import { EntryId } from '#plan/core'
import { type Ask, get, notUnderstood, type Route, takeTable } from '#platform'
import {
  carriedTo,
  chosenFrom,
  exposures,
  isOpen,
  kinOf,
  lateMitigations,
  levelOf,
  levels,
  matrixOf,
  moversSince,
  sorted,
  sorts,
  states,
  withoutMitigation,
} from '#risks/core'
import { lastFrozen } from '../held.ts'
import { AttentionPage } from '../pages/attention.tsx'
import { MatrixPage } from '../pages/matrix.tsx'
import { questionOf, type RegisterAsked, RegisterPage, type RegisterProps } from '../pages/register.tsx'
import { registerFile } from '../register-file.ts'
import { registerFor } from '../visible.ts'
import { isAbsent } from './asked.ts'

const asks = z.object({
  level: z.enum(levels).optional(),
  unit: z.string().max(63).optional(),
  state: z.enum([...states, 'any']).optional(),
  grade: z.string().max(63).optional(),
  element: z.string().max(120).optional(),
  sort: z.enum(sorts).optional(),
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .optional(),
})

const register = async (ask: Ask, asked: RegisterAsked) => {
  const read = await registerFor(ask)
  const entry = asked.element === undefined ? null : EntryId.parse(asked.element)
  if (asked.element !== undefined && entry === null)
    return notUnderstood('ui.parameterNotUnderstood', { parameter: 'element', value: asked.element.slice(0, 80) })
  const kin = entry === null ? undefined : read.names.ix === null ? [entry] : kinOf(read.names.ix, entry)
  const { level, unit, state, grade } = asked
  const chosen = chosenFrom(read.scales, read.risks, { level, unit, state, grade, kin })
  return { read, asked, shown: sorted(read.scales, chosen, asked.sort ?? 'number', ask.asOf) } satisfies RegisterProps
}

/** The day from which moves are counted: the last frozen review, else a year ago. */
const movesSince = async ({ db, asOf }: Ask): Promise<Day> => {
  const last = await lastFrozen(db)
  if (last !== null && last.frozenOn <= asOf) return last.frozenOn
  const year = Number(asOf.slice(0, 4)) - 1
  return DayKind.parse(`${year}${asOf.slice(4)}`) ?? DayKind.trusted(`${year}-02-28`)
}

export const registerRoutes: readonly Route[] = [
  get({
    path: '/risks',
    may: 'risks.see',
    asks,
    load: (ask, _params, asked) => register(ask, asked),
    page: RegisterPage,
  }),
  ...takeTable({
    path: '/risks/register',
    may: 'risks.see',
    asks,
    load: async (ask, _params, asked) => {
      const found = await register(ask, asked)
      return isAbsent(found) ? found : registerFile(ask, found.read, found.shown, `/risks${questionOf(asked)}`)
    },
  }),
  get({
    path: '/risks/matrix',
    may: 'risks.see',
    asks: z.object({ which: z.enum(['inherent', 'residual']).optional(), level: z.enum(levels).optional() }),
    load: async (ask, _params, { which = 'residual', level }) => {
      const read = await registerFor(ask)
      const open = read.risks.filter((risk) => isOpen(risk) && (level === undefined || levelOf(risk) === level))
      const matrix = read.scale === null ? null : matrixOf(read.scale, read.scales, open, which)
      const question = new URLSearchParams({ which, ...(level === undefined ? {} : { level }) })
      return { read, matrix, which, level, address: `/risks/matrix?${question}` }
    },
    page: MatrixPage,
  }),
  get({
    path: '/risks/attention',
    may: 'risks.see',
    load: async (ask) => {
      const read = await registerFor(ask)
      const since = await movesSince(ask)
      const { ix } = read.names
      return {
        read,
        since,
        moves: moversSince(read.scales, read.risks, since).slice(0, 20),
        late: lateMitigations(read.risks, ask.asOf),
        untreated: withoutMitigation(read.scales, read.risks, ask.asOf),
        exposures: exposures(read.scales, read.risks, ix === null ? (entry) => [entry] : carriedTo(ix, ask.asOf)).slice(
          0,
          50,
        ),
      }
    },
    page: AttentionPage,
  }),
]
