import type { FC } from 'hono/jsx'
import { mayDoSomewhere } from '#kernel'
import type { Shown } from '#platform'
import { Link } from '#ui'

/** Pages of administration, each for those who may. */
const pages = [
  { to: '/admin', key: 'access.admin.title', may: 'access.audit' },
  { to: '/admin/people', key: 'access.people.title', may: 'access.people' },
  { to: '/admin/roles', key: 'access.roles.title', may: 'access.roles' },
  { to: '/units', key: 'access.units.title', may: 'access.units' },
  { to: '/admin/tokens', key: 'access.admin.tokens', may: 'access.people' },
  { to: '/admin/audit', key: 'access.admin.audit', may: 'access.audit' },
  { to: '/admin/settings', key: 'access.admin.settings', may: 'access.settings' },
  { to: '/admin/backup', key: 'access.admin.backup', may: 'access.health' },
  { to: '/admin/health', key: 'access.admin.health', may: 'access.health' },
] as const

/** Where the reader is: on this page, or on one below it. The first page has no pages below it but all of them. */
const currentAt = (to: string, path: string): { readonly 'aria-current'?: 'page' | 'true' } => {
  if (path === to) return { 'aria-current': 'page' }
  return to !== '/admin' && path.startsWith(`${to}/`) ? { 'aria-current': 'true' } : {}
}

/** The way between the pages of administration. */
export const AdminNav: FC<Shown<object>> = ({ say, language, here }) => (
  <nav class="noprint" aria-label={say('access.admin.title')}>
    <ul class="nav">
      {pages
        .filter(({ may }) => here.reader !== null && mayDoSomewhere(here.reader.by, may))
        .map(({ to, key }) => (
          <li>
            <Link to={to} language={language} here={here} {...currentAt(to, here.path)}>
              {say(key)}
            </Link>
          </li>
        ))}
    </ul>
  </nav>
)
