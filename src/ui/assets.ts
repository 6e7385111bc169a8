import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'node:path'

/** A file of the look. Its path changes with its bytes, so it can be kept for ever by whoever has it. */
type Asset = { readonly path: string; readonly type: string; readonly body: Uint8Array<ArrayBuffer> }

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

const read = (file: string): Buffer<ArrayBuffer> => readFileSync(new URL(`style/${file}`, import.meta.url))

const assetFrom = (file: string, body: Uint8Array<ArrayBuffer>): Asset => {
  const { name, ext } = parse(file)
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/assets/${name}-${digest}${ext}`, type: types[ext] ?? 'application/octet-stream', body }
}

/** Without comments and the spaces that are for people. A string in the sheet has no `{`, `;` or `,` followed by a space. */
const minified = (css: string): string =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/([:,]) /g, '$1')
    .replaceAll(' > ', '>')
    .replaceAll(';}', '}')

/** In this order: what comes later overrules what came before. */
const sheets = [
  'tokens',
  'ground',
  'frame',
  'sections',
  'tables',
  'long-tables',
  'figures',
  'charts',
  'facts',
  'forms',
  'words',
  'documents',
  'conditions',
  'paper',
] as const

/** The rules of one sheet. A chart that leaves the page takes those of `charts` and `tokens` along. */
export const rulesOf = (sheet: (typeof sheets)[number]): string => minified(read(`${sheet}.css`).toString('utf8'))

const font = assetFrom('source-serif-4-latin.woff2', read('fonts/source-serif-4-latin.woff2'))
const icon = assetFrom('icon.svg', read('icon.svg'))
const look = assetFrom(
  'look.css',
  new Uint8Array(Buffer.from(sheets.map(rulesOf).join('').replace('fonts/source-serif-4-latin.woff2', font.path))),
)

/** Of the working pages alone: readers do not wait for it. */
const desk = assetFrom('desk.css', new Uint8Array(Buffer.from(minified(read('desk.css').toString('utf8')))))

const named = { 'look.css': look, 'desk.css': desk, 'source-serif-4-latin.woff2': font, 'icon.svg': icon } as const

/** The file as it is served, by the name it has in the project. */
export const assetOf = (name: keyof typeof named): Asset => named[name]

/** Everything that is served under `/assets/`. */
export const assets: readonly Asset[] = Object.values(named)
