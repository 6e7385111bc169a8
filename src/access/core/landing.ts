import { languages } from '#kernel'

/**
 * Where to go after signing in: a page of this house, without its language, or the first page. An address that a browser could read
 * as another site's is none (OWASP, Unvalidated Redirects and Forwards).
 */
export const landingFrom = (text: string | undefined): string => {
  if (text === undefined || text.length > 2000 || !/^\/(?![/\\])/.test(text) || /[\\\s\p{Cc}]/u.test(text)) return '/'
  const base = 'https://here.invalid'
  if (!URL.canParse(text, base)) return '/'
  const { origin, pathname, search, hash } = new URL(text, base)
  if (origin !== base || pathname.startsWith('//')) return '/'
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(pathname) ?? []
  const path = languages.some((one) => one === first) ? rest || '/' : pathname
  return path.startsWith('//') ? '/' : `${path}${search}${hash}`
}
