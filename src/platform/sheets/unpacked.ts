import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** What a workbook may be, in bytes: as it is sent, unpacked as a whole, and one of its parts. */
export const most = { sent: 5_000_000, unpacked: 60_000_000, part: 40_000_000, entries: 500, ratio: 200 } as const

export type Unpacked = (path: string) => Promise<string | null>

/** Why a file is not read: the key of a sentence is `platform.sheet.` with this. */
export class SheetTrouble extends Error {
  readonly why: 'notWorkbook' | 'tooLarge' | 'notUnderstood'
  constructor(why: SheetTrouble['why']) {
    super(why)
    this.why = why
  }
}

const entriesOf = (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    let unpacked = 0
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize
      const isStrange = entries.has(entry.fileName) || entry.isEncrypted()
      const isBomb = entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > entry.compressedSize * most.ratio
      if (isStrange) reject(new SheetTrouble('notUnderstood'))
      else if (isBomb || unpacked > most.unpacked || entries.size >= most.entries) reject(new SheetTrouble('tooLarge'))
      else {
        entries.set(entry.fileName, entry)
        zip.readEntry()
      }
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(new SheetTrouble('notWorkbook')))
    zip.readEntry()
  })

/** The parts of a workbook by their paths. What unpacks to more than it says, or to more than we take, is not read on. */
export const unpackedOf = async (bytes: Uint8Array): Promise<Unpacked> => {
  if (bytes.length > most.sent) throw new SheetTrouble('tooLarge')
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false }).catch(() => null)
  if (zip === null) throw new SheetTrouble('notWorkbook')
  const entries = await entriesOf(zip)
  return async (path) => {
    const entry = entries.get(path)
    if (entry === undefined) return null
    const pieces: Buffer[] = []
    let length = 0
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      length += (piece as Buffer).length
      if (length > most.part) throw new SheetTrouble('tooLarge')
      pieces.push(piece as Buffer)
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  }
}
