import type { Child, FC, PropsWithChildren } from 'hono/jsx'

type MastProps = PropsWithChildren<{
  /** The line above: what kind of page this is, or what it belongs to. */
  readonly kick?: Child
  readonly heading: Child
  /** The printed number before the heading. */
  readonly number?: string
}>

/** The head of a page: what it is, then the answer. */
export const Mast: FC<MastProps> = ({ kick, heading, number, children }) => (
  <div class="mast">
    {kick === undefined ? null : <p class="kick num">{kick}</p>}
    <h1>
      {number === undefined ? null : (
        <>
          <bdi class="f">{number}</bdi>
          {'\u2002'}
        </>
      )}
      {heading}
    </h1>
    {children}
  </div>
)

type LedeProps = PropsWithChildren<{ readonly big?: boolean }>

/** The answer in one or two sentences. `big` where the page is about one thing. */
export const Lede: FC<LedeProps> = ({ big = false, children }) => <p class={big ? 'lede big' : 'lede'}>{children}</p>

type SideSectionProps = PropsWithChildren<{
  readonly heading: Child
  readonly about?: Child
  readonly id?: string
  /** The heading stands above and not beside: for wide tables. */
  readonly wide?: boolean
}>

/** A section with its heading at its side. */
export const SideSection: FC<SideSectionProps> = ({ heading, about, id, wide = false, children }) => (
  <section class={wide ? 'sec' : 'sec side'} id={id}>
    <header>
      <h2>{heading}</h2>
      {about === undefined ? null : <p>{about}</p>}
    </header>
    <div class="stack">{children}</div>
  </section>
)

type NoteProps = PropsWithChildren<{
  readonly heading?: Child
  readonly tone?: 'warn' | 'bad' | 'ok'
  readonly id?: string
}>

/** Words beside the matter: how to read it, what to beware of. */
export const Note: FC<NoteProps> = ({ heading, tone, id, children }) => (
  <p class={tone === undefined ? 'note' : `note ${tone}`} id={id}>
    {heading === undefined ? null : <b>{heading}</b>}
    {children}
  </p>
)

/** What is not here, why, and what one can do. */
export const Empty: FC<PropsWithChildren<{ readonly heading?: Child }>> = ({ heading, children }) => (
  <p class="empty">
    {heading === undefined ? null : <b>{heading} </b>}
    {children}
  </p>
)

/** A word in a box: "illustrative", "estimate", "draft". */
export const Tag: FC<PropsWithChildren> = ({ children }) => <span class="tag">{children}</span>

/** Words for those who hear the page. */
export const Unseen: FC<PropsWithChildren> = ({ children }) => <span class="sr">{children}</span>
