import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access/core'
import { Day, languages } from '#kernel'
import { plan } from '#plan'
import { voices } from '#platform'
import { visitorOf } from '#platform/testing'
import { statistics } from '#statistics'
import { aShippedDb } from '#statistics/testing'
import { content } from './content.ts'
import { progress } from './index.ts'

const today = Day.trusted('2026-11-26')
const visit = visitorOf([statistics, plan, progress], publicActor, today, voices())

/** The words of a row, with the mark of a status as `[met]`. */
const rowIn = (html: string, id: string): string =>
  (new RegExp(`<tr id="${id}">[\\s\\S]*?</tr>`).exec(html)?.[0] ?? '')
    .replaceAll(/<use href="#m-([a-z]+)"[^>]*>/g, '[$1]')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('What a step from one edition to the next did', () => {
  const db = aShippedDb(operatorActor, today, [statistics.content, plan.content, content])
  const page = async (query = '', language = 'en'): Promise<string> => {
    const [status, html] = await visit(db, `/${language}/compare/2024-2027/2028-2031${query}`)
    assert.equal(status, 200)
    return html
  }

  it('plan.compareRow shows the status, the number and the pace needed before and after a year is moved (V3, S11)', async () => {
    const row = rowIn(await page(), 'x040')
    assert.match(row, /\[unlikely\].*in both/)
    assert.match(row, /at least 95%, by 2030, then by 2031/)
    assert.match(row, /Needed: 3\.9 points a year until 2030, 3\.5 until 2031/)
    assert.match(row, /Chance: under 5%, as before/)
  })

  it('plan.compareRow shows a changed number, and why nothing can be said of it', async () => {
    const row = rowIn(await page(), 'x041')
    assert.match(row, /Read literally: more than 50% by 2030, then 100% by 2031/)
    assert.match(row, /\[na\] not assessed/)
  })

  it('plan.compareRow shows one side alone where a row has no other', async () => {
    const html = await page()
    assert.match(rowIn(html, 'x036'), /not assessed no open series/)
    assert.match(rowIn(html, 'x045'), /not assessed indicator still in brackets/)
  })

  it('plan.compareRow says nothing of rows without a number or a figure', async () => {
    assert.doesNotMatch(await page('?kind=paragraph'), /What that does to the outlook/)
  })

  it('plan.compareRow is whole in every language, for indicators too', async () => {
    for (const language of languages)
      for (const query of ['', '?kind=target-indicator', '?kind=outcome-indicator'])
        assert.doesNotMatch(await page(query, language), /undefined|\bNaN\b|\[object |progress\.[a-z]+\.[a-zA-Z]/)
  })
})
