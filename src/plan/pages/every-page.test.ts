import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { languages, wordsIn } from '#kernel'
import { voices } from '#platform'
import { aHere } from '#platform/testing'
import { isElement, pathOf, type Thing } from '../core/address.ts'
import { indexed } from '../core/indexed.ts'
import { readPlan } from '../read-plan.ts'
import { shortNameOf } from '../reading.ts'
import { EditionPage } from './edition.tsx'
import { FindingsPage } from './findings.tsx'
import { GlossaryPage } from './glossary.tsx'
import { type Shows, ThingPage } from './thing.tsx'

const { plan } = await readPlan('content/itu/plan.json')
const ix = indexed(plan ?? assert.fail('the plan that ships has faults'))
const say = voices()

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const showsOf = (thing: Thing): Shows =>
  isElement(thing)
    ? { kind: 'element', ix, element: thing, measured: null, lines: [], panels: [] }
    : { kind: 'bracket', ix, bracket: thing }

const nothingStrange = (html: string, where: string): void =>
  assert.doesNotMatch(html, /\bundefined\b|\bNaN\b|\[object |\bplan\.(?!example)[a-z]+\.[a-zA-Z]/, where)

for (const language of languages) {
  const here = aHere()
  describe(`Every page of the text, in ${language}`, () => {
    for (const edition of ix.plan.editions) {
      it(`is there for each element and bracket of ${edition.code}, with its title (S3 to S9)`, () => {
        for (const thing of [...edition.elements, ...edition.brackets]) {
          const path = pathOf(ix, thing)
          const html = String(
            ThingPage({ shows: showsOf(thing), say: say[language], language, here: { ...here, path } }),
          )
          const title = wordsIn(language, isElement(thing) ? thing.title : shortNameOf(ix, thing))
          assert.ok(html.includes(escaped(title)), `${path}: ${title}`)
          nothingStrange(html, path)
        }
      })

      it(`holds every element and bracket of ${edition.code} in the page of the whole text`, () => {
        const html = String(EditionPage({ ix, edition, asOfOther: false, say: say[language], language, here }))
        for (const { id } of [...edition.elements, ...edition.brackets]) assert.ok(html.includes(`id="${id}"`), id)
        nothingStrange(html, edition.code)
      })
    }

    it('has all findings and the glossary', () => {
      const findings = String(
        FindingsPage({ ix, chosen: {}, findings: ix.plan.findings, say: say[language], language, here }),
      )
      for (const { id } of ix.plan.findings) assert.ok(findings.includes(`id="${id.split('/')[1]}"`), id)
      nothingStrange(findings, 'findings')
      nothingStrange(String(GlossaryPage({ ix, say: say[language], language, here })), 'glossary')
    })
  })
}
