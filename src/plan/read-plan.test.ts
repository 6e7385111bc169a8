import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, it } from 'vitest'
import { riverPlan } from '#plan/testing'
import { readPlan } from './read-plan.ts'

type Edition = { readonly elements: readonly object[] }
type Changed = {
  readonly editions: readonly Edition[]
  readonly crosswalks: readonly { readonly rows: readonly object[] }[]
  readonly organisation: { readonly kinds: readonly object[] }
  readonly wording: { readonly fr: object }
}

const folder = mkdtempSync(path.join(tmpdir(), 'plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
const write = (text: string): string => {
  made += 1
  const file = path.join(folder, `plan-${made}.json`)
  writeFileSync(file, text)
  return file
}

/** The faults of the river plan after a change, as `code path`, without what is common to them. */
const faultsAfter = async (
  change: (plan: Changed, editions: readonly Edition[]) => void,
): Promise<readonly string[]> => {
  const plan = riverPlan() as unknown as Changed
  change(plan, plan.editions)
  const { faults } = await readPlan(write(JSON.stringify(plan, null, 2)))
  return faults.map(({ code, at }) => `${code.replace('plan.fault.', '')} ${at.path}`)
}

const set = (thing: unknown, key: string, value: unknown): void => {
  ;(thing as Record<string, unknown>)[key] = value
}

describe('A plan’s file', () => {
  const cases: readonly [name: string, change: Parameters<typeof faultsAfter>[0], faults: readonly string[]][] = [
    ['is well as it is', () => {}, []],
    [
      'is refused for an id that stands twice, also in other letters',
      (_, [, draft]) => set(draft?.elements[5], 'id', 'milestone/a.1'),
      [
        'elementTwice /editions/1/elements/5/id',
        'unknownParent /editions/1/elements/7/parents/0',
        'unknownInEdition /crosswalks/0/rows/7/to/0',
        'notInCrosswalk /crosswalks/0/rows',
        'unknownInEdition /findings/0/elements/2026-2029/0',
        'unknownInEdition /benchmarks/2/target',
        'benchmarkFirst /editions/1/elements/5',
      ],
    ],
    [
      'is refused for a parent that is not there',
      (_, [, draft]) => set(draft?.elements[9], 'parents', ['chapter/9']),
      ['unknownParent /editions/1/elements/9/parents/0'],
    ],
    [
      'is refused for a kind that nobody declares',
      (_, [, draft]) => set(draft?.elements[9], 'kind', 'sermon'),
      ['unknownKind /editions/1/elements/9/kind'],
    ],
    [
      'is refused for elements that stand above each other',
      (_, [adopted]) => set(adopted?.elements[1], 'parents', ['pillar/A']),
      ['circle /editions/0/elements/1/parents', 'circle /editions/0/elements/2/parents'],
    ],
    [
      'is refused for a crosswalk that names what is not there',
      (plan) => set(plan.crosswalks[0]?.rows[6], 'to', ['clause/7']),
      ['unknownInEdition /crosswalks/0/rows/6/to/0', 'notInCrosswalk /crosswalks/0/rows'],
    ],
    [
      'is refused for two kinds with one segment',
      (plan) => set(plan.organisation.kinds[1], 'segment', 'pillars'),
      ['segmentTwice /organisation/kinds/2/segment'],
    ],
    [
      'is refused for a wording that one language lacks',
      (plan) => set(plan.wording.fr, 'Weirs', undefined),
      ['noWording /editions/1/elements/8/title'],
    ],
    [
      'is refused for a period that runs backwards',
      (_, [adopted]) => set(adopted, 'period', { from: 2025, to: 2022 }),
      ['periodBackwards /editions/0/period'],
    ],
    [
      'is refused for a year that is none',
      (_, [adopted]) =>
        set((adopted?.elements[4] as { quantity?: object } | undefined)?.quantity, 'deadlineYear', 20250),
      ['badYear /editions/0/elements/4/quantity/deadlineYear'],
    ],
    [
      'is refused for a day that is none',
      (_, [adopted]) => set(adopted, 'knownOn', '2021-02-30'),
      ['badDay /editions/0/knownOn'],
    ],
    [
      'is refused for a field that the format does not have, and loses nothing in silence',
      (_, [adopted]) => set(adopted?.elements[0], 'colour', 'blue'),
      ['unknownField /editions/0/elements/0/colour'],
    ],
    [
      'is refused for an adopted edition with a bracket',
      (_, [, draft]) => {
        set(draft, 'state', 'adopted')
        set(draft, 'knownOn', '2025-01-01')
        set(draft, 'knownOnBasis', 'text')
      },
      ['adoptedUnagreed /editions/1/elements/2/agreement'],
    ],
    [
      'is refused for one thing that was merged out of itself, or split into itself',
      (plan) => {
        set(plan.crosswalks[0]?.rows[3], 'relation', 'merged')
        set(plan.crosswalks[0]?.rows[4], 'relation', 'split')
      },
      ['relationSides /crosswalks/0/rows/3/relation', 'relationSides /crosswalks/0/rows/4/relation'],
    ],
    [
      'is refused for something new that was there before, and something dropped that is there after',
      (plan) => {
        set(plan.crosswalks[0]?.rows[5], 'relation', 'new')
        set(plan.crosswalks[0]?.rows[6], 'relation', 'dropped')
      },
      ['relationSides /crosswalks/0/rows/5/relation', 'relationSides /crosswalks/0/rows/6/relation'],
    ],
    [
      'is refused with all its faults at once, of shape and of sense',
      (_, [adopted, draft]) => {
        set(adopted?.elements[0], 'certainty', 'maybe')
        set(adopted?.elements[3], 'title', 7)
        set(draft?.elements[9], 'parents', ['chapter/9'])
        set(draft, 'inkColour', 'red')
      },
      [
        'notOneOf /editions/0/elements/0/certainty',
        'notWords /editions/0/elements/3/title',
        'unknownField /editions/1/inkColour',
        'unknownParent /editions/1/elements/9/parents/0',
      ],
    ],
  ]
  for (const [name, change, faults] of cases) it(name, async () => assert.deepEqual(await faultsAfter(change), faults))

  it('is told its faults by line and column', async () => {
    const text = JSON.stringify(riverPlan(), null, 2).replace('"certainty": "open"', '"certainty": "perhaps"')
    const lines = text.split('\n')
    const line = lines.findIndex((one) => one.includes('"perhaps"')) + 1
    const { faults } = await readPlan(write(text))
    const [{ at, facts } = assert.fail()] = faults
    assert.deepEqual([at.line, at.column], [line, (lines[line - 1] ?? '').indexOf('"perhaps"') + 1])
    assert.deepEqual(facts, { field: 'certainty', options: 'sure, likely, open', value: '"perhaps"' })
  })

  it('is told where it stops being JSON', async () => {
    const { faults } = await readPlan(write('{\n  "format": "meridian-plan/1",\n  "slug" "x"\n}\n'))
    const [{ code, at } = assert.fail()] = faults
    assert.deepEqual([code, at.line, at.column], ['plan.fault.notJson', 3, 10])
  })

  it('may not say one thing twice', async () => {
    const { faults } = await readPlan(write('{\n  "slug": "a",\n  "slug": "b"\n}\n'))
    assert.deepEqual(
      faults.map(({ code, at }) => [code, at.line]),
      [['plan.fault.fieldTwice', 3]],
    )
  })

  it('names only files of its own folder', async () => {
    const plan = { ...riverPlan(), findings: '../elsewhere.json', organisation: 'nowhere.json' }
    const { faults } = await readPlan(write(JSON.stringify(plan)))
    assert.deepEqual(faults.map(({ code }) => code).toSorted(), ['plan.fault.file.missing', 'plan.fault.file.outside'])
  })

  it('names no file that a link takes out of its folder', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'plan-elsewhere-'))
    writeFileSync(path.join(elsewhere, 'findings.json'), '[]')
    symlinkSync(path.join(elsewhere, 'findings.json'), path.join(folder, 'linked.json'))
    const { faults } = await readPlan(write(JSON.stringify({ ...riverPlan(), findings: 'linked.json' })))
    rmSync(elsewhere, { recursive: true })
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['plan.fault.file.outside'],
    )
  })

  const hostile: readonly [name: string, text: string, fault: string, line: number][] = [
    ['deeper than any reader’s stack', `\n${'['.repeat(1_000_000)}`, 'notJson', 2],
    ['with a NUL in its words', '{\n"slug": "a\\u0000"}', 'noText', 2],
    ['with half a character', '{\n"slug": "\\ud800"}', 'noText', 2],
    ['that breaks off', '{"slug": "a"', 'notJson', 1],
  ]
  for (const [name, text, fault, line] of hostile)
    it(`is refused with its line when it is one ${name}`, async () => {
      const [first] = (await readPlan(write(text))).faults
      assert.deepEqual([first?.code, first?.at.line], [`plan.fault.${fault}`, line])
    })

  it('that never ends is no file', async () => {
    const [first] = (await readPlan('/dev/zero')).faults
    assert.equal(first?.code, 'plan.fault.file.not-readable')
  })

  it('is said to be missing when it is', async () => {
    const { faults } = await readPlan(path.join(folder, 'no-such.json'))
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['plan.fault.file.missing'],
    )
  })

  it('has a sentence for every fault', () => {
    const sentences = JSON.parse(readFileSync('src/plan/messages/en.json', 'utf8')) as Record<string, string>
    const files = ['checking.ts', 'checking-organisation.ts', 'checking-edition.ts', 'checking-parts.ts']
    const code = [...files.map((name) => `src/plan/core/${name}`), 'src/plan/shape.ts', 'src/plan/format.ts']
      .map((name) => readFileSync(name, 'utf8'))
      .join('\n')
    const said = [
      ...[...code.matchAll(/\b(?:tell|in_|one)\('([a-zA-Z]+)'/g)].map((match) => `plan.fault.${match[1]}`),
      ...[...code.matchAll(/'(plan\.fault\.[a-zA-Z]+)'/g)].map((match) => match[1] ?? ''),
      ...[...code.matchAll(/fault: '([a-zA-Z]+)'/g)].map((match) => `plan.fault.${match[1]}`),
    ]
    assert.ok(said.length > 40)
    assert.deepEqual(
      said.filter((key) => !(key in sentences)),
      [],
    )
  })
})
