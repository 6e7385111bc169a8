import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { type Language, languages } from '#kernel'

/** What docs/terms.md asks of the signs between words, as what must not stand in a sentence. */
const slips: Readonly<Record<Language, readonly (readonly [rule: string, found: RegExp])[]>> = {
  en: [
    ['-ize, organization', /rganis(?:e|ation)/],
    ['cannot', /can not/],
    ['per cent at its figure', /[\d}] %/],
    ['“ ”', /"/],
  ],
  fr: [
    ['a narrow no-break space before : ; ! ? %', /[ \u00a0][:;!?%»]/],
    ['a narrow no-break space inside « »', /«[ \u00a0]/],
    ['’', /\w'\w/],
    ['a no-break space after n°', /[nN]° /],
  ],
  es: [
    ['a no-break space before %', /[\d}] ?%/],
    ['« »', /"/],
  ],
  ru: [
    ['no ё', /ё/i],
    ['a no-break space before —', /\S —/],
    ['a no-break space before %', /[\d}] ?%/],
    ['a no-break space after №', /№ /],
  ],
  ar: [
    ['« »', /"/],
    ['، ؛ ؟', /[\u0621-\u064a][,;?]/],
    ['a no-break space before %', /[\d}] ?%/],
    ['what is quoted in isolates', /«\{\w+\}»/],
  ],
  zh: [
    ['full-width signs', /[\u4e00-\u9fff][,:;?!]/],
    ['no space around figures', /[\u4e00-\u9fff] [{\d#]|[}\d#%] [\u4e00-\u9fff]/],
  ],
}

/** Lines of a terminal keep the spaces of what is typed there. */
const typed = /^(?:app|platform)\./

const sentences = (language: Language): readonly (readonly [key: string, said: string])[] =>
  globSync(`src/*/messages/${language}.json`).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>),
  )

describe('Sentences', () => {
  for (const language of languages)
    for (const [rule, found] of slips[language])
      it(`carry their signs in ${language}: ${rule}`, () =>
        assert.deepEqual(
          sentences(language)
            .filter(([key, said]) => found.test(said) && !(language === 'zh' && typed.test(key)))
            .map(([key]) => key),
          [],
        ))
})
