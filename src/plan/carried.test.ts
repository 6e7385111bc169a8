import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import type { Words } from '#kernel'
import type { Element, Quotation, Reading } from './core/element.ts'
import { partsOf } from './core/ids.ts'
import type { Edition, Finding, Plan } from './core/plan.ts'
import { readPlan } from './read-plan.ts'

/**
 * The reading of the text that the content was made from does not ship with it: it quotes more of the text than may be
 * copied. Where it lies beside this folder, every field of it is compared.
 */
const folder = '../shared/plan'
const isThere = existsSync(`${folder}/edition-2028-2031.json`)

type Both = { readonly zh: string | null; readonly en: string | null }
type Given = Readonly<Record<string, unknown>> & { readonly id: string; readonly title: Both }
type Mine = Readonly<Record<string, unknown>>

/** The content is set as pages show it: curly quotation marks, dashes in ranges, names for ids. The reading is not, so both are made plain. */
const plain = (text: string): string =>
  text
    .replaceAll(/[“”«»]/g, '"')
    .replaceAll(' – ', ' - ')
    .replaceAll('’', "'")
    .replaceAll(/(?<=\d)–(?=\d)/g, '-')
    .replaceAll(/(?<=\d) %/g, '%')
    .replaceAll(/target indicator (?=\d)/g, 'indicator/')
    .replaceAll(/outcome indicator (?=\d)/g, 'outcome-indicator/')
const allPlain = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'string' ? plain(one) : one)) as Value

const given = <Value>(name: string): Value =>
  allPlain(JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Value)
const en = (words: Words | null | undefined): string | null => words?.en ?? null
const list = (value: unknown): readonly Mine[] => (value ?? []) as readonly Mine[]

/** A quotation of more than forty characters is shortened with "…"; its beginning and end are the text's. */
const same = (mine: string | null, theirs: unknown): boolean => {
  if (mine === (theirs ?? null)) return true
  if (mine === null || typeof theirs !== 'string' || !mine.includes('…')) return false
  const pieces = mine.split('…').filter((piece) => piece !== '')
  return pieces.every((piece) => theirs.includes(piece))
}

const quoted = (quotation: Quotation | null, text: string): boolean =>
  text.length > 40
    ? quotation === null || (quotation.cut && text.startsWith(quotation.text.slice(0, 30)))
    : quotation?.text === text

/** The fields of an element as the reading has them, made from ours; what is not said is left out. */
const asGiven = (element: Element, edition: Edition): Mine => {
  const { quantity: q, indication: i, frameworkLink: f, money: m } = element
  const brackets = element.brackets.map((id) => edition.brackets.find((one) => one.id === id) ?? assert.fail(id))
  const link = (code: string) => element.links[code]
  const fields: Mine = {
    id: element.id,
    concept: element.concept,
    kind: element.kind,
    parents: element.parents,
    order: element.order,
    number: element.number,
    status: element.agreement,
    certainty: element.certainty,
    brackets: brackets.map(({ text, openedAtLine, note }) => [
      text.en,
      text.fr,
      text.es,
      text.ar,
      text.ru,
      openedAtLine,
      en(note) ?? '',
    ]),
    proponents: element.proponents.map((one) => one.en),
    lines: element.source.lines,
    paragraph: element.source.paragraph,
    note: en(element.note) ?? undefined,
    quantity:
      q === null
        ? undefined
        : [
            q.comparator,
            q.value,
            en(q.unit),
            q.deadlineYear,
            q.deadlineLine,
            q.deadlineAsPrinted,
            q.baseline,
            en(q.population),
            q.asPrinted.en,
            en(q.implied),
          ],
    indication:
      i === null
        ? undefined
        : [i.measure.en, i.unit.en, i.period, i.disaggregations.map((one) => one.en), en(i.sourceNamed), i.direction],
    parts: i === null ? undefined : i.parts.map((part) => [part.id, part.words.en]),
    framework: f === null ? undefined : [f.framework, f.named, f.codes],
    cells: m?.cells.map((cell) => [cell.column, cell.amount, cell.printedTotal]),
    money: m?.unit.en,
    paragraphs: link('paragraphs'),
    alternatives: link('alternatives'),
    members: link('members'),
    risks: link('risks'),
    priority: link('priority')?.[0],
    resource_row: link('resource-row')?.[0],
    letter: element.letter ?? undefined,
    applies_to: en(element.appliesTo) ?? undefined,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

const asMine = (one: Given): Mine => {
  const q = one['quantity'] as Mine | undefined
  const source = one['source'] as { readonly lines: unknown; readonly paragraph: unknown }
  const isIndicator = 'measure' in one
  const fields: Mine = {
    ...Object.fromEntries(
      [
        'id',
        'concept',
        'kind',
        'parents',
        'order',
        'number',
        'status',
        'certainty',
        'note',
        'paragraphs',
        'alternatives',
        'members',
        'risks',
        'priority',
        'resource_row',
        'letter',
        'applies_to',
      ].map((name) => [name, one[name]]),
    ),
    brackets: list(one['brackets']).map((b) => [
      b['text_en'],
      b['text_fr'],
      b['text_es'],
      b['text_ar'],
      b['text_ru'],
      b['opened_at_line'],
      b['note'],
    ]),
    proponents: list(one['proponents']).map((p) => p['en']),
    lines: source.lines,
    paragraph: source.paragraph,
    quantity: q && [
      q['comparator'],
      q['value'],
      q['unit'],
      q['deadline_year'],
      q['deadline_line'],
      q['deadline_as_printed'],
      q['baseline'],
      q['population'],
      q['as_printed'],
      q['implied'],
    ],
    indication: isIndicator
      ? [
          one['measure'],
          one['unit'],
          String(one['period']).replace('not stated', 'not-stated'),
          one['disaggregations'],
          one['source_named'],
          one['direction'],
        ]
      : undefined,
    parts: isIndicator ? list(one['measures']).map((m) => [m['id'], m['en']]) : undefined,
    framework: 'framework' in one ? [one['framework_slug'], one['framework'], one['codes']] : undefined,
    cells:
      'cells' in one ? list(one['cells']).map((c) => [c['column'], c['amount_kchf'], c['printed_total']]) : undefined,
    money: 'cells' in one ? one['unit'] : undefined,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

describe.skipIf(!isThere)('The reading that the content was made from', async () => {
  const { plan: whole } = await readPlan('content/itu/plan.json')
  const plan: Plan = allPlain(whole ?? assert.fail('the content has faults'))
  const pairs = plan.editions.flatMap((edition) => {
    if (!isThere) return []
    const { elements } = given<{ elements: readonly Given[] }>(`edition-${edition.code}`)
    return elements.map((theirs) => ({ edition, theirs, mine: edition.elements.find((one) => one.id === theirs.id) }))
  })

  it('is carried over to the last id and in its order', () => {
    for (const edition of plan.editions)
      assert.deepEqual(
        edition.elements.map((one) => one.id),
        pairs.filter((pair) => pair.edition === edition).map(({ theirs }) => theirs.id),
      )
  })

  it('is carried over field by field', () => {
    for (const { edition, theirs, mine } of pairs)
      assert.deepEqual(asGiven(mine ?? assert.fail(), edition), asMine(theirs), theirs.id)
  })

  it('is carried over in its words, and quoted where that is short enough', () => {
    for (const { theirs, mine } of pairs) {
      const statement = theirs['statement'] as Both | undefined
      assert.ok(same(en(mine?.title), theirs.title.en), theirs.id)
      assert.ok(same(en(mine?.statement), statement?.en), theirs.id)
      assert.ok(quoted(mine?.printed ?? null, theirs.title.zh ?? ''), theirs.id)
      for (const [at, variant] of list(theirs['printed_variants']).entries()) {
        const own = mine?.variants[at]
        assert.ok(quoted(own?.printed ?? null, String(variant['zh'])), theirs.id)
        assert.deepEqual([own?.printed.line, en(own?.where)], [variant['line'], variant['where']])
      }
      for (const [at, part] of list(theirs['measures']).entries())
        assert.ok(quoted(mine?.indication?.parts[at]?.printed ?? null, String(part['zh'])), theirs.id)
    }
  })

  it('is carried over with both readings of what is doubtful (T2, T6)', () => {
    for (const { theirs, mine } of pairs) {
      const readings = list(theirs['readings'])
      assert.equal(mine?.readings.length, readings.length, theirs.id)
      for (const [at, reading] of readings.entries()) {
        const own: Reading | undefined = mine?.readings[at]
        assert.equal(own?.line ?? undefined, reading['line'])
        for (const field of ['aspect', 'taken', 'other', 'why'] as const)
          assert.ok(same(en(own?.[field]), reading[field]), `${theirs.id} ${field}: ${own?.[field].en}`)
      }
    }
  })

  it('is carried over with its heads', () => {
    for (const edition of plan.editions) {
      const theirs = given<Mine>(`edition-${edition.code}`)
      const act = theirs['act'] as Both
      assert.deepEqual(
        [
          edition.state,
          edition.knownOn,
          edition.knownOnBasis,
          edition.knownOnNote.en,
          edition.act.en,
          edition.actPrinted,
        ],
        [theirs['status'], theirs['known_on'], theirs['known_on_basis'], theirs['known_on_note'], act.en, act.zh],
      )
      const brackets = list(theirs['brackets']).map((b) => [
        b['id'],
        b['element'],
        b['opened_at_line'],
        b['closed_at_line'],
        b['note'],
        b['text_en'],
      ])
      const own = edition.brackets.map((b) => [
        b.id,
        b.element,
        b.openedAtLine,
        b.closedAtLine,
        en(b.note) ?? '',
        b.text.en,
      ])
      assert.deepEqual(own, brackets)
      for (const [at, bracket] of list(theirs['brackets']).entries()) {
        const { quoted: exact, text } = edition.brackets[at] ?? assert.fail()
        assert.equal(exact, String(bracket['text_zh']).length <= 40)
        if (exact) assert.equal(text.zh, bracket['text_zh'])
      }
    }
  })

  it('is carried over with its crosswalk (S11, V3)', () => {
    const rows = given<{ rows: readonly Mine[] }>('crosswalk').rows
    const own = plan.crosswalks[0]?.rows ?? []
    assert.equal(own.length, rows.length)
    for (const [at, theirs] of rows.entries()) {
      const row = own[at] ?? assert.fail()
      const continuity = theirs['continuity'] as Mine
      const changed = (theirs['changed'] as readonly string[]).map((one) => one.replace(' ', '-'))
      assert.deepEqual(
        [row.id, row.kind, row.relation, row.from, row.to, row.changed, row.series, row.certainty, row.seeAlso],
        [
          theirs['id'],
          theirs['kind'],
          theirs['relation'],
          theirs['from'],
          theirs['to'],
          changed,
          continuity['series'],
          theirs['certainty'],
          theirs['see_also'] ?? [],
        ],
      )
      assert.ok(same(row.whatChanged.en, theirs['what_changed']), row.id)
      assert.ok(same(row.why.en, continuity['why']), row.id)
      assert.deepEqual(
        row.pairs.map((pair) => [pair.from, pair.to, pair.series, pair.why.en]),
        list(continuity['pairs']).map((pair) => [pair['from'], pair['to'], pair['series'], pair['why']]),
      )
    }
  })

  it('is carried over with its findings (T6)', () => {
    const findings = given<{ findings: readonly Mine[] }>('findings').findings
    assert.equal(plan.findings.length, findings.length)
    for (const [at, theirs] of findings.entries()) {
      const own: Finding = plan.findings[at] ?? assert.fail()
      assert.deepEqual(
        [
          own.id,
          own.kind,
          own.editions,
          own.elements,
          own.lines,
          own.certainty,
          own.readings.map((one) => one.en),
          own.brackets,
        ],
        [
          theirs['id'],
          theirs['kind'],
          theirs['edition'],
          theirs['elements'],
          theirs['lines'],
          theirs['certainty'],
          theirs['readings'] ?? [],
          theirs['brackets'] ?? [],
        ],
      )
      assert.ok(same(own.finding.en, theirs['finding']), own.id)
      assert.ok(same(own.taken.en, theirs['taken']), own.id)
      const passages = String(theirs['as_printed_zh']).split('\n')
      assert.ok(
        passages.every((text, nth) => quoted(own.printed[nth] ?? null, text)),
        own.id,
      )
    }
  })
})

describe('An entry', () => {
  it('is taken apart into its edition and its element', () => {
    const parts = partsOf('2028-2031/target/1.1' as Parameters<typeof partsOf>[0])
    assert.deepEqual(parts, { edition: '2028-2031', id: 'target/1.1' })
  })
})
