import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { operatorActor, publicActor } from '#access/core'
import { Day } from '#kernel'
import { voices } from '#platform'
import { visitorOf } from '#platform/testing'
import { statistics } from '#statistics'
import { type Selection, selectionKey } from '#statistics/core'
import { aShippedDb } from '#statistics/testing'
import { isComputed } from './core/glance-figures.ts'
import { plan } from './index.ts'
import { worldLinesOf } from './world-lines.ts'

const today = Day.trusted('2026-11-26')
const use: Selection = { series: 'IT.NET.USER.ZS', breakdown: 'LOCATION=_T;SEX=_T' }
const coverage: Selection = { series: 'IT_MOB_4GNTWK', breakdown: 'LOCATION=_T' }
const schools: Selection = { series: 'SE_ACC_INTN', breakdown: 'EDUCATION=PRIMAR;SEX=_T' }

describe('The world', () => {
  const db = aShippedDb(operatorActor, today, [statistics.content, plan.content])

  const visit = visitorOf([statistics, plan], publicActor, today, voices())
  const page = async (address: string): Promise<string> => {
    const [status, html] = await visit(db, address)
    assert.equal(status, 200, address)
    return html.replaceAll(/<\/?(?:bdi|b|span)\b[^>]*>/g, '')
  }

  it('is as its custodian publishes it, else as it is computed here where that may be shown, else nothing', async () => {
    const lines = await db.look(operatorActor, today, ({ db }) => worldLinesOf(db, [use, coverage, schools], today))
    const lastOf = (one: Selection) => lines.get(selectionKey(one))?.observations.at(-1)
    const [published, computed] = [lastOf(use) ?? assert.fail(), lastOf(coverage) ?? assert.fail()]
    assert.deepEqual([isComputed(published), published.year], [false, 2023])
    assert.deepEqual([isComputed(computed), computed.year], [true, 2022])
    assert.equal(computed.value.kind === 'known' ? Number(computed.value.value.decimal).toFixed(1) : '', '89.2')
    // Without the number of schools nothing is computed of their shares.
    assert.equal(lastOf(schools), undefined)
  })

  it('has its figure in a row at a glance, marked where it is computed here, and is counted so', async () => {
    const html = await page('/en/')
    const row = /<tr id="target-1\.1"[\s\S]*?<\/tr>/.exec(html)?.[0] ?? assert.fail()
    assert.match(row, />89\.2<.*computed here/s)
    assert.match(row, /href="\/en\/series\/IT_MOB_4GNTWK\/M49-world%2F001\?breakdown=LOCATION%3D_T"/)
    assert.doesNotMatch(row, /median/)
    assert.match(row, /points a year to reach 95% by 2031/)
    assert.match(html, /3 targets have a figure for the world, 2 of them computed here; for 3 there are only/)
    assert.match(html, /Individuals using the Internet: 67\.4% for the world in 2023, by the figure known since/)
  })

  it('says in the files of a glance whose its figure is, with the source it is made of', async () => {
    const [heads = '', ...rows] = (await page('/en/glance.csv')).trim().split('\r\n')
    const at = (name: string) => heads.split(',').indexOf(name)
    const cell = (row: number, name: string) => (rows[row] ?? '').split(',')[at(name)]
    assert.deepEqual(
      ['latest_is', 'latest_by', 'value', 'year'].map((name) => cell(0, name)),
      ['world', 'computed here', '89.208102', '2022'],
    )
    assert.match(rows[0] ?? '', /"UN DESA, Statistics Division",CC-BY-4\.0/)
    const told = JSON.parse(await page('/en/glance.json'))
    assert.deepEqual([told.rows[0].latest_by, told.rows[7].latest_by], ['computed here', 'published'])
    assert.equal(
      told.rows.filter(
        (one: Record<string, string>) => one['latest_by'] === 'computed here' && one['latest_is'] === 'world',
      ).length,
      2,
    )
  })

  it('stands in the first sentence of a target and in its section, said to be computed here and from what', async () => {
    const html = await page('/en/editions/2028-2031/targets/1.1')
    assert.match(html, /89\.2%<\/a> for the world in 2022, computed here from the figures of economies/)
    const section = /<section[^>]* id="figures">[\s\S]*?<\/section>/.exec(html)?.[0] ?? assert.fail()
    assert.match(
      section,
      /Computed here from the figures of economies, to 2022; .* population-weighted mean\. Figures: UN DESA/,
    )
    assert.match(section, /<svg class="wide"/)
    const csv = await page('/en/editions/2028-2031/targets/1.1/figures.csv')
    assert.match(
      csv,
      /M49-world\/001,World,group,2022,89\.208102,,,PT,,,,,computed here,"UN DESA, Statistics Division"/,
    )
    assert.match(await page('/en/editions/2028-2031/targets/1.1/chart.svg'), /computed here · UN DESA/)
  })
})
