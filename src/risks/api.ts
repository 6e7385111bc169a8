import { z } from 'zod'
import type { Day } from '#kernel'
import {
  type ApiLook,
  apiList,
  apiWords,
  type Endpoint,
  isObjection,
  lists,
  type Objection,
  strangeIn,
} from '#platform'
import {
  assessmentOf,
  gradedOf,
  gradeNamed,
  isAboveAppetite,
  lateCount,
  levelOf,
  levels,
  mitigationsOf,
  type Risk,
  type Scale,
  stateOf,
  type Which,
  wordingOf,
} from '#risks/core'
import { type Names, namingOf } from './naming.ts'
import { publicRegister } from './visible.ts'

/** Everybody sees what was adopted; a draft is none of them. */
const publicStates = ['adopted', 'closed', 'merged'] as const

const graded = z
  .object({
    likelihood: z.int(),
    impact: z.int(),
    grade: z.string(),
    grade_words: apiWords,
    above_appetite: z.boolean().meta({ about: 'risks.api.aboveAppetite' }),
  })
  .nullable()

const risk = z.object({
  risk: z.string().meta({ about: 'risks.api.risk' }),
  title: z.string().meta({ about: 'risks.api.typed' }),
  cause: z.string(),
  event: z.string(),
  effect: z.string(),
  owner: z.string().meta({ about: 'risks.api.unit' }),
  elements: z.array(z.string()).meta({ about: 'risks.api.elements' }),
  level: z.enum(levels).meta({ about: 'risks.api.level' }),
  state: z.enum(publicStates).meta({ about: 'risks.api.state' }),
  merged_into: z.string().nullable(),
  adopted_on: z.string().meta({ about: 'risks.api.adoptedOn' }),
  state_on: z.string().meta({ about: 'risks.api.stateOn' }),
  assessed_on: z.string().nullable(),
  scale: z.int().nullable().meta({ about: 'risks.api.scale' }),
  inherent: graded.meta({ about: 'risks.api.inherent' }),
  residual: graded.meta({ about: 'risks.api.residual' }),
  missing: z.enum(['not-yet-assessed']).nullable().meta({ about: 'risks.api.missing' }),
  mitigations: z.int(),
  late_mitigations: z.int(),
  page: z.url(),
})
type Told = z.infer<typeof risk>

const gradeTold = (scales: readonly Scale[], one: Risk, which: Which): Told['residual'] => {
  const found = gradedOf(scales, one, which)
  if (found.kind === 'missing') return null
  const { scale, grade, score } = found.value
  const { code, words } = gradeNamed(scale, grade)
  return { ...score, grade: code, grade_words: words, above_appetite: isAboveAppetite(scale, grade) }
}

const told = (scales: readonly Scale[], one: Risk, day: Day, { pageAt }: ApiLook): readonly Told[] => {
  const state = stateOf(one)
  if (state.kind === 'draft') return []
  const { title, cause, event, effect, owner, elements } = wordingOf(one)
  const assessment = assessmentOf(one)
  return [
    {
      ...{ risk: one.id, title, cause, event, effect, owner },
      elements: [...elements],
      level: levelOf(one),
      state: state.kind,
      merged_into: state.kind === 'merged' ? state.into : null,
      adopted_on: one.steps.find(({ kind }) => kind === 'adopted')?.on ?? state.on,
      state_on: state.on,
      assessed_on: assessment?.on ?? null,
      scale: assessment?.scale ?? null,
      inherent: gradeTold(scales, one, 'inherent'),
      residual: gradeTold(scales, one, 'residual'),
      missing: assessment === null ? 'not-yet-assessed' : null,
      mitigations: mitigationsOf(one, day).length,
      late_mitigations: lateCount(one, day),
      page: pageAt(`/risks/${one.id}`),
    },
  ]
}

type Asked = {
  readonly unit?: readonly string[] | undefined
  readonly element?: readonly string[] | undefined
}

const strange = ({ units, ix }: Names, { unit, element }: Asked): Objection | null =>
  strangeIn('unit', unit, new Map(units.map(({ code }) => [code as string, code]))) ??
  strangeIn('element', element, (ix?.elements ?? new Map()) as ReadonlyMap<string, unknown>)

/** What programs can ask about the register: what everybody may see of it, whoever asks. */
export const api: readonly Endpoint[] = [
  lists({
    path: '/risks',
    name: 'Risk',
    may: 'risks.see',
    about: 'risks.api.risks',
    asks: z.object({
      level: z.enum(levels).optional().meta({ about: 'risks.api.level' }),
      state: z.enum(publicStates).optional().meta({ about: 'risks.api.state' }),
      unit: apiList('risks.api.unit').optional(),
      element: apiList('risks.api.elements').optional(),
    }),
    item: risk,
    keyOf: (one) => one.risk,
    load: async (look, { level, state, unit, element }) => {
      const odd = strange(await namingOf(look.db), { unit, element })
      if (isObjection(odd)) return odd
      const { risks, scales } = await publicRegister(look)
      return risks
        .flatMap((one) => told(scales, one, look.asOf, look))
        .filter(
          (one) =>
            (level ?? one.level) === one.level &&
            (state ?? one.state) === one.state &&
            (unit?.includes(one.owner) ?? true) &&
            (element === undefined || one.elements.some((entry) => element.includes(entry))),
        )
    },
  }),
]
