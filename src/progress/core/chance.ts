/** A chance as it may be shown: a bound, else a range of five points, in per cent. Never a single number. */
export type ShownChance =
  | { readonly kind: 'below'; readonly percent: number }
  | { readonly kind: 'above'; readonly percent: number }
  | { readonly kind: 'between'; readonly from: number; readonly to: number }

export const likelyFrom = 0.75
export const unlikelyBelow = 0.25

/** Ranges end at the limits of the status and never straddle them, so that the text cannot contradict it (progress.md, 6.4). */
export const shownChance = (chance: number): ShownChance => {
  if (chance < 0.05) return { kind: 'below', percent: 5 }
  if (chance > 0.85) return { kind: 'above', percent: 85 }
  const from = 5 * Math.min(Math.floor(20 * chance + 1e-9), 16)
  return { kind: 'between', from, to: from + 5 }
}

/** The same in signs, for files and programs: `<5 %`, `65–70 %`, `>85 %`. */
export const chanceInSigns = (chance: number): string => {
  const shown = shownChance(chance)
  if (shown.kind === 'between') return `${shown.from}\u2013${shown.to} %`
  return `${shown.kind === 'below' ? '<' : '>'}${shown.percent} %`
}
