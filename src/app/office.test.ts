import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { publicActor } from '#access'
import { Day, mayDoSomewhere } from '#kernel'
import { type TestDb, testDb } from '#platform/testing'
import { featureList } from './opened.ts'
import { filledFrom, servedOn } from './testing/served.ts'

const isThere = spawnSync('soffice', ['--version']).status === 0
const today = Day.trusted('2026-11-26')
const loaded = /internet_use|mobile_ownership|\bpopulation\.csv/
const use = 'IT.NET.USER.ZS'
const target = 'editions/2028-2031/targets/2.1'

/** One file of each kind of page, without its ending. */
const files: readonly string[] = [
  '/glance',
  '/editions/2028-2031/plan',
  '/editions/2028-2031/findings',
  '/editions/2028-2031/crosswalk',
  `/${target}/figures`,
  '/compare/2024-2027/2028-2031/crosswalk?kind=all',
  '/frameworks/sdg/links',
  '/outlook/2028-2031/targets/2.1/areas',
  '/outlook/2028-2031/targets/2.1/missing',
  '/methods/accuracy',
  '/methods/past/outcomes',
  '/series/series',
  `/series/${use}/figures`,
  `/series/${use}/KEN/figures`,
  `/series/figures?series=${use},SP.POP.TOTL&breakdown=*&group=LDC/199&area=M49-world/001,FRA&from=2015`,
  `/observations/revisions?series=${use}&area=KEN&year=2023`,
  `/explain/members?series=${use}&group=LDC/199&year=2022`,
  '/sources/releases',
  '/releases/1/figures',
  '/areas/areas',
  '/areas/KEN/figures',
  '/areas/LDC/199/figures',
  '/areas/LDC/199/members',
  '/risks/register',
]

type Column = { readonly key: string; readonly type: string }
/** Numbers stay as they are written: their text, not what a machine makes of it. */
type Digits = { readonly digits: string }
type Cell = string | boolean | null | Digits
type Table = { readonly columns: readonly Column[]; readonly rows: readonly Readonly<Record<string, Cell>>[] }

const written = (text: string): unknown =>
  (JSON.parse as (text: string, read: (key: string, value: unknown, at: { source?: string }) => unknown) => unknown)(
    text,
    (_, value, { source }) => (typeof value === 'number' ? { digits: source ?? String(value) } : value),
  )

/** A decimal without what says nothing: zeros at its end, a power. */
const plain = (text: string): string => {
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? []
  const digits = whole + part
  const point = whole.length + Number(power)
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const number = `${padded.slice(0, at).replace(/^0+(?=\d)/, '')}.${padded.slice(at)}`.replace(/\.?0*$/, '')
  return number === '0' ? '0' : sign + number
}

/** A spreadsheet writes fifteen digits; what is published has fewer, what is computed here may have two more. */
const most = 15

/** The same decimal with so many digits at the most, a half being rounded up. */
const rounded = (text: string): string => {
  const number = plain(text)
  const [whole = '', part = ''] = number.replace('-', '').split('.')
  const digits = (whole + part).replace(/^0+/, '')
  const cut = digits.length - most
  if (cut <= 0) return number
  const kept = BigInt(digits.slice(0, most)) + (Number(digits[most]) >= 5 ? 1n : 0n)
  return plain(`${number.startsWith('-') ? '-' : ''}${kept}e${cut - part.length}`)
}

const sameDigits = (one: string, other: string): boolean => plain(one) === plain(other) || rounded(one) === plain(other)

const named = (file: string): string => file.replaceAll(/[^\w.-]/g, '_').slice(0, 60)
const withKind = (file: string, kind: string): string => file.replace(/(\?|$)/, `.${kind}$1`)

describe.skipIf(!isThere)(
  'A workbook of each kind of page in LibreOffice (skipped where it is not on the machine)',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'meridian-office-'))
    const tables = new Map<string, Table>()
    let db: TestDb
    let get: (address: string) => Promise<Buffer>

    beforeAll(async () => {
      db = await testDb()
      await filledFrom(db, 'content/itu', today, (step) => loaded.test(step))
      const ask = await servedOn(db, today)
      get = async (address) => {
        const response = await ask(address, address.startsWith('/api') ? { accept: 'application/x-ndjson' } : {})
        assert.equal(response.status, 200, address)
        return Buffer.from(await response.arrayBuffer())
      }
      for (const file of files) {
        writeFileSync(path.join(folder, `${named(file)}.xlsx`), await get(`/en${withKind(file, 'xlsx')}`))
        tables.set(file, await tableOf(file))
      }
      const profile = `-env:UserInstallation=file://${folder}/profile`
      // Commas, quotation marks, UTF-8, the first sheet, and numbers as they are, not as they are shown.
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false'
      const books = files.map((file) => `${named(file)}.xlsx`)
      const { stderr } = spawnSync('soffice', [profile, '--headless', '--convert-to', filter, ...books], {
        cwd: folder,
      })
      assert.doesNotMatch(String(stderr), /error|repair/i)
    }, 300_000)
    afterAll(async () => {
      await db?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    /** What the same file says as JSON; of an edition, whose JSON is a document, as NDJSON. */
    const tableOf = async (file: string): Promise<Table> => {
      const whole = written((await get(`/en${withKind(file, 'json')}`)).toString()) as Table
      if ('columns' in whole) return whole
      const lines = (await get(`/en${withKind(file, 'ndjson')}`)).toString().trimEnd().split('\n')
      const rows = lines.map((line) => written(line) as Table['rows'][number])
      const alone = new Set(['source', 'licence', 'as_of'])
      return {
        columns: Object.keys(rows[0] ?? {}).flatMap((key) => (alone.has(key) ? [] : [{ key, type: 'text' }])),
        rows,
      }
    }

    const sheetOf = (file: string): readonly (readonly string[])[] =>
      (
        parse(readFileSync(path.join(folder, `${named(file)}.csv`), 'utf8'), {
          bom: true,
          relax_column_count: true,
        }) as string[][]
      ).slice(1)

    it('has one of every kind of table that there is', () => {
      const kinds = featureList
        .flatMap(({ routes }) => routes)
        // What only people who have signed in may take is tested where they are.
        .filter(({ may }) => mayDoSomewhere(publicActor, may))
        .flatMap(({ path: one }) => (one.endsWith('.xlsx') ? [one.slice(0, -'.xlsx'.length)] : []))
      const patterns = kinds.map((one) => [one, new RegExp(`^${one.replaceAll(/:\w+/g, '[^/?]+')}(?:\\?|$)`)] as const)
      assert.deepEqual(
        patterns.filter(([, pattern]) => !files.some((file) => pattern.test(file))).map(([one]) => one),
        [],
      )
    })

    for (const file of files)
      it(`${file} opens, with the numbers of its JSON digit by digit, and texts that are texts`, () => {
        const { columns, rows } = tables.get(file) ?? assert.fail()
        const sheet = sheetOf(file)
        assert.equal(sheet.length, rows.length)
        // The shipped register of risks is empty, and nothing else.
        assert.equal(rows.length > 0, file !== '/risks/register')
        for (const [nth, row] of rows.entries())
          for (const [at, { key }] of columns.entries()) {
            const [said, read] = [row[key] ?? null, sheet[nth]?.[at] ?? '']
            const where = `${key} of row ${nth + 1}: ${JSON.stringify(said)} is read as ${read}`
            if (said === null) assert.equal(read, '', where)
            else if (typeof said === 'boolean') assert.equal(read, String(said).toUpperCase(), where)
            else if (typeof said === 'string')
              assert.equal(read.replaceAll('\r\n', '\n'), said.replaceAll('\r\n', '\n'), where)
            else assert.ok(sameDigits(said.digits, read), where)
          }
      })

    /** Rows of an endpoint by what names them, with the digits of their value. */
    const answers = async (
      address: string,
      keys: readonly string[],
      value: string,
    ): Promise<ReadonlyMap<string, string>> =>
      new Map(
        (await get(`/api/v1${address}`))
          .toString()
          .trimEnd()
          .split('\n')
          .map((line) => written(line) as Readonly<Record<string, Cell>>)
          .map((row) => [keys.map((key) => cellText(row[key])).join('|'), cellText(row[value])]),
      )
    const cellText = (cell: Cell | undefined): string =>
      cell === null || cell === undefined ? '' : typeof cell === 'object' ? cell.digits : String(cell)

    const cell = ['series', 'breakdown', 'area', 'year'] as const
    const same: readonly [file: string, endpoint: string, keys: readonly string[], value: string, key: string][] = [
      [`/series/${use}/figures`, `/observations?series=${use}`, cell, 'digits', 'value'],
      [`/series/${use}/KEN/figures`, `/observations?series=${use}&area=KEN&breakdown=*`, cell, 'digits', 'value'],
      [
        '/areas/LDC/199/figures',
        `/aggregates?series=${use}&group=LDC/199`,
        ['series', 'breakdown', 'group', 'year'],
        'value',
        'value',
      ],
      ['/sources/releases', '/releases', ['release'], 'observations', 'observations'],
    ]
    for (const [file, endpoint, keys, value, key] of same)
      it(`${file} has in LibreOffice the numbers of GET /api/v1${endpoint}`, async () => {
        const { columns } = tables.get(file) ?? assert.fail()
        const place = (name: string): number =>
          columns.findIndex((one) => one.key === (name === 'group' ? 'area' : name))
        const read = new Map(
          sheetOf(file).map((row) => [keys.map((one) => row[place(one)] ?? '').join('|'), row[place(key)] ?? '']),
        )
        const told = await answers(endpoint, keys, value)
        assert.ok(told.size > 0)
        for (const [name, digits] of told) {
          const found = read.get(name) ?? assert.fail(`${name} is not in the sheet`)
          assert.ok(digits === found || sameDigits(digits, found), `${name}: ${digits} is read as ${found}`)
        }
      })
  },
)
