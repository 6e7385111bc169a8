import { raw } from 'hono/html'

/** schema.org words about a page, as JSON-LD. It is data: a browser runs nothing of it, so the policy of scripts does not ask about it. */
export type Structured = Readonly<Record<string, unknown>>

/** No sign in it can end the block. */
export const dataBlock = (about: Structured) =>
  raw(
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...about }).replaceAll('<', '\\u003c')}</script>`,
  )
