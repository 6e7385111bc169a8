import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import type { TestDb } from '#platform/testing'
import { statistics } from '#statistics'
import { statistician } from '#statistics/testing'
import { aDesk } from '../testing/desk.ts'

const words = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')

/** The statistics that ship, known before the register's today. */
const givenStatistics = async (db: TestDb): Promise<void> => {
  const steps = await db.look(statistician, '2025-12-31', async (look) =>
    statistics.content === undefined ? [] : statistics.content(look, 'content/itu'),
  )
  for (const { deed, name } of steps) assert.equal((await db.work(statistician, '2025-12-31', deed)).kind, 'done', name)
}

describe('A figure that watches a risk, on its pages', () => {
  const desk = aDesk(givenStatistics)
  const at = async () => String((await desk.seen('r1')).seen)
  const watch = { series: 'NY.GNP.PCAP.CD', breakdown: '', area: 'ken', direction: 'above', threshold: '2000' }
  const reason = 'Prices rise with incomes'

  it('POST /risks/:risk/watch begins it, and it asks with its value, its year and the day it was known', async () => {
    const sent = await desk.send('/risks/r1/watch', 'office', { ...watch, seen: await at(), reason })
    assert.equal(sent.status, 303)
    const { text } = await desk.read('/risks/r1', 'office')
    assert.match(words(text), /A figure asks\. .*NY\.GNP\.PCAP\.CD was 2.110 in 2023, above 2.000; known since/)
    assert.match(text, /\/en\/observations\?series=NY\.GNP\.PCAP\.CD&amp;area=KEN&amp;year=2023/)
    assert.match(words(text), /critical|high/)
    const twice = await desk.send('/risks/r1/watch', 'office', { ...watch, seen: await at(), reason })
    assert.match(words(twice.text), /The same figure watches “Gauges fail” already/)
  })

  it('POST /risks/:risk/watch knows its economies and reads its numbers', async () => {
    const send = async (some: Readonly<Record<string, string>>) =>
      (await desk.send('/risks/r1/watch', 'office', { ...watch, seen: await at(), reason, ...some })).text
    assert.match(words(await send({ area: 'XYZ' })), /There is no economy “XYZ”/)
    assert.match(await send({ threshold: 'much' }), /id="field-threshold-fault"/)
    assert.match(words(await send({ breakdown: 'nonsense' })), /“nonsense” is no breakdown/)
  })

  it('GET /risks/:risk/watches/:part/answer repeats the question', async () => {
    const { text } = await desk.read('/risks/r1/watches/w1/answer', 'office')
    assert.match(words(text), /What does that mean for this risk\?/)
    assert.match(text, /name="decimal" value="2110"/)
  })

  it('POST /risks/:risk/watches/:part/answer keeps the answer beside the observation, and assesses nothing', async () => {
    const before = words((await desk.read('/risks/r1', 'office')).text)
    const form = { year: '2023', decimal: '2110', reason: 'Ours are paid in another currency' }
    const other = await desk.send('/risks/r1/watches/w1/answer', 'office', { ...form, decimal: '2', seen: await at() })
    assert.match(words(other.text), /This question about “Gauges fail” is not asked any more/)
    assert.equal((await desk.send('/risks/r1/watches/w1/answer', 'office', { ...form, seen: await at() })).status, 303)
    const after = words((await desk.read('/risks/r1', 'office')).text)
    assert.match(after, /Answered on 26 November 2026: Ours are paid in another currency/)
    const assessments = (text: string): number => text.split('Assessed:').length
    assert.equal(assessments(after), assessments(before))
  })

  it('GET /risks/:risk/watches/:part/end asks why', async () => {
    assert.match(words((await desk.read('/risks/r1/watches/w1/end', 'office')).text), /The figure asks no more/)
  })

  it('POST /risks/:risk/watches/:part/end ends it; what was asked stays in the history', async () => {
    assert.equal((await desk.send('/risks/r1/watches/w1/end', 'office', { seen: await at(), reason })).status, 303)
    const text = words((await desk.read('/risks/r1', 'office')).text)
    assert.doesNotMatch(text, /Figures that watch it/)
    assert.match(text, /Watch w1 ended\. .*Question about 2110 \(2023\) answered\./)
  })
})
