import { Day, Language } from '#kernel'

/** Which of our languages the reader likes best (RFC 9110, 12.5.4); English when none. */
export const languageFor = (accepts: string | undefined): Language => {
  const liked = (accepts ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().split(';')
      const weight = settings.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((one) => one !== undefined)
      return { language: Language.parse(tag.trim().slice(0, 2).toLowerCase()), weight: Number(weight ?? 1) }
    })
    .filter(({ language, weight }) => language !== null && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return liked[0]?.language ?? 'en'
}

/** The one address of a page that was asked for by another spelling: a slash too many at the end, a language in capitals. */
export const plainPath = (pathname: string): string => {
  const bare = pathname.replace(/(?<=[^/])\/+$/, '')
  const [, first = '', rest = ''] = /^\/([^/]*)(\/.*)?$/.exec(bare) ?? []
  const language = Language.parse(first.toLowerCase())
  // Without a language it is no address of ours: `//elsewhere.example/en` would lead to another server.
  if (language === null) return pathname
  return `/${language}${rest === '' ? '/' : rest}`
}

/** The parts of `/fr/shelves/north`: its language, and the path that routes know. */
export const partsOf = (pathname: string): { readonly language: Language | null; readonly path: string } => {
  const [, first = '', rest = ''] = /^\/([^/]*)(\/.*)?$/.exec(pathname) ?? []
  const language = Language.parse(first)
  return language === null ? { language: null, path: pathname } : { language, path: rest === '' ? '/' : rest }
}

export type Asked =
  | { readonly kind: 'asked'; readonly asOf: Day | null }
  | { readonly kind: 'strange'; readonly value: string }

/** `?asof=`: a day that has come. Today is not another date. */
export const asOfFrom = (text: string | null, today: Day): Asked => {
  if (text === null || text === '') return { kind: 'asked', asOf: null }
  const day = Day.parse(text)
  if (day === null || day > today) return { kind: 'strange', value: text.slice(0, 80) }
  return { kind: 'asked', asOf: day === today ? null : day }
}

/** A path pattern, `/shelves/:shelf/books`, as something that matches and names its parts. */
export const patternOf = (path: string): ((asked: string) => Readonly<Record<string, string>> | null) => {
  const names = [...path.matchAll(/:([a-zA-Z]+)/g)].map(([, name = '']) => name)
  const pattern = new RegExp(`^${path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:[a-zA-Z]+/g, '([^/]+)')}$`)
  return (asked) => {
    const found = pattern.exec(asked)
    if (found === null) return null
    try {
      return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]))
    } catch {
      return null
    }
  }
}

/** A path with fewer parts left open is tried first: `/series/all` before `/series/:code`. */
export const byPrecision = (a: { readonly path: string }, b: { readonly path: string }): number =>
  (a.path.match(/:/g)?.length ?? 0) - (b.path.match(/:/g)?.length ?? 0)
