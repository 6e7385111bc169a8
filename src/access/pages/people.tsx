import type { FC } from 'hono/jsx'
import type { Held, Person, Unit } from '#access/core'
import type { Shown } from '#platform'
import { DataTable, Form, Frame, Lede, Link, Mast } from '#ui'
import { RoleWords } from './account.tsx'
import { AdminNav } from './admin-nav.tsx'
import { PageSteps, type PeopleAsked, PeopleFilter, PersonFields, StandingWords } from './admin-people.tsx'

export type PersonLine = { readonly person: Person; readonly held: readonly Held[] }
export type PeopleProps = {
  readonly people: readonly PersonLine[]
  readonly units: readonly Unit[]
  /** How many have not left, of all. */
  readonly there: number
  readonly asked: PeopleAsked
  readonly page: number
  readonly pages: number
}

export const PeoplePage: FC<Shown<PeopleProps>> = (props) => {
  const { people, units, there, asked, page, pages, say, language, here } = props
  const part = { say, language, here }
  return (
    <Frame title={say('access.people.title')} fleeting desk {...part}>
      <AdminNav {...part} />
      <Mast heading={say('access.people.title')}>
        <Lede>{say('access.people.lede', { count: there })}</Lede>
        <p>
          <Link class="btn" to="/admin/people/new" language={language} here={here}>
            {say('access.people.invite')}
          </Link>
        </p>
      </Mast>
      <PeopleFilter asked={asked} {...part} />
      <DataTable
        label={say('access.people.title')}
        phone="cards"
        say={say}
        columns={[
          { head: say('access.name') },
          { head: say('access.email'), short: say('access.email') },
          { head: say('access.account.roles'), short: say('access.account.roles') },
          { head: say('access.people.standing'), short: say('access.people.standing') },
        ]}
        groups={[
          {
            rows: people.map(({ person, held }) => ({
              cells: [
                <Link to={`/admin/people/${person.id}`} language={language} here={here}>
                  <bdi>{person.name}</bdi>
                </Link>,
                <bdi class="addr">{person.email}</bdi>,
                held.length === 0
                  ? say('access.account.noRoles')
                  : held.map((one) => (
                      <div>
                        <RoleWords held={one} units={units} say={say} language={language} />
                      </div>
                    )),
                <StandingWords person={person} {...part} />,
              ],
            })),
          },
        ]}
      />
      <PageSteps to="/admin/people" asked={asked} page={page} pages={pages} {...part} />
    </Frame>
  )
}

export const NewPersonPage: FC<Shown<object>> = ({ say, language, here }) => {
  const part = { say, language, here }
  return (
    <Frame
      title={say('access.people.invite')}
      crumbs={[{ words: say('access.people.title'), to: '/admin/people' }]}
      fleeting
      desk
      {...part}
    >
      <AdminNav {...part} />
      <Mast heading={say('access.people.invite')}>
        <Lede>{say('access.people.inviteLede')}</Lede>
      </Mast>
      <Form to="/admin/people/new" button={say('access.people.inviteButton')} {...part}>
        <PersonFields form="" person={null} {...part} />
      </Form>
    </Frame>
  )
}
