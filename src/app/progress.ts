import type { Progress } from '#platform'

/** A bar on a terminal for what takes longer than a second; nothing in a pipe. */
export const barOn = (
  stream: NodeJS.WriteStream,
  name: string,
): (Progress & { readonly end: () => void }) | undefined => {
  if (!stream.isTTY) return undefined
  const began = performance.now()
  let shown = 0
  const bar = (done: number, of: number): void => {
    const now = performance.now()
    if (now - began < 1000 || now - shown < 100) return
    shown = now
    const share = of > 0 ? Math.min(1, done / of) : 0
    const full = Math.round(share * 24)
    stream.write(`\r\u001b[K${'█'.repeat(full)}${'░'.repeat(24 - full)} ${Math.round(share * 100)} % ${name}`)
  }
  return Object.assign(bar, {
    end: () => {
      if (shown > 0) stream.write('\r\u001b[K')
    },
  })
}
