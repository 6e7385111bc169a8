import { readFileSync } from 'node:fs'
import type { Declared } from '#risks/core'

/** A scale to begin with: five steps, four grades, in six languages. An organization changes it as it likes. */
export const suggestedScale = (): Omit<Declared, 'since' | 'reason'> =>
  JSON.parse(readFileSync(new URL('suggested-scale.json', import.meta.url), 'utf8')) as Omit<
    Declared,
    'since' | 'reason'
  >
