import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import type { Language } from '#kernel'
import { voices } from '#platform'
import { type Multiple, Multiples, MultiplesDrawing } from './multiples.tsx'
import { standaloneSvg } from './standalone.ts'
import { stepOf, stepsOf, stepWords } from './steps.ts'
import { type Geometry, worldOf } from './world.ts'
import { type MapValue, WorldMap } from './world-map.tsx'

const say = voices()

const square = (west: number, south: number, size: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west, south + size],
      [west + size, south + size],
      [west + size, south],
      [west, south],
    ],
  ],
})

const world = worldOf([
  { code: 'AAA', geometry: square(-60, 0, 20) },
  { code: 'BBB', geometry: square(20, 0, 20) },
  { code: 'CCC', geometry: square(60, 40, 20) },
  { code: null, geometry: square(100, 0, 20) },
  { code: 'ICE', geometry: square(0, -85, 15) },
])

const value = (code: string, number: number, place: MapValue['place'] = null): MapValue => ({
  code,
  value: number,
  words: `${code} ${number}`,
  place,
})
const values = [value('AAA', 10), value('BBB', 90), value('ISL', 50, { latitude: 0, longitude: 0 })]
const map = (language: Language = 'en'): string =>
  String(
    WorldMap({
      id: 'map',
      title: 'Use',
      world,
      values,
      steps: stepsOf({ kind: 'percent' }, [10, 50, 90]),
      only: 'wide',
      say: say[language],
      language,
    }),
  )

/** The area inside a path of whole numbers, each step from the last point. */
const areaOf = (path: string): number => {
  const [, start = '', rest = ''] = /^m([-\d ]+)l([-\d ]+)z$/.exec(path) ?? []
  const numbers = [start, rest].flatMap((part) => [...part.matchAll(/-?\d+/g)].map(Number))
  let [x, y] = [0, 0]
  const points: [number, number][] = []
  for (let at = 0; at < numbers.length; at += 2) {
    ;[x, y] = [x + (numbers[at] ?? 0), y + (numbers[at + 1] ?? 0)]
    points.push([x, y])
  }
  const turns = points.map(([ax, ay], at) => {
    const [bx, by] = points[(at + 1) % points.length] ?? [0, 0]
    return ax * by - bx * ay
  })
  return Math.abs(turns.reduce((sum, one) => sum + one, 0)) / 2
}

describe('A map of the world', () => {
  it('is equal in area: what is twice as large is drawn twice as large, wherever it lies', () => {
    const [one = 0, , high = 0] = world.shapes.map(({ path }) => areaOf(path))
    const sphere = (south: number, north: number) =>
      Math.sin((north * Math.PI) / 180) - Math.sin((south * Math.PI) / 180)
    assert.ok(Math.abs(high / one - sphere(40, 60) / sphere(0, 20)) < 0.03)
  })

  it('leaves out what lies about the pole, and land without a code has no name', () => {
    assert.deepEqual(
      world.shapes.map(({ code }) => code),
      ['AAA', 'BBB', 'CCC', null],
    )
  })

  it('draws a shape the same, whichever way round its points are', () => {
    const { coordinates } = square(0, 0, 20)
    const turned = { type: 'Polygon', coordinates: [...coordinates].map((ring) => [...ring].reverse()) } as Geometry
    const area = (geometry: Geometry) =>
      areaOf(
        worldOf([
          { code: 'A', geometry },
          { code: 'B', geometry: square(90, 0, 20) },
        ]).shapes[0]?.path ?? '',
      )
    assert.ok(Math.abs(area(turned) / area(square(0, 0, 20)) - 1) < 0.01)
  })

  it('has five steps of one hue, hatching where there is no figure, and a circle where there is no shape', () => {
    const svg = map()
    assert.match(svg, /<path class="edge m1"[^>]*><title>AAA 10<\/title>/)
    assert.match(svg, /<path class="edge m5"[^>]*><title>BBB 90<\/title>/)
    assert.match(svg, /<circle class="spot m3"[^>]*><title>ISL 50<\/title>/)
    assert.equal(svg.match(/class="land"/g)?.length, 2)
    assert.match(svg, /&lt;20%[\s\S]*20–40%[\s\S]*≥80%[\s\S]*no figure/)
  })

  it('says what it shows to those who do not see it', () => {
    assert.match(map(), /<desc[^>]*>A map of the world\. 3 areas have a figure, one of them drawn as a circle; /)
    assert.match(map('ar'), /خريطة للعالم\. 3 مناطق لها رقم/)
  })

  it('leaves the page as a file with its hues and its hatching', () => {
    const svg = standaloneSvg({ toString: () => map() }, { heading: 'Use', source: 'Survey' })
    assert.doesNotMatch(svg, /class=|var\(/)
    assert.match(svg, /fill-opacity="0\.14"/)
    assert.match(svg, /<pattern id="map-wide-h"[\s\S]*fill="url\(#map-wide-h\)"/)
  })
})

describe('The steps of a map', () => {
  const cases: readonly [name: string, values: readonly number[], bounds: readonly number[]][] = [
    [
      'are fifths of the areas, at bounds that can be read aloud',
      [1, 12.34, 23.45, 34.56, 45.67, 56.78],
      [12, 23, 35, 46],
    ],
    ['are fewer where values are the same', [5, 5, 5, 5, 9], [5.8]],
    ['are none where all values are the same', [7, 7, 7], []],
    ['are none of nothing', [], []],
  ]
  for (const [name, numbers, bounds] of cases)
    it(name, () => assert.deepEqual(stepsOf({ kind: 'plain' }, numbers).bounds, bounds))

  it('take a value at a bound into the higher one, and the darkest hues first', () => {
    const percent = stepsOf({ kind: 'percent' }, [])
    assert.deepEqual(
      [0, 19.9, 20, 79.9, 80, 100].map((one) => stepOf(percent, one)),
      [1, 1, 2, 4, 5, 5],
    )
    assert.equal(stepOf(stepsOf({ kind: 'plain' }, [7, 7]), 7), 5)
  })

  it('are said with the signs of the language', () => {
    assert.deepEqual(stepWords('fr', { scale: { kind: 'plain' }, bounds: [0.5, 1200] }), [
      '<0,5',
      '0,5–1\u202f200,0',
      '≥1\u202f200,0',
    ])
  })
})

describe('Many small lines', () => {
  const one = (name: string, points: Multiple['points']): Multiple => ({ heading: name, name, points })
  const html = String(
    Multiples({
      multiples: [
        one('Fiji', [
          { year: 2018, value: '50' },
          { year: 2020, value: '77.5' },
        ]),
        one('Tonga', []),
      ],
      behind: [
        { year: 2018, value: '40' },
        { year: 2019, value: '45' },
      ],
      scale: { kind: 'percent' },
      decimals: 1,
      years: [2018, 2021],
      say: say.en,
      language: 'en',
    }),
  )

  it('leave the page as one drawing, five abreast, from right to left in Arabic', () => {
    const names = [
      'Brazil',
      'Fiji',
      'Kenya',
      'Tonga',
      'Vanuatu',
      'United Kingdom of Great Britain and Northern Ireland',
    ]
    const drawn = (language: Language): string =>
      standaloneSvg(
        MultiplesDrawing({
          id: 'lines',
          title: 'Use',
          multiples: names.map((name, nth) => one(name, [{ year: 2018 + (nth % 2), value: `${50 + nth}` }])),
          scale: { kind: 'percent' },
          decimals: 1,
          years: [2018, 2019],
          say: say[language],
          language,
        }) as { toString(): string },
        { heading: 'Use', language },
      )
    const placeOf = (svg: string, words: string): readonly number[] => {
      const found = new RegExp(`<text x="([\\d.]+)" y="([\\d.]+)"[^>]*>${words}`).exec(svg) ?? assert.fail(words)
      return [Number(found[1]), Number(found[2])]
    }
    const [english, arabic] = [drawn('en'), drawn('ar')]
    assert.ok((placeOf(english, 'Brazil')[0] ?? 0) < (placeOf(english, 'Fiji')[0] ?? 0))
    assert.ok((placeOf(arabic, 'Brazil')[0] ?? 0) > (placeOf(arabic, 'Fiji')[0] ?? 0))
    assert.ok((placeOf(english, 'United Kingdom')[1] ?? 0) > (placeOf(english, 'Vanuatu')[1] ?? 0))
    assert.match(english, />50\.0% \(2018\)</)
    assert.match(english, /Northern[^<]* …<|…</)
    assert.doesNotMatch(english, / class=|NaN/)
  })

  it('say whose each is, its last value with its year, and what is bridged', () => {
    assert.match(html, /Fiji[\s\S]*77\.5% <span class="u">2020/)
    assert.match(html, /class="miss"/)
    assert.match(html, /aria-label="Fiji: [^"]*50\.0% in 2018/)
  })
  it('have the same line grey behind each, also behind one without a figure', () =>
    assert.equal(html.match(/class="ctxl"/g)?.length, 2))
})
