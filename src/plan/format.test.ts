import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { planJsonSchema, planSchema } from './format.ts'

const file = 'docs/schemas/plan.schema.json'

describe('The published schema of a plan', () => {
  it('is that of the code; `GOLDEN=write` writes it anew', () => {
    const text = `${JSON.stringify(planJsonSchema(), null, 2)}\n`
    if (process.env['GOLDEN'] === 'write') writeFileSync(file, text)
    assert.equal(readFileSync(file, 'utf8'), text)
  })

  it('takes a whole plan in one file', () => {
    const whole: unknown = JSON.parse(readFileSync('src/plan/testing/river/whole.json', 'utf8'))
    assert.deepEqual(planSchema.safeParse(whole).error?.issues, undefined)
  })

  it('has a line in the documentation for every field of the file', () => {
    const text = readFileSync('docs/plan-format.md', 'utf8')
    for (const field of Object.keys(planSchema.shape))
      if (field !== '$schema') assert.ok(text.includes(`\`${field}\``), field)
  })
})
