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
export type Source = {
  readonly file: string
  readonly tree: Node | undefined
  /** Where each line begins, in characters from the start. */
  readonly lines: readonly number[]
}

/** A value of a plan's document: where it is, in which file and below which path. */
export type Place = { readonly source: Source; readonly base: Path }

const linesOf = (text: string): readonly number[] => {
  const lines = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lines.push(end + 1)
  return lines
}

/** Halves the lines until one is left: a file may have as many faults as lines. */
const lineAndColumn = (
  lines: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } => {
  let [low, high] = [0, lines.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lines[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 }
}

const pointer = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The node at a path, or the nearest one above it that is there: a missing field is told where it should stand. */
const nodeAt = (tree: Node | undefined, path: Path): Node | undefined => {
  if (tree === undefined) return undefined
  return findNodeAtLocation(tree, [...path]) ?? (path.length === 0 ? tree : nodeAt(tree, path.slice(0, -1)))
}

const whereaboutsAt = ({ source, base }: Place, path: Path): Whereabouts => {
  const whole = [...base, ...path]
  const at = lineAndColumn(source.lines, nodeAt(source.tree, whole)?.offset ?? 0)
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
  const names = new Set<string>()
  const again = children.filter((property) => {
    const name = String(property.children?.[0]?.value)
    if (names.has(name)) return true
    names.add(name)
    return false
  })
  return [...again, ...inside]
}

/** Strings that are no text: the database takes neither NUL nor half a character. */
const noText = (node: Node | undefined): readonly Node[] => {
  if (node?.type !== 'string') return (node?.children ?? []).flatMap(noText)
  const text = String(node.value)
  return text.includes('\0') || !text.isWellFormed() ? [node] : []
}

/** A plan's document is eight levels deep. What is a thousand times deeper would not fit the stack of any reader. */
const deepest = 100

/** Where the text is deeper than any plan; -1 when it is not. */
const tooDeepAt = (text: string): number => {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (inString) {
      if (sign === '\\') at += 1
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '[' || sign === '{') {
      depth += 1
      if (depth > deepest) return at
    } else if (sign === ']' || sign === '}') depth -= 1
  }
  return -1
}

/** Parses strict JSON. The value is null when there are faults of its form. */
export const parseSource = (
  file: string,
  text: string,
): { readonly source: Source; readonly value: unknown; readonly faults: readonly Fault[] } => {
  const lines = linesOf(text)
  const fault = (code: string, facts: Facts, offset: number): Fault => ({
    code,
    facts,
    at: { file, ...lineAndColumn(lines, offset) },
  })
  const deep = tooDeepAt(text)
  if (deep !== -1) {
    const faults = [fault('plan.fault.notJson', { problem: 'TooDeep' }, deep)]
    return { source: { file, tree: undefined, lines }, value: null, faults }
  }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  return {
    source: { file, tree, lines },
    value: errors.length === 0 && tree !== undefined ? getNodeValue(tree) : null,
    faults: [
      ...errors.map(({ error, offset }) =>
        fault('plan.fault.notJson', { problem: printParseErrorCode(error) }, offset),
      ),
      ...repeated(tree).map((one) =>
        fault('plan.fault.fieldTwice', { field: String(one.children?.[0]?.value) }, one.offset),
      ),
      ...noText(tree).map((one) => fault('plan.fault.noText', {}, one.offset)),
    ],
  }
}
