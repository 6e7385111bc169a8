import type { Words } from '#kernel'
import type { Answer } from '../assessing.ts'
import { world } from '../bases.ts'
import type { Hypothesis } from '../hypothesis.ts'
import type { Part } from './hypothesis-parts.tsx'
import { reasonShort } from './outlook-reason.tsx'

/** The names of an area; the world is called in the reader's words: null. */
export const namesOf = ({ areas }: Pick<Hypothesis, 'areas'>, code: string): Words | null =>
  code === world ? null : (areas.all.get(code)?.names ?? { en: code })

/** Why an area is not assessed, as a short phrase under its mark; undefined where it is. */
export const whyOf = (answer: Answer, code: string, { hypothesis, say, language }: Part): string | undefined => {
  const outlook = { ...hypothesis.shown, answer }
  const words = reasonShort({ outlook, about: { names: namesOf(hypothesis, code) }, say, language })
  return words === '' ? undefined : words
}
