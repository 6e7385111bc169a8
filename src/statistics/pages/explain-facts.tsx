import type { Child, FC } from 'hono/jsx'
import type { Words } from '#kernel'
import type { Shown } from '#platform'
import { dayWords, Fig, Kv, Link, signsOf, Wording } from '#ui'
import { LargeOnes, Theirs } from './aggregate-parts.tsx'
import { computedWords, labelWords, methodWords, partWords } from './aggregate-words.tsx'
import type { ExplainProps } from './explain.tsx'
import { signOf } from './figure.tsx'
import { AreaName } from './names.tsx'

export const FigureFacts: FC<Shown<ExplainProps>> = (props) => {
  const { series, names, line, figure: one, areas, composed, weighed, revised, say, language, here } = props
  const reader = { say, language, here }
  if (one === null) return null
  const { ours } = one
  const shares = ours.shares
  const nameOf = (code: string): Words => names.get(code)?.names ?? { en: code }
  const row = (key: string, value: Child) => [{ name: say(key), value }]
  return (
    <Kv
      rows={[
        ...(one.headline?.by === 'custodian'
          ? [
              ...row(
                'statistics.aggregate.head.theirs',
                <Fig>
                  <Theirs line={line} figure={one} series={series} composed={composed} {...reader} />
                  {signOf(language, series.unit)}
                </Fig>,
              ),
              ...row(
                'statistics.aggregate.head.ours',
                ours.value === null ? (
                  labelWords(say, ours)
                ) : (
                  <Fig>{`${computedWords(language, ours.value, series.decimals)}${signOf(language, series.unit)}`}</Fig>
                ),
              ),
            ]
          : []),
        ...row(
          'statistics.aggregate.head.label',
          <>
            {labelWords(say, ours)}
            {ours.reason === null ? '' : ` · ${say(`statistics.aggregate.reason.${ours.reason}`)}`}
          </>,
        ),
        ...(ours.large.length === 0
          ? []
          : row(
              'statistics.explain.large',
              <LargeOnes large={ours.large} areas={areas} say={say} language={language} />,
            )),
        ...row(
          'statistics.explain.method',
          line.method === null ? say('statistics.aggregate.undeclared') : methodWords(reader, line.method, nameOf),
        ),
        ...(line.weight === null || weighed === null
          ? []
          : row(
              'statistics.explain.weight',
              <>
                <Link
                  to={`/series/${line.weight.series}?${new URLSearchParams({ breakdown: line.weight.breakdown })}`}
                  language={language}
                  here={here}
                >
                  <Wording words={nameOf(line.weight.series)} language={language} />
                </Link>
                {signsOf(language).comma}
                <Wording words={weighed.publisher} language={language} />
                {signsOf(language).comma}
                {dayWords(language, weighed.knownOn)}
              </>,
            )),
        ...row(
          'statistics.aggregate.head.members',
          <>
            {say('statistics.explain.membersOn', { count: ours.members, day: dayWords(language, one.membersOn) })}
            {line.scheme.dated === 'all'
              ? null
              : ` ${say('statistics.aggregate.compositionOf', { day: dayWords(language, line.scheme.compositionOn) })}`}
          </>,
        ),
        ...(shares === null
          ? []
          : [
              ...row('statistics.aggregate.head.observed', partWords(language, shares.observed)),
              ...row('statistics.aggregate.head.imputed', partWords(language, shares.imputed)),
            ]),
        ...(ours.estimates === null || ours.estimates === 0
          ? []
          : row('statistics.explain.estimates', partWords(language, ours.estimates))),
        ...(ours.noWeight.length === 0
          ? []
          : row(
              'statistics.explain.noWeight',
              ours.noWeight.map((code, index) => (
                <>
                  {index === 0 ? '' : ' · '}
                  <AreaName area={code} areas={areas} language={language} />
                </>
              )),
            )),
        ...(revised.length === 0
          ? []
          : row(
              'statistics.explain.revised',
              revised.map(({ area, knownOn }, index) => (
                <>
                  {index === 0 ? '' : ' · '}
                  <AreaName area={area} areas={areas} language={language} /> <Fig>{knownOn}</Fig>
                </>
              )),
            )),
      ]}
    />
  )
}
