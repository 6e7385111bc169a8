import assert from 'node:assert/strict'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { operatorActor } from '#access'
import { Day } from '#kernel'
import { entriesOf, type TestDb, terminalOf, testDb } from '#platform/testing'
import { aFolder, anObservationFile } from '#statistics/testing'
import { features } from './features.ts'
import { linksIn } from './testing/links.ts'
import { type Ask, filledFrom, origin, servedOn } from './testing/served.ts'

const today = Day.trusted('2026-11-26')
const first = '2026-10-01'
const second = '2026-11-01'
const before = '2026-10-31'
const after = '2026-11-02'

const series = 'IT.NET.USER.ZS'
const cell = `series=${series}&breakdown=LOCATION%3D_T%3BSEX%3D_T`

/** The world and two economies; what is known of the last year comes to another value with the second release. */
const figures = (world: string, kenya: string, ghana: string): string =>
  anObservationFile(
    [
      ...[...Array(8).keys()].flatMap((at) => [
        { iso3: 'M49-world/001', year: `${2015 + at}`, value: `${41 + at}` },
        { iso3: 'KEN', year: `${2015 + at}`, value: `${20 + at}` },
        { iso3: 'GHA', year: `${2015 + at}`, value: `${30 + at}` },
      ]),
      { iso3: 'M49-world/001', year: '2023', value: world },
      { iso3: 'KEN', year: '2023', value: kenya },
      { iso3: 'GHA', year: '2023', value: ghana },
    ].map((row) => ({ ...row, series, location: '_T' })),
  )

/** None of them is where a projection from them comes to. */
const old = { world: '53.7', kenya: '33.6', ghana: '44.8' }
const now = { world: '62.8', kenya: '37.9', ghana: '47.3' }

let db: TestDb
let ask: Ask
const folder = aFolder({
  'first.csv': figures(old.world, old.kenya, old.ghana),
  'second.csv': figures(now.world, now.kenya, now.ghana),
})

beforeAll(async () => {
  db = await testDb()
  await filledFrom(db, 'content/itu', today, (step) => /\bpopulation\.csv/.test(step))
  const type = terminalOf(features['statistics']?.commands ?? [], today)
  for (const [file, day] of [
    ['first', first],
    ['second', second],
  ] as const)
    assert.equal(
      (await type(db, operatorActor, `statistics load ${folder.path}/${file}.csv --known-on=${day}`)).status,
      0,
    )
  ask = await servedOn(db, today)
})
afterAll(async () => {
  folder.remove()
  await db.close()
})

const on = (address: string, day: string): string => `${address}${address.includes('?') ? '&' : '?'}asof=${day}`

const textOf = async (address: string): Promise<string> => {
  const response = await ask(address)
  assert.equal(response.status, 200, address)
  const body = Buffer.from(await response.arrayBuffer())
  if (/\.xlsx(?:\?|$)/.test(address)) return [...(await entriesOf(body)).values()].join('\n')
  const isMarkup = /^(?:text\/html|image\/svg)/.test(response.headers.get('content-type') ?? '')
  // Of markup what can be read: a coordinate is no figure.
  return isMarkup ? body.toString().replaceAll(/<[^>]+>/g, ' ') : body.toString()
}

type Who = keyof typeof old
const target = '/editions/2028-2031/targets/2.1'
const places: readonly (readonly [place: string, who: Who, address: string, also?: 'revisions'])[] = [
  ['glance', 'world', '/en/'],
  ['glance of an economy', 'kenya', '/en/?area=KEN'],
  ['target', 'world', `/en${target}`],
  ['indicator', 'world', '/en/editions/2028-2031/indicators/2.1.a'],
  ['outlook', 'world', `/en/outlook/2028-2031/targets/2.1`],
  ['outlook of an economy', 'kenya', `/en/outlook/2028-2031/targets/2.1?area=KEN`],
  ['series', 'kenya', `/en/series/${series}`],
  ['series of an economy', 'kenya', `/en/series/${series}/KEN`],
  ['observation', 'kenya', `/en/observations?${cell}&area=KEN&year=2023`, 'revisions'],
  ['economy', 'kenya', '/en/areas/KEN'],
  ['explanation', 'kenya', `/en/explain?${cell}&group=M49-region%2F002&year=2023`],
  ['explorer', 'kenya', `/en/series?series=${series}&area=KEN,GHA`],
  ['explorer, lines', 'kenya', `/en/series?series=${series}&area=KEN,GHA&view=line`],
  ['explorer, dots', 'kenya', `/en/series?series=${series}&area=KEN,GHA&view=dots`],
  ['explorer, map', 'kenya', `/en/series?series=${series}&view=map`],
  ['chart of a target', 'world', `/en${target}/chart.svg`],
  ['chart of a series of an economy', 'kenya', `/en/series/${series}/KEN/chart.svg`],
  ['chart of an outlook', 'world', `/en/outlook/2028-2031/targets/2.1/chart.svg`],
  ...['csv', 'xlsx', 'json'].flatMap((kind) => [
    [`${kind} of the glance`, 'world', `/en/glance.${kind}`] as const,
    [`${kind} of a target`, 'world', `/en${target}/figures.${kind}`] as const,
    [`${kind} of a series`, 'kenya', `/en/series/${series}/figures.${kind}`] as const,
    [`${kind} of a series of an economy`, 'kenya', `/en/series/${series}/KEN/figures.${kind}`] as const,
  ]),
  ...['csv', 'xlsx', 'json'].flatMap((kind) => [
    [`${kind} of an economy`, 'kenya', `/en/areas/KEN/figures.${kind}`] as const,
    [`${kind} of the explorer`, 'kenya', `/en/series/figures.${kind}?series=${series}&area=KEN`] as const,
  ]),
  ...['line', 'map'].map(
    (view) =>
      [
        `picture of the explorer, ${view}`,
        'kenya',
        `/en/series/chart.svg?series=${series}&area=${view === 'map' ? '' : 'KEN,GHA'}&view=${view}`,
      ] as const,
  ),
  ['picture of an economy', 'kenya', '/en/areas/KEN/chart.svg'],
  ['frame of a target', 'world', `/en/embed${target}`],
  ['frame of an economy', 'kenya', '/en/embed/areas/KEN'],
  ['frame of the map', 'kenya', `/en/embed/series?series=${series}&view=map`],
  ['API, observations', 'kenya', `/api/v1/observations?series=${series}&area=KEN`],
  ['API, explanation', 'kenya', `/api/v1/aggregates/explanation?series=${series}&group=M49-region/002&year=2023`],
  ['API, statuses', 'world', '/api/v1/statuses?edition=2028-2031&element=target/2.1'],
  ['API, what if', 'world', '/api/v1/what-if?edition=2028-2031&element=target/2.1'],
]

/** Where a figure stands first; no part of a longer number is one. */
const placeOf = (text: string, figure: string): number =>
  text.search(new RegExp(`(?<![\\d.])${figure.replace('.', '\\.')}(?!\\d)`))

describe('Another day', () => {
  for (const [place, who, address, also] of places)
    it(`has the value that was known then: ${place}`, async () => {
      const [then, since] = [await textOf(on(address, before)), await textOf(on(address, after))]
      const [was, becomes] = [placeOf(then, old[who]), placeOf(then, now[who])]
      const [remains, is] = [placeOf(since, old[who]), placeOf(since, now[who])]
      assert.notEqual(was, -1, `no ${old[who]} before`)
      assert.notEqual(is, -1, `no ${now[who]} after`)
      if (also === 'revisions') {
        // What holds on the day is said first; below it every release has its line, with whether it was known.
        assert.ok(was < becomes && is < remains)
      } else {
        assert.equal(becomes, -1, `${now[who]} before it was known`)
        assert.equal(remains, -1, `${old[who]} after it was revised`)
      }
    })

  const isFile = (address: string): boolean => /\.(?:csv|xlsx|json|svg|png)\b/.test(address)
  const pages = places.flatMap(([place, , address]) =>
    isFile(address) || address.startsWith('/api') ? [] : ([[place, address]] as const),
  )

  for (const [place, address = ''] of pages)
    it(`is kept by every link and form: ${place}`, async () => {
      const html = await (await ask(on(address, before))).text()
      const links = linksIn(html, on(address, before))
      const without = links.flatMap(({ kind, address: to }) =>
        kind === 'link' && to !== null && new URL(to, origin).searchParams.get('asof') !== before ? [to] : [],
      )
      // A frame leads to its whole page, of the same day.
      if (address.startsWith('/en/embed/')) {
        assert.ok(links.some(({ kind, address: to }) => kind === 'link' && to?.includes(`asof=${before}`)))
        return assert.deepEqual(without, [])
      }
      // The one way back to today.
      assert.deepEqual(
        without,
        [...new URLSearchParams(address.split('?')[1])].length === 0 ? [address] : without.slice(0, 1),
      )
      assert.equal(new URL(without[0] ?? '', origin).pathname, address.split('?')[0])
      for (const [form] of html.matchAll(/<form\b.*?<\/form>/gs))
        assert.match(form, new RegExp(`name="asof"[^>]*value="${before}"`))
    })

  for (const [place, , address] of places.filter(([, , one]) => isFile(one)))
    it(`is in the name of the file: ${place}`, async () => {
      const named = async (day: string) =>
        (await ask(on(address, day), {}, 'HEAD')).headers.get('content-disposition') ?? ''
      assert.ok((await named(before)).includes(before))
      assert.ok(!(await named(today)).includes(before))
    })

  it('says nothing that is no number where nothing was known yet', async () => {
    for (const [place, address] of pages) {
      const response = await ask(on(address, '2025-04-01'))
      assert.ok([200, 400, 404].includes(response.status), place)
      assert.doesNotMatch(await response.text(), /\b(?:undefined|NaN|Infinity)\b/, place)
    }
  })

  it('is named by what programs are told', async () => {
    for (const day of [before, after]) {
      const { as_of: named, next } = (await (
        await ask(`/api/v1/observations?series=${series}&area=KEN&limit=2&asof=${day}`)
      ).json()) as { as_of: string; next: string }
      assert.deepEqual([named, new URL(next).searchParams.get('asof')], [day, day])
    }
  })
})
