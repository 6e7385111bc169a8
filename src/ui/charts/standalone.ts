import { rulesOf } from '../assets.ts'

type Attributes = Readonly<Record<string, string>>

/** The colours of the light page: a drawing that leaves it is seen on paper and in documents. */
const tokens: Attributes = Object.fromEntries(
  [...(/:root\{([^}]*)\}/.exec(rulesOf('tokens'))?.[1] ?? '').matchAll(/(--[a-z0-9-]+):([^;]+)/g)].map((found) => [
    found[1] ?? '',
    found[2] ?? '',
  ]),
)

/** A colour of the light page by its name in the sheet, `--acc`. */
export const tokenOf = (name: string): string => tokens[name] ?? 'currentColor'

const plain = (value: string): string =>
  value.replaceAll(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => plain(tokens[name] ?? 'currentColor'))

const attributesOf = (declarations: string): Attributes =>
  Object.fromEntries(
    declarations
      .split(';')
      .map((one) => one.split(':').map((part) => part.trim()))
      .flatMap(([name = '', value = '']) => (value === '' ? [] : [[name, plain(value)]])),
  )

/** The rules of the chart's sheet, a class each; all rules there are of this plain kind. */
const rules: Readonly<Record<string, Attributes>> = Object.fromEntries(
  [...rulesOf('charts').matchAll(/svg ([.a-z0-9-]+)\{([^}]*)\}/g)].map((found) => [
    found[1] ?? '',
    attributesOf(found[2] ?? ''),
  ]),
)

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', "'")}"`)
    .join('')

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What stands above and below a drawing that is on its own. */
export type Around = {
  readonly heading?: string
  readonly source?: string | readonly string[]
  readonly language?: string
}

/** About as wide as a letter, and as a Chinese character, of the small print and of the heading. */
const small = { letter: 6.2, character: 12.3 }
const large = { letter: 9.2, character: 17.3 }

/** Between words, and between Chinese characters but before a sign that closes. */
const places =
  /(?<= )|(?<=[\u2e80-\u9fff\uff00-\uffef])(?![\u3001\u3002\u300b\u201d\uff01\uff09\uff0c\uff1a\uff1b\uff1f])/

/** A text in lines that are no wider than the drawing. */
const linesOf = (text: string, width: number, { letter, character }: typeof small): readonly string[] => {
  const room = (words: string): number =>
    [...words.trimEnd()].reduce((sum, one) => sum + (one >= '\u2e80' ? character : letter), 0)
  const lines = ['']
  for (const part of text.split(places)) {
    const last = lines.at(-1) ?? ''
    if (last === '' || room(last + part) <= width) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.map((line) => line.trimEnd())
}

/** At the side where its language begins: in a picture that is read from right to left, words in other letters keep their own direction. */
const edgeOf = (line: string, width: number, language: string | undefined): string => {
  if (language !== 'ar') return 'x="0"'
  return /\p{Script=Arabic}/u.test(line) ? `x="${width}" direction="rtl"` : `x="${width}" text-anchor="end"`
}

/**
 * A drawing as a file of its own: the rules of the sheet become attributes, in the light colours, because a style
 * element would be refused by the page's own policy. `node` is one drawing, made with `only`.
 */
export const standaloneSvg = (node: { toString(): string }, { heading, source, language }: Around = {}): string => {
  const drawing = node.toString()
  const box = /viewBox="0 (-?[\d.]+) ([\d.]+) ([\d.]+)"/.exec(drawing)
  if (box === null) throw new Error('standaloneSvg: not a drawing')
  const [top = 0, width = 0, height = 0] = box.slice(1).map(Number)
  const headings = heading === undefined ? [] : linesOf(heading, width, large)
  const above = headings.length === 0 ? 12 : 22 + 22 * headings.length
  const sources = source === undefined ? [] : [source].flat().flatMap((one) => linesOf(one, width, small))
  const below = sources.length === 0 ? 12 : 16 + 18 * sources.length
  const [fullTop, full] = [top - above, height + above + below]
  const line = (words: string, y: number, name: string): string =>
    `<text ${edgeOf(words, width, language)} y="${y}" class="${name}">${escaped(words)}</text>`
  const around = [
    `<rect x="-16" y="${fullTop}" width="${width + 32}" height="${full}" fill="#fff"/>`,
    ...headings.map((words, index) => line(words, top - 22 * (headings.length - index), 'title')),
    ...sources.map((words, index) => line(words, top + height + 22 + 18 * index, 's')),
  ].join('')
  return drawing
    .replace(/ class="(?:wide|narrow|spark)"/, ' xmlns="http://www.w3.org/2000/svg"')
    .replace(box[0], `viewBox="-16 ${fullTop} ${width + 32} ${full}" width="${width + 32}" height="${full}"`)
    .replace(/<\/desc>/, `</desc>${around}`)
    .replaceAll(/<(text|path|circle|rect|g)((?: [^>]*?)?)(\/?)>/g, (_, tag: string, rest: string, end: string) => {
      const names = / class="([^"]*)"/.exec(rest)?.[1]?.split(' ') ?? []
      const ruled = Object.assign({}, rules[tag] ?? {}, ...names.map((name) => rules[`.${name}`] ?? {})) as Attributes
      return `<${tag}${rest.replace(/ class="[^"]*"/, '')}${written(ruled)}${end}>`
    })
}
