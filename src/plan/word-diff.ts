import { diffArrays } from 'diff'
import { type Token, tokensOf } from './core/tokens.ts'

/** A run of words that both texts have, or that only the old or the new one has. Runs joined give the texts back. */
export type Run = { readonly kind: 'same' | 'deleted' | 'inserted'; readonly text: string }

const joined = (tokens: readonly Token[]): string => tokens.map(({ word, space }) => word + space).join('')

/** The change from one text to another at word level. */
export const wordDiff = (before: string, after: string, language: string): readonly Run[] => {
  const old = [...tokensOf(before, language)]
  const fresh = [...tokensOf(after, language)]
  const runs: Run[] = []
  const add = (kind: Run['kind'], text: string): void => {
    if (text === '') return
    const last = runs.at(-1)
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text }
    else runs.push({ kind, text })
  }
  let from = 0
  let to = 0
  for (const change of diffArrays(old, fresh, { comparator: (a, b) => a.word === b.word })) {
    const count = change.value.length
    if (change.removed) {
      add('deleted', joined(old.slice(from, from + count)))
      from += count
    } else if (change.added) {
      add('inserted', joined(fresh.slice(to, to + count)))
      to += count
    } else {
      for (let at = 0; at < count; at += 1) {
        const a = old[from + at]
        const b = fresh[to + at]
        if (a === undefined || b === undefined) continue
        add('same', a.word)
        if (a.space === b.space) add('same', a.space)
        else {
          add('deleted', a.space)
          add('inserted', b.space)
        }
      }
      from += count
      to += count
    }
  }
  return runs
}
