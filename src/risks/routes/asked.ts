import { z } from 'zod'
import { type Actor, Day, idKind, mayDo, UnitCode } from '#kernel'
import { EntryId, entryOfElement, isThereOn, ofRole } from '#plan/core'
import { type Absent, type Ask, absent, type Params, parsed } from '#platform'
import { mostElements, type Risk, RiskId } from '#risks/core'
import { mayOn, threatened } from '../deeds/deciding.ts'
import type { Names } from '../naming.ts'
import { editionName } from '../neighbours/plan.ts'
import type { ElementChoice } from '../pages/forms.tsx'
import { doersOf, peopleFor } from '../people.ts'
import { type RegisterRead, registerFor } from '../visible.ts'

export const isAbsent = (value: object): value is Absent => (value as Absent).kind === 'absent'

/** The risk of an address, as this reader may see it; what they may not see is not there. */
export const riskAsked = async (
  ask: Ask,
  params: Params,
): Promise<{ readonly read: RegisterRead; readonly risk: Risk } | Absent> => {
  const name = params['risk'] ?? ''
  const id = RiskId.parse(name)
  const read = await registerFor(ask)
  const risk = read.risks.find((one) => one.id === id)
  if (risk === undefined) return absent('risks.noSuchRisk', { risk: name.slice(0, 40) })
  return { read: { ...read, people: await peopleFor(ask, doersOf(risk)) }, risk }
}

/** The same for a form: as the risk stands now, for somebody who may do this for its unit. */
export const riskToDo = async (ask: Ask, params: Params, right: string) => {
  const asked = await riskAsked({ ...ask, asOf: ask.today }, params)
  if (isAbsent(asked) || mayOn(ask.by, right, asked.risk)) return asked
  return absent('risks.notYours', { right })
}

/** The units for which somebody may do this; null: for all. */
export const unitsFor = (by: Actor, right: string): readonly string[] | null =>
  mayDo(by, right, { kind: 'everywhere' })
    ? null
    : by.grants.flatMap(({ permission, scope }) => (permission === right && scope.kind === 'unit' ? [scope.code] : []))

/** Elements that a risk can threaten, by edition and kind. */
export const choicesIn = ({ ix }: Names, today: Day): readonly ElementChoice[] =>
  ix === null
    ? []
    : ix.plan.editions
        .filter((edition) => isThereOn(edition, today))
        .toReversed()
        .flatMap((edition) =>
          threatened.flatMap((role): readonly ElementChoice[] => {
            const elements = ofRole(ix, edition.code, role)
            const [first] = elements
            const kind = first === undefined ? undefined : ix.kinds.get(first.kind)
            if (kind === undefined) return []
            const name = Object.fromEntries(
              Object.entries(kind.plural).map(([language, words]) => [language, `${editionName(edition)} · ${words}`]),
            ) as ElementChoice['name']
            return [
              {
                name,
                options: elements.map((element) => ({
                  entry: entryOfElement(element),
                  number: element.number,
                  words: element.title,
                })),
              },
            ]
          }),
        )

/** What every form about a risk carries and says. */
export const seen = z.coerce.number().int().nonnegative()
export const reason = z.string().trim().min(1).max(2000)
/** Some text; a line ends with one sign, whatever the browser sends. */
export const line = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1).max(most))
/** A whole number as people type it: nothing typed is nothing, and not zero. */
export const whole = line(9)
  .pipe(z.string().regex(/^[+-]?\d+$/))
  .transform(Number)
export const unit = parsed(UnitCode)
export const day = parsed(Day)
/** A likelihood or an impact; the deed knows the scale. */
export const step = z.coerce.number().int().min(1).max(5)

const places = Array.from({ length: mostElements }, (_, at) => `elements.${at + 1}`)
const element = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined || text === '') return null
    const entry = EntryId.parse(text)
    if (entry === null) context.addIssue({ code: 'custom', message: 'ui.form.notUnderstood' })
    return entry
  })

export const wording = z
  .object({
    title: line(200),
    cause: line(4000),
    event: line(4000),
    effect: line(4000),
    owner: unit,
    reason,
    ...(Object.fromEntries(places.map((name) => [name, element])) as Record<string, typeof element>),
  })
  .transform((form) => {
    const all = form as unknown as Readonly<Record<string, EntryId | null>>
    const { title, cause, event, effect, owner, reason: why } = form
    return {
      ...{ title, cause, event, effect, owner, reason: why },
      elements: [...new Set(places.flatMap((name) => all[name] ?? []))],
    }
  })

export const ReviewYear = idKind('year', /^\d{4}$/)
