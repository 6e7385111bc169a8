import type { Child, FC } from 'hono/jsx'
import type { Say } from '#platform'

/** Where a thing stands; `na` is not assessed, and then a reason always follows. */
export type Standing = 'met' | 'likely' | 'uncertain' | 'unlikely' | 'away' | 'na'

export const standings: readonly Standing[] = ['met', 'likely', 'uncertain', 'unlikely', 'away', 'na']

/** The mark alone, after a word that says it. */
export const Mark: FC<{ readonly status: Standing }> = ({ status }) => (
  <svg class={`m st-${status}`} aria-hidden="true">
    <use href={`#m-${status}`} />
  </svg>
)

type StatusProps = { readonly status: Standing; readonly say: Say; readonly reason?: Child }

/** Word, shape and colour of a status, in this order of importance, and why. */
export const Status: FC<StatusProps> = ({ status, say, reason }) => (
  <>
    <span class={`st st-${status}`}>
      <svg class="m" aria-hidden="true">
        <use href={`#m-${status}`} />
      </svg>
      <span>{say(`ui.status.${status}`)}</span>
    </span>
    {reason === undefined ? null : <span class="u why">{reason}</span>}
  </>
)

/** What the marks mean. */
export const StatusKey: FC<{ readonly say: Say; readonly only?: readonly Standing[] }> = ({
  say,
  only = standings,
}) => (
  <ul class="key" aria-label={say('ui.status.key')}>
    {only.map((status) => (
      <li>
        <Status status={status} say={say} />
      </li>
    ))}
  </ul>
)

const ring = (path: string) => (
  <>
    <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5" />
    <path d={path} fill="currentColor" />
  </>
)

/** The drawings of the marks, once in every page. */
export const Symbols: FC = () => (
  <svg width="0" height="0" class="symbols" aria-hidden="true" focusable="false">
    <defs>
      <symbol id="m-met" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7" fill="currentColor" />
        <path d="M4.6 8.3l2.4 2.4 4.5-5" class="tick" />
      </symbol>
      <symbol id="m-likely" viewBox="0 0 16 16">
        {ring('M8 8V1.8A6.2 6.2 0 1 1 1.8 8Z')}
      </symbol>
      <symbol id="m-uncertain" viewBox="0 0 16 16">
        {ring('M8 1.8A6.2 6.2 0 0 1 8 14.2Z')}
      </symbol>
      <symbol id="m-unlikely" viewBox="0 0 16 16">
        {ring('M8 8V1.8A6.2 6.2 0 0 1 14.2 8Z')}
      </symbol>
      <symbol id="m-away" viewBox="0 0 16 16">
        <path d="M1.2 2.5H14.8L8 14.5Z" fill="currentColor" />
      </symbol>
      <symbol id="m-na" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2 2.1" />
      </symbol>
    </defs>
  </svg>
)
