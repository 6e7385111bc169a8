import type { DemoSetting, Staged } from '#platform'
import { PartId, type Scores, type VerdictKind } from '#risks/core'
import { assessRisk, levelRisk } from '../deeds/assessing.ts'
import { adoptRisk, closeRisk, enterRisk } from '../deeds/entering.ts'
import { mitigateRisk, progressMitigation } from '../deeds/mitigating.ts'
import { freezeReview, openReviewOf, sayVerdict } from '../deeds/reviewing.ts'
import { declareScale } from '../deeds/scaling.ts'
import { suggestedScale } from '../suggested-scale.ts'
import { frozenTrail, openedTrail, riskTrail, scaleTrail, verdictTrail } from '../trails.ts'
import { sentences } from './sentences.ts'
import { about, type Cast, type Dice, dayIn, diceFrom, elementFor, onScale, pick, stageOf } from './staging.ts'

const { risks: texts, reasons, decision } = sentences()

/** Less is left than there was; more is done from year to year. */
const scoresOf = (dice: Dice, year: number): Scores => {
  const inherent = { likelihood: 2 + dice(4), impact: 2 + dice(4) }
  const less = (step: number): number => Math.max(1, step - dice(2 + Math.min(year, 1)))
  return { inherent, residual: { likelihood: less(inherent.likelihood), impact: less(inherent.impact) } }
}

type Stage = ReturnType<typeof stageOf>
type Show = { readonly stage: Stage; readonly dice: Dice; readonly setting: DemoSetting }

const assess = ({ stage, dice }: Show, cast: Cast, year: number, nth: number, month: number, day: number): void => {
  const scores = scoresOf(dice, nth)
  const reason = pick(dice, reasons.assessed)
  stage.act(
    'risks.assess',
    cast.unit,
    dayIn(year, month, day),
    'assessed',
    about(cast, async (work, _, seen) => assessRisk(work, { ...seen, ...(await onScale(work, scores)), reason })),
    riskTrail,
  )
}

/** A unit enters a risk, assesses it, decides what to do about it, and stands by it unless it is still a draft. */
const enter = (show: Show, cast: Cast, year: number, nth: number, isDraft: boolean): void => {
  const { stage, dice } = show
  const text = texts[cast.at]
  if (text === undefined) throw new Error(`The demonstration has no risk ${cast.at}`)
  const { title, cause, event, effect, mitigations } = text
  const day = 1 + dice(25)
  const place = dice(1000)
  stage.act(
    'risks.enter',
    cast.unit,
    dayIn(year, 2, day),
    'entered',
    async (work) => {
      const elements = await elementFor(work, place)
      const attempt = await enterRisk(work, {
        title,
        cause,
        event,
        effect,
        owner: cast.unit,
        elements,
        reason: reasons.described,
      })
      if (attempt.kind === 'done') cast.id = attempt.value.risk
      return attempt
    },
    riskTrail,
  )
  assess(show, cast, year, nth, 3, 1 + dice(9))
  const decided = mitigations.slice(0, dice(5) === 0 ? 0 : mitigations.length)
  for (const [at, { what, expected }] of decided.entries()) {
    const dueOn = dayIn(year + dice(2), 7 + dice(6), 1 + dice(27))
    stage.act(
      'risks.mitigate',
      cast.unit,
      dayIn(year, 3, 11 + at),
      'mitigated',
      about(cast, (work, _, seen) =>
        mitigateRisk(work, { ...seen, what, expected, dueOn, owner: cast.unit, part: null, reason: reasons.mitigated }),
      ),
      riskTrail,
    )
    const far = dice(4)
    if (far > 0)
      stage.act(
        'risks.mitigate',
        cast.unit,
        dayIn(year, 10, 1 + dice(27)),
        'progressed',
        about(cast, (work, _, seen) =>
          progressMitigation(work, {
            ...seen,
            part: PartId.trusted(`m${at + 1}`),
            percent: [0, 30, 60, 100][far] ?? 0,
            reason: reasons.progressed[far] ?? '',
          }),
        ),
        riskTrail,
      )
  }
  if (isDraft) return
  stage.act(
    'risks.adopt',
    cast.unit,
    dayIn(year, 3, 20),
    'adopted',
    about(cast, (work, _, seen) => adoptRisk(work, { ...seen, reason: reasons.adopted })),
    riskTrail,
  )
}

const escalate = ({ stage }: Show, cast: Cast, year: number): number =>
  stage.act(
    'risks.escalate',
    cast.unit,
    dayIn(year, 4, 10),
    'levelled',
    about(cast, (work, _, seen) => levelRisk(work, { ...seen, level: 'strategic', reason: reasons.levelled })),
    riskTrail,
  )

type Listed = { readonly cast: Cast; readonly isNew: boolean }

/** The body goes through the list; what it closes or merges is off the list that comes back. */
const review = ({ stage, dice }: Show, list: readonly Listed[], year: number, nth: number): readonly Listed[] => {
  stage.act(
    'risks.review',
    null,
    dayIn(year, 5, 4),
    'reviewOpened',
    (work) => openReviewOf(work, { year }),
    openedTrail,
  )
  const goes = new Map<Cast, 'merged' | 'closed'>()
  const earlier = list.filter(({ isNew }) => !isNew)
  if (nth === 1 && earlier[0] !== undefined) goes.set(earlier[0].cast, 'merged')
  if (nth === 2 && earlier[1] !== undefined) goes.set(earlier[1].cast, 'closed')
  const into = list.find(({ cast }) => !goes.has(cast))?.cast
  for (const { cast, isNew } of list) {
    const gone = goes.get(cast)
    const kind: VerdictKind = gone ?? (isNew ? 'new' : dice(3) === 0 ? 'changed' : 'confirmed')
    const said: Readonly<Record<VerdictKind, string>> = {
      confirmed: pick(dice, reasons.confirmed),
      changed: pick(dice, reasons.changed),
      new: pick(dice, reasons.new),
      merged: reasons.merged,
      closed: reasons.closedVerdict,
    }
    const inherent = { likelihood: 5, impact: 4 }
    const scores: Scores = { inherent, residual: { likelihood: 1 + dice(3), impact: 1 + dice(4) } }
    stage.act(
      'risks.review',
      null,
      dayIn(year, 5, 12),
      'verdictSaid',
      about(cast, async (work, _, seen) =>
        sayVerdict(work, {
          ...seen,
          year,
          kind,
          into: kind === 'merged' ? (into?.id ?? null) : null,
          scores: kind === 'changed' ? await onScale(work, scores) : null,
          reason: said[kind],
        }),
      ),
      verdictTrail,
    )
  }
  const number = decision.replace('{year}', String(year))
  stage.act(
    'risks.freeze',
    null,
    dayIn(year, 6, 15),
    'reviewFrozen',
    (work) => freezeReview(work, { year, number, on: dayIn(year, 6, 12) }),
    frozenTrail,
  )
  return list.flatMap(({ cast }) => (goes.has(cast) ? [] : [{ cast, isNew: false }]))
}

const scale = ({ stage }: Show, year: number, nth: number): number =>
  stage.act(
    'risks.setScale',
    null,
    dayIn(year, 1, 10),
    'scaleDeclared',
    (work) =>
      declareScale(work, {
        ...suggestedScale(),
        appetite: nth === 0 ? 1 : 0,
        since: dayIn(year, 1, 10),
        reason: reasons.scale[nth] ?? '',
      }),
    scaleTrail,
  )

/** Three years of a register: entered, assessed, escalated, reviewed and frozen each June; the third year on a stricter scale. */
export const demo = (seed: number, setting: DemoSetting): readonly Staged[] => {
  const show: Show = { stage: stageOf(setting), dice: diceFrom(seed), setting }
  const { units, since } = setting
  const casts = texts.map((_, at): Cast => ({ at, unit: pick(() => at % units.length, units), id: null }))
  const perYear = [casts.slice(0, 8), casts.slice(8, 12), casts.slice(12)]
  let list: readonly Listed[] = []
  const standing: Cast[] = []
  for (const [nth, entered] of perYear.entries()) {
    const year = since + nth
    if (nth !== 1) scale(show, year, nth === 0 ? 0 : 1)
    for (const cast of entered) enter(show, cast, year, nth, nth === 2 && cast === entered.at(-1))
    const raised = entered.slice(0, nth === 0 ? 5 : 2)
    for (const cast of raised) escalate(show, cast, year)
    list = review(show, [...list, ...raised.map((cast) => ({ cast, isNew: true }))], year, nth)
    const listed = new Set(list.map(({ cast }) => cast))
    const onUnits = entered.filter((cast) => !raised.includes(cast))
    standing.push(...onUnits)
    for (const cast of [...listed, ...standing])
      if (show.dice(2) === 0) assess(show, cast, year, nth, 9, 1 + show.dice(27))
    const [first] = standing
    if (nth === 1 && first !== undefined) {
      standing.shift()
      show.stage.act(
        'risks.close',
        first.unit,
        dayIn(year, 11, 20),
        'closed',
        about(first, (work, _, seen) => closeRisk(work, { ...seen, reason: reasons.closed })),
        riskTrail,
      )
    }
  }
  return show.stage.all.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}
