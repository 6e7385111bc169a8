import assert from 'node:assert/strict'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, it } from 'vitest'
import { pngOf } from './png.ts'

const drawing = (texts: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -20 232 100" width="232" height="100"><title>t</title><rect x="-16" y="-20" width="232" height="100" fill="#fff"/>${texts}</svg>`

type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

const pixelsOf = async (png: Uint8Array): Promise<Pixels> => {
  const image = await loadImage(Buffer.from(png))
  const on = createCanvas(image.width, image.height).getContext('2d')
  on.drawImage(image, 0, 0)
  return on.getImageData(0, 0, image.width, image.height) as never
}

/** Where the dark pixels are: the first and the last column with one; null where all is white. */
const inkOf = ({ width, height, data }: Pixels): readonly [number, number] | null => {
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: height }, (_, y) => data[(y * width + x) * 4] ?? 255).some((red) => red < 128),
  )
  const [first, last] = [columns[0], columns.at(-1)]
  return first === undefined || last === undefined ? null : [first, last]
}

const text = (words: string, how = 'x="0" y="30"'): string =>
  drawing(`<text ${how} font-size="20px" fill="#000">${words}</text>`)

describe('A chart as a picture', () => {
  it('is twice as many pixels as the drawing has units', async () => {
    const { width, height } = await pixelsOf(await pngOf(drawing('')))
    assert.deepEqual([width, height], [464, 200])
  })

  it('has a text where the drawing has it: at its start, its middle, its end, and from right to left', async () => {
    const at = async (how: string, words = 'water 5 &amp; 6') => inkOf(await pixelsOf(await pngOf(text(words, how))))
    const [start] = (await at('x="100" y="30"')) ?? []
    const [, end] = (await at('x="100" y="30" text-anchor="end"')) ?? []
    const [left = 0, right = 0] = (await at('x="100" y="30" text-anchor="middle"')) ?? []
    const [, arabic] = (await at('x="100" y="30" direction="rtl"', 'السكان')) ?? []
    const edge = 2 * 116
    assert.ok(Math.abs((start ?? 0) - edge) < 8, `${start}`)
    assert.ok(Math.abs((end ?? 0) - edge) < 8, `${end}`)
    assert.ok(Math.abs((left + right) / 2 - edge) < 8, `${left} ${right}`)
    assert.ok(Math.abs((arabic ?? 0) - edge) < 8, `${arabic}`)
  })

  it('joins Arabic: a word is narrower than its letters apart', async () => {
    const wide = async (words: string) => {
      const [from = 0, to = 0] = inkOf(await pixelsOf(await pngOf(text(words, 'x="200" y="30" direction="rtl"')))) ?? []
      return to - from
    }
    assert.ok((await wide('متنقلة')) < 0.9 * (await wide('م\u200cت\u200cن\u200cق\u200cل\u200cة')))
  })
})
