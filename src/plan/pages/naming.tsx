import type { FC } from 'hono/jsx'
import { directionOf, type Language, type Words, wordsIn } from '#kernel'
import type { Here, Say } from '#platform'
import { Bracketed, type BracketPart, Fig, hrefOf, Link, signsOf, Wording } from '#ui'
import { pathOf, type Thing, tailOf } from '../core/address.ts'
import { bracketsOf, cutAtBrackets, type TextPart } from '../core/brackets.ts'
import type { Bracket, Element, Quotation } from '../core/element.ts'
import { findingsOf, type Indexed } from '../core/indexed.ts'
import { anchorOf, editionOf, kindOfThing, referenceOf, titleOf } from '../reading.ts'

/** Who reads what: every part of these pages has it. */
export type Reader = { readonly ix: Indexed; readonly say: Say; readonly language: Language; readonly here: Here }

/** Words of the text letter for letter, in its own language and direction. */
export const Quoted: FC<{ readonly quotation: Quotation; readonly language: string }> = ({ quotation, language }) => (
  <q lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
    {quotation.text}
    {quotation.cut ? '…' : ''}
  </q>
)

/** A printed letter that the title says itself: "Appendix A". */
const isSaid = (reference: string, of: Thing): boolean =>
  /^[A-Z]+$/.test(reference) && new RegExp(`(?:^|\\s)${reference}(?:[^\\p{L}\\d]|$)`, 'u').test(titleOf(of).en)

/** A number or letter before words; nothing where there is none, or where the words say it. */
export const Reference: FC<{ readonly of: Thing }> = ({ of }) => {
  const reference = referenceOf(of)
  return reference === null || isSaid(reference, of) ? null : (
    <>
      <bdi class="f">{reference}</bdi>{' '}
    </>
  )
}

/** A link to an element or a bracket: its reference and its title, after the name of its kind when that is wanted. */
export const ThingLink: FC<Reader & { readonly to: Thing; readonly kind?: boolean }> = ({
  to,
  kind = false,
  ...reader
}) => {
  const { ix, language, here } = reader
  const { label } = kindOfThing(ix, to)
  const title = titleOf(to)
  const reference = referenceOf(to)
  return (
    <Link to={pathOf(ix, to)} language={language} here={here}>
      {kind && label.en !== title.en ? (
        <>
          <Wording words={label} language={language} />
          {reference === null ? null : (
            <>
              {signsOf(language).gap}
              <bdi class="f">{reference}</bdi>
            </>
          )}
          {' · '}
        </>
      ) : (
        <Reference of={to} />
      )}
      <Wording words={title} language={language} />
    </Link>
  )
}

const partsFor = (parts: readonly TextPart[], addressOf: (bracket: Bracket) => string): readonly BracketPart[] =>
  parts.flatMap((part): readonly BracketPart[] => {
    if (part.kind === 'text') return [{ kind: 'plain', words: part.text }]
    if (part.lacks === 'opening') return [{ kind: 'stray', sign: ']' }]
    const inner = partsFor(part.parts, addressOf)
    if (part.lacks === 'closing') return [{ kind: 'stray', sign: '[' }, ...inner]
    const { bracket } = part
    return [
      {
        kind: 'bracket',
        parts: inner,
        ...(bracket === null ? {} : { number: tailOf(bracket.id) ?? '', href: addressOf(bracket) }),
      },
    ]
  })

type BracketWordsProps = Reader & {
  readonly words: Words
  readonly brackets: readonly Bracket[]
  /** On the page of the whole text brackets are listed below it. */
  readonly listed?: boolean
}

/** Words whose brackets are objects that can be followed. */
export const BracketWords: FC<BracketWordsProps> = ({ words, brackets, listed = false, ...reader }) => {
  const { ix, say, language, here } = reader
  const text = wordsIn(language, words)
  if (!/[[\]]/.test(text)) return <Wording words={words} language={language} />
  const parts = partsFor(cutAtBrackets(text, brackets), (bracket) =>
    listed ? `#${bracket.id}` : hrefOf(language, here, pathOf(ix, bracket)),
  )
  return words[language] === undefined ? (
    <bdi lang="en" dir={directionOf('en')}>
      <Bracketed parts={parts} say={say} />
    </bdi>
  ) : (
    <Bracketed parts={parts} say={say} />
  )
}

/** The title of an element with its brackets. */
export const TitleWords: FC<Reader & { readonly of: Element; readonly listed?: boolean }> = ({ of, ...rest }) => (
  <BracketWords words={of.title} brackets={bracketsOf(rest.ix, of)} {...rest} />
)

/** Brackets by their numbers: "in brackets 7, 8, 9". */
export const BracketNumbers: FC<Reader & { readonly brackets: readonly Bracket[]; readonly listed?: boolean }> = ({
  brackets,
  listed = false,
  ix,
  say,
  language,
  here,
}) => (
  <span class="br nw">
    {say('plan.inBrackets')}{' '}
    {brackets.map((bracket, index) => (
      <>
        {index === 0 ? '' : ' '}
        <a
          href={listed ? `#${bracket.id}` : hrefOf(language, here, pathOf(ix, bracket))}
          aria-label={say('ui.bracket.numbered', { number: tailOf(bracket.id) ?? '' })}
        >
          <Fig>{tailOf(bracket.id)}</Fig>
        </a>
      </>
    ))}
  </span>
)

/** What a reader must know of an element in a list: that its print has a slip, that it can be read otherwise. */
export const Marks: FC<Reader & { readonly of: Element }> = ({ of, ix, say, language, here }) => {
  const slips = findingsOf(ix, of).filter((finding) => finding.kind === 'editorial')
  return (
    <>
      {of.readings.length === 0 ? null : (
        <>
          {' '}
          <Link class="mark" to={`${pathOf(ix, of)}#readings`} language={language} here={here}>
            {say('plan.readings.mark', { count: of.readings.length })}
          </Link>
        </>
      )}
      {slips.map((slip) => (
        <>
          {' '}
          <Link class="mark" to={`/findings#${anchorOf(slip)}`} language={language} here={here}>
            {say('plan.finding.mark')}
          </Link>
        </>
      ))}
    </>
  )
}

/** The language of the text that was read, in the reader's words. */
export const languageName = (language: Language, of: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(of) ?? of

export const sourceLanguage = (ix: Indexed, thing: Thing): string => editionOf(ix, thing.edition).source.language

/** Whole numbers one after the other; a line may end between two of them. */
export const Numbers: FC<{ readonly of: readonly number[]; readonly language: Language }> = ({ of, language }) => (
  <>
    {of.map((one, index) => (
      <>
        {index === 0 ? '' : signsOf(language).item}
        <bdi class="f">{one}</bdi>
      </>
    ))}
  </>
)

/** Words of a list as they begin a line. */
export const atStart = (words: string, language: Language): string =>
  words.charAt(0).toLocaleUpperCase(language) + words.slice(1)

/** From before to after: it points the way in which the language is read. */
export const arrow = (language: Language): string => (directionOf(language) === 'rtl' ? '←' : '→')

/** Series in a cell, each on a line of its own, as links to their figures. */
export const SeriesLinks: FC<
  Pick<Reader, 'language' | 'here'> & { readonly all: readonly { readonly code: string; readonly names: Words }[] }
> = ({ all, language, here }) => (
  <>
    {all.map(({ code, names }) => (
      <div>
        <Link to={`/series/${encodeURIComponent(code)}`} language={language} here={here}>
          <Wording words={names} language={language} />
        </Link>
      </div>
    ))}
  </>
)
