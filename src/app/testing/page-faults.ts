import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { directionOf, type Language, languages } from '#kernel'
import { plain, saidBy, type Tag } from './links.ts'
import { origin } from './served.ts'

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }))

/** What a validator of HTML finds, the first five. */
export const invalidIn = async (html: string): Promise<readonly string[]> => {
  const { results } = await validator.validateString(html)
  const messages = results.flatMap((one) => one.messages)
  return messages.slice(0, 5).map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`)
}

/** What is read: the text, and what attributes say of it. Code shows names as they are. */
const readable = (html: string): string => {
  const text = html.replaceAll(/<(script|style|code|pre)\b[^>]*>.*?<\/\1>/gs, ' ').replaceAll(/<[^>]+>/g, ' ')
  return [plain(text), ...saidBy(html, 'aria-label|title|alt|placeholder|data-h')].join('\n')
}

/** The key of a sentence that nobody wrote, or a value that is none. */
const unsaid =
  /(?<![\w./-])(?:access|app|plan|platform|progress|statistics|ui)\.[a-z]+(?:[A-Z.][A-Za-z.]*)?(?![\w/-])|\b(?:undefined|NaN|Infinity)\b|\[object Object\]/g

const twice = (values: readonly string[]): readonly string[] => {
  const seen = new Set<string>()
  return values.filter((one) => seen.size === seen.add(one).size)
}

/** What is wrong with how a page names itself and the same in other languages. One that passes by has no name. */
const namesOf = (html: string, tags: readonly Tag[], language: Language, address: string): readonly string[] => {
  const faults: string[] = []
  const ofKind = (rel: string) =>
    tags.filter(({ name, attributes }) => name === 'link' && attributes.get('rel') === rel)
  const isFleeting = html.includes('<meta name="robots" content="noindex"/>')
  const canonical = ofKind('canonical').map(({ attributes }) => attributes.get('href') ?? '')
  const own = canonical[0] ?? ''
  // A chart in a frame is found by its whole page.
  if (address.startsWith('/embed/') && canonical.length === 1)
    return isFleeting && !new URL(own, origin).pathname.includes('/embed/') ? [] : [`is found as ${own}`]
  if (isFleeting) return canonical.length === 0 ? [] : ['has a name, and is not to be found']
  if (canonical.length !== 1) faults.push(`has ${canonical.length} canonical addresses`)
  const [path = ''] = address.split('?')
  const standing = URL.canParse(own) ? new URL(own) : null
  if (standing?.origin !== origin || standing.pathname !== `/${language}${path}`) faults.push(`calls itself ${own}`)
  const rest = own.slice(`${origin}/${language}`.length)
  const others = new Map(
    ofKind('alternate')
      .filter(({ attributes }) => attributes.has('hreflang'))
      .map(({ attributes }) => [attributes.get('hreflang'), attributes.get('href')]),
  )
  for (const other of [...languages, 'x-default'] as const)
    if (others.get(other) !== `${origin}/${other === 'x-default' ? 'en' : other}${rest}`)
      faults.push(`has ${others.get(other)} for ${other}`)
  return faults
}

/** What is wrong with one page by itself; `address` is the path with its question, behind the language. */
export const faultsOf = (
  html: string,
  tags: readonly Tag[],
  language: Language,
  address: string,
): readonly string[] => {
  const faults: string[] = []
  const root = tags.find(({ name }) => name === 'html')?.attributes
  if (root?.get('lang') !== language) faults.push(`is in the language ${root?.get('lang')}`)
  if (root?.get('dir') !== directionOf(language)) faults.push(`is written ${root?.get('dir')}`)
  const heads = tags.filter(({ name }) => name === 'h1').length
  if (heads !== 1) faults.push(`has ${heads} h1`)
  if (!/<title>[^<]+<\/title>/.test(html)) faults.push('has no title')
  for (const [found] of readable(html).matchAll(unsaid)) faults.push(`says ${found}`)
  if (/ style="| on[a-z]+="|<script(?! type="application\/ld\+json"| src=")/.test(html))
    faults.push('has a style or a script inside')
  for (const id of twice(saidBy(html, 'id'))) faults.push(`has the id ${id} twice`)

  return [...faults, ...namesOf(html, tags, language, address)]
}
