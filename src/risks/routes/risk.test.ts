import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { someoneSignedIn } from '#access/testing'
import { done, type PersonId, UnitCode } from '#kernel'
import { RiskId } from '#risks/core'
import { riskOfficer } from '#risks/testing'
import { mitigateRisk } from '../deeds/mitigating.ts'
import { aDesk, today } from '../testing/desk.ts'

const words = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
const reason = 'As we agreed'
const wording = { title: 'Boats break', cause: 'They are old', event: 'One sinks', effect: 'No readings', reason }

describe('A risk on its pages', () => {
  const desk = aDesk()
  const at = async (risk: string) => String((await desk.seen(risk)).seen)

  it('GET /risks/new offers the units and elements of the plan', async () => {
    const { text } = await desk.read('/risks/new', 'office')
    assert.match(text, /<option value="gauging-office"/)
    assert.doesNotMatch(text, /<option value="flood-panel"/)
    assert.match(text, /<option value="2026-2029\/milestone\/A.1"/)
    assert.equal((await desk.read('/risks/new')).status, 403)
  })

  it('POST /risks/new enters a draft, and says of every field that lacks something', async () => {
    const bad = await desk.send('/risks/new', 'office', {
      ...wording,
      title: '',
      owner: 'gauging-office',
      'elements.1': 'nonsense!',
    })
    assert.equal(bad.status, 422)
    assert.match(bad.text, /field-title-fault.*field-elements\.1-fault/s)
    assert.match(bad.text, /They are old/)
    const other = await desk.send('/risks/new', 'office', { ...wording, owner: 'flood-panel' })
    assert.match(words(other.text), /You may not do this for the unit flood-panel/)
    const done = await desk.send('/risks/new', 'office', {
      ...wording,
      owner: 'gauging-office',
      'elements.1': '2026-2029/milestone/A.1',
    })
    assert.deepEqual([done.status, done.to?.startsWith('/en/risks/r')], [303, true])
    const [, id = ''] = /\/(r\d+)$/.exec(done.to ?? '') ?? []
    assert.equal((await desk.read(`/risks/${id}`)).status, 404)
    assert.match(words((await desk.read(`/risks/${id}`, 'office')).text), /Boats break .*not public/)
  })

  it('GET /risks/:risk has its words, its scores, its mitigations and everything that was done', async () => {
    const text = words((await desk.read('/risks/r1')).text)
    assert.match(text, /Gauges fail .*critical .*Raise them .*Escalated to the strategic list\. .*Adopted\./)
    assert.doesNotMatch(text, /Enter the risk|Change its words/)
    assert.match(words((await desk.read('/risks/r1', 'office')).text), /Change its words .*Assess .*Escalate|Give back/)
    assert.match(words((await desk.read('/risks/r77')).text), /There is no risk r77 that you can see/)
  })

  it('GET /risks/:risk/describe holds its words', async () => {
    assert.match((await desk.read('/risks/r1/describe', 'office')).text, /value="Gauges fail"/)
    assert.match(words((await desk.read('/risks/r1/describe', 'panel')).text), /This belongs to another unit/)
  })

  it('POST /risks/:risk/describe shows side by side what changed meanwhile, and loses nothing', async () => {
    const seen = await at('r1')
    const form = { ...wording, owner: 'gauging-office', seen }
    const first = await desk.send('/risks/r1/describe', 'olu', { ...form, title: 'Gauges fail again' })
    assert.equal(first.status, 303)
    const second = await desk.send('/risks/r1/describe', 'office', { ...form, title: 'Gauges fail at night' })
    assert.equal(second.status, 422)
    const text = words(second.text)
    assert.match(text, /Somebody changed “Gauges fail again” while you were writing/)
    assert.match(text, /Stands now You typed Title Gauges fail again Gauges fail at night/)
    assert.match(second.text, /value="Gauges fail at night"/)
    const now = /name="seen" value="(\d+)"/.exec(second.text)?.[1] ?? ''
    assert.equal(now, await at('r1'))
    assert.equal(
      (await desk.send('/risks/r1/describe', 'office', { ...form, title: 'Gauges fail at night', seen: now })).status,
      303,
    )
  })

  it('POST /risks/:risk/describe keeps every element that was typed, also one that is no more', async () => {
    const form = { ...wording, owner: 'gauging-office', seen: await at('r1') }
    const gone = '2026-2029/milestone/Z.9'
    const refused = await desk.send('/risks/r1/describe', 'office', { ...form, 'elements.6': gone })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /href="#field-elements"/)
    assert.match(refused.text, /<fieldset[^>]* id="field-elements"/)
    assert.match(refused.text, /name="elements\.6".*<option value="2026-2029\/milestone\/Z\.9" selected/s)
    assert.doesNotMatch(refused.text, /name="elements\.7"/)
  })

  it('says who did what by name to those who keep the register, and to nobody else', async () => {
    const signed = await desk
      .db()
      .work(riskOfficer, today, async ({ db }) => done(await someoneSignedIn(db, 'Grace Weir', [])))
    const person: PersonId = signed.kind === 'done' ? signed.value.person : assert.fail()
    const { seen } = await desk.seen('r1')
    const mitigated = await desk.db().work({ ...riskOfficer, person }, today, (work) =>
      mitigateRisk(work, {
        ...{ risk: RiskId.trusted('r1'), seen, part: null, reason },
        ...{ what: 'Weld them', owner: UnitCode.trusted('gauging-office'), dueOn: today, expected: 'They stay' },
      }),
    )
    assert.equal(mitigated.kind, 'done')
    const office = words((await desk.read('/risks/r1', 'office')).text)
    assert.match(office, /Weld them by Grace Weir/)
    assert.match(office, /by somebody who is not known here any more/)
    assert.doesNotMatch((await desk.read('/risks/r1')).text, /Grace Weir|not known here/)
    const late = await desk.send('/risks/r1/close', 'office', { reason, seen: String(seen) })
    assert.match(words(late.text), /Somebody changed .*by Grace Weir/)
  })

  it('GET /risks/:risk/assess offers the steps of the scale in force', async () => {
    assert.match((await desk.read('/risks/r1/assess', 'office')).text, /5 · step 5/)
  })

  it('POST /risks/:risk/assess keeps an assessment, and asks for what is missing', async () => {
    const scores = { inherentLikelihood: '5', inherentImpact: '4', residualLikelihood: '2', residualImpact: '4' }
    const half = await desk.send('/risks/r1/assess', 'office', {
      ...scores,
      residualImpact: '',
      seen: await at('r1'),
      reason,
    })
    assert.match(half.text, /field-residualImpact-fault/)
    const more = await desk.send('/risks/r1/assess', 'office', {
      ...scores,
      residualImpact: '5',
      seen: await at('r1'),
      reason,
    })
    assert.match(words(more.text), /What is left cannot be more/)
    assert.equal(
      (await desk.send('/risks/r1/assess', 'office', { ...scores, seen: await at('r1'), reason })).status,
      303,
    )
    assert.match(words((await desk.read('/risks/r1')).text), /Likelihood: step 2\. Impact: step 4\./)
  })

  it('GET /risks/:risk/mitigate asks who answers for it and until when', async () => {
    assert.match((await desk.read('/risks/r2/mitigate', 'panel')).text, /name="dueOn"/)
  })

  it('POST /risks/:risk/mitigate decides one', async () => {
    const form = {
      what: 'Ring a bell',
      owner: 'flood-panel',
      dueOn: '2027-01-31',
      expected: 'They listen',
      seen: await at('r2'),
      reason,
    }
    assert.equal((await desk.send('/risks/r2/mitigate', 'panel', form)).status, 303)
    assert.match(words((await desk.read('/risks/r2')).text), /Ring a bell/)
  })

  it('GET /risks/:risk/mitigations/:part holds what was decided', async () => {
    assert.match((await desk.read('/risks/r2/mitigations/m1', 'panel')).text, /Ring a bell/)
    assert.equal((await desk.read('/risks/r2/mitigations/m9', 'panel')).status, 404)
  })

  it('POST /risks/:risk/mitigations/:part changes it', async () => {
    const form = {
      what: 'Ring two bells',
      owner: 'flood-panel',
      dueOn: '2027-02-28',
      expected: 'They listen',
      seen: await at('r2'),
      reason,
    }
    assert.equal((await desk.send('/risks/r2/mitigations/m1', 'panel', form)).status, 303)
    assert.match(words((await desk.read('/risks/r2')).text), /Ring two bells/)
  })

  it('GET /risks/:risk/mitigations/:part/progress asks how far it is', async () => {
    assert.match((await desk.read('/risks/r2/mitigations/m1/progress', 'panel')).text, /name="percent"/)
  })

  it('POST /risks/:risk/mitigations/:part/progress takes 0 to 100', async () => {
    const send = async (percent: string) =>
      desk.send('/risks/r2/mitigations/m1/progress', 'panel', { percent, seen: await at('r2'), reason })
    assert.match(words((await send(' ')).text), /This must be filled in/)
    assert.match(words((await send('101')).text), /whole number from 0 to 100/)
    assert.equal((await send('40')).status, 303)
    assert.match(words((await desk.read('/risks/r2')).text), /40% done/)
  })

  it('GET /risks/:risk/watch asks for a series', async () => {
    assert.match((await desk.read('/risks/r2/watch', 'panel')).text, /name="threshold"/)
  })

  it('POST /risks/:risk/watch knows only series that there are', async () => {
    const form = {
      series: 'NONE',
      breakdown: '',
      area: '',
      direction: 'below',
      threshold: '60',
      seen: await at('r2'),
      reason,
    }
    assert.match(words((await desk.send('/risks/r2/watch', 'panel', form)).text), /There is no series “NONE” here/)
  })

  it('GET /risks/:risk/watches/:part/end and its question are nowhere without a watch', async () => {
    assert.equal((await desk.read('/risks/r2/watches/w1/end', 'panel')).status, 404)
  })

  it('POST /risks/:risk/watches/:part/end ends none that is not there', async () => {
    assert.equal((await desk.send('/risks/r2/watches/w1/end', 'panel', { seen: await at('r2'), reason })).status, 404)
  })

  it('GET /risks/:risk/adopt says what adopting means', async () => {
    assert.match(words((await desk.read('/risks/r3/adopt', 'panel')).text), /From now on everybody can see this risk/)
  })

  it('POST /risks/:risk/adopt adopts what was assessed', async () => {
    assert.match(
      words((await desk.send('/risks/r3/adopt', 'panel', { seen: await at('r3'), reason })).text),
      /has not been assessed/,
    )
  })

  it('GET /risks/:risk/level escalates, or gives back', async () => {
    assert.match(words((await desk.read('/risks/r1/level', 'office')).text), /leaves the strategic list/)
    assert.match(words((await desk.read('/risks/r3/level', 'panel')).text), /goes on the strategic list/)
  })

  it('POST /risks/:risk/level does it once', async () => {
    const send = async (level: string) => desk.send('/risks/r3/level', 'panel', { level, seen: await at('r3'), reason })
    assert.equal((await send('strategic')).status, 303)
    assert.match(words((await send('strategic')).text), /stands on the strategic list already/)
    assert.equal((await send('unit')).status, 303)
  })

  it('GET /risks/:risk/merge offers the other open risks', async () => {
    assert.match((await desk.read('/risks/r2/merge', 'panel')).text, /<option value="r1"/)
  })

  it('POST /risks/:risk/merge knows no draft of another unit', async () => {
    const send = async (into: string) =>
      words((await desk.send('/risks/r1/merge', 'office', { into, seen: await at('r1'), reason })).text)
    assert.equal((await send('r3')).replaceAll('r3', 'r999'), await send('r999'))
  })

  it('POST /risks/:risk/merge makes it part of another', async () => {
    const form = { into: 'r3', seen: await at('r3'), reason }
    assert.equal((await desk.send('/risks/r3/merge', 'panel', form)).status, 422)
  })

  it('GET /risks/:risk/close says that its rows stay', async () => {
    assert.match(words((await desk.read('/risks/r3/close', 'panel')).text), /It is a risk no more/)
  })

  it('POST /risks/:risk/close needs a reason', async () => {
    const none = await desk.send('/risks/r3/close', 'panel', { seen: await at('r3'), reason: ' ' })
    assert.match(none.text, /field-reason-fault/)
    assert.equal((await desk.send('/risks/r3/close', 'panel', { seen: await at('r3'), reason })).status, 303)
  })

  it('GET /risks/scale/new begins with the scale in force', async () => {
    assert.match((await desk.read('/risks/scale/new', 'olu')).text, /step 5/)
    assert.equal((await desk.read('/risks/scale/new', 'office')).status, 403)
  })

  it('POST /risks/scale/new declares one for today or later, and says in which language a line lacks', async () => {
    const lines = 'one\ntwo\nthree'
    const lists = ['likelihood', 'impact', 'grades'].flatMap((list) =>
      ['en', 'fr', 'es', 'ar', 'ru', 'zh'].map((one) => [`${list}.${one}`, lines]),
    )
    const form = {
      ...Object.fromEntries(lists),
      since: '2026-11-26',
      matrix: '2 2 3\n1 2 2\n1 1 2',
      appetite: '2',
      reason,
    }
    const short = await desk.send('/risks/scale/new', 'olu', { ...form, 'impact.ru': 'one' })
    assert.match(short.text, /id="field-impact.ru-fault"/)
    const past = await desk.send('/risks/scale/new', 'olu', { ...form, since: '2026-11-25' })
    assert.match(past.text, /id="field-since-fault"/)
    assert.equal((await desk.send('/risks/scale/new', 'olu', form)).status, 303)
    assert.match(words((await desk.read('/risks/matrix')).text), /Assessed on an earlier scale .*Nobody listens/)
  })
})
