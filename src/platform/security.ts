/** Nothing comes from elsewhere and nothing runs: pages are complete without scripts. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

export const security: Readonly<Record<string, string>> = {
  'content-security-policy': `${policy}; frame-ancestors 'self'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'SAMEORIGIN',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}

/** The same for what is made to stand in a frame of any page: an older browser, too, may be told nothing against it. */
const { 'x-frame-options': _, ...others } = security
export const securityFramed: typeof security = { ...others, 'content-security-policy': `${policy}; frame-ancestors *` }
