/** The six official languages. English is the source; the other five must have every key. */
export const languages = ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const

export type Language = (typeof languages)[number]

export const Language = {
  parse: (text: string): Language | null => languages.find((one) => one === text) ?? null,
}

/** Words in the languages that have them; English is always there. */
export type Words = { readonly en: string } & Readonly<Partial<Record<Language, string>>>

/** The words in this language, else in English: the page marks what it shows in another language than its own. */
export const wordsIn = (language: Language, words: Words): string => words[language] ?? words.en

/** The way a language is written. */
export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr')
