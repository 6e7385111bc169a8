import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { directionOf, type Language } from '#kernel'
import { addressOf, type Here, type Say } from '#platform'
import { assetOf } from './assets.ts'
import { ContextLine } from './context-line.tsx'
import { type Crumb, Crumbs } from './crumbs.tsx'
import { dataBlock, type Structured } from './data-block.ts'
import { languageNames, languagesInOrder, sameIn } from './languages.ts'
import { Link } from './link.tsx'
import { type Picture, Preview } from './preview.tsx'
import { SearchBox } from './search-box.tsx'
import { Symbols } from './status.tsx'

type FrameProps = PropsWithChildren<{
  /** The title in the window, before the name of the house. */
  readonly title: string
  /** One sentence for search engines and previews. */
  readonly description?: string
  /** The path of the section this page belongs to, when it is not the page's own. */
  readonly current?: string
  readonly crumbs?: readonly Crumb[]
  /** A page that is not there or not well: it is not listed by search engines. */
  readonly fleeting?: boolean
  /** It has a form that does a deed, also for those who have not signed in. */
  readonly desk?: boolean
  /** A page that goes on to another site by itself. */
  readonly goesTo?: string
  /** What the page is about, in words of schema.org. */
  readonly about?: Structured | undefined
  /** The path of a feed of what changes here, without a language. */
  readonly feed?: string
  /** A picture of this page for those who pass its address on: its path without a language, and what it shows in words. */
  readonly picture?: Picture
  readonly say: Say
  readonly language: Language
  readonly here: Here
}>

type PartProps = { readonly say: Say; readonly language: Language; readonly here: Here }

const Sections: FC<PartProps & { readonly current: string; readonly foot?: boolean }> = ({
  say,
  language,
  here,
  current,
  foot = false,
}) => (
  <nav aria-label={say(foot ? 'ui.frame.also' : 'ui.frame.sections')}>
    <ul class="nav">
      {here.sections
        .filter(({ isInFoot }) => (isInFoot ?? false) === foot)
        .toSorted((a, b) => a.order - b.order)
        .map(({ to, key }) => (
          <li>
            <Link
              to={to}
              language={language}
              here={here}
              {...(to === current ? { 'aria-current': 'page' as const } : {})}
            >
              {say(key)}
            </Link>
          </li>
        ))}
    </ul>
  </nav>
)

const Languages: FC<PartProps> = ({ say, language, here }) => (
  <nav class="langs" aria-label={say('ui.frame.languages')}>
    <ul class="nav">
      {languagesInOrder.map((other) => (
        <li>
          {other === language ? (
            <b lang={other} aria-current="true">
              {languageNames[other]}
            </b>
          ) : (
            <a lang={other} hreflang={other} dir={directionOf(other)} href={sameIn(other, here)}>
              {languageNames[other]}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
)

const Head: FC<
  PartProps & {
    readonly title: string
    readonly description?: string | undefined
    readonly fleeting: boolean
    readonly desk: boolean
    readonly goesTo: string | undefined
    readonly about: Structured | undefined
    readonly feed: string | undefined
    readonly picture: Picture | undefined
  }
> = ({ title, description, fleeting, desk, goesTo, about, feed, picture, say, language, here }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width,initial-scale=1" />
    <title>
      {title === say('ui.frame.name') ? title : say('ui.frame.title', { title, name: say('ui.frame.name') })}
    </title>
    {description === undefined ? null : <meta name="description" content={description} />}
    <meta name="color-scheme" content="light dark" />
    {goesTo === undefined ? null : <meta http-equiv="refresh" content={`0;url=${goesTo}`} />}
    {fleeting ? <meta name="robots" content="noindex" /> : null}
    <link rel="preload" as="font" type="font/woff2" href={assetOf('source-serif-4-latin.woff2').path} crossorigin="" />
    <link rel="stylesheet" href={assetOf('look.css').path} />
    {here.reader === null && !desk ? null : <link rel="stylesheet" href={assetOf('desk.css').path} />}
    <link
      rel="search"
      type="application/opensearchdescription+xml"
      title={say('ui.frame.name')}
      href={addressOf(language, '/search/description.xml')}
    />
    {feed === undefined ? null : (
      <link rel="alternate" type="application/atom+xml" title={title} href={addressOf(language, feed)} />
    )}
    {about === undefined ? null : dataBlock(about)}
    {fleeting ? null : (
      <Preview
        title={title}
        description={description ?? say('ui.frame.standing')}
        picture={picture}
        say={say}
        language={language}
        here={here}
      />
    )}
    <link rel="icon" type="image/svg+xml" href={assetOf('icon.svg').path} />
    {fleeting ? null : (
      <>
        <link rel="canonical" href={`${here.origin}${sameIn(language, here)}`} />
        {languagesInOrder.map((other) => (
          <link rel="alternate" hreflang={other} href={`${here.origin}${sameIn(other, here)}`} />
        ))}
        <link rel="alternate" hreflang="x-default" href={`${here.origin}${sameIn('en', here)}`} />
      </>
    )}
  </head>
)

const sectionOf = (here: Here): string =>
  here.sections
    .filter(({ to }) => here.path === to || (to !== '/' && here.path.startsWith(`${to}/`)))
    .toSorted((a, b) => b.to.length - a.to.length)[0]?.to ?? ''

/** The page around every page. */
export const Frame: FC<FrameProps> = ({
  title,
  description,
  current,
  crumbs = [],
  fleeting = false,
  desk = false,
  goesTo,
  about,
  feed,
  picture,
  say,
  language,
  here,
  children,
}) => (
  <html lang={language} dir={directionOf(language)}>
    <Head
      title={title}
      description={description}
      fleeting={fleeting}
      desk={desk}
      goesTo={goesTo}
      about={about}
      feed={feed}
      picture={picture}
      say={say}
      language={language}
      here={here}
    />
    <body>
      <a class="skip" href="#main">
        {say('ui.frame.skip')}
      </a>
      <Symbols />
      <header class="top page">
        <div class="row">
          <Link class="word" to="/" language={language} here={here}>
            {say('ui.frame.name')}
          </Link>
          {here.path === '/search' ? null : <SearchBox say={say} language={language} here={here} />}
          <Sections say={say} language={language} here={here} current={current ?? sectionOf(here)} />
          <Languages say={say} language={language} here={here} />
        </div>
        <ContextLine say={say} language={language} here={here} />
      </header>
      <main id="main" class="page" tabindex={-1}>
        {crumbs.length === 0 ? null : <Crumbs steps={crumbs} say={say} language={language} here={here} />}
        {children}
      </main>
      <footer class="foot page">
        {here.sections.some(({ isInFoot }) => isInFoot) ? (
          <Sections say={say} language={language} here={here} current={current ?? sectionOf(here)} foot />
        ) : null}
        {here.foot.map((show): Child => show(say, language, here))}
        <p>
          {say('ui.frame.standing')}
          {feed === undefined || here.asOf !== null ? null : (
            <>
              {' '}
              <a class="noprint" href={addressOf(language, feed)} type="application/atom+xml">
                {say('ui.frame.feed')}
              </a>
            </>
          )}
        </p>
      </footer>
    </body>
  </html>
)
