import type { FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Here, Say } from '#platform'
import { languagesInOrder, sameIn } from './languages.ts'
import { hrefOf } from './link.tsx'

/** A picture of a page: its path without a language, and what it shows, for those who do not see it. */
export type Picture = { readonly path: string; readonly alt: string }

/** Languages with a country, as the protocol of previews wants them; of a language of many countries, the one it is spoken of with. */
const locales: Readonly<Record<Language, string>> = {
  en: 'en_GB',
  ar: 'ar_AR',
  zh: 'zh_CN',
  es: 'es_ES',
  fr: 'fr_FR',
  ru: 'ru_RU',
}

type PreviewProps = {
  readonly title: string
  readonly description: string
  readonly picture: Picture | undefined
  readonly say: Say
  readonly language: Language
  readonly here: Here
}

/** What is shown of this page where its address is passed on (Open Graph, ogp.me): addresses are whole. */
export const Preview: FC<PreviewProps> = ({ title, description, picture, say, language, here }) => (
  <>
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content={say('ui.frame.name')} />
    <meta property="og:title" content={title} />
    <meta property="og:description" content={description} />
    <meta property="og:url" content={`${here.origin}${sameIn(language, here)}`} />
    <meta property="og:locale" content={locales[language]} />
    {languagesInOrder.map((other) =>
      other === language ? null : <meta property="og:locale:alternate" content={locales[other]} />,
    )}
    {picture === undefined ? null : (
      <>
        <meta property="og:image" content={`${here.origin}${hrefOf(language, here, picture.path)}`} />
        <meta property="og:image:type" content="image/png" />
        <meta property="og:image:width" content="1200" />
        <meta property="og:image:height" content="630" />
        <meta property="og:image:alt" content={picture.alt} />
      </>
    )}
    <meta name="twitter:card" content={picture === undefined ? 'summary' : 'summary_large_image'} />
  </>
)
