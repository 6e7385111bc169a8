import type { FC } from 'hono/jsx'
import type { PersonId } from '#kernel'
import type { Say } from '#platform'
import type { People } from '../people.ts'

/** Not people: everybody who has not signed in, and whoever runs the command line. */
const withWords = ['operator', 'public']

export const personWords = (say: Say, people: NonNullable<People>, person: PersonId): string =>
  withWords.includes(person) ? say(`risks.who.${person}`) : (people.get(person) ?? say('risks.who.unknown'))

/** Who did it, for a reader who is told. */
export const By: FC<{ readonly people: People; readonly person: PersonId | null; readonly say: Say }> = ({
  people,
  person,
  say,
}) =>
  people === null || person === null ? null : (
    <span class="small dim">{say.rich('risks.by', { name: <bdi>{personWords(say, people, person)}</bdi> })}</span>
  )
