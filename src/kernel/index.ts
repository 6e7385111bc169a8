export { type Actor, EconomyCode, mayDo, mayDoSomewhere, PersonId, type Scope, UnitCode } from './actor.ts'
export {
  type Attempt,
  done,
  type Facts,
  type Fault,
  type FieldFault,
  type Refusal,
  refused,
  refusedFields,
  unreachable,
  type Whereabouts,
} from './attempt.ts'
export { type Branded, idKind } from './brand.ts'
export { Day } from './day.ts'
export { decimalLess, decimalMiddle, decimalsShown, plainDecimal, sameAtPrecision } from './decimal.ts'
export { type Known, known, type MissingReason, missing } from './known.ts'
export { directionOf, Language, languages, type Words, wordsIn } from './language.ts'
export { lettersApart } from './letters.ts'
