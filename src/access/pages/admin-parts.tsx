import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { roleKey, type Unit } from '#access/core'
import { type Day, type Language, wordsIn } from '#kernel'
import type { Here, Say, Shown } from '#platform'
import { dayWords, Frame, Lede, Link, Mast } from '#ui'
import { AdminNav } from './admin-nav.tsx'

type DeskProps = PropsWithChildren<
  Shown<{
    readonly heading: Child
    /** The title in the window. */
    readonly title: string
    readonly kick?: Child
    readonly lede?: Child
    /** The page that this one hangs below. */
    readonly below?: { readonly words: string; readonly to: string }
    readonly notes?: Child
  }>
>

/** A page of administration: the way to the others, what it is, what it says. */
export const AdminDesk: FC<DeskProps> = ({
  heading,
  title,
  kick,
  lede,
  below,
  notes,
  say,
  language,
  here,
  children,
}) => {
  const part = { say, language, here }
  return (
    <Frame title={title} current="/admin" crumbs={below === undefined ? [] : [below]} fleeting desk {...part}>
      <AdminNav {...part} />
      <Mast heading={heading} {...(kick === undefined ? {} : { kick })}>
        {lede === undefined ? null : <Lede>{lede}</Lede>}
        {notes}
      </Mast>
      <div class="stack">{children}</div>
    </Frame>
  )
}

/** A moment in UTC as people write it, to the second; for machines to the letter. */
export const Moment: FC<{ readonly at: string; readonly language: Language }> = ({ at, language }) => (
  <time datetime={at}>
    {dayWords(language, at.slice(0, 10) as Day)} <bdi class="num">{at.slice(11, 19)} UTC</bdi>
  </time>
)

/** Whoever did something: their name now, or what the trail calls who is no person. */
export const WhoWords: FC<{ readonly person: string; readonly name: string | null; readonly say: Say }> = ({
  person,
  name,
  say,
}) => {
  if (name !== null) return <bdi>{name}</bdi>
  return person === 'operator' || person === 'public' ? say(roleKey(person)) : <bdi class="addr">{person}</bdi>
}

/** The keys of the sentence that says what a deed did: `plan.loaded` has one at home, `plan.did.loaded`, or here. */
const didKeys = (event: string): readonly string[] => [event.replace('.', '.did.'), `access.did.${event}`]

/** A deed in words; one without words by its name. */
export const eventWords = (say: Say, event: string): string => {
  const key = didKeys(event).find((one) => say.has(one))
  return key === undefined ? event : say(key)
}

export const unitWords = (units: readonly Unit[], code: string, language: Language): string => {
  const unit = units.find((one) => one.code === code)
  return unit === undefined ? code : wordsIn(language, unit.names)
}

/** A link to the page of somebody. */
export const PersonLink: FC<{
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly here: Here
}> = ({ id, name, language, here }) => (
  <Link to={`/admin/people/${encodeURIComponent(id)}`} language={language} here={here}>
    <bdi>{name}</bdi>
  </Link>
)

/** An address with what is asked of it; what is not asked is left out. */
export const asking = (to: string, question: Readonly<Record<string, string>>): string => {
  const asked = new URLSearchParams(Object.entries(question).filter(([, value]) => value !== ''))
  return asked.size === 0 ? to : `${to}?${asked}`
}
