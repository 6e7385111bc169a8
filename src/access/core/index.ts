export { operatorActor, permissionsOf, publicActor, type RoleName } from './roles.ts'
export { type Unit, type UnitSort, unitSorts } from './unit.ts'
