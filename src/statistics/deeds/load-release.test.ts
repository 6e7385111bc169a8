import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, it } from 'vitest'
import { type Attempt, Day } from '#kernel'
import { aContentFolder, aDbWith, anObservationFile, statistician, statisticsReader } from '#statistics/testing'
import { latestOf, pathsOf, revisionsOfCell } from '../store/observations.ts'
import { releasesAsOf } from '../store/releases.ts'
import { type Loaded, type Loading, loadRelease, mostFaults } from './load-release.ts'

const today = '2026-11-26'
const use = { series: 'USE', breakdown: 'SEX=_T' }
const always = Day.trusted('9999-12-31')

describe('A file of observations', () => {
  const folder = aContentFolder()
  const db = aDbWith(folder)
  afterEach(() => db.given('truncate statistics.observation, statistics.release_series, statistics.release'))

  let files = 0
  const load = (text: string | Buffer, order: Partial<Loading> = {}, by = statistician): Promise<Attempt<Loaded>> => {
    files += 1
    const file = folder.put(`rows-${files}.csv`, text)
    const plain = { knownOn: null, reason: 'test', basis: null, credit: null, via: null, caveat: null }
    return db.work(by, today, (work) => loadRelease(work, { file, ...plain, ...order }))
  }
  const rowsThere = () =>
    db.look(statistician, today, async (look) => (await pathsOf(look.db, [use], null, always)).get('USE|SEX=_T') ?? [])

  it('goes in whole, and says what it held', async () => {
    const attempt = await load(
      anObservationFile([
        { value: '65.40' },
        { iso3: 'TON', value: '>95.0' },
        { iso3: 'NAM', value: '..' },
        { iso3: 'NAM', year: '2021', value: '104' },
      ]),
      { knownOn: Day.trusted('2025-04-15') },
    )
    assert.deepEqual(attempt, {
      kind: 'done',
      value: {
        kind: 'loaded',
        release: 1,
        dataset: 'SURVEY',
        knownOn: '2025-04-15',
        observations: 4,
        missing: 1,
        bounded: 1,
        flagged: 1,
      },
    })
    const rows = await rowsThere()
    assert.deepEqual(
      rows.map(({ area, year, value, published, flag }) => [area, year, value, published, flag]),
      [
        ['FJI', 2020, { kind: 'known', value: { decimal: '65.40', bound: null } }, '65.40', null],
        ['NAM', 2020, { kind: 'missing', reason: 'not-available' }, '..', null],
        ['NAM', 2021, { kind: 'known', value: { decimal: '104', bound: null } }, '104', 'outside-range'],
        ['TON', 2020, { kind: 'known', value: { decimal: '95.0', bound: '>' } }, '>95.0', null],
      ],
    )
  })

  it('is known from the day of its vintage when nobody says another', async () => {
    const attempt = await load(anObservationFile([{ vintage: '2024-07-17' }]))
    assert.equal(attempt.kind === 'done' && attempt.value.knownOn, '2024-07-17')
  })

  it('is known from today when its vintage is no day', async () => {
    const attempt = await load(anObservationFile([{ vintage: '2020.Q4.G.02' }]))
    assert.equal(attempt.kind === 'done' && attempt.value.knownOn, today)
  })

  it('writes nothing when one row is refused, and lists every one with line, column and reason', async () => {
    const attempt = await load(
      anObservationFile([
        {},
        { iso3: 'FIJ' },
        { iso3: 'TON' },
        { iso3: 'NAM', value: '' },
        { iso3: 'NAM', unit: 'PS' },
      ]),
    )
    assert.ok(attempt.kind === 'refused')
    assert.equal(attempt.refusal.code, 'statistics.fileRefused')
    assert.deepEqual(
      attempt.refusal.faults?.map(({ code, at }) => [at.line, at.column ?? '', code]),
      [
        [3, 'iso3', 'statistics.fault.noSuchArea'],
        [5, 'value', 'statistics.fault.emptyValue'],
        [6, 'unit', 'statistics.fault.otherUnit'],
        [6, '', 'statistics.fault.twice'],
      ],
    )
    assert.deepEqual(attempt.refusal.facts, { file: `rows-${files}.csv`, rows: 5, refused: 3, faults: 4, listed: 4 })
    assert.deepEqual(await rowsThere(), [])
    assert.deepEqual(await db.look(statistician, today, (look) => releasesAsOf(look.db, always)), [])
  })

  it('lists a thousand faults and says how many there are', async () => {
    const rows = Array.from({ length: 1500 }, () => ({ iso3: 'XXX' }))
    const attempt = await load(anObservationFile(rows))
    assert.ok(attempt.kind === 'refused')
    assert.equal(attempt.refusal.faults?.length, mostFaults)
    assert.equal(attempt.refusal.facts['faults'], 1500)
  })

  it('is nothing new the second time', async () => {
    const text = anObservationFile([{}])
    await load(text)
    const again = await load(text, { knownOn: Day.trusted('2020-01-01') })
    assert.equal(again.kind === 'done' && again.value.kind, 'nothing-new')
    assert.equal(again.kind === 'done' && again.value.release, 1)
    assert.equal((await rowsThere()).length, 1)
  })

  it('may come with a byte order mark, semicolons and the line ends of another system', async () => {
    const text = anObservationFile([{ note: 'a, b' }])
      .replaceAll('"a, b"', 'a. b')
      .replaceAll(',', ';')
    const attempt = await load(`\uFEFF${text.replaceAll('\n', '\r\n')}`)
    assert.equal(attempt.kind, 'done')
    assert.equal((await rowsThere())[0]?.series, 'USE')
  })

  it('keeps notes with commas, quotation marks, backslashes, tabs and line ends', async () => {
    const note = 'Aged "16–74", C:\\x\\N\tor\nmore'
    await load(anObservationFile([{ note }]))
    assert.equal((await rowsThere())[0]?.note, note)
  })

  const refusals: readonly [name: string, text: string | Buffer, order: Partial<Loading>, code: string][] = [
    ['with a first line and no rows is refused', anObservationFile([]), {}, 'statistics.noRows'],
    ['without anything in it is refused', '', {}, 'statistics.noRows'],
    ['without a source, a unit and a code is refused', 'Country,2014,2015\nFiji,3,4\n', {}, 'statistics.fileRefused'],
    ['with an open quotation mark is refused', `${anObservationFile([{}])}USE,"FJI,,`, {}, 'statistics.fileRefused'],
    [
      'known tomorrow is refused',
      anObservationFile([{}]),
      { knownOn: Day.trusted('2026-11-27') },
      'statistics.knownInFuture',
    ],
    ['that is not there is refused', '', { file: '/nowhere/rows.csv' }, 'statistics.noSuchFile'],
    ['that is a folder is refused', '', { file: folder.path }, 'statistics.fileNotReadable'],
  ]
  for (const [name, text, order, code] of refusals) {
    it(name, async () => {
      const attempt = await load(text, order)
      assert.equal(attempt.kind === 'refused' && attempt.refusal.code, code)
      assert.deepEqual(await rowsThere(), [])
    })
  }

  const strange: readonly [name: string, text: Buffer, fault: string][] = [
    ['that is compressed', gzipSync(anObservationFile([{}])), 'noColumn'],
    ['in UTF-16 without saying so', Buffer.from(anObservationFile([{}]), 'utf16le'), 'noColumn'],
    ['with a note that is no UTF-8', Buffer.from(anObservationFile([{ note: 'Côte' }]), 'latin1'), 'noText'],
    ['with a NUL in a status', Buffer.from(anObservationFile([{ status: 'B\0' }])), 'noText'],
    ['with a NUL in its vintage', Buffer.from(anObservationFile([{ vintage: '2024\0' }])), 'noText'],
    ['with a number that no database can hold', Buffer.from(anObservationFile([{ value: '1e99999' }])), 'noNumber'],
    ['with a row of megabytes', Buffer.from(anObservationFile([{}, { note: 'x'.repeat(3e6) }])), 'broken'],
    [
      'with a quotation mark that is open for megabytes',
      Buffer.from(`${anObservationFile([{}])}"${'x\n'.repeat(2e6)}`),
      'broken',
    ],
  ]
  for (const [name, text, fault] of strange)
    it(`${name} is refused with its line`, async () => {
      const attempt = await load(text)
      assert.ok(attempt.kind === 'refused')
      const [first] = attempt.refusal.faults ?? []
      assert.equal(first?.code, `statistics.fault.${fault}`)
      assert.ok(first?.at.line !== undefined)
      assert.deepEqual(await rowsThere(), [])
    })

  it('is loaded by whoever may load, and by nobody else', async () => {
    const attempt = await load(anObservationFile([{}]), {}, statisticsReader)
    assert.equal(attempt.kind === 'refused' && attempt.refusal.code, 'statistics.mayNotLoad')
  })

  it('I8: is stored once, and a later release of the same cell is a revision, whichever was loaded first', async () => {
    await load(anObservationFile([{ value: '90.6' }, { iso3: 'TON', value: '50' }], { vintage: '2025-12-08' }))
    await load(anObservationFile([{ value: '77.5' }, { iso3: 'NAM', value: '40' }], { vintage: '2025-04-15' }))
    const latest = (asOf: string) =>
      db.look(statistician, today, async (look) =>
        ((await latestOf(look.db, [use], Day.trusted(asOf))).get('USE|SEX=_T') ?? []).map(
          ({ area, published }) => `${area} ${published}`,
        ),
      )
    assert.deepEqual(await latest('2025-04-14'), [])
    assert.deepEqual(await latest('2025-04-15'), ['FJI 77.5', 'NAM 40'])
    assert.deepEqual(await latest('2026-01-01'), ['FJI 90.6', 'NAM 40', 'TON 50'])
    const revisions = await db.look(statistician, today, (look) =>
      revisionsOfCell(look.db, { ...use, area: 'FJI', year: 2020 }, always),
    )
    assert.deepEqual(
      revisions.map(({ published, release }) => [published, release]),
      [
        ['90.6', 1],
        ['77.5', 2],
      ],
    )
  })

  it('cannot be changed once it is loaded, even by a mistake in the program', async () => {
    await load(anObservationFile([{}]))
    for (const verb of ['update statistics.observation set year = 2021', 'delete from statistics.release']) {
      const cheat = db.work(statistician, today, (work) => work.db.run({ name: 'cheat', text: verb, values: [] }))
      await assert.rejects(cheat, /permission denied/)
    }
  })

  it('cannot hold a row with a value and a reason for none', async () => {
    const both = db.given(`insert into statistics.observation values
      ('SURVEY', 'USE', '', 'FJI', 2020, '2025-01-01', 1, 3, '3', null, 'withheld', 'PT', null, null, '', 'x', null)`)
    await assert.rejects(both, /value_or_reason/)
  })
})
