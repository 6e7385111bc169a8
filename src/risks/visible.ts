import type { Actor, Day } from '#kernel'
import { mayDo } from '#kernel'
import type { Look } from '#platform'
import { asOfDay, isPublic, publicPart, type Risk, type Scale, scaleOn, wordingOf } from '#risks/core'
import { type Register, registerWithScales } from './held.ts'
import { type Names, namingOf } from './naming.ts'
import type { People } from './people.ts'

/** What everybody sees of a risk, made once for each stand of it. */
const parts = new WeakMap<Risk, { readonly part: Risk | null }>()

const publicPartOf = (risk: Risk): Risk | null => {
  const kept = parts.get(risk)
  if (kept !== undefined) return kept.part
  const part = publicPart(risk)
  parts.set(risk, { part })
  return part
}

/** The unit of a risk and who keeps the risks of all units see its drafts. */
export const seesDrafts = (by: Actor, risk: Risk): boolean =>
  mayDo(by, 'risks.seeDrafts', { kind: 'unit', code: wordingOf(risk).owner })

/** Whether there is such a risk for them at all: one that everybody sees, or a draft that they may see or do this about. */
export const isThereFor = (by: Actor, risk: Risk, right: string): boolean =>
  isPublic(risk) || seesDrafts(by, risk) || mayDo(by, right, { kind: 'unit', code: wordingOf(risk).owner })

/** A risk as this reader may see it on that day; null where there is nothing for them. */
export const visibleOf = (by: Actor, risk: Risk, day: Day): Risk | null => {
  const seen = seesDrafts(by, risk) ? risk : publicPartOf(risk)
  return seen === null ? null : asOfDay(seen, day)
}

export type RegisterRead = {
  readonly risks: readonly Risk[]
  readonly scales: readonly Scale[]
  /** The scale in force on the day asked. */
  readonly scale: Scale | null
  readonly names: Names
  /** Who did what is called how, on pages that say it. */
  readonly people: People
}

/** The register as this reader may see it on the day they ask about. */
export const registerFor = async ({ db, by, asOf }: Pick<Look, 'db' | 'by' | 'asOf'>): Promise<RegisterRead> => {
  const { risks, scales } = await registerWithScales(db)
  return {
    risks: risks.flatMap((risk) => visibleOf(by, risk, asOf) ?? []),
    scales,
    scale: scaleOn(scales, asOf),
    names: await namingOf(db),
    people: null,
  }
}

/** The register as everybody sees it, whoever asks. */
export const publicRegister = async ({ db, asOf }: Pick<Look, 'db' | 'asOf'>): Promise<Register> => {
  const { risks, scales } = await registerWithScales(db)
  return {
    risks: risks.flatMap((risk) => {
      const part = publicPartOf(risk)
      return (part === null ? null : asOfDay(part, asOf)) ?? []
    }),
    scales,
  }
}
