export { actorOf, type Held, limitedTo, operatorActor, publicActor, tokenPermissions } from './actors.ts'
export { type Difference, differences } from './differences.ts'
export { landingFrom } from './landing.ts'
export { emailFrom, nameFrom, type Person } from './person.ts'
export {
  giversOf,
  gives,
  type HeldRole,
  heldRoles,
  isPermission,
  type Permission,
  permissionKey,
  permissions,
  permissionTable,
  type Role,
  roleKey,
  type ScopeKind,
  scopesOf,
} from './roles.ts'
export { type Unit, unitSorts } from './unit.ts'
