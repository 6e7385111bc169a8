import type { Language } from '#kernel'
import { addressAsOf, addressOf, type Here } from '#platform'

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ar: 'العربية',
  zh: '中文',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
}

/** The order in which a reader meets the names. */
export const languagesInOrder: readonly Language[] = ['en', 'ar', 'zh', 'es', 'fr', 'ru']

const withQuery = (path: string, query: Here['query']): string => {
  const asked = new URLSearchParams(query).toString()
  return asked === '' ? path : `${path}?${asked}`
}

/** This page in a language: the same path, question and day. */
export const sameIn = (language: Language, here: Here): string =>
  addressAsOf(addressOf(language, withQuery(here.path, here.query)), here.asOf)
