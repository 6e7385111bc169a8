import { type Actor, PersonId } from '#kernel'

/**
 * Who may do what: a role and its permissions. People and roles that are held for a unit or an economy join with
 * sign-in; until then there are the public and whoever holds the command line.
 */
const permissionsOf = {
  public: ['platform.search', 'plan.see', 'statistics.see', 'progress.see'],
  operator: [
    'access.see',
    'platform.search',
    'plan.see',
    'plan.load',
    'statistics.see',
    'statistics.load',
    'progress.see',
    'progress.calibrate',
  ],
} as const

type RoleName = keyof typeof permissionsOf

const actorOf = (role: RoleName): Actor => ({
  person: PersonId.trusted(role),
  grants: permissionsOf[role].map((permission) => ({ permission, scope: { kind: 'everywhere' } })),
})

/** Everybody who reads without signing in (V5). */
export const publicActor: Actor = actorOf('public')

/** Whoever runs the command line on this machine, and the program itself when it loads its content. */
export const operatorActor: Actor = actorOf('operator')
