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
const leading = 'html|link|a|script|img|image|use|iframe|source|h1'

const attributesOf = (inside: string): ReadonlyMap<string, string> =>
  new Map([...inside.matchAll(/([a-zA-Z:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, plain(value)]))

/** The tags of these that open in markup of ours: attributes are in double quotes, and no sign of a tag stands in them. */
export const tagsIn = (html: string): readonly Tag[] =>
  [...html.matchAll(new RegExp(`<(${leading})(?=[\\s/>])([^>]*)>`, 'g'))].map(([, name = '', inside = '']) => ({
    name,
    attributes: attributesOf(inside),
  }))

/** What these attributes say, wherever they stand. */
export const saidBy = (html: string, names: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g'))].map(([, value = '']) => plain(value))

const kindOf = ({ name, attributes }: Tag): Link['kind'] => {
  if (name === 'a') return attributes.has('hreflang') ? 'other-language' : 'link'
  if (name === 'link' && attributes.get('rel') === 'canonical') return 'link'
  return name === 'link' && attributes.has('hreflang') ? 'other-language' : 'asset'
}

const linkTo = (kind: Link['kind'], to: string, at: string): Link => {
  const url = new URL(to, new URL(at, origin))
  const fragment = url.hash === '' ? '' : decodeURIComponent(url.hash.slice(1))
  return { kind, address: url.origin === origin ? `${url.pathname}${url.search}` : null, fragment }
}

const inputsIn = (form: string): readonly (readonly [string, string])[] =>
  [...form.matchAll(/<input\b([^>]*)>/g)].flatMap(([, inside = '']) => {
    const said = attributesOf(inside)
    const name = said.get('name')
    const isOff = /^(?:checkbox|radio)$/.test(said.get('type') ?? '') && !said.has('checked')
    return name === undefined || isOff ? [] : [[name, said.get('value') ?? ''] as const]
  })

const choicesIn = (form: string): readonly (readonly [string, string])[] =>
  [...form.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(([, inside = '', options = '']) => {
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, one = '']) => attributesOf(one))
    const name = attributesOf(inside).get('name')
    const chosen = all.find((one) => one.has('selected')) ?? all[0]
    return name === undefined || chosen === undefined ? [] : [[name, chosen.get('value') ?? ''] as const]
  })

/** Where the forms that ask lead when they are sent as they stand. */
const formsIn = (html: string, at: string): readonly Link[] =>
  [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, inside = '', form = '']) => {
    const said = attributesOf(inside)
    if (said.get('method')?.toLowerCase() === 'post') return []
    const [path = ''] = (said.get('action') ?? at).split('?')
    const question = new URLSearchParams([...inputsIn(form), ...choicesIn(form)].map(([name, value]) => [name, value]))
    return [linkTo('form', question.size === 0 ? path : `${path}?${question}`, at)]
  })

/** Frames that a page offers to the pages of others: their address stands in a line to copy. */
const framesIn = (html: string, at: string): readonly Link[] =>
  [...html.matchAll(/<textarea\b[^>]*>([^<]*)<\/textarea>/g)].flatMap(([, line = '']) => {
    const [, to] = /^<iframe src="([^"]+)"/.exec(plain(line)) ?? []
    return to === undefined ? [] : [linkTo('link', plain(to), at)]
  })

/** The picture that goes along when the address of a page is passed on. */
const picturesIn = (html: string, at: string): readonly Link[] =>
  [...html.matchAll(/<meta property="og:image" content="([^"]+)"/g)].map(([, to = '']) =>
    linkTo('asset', plain(to), at),
  )

/** Where a page at `at` leads: links, forms that ask, frames it offers, style sheets, fonts and pictures. */
export const linksIn = (html: string, at: string): readonly Link[] => [
  ...tagsIn(html).flatMap((tag) => {
    const to = tag.attributes.get('href') ?? tag.attributes.get('src')
    return to === undefined || /^(?:data|mailto):/.test(to) ? [] : [linkTo(kindOf(tag), to, at)]
  }),
  ...formsIn(html, at),
  ...framesIn(html, at),
  ...picturesIn(html, at),
]
