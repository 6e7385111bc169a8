import { readFileSync } from 'node:fs'
import { decimalText } from './decimal-text.ts'
import type { CellType, TakenCell } from './table.ts'

/** What a sheet can hold (Excel's specifications and limits). */
export const mostRows = 1_048_576
const mostLetters = 32_767

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A sign that XML cannot hold, as its number (ECMA-376, 22.9.2.19). Tabs, line feeds and what comes after the space are held. */
const heldSign = (sign: string): string => {
  const code = sign.charCodeAt(0)
  const isHeld = sign === '\t' || sign === '\n' || (code >= 32 && code < 0xfffe)
  return isHeld ? sign : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`
}

/** A text as XML holds it; what would be read as the number of a sign is written so that it is not. */
export const xmlText = (text: string): string => {
  if (!/[&<>"_\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text)) return text
  return text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, heldSign)
    .replaceAll(/[&<>"]/g, (sign) => marks[sign] ?? sign)
}

/** Styles by place in `styles.xml`. */
const style = { plain: 0, head: 1, day: 2, year: 3, words: 4, open: 5 } as const

const textCell = (text: string, of: number): string => {
  if (text.length > mostLetters) throw new Error(`A cell of ${text.length} letters: a sheet holds ${mostLetters}`)
  return `<c s="${of}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

export const headCell = (text: string): string => textCell(text, style.head)

/** A note may be long: it wraps. */
export const wordsCell = (text: string): string => textCell(text, style.words)

/** A cell with its real type. A text is one even when it looks like a number or a formula; no cell has a formula. */
export const cellOf = (cell: TakenCell, type: CellType): string => {
  if (cell === null) return '<c/>'
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`
  if (type === 'number' || type === 'year') {
    const digits = decimalText(cell)
    return digits === null
      ? textCell(String(cell), style.plain)
      : `<c s="${style[type === 'year' ? 'year' : 'plain']}"><v>${digits}</v></c>`
  }
  if (type === 'day') {
    const days = Date.parse(`${cell}T00:00:00Z`) / 86_400_000 + 25_569
    // Before March 1900 a sheet counts a day that there was not.
    if (Number.isInteger(days) && days > 60) return `<c s="${style.day}"><v>${days}</v></c>`
  }
  return textCell(String(cell), style.plain)
}

/** A cell that people may write in. */
export const openCell = (cell: TakenCell, type: CellType): string => {
  if (cell === null) return `<c s="${style.open}"/>`
  const digits = type === 'number' && typeof cell !== 'boolean' ? decimalText(cell) : null
  return digits === null ? textCell(String(cell), style.open) : `<c s="${style.open}"><v>${digits}</v></c>`
}

export type SheetLook = {
  readonly isRtl: boolean
  /** Widths of the columns, in letters. */
  readonly widths: readonly number[]
  /** Whether the first row stays where it is. */
  readonly hasHead: boolean
  /** Columns that people may write in, by their place; the rest is then protected. */
  readonly open?: readonly boolean[]
}

export const sheetBegins = ({ isRtl, widths, hasHead, open = [] }: SheetLook): string => {
  const pane = hasHead ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : ''
  const columns = widths.map((width, at) => {
    const look = open[at] === true ? ` style="${style.open}"` : ''
    return `<col min="${at + 1}" max="${at + 1}" width="${width}"${look} customWidth="1"/>`
  })
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${isRtl ? ' rightToLeft="1"' : ''}>${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
}

export const sheetEnds = '</sheetData></worksheet>'

/** `A`, `Z`, `AA`: a column by its place from 0. */
const lettersOf = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${lettersOf(Math.floor(at / 26) - 1)}${lettersOf(at % 26)}`

/** A column of choices: where people choose, and the sheet, the column and the number of rows that hold the choices. */
export type Choices = { readonly at: number; readonly sheet: string; readonly column: number; readonly rows: number }

/** The end of a sheet that comes back: what is not open is protected, against slips and not against anybody; lists to choose from. */
export const openSheetEnds = (choices: readonly Choices[]): string => {
  const lists = choices.map(({ at, sheet, column, rows }) => {
    const [here, there] = [lettersOf(at), lettersOf(column)]
    const list = xmlText(`'${sheet.replaceAll("'", "''")}'!$${there}$2:$${there}$${rows + 1}`)
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${here}2:${here}${mostRows}"><formula1>${list}</formula1></dataValidation>`
  })
  const validations =
    lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
  return `</sheetData><sheetProtection sheet="1" formatColumns="0" formatRows="0"/>${validations}</worksheet>`
}

export const contentTypes = (sheets: number): string => {
  const parts = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kinds}.worksheet+xml"/>`,
  )
  return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>${parts.join('')}</Types>`
}

/** A file of its own: it has a word of XML that this house keeps for its features. */
const relationship = readFileSync(new URL('relationship.xml', import.meta.url), 'utf8')

/** What its attribute for a part is called. */
export const partAttribute = /(\w+)="\{part\}"/.exec(relationship)?.[1] ?? ''

const relationsOf = (parts: readonly (readonly [type: string, part: string])[]): string => {
  const all = parts.map(([type, part], at) =>
    relationship
      .replace('{id}', `rId${at + 1}`)
      .replace('{type}', type)
      .replace('{part}', part),
  )
  return `${head}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`
}

export const rootRelations = relationsOf([['officeDocument', 'xl/workbook.xml']])

export const bookRelations = (sheets: number): string =>
  relationsOf([
    ...Array.from({ length: sheets }, (_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ['styles', 'styles.xml'],
  ])

/** Names of sheets: 31 letters at most, none of `\ / ? * [ ] :`, no apostrophe at an end, no two alike. */
export const sheetNames = (labels: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return labels.map((label) => {
    const plain =
      label
        .replaceAll(/[\\/?*[\]:]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    for (let nth = 1; ; nth += 1) {
      const mark = nth === 1 ? '' : ` ${nth}`
      const name = `${[...plain]
        .slice(0, 31 - mark.length)
        .join('')
        .slice(0, 31 - mark.length)}${mark}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}

export const bookOf = (names: readonly string[]): string => {
  const sheets = names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
}

/** Six looks: plain, the bold head, a day as 2026-11-26, a year without grouping, words that wrap, and words that may be written. */
export const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="1" applyNumberFormat="1"/><xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="0"/></xf></cellXfs></styleSheet>`
