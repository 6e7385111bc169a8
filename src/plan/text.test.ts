import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access/core'
import { Day } from '#kernel'
import { riverPlanFile } from '#plan/testing'
import { answeringOf, gathered, voices } from '#platform'
import { type TestDb, testDb } from '#platform/testing'
import { ErrorPage } from '#ui'
import { loadPlan } from './deeds/load-plan.ts'
import { plan } from './index.ts'

const today = Day.trusted('2026-11-26')
const origin = 'https://plan.example.org'
const answering = answeringOf(
  [plan],
  voices(),
  (trouble) => (say, language, here) => ErrorPage({ reply: trouble, say, language, here }) as never,
)

type Answer = { readonly status: number; readonly body: string; readonly to: string | null; readonly type: string }

const asking =
  (db: TestDb) =>
  async (address: string): Promise<Answer> => {
    const asked = answering.understood(new URL(address, origin), 'en', today)
    return db.look(publicActor, today, async (look) => {
      const answer = await answering.answered(look.db, publicActor, asked, today, origin)
      if (answer.kind === 'page') return { status: answer.status, body: answer.html, to: null, type: 'text/html' }
      if (answer.kind === 'go') return { status: 301, body: '', to: answer.to, type: '' }
      const { body, type } = answer
      const whole = typeof body === 'object' && Symbol.asyncIterator in body ? await gathered(body) : Buffer.from(body)
      return { status: 200, body: whole.toString(), to: null, type }
    })
  }

const loading = async (db: TestDb, file: string) => {
  const loaded = await db.work(operatorActor, today, (work) => loadPlan(work, { file, reason: 'a test' }))
  assert.equal(loaded.kind, 'done')
}

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')

describe('The text of a plan whose kinds are its own', () => {
  let db: TestDb
  let ask: ReturnType<typeof asking>
  beforeAll(async () => {
    db = await testDb()
    ask = asking(db)
  })
  afterAll(() => db.close())

  it('is said to be missing before anything is loaded', async () => {
    const { status, body } = await ask('/en/glossary')
    assert.equal(status, 404)
    assert.match(body, /No plan has been loaded yet/)
    await loading(db, riverPlanFile)
  })

  it('GET /editions/:edition shows every element in its printed order, kinds that nobody expected included (S3)', async () => {
    const { status, body } = await ask('/en/editions/2026-2029')
    assert.equal(status, 200)
    const ids = ['chapter/1', 'pillar/A', 'milestone/A.1', 'gauge/A.1.a', 'milestone/A.2', 'clause/1', 'cost/A']
    for (const id of ids) assert.ok(body.includes(`id="${id}"`), id)
    assert.ok(body.indexOf('id="milestone/A.1"') < body.indexOf('id="milestone/A.2"'))
  })

  it('GET /editions/:edition shows a bracket as an object that leads to the list of brackets (T2)', async () => {
    const { body } = await ask('/en/editions/2026-2029')
    assert.match(body, /<span class="br"><b>\[<\/b>and living<b>\]<\/b><a href="#bracket\/1"/)
    assert.ok(body.includes('<li id="bracket/1">'))
  })

  it('GET /editions/:edition takes an edition by its code whatever the case, and names those that there are', async () => {
    const { status, body } = await ask('/en/editions/2099')
    assert.equal(status, 404)
    assert.match(textOf(body), /There is no edition “2099”\. The editions are: 2022–2025, 2026–2029\./)
    assert.match(textOf(body), /2026–2029 · Draft decision of the Assembly \(2025\)/)
  })

  it('GET /editions/:edition says that an edition was not there yet on the day asked', async () => {
    const { status, body } = await ask('/en/editions/2022-2025?asof=2020-01-01')
    assert.equal(status, 404)
    assert.match(textOf(body), /exists from 30 June 2021\. You asked about 1 January 2020/)
  })

  it('GET /editions/:edition/:segment/:tail shows the plan’s own definition beside an element (S2)', async () => {
    const { body } = await ask('/en/editions/2026-2029/pillars/A')
    assert.ok(body.includes('/en/editions/2026-2029/terms/pillar'))
  })

  it('GET /editions/:edition/:segment/:tail marks the change of words between editions (S11)', async () => {
    const { body } = await ask('/en/editions/2026-2029/milestones/A.1')
    assert.match(body, /<del>.*everywhere.*<\/del>/)
    assert.match(body, /<ins>.*for nine in ten people.*<\/ins>/)
  })

  it('GET /editions/:edition/:segment/:tail says that a target prints no number, and what it can be held against (I6)', async () => {
    const { body } = await ask('/en/editions/2026-2029/milestones/A.2')
    assert.match(textOf(body), /no number/)
    assert.ok(body.includes('id="benchmark/new.weirs"'))
  })

  it('GET /editions/:edition/:segment/:tail says why a measure has no series (I1)', async () => {
    const { body } = await ask('/en/editions/2026-2029/gauges/A.2.a')
    assert.match(textOf(body), /Nobody collects it yet/i)
  })

  it('GET /editions/:edition/:segment/:tail shows a bracket on a page of its own', async () => {
    const { status, body } = await ask('/en/editions/2026-2029/brackets/1')
    assert.equal(status, 200)
    assert.match(textOf(body), /\[ ?and living ?\]/)
  })

  it('GET /editions/:edition/:segment/:tail sends another case of letters to the address of the element', async () => {
    assert.equal((await ask('/en/editions/2026-2029/Milestones/a.1')).to, '/editions/2026-2029/milestones/A.1')
  })

  it('GET /editions/:edition/:segment lists all of a kind, and is the page of a kind of which there is one', async () => {
    assert.match(textOf((await ask('/en/editions/2026-2029/milestones')).body), /Fish pass every weir/)
    assert.match(textOf((await ask('/en/editions/2026-2029/strategy')).body), /River strategy 2026-2029/)
  })

  it('GET /editions/:edition/:segment names a kind that there is not, with the nearest', async () => {
    const { status, body } = await ask('/en/editions/2026-2029/milestone')
    assert.equal(status, 404)
    assert.match(textOf(body), /nothing called “milestone”/)
    assert.ok(body.includes('href="/en/editions/2026-2029/milestones"'))
  })

  it('GET /:segment/:tail goes to the edition that is shown first when the number means one thing', async () => {
    assert.equal((await ask('/en/milestones/A.1')).to, '/editions/2026-2029/milestones/A.1')
    assert.equal((await ask('/en/milestones/A.2')).to, '/editions/2026-2029/milestones/A.2')
  })

  it('GET /:segment goes to the list, or to the one of its kind', async () => {
    assert.equal((await ask('/en/milestones')).to, '/editions/2026-2029/milestones')
    assert.equal((await ask('/en/strategy')).to, '/editions/2026-2029/strategy')
    assert.equal((await ask('/en/nowhere')).status, 404)
  })

  it('GET /findings lists what was found, by kind, edition and certainty', async () => {
    assert.ok((await ask('/en/findings')).body.includes('id="two-verbs"'))
    assert.ok(
      (await ask('/en/findings?kind=ambiguity&edition=2026-2029&certainty=open')).body.includes('id="two-verbs"'),
    )
    assert.ok(!(await ask('/en/findings?edition=2022-2025')).body.includes('id="two-verbs"'))
  })

  it('GET /findings names a question that is not understood', async () => {
    for (const question of ['kind=rumour', 'edition=1999', 'certainty=maybe'])
      assert.equal((await ask(`/en/findings?${question}`)).status, 400, question)
  })

  it('GET /glossary gives the definitions of both editions and who serves whom (S1)', async () => {
    const { body } = await ask('/en/glossary')
    assert.match(textOf(body), /Pillar/)
    assert.ok(body.includes('/en/editions/2022-2025/terms/pillar'))
  })

  it('marks as English what has no words in the language of the reader', async () => {
    const { body } = await ask('/ar/editions/2026-2029/milestones/A.2')
    assert.match(body, /<bdi lang="en" dir="ltr">Fish pass every weir<\/bdi>/)
  })

  it('lists every page, and each of them is there', async () => {
    const paths = await db.look(publicActor, today, (look) => plan.addresses?.(look.db) ?? Promise.resolve([]))
    for (const path of ['/', '/findings', '/glossary', '/editions/2026-2029', '/editions/2026-2029/milestones'])
      assert.ok(paths.includes(path), path)
    assert.equal(new Set(paths).size, paths.length)
    for (const path of paths) assert.equal((await ask(`/en${path}`)).status, 200, path)
  })

  const ndjson = 'application/x-ndjson'
  const files: readonly [name: string, address: string, type: string, holds: RegExp][] = [
    ['GET /editions/:edition/plan.json gives all of it', '2026-2029/plan.json', 'application/json', /"bracket\/1"/],
    [
      'GET /editions/:edition/plan.csv gives its elements',
      '2026-2029/plan.csv',
      'text/csv',
      /\r\n2026-2029,chapter\/1,/,
    ],
    ['GET /editions/:edition/findings.csv gives its findings', '2026-2029/findings.csv', 'text/csv', /two-verbs/],
    [
      'GET /editions/:edition/crosswalk.csv gives its crosswalk',
      '2022-2025/crosswalk.csv',
      'text/csv',
      /\r\nr1,chapter/,
    ],
    ['GET /editions/:edition/plan.ndjson gives an object a row', '2022-2025/plan.ndjson', ndjson, /^\{".*\}\n$/s],
    ['GET /editions/:edition/plan.xlsx gives a workbook', '2022-2025/plan.xlsx', 'application/vnd.openxml', /^PK/],
    [
      'GET /editions/:edition/findings.ndjson gives an object a row',
      '2026-2029/findings.ndjson',
      ndjson,
      /^\{".*\}\n$/s,
    ],
    [
      'GET /editions/:edition/findings.xlsx gives a workbook',
      '2022-2025/findings.xlsx',
      'application/vnd.openxml',
      /^PK/,
    ],
    [
      'GET /editions/:edition/crosswalk.ndjson gives an object a row',
      '2022-2025/crosswalk.ndjson',
      ndjson,
      /^\{".*\}\n$/s,
    ],
    [
      'GET /editions/:edition/crosswalk.xlsx gives a workbook',
      '2022-2025/crosswalk.xlsx',
      'application/vnd.openxml',
      /^PK/,
    ],
    [
      'GET /editions/:edition/findings.json gives its findings with notes',
      '2026-2029/findings.json',
      'application/json',
      /"notes":\{"source".*"rows":\[\n\{"id":/s,
    ],
    [
      'GET /editions/:edition/crosswalk.json gives its crosswalk with notes',
      '2022-2025/crosswalk.json',
      'application/json',
      /"rows":\[\n\{"id":"r1"/,
    ],
    [
      'GET /editions/:edition/:segment/:tail/element.json gives an element',
      '2026-2029/milestones/A.1/element.json',
      'application/json',
      /"address":"\/editions\/2026-2029\/milestones\/A.1"/,
    ],
    [
      'GET /editions/:edition/:segment/element.json gives the one of its kind',
      '2026-2029/strategy/element.json',
      'application/json',
      /"strategy"/,
    ],
  ]
  for (const [name, address, type, holds] of files)
    it(name, async () => {
      const file = await ask(`/en/editions/${address}`)
      assert.ok(file.type.startsWith(type), file.type)
      assert.match(file.body, holds)
    })
})

describe('The text of the plan that ships', () => {
  let db: TestDb
  let ask: ReturnType<typeof asking>
  beforeAll(async () => {
    db = await testDb()
    ask = asking(db)
    await loading(db, 'content/itu/plan.json')
  })
  afterAll(() => db.close())

  it('GET /:segment/:tail answers a number that was used for two things with the choice', async () => {
    const { status, body } = await ask('/en/targets/2.1')
    assert.equal(status, 200)
    const text = textOf(body)
    assert.match(text, /“Target 2\.1” has named 2 different things over time/)
    assert.match(text, /merged/)
    for (const edition of ['2024-2027', '2028-2031'])
      assert.ok(body.includes(`href="/en/editions/${edition}/targets/2.1"`))
  })

  it('GET /:segment/:tail goes to the page of a number that was only used once', async () => {
    assert.equal((await ask('/en/targets/2.7')).to, '/editions/2028-2031/targets/2.7')
    assert.equal((await ask('/en/targets/1.1')).to, '/editions/2028-2031/targets/1.1')
  })

  const sentences: readonly [language: string, sentence: RegExp][] = [
    ['en', /There is no target 2\.8 in the edition 2028–2031\. Goal 2 has 7: 2\.1 to 2\.7\./],
    ['fr', /L’édition 2028–2031 ne contient pas « cible 2\.8 »\. « But 2 » en compte 7 : de 2\.1 à 2\.7\./],
    ['zh', /2028–2031版中没有“具体目标2\.8”。“总体目标2”有7项：2\.1至2\.7。/],
  ]
  for (const [language, sentence] of sentences)
    it(`names in ${language} exactly what is not there, and offers the nearest`, async () => {
      const { status, body } = await ask(`/${language}/editions/2028-2031/targets/2.8`)
      assert.equal(status, 404)
      assert.match(textOf(body), sentence)
      assert.ok(body.includes(`href="/${language}/editions/2028-2031/targets/2.7"`))
    })

  const strange: readonly [address: string, sentence: RegExp][] = [
    [
      '/en/editions/2028-2031/vision/second',
      /There is no vision second in the edition 2028–2031\. It has 1 under “Visions”/,
    ],
    ['/en/editions/2024-2027/brackets/1', /There is no square bracket 1 in the edition 2024–2027\. It has 0/],
    ['/en/editions/2028-2031/offerings/nine', /There is no product and service offering nine/],
    ['/en/targets/9.9', /There is no target 9\.9 in the edition 2028–2031\. It has 14/],
    ['/en/editions/2028/targets/1.1', /There is no edition “2028”/],
  ]
  for (const [address, sentence] of strange)
    it(`says at ${address} what is not there`, async () => {
      const { status, body } = await ask(address)
      assert.equal(status, 404)
      assert.match(textOf(body), sentence)
    })

  it('keeps the whole edition below 60 kB as it travels', async () => {
    const { gzipSync } = await import('node:zlib')
    for (const edition of ['2024-2027', '2028-2031'])
      assert.ok(gzipSync((await ask(`/ar/editions/${edition}`)).body).length < 60_000, edition)
  })

  it('writes no cell that a spreadsheet would take for a formula', async () => {
    for (const file of ['plan', 'findings', 'crosswalk']) {
      const { body } = await ask(`/en/editions/2028-2031/${file}.csv`)
      assert.doesNotMatch(body, /(?:^|[,\n])"?[=@+]/)
      assert.ok(!body.startsWith('\ufeff'))
    }
  })
})
