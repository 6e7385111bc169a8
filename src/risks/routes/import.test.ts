import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { entriesOf } from '#platform/testing'
import { aWorkbook, cellsIn, type SheetCells } from '#risks/testing'
import { aDesk } from '../testing/desk.ts'

const words = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
describe('The register as a workbook', () => {
  const desk = aDesk()
  const out = async (who: string) => cellsIn(await desk.bytes('/risks/workbook.xlsx', who))
  const bring = async (who: string, rows: readonly SheetCells[]) =>
    desk.upload('/risks/import', who, 'mine.xlsx', await aWorkbook(rows))
  const preview = async (who: string, rows: readonly SheetCells[]) => {
    const { status, to } = await bring(who, rows)
    assert.equal(status, 303)
    const path = to?.slice('/en'.length) ?? ''
    return { path, text: (await desk.read(path, who)).text }
  }
  const another = {
    title: 'Ice',
    cause: 'Cold',
    event: 'Ice breaks gauges',
    effect: 'No readings in winter',
    owner: 'gauging-office',
    reason: 'A cold year',
  }

  it('GET /risks/import says how it goes', async () => {
    assert.match(words((await desk.read('/risks/import', 'office')).text), /Take the workbook/)
    assert.equal((await desk.read('/risks/import')).status, 403)
  })

  it('GET /risks/workbook.xlsx has the own risks, protected keys, lists to choose from and notes', async () => {
    assert.deepEqual(
      (await out('office')).map(({ risk }) => risk),
      ['r1'],
    )
    assert.deepEqual(
      (await out('panel')).map(({ risk }) => risk),
      ['r2', 'r3'],
    )
    const parts = await entriesOf(Buffer.from(await desk.bytes('/risks/workbook.xlsx', 'olu')))
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    assert.match(sheet, /<sheetProtection sheet="1"/)
    assert.match(
      sheet,
      /<dataValidation type="list"[^>]* sqref="H2:H1048576"><formula1>'Lists'!\$A\$2:\$A\$4<\/formula1>/,
    )
    assert.match(sheet, /sqref="J2:J1048576"><formula1>'Lists'!\$C\$2:\$C\$6/)
    assert.match(sheet, /<c t="inlineStr" ?[^>]*>|<c s="0" t="inlineStr">/)
    assert.match(parts.get('xl/styles.xml') ?? '', /<protection locked="0"\/>/)
    assert.match([...parts.values()].join(''), /Change what is open; leave the protected columns/)
  })

  it('POST /risks/import keeps it to be looked at, and refuses what is no workbook of ours', async () => {
    const none = await desk.upload('/risks/import', 'office', 'mine.xlsx', Buffer.from('nothing'))
    assert.equal(none.status, 422)
    assert.match(words(none.text), /not a workbook that can be read/)
    const other = await desk.upload('/risks/import', 'office', 'mine.xlsx', await aWorkbook([], ['title', 'cause']))
    assert.match(words(other.text), /The column “risk” is missing/)
  })

  it('GET /risks/import/:sheet says what is new, changed, unchanged and refused, with cell and reason', async () => {
    const [own = assert.fail()] = await out('office')
    const { path, text } = await preview('office', [
      own,
      { ...another },
      { ...another, title: '', owner: 'nowhere', residual_impact: '2' },
      { ...another, risk: 'r2', seen: '1' },
      { ...own },
    ])
    const said = words(text)
    assert.match(said, /1 new, 0 changed, 1 unchanged, 3 refused\./)
    assert.match(said, /D4 title : This must be filled in\./)
    assert.match(said, /H4 owner unit, code : There is no unit “nowhere”/)
    assert.match(said, /J4 inherent likelihood : Fill in all four scores/)
    assert.match(said, /A6 risk : r1 stands in an earlier row already/)
    assert.doesNotMatch(said, /Take all of it/)
    assert.equal((await desk.read(path, 'panel')).status, 404)
    assert.match(words((await desk.send(path, 'office', {})).text), /3 rows are refused, so nothing was taken/)
    assert.doesNotMatch(words((await desk.read('/risks', 'office')).text), /Ice/)
  })

  it('GET /risks/import/:sheet refuses a cell that is too long, wherever it would be cut', async () => {
    const { text } = await preview('office', [{ ...another, effect: `${'x'.repeat(4999)}🌊` }])
    assert.match(words(text), /G2 effect : At most 4 000 characters are taken\./)
  })

  it('POST /risks/import/:sheet takes all of it, once', async () => {
    const [own = assert.fail()] = await out('office')
    const changed = { ...own, effect: 'Nobody knows\nthe level', residual_likelihood: '1', reason: 'They were moved' }
    const { path, text } = await preview('office', [
      changed,
      {
        ...another,
        elements: '2026-2029/milestone/A.1',
        inherent_likelihood: '4',
        inherent_impact: '3',
        residual_likelihood: '2',
        residual_impact: '2',
      },
    ])
    assert.match(words(text), /1 new, 1 changed, 0 unchanged, 0 refused\./)
    assert.match(text, /<del>4<\/del> <ins>1<\/ins>/)
    assert.equal((await desk.send(path, 'office', {})).status, 303)
    const risk = words((await desk.read('/risks/r1')).text)
    assert.match(risk, /Likelihood: step 1\. Impact: step 4\. .*They were moved/)
    assert.match(words((await desk.read('/risks', 'office')).text), /Ice/)
    assert.match(words((await desk.send(path, 'office', {})).text), /This workbook was taken already/)
  })

  it('POST /risks/import/:sheet takes nothing that was changed since the workbook was taken', async () => {
    const [own = assert.fail()] = await out('office')
    const { path } = await preview('office', [{ ...own, title: 'Gauges fail often', reason: 'Said better' }])
    const seen = String((await desk.seen('r1')).seen)
    const scores = { inherentLikelihood: '5', inherentImpact: '5', residualLikelihood: '3', residualImpact: '3' }
    assert.equal((await desk.send('/risks/r1/assess', 'office', { ...scores, seen, reason: 'Closer' })).status, 303)
    const late = await desk.send(path, 'office', {})
    assert.equal(late.status, 422)
    assert.match(words(late.text), /“Gauges fail” was changed since the workbook was taken/)
  })

  it('comes back unchanged as nothing to do', async () => {
    const { text } = await preview('olu', await out('olu'))
    assert.match(words(text), /0 new, 0 changed, 4 unchanged, 0 refused\./)
  })
})
