import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import { type Area, isGroup, numberOf, type Observation, type Series } from '#statistics/core'
import { ChartFigure, type MapValue, stepsOf, WorldMap } from '#ui'
import type { DrawnWorld } from '../world.ts'
import { signOf, valueWords } from './figure.tsx'
import type { Reader } from './names.tsx'

/** What shapes and names of a map do not mean, how they differ from other maps, and whose they are. */
export const MapNotes: FC<Reader & { readonly drawn: DrawnWorld }> = ({ drawn: { source }, say, language }) => (
  <>
    {language === 'ar' ? `${say('ui.chart.ownDirection')} ` : ''}
    {say('statistics.note.designations')}{' '}
    {source === null || source.caveat === null ? '' : wordsIn(language, source.caveat)}{' '}
    {source === null ? '' : <bdi lang="en">{source.credit}</bdi>}
  </>
)

type MapProps = Reader & {
  readonly id: string
  readonly title: string
  readonly series: Series
  readonly latest: ReadonlyMap<string, Observation>
  readonly names: ReadonlyMap<string, Area>
  readonly drawn: DrawnWorld
}

const mapValues = ({ series, latest, names, language }: MapProps): readonly MapValue[] =>
  [...latest.values()].flatMap(({ area, year, value }) => {
    if (isGroup(area) || value.kind === 'missing') return []
    const name = wordsIn(language, names.get(area)?.names ?? { en: area })
    const words = `${valueWords(language, value.value, series.decimals)}${signOf(language, series.unit)}`
    return [
      {
        code: area,
        value: numberOf(value.value),
        words: `${name} ${words} (${year})`,
        place: names.get(area)?.point ?? null,
      },
    ]
  })

/** The latest value of every economy on a map; the table of them stands on the same page. */
export const AreaMap: FC<MapProps & { readonly caption: Child }> = (props) => {
  const { id, title, series, drawn, caption, say, language, here } = props
  const values = mapValues(props)
  const numbers = values.map(({ value }) => value)
  const isShare = series.unit === 'PT' && numbers.every((one) => one <= 100)
  return (
    <ChartFigure
      caption={
        <>
          {caption} <MapNotes drawn={drawn} say={say} language={language} here={here} />
        </>
      }
    >
      <WorldMap
        id={id}
        title={title}
        world={drawn.world}
        values={values}
        steps={stepsOf(
          isShare ? { kind: 'percent' } : { kind: 'plain', unit: wordsIn(language, series.unitNames) },
          numbers,
        )}
        say={say}
        language={language}
      />
    </ChartFigure>
  )
}
