import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { directionOf, type Language } from '#kernel'
import { addressAsOf, addressOf, type Here, type Say } from '#platform'
import { assetOf } from './assets.ts'
import { Symbols } from './status.tsx'

type BareProps = PropsWithChildren<{
  readonly title: string
  /** The page of which this is a part, with its question, without a language; search engines are sent there. */
  readonly whole: string | null
  readonly foot?: Child
  readonly say: Say
  readonly language: Language
  readonly here: Here
}>

/**
 * The page around what stands in a frame of somebody else's page: nothing to go on with but what it says. A link opens beside the
 * frame, because our other pages do not stand in one.
 */
export const Bare: FC<BareProps> = ({ title, whole, foot, say, language, here, children }) => (
  <html lang={language} dir={directionOf(language)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{say('ui.frame.title', { title, name: say('ui.frame.name') })}</title>
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <base target="_blank" />
      <link rel="stylesheet" href={assetOf('look.css').path} />
      {whole === null ? null : (
        <link rel="canonical" href={`${here.origin}${addressAsOf(addressOf(language, whole), here.asOf)}`} />
      )}
    </head>
    <body class="embedded">
      <Symbols />
      <main id="main">{children}</main>
      {foot === undefined ? null : <footer>{foot}</footer>}
    </body>
  </html>
)
