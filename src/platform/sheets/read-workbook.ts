import { type Attempt, done, refused } from '#kernel'
import { partAttribute } from '../taking/xlsx-parts.ts'
import { SheetTrouble, type Unpacked, unpackedOf } from './unpacked.ts'
import { hearXml } from './xml.ts'

/** The cells of a row by their columns, `A`, `B` ...: texts, and numbers with the digits that are stored. Empty ones are absent. */
export type ReadRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> }

export type ReadSheet = { readonly name: string; readonly rows: readonly ReadRow[] }

/** Cells of a workbook, and signs of one cell. */
const mostCells = 200_000
const mostSigns = 32_767

/** `_x000D_` is a sign as XML cannot hold it (ECMA-376, 22.9.2.19). */
const plainText = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const sharedTexts = (xml: string | null): readonly string[] => {
  const texts: string[] = []
  let text = ''
  let isPhonetic = false
  let isText = false
  if (xml === null) return texts
  hearXml(xml, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isPhonetic = true
      if (name === 't') isText = true
    },
    text: (said) => {
      if (isText && !isPhonetic) text += said
    },
    close: (name) => {
      if (name === 'si') texts.push(plainText(text))
      if (name === 'rPh') isPhonetic = false
      if (name === 't') isText = false
      if (texts.length > mostCells) throw new SheetTrouble('tooLarge')
    },
  })
  return texts
}

const sheetsIn = async (part: Unpacked): Promise<readonly { readonly name: string; readonly path: string }[]> => {
  const book = await part('xl/workbook.xml')
  const relations = await part('xl/_rels/workbook.xml.rels')
  if (book === null || relations === null) throw new SheetTrouble('notWorkbook')
  const paths = new Map<string, string>()
  hearXml(relations, {
    open: (name, attributes) => {
      const path = attributes[partAttribute] ?? ''
      if (name === 'Relationship')
        paths.set(attributes['Id'] ?? '', path.startsWith('/') ? path.slice(1) : `xl/${path}`)
    },
  })
  const sheets: { name: string; path: string }[] = []
  hearXml(book, {
    open: (tag, attributes) => {
      const path = paths.get(attributes['r:id'] ?? '')
      if (tag === 'sheet' && path !== undefined) sheets.push({ name: attributes['name'] ?? '', path })
    },
  })
  return sheets
}

const rowsIn = (xml: string, shared: readonly string[], count: { cells: number }): readonly ReadRow[] => {
  const rows: { row: number; cells: Record<string, string> }[] = []
  let row = 0
  let column = 0
  let [at, type, value, isHeard] = ['', '', '', false]
  const letters = (nth: number): string =>
    nth <= 26 ? String.fromCharCode(64 + nth) : `${letters(Math.floor((nth - 1) / 26))}${letters(((nth - 1) % 26) + 1)}`
  const nthOf = (name: string): number => [...name].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0)
  hearXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r'])
        column = 0
        if (!(row >= 1 && row <= 1_048_576)) throw new SheetTrouble('notUnderstood')
        rows.push({ row, cells: {} })
      }
      if (name === 'c') {
        const [, given = letters(column + 1)] = /^([A-Z]{1,3})\d+$/.exec(attributes['r'] ?? '') ?? []
        ;[at, type, value] = [given, attributes['t'] ?? 'n', '']
        column = nthOf(given)
      }
      if (name === 'v' || name === 't') isHeard = true
    },
    text: (said) => {
      if (isHeard) value += said
      if (value.length > mostSigns * 2) throw new SheetTrouble('tooLarge')
    },
    close: (name) => {
      if (name === 'v' || name === 't') isHeard = false
      if (name !== 'c') return
      count.cells += 1
      if (count.cells > mostCells) throw new SheetTrouble('tooLarge')
      const text = type === 's' ? (shared[Number(value)] ?? '') : type === 'n' ? value : plainText(value)
      const cells = rows.at(-1)?.cells
      if (cells !== undefined && text !== '') cells[at] = text
    },
  })
  return rows.filter(({ cells }) => Object.keys(cells).length > 0)
}

const readAll = async (bytes: Uint8Array): Promise<readonly ReadSheet[]> => {
  const part = await unpackedOf(bytes)
  const shared = sharedTexts(await part('xl/sharedStrings.xml'))
  const count = { cells: 0 }
  const sheets: ReadSheet[] = []
  for (const { name, path } of await sheetsIn(part)) {
    const xml = await part(path)
    if (xml !== null) sheets.push({ name, rows: rowsIn(xml, shared, count) })
  }
  return sheets
}

/**
 * The sheets of a workbook (XLSX), as texts. It is bounded in every direction: bytes, what they unpack to, parts, cells, depth; a
 * document type, a name twice, an encrypted part are refused. Formulas give the value that was last computed for them.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
): Promise<
  Attempt<
    readonly ReadSheet[],
    'platform.sheet.notWorkbook' | 'platform.sheet.tooLarge' | 'platform.sheet.notUnderstood'
  >
> => {
  try {
    return done(await readAll(bytes))
  } catch (error) {
    if (error instanceof SheetTrouble) return refused(`platform.sheet.${error.why}`)
    // Broken XML, broken UTF-8, a part that unpacks to something else than it says: what is foreign is at fault.
    return refused('platform.sheet.notUnderstood')
  }
}
