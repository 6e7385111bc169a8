import { languages } from '#kernel'
import { addressOf } from './address.ts'
import { patternOf } from './asking.ts'
import type { ReadDb } from './db.ts'
import type { Feature } from './feature.ts'
import { escapedXml } from './xml.ts'

/** Addresses in one file: far below the 50,000 and the 50 MB of the protocol, since each names itself in six languages. */
const most = 5000

export type Sitemap = {
  /** The files there are, by language. */
  readonly index: (db: ReadDb, revision: string, origin: string) => Promise<string>
  /** One of them: `fr-2.xml`; null where there is none. */
  readonly file: (db: ReadDb, revision: string, origin: string, name: string) => Promise<string | null>
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Every page that the features list, in every language; what stands in the frames of others is part of one. */
export const sitemapOf = (features: readonly Feature[]): Sitemap => {
  const framed = features.flatMap(({ routes }) =>
    routes.flatMap((route) => (route.kind === 'get' && route.framed ? [patternOf(route.path)] : [])),
  )
  const isFramed = (path: string): boolean => framed.some((match) => match(path) !== null)
  let kept: { readonly revision: string; readonly paths: readonly string[] } | null = null
  const pathsIn = async (db: ReadDb, revision: string): Promise<readonly string[]> => {
    if (kept?.revision === revision) return kept.paths
    const found: string[] = []
    for (const { addresses } of features) found.push(...((await addresses?.(db)) ?? []))
    const paths = [...new Set(['/', ...found])].filter((path) => !isFramed(path))
    kept = { revision, paths }
    return paths
  }
  return {
    index: async (db, revision, origin) => {
      const files = Math.ceil((await pathsIn(db, revision)).length / most)
      const names = languages.flatMap((language) =>
        Array.from({ length: files }, (_, at) => `${language}-${at + 1}.xml`),
      )
      const each = names.map((name) => `<sitemap><loc>${escapedXml(`${origin}/sitemaps/${name}`)}</loc></sitemap>\n`)
      return `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${each.join('')}</sitemapindex>\n`
    },
    file: async (db, revision, origin, name) => {
      const [, code, nth] = /^([a-z]{2})-([1-9]\d{0,3})\.xml$/.exec(name) ?? []
      const language = languages.find((one) => one === code)
      if (language === undefined) return null
      const paths = (await pathsIn(db, revision)).slice((Number(nth) - 1) * most, Number(nth) * most)
      if (paths.length === 0) return null
      const each = paths.map((path) => {
        const at = (one: (typeof languages)[number]): string => escapedXml(`${origin}${addressOf(one, path)}`)
        const others = languages.map((one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${at(one)}"/>`)
        const anyone = `<xhtml:link rel="alternate" hreflang="x-default" href="${at('en')}"/>`
        return `<url><loc>${at(language)}</loc>${others.join('')}${anyone}</url>\n`
      })
      const open =
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
      return `${head}${open}\n${each.join('')}</urlset>\n`
    },
  }
}
