import type { FC } from 'hono/jsx'
import type { Words } from '#kernel'
import type { Shown } from '#platform'
import { Tag, Wording } from '#ui'

/** On every page of an organization that does not exist: that it does not. */
export const FictionalMark: FC<Shown<{ readonly names: Words }>> = ({ names, say, language }) => (
  <span class="fictional">
    <Tag>{say('plan.fictional.mark')}</Tag>{' '}
    {say.rich('plan.fictional.words', { name: <Wording words={names} language={language} /> })}
  </span>
)
