import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { areasNamed, areasWith, spellingsOf } from './finding-area.ts'

const spellings = spellingsOf([
  { area: 'CIV', names: ['CIV', 'Côte d’Ivoire', 'Ivory Coast', 'كوت ديفوار', 'CI'] },
  { area: 'KEN', names: ['KEN', 'Kenya', '肯尼亚', 'Кения', 'كينيا', '404'] },
  { area: 'GEO', names: ['GEO', 'Georgia'] },
  { area: 'GUINEA', names: ['Guinea'] },
  { area: 'GUYANA', names: ['Guyana'] },
  { area: 'LIST/A', names: ['LIST/A', 'Georgia'] },
])

describe('The area that a text names', () => {
  const cases: readonly [asked: string, exact: boolean, areas: string][] = [
    ['ken', true, 'KEN'],
    ['cote d ivoire', true, 'CIV'],
    ['Côte d’Ivoire', true, 'CIV'],
    ['IVORY-COAST', true, 'CIV'],
    ['肯尼亚', true, 'KEN'],
    ['404', true, 'KEN'],
    ['georgia', true, 'GEO LIST/A'],
    ['Kenia', false, 'KEN'],
    ['Kenja', false, 'KEN'],
    ['list-a', true, 'LIST/A'],
    ['Atlantis of the deep sea', false, ''],
  ]
  it.each(cases)('of “%s” is found, to the letter %s', (asked, exact, areas) => {
    assert.deepEqual(areasNamed(asked, spellings, 3), { exact, areas: areas === '' ? [] : areas.split(' ') })
  })

  it('is searched for by parts of words', () => {
    assert.deepEqual([...areasWith('gu', spellings)], ['GUINEA', 'GUYANA'])
    assert.deepEqual([...areasWith('ivoire cote', spellings)], ['CIV'])
    assert.deepEqual([...areasWith('尼亚', spellings)], ['KEN'])
    assert.equal(areasWith('xyz', spellings).size, 0)
  })
})
