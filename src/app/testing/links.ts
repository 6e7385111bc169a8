import { origin } from './served.ts'

export type Tag = { readonly name: string; readonly attributes: ReadonlyMap<string, string> }

/** What a page says that leads somewhere. `address` is a path with its question; null: it is of another server. */
export type Link = {
  readonly kind: 'link' | 'asset' | 'form' | 'other-language'
  readonly address: string | null
  readonly fragment: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
export const plain = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)

/** Those that lead somewhere or say what a page is. */
const leading = 'html|link|a|form|script|img|image|use|iframe|source|h1'

/** The tags of these that open in markup of ours: attributes are in double quotes, and no sign of a tag stands in them. */
export const tagsIn = (html: string): readonly Tag[] =>
  [...html.matchAll(new RegExp(`<(${leading})(?=[\\s/>])([^>]*)>`, 'g'))].map(([, name = '', inside = '']) => ({
    name,
    attributes: new Map(
      [...inside.matchAll(/([a-zA-Z:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, plain(value)]),
    ),
  }))

/** What these attributes say, wherever they stand. */
export const saidBy = (html: string, names: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g'))].map(([, value = '']) => plain(value))

const kindOf = ({ name, attributes }: Tag): Link['kind'] => {
  if (name === 'form') return 'form'
  if (name === 'a') return attributes.has('hreflang') ? 'other-language' : 'link'
  if (name === 'link' && attributes.get('rel') === 'canonical') return 'link'
  return name === 'link' && attributes.has('hreflang') ? 'other-language' : 'asset'
}

const linkOf = (tag: Tag, to: string, at: string): Link => {
  const url = new URL(to, new URL(at, origin))
  const isOurs = url.origin === origin
  const fragment = url.hash === '' ? '' : decodeURIComponent(url.hash.slice(1))
  return { kind: kindOf(tag), address: isOurs ? `${url.pathname}${url.search}` : null, fragment }
}

/** Where the tags of the page at `at` lead: links, forms that ask, style sheets, fonts and pictures. */
export const linksIn = (tags: readonly Tag[], at: string): readonly Link[] =>
  tags.flatMap((tag) => {
    const { name, attributes } = tag
    const to =
      name === 'form'
        ? attributes.get('method')?.toLowerCase() === 'post'
          ? undefined
          : (attributes.get('action') ?? at)
        : (attributes.get('href') ?? attributes.get('src'))
    return to === undefined || /^(?:data|mailto):/.test(to) ? [] : [linkOf(tag, to, at)]
  })
