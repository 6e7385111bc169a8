import type { FC } from 'hono/jsx'
import { addressOf, type Shown } from '#platform'
import { Link } from '#ui'

/** In the head of every page: who has signed in and how to leave, or the way to sign in. */
export const AccountPart: FC<Shown<{ readonly isSomebody: boolean }>> = ({ isSomebody, say, language, here }) => {
  if (!isSomebody || here.reader === null)
    return (
      <Link
        to={`/sign-in?to=${encodeURIComponent(addressOf(language, here.path))}`}
        language={language}
        here={here}
        rel="nofollow"
        {...(here.path === '/sign-in' ? { 'aria-current': 'page' as const } : {})}
      >
        {say('access.signIn.title')}
      </Link>
    )
  return (
    <>
      <Link
        to="/account"
        language={language}
        here={here}
        {...(here.path === '/account' ? { 'aria-current': 'page' as const } : {})}
      >
        {here.reader.name}
      </Link>
      <form method="post" action={addressOf(language, '/sign-out')}>
        <button class="linkish" type="submit">
          {say('access.signOut')}
        </button>
      </form>
    </>
  )
}
