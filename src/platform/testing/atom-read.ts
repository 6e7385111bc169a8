import assert from 'node:assert/strict'

type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly inside: (Element | string)[]
}

/** XML as a tree: every tag is closed in its turn, and a text has no sign that XML does not allow. */
const treeOf = (xml: string): Element => {
  const [declaration = ''] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(xml) ?? []
  assert.ok(declaration !== '', 'begins with a declaration')
  const root: Element = { name: '', attributes: {}, inside: [] }
  const open: Element[] = [root]
  for (const [part] of xml.slice(declaration.length).matchAll(/<[^>]*>|[^<]+/g)) {
    const within = open.at(-1) ?? assert.fail(`${part} after the end`)
    if (!part.startsWith('<')) {
      assert.doesNotMatch(part, /&(?!(?:amp|lt|gt|quot|#39);)/)
      within.inside.push(part)
      continue
    }
    const [, closes = '', name = '', rest = '', alone = ''] =
      /^<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>$/.exec(part) ?? assert.fail(part)
    if (closes !== '') {
      assert.equal(open.pop()?.name, name, 'closed in its turn')
      continue
    }
    const attributes = Object.fromEntries(
      [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    )
    const element: Element = { name, attributes, inside: [] }
    within.inside.push(element)
    if (alone === '') open.push(element)
  }
  assert.equal(open.length, 1, 'all is closed')
  const [feed] = root.inside
  return typeof feed === 'object' ? feed : assert.fail('no element')
}

const all = ({ inside }: Element, name: string): readonly Element[] =>
  inside.flatMap((one) => (typeof one === 'object' && one.name === name ? [one] : []))
const one = (element: Element, name: string): Element => {
  const found = all(element, name)
  assert.equal(found.length, 1, `one ${name} in ${element.name}`)
  return found[0] ?? assert.fail(name)
}
const text = (element: Element, name: string): string => {
  const words = one(element, name).inside.join('')
  assert.ok(words.trim() !== '', `${name} has words`)
  return words
}
/** A moment of RFC 3339, with a zone. */
const moment = (element: Element): string => {
  const at = text(element, 'updated')
  assert.match(at, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/)
  assert.ok(!Number.isNaN(Date.parse(at)), at)
  return at
}
const link = (element: Element, rel: string): string => {
  const found = all(element, 'link').filter(({ attributes }) => attributes['rel'] === rel)
  assert.equal(found.length, 1, `one link ${rel} in ${element.name}`)
  return new URL(found[0]?.attributes['href'] ?? '').href
}

export type AtomEntry = {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly summary: string
  readonly to: string
}

/** A feed, held against what RFC 4287 asks of one: its own id, title, moment, author and address, and those of each entry, newest first. */
export const atomIn = (
  xml: string,
): { readonly title: string; readonly self: string; readonly entries: readonly AtomEntry[] } => {
  const feed = treeOf(xml)
  assert.equal(feed.name, 'feed')
  assert.equal(feed.attributes['xmlns'], 'http://www.w3.org/2005/Atom')
  assert.match(feed.attributes['xml:lang'] ?? '', /^(en|fr|es|ar|ru|zh)$/)
  new URL(text(feed, 'id'))
  text(one(feed, 'author'), 'name')
  link(feed, 'alternate')
  const entries = all(feed, 'entry').map(
    (entry): AtomEntry => ({
      id: new URL(text(entry, 'id')).href,
      title: text(entry, 'title'),
      updated: moment(entry),
      summary: text(entry, 'summary'),
      to: link(entry, 'alternate'),
    }),
  )
  assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, 'an id never means two entries')
  const moments = entries.map(({ updated }) => Date.parse(updated))
  assert.deepEqual(
    moments,
    moments.toSorted((a, b) => b - a),
    'newest first',
  )
  const last = moment(feed)
  if (entries[0] !== undefined) assert.equal(last, entries[0].updated)
  return { title: text(feed, 'title'), self: link(feed, 'self'), entries }
}
