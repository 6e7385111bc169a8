import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access/core'
import { Day, type Language, languages } from '#kernel'
import { plan, planInForce } from '#plan'
import { kindOf, pathOf } from '#plan/core'
import { answeringOf, voices } from '#platform'
import { statistics } from '#statistics'
import { aShippedDb } from '#statistics/testing'
import { content } from './content.ts'
import { progress } from './index.ts'

const today = Day.trusted('2026-11-26')
const origin = 'https://plan.example.org'
const trouble = (one: { readonly kind: string; readonly code?: string }) => () => one.code ?? one.kind
const voice = voices()
const spoken = answeringOf([statistics, plan, progress], voice, trouble as never)

/** The words of a part of a page, with the mark of a status as `[met]`. */
const wordsIn = (html: string): string =>
  html
    .replaceAll(/<use href="#m-([a-z]+)"[^>]*>/g, '[$1]')
    .replaceAll(/<\/?(?:bdi|b)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\u2066\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([).,;])/g, '$1')

const strange = /undefined|\bNaN\b|\[object |progress\.(?!md)[a-z]+\.[a-zA-Z]|Infinity/

describe('What is known of targets, on their pages and at a glance', () => {
  const db = aShippedDb(operatorActor, today, [statistics.content, plan.content, content])

  const get = async (path: string, language: Language = 'en'): Promise<readonly [number, string]> => {
    const asked = spoken.understood(new URL(`/${language}${path}`, origin), 'en', today)
    const answer = await db.look(publicActor, today, (look) =>
      spoken.answered(look.db, publicActor, asked, today, origin),
    )
    if (answer.kind === 'file')
      return [200, typeof answer.body === 'string' ? answer.body : await text(Readable.from(answer.body))]
    return answer.kind === 'page' ? [answer.status, answer.html] : [0, answer.kind]
  }
  const page = async (path: string, language: Language = 'en'): Promise<string> => {
    const [status, html] = await get(path, language)
    assert.equal(status, 200, `${path}: ${html.slice(0, 200)}`)
    assert.doesNotMatch(html, strange, `${language}${path}`)
    return html
  }
  const section = (html: string, id: string): string =>
    new RegExp(`<section[^>]* id="${id}">[\\s\\S]*?</section>`).exec(html)?.[0] ?? ''
  const row = (html: string, id: string): string =>
    new RegExp(`<tr id="${id}"[\\s\\S]*?</tr>`).exec(html)?.[0] ?? assert.fail(`no row ${id}`)

  it('plan.entry says what is known, what is expected and the status, and draws it with its table', async () => {
    const html = await page('/editions/2028-2031/targets/2.1')
    const text = wordsIn(section(html, 'outlook'))
    assert.match(text, /67\.4% in 2023\. For 2031, 74–92% is expected in four of five cases, with 83% at the centre/)
    assert.match(text, /reaching 95% is unlikely \[unlikely\] \(chance: under 5%\)/)
    assert.match(text, /required: 3\.5 points a year/)
    assert.match(text, /2030 in 2024–2027/)
    assert.match(text, /bands calibrated on this indicator/)
    // The row of the deadline: the chart's own values.
    assert.match(text, / 2031 67\.0 73\.8 82\.6 91\.5 98\.3 95\.0 /)
    assert.equal((section(html, 'outlook').match(/class="b80"/g) ?? []).length, 2, 'a wide and a narrow drawing')
    assert.match(wordsIn(section(html, 'pace')), /37% of the five-year paces .* \(590 windows of 119 economies\)/)
    assert.match(wordsIn(section(html, 'labels')), /UN method, 2022 on track fair progress 1\.22/)
    assert.match(wordsIn(section(html, 'labels')), /Two answers to one question\./)
    assert.match(
      wordsIn(section(html, 'benchmarks')),
      /at least 95% \(2031\).*the text prints no number.*100% \(2031\)/,
    )
  })

  it('plan.entry shows the benchmark, the measure and the line that the page was asked for', async () => {
    const literal = await page('/editions/2028-2031/targets/2.1?benchmark=literal')
    assert.match(wordsIn(section(literal, 'outlook')), /reaching 100% is unlikely/)
    const women = await page('/editions/2028-2031/targets/2.1?breakdown=LOCATION%3D_T%3BSEX%3DF')
    assert.doesNotMatch(wordsIn(section(women, 'outlook')), /67\.4%/)
  })

  it('plan.entry says the day of a calibration that is later than the day asked for', async () => {
    const html = await page('/editions/2024-2027/targets/1.7?asof=2025-06-01')
    assert.match(wordsIn(section(html, 'outlook')), /Calibrated on 24 November 2026, after the day asked for\./)
  })

  it('plan.entry gives every target and indicator of both editions a status or a reason', async () => {
    const ix = await db.look(operatorActor, today, async (look) => (await planInForce(look.db))?.ix ?? assert.fail())
    let nth = 0
    for (const { elements } of ix.plan.editions)
      for (const element of elements) {
        const { role } = kindOf(ix, element)
        if (role !== 'target' && role !== 'indicator') continue
        nth += 1
        // Each in one language, in turn, and every target in English as well.
        const inTurn = languages[nth % languages.length] ?? 'en'
        const asked = role === 'target' ? new Set<Language>(['en', inTurn]) : [inTurn]
        for (const language of asked) {
          const html = section(await page(pathOf(ix, element), language), 'outlook')
          const text = wordsIn(html)
          assert.match(text, /\[(?:met|likely|uncertain|unlikely|away|na)\]/, `${language} ${element.id}`)
          if (text.includes('[na]')) assert.ok(text.split('[na]')[1]?.trim().length ?? 0 > 15, `${element.id}: why`)
          if (html.includes('class="b80"')) assert.ok(html.includes(voice[language]('ui.chart.asTable')), element.id)
        }
      }
  }, 240_000)

  it('plan.targetRow says the status once, the interval, and why in a paragraph', async () => {
    const html = await page('/')
    const use = row(html, 'target-2.1')
    assert.equal((use.match(/#m-/g) ?? []).length, 1, 'one status')
    assert.match(wordsIn(use), /74–92% in 4 of 5 by 2031 · chance under 5%/)
    assert.match(wordsIn(use), /UN method, 2022: on track, but “fair progress” when the complement is counted/)
    assert.match(use, /<details><summary>Why<\/summary>/)
    assert.match(wordsIn(use), /From 67\.4% in 2023 to 95% by 2031, there are 27\.6 points to go in 8 years\./)
    assert.match(wordsIn(row(html, 'target-1.2')), /\[na\] not assessed no open series/)
    assert.doesNotMatch(html, /no row is called likely/)
  })

  it('plan.entryLine draws the line that a page shows, whose own drawing is then folded away; a gap is drawn beside it', async () => {
    const folded = (html: string) =>
      /<details><summary>The same line alone, and its table/.test(section(html, 'figures'))
    assert.equal(folded(await page('/editions/2028-2031/targets/2.1')), true)
    const html = await page('/editions/2024-2027/targets/2.1')
    assert.equal(folded(html), false, 'the gap is another line')
    assert.match(
      wordsIn(section(html, 'outlook')),
      /gap between women and men, world: 4\.0 points in 2023, computed here/,
    )
    assert.match(wordsIn(section(html, 'outlook')), /As a ratio.*0\.93 in 2023/)
    assert.match(section(html, 'outlook'), />points<\/text>/)
  })

  it('plan.targetLine draws one small line with its bands in a row, and none of a gap in place of the line', async () => {
    const html = await page('/')
    const drawings = (id: string) => (row(html, id).match(/class="spark"/g) ?? []).length
    assert.deepEqual(['target-1.1', 'target-1.3', 'target-2.1'].map(drawings), [1, 1, 1])
    assert.match(
      row(html, 'target-2.1'),
      /0\.7% in 2005|aria-label="[^"]*67\.4% in 2023[^"]*from 74% to 92% expected by 2031/,
    )
    assert.match(row(html, 'target-2.1'), /class="b95".*class="b80"/)
    const gap = row(await page('/?edition=2024-2027'), 'target-2.1')
    assert.match(wordsIn(gap), /67\.4 .*women and men: 4\.0 points apart in 2023, computed here/)
    assert.doesNotMatch(gap, /class="b80"/)
  })

  it('plan.targetRow tells a file of a glance the status, the interval, the chance as a range, and the reason', async () => {
    const [, csv] = await get('/glance.csv?edition=2024-2027')
    const [heads = '', ...rows] = csv.trim().split('\r\n')
    const columns = heads.split(',')
    assert.equal(columns.filter((one) => one === 'not_assessed_because').length, 1)
    const told = JSON.parse((await get('/glance.json?edition=2024-2027'))[1])
    const standings = told.rows as readonly Record<string, unknown>[]
    assert.equal(rows.length, standings.length)
    const of = (number: string) => standings.find((one) => one['number'] === number) as Record<string, unknown>
    assert.deepEqual(
      [of('1.7')['status'], of('1.7')['chance'], of('1.7')['projected_year']],
      ['unlikely', '<5 %', 2030],
    )
    assert.deepEqual([of('2.1')['status_of'], of('2.1')['not_assessed_because']], ['gap: sex, difference', null])
    assert.deepEqual([of('1.5')['status'], of('1.5')['not_assessed_because']], ['not assessed', 'not-aggregated'])
    assert.match(csv, /,unlikely,line,95,67\.4,2023,2030,7\d\.\d+,/)
  })

  it('plan.targetRow follows the area and the benchmark that the page was asked for', async () => {
    assert.match(wordsIn(row(await page('/?read=literal'), 'target-2.1')), /to 100% by 2031/)
    const kenya = await page('/?area=KEN')
    assert.match(wordsIn(row(kenya, 'target-1.1')), /\[met\] met/)
    const africa = row(await page('/?area=M49-region%2F002'), 'target-2.1')
    assert.match(wordsIn(africa), /40\.5 % in 2023 computed here .*49–72% in 4 of 5 by 2031/)
    assert.deepEqual((await get('/?area=nowhere'))[0], 400)
  })

  it('plan.glanceHead leads the heading with how many can be assessed, of one goal where it is asked for, and says that of another day', async () => {
    const heading = async (address: string) =>
      wordsIn(/<h1[^>]*>[\s\S]*?<\/h1>/.exec(await page(address))?.[0] ?? '').trim()
    assert.equal(await heading('/'), 'Fourteen targets for 2031. Two can be assessed today.')
    assert.equal(await heading('/?edition=2024-2027'), 'Twelve targets for 2030. Three can be assessed today.')
    assert.equal(await heading('/?goal=2'), 'Goal 2: 7 targets for 2031. One can be assessed today.')
    assert.match(await heading('/?asof=2026-11-25'), /Two can be assessed with what was known then\.$/)
  })

  it('plan.glance counts what can be assessed, and why the others can not, in every language', async () => {
    const mast = (html: string): string => wordsIn(/<div class="mast">[\s\S]*?<\/div>/.exec(html)?.[0] ?? '')
    const text = mast(await page('/'))
    assert.match(text, /Fourteen targets for 2031\. Two can be assessed today\./)
    assert.match(text, /12 cannot be assessed, because: 4 have no open series/)
    const reasons = /because: (.*?)\./.exec(text)?.[1] ?? ''
    const counted = [...reasons.matchAll(/\d+/g)].reduce((sum, [number]) => sum + Number(number), 0)
    assert.equal(counted, 12, reasons)
    assert.equal((text.match(/assessed/g) ?? []).length, 2, 'no count is said twice')
    for (const language of languages) assert.match(mast(await page('/', language)), /12/)
    const old = mast(await page('/?edition=2024-2027'))
    assert.match(old, /9 cannot be assessed/)
  })

  it('plan.areaRow says where each measure stands in an economy: status, number, interval, or the reason', async () => {
    const text = wordsIn(section(await page('/areas/KEN'), 'plan'))
    assert.match(
      text,
      /4G mobile network 97\.0 2022 .*? 8 of 55; 55 of 60 comparable .*?\[met\] met at least 95% by 2031/,
    )
    assert.match(
      text,
      /Individuals using the Internet 35\.0 .*?\[unlikely\] unlikely at least 95% by 2031 43–75% in 4 of 5 by 2031/,
    )
    assert.match(
      text,
      /mobile telephone 44\.8 2016 .*?\[na\] not assessed latest value for 2016, older than five years/,
    )
  })

  it('plan.areaRow says it of a group as well, in every language', async () => {
    for (const language of languages)
      assert.match(
        wordsIn(section(await page('/areas/M49-region/002', language), 'plan')),
        /\[(?:uncertain|unlikely)\]/,
      )
  })
})
