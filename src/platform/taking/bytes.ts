/** As many letters as go over the wire at once: fewer cost a turn of the loop each, more hold memory. */
const piece = 1 << 16

/**
 * Text as the bytes of UTF-8, gathered into pieces that are worth sending. What is first goes at once: somebody waits for it. What
 * was written before an error goes before the error does.
 */
export async function* bytesOf(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let gathered = ''
  let isFirst = true
  try {
    for await (const text of texts) {
      gathered += text
      if (gathered === '' || (gathered.length < piece && !isFirst)) continue
      yield Buffer.from(gathered)
      gathered = ''
      isFirst = false
    }
  } catch (error) {
    if (gathered !== '') yield Buffer.from(gathered)
    throw error
  }
  if (gathered !== '') yield Buffer.from(gathered)
}

/** Everything at once, for what is known to be small. */
export const gathered = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = []
  for await (const some of bytes) all.push(some)
  return Buffer.concat(all)
}
