import type { Words } from '#kernel'
import type { Answer } from '../assessing.ts'
import { world } from '../bases.ts'
import type { Assessment } from '../core/index.ts'
import type { Hypothesis } from '../hypothesis.ts'
import type { Part } from './hypothesis-parts.tsx'
import { reasonShort } from './outlook-reason.tsx'

/** The names of an area; those of the world are the names of its group. */
export const namesOf = ({ areas, everywhere }: Pick<Hypothesis, 'areas' | 'everywhere'>, code: string): Words => {
  const own = code === world ? (everywhere?.world?.area ?? code) : code
  return areas.all.get(own)?.names ?? { en: own }
}

/** Why an area is not assessed, as a short phrase under its mark; undefined where it is. */
export const whyOf = (answer: Answer, code: string, { hypothesis, say, language }: Part): string | undefined => {
  const outlook = { ...hypothesis.shown, answer }
  const words = reasonShort({ outlook, about: { names: namesOf(hypothesis, code) }, say, language })
  return words === '' ? undefined : words
}

/** The same of a distance between two lines, which has no answer of its own. */
export const whyApart = ({ reason, latest }: Assessment, { say }: Pick<Part, 'say'>, count: number, by: number) =>
  reason === null
    ? undefined
    : say(`progress.short.${reason}`, {
        ...{ area: '', unit: '', measure: '', number: '', value: '', count },
        ...{ by: String(by), year: String(latest?.year ?? ''), ahead: latest === null ? 0 : by - latest.year },
      })
