import type { Child, FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Here } from '#platform'
import { Link } from './link.tsx'

export type View = { readonly words: Child; readonly to: string; readonly current?: boolean }

type ViewsProps = {
  readonly label: string
  readonly views: readonly View[]
  readonly language: Language
  readonly here: Here
}

/** The same matter seen in other ways; each has its address. */
export const Views: FC<ViewsProps> = ({ label, views, language, here }) => (
  <nav class="noprint" aria-label={label}>
    <ul class="views">
      {views.map(({ words, to, current = false }) => (
        <li>
          <Link to={to} language={language} here={here} {...(current ? { 'aria-current': 'page' as const } : {})}>
            {words}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)

/** An outline: where one is in a long text. */
export type OutlineItem = {
  readonly words: Child
  readonly to: string
  readonly current?: boolean
  readonly below?: readonly OutlineItem[]
}

const Items: FC<{ readonly items: readonly OutlineItem[]; readonly language: Language; readonly here: Here }> = ({
  items,
  language,
  here,
}) => (
  <>
    {items.map(({ words, to, current = false, below = [] }) => (
      <li>
        {to.startsWith('#') ? (
          <a href={to}>{words}</a>
        ) : (
          <Link to={to} language={language} here={here} {...(current ? { 'aria-current': 'page' as const } : {})}>
            {words}
          </Link>
        )}
        {below.length === 0 ? null : (
          <ol>
            <Items items={below} language={language} here={here} />
          </ol>
        )}
      </li>
    ))}
  </>
)

type OutlineProps = {
  readonly label: string
  readonly items: readonly OutlineItem[]
  readonly language: Language
  readonly here: Here
}

/** The working outline of a text. An address that starts with `#` is on this page. */
export const Outline: FC<OutlineProps> = ({ label, items, language, here }) => (
  <nav aria-label={label}>
    <ol class="outline">
      <Items items={items} language={language} here={here} />
    </ol>
  </nav>
)
