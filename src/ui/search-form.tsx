import type { FC } from 'hono/jsx'
import { addressOf, type SearchProps, type Shown } from '#platform'
import { Select } from './filter.tsx'

/** The question as a plain form. */
export const SearchForm: FC<Shown<SearchProps>> = ({ asked, kinds, kind, say, language, here }) => (
  <search>
    <form class="filter noprint" method="get" action={addressOf(language, '/search')}>
      <label class="wide">
        {say('ui.search.label')}
        <input type="search" name="q" value={asked} maxlength={200} autofocus={asked === ''} />
      </label>
      <Select
        label={say('ui.search.among')}
        name="kind"
        value={kind?.code ?? ''}
        options={[
          { value: '', words: say('ui.search.everything') },
          ...kinds.map(({ code, key }) => ({ value: code, words: say(key) })),
        ]}
      />
      {here.asOf === null ? null : <input type="hidden" name="asof" value={here.asOf} />}
      <button class="btn q" type="submit">
        {say('ui.search.button')}
      </button>
    </form>
  </search>
)
