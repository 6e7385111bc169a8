/** A label that wants to stand at a height. */
export type Placed = { readonly label: string; readonly x: number; readonly y: number }

/** The labels moved apart until none is nearer than `apart` to the next, in the order of their heights, inside the bounds. */
export const dodged = (
  labels: readonly Placed[],
  apart: number,
  [top, bottom]: readonly [number, number],
): readonly Placed[] => {
  const down: Placed[] = []
  for (const one of labels.toSorted((a, b) => a.y - b.y))
    down.push({ ...one, y: Math.max(one.y, (down.at(-1)?.y ?? Number.NEGATIVE_INFINITY) + apart, top) })
  const up: Placed[] = []
  for (const one of down.toReversed())
    up.push({ ...one, y: Math.min(one.y, (up.at(-1)?.y ?? Number.POSITIVE_INFINITY) - apart, bottom) })
  return up.toReversed()
}
