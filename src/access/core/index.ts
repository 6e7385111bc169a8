export { operatorActor, publicActor } from './roles.ts'
export { type Unit, unitSorts } from './unit.ts'
