/** Roles that people hold. The public and whoever runs the command line hold theirs without being asked. */
export const heldRoles = [
  'delegate',
  'focal-point',
  'statistician',
  'planner',
  'resource-officer',
  'risk-officer',
  'report-writer',
  'approver',
  'administrator',
] as const
export type HeldRole = (typeof heldRoles)[number]

export const ScopeKinds = ['everywhere', 'unit', 'economy'] as const
export type ScopeKind = (typeof ScopeKinds)[number]

/** For what each role can be held. */
export const scopesOf: Readonly<Record<HeldRole, readonly ScopeKind[]>> = {
  delegate: ['economy'],
  'focal-point': ['economy'],
  statistician: ['everywhere'],
  planner: ['everywhere', 'unit'],
  'resource-officer': ['everywhere', 'unit'],
  'risk-officer': ['everywhere', 'unit'],
  'report-writer': ['everywhere'],
  approver: ['everywhere', 'unit'],
  administrator: ['everywhere'],
}

/** `public`: everybody, signed in or not. `person`: whoever has signed in. `operator`: the command line and the program itself. */
export type Role = 'public' | 'person' | 'operator' | HeldRole

/** A role, or a role that gives this only to those who hold it everywhere. */
type Giver = Role | `${HeldRole} everywhere`

/**
 * Who may do what: each permission and the roles that give it, for what the role is held for. Nothing else in the house decides this;
 * the pages of administration show it, and a test asks every route with every role.
 */
export const permissionTable = {
  'access.signIn': ['public'],
  'access.account': ['person'],
  'access.people': ['administrator', 'operator'],
  'access.roles': ['administrator', 'operator'],
  'access.settings': ['administrator', 'operator'],
  'access.health': ['administrator', 'operator'],
  'access.audit': ['administrator', 'approver everywhere', 'operator'],
  'access.units': ['public', 'operator'],

  'platform.api': ['public', 'operator'],
  'platform.search': ['public', 'operator'],

  'plan.see': ['public', 'operator'],
  'plan.load': ['operator'],

  'statistics.see': ['public', 'operator'],
  'statistics.load': ['operator'],

  'progress.see': ['public', 'operator'],
  'progress.calibrate': ['operator'],

  'risks.see': ['public', 'operator'],
  'risks.seeDrafts': ['risk-officer', 'planner', 'approver'],
  'risks.enter': ['risk-officer', 'planner'],
  'risks.assess': ['risk-officer', 'planner'],
  'risks.mitigate': ['risk-officer', 'planner'],
  'risks.adopt': ['risk-officer', 'approver'],
  'risks.close': ['risk-officer'],
  'risks.escalate': ['risk-officer'],
  'risks.setScale': ['risk-officer everywhere'],
  'risks.review': ['risk-officer everywhere'],
  'risks.freeze': ['approver everywhere'],
  'risks.import': ['risk-officer'],
} as const satisfies Readonly<Record<string, readonly Giver[]>>

export type Permission = keyof typeof permissionTable
export const permissions = Object.keys(permissionTable) as readonly Permission[]
export const isPermission = (name: string): name is Permission => name in permissionTable

/** The roles that give it, as the table has them. */
export const giversOf = (permission: Permission): readonly Giver[] => permissionTable[permission]

/** Does this role, held for a scope of this kind, give the permission? */
export const gives = (role: Role, kind: ScopeKind, permission: Permission): boolean => {
  const givers = giversOf(permission)
  return givers.includes(role) || (kind === 'everywhere' && givers.includes(`${role} everywhere` as Giver))
}

/** The key of a role's name. */
export const roleKey = (role: Role): string =>
  `access.role.${role.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`

/** The key of what a permission lets somebody do, in words. */
export const permissionKey = (permission: Permission): string => `access.may.${permission}`
