import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, it } from 'vitest'
import { assetOf, assets, rulesOf } from './assets.ts'

const sheet = Buffer.from(assetOf('look.css').body).toString()

describe('The style sheet', () => {
  it('is at most 7 kB when compressed, whichever way', () => {
    const { body } = assetOf('look.css')
    assert.ok(gzipSync(body, { level: 9 }).length <= 7000)
    assert.ok(brotliCompressSync(body).length <= 7000)
  })

  it('names every file that it needs by the path it is served at', () => {
    const named = [...sheet.matchAll(/url\("?([^")]+)"?\)/g)].map((found) => found[1])
    assert.deepEqual(named, [assetOf('source-serif-4-latin.woff2').path])
  })

  it('has a path that changes with its bytes', () => {
    for (const { path } of assets) assert.match(path, /^\/assets\/[a-z0-9-]+-[0-9a-f]{12}\.(css|woff2|svg)$/)
  })

  it('knows every class that the charts draw with', () => {
    const drawn = globSync('src/ui/charts/*.tsx').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/ class="([a-z0-9 -]+)"/g)].flatMap(
        (found) => found[1]?.split(' ') ?? [],
      ),
    )
    assert.deepEqual(
      [...new Set(drawn)].filter((name) => !sheet.includes(`.${name}`)),
      [],
    )
  })
})

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('The colours', () => {
  const tokensIn = (block: RegExp) =>
    Object.fromEntries(
      [...(block.exec(rulesOf('tokens'))?.[1] ?? '').matchAll(/--([a-z0-9]+):(#[0-9a-f]{6})/g)].map((found) => [
        found[1] ?? '',
        found[2] ?? '',
      ]),
    )
  const themes = [
    ['light', tokensIn(/:root\{([^}]*)\}/)],
    ['dark', tokensIn(/:root\[data-theme="?dark"?\]\{([^}]*)\}/)],
  ] as const
  for (const [name, tokens] of themes)
    it(`of words stand out from paper and wash by 4.5 to 1 in the ${name}`, () => {
      for (const word of ['ink', 'ink2', 'ink3', 'acc', 'warm', 'red', 'a', 'b', 'c'])
        for (const ground of ['paper', 'wash'])
          assert.ok(contrast(tokens[word] ?? '', tokens[ground] ?? '') >= 4.5, `${word} on ${ground}`)
    })
})

describe('The markup of the house', () => {
  it('has no script and no style of its own in any component, as its policy says', () => {
    const strange = globSync('src/ui/**/*.tsx').filter((file) =>
      /\sstyle=|<script|<style|\son[a-z]+=/.test(readFileSync(file, 'utf8')),
    )
    assert.deepEqual(strange, [])
  })
})
