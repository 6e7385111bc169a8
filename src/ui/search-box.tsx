import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import { addressOf, type Here, type Say } from '#platform'
import { Link } from './link.tsx'

type BoxProps = { readonly say: Say; readonly language: Language; readonly here: Here }

/** The search in the head of every page; where there is little room, a link to its page. */
export const SearchBox: FC<BoxProps> = ({ say, language, here }) => (
  <search class="seek noprint">
    <form method="get" action={addressOf(language, '/search')}>
      <input type="search" name="q" required maxlength={200} aria-label={say('ui.search.label')} />
      {here.asOf === null ? null : <input type="hidden" name="asof" value={here.asOf} />}
      <button class="btn q" type="submit">
        {say('ui.search.button')}
      </button>
    </form>
    <Link to="/search" language={language} here={here}>
      {say('ui.search.title')}
    </Link>
  </search>
)
