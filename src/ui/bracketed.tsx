import type { FC } from 'hono/jsx'
import type { Say } from '#platform'

/**
 * A text with brackets as objects. A bracket has its number and the address where it is listed; it may hold others. A
 * `stray` sign opens or closes nothing: it is shown as it stands and never completed by us.
 */
export type BracketPart =
  | { readonly kind: 'plain'; readonly words: string }
  | {
      readonly kind: 'bracket'
      readonly number?: string
      readonly href?: string
      readonly parts: readonly BracketPart[]
    }
  | { readonly kind: 'stray'; readonly sign: '[' | ']' }

type BracketedProps = { readonly parts: readonly BracketPart[]; readonly say: Say }

const Part: FC<{ readonly part: BracketPart; readonly say: Say }> = ({ part, say }) => {
  if (part.kind === 'plain') return <>{part.words}</>
  if (part.kind === 'stray')
    return (
      <span class="stray" title={say('ui.bracket.stray')}>
        <b>{part.sign}</b>
        <span class="sr">{say('ui.bracket.stray')}</span>
      </span>
    )
  const { number, href, parts } = part
  return (
    <span class="br">
      <b>[</b>
      <Bracketed parts={parts} say={say} />
      <b>]</b>
      {number === undefined || href === undefined ? null : (
        <a href={href} aria-label={say('ui.bracket.numbered', { number })}>
          {number}
        </a>
      )}
    </span>
  )
}

/** Text whose brackets are seen and can be followed. */
export const Bracketed: FC<BracketedProps> = ({ parts, say }) => (
  <>
    {parts.map((part) => (
      <Part part={part} say={say} />
    ))}
  </>
)
