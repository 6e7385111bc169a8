import type { Panel } from '#platform'

/** Statistics stand below all other features: they leave places on their own pages, and have no part of another's. */
export const panels: readonly Panel[] = []
