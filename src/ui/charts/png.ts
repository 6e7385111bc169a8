import { fileURLToPath } from 'node:url'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { plainText, turnsOf } from '#platform'

/** Own names, so that no font of the machine is ever taken: the picture is the same everywhere. */
const families = ['Latin', 'LatinExt', 'Cyrillic', 'Arabic', 'SC'] as const
const files: Readonly<Record<(typeof families)[number], string>> = {
  Latin: 'latin',
  LatinExt: 'latin-ext',
  Cyrillic: 'cyrillic',
  Arabic: 'arabic',
  SC: 'sc',
}
const inThisOrder = families.map((one) => `"M ${one}"`).join(', ')

/** Pixels to a unit of the drawing: sharp on paper and on dense screens. */
const scale = 2

/** A picture takes tens of megabytes while it is drawn: more at a time would only hold more. */
const inTurn = turnsOf(2)

type Canvas = typeof import('@napi-rs/canvas')
let canvas: Promise<Canvas> | null = null

/** Loaded when the first picture is asked for, with its fonts: a server that draws none does not pay for it. */
const loaded = (): Promise<Canvas> => {
  canvas ??= import('@napi-rs/canvas').then((found) => {
    for (const family of families)
      for (const weight of [400, 700])
        found.GlobalFonts.registerFromPath(
          fileURLToPath(new URL(`fonts/noto-sans-${files[family]}-${weight}.woff2`, import.meta.url)),
          `M ${family}`,
        )
    return found
  })
  return canvas
}

type Attributes = Readonly<Record<string, string>>

const attributesIn = (tag: string): Attributes =>
  Object.fromEntries([...tag.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))

/** What a drawing says: each text with where and how it stands, in the order of the drawing. */
const textsIn = (svg: string): readonly (readonly [words: string, how: Attributes])[] =>
  [...svg.matchAll(/<text\b([^>]*)>([\s\S]*?)<\/text>/g)].map(([, tag = '', inside = '']) => [
    plainText(inside),
    attributesIn(tag),
  ])

/** `text-anchor` is told from where the text begins, `textAlign` too once it knows the direction. */
const aligned = { start: 'start', middle: 'center', end: 'end' } as const

const write = (on: SKRSContext2D, words: string, how: Attributes): void => {
  const isBold = Number(how['font-weight'] ?? 400) >= 600
  on.font = `${isBold ? 700 : 400} ${Number.parseFloat(how['font-size'] ?? '13')}px ${inThisOrder}`
  on.direction = how['direction'] === 'rtl' ? 'rtl' : 'ltr'
  on.textAlign = aligned[(how['text-anchor'] ?? 'start') as keyof typeof aligned] ?? 'start'
  const [x, y] = [Number(how['x'] ?? 0), Number(how['y'] ?? 0)]
  if (how['stroke'] !== undefined && how['stroke'] !== 'none') {
    on.strokeStyle = how['stroke']
    on.lineWidth = Number.parseFloat(how['stroke-width'] ?? '1')
    on.lineJoin = 'round'
    on.strokeText(words, x, y)
  }
  on.fillStyle = how['fill'] ?? '#000'
  on.fillText(words, x, y)
}

/**
 * A text in lines that are no wider than `width`, in units of the drawing, as the canvas will write it: at most `most`, the last cut with
 * a mark. What has no spaces is broken between its signs.
 */
export const linesOf = async (
  text: string,
  {
    size,
    bold,
    width,
    most,
  }: { readonly size: number; readonly bold: boolean; readonly width: number; readonly most: number },
): Promise<readonly string[]> => {
  const { createCanvas } = await loaded()
  const on = createCanvas(1, 1).getContext('2d')
  on.font = `${bold ? 700 : 400} ${size}px ${inThisOrder}`
  const isWider = (words: string): boolean => on.measureText(words).width > width
  const lines: string[] = ['']
  // Chinese is broken anywhere but before a sign that ends something.
  for (const word of text.match(
    /[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]|[^\s\u3400-\u9fff\uff00-\uffef\u3000-\u303f]+\s*|\s+/g,
  ) ?? []) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && isWider(`${last}${word}`.trimEnd()) && !/^[，。：；、）》”]/.test(word)) lines.push(word)
    else lines[lines.length - 1] = `${last}${word}`
  }
  const kept = lines.slice(0, most).map((line) => line.trim())
  if (lines.length <= most) return kept
  let cut = kept.at(-1) ?? ''
  while (cut !== '' && isWider(`${cut}…`)) cut = cut.slice(0, -1).trimEnd()
  return [...kept.slice(0, -1), `${cut}…`]
}

/**
 * A drawing on its own (`standaloneSvg`) as a picture: its shapes as they are, its texts written by the canvas, which joins Arabic and
 * writes it from right to left, and finds Chinese and Cyrillic, with the fonts that are here.
 */
export const pngOf = (svg: string): Promise<Uint8Array> =>
  inTurn(async () => {
    const { createCanvas, loadImage } = await loaded()
    const [left = 0, top = 0, width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number)
    if (width === 0 || height === 0) throw new Error('pngOf: not a drawing on its own')
    const shapes = await loadImage(Buffer.from(svg.replaceAll(/<text\b[\s\S]*?<\/text>/g, '')))
    const board = createCanvas(Math.ceil(width * scale), Math.ceil(height * scale))
    const on = board.getContext('2d')
    on.scale(scale, scale)
    on.drawImage(shapes, 0, 0, width, height)
    on.translate(-left, -top)
    for (const [words, how] of textsIn(svg)) write(on, words, how)
    return board.encode('png')
  })
