import type { Child, FC } from 'hono/jsx'
import { type Day, wordsIn } from '#kernel'
import { type Area, isGroup, numberOf, type Observation, type Series, type Source } from '#statistics/core'
import { ChartFigure, type ChartGiven, dayWords, type MapValue, type Size, stepsOf, WorldMap } from '#ui'
import type { DrawnWorld } from '../world.ts'
import { signOf, valueWords } from './figure.tsx'
import type { Reader } from './names.tsx'

type Notes = Pick<Reader, 'say' | 'language'> & { readonly drawn: DrawnWorld }

/** What shapes and names of a map do not mean, how they differ from other maps, and whose they are. */
export const mapNotes = ({ drawn: { source }, say, language }: Notes): readonly string[] => [
  ...(language === 'ar' ? [say('ui.chart.ownDirection')] : []),
  say('statistics.note.designations'),
  ...(source === null || source.caveat === null ? [] : [wordsIn(language, source.caveat)]),
  ...(source === null ? [] : [source.credit]),
]

/** The same under a map of a page. */
export const MapNotes: FC<Reader & { readonly drawn: DrawnWorld }> = (props) => {
  const { source } = props.drawn
  const notes = mapNotes(props)
  return (
    <>
      {(source === null ? notes : notes.slice(0, -1)).join(' ')}{' '}
      {source === null ? '' : <bdi lang="en">{source.credit}</bdi>}
    </>
  )
}

type MapProps = Reader & {
  readonly id: string
  readonly title: string
  readonly series: Series
  readonly latest: ReadonlyMap<string, Observation>
  readonly names: ReadonlyMap<string, Area>
  readonly drawn: DrawnWorld
}

const mapValues = ({ series, latest, names, language }: Omit<MapProps, 'here'>): readonly MapValue[] =>
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

type DrawingProps = Omit<MapProps, 'here'>

const AreaDrawing: FC<DrawingProps & { readonly only?: Size }> = (props) => {
  const { id, title, series, drawn, only, say, language } = props
  const values = mapValues(props)
  const numbers = values.map(({ value }) => value)
  const isShare = series.unit === 'PT' && numbers.every((one) => one <= 100)
  return (
    <WorldMap
      id={id}
      title={title}
      world={drawn.world}
      values={values}
      steps={stepsOf(
        isShare ? { kind: 'percent' } : { kind: 'plain', unit: wordsIn(language, series.unitNames) },
        numbers,
      )}
      {...(only === undefined ? {} : { only })}
      say={say}
      language={language}
    />
  )
}

/** The map, to leave its page with its heading, what it does not mean, and whose it is; null where no economy has a figure. */
export const areaMapDrawn = (
  props: DrawingProps & { readonly source: Source | null; readonly asOf: Day },
): Pick<ChartGiven, 'drawing' | 'heading' | 'source'> | null => {
  const { title, series, source, asOf, say, language } = props
  if (mapValues(props).length === 0) return null
  return {
    drawing: (only) => <AreaDrawing {...props} {...(only === undefined ? {} : { only })} />,
    heading: title,
    source: [
      say('statistics.explore.mapAlone', { unit: wordsIn(language, series.unitNames) }),
      ...mapNotes(props),
      ...(source === null ? [] : [source.dataset.credit]),
      say('statistics.chart.madeHere', { asOf: dayWords(language, asOf) }),
    ],
  }
}

/** The latest value of every economy on a map; the table of them stands on the same page. */
export const AreaMap: FC<MapProps & { readonly caption: Child }> = (props) => {
  const { drawn, caption, say, language, here } = props
  return (
    <ChartFigure
      caption={
        <>
          {caption} <MapNotes drawn={drawn} say={say} language={language} here={here} />
        </>
      }
    >
      <AreaDrawing {...props} />
    </ChartFigure>
  )
}
