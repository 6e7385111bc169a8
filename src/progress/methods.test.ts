import assert from 'node:assert/strict'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access/core'
import { Day } from '#kernel'
import { givenBy, printed } from '#platform'
import { entriesOf, sayKey, type TestDb, testDb, visitorOf } from '#platform/testing'
import { methodsFolder } from '#statistics/testing'
import { figure } from '#ui'
import { accuracyKept } from './accuracy-kept.ts'
import { calibrationInForce } from './calibrations.ts'
import { commands } from './commands.ts'
import { content } from './content.ts'
import { type BacktestRow, countedOf, labelSources, type NotAssessed, triedRow } from './core/index.ts'
import { progress } from './index.ts'
import { pastKept } from './past-kept.ts'

const reasons: readonly NotAssessed[] = [
  ...(['no-data', 'outside-scale', 'no-target', 'no-direction', 'target-year-passed'] as const),
  ...(['stale', 'too-few-observations', 'horizon-too-long', 'no-errors-known'] as const),
]
const today = Day.trusted('2026-11-26')
const visit = visitorOf([progress], publicActor, today)

describe('The pages about the methods', () => {
  let db: TestDb
  beforeAll(async () => {
    db = await testDb()
  })
  afterAll(() => db.close())

  const get = (address: string) => visit(db, address)
  const page = async (address: string): Promise<string> => {
    const [status, text] = await get(`/en${address}`)
    assert.equal(status, 200, text.slice(0, 500))
    return text
  }

  it('GET /methods says that there is nothing to show before a calibration was loaded', async () => {
    const [status, words] = await get('/en/methods')
    assert.equal(status, 404)
    assert.match(words, /progress\.notCalibrated/)
  })

  describe('with the first calibration', () => {
    beforeAll(async () => {
      const steps = await db.look(operatorActor, today, (look) => content(look, dirname(methodsFolder())))
      for (const { deed } of steps) await db.work(operatorActor, today, deed)
    })
    const kept = async () =>
      (await db.look(publicActor, today, (look) => accuracyKept(look.db, 1))) ?? assert.fail('no record')
    const points = (value: number, decimals: number) => figure('en', value.toFixed(9), decimals)

    it('GET /methods shows errors, bias, coverage, width, Brier score and skill of the record that is kept', async () => {
      const html = await page('/methods')
      const { accuracy } = await kept()
      const shown = (row: BacktestRow) => {
        if (row.scheme !== 'later-origins') return [points(row.mae, 2), points(Math.abs(row.bias), 1)]
        const shares = [row.coverage80 * 100, row.coverage95 * 100, row.width80, row.width95]
        return [...shares.map((one) => points(one, 1)), points(row.brier ?? 0, 3)]
      }
      const rows = accuracy.economies.filter(
        ({ method, scheme, band, years }) =>
          band === null &&
          /^(?:10|[1-9])$/.test(years) &&
          (scheme === 'other-economies'
            ? method !== 'linear-all'
            : scheme === 'later-origins' && method === 'combined'),
      )
      assert.ok(rows.length > 90)
      for (const row of rows)
        for (const words of shown(row)) assert.ok(html.includes(words), `${row.method} ${row.years}: ${words}`)
    })

    it('GET /methods puts first where the projections are weak, from the same record', async () => {
      const html = await page('/methods')
      assert.ok(html.indexOf('id="weak"') < html.indexOf('id="errors"'))
      assert.match(html, /progress\.weak\.hardly 7, 8</)
      assert.match(html, /progress\.weak\.none 9</)
      assert.match(html, /progress\.weak\.narrow 8 25–50%/)
      assert.match(html, /progress\.weak\.untested 10</)
    })

    it('GET /methods draws each chart twice and puts a table with a caption under it', async () => {
      const html = await page('/methods')
      const wide = [...html.matchAll(/<svg class="wide"/g)].length
      assert.equal(wide, [...html.matchAll(/<svg class="narrow"/g)].length)
      assert.ok(wide >= 7)
      assert.ok([...html.matchAll(/<caption>/g)].length >= wide - 1)
    })

    it('GET /methods names the calibration, and says when it is later than the day asked for', async () => {
      assert.match(await page('/methods'), /progress\.methods\.which 1 24 November 2026/)
      assert.match(await page('/methods?asof=2025-05-01'), /progress\.methods\.later 24 November 2026/)
    })

    it('GET /methods/accuracy.json is what progress backtest prints, of the same run', async () => {
      const command = commands.find(({ name }) => name === 'progress backtest') ?? assert.fail()
      const { given } = givenBy(command, [])
      assert.ok(command.kind === 'work')
      const answer = await db.work(operatorActor, today, (work) => command.answer(work, given))
      const said = JSON.parse(printed(answer, sayKey, true).lines.join('\n'))
      const { rows, notes } = JSON.parse(await page('/methods/accuracy.json'))
      const of = (part: string) => rows.filter((row: Record<string, string>) => row['part'] === part)
      for (const [part, kept] of [
        ['economies', 'economies'],
        ['groups', 'groups'],
        ['intervals of groups', 'groupIntervals'],
        ['intervals of other indicators', 'otherIndicators'],
      ] as const)
        assert.deepEqual(
          of(part).map(({ n, mae }: Record<string, number>) => [n, mae]),
          said[kept].map(({ n, mae }: Record<string, number>) => [n, mae]),
          part,
        )
      assert.match(notes.source, /progress\.methods\.which 1/)
    })

    it('GET /methods/accuracy.csv has every row of the record', async () => {
      const csv = (await page('/methods/accuracy.csv')).trim().split('\r\n')
      const { accuracy } = await kept()
      const { economies, groups, groupIntervals, otherIndicators } = accuracy
      assert.equal(csv.length, 1 + economies.length + groups.length + groupIntervals.length + otherIndicators.length)
      assert.ok(
        csv.some((row) =>
          row.startsWith(
            'economies,internet-use,combined,other-economies,1-5,,11648,4.018943,0.617953,0.808293,0.954069,12.692661,21.686842,0.166446,0.241364,0.204559,0.186321,',
          ),
        ),
      )
    })

    it('GET /methods/accuracy.ndjson has the same rows', async () => {
      const { economies, groups, groupIntervals, otherIndicators } = (await kept()).accuracy
      const lines = (await page('/methods/accuracy.ndjson')).trim().split('\n')
      assert.equal(lines.length, economies.length + groups.length + groupIntervals.length + otherIndicators.length)
      assert.equal(JSON.parse(lines[0] ?? '').part, 'economies')
    })

    it('GET /methods/accuracy.xlsx names the calibration in its notes', async () => {
      const files = await entriesOf(Buffer.from(await page('/methods/accuracy.xlsx'), 'latin1'))
      assert.match(files.get('xl/worksheets/sheet1.xml') ?? '', /progress\.column\.brierBaseRate/)
      assert.match(files.get('xl/worksheets/sheet2.xml') ?? '', /progress\.methods\.which 1 24 November 2026/)
    })

    it('GET /methods/chart.svg is any chart of the page by its name, with what stands under it and its calibration', async () => {
      const html = await page('/methods')
      const [first = '', ...others] = [...html.matchAll(/\/methods\/chart\.svg\?chart=([a-z-]+)/g)].map(
        ([, id]) => id ?? '',
      )
      assert.equal(first, 'errors-chart')
      assert.ok(others.length >= 5)
      for (const id of [first, ...others]) {
        const svg = await page(`/methods/chart.svg?chart=${id}`)
        assert.match(svg, /^<svg xmlns[\s\S]*progress\.methods\.which 1[\s\S]*progress\.chart\.madeHere/)
        assert.doesNotMatch(svg, / class=|var\(/)
      }
      const [status, words] = await get('/en/methods/chart.svg?chart=pie')
      assert.equal(status, 400)
      assert.match(words, /ui\.parameterNotUnderstood chart pie → .*chart=errors-chart/)
    })

    it('GET /methods/chart.png is a picture of it', async () => {
      assert.equal((await page('/methods/chart.png?chart=width-chart')).slice(1, 4), 'PNG')
    })

    it('GET /methods/past/chart.svg is any chart of the page as it was asked for', async () => {
      const html = await page('/methods/past?from=2015')
      const found = [...html.matchAll(/href="\/en(\/methods\/past\/chart\.svg\?[^"]*)"/g)].map(([, to = '']) =>
        to.replaceAll('&amp;', '&'),
      )
      assert.ok(found.length >= 2)
      for (const to of found) assert.match(await page(to), /^<svg xmlns[\s\S]*progress\.chart\.madeHere/)
      assert.equal((await get('/en/methods/past/chart.svg?from=1900'))[0], 400)
    })

    it('GET /embed/methods is any chart of the page in a frame, at both sizes', async () => {
      const html = await page('/embed/methods?chart=width-chart')
      assert.match(html, /<svg class="wide"[\s\S]*<svg class="narrow"[\s\S]*progress\.chart\.madeHere/)
      assert.match(html, /rel="canonical" href="[^"]*\/en\/methods"/)
      assert.match(await page('/methods'), /&lt;iframe src=&quot;[^&]*\/en\/embed\/methods\?chart=width-chart&quot;/)
      assert.equal((await get('/en/embed/methods?chart=pie'))[0], 400)
    })

    it('GET /embed/methods/past is any chart of the page in a frame, as it was asked for', async () => {
      const html = await page('/embed/methods/past?from=2015&chart=past-line')
      assert.match(html, /<svg class="narrow"/)
      assert.match(html, /rel="canonical" href="[^"]*\/en\/methods\/past\?[^"]*from=2015/)
    })

    it('GET /methods/past/chart.png is a picture of it', async () => {
      assert.equal((await page('/methods/past/chart.png?from=2015&chart=past-line')).slice(1, 4), 'PNG')
    })

    it('GET /methods/past counts what the record counts: all economies and all groups, from every origin tested', async () => {
      const { accuracy } = await kept()
      const standing =
        (await db.look(publicActor, today, (look) => calibrationInForce(look.db, today))) ?? assert.fail()
      const all = pastKept(standing, accuracy.indicator).filter(({ origin: from }) => from >= 2012)
      const same = (
        isGroup: boolean,
        ahead: number,
        row: { n: number; mae: number; coverage80: number; coverage95: number },
      ) => {
        const counted = countedOf(all.filter((one) => one.isGroup === isGroup && one.ahead === ahead)) ?? assert.fail()
        assert.equal(counted.n, row.n, `${ahead}`)
        assert.ok(Math.abs(counted.mae - row.mae) < 1e-6)
        assert.ok(Math.abs(counted.inside80 / counted.n - row.coverage80) < 1e-6)
        assert.ok(Math.abs(counted.inside95 / counted.n - row.coverage95) < 1e-6)
      }
      for (let ahead = 1; ahead <= 9; ahead += 1) {
        same(false, ahead, triedRow(accuracy, 'combined', 'later-origins', `${ahead}`) ?? assert.fail())
        const row = accuracy.groupIntervals.find(
          ({ indicator, of, on, years }) =>
            indicator === accuracy.indicator && of === 'all groups' && on === '2012' && years === `${ahead}`,
        )
        same(true, ahead, row ?? assert.fail())
      }
    })

    it('GET /methods/past shows what would have been said in a year beside what came, in a chart, counted and one by one', async () => {
      const html = await page('/methods/past?from=2015')
      assert.match(
        html,
        /progress\.past\.lede Internet|progress\.past\.lede progress\.indicator\.internet-use 2015 2022/,
      )
      assert.match(html, /<tr id="WLD">[\s\S]*44\.9–68\.6[\s\S]*progress\.landed\.inside80/)
      assert.match(html, /class="b95"[\s\S]*class="b80"[\s\S]*class="cen"/)
      assert.match(html, /class="pile p-accent"/)
      assert.match(html, /href="[^"]*from=2014"/)
      assert.match(html, /progress\.past\.vintage 24 November 2026/)
    })

    it('GET /methods/past draws the line of any economy, and takes other indicators of the calibration', async () => {
      assert.match(await page('/methods/past?from=2015&area=KEN'), /progress\.past\.line KEN 2015/)
      assert.match(await page('/methods/past?indicator=mobile-coverage-2g'), /mobile-coverage-2g/)
    })

    for (const [asked, value] of [
      ['indicator', 'weather'],
      ['from', '1900'],
      ['in', 'May'],
      ['area', 'XXX'],
    ])
      it(`GET /methods/past does not understand ${asked} ${value}`, async () => {
        const [status, words] = await get(`/en/methods/past?${asked}=${value}`)
        assert.equal(status, 400)
        assert.match(words, new RegExp(`ui.parameterNotUnderstood ${asked} ${value}`))
      })

    it('GET /methods/past/outcomes.csv has a row for each outcome, with where it landed', async () => {
      const csv = (await page('/methods/past/outcomes.csv?from=2015')).trim().split('\r\n')
      assert.match(csv.find((line) => line.startsWith('WLD,group,2015,2023,')) ?? '', /,inside80,own,/)
      assert.ok(csv.length > 1000)
    })

    it('GET /methods/past/outcomes.ndjson has the same rows, and is asked as the page is', async () => {
      const csv = (await page('/methods/past/outcomes.csv?from=2015')).trim().split('\r\n')
      const lines = (await page('/methods/past/outcomes.ndjson?from=2015')).trim().split('\n')
      assert.equal(lines.length + 1, csv.length)
      assert.equal(JSON.parse(lines.find((line) => line.includes('"WLD"')) ?? '').made_in, 2015)
      assert.equal((await get('/en/methods/past/outcomes.ndjson?from=1900'))[0], 400)
    })

    it('GET /methods/past/outcomes.xlsx leads to the page that it is from', async () => {
      const files = await entriesOf(Buffer.from(await page('/methods/past/outcomes.xlsx?from=2015'), 'latin1'))
      assert.match(files.get('xl/worksheets/sheet2.xml') ?? '', /\/en\/methods\/past\?[^<]*from=2015/)
    })

    it('GET /methods/past/outcomes.json holds the same outcomes, and the calibration that they come from', async () => {
      const csv = (await page('/methods/past/outcomes.csv?from=2015')).trim().split('\r\n')
      const json = JSON.parse(await page('/methods/past/outcomes.json?from=2015'))
      assert.equal(csv.length, 1 + json.rows.length)
      assert.equal(json.rows[0].made_in, 2015)
      assert.match(json.notes.source, /progress\.methods\.which 1/)
    })

    it('GET /methods/statuses says every rule in its order, every reason, the official labels and those of groups', async () => {
      const html = await page('/methods/statuses')
      const order = [...html.matchAll(/<tr id="rule-([a-z-]+)"/g)].map(([, rule]) => rule)
      assert.deepEqual(order.slice(0, 5), ['no-data', 'outside-scale', 'no-target', 'no-direction', 'met'])
      assert.deepEqual(order.slice(-4), ['away', 'likely', 'unlikely', 'uncertain'])
      for (const reason of reasons) assert.ok(order.includes(reason), reason)
      for (const { method, url, shown } of labelSources)
        assert.equal(html.includes(`id="${method}"`) && html.includes(`href="${url}"`), shown, method)
      assert.match(html, /≥ 0\.95<\/bdi> progress\.label\.on-track/)
      assert.match(html, /progress\.aggregate\.large-member-unobserved\.label/)
      assert.match(html, /progress\.statuses\.version 1[\s\S]*progress\.methods\.which 1 24 November 2026/)
    })

    it('GET /methods/calibrations lists each with who put it in force, whose errors it lends and its record', async () => {
      const html = await page('/methods/calibrations')
      assert.match(html, /progress\.calibrations\.lede 1 1/)
      assert.match(html, /<tr id="c1">[\s\S]*4\.02[\s\S]*80\.4[\s\S]*\+0\.16/)
      assert.match(html, /progress\.calibrations\.put 24 November 2026/)
      assert.match(html, /progress\.calibrations\.lends progress\.indicator\.internet-use 2/)
      assert.match(html, /mobile-coverage-4g[\s\S]*progress\.tried\.combined[\s\S]*1\.04/)
    })
  })
})
