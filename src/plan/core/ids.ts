import { type Branded, idKind } from '#kernel'

/** An edition as its content names it, usually by its years: `2028-2031`. */
export type EditionCode = Branded<'edition'>
export const EditionCode = idKind('edition', /^[a-z0-9][a-z0-9-]{0,62}$/)

/** A kind of element that the organization declares: `target`, `pillar`. */
export type KindCode = Branded<'kind'>
export const KindCode = idKind('kind')

const elementPattern = '[a-z][a-z0-9-]{0,40}(?:/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)?'

/** An element inside its edition: the prefix of its kind and its tail, `target/1.1`; alone where there is only one, `vision`. */
export type ElementId = Branded<'element'>
export const ElementId = idKind('element', new RegExp(`^${elementPattern}$`))

/** An element of one edition, for everything that hangs on it elsewhere: `2028-2031/target/1.1`. */
export type EntryId = Branded<'entry'>
export const EntryId = idKind('entry', new RegExp(`^[a-z0-9][a-z0-9-]{0,62}/${elementPattern}$`))

export const entryOf = (edition: EditionCode, id: ElementId): EntryId => EntryId.trusted(`${edition}/${id}`)

export const partsOf = (entry: EntryId): { readonly edition: EditionCode; readonly id: ElementId } => {
  const slash = entry.indexOf('/')
  return { edition: EditionCode.trusted(entry.slice(0, slash)), id: ElementId.trusted(entry.slice(slash + 1)) }
}

/** A row of a crosswalk with its editions, for what hangs on it elsewhere: `2024-2027/2028-2031/x034`. */
export type RowId = Branded<'crosswalk-row'>
export const RowId = idKind('crosswalk-row', /^[a-z0-9][a-z0-9-]{0,62}\/[a-z0-9][a-z0-9-]{0,62}\/.+$/)
