import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { directionOf, type Language } from '#kernel'
import { isolated } from '#platform'
import { px } from './drawing.tsx'
import { linesOf, pngOf } from './png.ts'
import { escaped, tokenOf } from './standalone.ts'

/** What a picture of a page says, from the top down. */
export type Card = {
  /** Whose it is, and what it belongs to. */
  readonly house: string
  readonly part: string
  /** What it is, with its number. */
  readonly kick: string
  readonly title: string
  /** The last figure, and whose and when it is; null where there is none. */
  readonly figure: { readonly value: string; readonly about: string } | null
  /** How it stands, in a sentence of a few words. */
  readonly standing: string | null
  /** The figures by year, for a small line; fewer than two draw none. */
  readonly points: readonly { readonly year: number; readonly value: number }[]
  readonly language: Language
}

/** Half the pixels: a picture is drawn twice as large. 1200 by 630 is what previews ask for. */
const [width, height] = [600, 315]
const edge = 32
const inner = width - 2 * edge
const spark = { width: 210, height: 74, base: height - 44 }

/** The picture of a page for those who pass its address on; in Arabic its mirror image, but for the line, which runs as time does everywhere. */
export const cardOf = async ({
  house,
  part,
  kick,
  title,
  figure,
  standing,
  points,
  language,
}: Card): Promise<Uint8Array> => {
  const isRtl = directionOf(language) === 'rtl'
  const at = (from: number): number => (isRtl ? width - edge - from : edge + from)
  const colour = (name: string): string => tokenOf(`--${name}`)
  const text = (
    words: string,
    y: number,
    { size, bold = false, tone = 'ink', end = false }: { size: number; bold?: boolean; tone?: string; end?: boolean },
  ): string =>
    `<text x="${at(end ? inner : 0)}" y="${px(y)}" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${colour(tone)}" text-anchor="${end ? 'end' : 'start'}"${isRtl ? ' direction="rtl"' : ''}>${escaped(words)}</text>`
  const isDrawn = points.length > 1
  const beside = isDrawn ? inner - spark.width - 24 : inner
  const titles = await linesOf(title, { size: 27, bold: true, width: inner, most: 3 })
  const standings =
    standing === null
      ? []
      : await linesOf(standing, { size: 15, bold: false, width: figure === null ? inner : beside, most: 2 })
  const abouts = figure === null ? [] : await linesOf(figure.about, { size: 13, bold: false, width: beside, most: 2 })
  const under = height - 30 - 20 * Math.max(0, standings.length - 1)
  const left = isRtl ? edge : width - edge - spark.width
  const x = scaleLinear()
    .domain([points[0]?.year ?? 0, points.at(-1)?.year ?? 1])
    .range([left + 4, left + spark.width - 6])
  const values = points.map(({ value }) => value)
  const y = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(...values, 1e-9)])
    .range([spark.base, spark.base - spark.height])
  const path = line<Card['points'][number]>()
    .x(({ year }) => px(x(year)))
    .y(({ value }) => px(y(value)))(points)
  const last = points.at(-1)
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    `<rect x="${edge}" y="26" width="${inner}" height="3" fill="${colour('ink')}"/>`,
    text(house, 50, { size: 14, bold: true }),
    text(part, 50, { size: 13, tone: 'ink2', end: true }),
    text(kick, 88, { size: 16, bold: true, tone: 'acc' }),
    ...titles.map((words, nth) => text(words, 120 + 33 * nth, { size: 27, bold: true })),
    ...(figure === null
      ? []
      : [
          text(figure.value, under - 29 - 17 * abouts.length, { size: 40, bold: true, tone: 'acc' }),
          ...abouts.map((words, nth) =>
            text(words, under - 24 - 17 * (abouts.length - 1 - nth), { size: 13, tone: 'ink2' }),
          ),
        ]),
    ...standings.map((words, nth) => text(words, under + 20 * nth, { size: 15 })),
    ...(isDrawn && last !== undefined
      ? [
          `<path d="M${left} ${spark.base}H${left + spark.width}" stroke="${colour('rule2')}" fill="none"/>`,
          `<path d="${path}" fill="none" stroke="${colour('acc')}" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"/>`,
          `<circle cx="${px(x(last.year))}" cy="${px(y(last.value))}" r="5" fill="${colour('acc')}"/>`,
          `<text x="${left}" y="${spark.base + 16}" font-size="12" fill="${colour('ink2')}" text-anchor="start">${points[0]?.year}</text>`,
          `<text x="${left + spark.width}" y="${spark.base + 16}" font-size="12" fill="${colour('ink2')}" text-anchor="end">${last.year}</text>`,
        ]
      : []),
    '</svg>',
  ].join('')
  return pngOf(isolated(language, svg))
}
