import type { Child, FC } from 'hono/jsx'
import { directionOf, type Language } from '#kernel'
import type { Found, Hit, Piece, SearchProps, Shown } from '#platform'
import { Link } from './link.tsx'
import { signsOf } from './signs.ts'

export type Asked = Shown<SearchProps>

/** The address of a question, without a language. */
export const to = (asks: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(Object.entries(asks).filter(([, value]) => value !== '')).toString()
  return query === '' ? '/search' : `/search?${query}`
}

export const listed = (language: Language, words: readonly string[]): string => words.join(signsOf(language).item)

const Pieces: FC<{ readonly pieces: readonly Piece[] }> = ({ pieces }) => (
  <>{pieces.map(({ words, marked }): Child => (marked ? <mark>{words}</mark> : words))}</>
)

const inLanguage = (own: Language, reader: Language) => (own === reader ? {} : { lang: own, dir: directionOf(own) })

/** What it is, and why it was found, in the order of what counts. */
const Why: FC<Asked & { readonly hit: Hit }> = ({ hit: { label, language: own, why, excerpt }, say, language }) => {
  const named = (
    [
      ['ui.search.byCode', why.codes],
      ['ui.search.byTitle', why.title],
      ['ui.search.byLabel', why.label],
      [excerpt === null || excerpt.language === language ? 'ui.search.byText' : 'ui.search.byTextIn', why.text],
    ] as const
  ).filter(([, words]) => words.length > 0)
  return (
    <p class="small dim">
      {label === '' ? null : (
        <>
          <b {...inLanguage(own, language)}>{label}</b>
          {named.length === 0 ? '' : ' · '}
        </>
      )}
      {named.map(([key, words], at) => (
        <>
          {at === 0 ? '' : ' · '}
          {say(key, { words: listed(language, words), language: excerpt?.language ?? language })}
        </>
      ))}
    </p>
  )
}

/** What was found of one kind; where more is there than is shown, the way to it. */
export const Hits: FC<Asked & { readonly group: Found['groups'][number] }> = ({ group, ...props }) => {
  const { asked, kind, say, language, here } = props
  return (
    <>
      <ol class="hits">
        {group.hits.map((hit) => (
          <li>
            <Link to={hit.address} language={language} here={here}>
              <span {...inLanguage(hit.language, language)}>
                <Pieces pieces={hit.title} />
              </span>
            </Link>
            {hit.excerpt === null ? null : (
              <p>
                <bdi {...inLanguage(hit.excerpt.language, language)}>
                  <Pieces pieces={hit.excerpt.pieces} />
                </bdi>
              </p>
            )}
            <Why hit={hit} {...props} />
          </li>
        ))}
      </ol>
      {kind !== null || group.count <= group.hits.length ? null : (
        <p>
          <Link to={to({ q: asked, kind: group.kind.code })} language={language} here={here}>
            {say('ui.search.all', { count: group.count, name: say(group.kind.key) })}
          </Link>
        </p>
      )}
    </>
  )
}

/** Through the pages of one kind. */
export const Pages: FC<Asked> = ({ asked, kind, page, pages, say, language, here }) => {
  const at = (number: number): string =>
    to({ q: asked, kind: kind?.code ?? '', page: number === 1 ? '' : String(number) })
  return pages < 2 || kind === null ? null : (
    <nav class="noprint acts" aria-label={say('ui.search.pages')}>
      {page === 1 ? null : (
        <Link to={at(page - 1)} rel="prev" language={language} here={here}>
          {say('ui.search.before')}
        </Link>
      )}
      <span>{say('ui.search.page', { page, pages })}</span>
      {page >= pages ? null : (
        <Link to={at(page + 1)} rel="next" language={language} here={here}>
          {say('ui.search.after')}
        </Link>
      )}
    </nav>
  )
}
