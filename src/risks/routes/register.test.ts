import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { languages } from '#kernel'
import { aDesk } from '../testing/desk.ts'

const words = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')

describe('The register on its pages', () => {
  const desk = aDesk()

  it('GET /risks shows everybody what is adopted, and its unit the drafts too (O5)', async () => {
    const open = await desk.read('/risks')
    assert.equal(open.status, 200)
    assert.match(words(open.text), /2 risks stand in the register/)
    assert.match(words(open.text), /Gauges fail .*Nobody listens/)
    assert.doesNotMatch(open.text, /A draft of the panel/)
    assert.match((await desk.read('/risks', 'panel')).text, /A draft of the panel/)
    assert.doesNotMatch((await desk.read('/risks', 'office')).text, /A draft of the panel/)
  })

  it('GET /risks filters, sorts, and carries its question to the files', async () => {
    const found = await desk.read('/risks?unit=flood-panel&sort=grade')
    assert.doesNotMatch(found.text, /Gauges fail/)
    assert.match(found.text, /register\.csv\?unit=flood-panel&(?:amp;)?sort=grade/)
    const graded = words((await desk.read('/risks?sort=grade')).text)
    assert.ok(graded.indexOf('Gauges fail') < graded.indexOf('Nobody listens'))
    assert.match(words((await desk.read('/risks?grade=none')).text), /No risk fits this choice/)
    assert.equal((await desk.read('/risks?sort=luck')).status, 400)
    assert.match((await desk.read('/risks?element=2022-2025%2Fmilestone%2FA.1')).text, /Gauges fail/)
  })

  it('GET /risks shows what stood on an earlier day', async () => {
    assert.match(words((await desk.read('/risks?asof=2024-02-02')).text), /The register is empty/)
    assert.match(words((await desk.read('/risks?asof=2024-02-03')).text), /2 risks stand/)
  })

  it('GET /risks/register.csv has a row for each risk, with codes and with words', async () => {
    const { text } = await desk.read('/risks/register.csv')
    const lines = text.trim().split(/\r?\n/)
    assert.match(lines[0] ?? '', /risk,title,cause,event,effect,owner/)
    assert.equal(lines.length, 3)
    assert.match(
      lines[1] ?? '',
      /^r1,Gauges fail,.*,gauging-office,.*,strategic,adopted,2024-02-03,2024-02-03,1,5,5,critical,4,4,high,,1,1,2026-11-26$/,
    )
  })

  it('GET /risks/register.xlsx is a workbook', async () => {
    assert.equal(Buffer.from((await desk.bytes('/risks/register.xlsx')).slice(0, 2)).toString(), 'PK')
  })

  it('GET /risks/register.json has the same rows', async () => {
    const { text } = await desk.read('/risks/register.json?level=strategic')
    assert.equal((JSON.parse(text) as { rows: unknown[] }).rows.length, 2)
  })

  it('GET /risks/register.ndjson has a line for each', async () => {
    assert.equal((await desk.read('/risks/register.ndjson')).text.trim().split('\n').length, 2)
  })

  it('GET /risks/matrix counts in its picture what it counts in its table (K2)', async () => {
    for (const question of ['', '?which=inherent', '?level=unit'])
      for (const who of ['', 'panel']) {
        const { text } = await desk.read(`/risks/matrix${question}`, who)
        const picture = [...text.matchAll(/<g data-cell="[^"]*" data-count="(\d+)">/g)].map(([, count]) =>
          Number(count),
        )
        const table = [...text.matchAll(/data-table-count="(\d+)"/g)].map(([, count]) => Number(count))
        assert.equal(table.length, 25)
        assert.deepEqual(picture, [...table, ...table])
      }
    const { text } = await desk.read('/risks/matrix')
    assert.match(text, /data-cell="4-4" data-count="1"/)
    assert.match(words(text), /critical/)
  })

  it('GET /risks/attention names what is late, untreated and exposed', async () => {
    const text = words((await desk.read('/risks/attention')).text)
    assert.match(text, /1 mitigation is late\. 1 risk has no mitigation\./)
    assert.match(text, /Raise them .*Gauges fail .*299 days late/)
    assert.match(text, /Most exposed elements .*2026–2029/)
  })

  it('GET /risks/scale says how risks are measured', async () => {
    const text = words((await desk.read('/risks/scale')).text)
    assert.match(text, /Scale 1 .*in force/)
    assert.match(text, /Borne without doing more: up to moderate/)
  })

  it('plan.entry shows on the page of an element what threatens it, also by its name in another edition', async () => {
    const named = await desk.read('/editions/2026-2029/milestones/A.1')
    assert.match(words(named.text), /2 open risks name this/)
    const before = await desk.read('/editions/2022-2025/milestones/A.1')
    assert.match(words(before.text), /Gauges fail .*named as/)
    assert.doesNotMatch((await desk.read('/editions/2026-2029/pillars/A')).text, /Gauges fail/)
  })

  it('is whole in every language', async () => {
    for (const language of languages)
      for (const path of [
        '/risks',
        '/risks/matrix',
        '/risks/attention',
        '/risks/scale',
        '/risks/reviews',
        '/risks/r1',
      ]) {
        const { status, text } = await desk.read(path, 'olu', language)
        assert.equal(status, 200, `${language}${path}`)
        assert.doesNotMatch(text, /undefined|\bNaN\b|\[object |risks\.[a-z]+\.?[a-zA-Z.]*[<"]/, `${language}${path}`)
      }
  })
})
