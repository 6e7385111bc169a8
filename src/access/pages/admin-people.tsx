import type { FC } from 'hono/jsx'
import { heldRoles, type Person, roleKey } from '#access/core'
import { type Language, languages } from '#kernel'
import type { Shown } from '#platform'
import { Choose, Filter, Input, Link, languageNames, Select, Tag } from '#ui'
import { asking } from './admin-parts.tsx'

/** What is asked of the list of people. */
export type PeopleAsked = { readonly name: string; readonly role: string; readonly standing: string }

/** Who is shown: by a part of their name or address, by a role, by how they stand. */
export const PeopleFilter: FC<Shown<{ readonly asked: PeopleAsked }>> = ({ asked, say, language, here }) => (
  <Filter to="/admin/people" button={say('access.admin.show')} language={language} here={here}>
    <label>
      {say('access.admin.nameOrAddress')}
      <input type="search" name="name" value={asked.name} maxlength={120} />
    </label>
    <Select
      label={say('access.admin.role')}
      name="role"
      value={asked.role}
      options={[
        { value: '', words: say('access.admin.anyRole') },
        ...heldRoles.map((one) => ({ value: one as string, words: say(roleKey(one)) })),
      ]}
    />
    <Select
      label={say('access.admin.standing')}
      name="standing"
      value={asked.standing}
      options={[
        { value: '', words: say('access.admin.anyStanding') },
        { value: 'there', words: say('access.admin.isThere') },
        { value: 'invited', words: say('access.admin.isInvited') },
        { value: 'closed', words: say('access.admin.hasLeft') },
      ]}
    />
  </Filter>
)

/** How somebody stands. */
export const StandingWords: FC<Shown<{ readonly person: Person }>> = ({ person, say }) => {
  if (person.isClosed) return <Tag>{say('access.people.hasLeft')}</Tag>
  return person.isProven ? say('access.people.isThere') : <Tag>{say('access.people.isInvited')}</Tag>
}

/** What is kept of somebody: for who is invited and who is changed. */
export const PersonFields: FC<Shown<{ readonly form: string; readonly person: Person | null }>> = ({
  form,
  person,
  say,
  language,
  here,
}) => (
  <>
    <Input
      here={here}
      say={say}
      form={form}
      name="name"
      label={say('access.name')}
      value={person?.name ?? ''}
      most={120}
      isWide
    />
    <Input
      here={here}
      say={say}
      form={form}
      name="email"
      type="email"
      label={say('access.email')}
      value={person?.email ?? ''}
      most={200}
      isWide
    />
    <Choose
      here={here}
      say={say}
      form={form}
      name="language"
      label={say('access.people.letters')}
      value={person?.language ?? language}
      options={languages.map((one: Language) => ({ value: one, words: languageNames[one] }))}
    />
  </>
)

type StepsProps = {
  readonly to: string
  readonly asked: Readonly<Record<string, string>>
  readonly page: number
  readonly pages: number
}

/** The way to the page before and after of a list that has several. */
export const PageSteps: FC<Shown<StepsProps>> = ({ to, asked, page, pages, say, language, here }) =>
  pages === 1 ? null : (
    <nav class="noprint" aria-label={say('access.admin.pages')}>
      <p>
        {page > 1 ? (
          <Link to={asking(to, { ...asked, page: String(page - 1) })} rel="prev" language={language} here={here}>
            {say('access.admin.pageBefore')}
          </Link>
        ) : null}{' '}
        {say('access.admin.pageOf', { page, pages })}{' '}
        {page < pages ? (
          <Link to={asking(to, { ...asked, page: String(page + 1) })} rel="next" language={language} here={here}>
            {say('access.admin.pageAfter')}
          </Link>
        ) : null}
      </p>
    </nav>
  )
