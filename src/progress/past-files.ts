import { type Ask, columnsOf, notesOf, type TakeAway } from '#platform'
import { landedOf, type Outcome } from './core/index.ts'
import { pastAddress } from './pages/past-parts.ts'
import type { Past } from './past-kept.ts'
import { aboutSeries, calibrationWords, permanent } from './taken-notes.ts'

const columns = [
  ['code', 'text'],
  ['kind', 'text'],
  ['made_in', 'year'],
  ['year', 'year'],
  ['projected', 'number'],
  ['lo80', 'number'],
  ['hi80', 'number'],
  ['lo95', 'number'],
  ['hi95', 'number'],
  ['came', 'number'],
  ['landed', 'text'],
  ['errors', 'text'],
] as const

/** Those of the chosen origin. */
export const madeIn = ({ all, origin: chosen }: Past): readonly Outcome[] =>
  all.filter(({ origin }) => origin === chosen)

export const pastFileName = ({ indicator, origin }: Past): string => `outcomes-${indicator}-${origin}`

/** What would have been said in a year beside what came, a row each; what came is a figure of its publisher. */
export const outcomesTaken = async (ask: Ask, past: Past): Promise<TakeAway> => {
  const { say, language, asOf } = ask
  const about = await aboutSeries(ask, past.selection === null ? [] : [past.selection.series])
  const calibration = calibrationWords(say, past.standing, language)
  return {
    name: pastFileName(past),
    title: say('progress.past.title'),
    language,
    tables: [
      {
        name: 'outcomes',
        label: say('progress.methods.view.past'),
        columns: columnsOf(say, 'progress.column', columns),
        rows: madeIn(past).map((one) => [
          ...[one.code, one.isGroup ? 'group' : 'economy', one.origin, one.origin + one.ahead],
          ...[one.projected, one.lo80, one.hi80, one.lo95, one.hi95, one.actual],
          ...[landedOf(one), one.isOwn ? 'own' : 'lent'],
        ]),
      },
    ],
    notes: notesOf(say, {
      ...about,
      source: about.source === null ? calibration : `${about.source} · ${calibration}`,
      asOf,
      address: permanent(ask, pastAddress(past)),
    }),
  }
}
