import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { Lines, SideSection } from '#ui'
import type { Element } from '../core/element.ts'
import type { Indexed } from '../core/indexed.ts'
import { editionName, editionOf } from '../reading.ts'
import { ThingLink } from './naming.tsx'

type Users = { readonly ix: Indexed; readonly users: readonly Element[] }

/** On the page of a series: every element of any edition that is measured by it. One series serves several (I8). */
export const SeriesUsers: FC<Shown<Users>> = ({ users, ...reader }) => {
  const { ix, say } = reader
  return (
    <SideSection
      id="users"
      heading={say('plan.users.heading')}
      about={say('plan.users.about', { count: users.length })}
    >
      <Lines
        lines={users.map((one) => (
          <>
            <ThingLink {...reader} to={one} kind /> <bdi class="f dim">{editionName(editionOf(ix, one.edition))}</bdi>
          </>
        ))}
      />
    </SideSection>
  )
}
