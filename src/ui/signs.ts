import type { Language } from '#kernel'

/** The signs between words that pages put together: each as the language writes it, with the spaces that go with it. */
export type Signs = {
  readonly comma: string
  /** Between the things of a list. */
  readonly item: string
  readonly colon: string
  readonly stop: string
  /** Between a word and the number that goes with it. */
  readonly gap: string
  readonly open: string
  readonly close: string
}

const plain: Signs = { comma: ', ', item: ', ', colon: ': ', stop: '. ', gap: ' ', open: ' (', close: ')' }

const own: Readonly<Partial<Record<Language, Partial<Signs>>>> = {
  fr: { colon: '\u202f: ' },
  ar: { comma: '، ', item: '، ' },
  zh: { comma: '，', item: '、', colon: '：', stop: '。', gap: '', open: '（', close: '）' },
}

export const signsOf = (language: Language): Signs => ({ ...plain, ...own[language] })
