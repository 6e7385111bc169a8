import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { visitorOf } from '#platform/testing'
import { aContentFolder, aDbWith, anObservationFile, statisticsReader } from '#statistics/testing'
import { statistics } from './index.ts'

const visit = visitorOf([statistics], statisticsReader, Day.trusted('2026-11-26'))

describe('Feeds of statistics', () => {
  const folder = aContentFolder([
    ['early.csv', '2020-05-01', anObservationFile([{ value: '77.5' }, { iso3: 'TON', value: '50' }])],
    ['late.csv', '2024-06-01', anObservationFile([{ value: '90.6' }, { year: '2021', value: '91' }])],
  ])
  const db = aDbWith(folder)

  const entries = async (address: string): Promise<readonly string[]> => {
    const [status, body] = await visit(db, address)
    assert.equal(status, 200, body)
    assert.match(body, /^<\?xml[^>]*\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="/)
    return body.split('<entry>').slice(1)
  }

  it('GET /releases/feed.atom has every release, the newest first', async () => {
    const [late, early, ...more] = await entries('/en/releases/feed.atom')
    assert.match(late ?? '', /\/en\/releases\/2<\/id>.*statistics\.feed\.releaseSays 2024-06-01 2 0/)
    assert.match(early ?? '', /\/en\/releases\/1</)
    assert.equal(more.length, 0)
  })

  it('GET /series/:code/feed.atom says what each release brought and revised', async () => {
    const [late, early] = await entries('/fr/series/USE/feed.atom')
    assert.match(late ?? '', /statistics\.feed\.change Use \(fr\) 1 1</)
    assert.match(early ?? '', /statistics\.feed\.change Use \(fr\) 2 0</)
    assert.equal((await entries('/fr/series/USE/feed.atom?asof=2021-01-01')).length, 1)
    assert.equal((await visit(db, '/fr/series/USA/feed.atom'))[0], 404)
  })

  it('GET /areas/:area/feed.atom says the same of one economy', async () => {
    assert.equal((await entries('/en/areas/TON/feed.atom')).length, 1)
    assert.equal((await entries('/en/areas/FJI/feed.atom')).length, 2)
    assert.equal((await visit(db, '/en/areas/XXX/feed.atom'))[0], 404)
  })

  it('are named on the pages that they are about', async () => {
    assert.match(
      (await visit(db, '/fr/series/USE'))[1],
      /type="application\/atom\+xml"[^>]*href="\/fr\/series\/USE\/feed\.atom"/,
    )
    assert.match((await visit(db, '/fr/areas/FJI'))[1], /href="\/fr\/areas\/FJI\/feed\.atom"/)
  })
})

describe('The page of a series', () => {
  const folder = aContentFolder([['early.csv', '2020-05-01', anObservationFile([{ value: '77.5' }])]])
  const db = aDbWith(folder)

  it('says to search engines that it is a data set, whose and under which licence', async () => {
    const [, html] = await visit(db, '/ar/series/USE')
    const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
    const about = JSON.parse(block) as Record<string, unknown>
    assert.deepEqual([about['@type'], about['identifier'], about['inLanguage']], ['Dataset', 'USE', 'ar'])
    assert.equal(about['url'], 'https://plan.example.org/ar/series/USE')
    assert.match(String(about['license']), /^https?:/)
    assert.equal((about['distribution'] as readonly unknown[]).length, 3)
  })
})
