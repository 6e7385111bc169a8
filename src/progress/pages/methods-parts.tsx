import type { Child, FC } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Here, Say } from '#platform'
import { dayWords, figure, Note, type Point, percentSign, range, signsOf, Views } from '#ui'
import type { StandingRecord } from '../accuracy-kept.ts'
import type { TriedMethod } from '../core/index.ts'
import { calibrationWords } from '../taken-notes.ts'

export type Reader = { readonly say: Say; readonly language: Language; readonly here: Here }

/** A number as the decimal that #ui formats: it rounds there and nowhere else. */
export const decimalOf = (value: number): string => value.toFixed(9)

/** In an Arabic sentence a figure with its signs stays as it is written: the marks around it keep its direction. */
export const isolated = (language: Language, words: string): string =>
  language === 'ar' ? `\u2066${words}\u2069` : words

/** Points or another number with these decimals; "–" where there is none. */
export const pointsIn = (language: Language, value: number | null | undefined, decimals = 1): string =>
  value === null || value === undefined ? '–' : figure(language, decimalOf(value), decimals)

/** With its sign, so that the direction of a bias is seen. */
export const signedIn = (language: Language, value: number | null | undefined, decimals = 1): string => {
  if (value === null || value === undefined) return '–'
  const words = figure(language, decimalOf(value), decimals)
  return isolated(language, value > 0 && Number(value.toFixed(decimals)) !== 0 ? `+${words}` : words)
}

/** A fraction as a percentage without its sign. */
export const shareIn = (language: Language, share: number | null | undefined, decimals = 1): string =>
  share === null || share === undefined ? '–' : figure(language, decimalOf(share * 100), decimals)

export const percentIn = (language: Language, share: number, decimals = 0): string =>
  isolated(language, `${shareIn(language, share, decimals)}${percentSign(language)}`)

export const countIn = (language: Language, count: number): string => figure(language, String(count))

/** "50–75 %" */
export const bandIn = (language: Language, band: string): string => {
  const [low = '', high = ''] = band.split('-')
  return isolated(language, `${range(language, low, high)}${percentSign(language)}`)
}

/** "1–5" of `1-5`; a single number stays as it is. */
export const spanIn = (language: Language, years: string): string => isolated(language, years.replace('-', '–'))

/** Whole numbers of years in a row: "7, 8". */
export const yearsIn = (language: Language, years: readonly number[]): string => years.join(signsOf(language).item)

/** Points of a chart: `year` is the number of years ahead; what was not tried is left out. */
export const aheadPoints = (years: readonly number[], valueAt: (ahead: number) => number | null | undefined): Point[] =>
  years.flatMap((ahead) => {
    const value = valueAt(ahead)
    return value === null || value === undefined ? [] : [{ year: ahead, value: decimalOf(value) }]
  })

const methodKeys: Readonly<Record<TriedMethod, string>> = {
  combined: 'progress.tried.combined',
  'combined, peers only': 'progress.tried.peers',
  G1: 'progress.tried.own',
  'peer-median': 'progress.tried.peerMedian',
  'mean(G1, peer-median)': 'progress.tried.mean',
  'linear-5': 'progress.tried.line',
  'linear-all': 'progress.tried.wholeLine',
  CAGR5: 'progress.tried.cagr',
  naive: 'progress.tried.naive',
  'ETS-damped (R)': 'progress.tried.ets',
  'Theta (R)': 'progress.tried.theta',
}

/** The name of a way to project, short enough for a line of a chart. */
export const methodWords = (say: Say, method: TriedMethod): string => say(methodKeys[method])

const views = [
  { to: '/methods', key: 'progress.methods.view.accuracy' },
  { to: '/methods/past', key: 'progress.methods.view.past' },
  { to: '/methods/statuses', key: 'progress.methods.view.statuses' },
  { to: '/methods/calibrations', key: 'progress.methods.view.calibrations' },
] as const

/** The pages about the methods, one beside the other. */
export const MethodViews: FC<Reader & { readonly current: (typeof views)[number]['to'] }> = ({
  current,
  say,
  language,
  here,
}) => (
  <Views
    label={say('progress.methods.views')}
    views={views.map(({ to, key }) => ({ to, words: say(key), current: to === current }))}
    language={language}
    here={here}
  />
)

/** Which calibration all of a page is about; a day before the first one says that it was calibrated later. */
export const WhichCalibration: FC<Reader & { readonly record: StandingRecord; readonly children?: Child }> = ({
  record: { standing, kept },
  say,
  language,
}) => (
  <>
    <p class="num">
      {calibrationWords(say, standing, language)}{' '}
      {kept === null ? null : say('progress.methods.runOn', { day: dayWords(language, kept.on) })}
    </p>
    {standing.later ? (
      <Note tone="warn">{say('progress.methods.later', { day: dayWords(language, standing.head.dated) })}</Note>
    ) : null}
  </>
)
