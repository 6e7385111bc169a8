import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { Day } from '#kernel'
import { atomIn, catalogueShape, datasetShape, structuredIn, visitorOf } from '#platform/testing'
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
    assert.equal(atomIn(body).self, `https://plan.example.org${address.replace(/\?.*/, '')}`)
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
    const about = structuredIn(html, datasetShape)
    assert.deepEqual([about.identifier, about.inLanguage, about.temporalCoverage], ['USE', 'ar', '2020/2020'])
    assert.equal(about.url, 'https://plan.example.org/ar/series/USE')
    assert.equal(about.dateModified, '2020-05-01')
    assert.deepEqual(
      about.distribution.map(({ contentUrl }) => contentUrl.replace('https://plan.example.org', '')),
      [...['csv', 'xlsx', 'json'].map((kind) => `/ar/series/USE/figures.${kind}`), '/api/v1/observations?series=USE'],
    )
  })

  it('says the same of one economy, as a part of the series', async () => {
    const about = structuredIn((await visit(db, '/en/series/USE/FJI'))[1], datasetShape)
    assert.deepEqual([about.identifier, about.spatialCoverage.name], ['USE/FJI', 'Fiji'])
    assert.equal(about.isPartOf['@id'], 'https://plan.example.org/en/series/USE')
  })

  it('is a part of a data set in the catalogue of all, which the page of sources is', async () => {
    const about = structuredIn((await visit(db, '/en/series/USE'))[1], datasetShape)
    const catalogue = structuredIn((await visit(db, '/en/sources'))[1], catalogueShape)
    assert.equal(about.includedInDataCatalog['@id'], catalogue['@id'])
    assert.ok(catalogue.dataset.some((one) => one['@id'] === about.isPartOf['@id']))
    assert.match(
      (await visit(db, '/en/sources'))[1],
      /type="application\/atom\+xml"[^>]*href="\/en\/releases\/feed\.atom"/,
    )
  })

  it('says nothing of figures that there are not', async () => {
    const [, html] = await visit(db, '/en/series/USE?asof=2019-01-01')
    const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
    assert.equal('temporalCoverage' in (JSON.parse(block) as object), false)
  })
})
