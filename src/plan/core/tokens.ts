/** A word and the white space after it; the text is its tokens joined. */
export type Token = { readonly word: string; readonly space: string }

/** Numbers and codes stay whole: 1.7, 17.8.1, 2024-2027, 95%. */
const code = /\d+(?:[.,\-–/]\d+)*%?/y

/** The words of a text as its language divides them, for a comparison at word level. */
export const tokensOf = (text: string, language: string): readonly Token[] => {
  const tokens: { word: string; space: string }[] = []
  let end = 0
  for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (index < end) continue
    code.lastIndex = index
    const whole = code.exec(text)?.[0] ?? ''
    const word = whole.length > segment.length ? whole : segment
    end = index + word.length
    const last = tokens.at(-1)
    if (/^\s+$/.test(word) && last !== undefined) last.space += word
    else tokens.push({ word, space: '' })
  }
  return tokens
}
