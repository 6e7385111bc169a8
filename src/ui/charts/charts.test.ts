import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type Language, languages } from '#kernel'
import { voices } from '#platform'
import { assertGolden } from '#platform/testing'
import { AheadChart } from './ahead-chart.tsx'
import { chartsIn } from './charts-in.ts'
import { dodged } from './dodge.ts'
import { DotPile } from './dot-pile.tsx'
import { type Point, tickWords, valueScale, yearTicks } from './drawing.tsx'
import { GapChart } from './gap-chart.tsx'
import { LineChart, type LineChartProps } from './line-chart.tsx'
import { joinOf } from './observed.tsx'
import { Bar, Spark, Strip } from './spark.tsx'
import { standaloneSvg } from './standalone.ts'

const say = voices()
const percent = { kind: 'percent' } as const

/** Everything awkward at once: a bound at each end, missing years, an estimate, a break. */
const awkward: readonly Point[] = [
  { year: 2010, value: '0.5', bound: '<' },
  { year: 2011, value: '4.1' },
  { year: 2012, value: '6.0' },
  { year: 2015, value: '12.5' },
  { year: 2016, value: '31.0', breakBefore: 'another question' },
  { year: 2017, value: '36.2', estimate: true },
  { year: 2018, value: '41.0' },
  { year: 2023, value: '95', bound: '>' },
]

const chart = (language: Language, some: Partial<LineChartProps> = {}): string =>
  String(
    LineChart({
      id: 'use',
      title: 'People who use it',
      points: awkward,
      scale: percent,
      benchmark: { value: '95', year: 2031, label: '95', about: 'read' },
      context: [
        {
          label: 'World',
          points: [
            { year: 2012, value: '30' },
            { year: 2023, value: '67.4' },
          ],
        },
      ],
      say: say[language],
      language,
      ...some,
    }),
  )

describe('A line chart', () => {
  for (const only of ['wide', 'narrow'] as const)
    it(`is what it was, in its ${only} drawing`, () =>
      assertGolden(chart('en', { only }), `src/ui/charts/golden/line-${only}.svg`))

  it('is what it was in Arabic: time from left to right, words from right to left', () =>
    assertGolden(chart('ar', { only: 'wide' }), 'src/ui/charts/golden/line-arabic.svg'))

  it('is what it was with everything that may come', () =>
    assertGolden(
      chart('fr', {
        only: 'wide',
        bands: [
          {
            level: 80,
            points: [
              { year: 2024, low: '60', high: '80' },
              { year: 2031, low: '70', high: '92' },
            ],
          },
          {
            level: 95,
            points: [
              { year: 2024, low: '55', high: '85' },
              { year: 2031, low: '60', high: '97' },
            ],
          },
        ],
        centre: [
          { year: 2024, value: '70' },
          { year: 2031, value: '84' },
        ],
        required: { from: { year: 2023, value: '67' }, to: { year: 2031, value: '95' }, label: '3,5' },
      }),
      'src/ui/charts/golden/line-projected.svg',
    ))

  it('has both drawings on a page, each with its own title and description', () => {
    const ids = [...chart('en').matchAll(/ id="([^"]+)"/g)].map((found) => found[1])
    assert.deepEqual(ids, ['use-wide-t', 'use-wide-d', 'use-narrow-t', 'use-narrow-d'])
  })

  it('says what it shows in every language, with the years that are missing', () => {
    for (const language of languages) assert.match(chart(language), /<desc id="use-wide-d">[^<]*(6|шесть)[^<]*<\/desc>/)
  })

  it('stands without a single point', () => {
    assert.match(chart('en', { points: [], context: [] }), /No value was observed/)
  })

  it('stands with one point, and shows it', () => {
    assert.match(chart('en', { points: [{ year: 2020, value: '4' }], context: [] }), /One value: 4% in 2020/)
  })

  const joins: readonly [name: string, one: Point, next: Point, join: string][] = [
    ['neighbours with a line', { year: 1, value: '1' }, { year: 2, value: '2' }, 'line'],
    ['what lies apart with dots', { year: 1, value: '1' }, { year: 3, value: '2' }, 'dots'],
    [
      'a bound with dots, since its height is not known',
      { year: 1, value: '1', bound: '<' },
      { year: 2, value: '2' },
      'dots',
    ],
    ['nothing over a break', { year: 1, value: '1' }, { year: 2, value: '2', breakBefore: 'new' }, 'none'],
  ]
  for (const [name, one, next, join] of joins) it(`joins ${name}`, () => assert.equal(joinOf(one, next), join))
})

describe('An axis', () => {
  it('of per cent goes from 0 to 100, whatever is drawn', () => {
    assert.deepEqual(valueScale(percent, ['3', '7'], [0, 100]).at.domain(), [0, 100])
  })
  it('of anything else starts at zero and ends at a round number', () => {
    assert.deepEqual(valueScale({ kind: 'plain' }, ['1234', '8890'], [0, 100]).at.domain(), [0, 10000])
    assert.deepEqual(valueScale({ kind: 'plain' }, ['-3', '-1'], [0, 100]).at.domain(), [-3, 0])
  })
  it('has the unit once, at the top', () => {
    assert.deepEqual(tickWords('fr', percent, [0, 25, 50]), ['0', '25', '50\u202f%'])
  })
  it('has no year that would stand on one that must be there', () => {
    const at = (year: number) => (year - 2005) * 10
    assert.deepEqual(yearTicks(at, [2005, 2031], [2005, 2031, 2023], 5, 40), [2005, 2010, 2015, 2023, 2031])
  })
})

describe('Labels at the ends of lines', () => {
  it('make room for each other and stay inside', () => {
    const heights = dodged(
      [98, 100, 99].map((y) => ({ label: String(y), x: 0, y })),
      14,
      [0, 110],
    ).map(({ label, y }) => [label, y])
    assert.deepEqual(heights, [
      ['98', 82],
      ['99', 96],
      ['100', 110],
    ])
  })
})

describe('A strip', () => {
  const values = Array.from({ length: 213 }, (_, index) => String(index / 2.2))
  const strip = String(Strip({ name: 'Use', values, scale: percent, say: say.en, language: 'en' }))
  it('is one path for all economies, and less than 3 kB', () => {
    assert.equal(strip.match(/<path/g)?.length, 3)
    assert.ok(strip.length < 3000, `${strip.length} bytes`)
  })
  it('is told to those who listen', () => assert.match(strip, /aria-label="Use: 213 economies, one stroke each"/))
})

describe('A small line', () => {
  it('leaves out what lies before its years and says its first and last value', () => {
    const spark = String(
      Spark({ name: 'Use', points: awkward, scale: percent, years: [2015, 2031], say: say.en, language: 'en' }),
    )
    assert.match(spark, /aria-label="Use: 12.5% in 2015, &gt;95% in 2023"/)
    assert.doesNotMatch(spark, /M-/)
  })

  it('has its bands after it, the wide one first, and the words that it is given', () => {
    const bands = ([80, 95] as const).map((level) => ({
      level,
      points: [
        { year: 2023, low: '95', high: '95' },
        { year: 2031, low: '90', high: '99' },
      ],
    }))
    const shared = { name: 'Use', points: awkward, scale: percent, years: [2015, 2031] as const, say: say.en }
    const spark = String(Spark({ ...shared, bands, words: 'from 90 to 99', language: 'en' }))
    assert.match(spark, /aria-label="from 90 to 99"/)
    assert.ok(spark.indexOf('b95') < spark.indexOf('b80'))
    assert.ok(spark.indexOf('b80') < spark.indexOf('class="obs"'))
  })
})

describe('A bar', () => {
  it('is nothing when the whole is nothing', () => assert.match(String(Bar({ value: '0', of: '0' })), /width="0"/))
})

describe('A pile of dots and a chart of gaps', () => {
  for (const [size, limit] of [
    ['wide', 95],
    ['narrow', 95],
    ['wide', 50],
    ['narrow', 33.3],
  ] as const)
    it(`part at the line of a limit of ${limit}, so that nothing stands on the wrong side of it (${size})`, () => {
      const dots = [limit - 0.4, limit].map((value) => ({
        value: String(value),
        tone: value < limit ? ('plain' as const) : ('strong' as const),
      }))
      const html = String(
        DotPile({
          id: 'pile',
          title: 'Economies',
          only: size,
          dots,
          scale: percent,
          limit: { value: String(limit), label: 'limit' },
          say: say.en,
          language: 'en',
        }),
      )
      const x = (pattern: RegExp) => Number(pattern.exec(html)?.[1])
      const line = x(/class="tgt" d="M([\d.]+)/)
      assert.ok(x(/p-plain"[^>]* d="M([\d.]+)/) < line)
      assert.ok(x(/p-strong"[^>]* d="M([\d.]+)/) > line)
    })

  it('draw the mark of a standing in place of a dot, the best below, and a second line in the accent', () => {
    const html = String(
      DotPile({
        id: 'pile',
        title: 'Economies',
        only: 'wide',
        dots: (['na', 'unlikely', 'met'] as const).map((standing) => ({ value: '40', standing })),
        scale: percent,
        limit: { value: '95', label: 'needed' },
        own: { value: '30', label: 'made' },
        say: say.en,
        language: 'en',
      }),
    )
    const height = (standing: string) => Number(new RegExp(`href="#m-${standing}"[^>]* y="([\\d.]+)"`).exec(html)?.[1])
    assert.ok(height('met') > height('unlikely') && height('unlikely') > height('na'))
    assert.doesNotMatch(html, /class="pile/)
    assert.match(html, /class="mid" d="M[\d.]+ 28V/)
    assert.match(html, /class="ac halo"[^>]*>made</)
  })

  it('are what they were', () => {
    assertGolden(
      String(
        DotPile({
          id: 'pile',
          title: 'Economies',
          only: 'narrow',
          dots: [{ value: '2' }, { value: '3', tone: 'strong' }, { value: '100', tone: 'accent' }],
          scale: percent,
          limit: { value: '95', label: '95' },
          say: say.en,
          language: 'en',
        }),
      ),
      'src/ui/charts/golden/pile.svg',
    )
    assertGolden(
      String(
        GapChart({
          id: 'gap',
          title: 'Women and men',
          only: 'wide',
          rows: [
            { label: 'Kenya', one: '31.2', other: '46.9' },
            { label: 'Fiji', one: '50', other: null },
          ],
          names: { one: 'Women', other: 'Men' },
          scale: percent,
          decimals: 1,
          say: say.en,
          language: 'en',
        }),
      ),
      'src/ui/charts/golden/gap.svg',
    )
  })
})

describe('A line over steps', () => {
  const points = [80, 81.5, 76].map((value, at) => ({ year: at + 1, value: String(value) }))
  const drawn = (language: Language): string =>
    String(
      AheadChart({
        id: 'ahead',
        title: 'Inside',
        desc: 'By steps',
        line: { label: 'one', points },
        beside: [
          { label: 'other', points: points.map((one) => ({ ...one, value: '95' })) },
          { label: 'third', points },
        ],
        wideOnly: ['third'],
        rules: ['80', '97'],
        scale: percent,
        decimals: 0,
        steps: 'Years ahead',
        language,
      }),
    )

  it('names its lines, counts its steps, and draws what it is held against with its figure', () => {
    const [wide = '', narrow = ''] = drawn('en').split('<svg class="narrow"')
    assert.match(wide, /one 76%/)
    assert.match(wide, /other 95%/)
    assert.match(wide, />Years ahead</)
    assert.match(wide, />1<[\s\S]*>2<[\s\S]*>3</)
    assert.match(wide, />80%</)
    assert.match(wide, /third/)
    assert.doesNotMatch(narrow, /third/)
  })

  it('leaves out the figure of a rule that would touch one of the axis', () => {
    assert.doesNotMatch(drawn('en'), />97%</)
    assert.equal([...drawn('en').matchAll(/class="lim"/g)].length, 4)
  })
})

describe('A chart that leaves the page', () => {
  const file = standaloneSvg(
    { toString: () => chart('en', { only: 'wide' }) },
    { heading: 'Use & more', source: 'Source: a register', language: 'en' },
  )
  it('is a file of its own: no class, no style, no variable is left', () => {
    assert.match(file, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    assert.doesNotMatch(file, / class=|style|var\(/)
  })
  it('carries its title, its source and white ground', () => {
    assert.match(file, /Use &amp; more/)
    assert.match(file, /Source: a register/)
    assert.match(file, /fill="#fff"/)
  })
  it('has no attribute twice', () => {
    for (const [, attributes = ''] of file.matchAll(/<[a-z]+((?: [^<>]*?)?)\/?>/g)) {
      const names = [...attributes.matchAll(/ ([a-zA-Z-]+)="/g)].map((found) => found[1])
      assert.equal(new Set(names).size, names.length, attributes)
    }
  })

  const node = { toString: () => chart('zh', { only: 'wide' }) }
  const textsOf = (svg: string): readonly (readonly [string, string])[] =>
    [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, how = '', words = '']) => [how, words])

  it('writes a long caption in lines that fit, also where its language has no spaces', () => {
    const words = '所用名称及数据的呈现方式不意味着对任何国家、领土、城市或地区或其当局的法律地位表示任何意见。'.repeat(
      5,
    )
    const lines = textsOf(standaloneSvg(node, { source: words, language: 'zh' })).filter(
      ([, one]) => words.includes(one) && one.length > 4,
    )
    assert.ok(lines.length > 2)
    assert.equal(lines.map(([, one]) => one).join(''), words)
    for (const [, one] of lines) {
      assert.ok(one.length * 12.3 <= 860, one)
      assert.doesNotMatch(one, /^[、。]/)
    }
  })

  it('writes a long heading in lines, each at its own height', () => {
    const heading = 'A series whose name is as long as those of custodians are, '.repeat(4).trim()
    const lines = textsOf(standaloneSvg(node, { heading, language: 'en' })).filter(([how]) =>
      how.includes('font-size="17px"'),
    )
    assert.equal(lines.map(([, one]) => one).join(' '), heading)
    assert.equal(new Set(lines.map(([how]) => / y="(-?[\d.]+)"/.exec(how)?.[1])).size, lines.length)
  })

  it('keeps at the right edge of an Arabic picture the direction of each line: Arabic from the right, other letters from the left', () => {
    const lines = textsOf(
      standaloneSvg(node, { source: ['نقطة لكل اقتصاد', 'World Bank. CC BY 4.0.'], language: 'ar' }),
    )
    const how = (start: string): string => lines.find(([, one]) => one.startsWith(start))?.[0] ?? ''
    assert.match(how('نقطة'), /direction="rtl"/)
    assert.match(how('World'), /text-anchor="end"/)
    assert.doesNotMatch(how('World'), /direction/)
  })

  it('is found on its page by its name, with its title and what stands under it in words', () => {
    const figure = `<figure class="fig">${chart('en')}<figcaption><b>Bold</b>Under it &amp; <bdi>2,5</bdi></figcaption></figure>`
    const [found, ...others] = chartsIn({ toString: () => `<p></p>${figure}<figure class="fig"></figure>` })
    assert.deepEqual(others, [])
    assert.deepEqual(
      [found?.id, found?.title, found?.caption],
      ['use', 'People who use it', ['Under it & \u20682,5\u2069']],
    )
    assert.match(String(found?.drawing('wide')), /^<svg class="wide"[\s\S]*<\/svg>$/)
    assert.doesNotMatch(String(found?.drawing('wide')), /narrow/)
    assert.match(String(found?.drawing()), /class="wide"[\s\S]*class="narrow"/)
  })
})
