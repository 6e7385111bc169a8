import { SaxesParser } from 'saxes'
import { SheetTrouble } from './unpacked.ts'

/** Deeper than any workbook is. */
const deepest = 64

export type Heard = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Reads XML as it comes. A document type is refused, with what it could declare; names are without their prefixes. */
export const hearXml = (xml: string, { open, text, close }: Heard): void => {
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  const plain = (name: string): string => name.slice(name.indexOf(':') + 1)
  parser.on('error', () => {
    throw new SheetTrouble('notUnderstood')
  })
  parser.on('doctype', () => {
    throw new SheetTrouble('notUnderstood')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > deepest) throw new SheetTrouble('notUnderstood')
    open?.(plain(name), attributes as Readonly<Record<string, string>>)
  })
  parser.on('text', (said) => text?.(said))
  parser.on('cdata', (said) => text?.(said))
  parser.on('closetag', ({ name }) => {
    depth -= 1
    close?.(plain(name))
  })
  parser.write(xml).close()
}
