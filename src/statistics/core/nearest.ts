import { lettersApart } from '#kernel'

/** The few of these that were most likely meant, the likeliest first. Case and blanks do not count. */
export const nearestOf = (text: string, among: readonly string[], most: number): readonly string[] => {
  const plain = text.trim().toLowerCase()
  return among
    .map((one) => ({ one, far: lettersApart(plain, one.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ one }) => one)
}

/** The one of these that was most likely meant; '' when there is none to choose from. */
export const nearest = (text: string, among: readonly string[]): string => nearestOf(text, among, 1)[0] ?? ''
