import type { FC } from 'hono/jsx'
import { ChartFigure, ChartTable, DotPile, Fig, SideSection, signsOf } from '#ui'
import { roundedTo } from '../core/index.ts'
import { neededPace, paceWords } from './outlook-chart.tsx'
import { recentPace } from './outlook-facts.tsx'
import {
  type AnsweredPart,
  alone,
  areaText,
  figs,
  gapOf,
  measureText,
  percentWords,
  scribeOf,
} from './outlook-saying.tsx'

const midsOf = (quantiles: readonly number[]): readonly number[] =>
  quantiles.slice(0, -1).map((low, at) => (low + (quantiles[at + 1] ?? low)) / 2)

/** The share of paces that were as fast as the needed one or faster, and of how many windows; null where there is no table. */
export const PacesSentence: FC<AnsweredPart> = (part) => {
  const { answer, say, language } = part
  const { feasibility } = answer.assessment
  if (feasibility === null) return null
  if (feasibility.achievedShare === null) return <>{say('progress.paces.none')}</>
  const { achievedShare, n, economies, requiredPace } = feasibility
  return (
    <>
      {say.rich('progress.paces.sentence', {
        ...figs({ share: percentWords(roundedTo(achievedShare, 0), language) }),
        pace: <span class="nw">{paceWords(scribeOf(answer, { say, language }), requiredPace, part)}</span>,
        n,
        economies,
      })}
    </>
  )
}

/** The pace made over the last years, where it stands among all of them: ahead is above 0, whichever way is better. */
const madeOf = (part: AnsweredPart): { readonly value: string; readonly label: string } | null => {
  const { answer, say, language } = part
  const made = recentPace(answer)
  const { latest } = answer.assessment
  if (made === null || latest === null) return null
  const ahead = answer.question.direction === 'down' ? -made.pace : made.pace
  const words = paceWords(scribeOf(answer, { say, language }), made.pace, part)
  return {
    value: ahead.toFixed(4),
    label: say('progress.paces.made', {
      from: String(made.from),
      to: String(latest.year),
      pace: ahead < 0 ? `\u2212${words}` : words,
    }),
  }
}

/** Whether anybody ever made the pace that is needed: all paces made from this level, and the needed one among them. */
export const OutlookPaces: FC<AnsweredPart> = (part) => {
  const { outlook, about, answer, say, language } = part
  const { feasibility, projection } = answer.assessment
  const row = feasibility === null ? undefined : answer.paces?.[feasibility.band]
  const pace = neededPace(answer)
  if (feasibility === null || projection === null || pace === null) return null
  const scribe = scribeOf(answer, { say, language })
  const band = feasibility.band.split('-').map(Number)
  const [low = 0, high = 100] = band
  const edges = answer.question.direction === 'down' ? [100 - high, 100 - low] : [low, high]
  const limit = say('progress.paces.limit', {
    by: String(projection.year),
    pace: paceWords(scribe, feasibility.requiredPace, part),
  })
  const own = madeOf(part)
  return (
    <SideSection
      id="pace"
      heading={say('progress.paces.heading')}
      about={say.rich(
        'progress.paces.about',
        figs({ from: scribe.number(edges[0] ?? 0), to: scribe.number(edges[1] ?? 100) }),
      )}
    >
      {row === undefined ? (
        <p>
          <PacesSentence {...part} />
        </p>
      ) : (
        <>
          <ChartFigure
            caption={
              <>
                <PacesSentence {...part} />
                {gapOf(language)}
                {say('progress.paces.windows')}
              </>
            }
          >
            <DotPile
              id="paces"
              title={`${say('progress.paces.tableLabel')}${signsOf(language).colon}${alone(language, measureText(outlook, { say, language }))}`}
              desc={own === null ? limit : [limit, own.label].join('; ')}
              dots={midsOf(row.q).map((value) => ({
                value: value.toFixed(4),
                tone: value >= feasibility.requiredPace ? ('strong' as const) : ('plain' as const),
              }))}
              scale={{ kind: 'plain' }}
              limit={{ value: feasibility.requiredPace.toFixed(4), label: limit }}
              {...(own === null ? {} : { own })}
              say={say}
              language={language}
            />
          </ChartFigure>
          <ChartTable
            label={`${say('progress.paces.tableLabel')}${signsOf(language).colon}${alone(language, areaText(about, { say, language }))}`}
            columns={[
              { head: say('progress.paces.tableShare'), number: true },
              { head: say('progress.paces.tablePace'), number: true },
            ]}
            rows={Array.from({ length: 11 }, (_, at) => at * 10).map((share) => ({
              cells: [<Fig>{percentWords(share, language)}</Fig>, <Fig>{scribe.bare(row.q[share] ?? 0)}</Fig>],
            }))}
            say={say}
          />
        </>
      )}
    </SideSection>
  )
}
