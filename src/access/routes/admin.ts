import { z } from 'zod'
import { type Day, mayDoSomewhere } from '#kernel'
import { absent, get, lastBackup, post, type ReadDb, type Route, trailHead } from '#platform'
import { withdrawToken } from '../deeds/admin.ts'
import { houseKept } from '../housekeeping.ts'
import { BackupPage, HealthPage, OverviewPage, SettingsPage } from '../pages/admin-house.tsx'
import { AllTokensPage, OneTokenPage } from '../pages/admin-tokens.tsx'
import { adminCounts, anyTokenOf, tokensOfAll } from '../store/admin.ts'

const perPage = 50
const words = z.string().max(120).optional()
const nth = z.coerce.number().int().min(1).max(100_000).optional()

const dayLength = 86_400_000
/** Whole days from a moment to a day; none where the clock of the database is ahead. */
const daysSince = (at: string, today: Day): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(at.slice(0, 10))) / dayLength))

const backupOf = async (db: ReadDb, today: Day) => {
  const backup = await lastBackup(db)
  return { backup, days: backup === null ? null : daysSince(backup.at, today) }
}

export const adminRoutes: readonly Route[] = [
  get({
    path: '/admin',
    may: 'access.audit',
    load: async ({ db, by, today }) => {
      const { backup, days } = await backupOf(db, today)
      return {
        counts: await adminCounts(db),
        head: await trailHead(db),
        backup,
        backupDays: days,
        seesPeople: mayDoSomewhere(by, 'access.people'),
      }
    },
    page: OverviewPage,
  }),
  get({
    path: '/admin/tokens',
    may: 'access.people',
    asks: z.object({
      person: words,
      standing: z.enum(['', 'live', 'over', 'revoked']).optional(),
      page: nth,
      done: words,
    }),
    load: async ({ db }, _, { person = '', standing = '', page = 1, done = '' }) => {
      const typed = person.trim()
      const found = (await tokensOfAll(db)).filter(
        (one) =>
          (standing === '' || one.standing === standing) &&
          (one.whose.toLowerCase().includes(typed.toLowerCase()) || one.person === typed),
      )
      const pages = Math.max(1, Math.ceil(found.length / perPage))
      const at = Math.min(page, pages)
      return {
        tokens: found.slice((at - 1) * perPage, at * perPage),
        asked: { person: typed, standing },
        count: found.length,
        page: at,
        pages,
        done: done === 'taken',
      }
    },
    page: AllTokensPage,
  }),
  get({
    path: '/admin/tokens/:token',
    may: 'access.people',
    load: async ({ db }, { token: id = '' }) => {
      const token = await anyTokenOf(db, id)
      return token === null ? absent('access.admin.noSuchToken') : { token }
    },
    page: OneTokenPage,
  }),
  post({
    path: '/admin/tokens/:token',
    may: 'access.people',
    event: 'access.tokenWithdrawn',
    order: z.object({ reason: z.string().trim().min(1).max(500) }),
    deed: (work, _, { token = '' }) => withdrawToken(work, token),
    trail: ({ id, person, name, scopes, expiresOn }, { reason }) => ({
      facts: { person, token: id },
      reason,
      before: { name, scopes, lastDay: expiresOn, standing: 'live' },
      after: { name, scopes, lastDay: expiresOn, standing: 'revoked' },
    }),
    goTo: () => '/admin/tokens?done=taken',
  }),
  get({
    path: '/admin/settings',
    may: 'access.settings',
    load: async () => {
      const { settings, version, build, runtime, startedAt } = houseKept()
      return { settings, version, build, runtime, startedAt }
    },
    page: SettingsPage,
  }),
  get({
    path: '/admin/backup',
    may: 'access.health',
    load: async ({ db, today }) => backupOf(db, today),
    page: BackupPage,
  }),
  get({
    path: '/admin/health',
    may: 'access.health',
    load: async ({ db }) => ({ checks: await houseKept().checks(db) }),
    page: HealthPage,
  }),
]
