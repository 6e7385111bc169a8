import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import zlib from 'node:zlib'
import { describe, it } from 'vitest'
import { languages } from '#kernel'

/** The table `cmap` of a WOFF2 file (WOFF File Format 2.0, 4 and 5): its tables are one compressed stream, in the order of the list. */
const cmapOf = (file: Buffer): Buffer => {
  let at = 48
  const base128 = (): number => {
    let value = 0
    for (;;) {
      const byte = file[at] ?? 0
      at += 1
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
  let offset = 0
  let found: readonly [number, number] | null = null
  for (let nth = 0; nth < file.readUInt16BE(12); nth += 1) {
    const flags = file[at] ?? 0
    at += 1
    const [tag, version] = [flags & 0x3f, flags >> 6]
    if (tag === 63) at += 4
    let length = base128()
    const isOutline = tag === 10 || tag === 11
    if (isOutline ? version !== 3 : version !== 0) length = base128()
    if (tag === 0) found = [offset, length]
    offset += length
  }
  const all = zlib.brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)))
  const [from, length] = found ?? assert.fail('no cmap')
  return all.subarray(from, from + length)
}

/** The letters of a font: those of its segments (OpenType, cmap, formats 4 and 12). */
const lettersOf = (file: string): ReadonlySet<number> => {
  const cmap = cmapOf(readFileSync(file))
  const letters = new Set<number>()
  const add = (from: number, to: number): void => {
    for (let letter = from; letter <= to && letter < 0x110000; letter += 1) letters.add(letter)
  }
  for (let nth = 0; nth < cmap.readUInt16BE(2); nth += 1) {
    const at = cmap.readUInt32BE(4 + nth * 8 + 4)
    const format = cmap.readUInt16BE(at)
    if (format === 4) {
      const twice = cmap.readUInt16BE(at + 6)
      for (let segment = 0; segment < twice; segment += 2) {
        const end = cmap.readUInt16BE(at + 14 + segment)
        if (end !== 0xffff) add(cmap.readUInt16BE(at + 16 + twice + segment), end)
      }
    }
    if (format === 12)
      for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1)
        add(cmap.readUInt32BE(at + 16 + group * 12), cmap.readUInt32BE(at + 20 + group * 12))
  }
  return letters
}

const sentences = languages.flatMap((language) => globSync(`src/*/messages/${language}.json`))
const content = globSync([
  'content/*/*.json',
  'content/*/*/*.json',
  'content/*/statistics/{areas,series,codes,group_names}.csv',
])

/** Signs of formulas: they stand in the prose of pages, and no chart has one. */
const formulas = ['φ', '₀']

describe('The fonts of pictures', () => {
  for (const weight of [400, 700])
    it(`have every letter that a chart can say at weight ${weight}, so that no font of the machine is asked`, () => {
      const fonts = globSync(`src/ui/charts/fonts/*-${weight}.woff2`).map(lettersOf)
      const has = (letter: string): boolean => fonts.some((font) => font.has(letter.codePointAt(0) ?? 0))
      assert.equal(fonts.length, 5)
      assert.deepEqual(['م', '目', 'ж', 'ő', 'ก'].map(has), [true, true, true, true, false])
      const letters = new Set(
        [...sentences, ...content].flatMap((file) => [...readFileSync(file, 'utf8').normalize('NFC')]),
      )
      const shown = [...letters].filter((letter) => !/[\p{C}\p{Z}]/u.test(letter))
      assert.ok(shown.length > 1000)
      assert.deepEqual(
        shown.filter((letter) => !has(letter) && !formulas.includes(letter)),
        [],
      )
    })
})
