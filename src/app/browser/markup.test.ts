import assert from 'node:assert/strict'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { describe, inject, it } from 'vitest'
import { languages } from '#kernel'
import { hasBrowser } from './opening.ts'
import { cookieOf, pathFor } from './readers.ts'
import { screens } from './screens.ts'

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }))

describe.skipIf(!hasBrowser())('The markup (O2)', () => {
  for (const [name, path, as] of screens)
    it(`is valid in six languages, and every sentence of it is there: ${name}`, async () => {
      const cookie = as === undefined ? null : cookieOf(as)
      const headers: Record<string, string> = cookie === null ? {} : { cookie: `${cookie.name}=${cookie.value}` }
      for (const language of languages) {
        const html = await (await fetch(`${inject('address')}/${language}${pathFor(path, as)}`, { headers })).text()
        const report = await validator.validateString(html)
        const found = report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line, column }) => `${language} ${line}:${column} ${ruleId} ${message}`),
        )
        assert.deepEqual(found.slice(0, 5), [])
        assert.doesNotMatch(html, /\b(?:undefined|NaN|\[object Object\])\b/, language)
        assert.doesNotMatch(html, / style="| onclick=|<script(?! type="application\/ld\+json">)/, 'nothing inline')
      }
    })
})
