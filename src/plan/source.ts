import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import type { Facts, Fault, Whereabouts } from '#kernel'

export type Path = readonly (string | number)[]

/** A JSON file with its tree: whatever is wrong in it can be told with its line and column. */
export type Source = { readonly file: string; readonly text: string; readonly tree: Node | undefined }

/** A value of a plan's document: where it is, in which file and below which path. */
export type Place = { readonly source: Source; readonly base: Path }

const lineAndColumn = (text: string, offset: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

const pointer = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The node at a path, or the nearest one above it that is there: a missing field is told where it should stand. */
const nodeAt = (tree: Node | undefined, path: Path): Node | undefined => {
  if (tree === undefined) return undefined
  return findNodeAtLocation(tree, [...path]) ?? (path.length === 0 ? tree : nodeAt(tree, path.slice(0, -1)))
}

export const whereaboutsAt = ({ source, base }: Place, path: Path): Whereabouts => {
  const whole = [...base, ...path]
  const at = lineAndColumn(source.text, nodeAt(source.tree, whole)?.offset ?? 0)
  return { file: source.file, ...at, path: pointer(whole) }
}

export const faultAt = (place: Place, path: Path, code: string, facts: Facts): Fault => ({
  code,
  facts,
  at: whereaboutsAt(place, path),
})

/** Fields that stand twice in one object: JSON readers would silently keep the last. */
const repeated = (node: Node | undefined): readonly Node[] => {
  const children = node?.children ?? []
  const inside = children.flatMap(repeated)
  if (node?.type !== 'object') return inside
  const names = children.map((property) => String(property.children?.[0]?.value))
  return [...children.filter((_, at) => names.indexOf(names[at] ?? '') !== at), ...inside]
}

/** Parses strict JSON. The value is null when there are faults. */
export const parseSource = (
  file: string,
  text: string,
): { readonly source: Source; readonly value: unknown; readonly faults: readonly Fault[] } => {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  const source = { file, text, tree }
  const twice = repeated(tree).map((property) => ({
    code: 'plan.fault.fieldTwice',
    facts: { field: String(property.children?.[0]?.value) },
    at: { file, ...lineAndColumn(text, property.offset) },
  }))
  const faults: readonly Fault[] = [
    ...errors.map(({ error, offset }) => ({
      code: 'plan.fault.notJson',
      facts: { problem: printParseErrorCode(error) },
      at: { file, ...lineAndColumn(text, offset) },
    })),
    ...twice,
  ]
  return { source, value: errors.length === 0 && tree !== undefined ? getNodeValue(tree) : null, faults }
}
