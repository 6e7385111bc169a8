import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { hasBrowser, opening } from './opening.ts'
import { screens } from './screens.ts'

describe.skipIf(!hasBrowser())('Arabic (O1)', () => {
  const { on } = opening()

  for (const [name, path, as] of screens)
    it(`shows figures, ranges and codes in their order: ${name}`, () =>
      on(`/ar${path}`, { viewport: { width: 1280, height: 900 }, as }, async (page) => {
        // Measured where the browser has put each letter, so that no rule about letters is believed.
        const disordered = await page.evaluate(() => {
          const found: string[] = []
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
          for (let node = texts.nextNode() as Text | null; node !== null; node = texts.nextNode() as Text | null)
            for (const { 0: figure, index } of node.data.matchAll(
              /[+−]?[0-9A-Za-z]+(?:[.,:/–-][0-9A-Za-z]+)+|[+−]\d[\d,.]*/g,
            )) {
              if (!/\d/.test(figure)) continue
              let before = { left: Number.NEGATIVE_INFINITY, top: Number.NaN }
              for (let at = index; at < index + figure.length; at += 1) {
                const letter = document.createRange()
                letter.setStart(node, at)
                letter.setEnd(node, at + 1)
                const box = letter.getClientRects()[0]
                if (box === undefined) continue
                if (Math.abs(box.top - before.top) < 4 && box.left < before.left - 0.5) {
                  found.push(figure)
                  break
                }
                before = box
              }
            }
          return found
        })
        assert.deepEqual(disordered, [])
      }))
})
