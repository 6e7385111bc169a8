import type { Language } from '#kernel'
import type { Say } from '#platform'
import { dayWords, standaloneSvg } from '#ui'
import { isComputed } from '../core/glance-figures.ts'
import { latestWorldOf, type Measured, ownSource, releaseOf } from '../core/measured.ts'
import { drawnIn, EconomiesPile, titleWithUnit, WorldChart } from './measured-charts.tsx'

type SvgProps = {
  readonly measured: Measured
  readonly asOf: Parameters<typeof dayWords>[1]
  readonly say: Say
  readonly language: Language
}

/** The page's chart as a file of its own, with its heading and its source; null where nothing is drawn. */
export const measuredSvg = ({ measured, asOf, say, language }: SvgProps): string | null => {
  const { figures } = measured
  if (figures === null) return null
  const world = latestWorldOf(figures)
  const of = world ?? drawnIn(figures)[0]
  if (of === undefined) return null
  const release = releaseOf(measured, of) ?? ownSource(measured)?.releases[0] ?? null
  const dataset = measured.sources.find((one) => one.dataset.code === release?.dataset)?.dataset
  const props = { measured, figures, say, language, only: 'wide' as const }
  return standaloneSvg(world === null ? <EconomiesPile {...props} /> : <WorldChart {...props} />, {
    heading: titleWithUnit(measured, language),
    source:
      release === null || dataset === undefined
        ? of.source
        : `${isComputed(of) ? `${say('plan.measured.computedHere')} · ` : ''}${say('plan.measured.file.source', {
            publisher: dataset.publisher[language] ?? dataset.publisher.en,
            day: dayWords(language, release.knownOn),
            licence: dataset.licence.code.replace(/^CC-BY-/, 'CC BY '),
            asOf: dayWords(language, asOf),
          })}`,
    language,
  })
}
