/** A plain value as the trail keeps it: what JSON can say. */
type Plain = string | number | bigint | boolean | null | readonly Plain[] | { readonly [name: string]: Plain }

/** A place in what stood and what stands, each as text; null where nothing is. */
export type Difference = {
  /** Names from the outside to the inside, `scope.code`; `''` where a bare value stands. */
  readonly at: string
  readonly before: string | null
  readonly after: string | null
  readonly isChanged: boolean
}

const written = (value: Plain): string => (typeof value === 'string' ? value : JSON.stringify(value))

const isPart = (value: Plain | undefined): value is { readonly [name: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every value with the way to it. A list is one value: what changed in it is seen best beside the whole. */
const leaves = (value: Plain, at: string): readonly (readonly [at: string, value: string])[] =>
  isPart(value)
    ? Object.entries(value).flatMap(([name, one]) => leaves(one, at === '' ? name : `${at}.${name}`))
    : [[at, written(value)]]

const leavesOf = (value: Plain): ReadonlyMap<string, string> => new Map(value === null ? [] : leaves(value, ''))

/** What stood and what stands, side by side, in the order in which it was told: first what stood, then what is new. */
export const differences = (before: Plain, after: Plain): readonly Difference[] => {
  const stood = leavesOf(before)
  const stands = leavesOf(after)
  return [...new Set([...stood.keys(), ...stands.keys()])].map((at) => {
    const [was = null, is = null] = [stood.get(at), stands.get(at)]
    return { at, before: was, after: is, isChanged: was !== is }
  })
}
