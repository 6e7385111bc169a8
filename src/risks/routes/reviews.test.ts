import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { aDesk } from '../testing/desk.ts'

const words = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')

describe('The yearly review on its pages', () => {
  const desk = aDesk()
  const at = async (risk: string) => String((await desk.seen(risk)).seen)
  const say = async (risk: string, fields: Readonly<Record<string, string>>) =>
    desk.send(`/risks/reviews/2026/walk/${risk}`, 'olu', { seen: await at(risk), reason: 'As decided', ...fields })

  it('GET /risks/reviews says that none is frozen, and offers who may to open one', async () => {
    assert.match(words((await desk.read('/risks/reviews')).text), /No review has been frozen yet/)
    assert.doesNotMatch((await desk.read('/risks/reviews')).text, /name="year"/)
    assert.match((await desk.read('/risks/reviews', 'olu')).text, /name="year"/)
  })

  it('POST /risks/reviews opens the review of a year', async () => {
    assert.equal((await desk.send('/risks/reviews', 'office', { year: '2026' })).status, 403)
    assert.match(words((await desk.send('/risks/reviews', 'olu', { year: ' ' })).text), /This must be filled in/)
    const opened = await desk.send('/risks/reviews', 'olu', { year: '2026' })
    assert.deepEqual([opened.status, opened.to], [303, '/en/risks/reviews/2026/walk'])
  })

  it('GET /risks/reviews/:year/walk goes to the first risk of which nothing was said', async () => {
    assert.equal((await desk.read('/risks/reviews/2026/walk', 'olu')).to, '/en/risks/reviews/2026/walk/r1')
    assert.equal((await desk.read('/risks/reviews/2026/walk?after=r1', 'olu')).to, '/en/risks/reviews/2026/walk/r2')
    assert.equal((await desk.read('/risks/reviews/2031/walk', 'olu')).status, 404)
  })

  it('GET /risks/reviews/:year/walk/:risk shows how it stands, how far the walk is, and the way on', async () => {
    const { text } = await desk.read('/risks/reviews/2026/walk/r1', 'olu')
    assert.match(words(text), /Risk 1 of 2 .*Said of 0 of 2 risks/)
    assert.match(text, /value="new"/)
    assert.doesNotMatch(text, /value="confirmed"/)
    assert.doesNotMatch(text, /name="residualImpact"/)
  })

  it('POST /risks/reviews/:year/walk/:risk keeps what was said, and goes on to the next', async () => {
    assert.match(words((await say('r1', { kind: 'confirmed' })).text), /The last review did not have this risk/)
    assert.match((await say('r1', { kind: 'new', reason: '' })).text, /field-reason-fault/)
    const some = await say('r1', { kind: 'new', residualImpact: '2', residualLikelihood: '', inherentImpact: '2' })
    assert.match(some.text, /#field-inherentLikelihood.*#field-residualLikelihood/)
    assert.doesNotMatch(some.text, /#field-(inherent|residual)Impact/)
    assert.match(words((await say('r1', { kind: 'new', into: 'r2' })).text), /Only a risk that is merged goes into/)
    const said = await say('r1', { kind: 'new', reason: 'It floods more' })
    assert.deepEqual([said.status, said.to], [303, '/en/risks/reviews/2026/walk?after=r1'])
    const back = await desk.read('/risks/reviews/2026/walk/r1', 'olu')
    assert.match(back.text, /It floods more/)
    assert.match(words(back.text), /Said of 1 of 2 risks/)
  })

  it('GET /risks/reviews/:year/freeze says what is still to say', async () => {
    assert.match(words((await desk.read('/risks/reviews/2026/freeze', 'chair')).text), /Not yet: 1 risk needs a look/)
    assert.equal((await desk.read('/risks/reviews/2026/freeze', 'olu')).status, 403)
  })

  it('POST /risks/reviews/:year/freeze waits until all is said, then freezes', async () => {
    const send = () => desk.send('/risks/reviews/2026/freeze', 'chair', { number: 'D 41', on: '2026-11-26' })
    assert.match(words((await send()).text), /Nothing has been said yet of 1 risk/)
    assert.equal((await say('r2', { kind: 'merged', into: 'r1' })).status, 303)
    const frozen = await send()
    assert.deepEqual([frozen.status, frozen.to], [303, '/en/risks/reviews/2026'])
    assert.match(words((await desk.read('/risks/r2')).text), /Merged into r1/)
  })

  it('GET /risks/reviews/:year is everybody’s once it is frozen', async () => {
    const { status, text } = await desk.read('/risks/reviews/2026')
    assert.equal(status, 200)
    assert.match(words(text), /Decision D 41 of 26 November 2026/)
    assert.match(words(text), /Gauges fail .*new It floods more .*Nobody listens .*merged r1 As decided/)
    assert.match(words((await desk.read('/risks/reviews/2025')).text), /There is no frozen review of 2025/)
  })

  it('GET /risks/reviews/:year/frozen.json is the text that was kept, to the byte', async () => {
    const bytes = await desk.bytes('/risks/reviews/2026/frozen.json')
    const kept = await desk.db().given('select body from risks.frozen_review where year = 2026')
    assert.equal(Buffer.from(bytes).toString('utf8'), (kept as { rows: { body: string }[] }).rows[0]?.body)
  })
})
