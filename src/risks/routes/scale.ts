import { z } from 'zod'
import { type Language, languages, mayDo } from '#kernel'
import { get, post, type Route } from '#platform'
import { scaleAsTyped, scaleOn, typedScale, wordLists } from '#risks/core'
import { declareScale } from '../deeds/scaling.ts'
import { NewScalePage, ScalePage } from '../pages/scale.tsx'
import { scalesOf } from '../store/scales.ts'
import { suggestedScale } from '../suggested-scale.ts'
import { scaleTrail } from '../trails.ts'
import { day, line, reason, whole } from './asked.ts'

const names = wordLists.flatMap((list) => languages.map((language) => `${list}.${language}`))
const words = line(600)

const order = z
  .object({
    since: day,
    matrix: line(200),
    appetite: whole,
    reason,
    ...(Object.fromEntries(names.map((name) => [name, words])) as Record<string, typeof words>),
  })
  .transform((form) => {
    const { since, matrix, appetite, reason: why } = form
    const all = form as unknown as Readonly<Record<string, string>>
    const listed = (list: string) =>
      Object.fromEntries(languages.map((language) => [language, all[`${list}.${language}`] ?? ''])) as Record<
        Language,
        string
      >
    return {
      ...{ since, matrix, appetite, reason: why },
      lines: { likelihood: listed('likelihood'), impact: listed('impact'), grades: listed('grades') },
    }
  })

export const scaleRoutes: readonly Route[] = [
  get({
    path: '/risks/scale',
    may: 'risks.see',
    load: async ({ db, by, asOf }) => {
      const maySet = mayDo(by, 'risks.setScale', { kind: 'everywhere' })
      // One that begins later is seen by whoever declared it, and by nobody else before its day.
      const all = (await scalesOf(db)).filter(({ since }) => maySet || since <= asOf)
      return { all, scale: scaleOn(all, asOf), maySet }
    },
    page: ScalePage,
  }),
  get({
    path: '/risks/scale/new',
    may: 'risks.setScale',
    load: async ({ db, today }) => ({ typed: scaleAsTyped(scaleOn(await scalesOf(db), today) ?? suggestedScale()) }),
    page: NewScalePage,
  }),
  post({
    path: '/risks/scale/new',
    may: 'risks.setScale',
    event: 'risks.scaleDeclared',
    order,
    deed: async (work, typed) => {
      const scale = typedScale(typed)
      return scale.kind === 'refused' ? scale : declareScale(work, scale.value)
    },
    trail: scaleTrail,
    goTo: () => '/risks/scale',
  }),
]
