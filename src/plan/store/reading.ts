import { Day, type Words } from '#kernel'
import { type ReadDb, type Row, sql, text, textOrNull, truth, whole } from '#platform'
import type { Benchmark } from '../core/benchmark.ts'
import type { Bracket, Element } from '../core/element.ts'
import { EditionCode, ElementId, KindCode } from '../core/ids.ts'
import type { Measure } from '../core/measure.ts'
import type { Kind, Organisation, Unit } from '../core/organisation.ts'
import type { Crosswalk, CrosswalkRow, Edition, Finding, Framework, Plan } from '../core/plan.ts'

/** A jsonb column, as the loader wrote it: it was checked then. */
const held = <Value>(row: Row, column: string): Value => row[column] as Value

const id = (row: Row, column: string): ElementId => ElementId.trusted(text(row, column))
const edition = (row: Row, column: string): EditionCode => EditionCode.trusted(text(row, column))
const ids = (row: Row, column: string): readonly ElementId[] =>
  held<readonly string[]>(row, column).map((one) => ElementId.trusted(one))

const kinds = (db: ReadDb, load: number): Promise<readonly Kind[]> =>
  db.all(
    sql`-- plan.kinds
      select code, role, segment, prefix, single, more from plan.kind where load = ${load} order by position`,
    (row): Kind => ({
      ...held<Pick<Kind, 'label' | 'plural' | 'definition'>>(row, 'more'),
      code: KindCode.trusted(text(row, 'code')),
      role: text(row, 'role') as Kind['role'],
      segment: text(row, 'segment'),
      prefix: text(row, 'prefix'),
      single: truth(row, 'single'),
    }),
  )

const units = (db: ReadDb, load: number): Promise<readonly Unit[]> =>
  db.all(
    sql`-- plan.units
      select code, element, more from plan.unit where load = ${load} order by position`,
    (row): Unit => ({
      ...held<Omit<Unit, 'code' | 'element'>>(row, 'more'),
      code: text(row, 'code') as Unit['code'],
      element: textOrNull(row, 'element'),
    }),
  )

const frameworks = (db: ReadDb, load: number): Promise<readonly Framework[]> =>
  db.all(
    sql`-- plan.frameworks
      select slug, more from plan.framework where load = ${load} order by position`,
    (row): Framework => ({ ...held<Omit<Framework, 'slug'>>(row, 'more'), slug: text(row, 'slug') }),
  )

type Head = Omit<Edition, 'elements' | 'brackets'>

const heads = (db: ReadDb, load: number): Promise<readonly Head[]> =>
  db.all(
    sql`-- plan.editions
      select code, state, first_year, last_year, known_on::text, more from plan.edition where load = ${load} order by position`,
    (row): Head => {
      const knownOn = textOrNull(row, 'known_on')
      return {
        ...held<Omit<Head, 'code' | 'state' | 'period' | 'knownOn'>>(row, 'more'),
        code: edition(row, 'code'),
        state: text(row, 'state') as Head['state'],
        period: { from: whole(row, 'first_year'), to: whole(row, 'last_year') },
        knownOn: knownOn === null ? null : Day.trusted(knownOn),
      }
    },
  )

type ElementColumns =
  | 'id'
  | 'edition'
  | 'position'
  | 'kind'
  | 'concept'
  | 'parents'
  | 'number'
  | 'agreement'
  | 'certainty'
  | 'title'

const elements = (db: ReadDb, load: number): Promise<readonly Element[]> =>
  db.all(
    sql`-- plan.elements
      select edition, id, position, kind, concept, parents, number, agreement, certainty, title, more
      from plan.element where load = ${load} order by edition, position`,
    (row): Element => ({
      ...held<Omit<Element, ElementColumns>>(row, 'more'),
      id: id(row, 'id'),
      edition: edition(row, 'edition'),
      position: whole(row, 'position'),
      kind: KindCode.trusted(text(row, 'kind')),
      concept: text(row, 'concept'),
      parents: ids(row, 'parents'),
      number: textOrNull(row, 'number'),
      agreement: text(row, 'agreement') as Element['agreement'],
      certainty: text(row, 'certainty') as Element['certainty'],
      title: held<Words>(row, 'title'),
    }),
  )

const brackets = (db: ReadDb, load: number): Promise<readonly Bracket[]> =>
  db.all(
    sql`-- plan.brackets
      select edition, id, element, more from plan.bracket where load = ${load} order by edition, position`,
    (row): Bracket => ({
      ...held<Omit<Bracket, 'id' | 'edition' | 'element'>>(row, 'more'),
      id: id(row, 'id'),
      edition: edition(row, 'edition'),
      element: id(row, 'element'),
    }),
  )

type JoinedRow = { readonly from: EditionCode; readonly to: EditionCode; readonly row: CrosswalkRow }

const crosswalkRows = (db: ReadDb, load: number): Promise<readonly JoinedRow[]> =>
  db.all(
    sql`-- plan.crosswalkRows
      select from_edition, to_edition, id, kind, relation, series, from_ids, to_ids, more
      from plan.crosswalk_row where load = ${load} order by from_edition, to_edition, position`,
    (row): JoinedRow => ({
      from: edition(row, 'from_edition'),
      to: edition(row, 'to_edition'),
      row: {
        ...held<Omit<CrosswalkRow, 'id' | 'kind' | 'relation' | 'series' | 'from' | 'to'>>(row, 'more'),
        id: text(row, 'id'),
        kind: KindCode.trusted(text(row, 'kind')),
        relation: text(row, 'relation') as CrosswalkRow['relation'],
        series: text(row, 'series') as CrosswalkRow['series'],
        from: ids(row, 'from_ids'),
        to: ids(row, 'to_ids'),
      },
    }),
  )

const findings = (db: ReadDb, load: number): Promise<readonly Finding[]> =>
  db.all(
    sql`-- plan.findings
      select id, kind, certainty, more from plan.finding where load = ${load} order by position`,
    (row): Finding => ({
      ...held<Omit<Finding, 'id' | 'kind' | 'certainty'>>(row, 'more'),
      id: text(row, 'id'),
      kind: text(row, 'kind') as Finding['kind'],
      certainty: text(row, 'certainty') as Finding['certainty'],
    }),
  )

type Common = Pick<Measure, 'id' | 'edition' | 'element' | 'part' | 'words' | 'unit' | 'note'>
type OfSeries = Omit<Extract<Measure, { readonly kind: 'series' }>, 'id' | 'edition' | 'element' | 'kind' | 'selection'>
type OfNone = Extract<Measure, { readonly kind: 'none' }>

const measures = (db: ReadDb, load: number): Promise<readonly Measure[]> =>
  db.all(
    sql`-- plan.measures
      select id, edition, element, series, breakdown, reason, more from plan.measure where load = ${load} order by position`,
    (row): Measure => {
      const common = { id: text(row, 'id'), edition: edition(row, 'edition'), element: id(row, 'element') }
      const reason = textOrNull(row, 'reason')
      if (reason !== null)
        return { ...held<Common>(row, 'more'), ...common, kind: 'none', reason: reason as OfNone['reason'] }
      const selection = { series: text(row, 'series'), breakdown: text(row, 'breakdown') }
      return { ...held<OfSeries>(row, 'more'), ...common, kind: 'series', selection }
    },
  )

const benchmarks = (db: ReadDb, load: number): Promise<readonly Benchmark[]> =>
  db.all(
    sql`-- plan.benchmarks
      select id, edition, target, kind, is_first, more from plan.benchmark where load = ${load} order by position`,
    (row): Benchmark => ({
      ...held<Omit<Benchmark, 'id' | 'edition' | 'target' | 'kind' | 'first'>>(row, 'more'),
      id: text(row, 'id'),
      edition: edition(row, 'edition'),
      target: id(row, 'target'),
      kind: text(row, 'kind') as Benchmark['kind'],
      first: truth(row, 'is_first'),
    }),
  )

type Loaded = Omit<
  Plan,
  'editions' | 'crosswalks' | 'findings' | 'frameworks' | 'measures' | 'benchmarks' | 'organisation'
> & {
  readonly organisation: Omit<Organisation, 'kinds' | 'units'>
}

const top = (db: ReadDb, load: number): Promise<Loaded | null> =>
  db.one(
    sql`-- plan.loaded
      select slug, names, languages, in_force, first_shown, organisation from plan.load where n = ${load}`,
    (row): Loaded => ({
      slug: text(row, 'slug'),
      names: held<Words>(row, 'names'),
      languages: held<readonly string[]>(row, 'languages'),
      inForce: edition(row, 'in_force'),
      firstShown: edition(row, 'first_shown'),
      organisation: held<Loaded['organisation']>(row, 'organisation'),
    }),
  )

const crosswalksFrom = (rows: readonly JoinedRow[]): readonly Crosswalk[] =>
  [...Map.groupBy(rows, ({ from, to }) => `${from} ${to}`).values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ from: first.from, to: first.to, rows: group.map(({ row }) => row) }]
  })

/** The whole plan of a load, in a dozen statements; null when there is no such load. */
export const planOfLoad = async (db: ReadDb, load: number): Promise<Plan | null> => {
  const head = await top(db, load)
  if (head === null) return null
  const codes = await heads(db, load)
  const ofEdition = Map.groupBy(await elements(db, load), (one) => one.edition)
  const bracketsOf = Map.groupBy(await brackets(db, load), (one) => one.edition)
  return {
    ...head,
    organisation: { ...head.organisation, kinds: await kinds(db, load), units: await units(db, load) },
    editions: codes.map((one) => ({
      ...one,
      elements: ofEdition.get(one.code) ?? [],
      brackets: bracketsOf.get(one.code) ?? [],
    })),
    crosswalks: crosswalksFrom(await crosswalkRows(db, load)),
    findings: await findings(db, load),
    frameworks: await frameworks(db, load),
    measures: await measures(db, load),
    benchmarks: await benchmarks(db, load),
  }
}
