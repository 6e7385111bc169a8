import { directionOf, type Language } from '#kernel'

const open = '\u2066'
const close = '\u2069'

const markup = /<(script|style|textarea)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g

/** Figures, ranges, dates and codes, with their sign and their per cent: `+1,1`, `2024–2027`, `5.c.1`, `95 %`. */
const figures = /(?<![\w#⁦])[+−]?\d[\w\u202f]*(?:[.,:/–-][\w\u202f]+)*(?:[\u00a0\u202f ]?%)?/g

/** What the order of the letters around it could take apart: a run of digits with points or commas keeps together by itself. */
const comesApart = (figure: string): boolean => /[+−–:/%-]|[.,]\w*[A-Za-z]/.test(figure)

/**
 * The text of a page that is read from right to left, with every figure, range, date and code in an isolate of its own, wherever it is
 * written from: without it `5.c.1` is shown as `c.1.5` and `+1,1` as `1,1+` (Unicode Standard Annex 9, 2.4 and 3.3). Tags, and what a
 * reader has typed, stay as they are; pages in other languages too.
 */
export const isolated = (language: Language, html: string): string =>
  directionOf(language) === 'ltr'
    ? html
    : html.replace(markup, (part) =>
        part.startsWith('<')
          ? part
          : part.replace(figures, (figure) => (comesApart(figure) ? `${open}${figure}${close}` : figure)),
      )
