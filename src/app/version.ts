import { readFile } from 'node:fs/promises'

/** Which Meridian this is, as its package says. */
export const versionOf = async (): Promise<string> => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
