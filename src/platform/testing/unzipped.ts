import { type Entry, fromBufferPromise } from 'yauzl'
import { gathered } from '#platform'

/** The files of a ZIP by their paths, as a second program reads them; it checks what they say of their length and their sum. */
export const entriesOf = async (zip: Buffer): Promise<ReadonlyMap<string, string>> => {
  const file = await fromBufferPromise(zip, { lazyEntries: true, autoClose: false })
  const entries: Entry[] = []
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: Entry) => {
      entries.push(entry)
      file.readEntry()
    })
    file.on('end', resolve)
    file.on('error', reject)
    file.readEntry()
  })
  const texts = new Map<string, string>()
  for (const entry of entries)
    texts.set(entry.fileName, (await gathered(await file.openReadStreamPromise(entry))).toString('utf8'))
  return texts
}
