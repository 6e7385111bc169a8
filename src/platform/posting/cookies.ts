import { generateCookie } from 'hono/cookie'
import type { Cookie } from './post.ts'

/** Names a cookie as the browser binds it to this site and to a secure connection (RFC 6265bis, 4.1.3.2), where there is one. */
export const cookieName = (name: string, origin: string): string => (isSecure(origin) ? `__Host-${name}` : name)

/** On the machine itself a plain connection counts as secure; elsewhere `doctor` warns. */
const isSecure = (origin: string): boolean => {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

/** The header that sets a cookie: no script reads it, and no other site's form brings it. */
export const cookieHeader = ({ name, value, seconds }: Cookie, origin: string): string =>
  generateCookie(cookieName(name, origin), value ?? '', {
    path: '/',
    httpOnly: true,
    secure: isSecure(origin),
    sameSite: 'Lax',
    maxAge: value === null ? 0 : seconds,
  })

/** Cookies by the names that we gave them; what another name has is not ours. */
export const cookiesIn = (all: Readonly<Record<string, string>>, origin: string): Readonly<Record<string, string>> => {
  const prefix = isSecure(origin) ? '__Host-' : ''
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  )
}
