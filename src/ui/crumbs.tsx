import type { Child, FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Here, Say } from '#platform'
import { Link } from './link.tsx'

/** A step on the way to this page; the page itself has no address. */
export type Crumb = { readonly words: Child; readonly to?: string }

type CrumbsProps = {
  readonly steps: readonly Crumb[]
  readonly say: Say
  readonly language: Language
  readonly here: Here
}

/** Where this page stands. */
export const Crumbs: FC<CrumbsProps> = ({ steps, say, language, here }) => (
  <nav class="crumbs" aria-label={say('ui.frame.crumbs')}>
    <ol>
      {steps.map(({ words, to }) => (
        <li>
          {to === undefined ? (
            <span aria-current="page">{words}</span>
          ) : (
            <Link to={to} language={language} here={here}>
              {words}
            </Link>
          )}
        </li>
      ))}
    </ol>
  </nav>
)
