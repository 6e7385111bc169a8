import { wordsIn } from '#kernel'
import { datasetBlock } from '#ui'
import { type Measured, ownSource } from '../core/measured.ts'
import { chartTitle, unitText } from './measured-charts.tsx'
import type { Reader } from './measured-parts.tsx'

/** The years of the figures that the page shows; of the economies where the world has none. */
const yearsOf = ({ figures }: Measured): readonly [number, number] | null => {
  const world = (figures?.world ?? []).map(({ observation }) => observation.year)
  return world.length > 0 ? [Math.min(...world), Math.max(...world)] : (figures?.distribution.years ?? null)
}

/** The figures of a target or an indicator as a Dataset: a part of the series that they are taken from. Null where there are none. */
export const measuredDataset = (measured: Measured, name: string, { say, language, here }: Reader) => {
  const { figures, path, element } = measured
  if (figures === null) return undefined
  const { series } = figures
  const source = ownSource(measured)
  const measure = chartTitle(measured, language)
  return datasetBlock(
    {
      path,
      identifier: `${element.edition}/${element.id}`,
      name,
      description: say('plan.dataset.about', {
        name,
        measure,
        series: wordsIn(language, series.names),
        count: figures.distribution.count,
      }),
      years: yearsOf(measured),
      place: say('plan.area.world'),
      variables: [{ code: series.code, name: measure, unit: unitText(measured, language) }],
      source:
        source === null
          ? null
          : {
              publisher: wordsIn(language, source.dataset.publisher),
              licence: source.dataset.licence.address,
              address: source.dataset.address,
              credit: source.dataset.credit,
              modified: source.releases[0]?.knownOn,
            },
      files: [
        ['text/csv', `${path}/figures.csv`],
        ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', `${path}/figures.xlsx`],
        ['application/json', `${path}/figures.json`],
      ],
      partOf: { path: `/series/${series.code}`, name: wordsIn(language, series.names) },
    },
    { language, here },
  )
}
