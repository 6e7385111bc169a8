import type { FC, PropsWithChildren } from 'hono/jsx'
import type { Language } from '#kernel'
import { addressAsOf, addressOf, type Here } from '#platform'

type LinkProps = PropsWithChildren<{
  /** A path without a language; it may have a question and a fragment. */
  readonly to: string
  readonly language: Language
  readonly here: Here
  readonly class?: string
  readonly id?: string
  readonly title?: string
  readonly rel?: string
  readonly 'aria-label'?: string
  readonly 'aria-current'?: 'page' | 'true' | 'location'
}>

/** The address of a page in the reader's language, on the day that the reader asks about. */
export const hrefOf = (language: Language, here: Here, to: string): string =>
  addressAsOf(addressOf(language, to), here.asOf)

/** A link to another page, in the reader's language and on the day they ask about. */
export const Link: FC<LinkProps> = ({ to, language, here, children, ...rest }) => (
  <a href={hrefOf(language, here, to)} {...rest}>
    {children}
  </a>
)
