import { type Attempt, done, refused } from '#kernel'
import type { Work } from '#platform'
import {
  type Crossing,
  judging,
  type Mitigation,
  mitigationsOf,
  nextPart,
  PartId,
  questionsOf,
  type Watch,
  watchesOf,
  wordingOf,
} from '#risks/core'
import { figuresFor, watchable } from '../watching.ts'
import { type Decided, deciding, naming, type Seen } from './deciding.ts'

const told = ({ what, owner, dueOn, expected }: Mitigation) => ({ what, owner, dueOn, expected })

type Reason = { readonly reason: string }

/** Decides what is done about a risk; with a part, changes what was decided. */
export const mitigateRisk = (
  work: Work,
  { risk, seen, reason, part, ...mitigation }: Seen & Mitigation & Reason & { readonly part: PartId | null },
): Promise<Attempt<Decided>> =>
  deciding(
    work,
    { risk, seen },
    'risks.mitigate',
    reason,
    async (found) => {
      const open = judging.standing(found)
      if (open.kind === 'refused') return open
      if (part !== null && !mitigationsOf(found, work.today).some((one) => one.part === part))
        return refused('risks.noSuchMitigation', { title: wordingOf(found).title, part })
      const named = await naming(work.db, [{ field: 'owner', unit: mitigation.owner }], [])
      if (named.kind === 'refused') return named
      return done([{ kind: 'mitigated', part: part ?? PartId.trusted(nextPart(found, 'm')), ...mitigation }])
    },
    (found) => {
      const before = mitigationsOf(found, work.today).find((one) => one.part === part)
      return { ...(before === undefined ? {} : { before: told(before) }), after: told(mitigation) }
    },
  )

/** Says how far a mitigation is; at 100 per cent it is done. */
export const progressMitigation = (
  work: Work,
  { part, percent, reason, ...seen }: Seen & Reason & { readonly part: PartId; readonly percent: number },
): Promise<Attempt<Decided>> =>
  deciding(
    work,
    seen,
    'risks.mitigate',
    reason,
    (found) => {
      const judged = judging.progressing(found, part, percent, work.today)
      return judged.kind === 'refused' ? judged : done([{ kind: 'progressed', part, percent }])
    },
    (found) => {
      const before = mitigationsOf(found, work.today).find((one) => one.part === part)
      return {
        ...(before === undefined ? {} : { before: { part, percent: before.percent } }),
        after: { part, percent },
      }
    },
  )

/** Has a figure watch a risk. When it crosses the threshold it asks; it assesses nothing. */
export const watchRisk = (
  work: Work,
  { risk, seen, reason, ...watch }: Seen & Watch & Reason,
): Promise<Attempt<Decided>> =>
  deciding(
    work,
    { risk, seen },
    'risks.mitigate',
    reason,
    async (found) => {
      const judged = judging.watching(found, watch)
      if (judged.kind === 'refused') return judged
      const there = await watchable(work.db, watch, work.today)
      if (there.kind === 'refused') return there
      return done([{ kind: 'watched', part: PartId.trusted(nextPart(found, 'w')), ...watch }])
    },
    () => ({ after: { ...watch, area: watch.area ?? '' } }),
  )

/** Ends a watch. The questions that it asked and their answers stay among the rows. */
export const endWatch = (
  work: Work,
  { part, reason, ...seen }: Seen & Reason & { readonly part: PartId },
): Promise<Attempt<Decided>> =>
  deciding(work, seen, 'risks.mitigate', reason, (found) =>
    watchesOf(found).some((one) => one.part === part)
      ? done([{ kind: 'unwatched', part }])
      : refused('risks.noSuchWatch', { title: wordingOf(found).title, part }),
  )

/** Answers the question that a figure asked: what it means for the risk, in words. */
export const answerQuestion = (
  work: Work,
  {
    part,
    crossing,
    reason,
    ...seen
  }: Seen & Reason & { readonly part: PartId; readonly crossing: Pick<Crossing, 'year' | 'decimal'> },
): Promise<Attempt<Decided>> =>
  deciding(
    work,
    seen,
    'risks.assess',
    reason,
    async (found) => {
      const figures = await figuresFor(work.db, watchesOf(found), work.today)
      const question = questionsOf(found, figures).find(
        (one) => one.part === part && one.figure.year === crossing.year && one.figure.decimal === crossing.decimal,
      )
      if (question === undefined) return refused('risks.noSuchQuestion', { title: wordingOf(found).title })
      const { area, year, decimal, release } = question.figure
      return done([{ kind: 'answered', part, area, year, decimal, release }])
    },
    () => ({ after: { part, ...crossing } }),
  )
