import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { type Asker, saidFirst } from './area-rows.ts'

type Row = { readonly name: string; readonly askers: readonly [Asker]; readonly isCompared: boolean }

/** `1a`: the line a that target 1 asks for; `1a+` stands beside somebody. */
const row = (name: string): Row => ({
  name,
  askers: [{ under: { id: name[0] } } as Asker],
  isCompared: name.endsWith('+'),
})

describe('What is said first of an economy', () => {
  const cases: readonly [name: string, rows: string, said: string][] = [
    ['is the first line of the first two targets', '1a+ 1b+ 2a+ 3a+', '1a+ 2a+'],
    ['is of each target a line that stands beside somebody', '1a 1b+ 2a+', '1b+ 2a+'],
    ['passes over a target that stands beside nobody', '1a+ 2a 3a+', '1a+ 3a+'],
    ['keeps the order of the lines', '1a 2a+', '1a 2a+'],
    ['is one line where one target has a figure', '1a 1b', '1a'],
    ['is nothing where nothing is known', '', ''],
  ]
  for (const [name, rows, said] of cases)
    it(name, () => {
      const all = rows.split(' ').filter(Boolean).map(row)
      assert.equal(
        saidFirst(all)
          .map((one) => one.name)
          .join(' '),
        said,
      )
    })
})
