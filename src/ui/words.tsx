import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { directionOf, type Language, type Words, wordsIn } from '#kernel'
import type { Say } from '#platform'

/** A run of words in a comparison of two texts. The words carry their own spaces. */
export type WordChange = { readonly kind: 'kept' | 'added' | 'removed'; readonly words: string }

/** Two texts in one, the changes marked: underlined when added, struck when removed, and said to those who listen. */
export const WordChanges: FC<{ readonly changes: readonly WordChange[]; readonly say: Say }> = ({ changes, say }) => (
  <>
    {changes.map(({ kind, words }, index) => {
      if (kind === 'kept') return words
      const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? []
      const replaces = kind === 'added' && before === '' && /\S$/.test(removedBefore(changes, index))
      const Mark = kind === 'added' ? 'ins' : 'del'
      return (
        <>
          {replaces ? ' ' : before}
          <Mark>
            <span class="sr">{say(`ui.change.${kind}`)} </span>
            {core}
          </Mark>
          {after}
        </>
      )
    })}
  </>
)

/** The removed words that these replace: a space keeps the two apart. */
const removedBefore = (changes: readonly WordChange[], index: number): string => {
  const before = changes[index - 1]
  return before?.kind === 'removed' ? before.words : ''
}

export type Alternative = {
  readonly heading: Child
  /** Beside the heading, dimmed: whose it is, the number of its bracket. */
  readonly about?: Child
  readonly words: Child
  readonly note?: Child
}

/** Wordings side by side, none before the others. */
export const Alternatives: FC<{ readonly all: readonly Alternative[] }> = ({ all }) => (
  <div class="alts">
    {all.map(({ heading, about, words, note }) => (
      <div>
        <h3 class="h">
          {heading} {about === undefined ? null : <span class="dim">{about}</span>}
        </h3>
        <p class="text">{words}</p>
        {note === undefined ? null : <p class="small dim">{note}</p>}
      </div>
    ))}
  </div>
)

/** A text of the document, set to be read. */
export const Text: FC<PropsWithChildren<{ readonly lang?: string }>> = ({ lang, children }) => (
  <p class="text" {...(lang === undefined ? {} : { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' })}>
    {children}
  </p>
)

/** A line may break after a stroke between two words, `telecommunication/ICT`: browsers would rather break into the second. */
const breakable = (text: string): Child => {
  const [first, ...others] = text.split(/(?<=\p{L}\/)(?=\p{L})/u)
  return others.length === 0 ? (
    text
  ) : (
    <>
      {first}
      {others.map((other) => (
        <>
          <wbr />
          {other}
        </>
      ))}
    </>
  )
}

/** Words in the reader's language; where there are none, the English ones, marked as English for voices and for direction. */
export const Wording: FC<{ readonly words: Words; readonly language: Language }> = ({ words, language }) => (
  <bdi {...(words[language] === undefined && language !== 'en' ? { lang: 'en', dir: directionOf('en') } : {})}>
    {breakable(wordsIn(language, words))}
  </bdi>
)
