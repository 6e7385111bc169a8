import type { FC } from 'hono/jsx'
import { type Language, type Words, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { isGroup, type Observation } from '#statistics/core'
import { Fig, FigureGrid, type GridGroup, type GridRow, hrefOf } from '#ui'
import { byName, exploringAddress } from '../core/exploring.ts'
import type { Explored, ExploredLine } from '../exploring.ts'
import { cellsOver, lineWords, marksAmong, numberIn } from './explorer-cells.ts'
import { Marks } from './figure.tsx'
import { areaPage } from './names.tsx'

export type ExplorerProps = { readonly explored: Explored }

/** Observations of what is shown, for the marks and what they mean. */
const observationsIn = ({ lines, areas, years, at }: Explored): readonly Observation[] => {
  const found: Observation[] = []
  for (const line of lines)
    for (const area of areas)
      for (const year of years) {
        const cell = at(line, area, year)
        if (cell?.kind === 'observation') found.push(cell.observation)
      }
  return found
}

type Named = { readonly words: string; readonly lang?: string | undefined }

/** A name with its language, where the page's own language does not have it. */
const named = (language: Language, words: Words | undefined, code: string): Named =>
  words === undefined
    ? { words: code }
    : { words: wordsIn(language, words), ...(words[language] === undefined ? { lang: 'en' } : {}) }

/** Groups as one figure stay above; economies by name or by the figures of a year, those without one last. */
const ordered = (explored: Explored, line: ExploredLine, language: Language): readonly string[] => {
  const { exploring, areas, names, at } = explored
  const collator = new Intl.Collator(language)
  const nameOf = new Map(areas.map((area) => [area, named(language, names.get(area)?.names, area).words]))
  const compared = (one: string, other: string) => collator.compare(nameOf.get(one) ?? '', nameOf.get(other) ?? '')
  const [, minus, by = byName] = /^(-?)(.+)$/.exec(exploring.sort) ?? []
  const sign = minus === '-' ? -1 : 1
  const sort = (some: readonly string[]) => {
    if (by === byName) return some.toSorted((one, other) => sign * compared(one, other))
    const numbers = new Map(some.map((area) => [area, numberIn(at(line, area, Number(by)))]))
    return some.toSorted((one, other) => {
      const [a = null, b = null] = [numbers.get(one), numbers.get(other)]
      if (a === null || b === null) return a === b ? compared(one, other) : a === null ? 1 : -1
      return sign * (a - b) || compared(one, other)
    })
  }
  return [...sort(areas.filter(isGroup)), ...sort(areas.filter((area) => !isGroup(area)))]
}

/** Every figure of what is explored: rows of areas, of years or of series. */
export const ExplorerTable: FC<Shown<ExplorerProps>> = (props) => {
  const { explored, say, language, here } = props
  const { exploring, lines, years, areas, names, dimensions } = explored
  const reader = { say, language, here }
  const observations = observationsIn(explored)
  const marks = marksAmong(observations)
  const areaHead = (area: string) => ({
    ...named(language, names.get(area)?.names, area),
    href: hrefOf(language, here, areaPage(area)),
  })
  const lineHead = (line: ExploredLine) => ({
    words: lineWords(say, language, explored, line),
    href: hrefOf(language, here, `/series/${line.series.code}`),
  })
  const sortHead = (by: string, words: string, falls: boolean) => {
    const [, minus = '', current = ''] = /^(-?)(.+)$/.exec(exploring.sort) ?? []
    const isCurrent = current === by
    const falling = isCurrent ? minus === '' : falls
    const order = minus === '' ? ('ascending' as const) : ('descending' as const)
    return {
      words,
      sorts: true,
      href: hrefOf(language, here, exploringAddress({ ...exploring, sort: `${falling ? '-' : ''}${by}` })),
      ...(isCurrent ? { sort: { order, words: say(`ui.table.${order}`) } } : {}),
    }
  }
  const row = (head: GridRow['head'], line: ExploredLine, area: string): GridRow => ({
    head,
    cells: years.map(cellsOver(explored, line, area, marks, reader)),
  })
  const heading = (line: ExploredLine) =>
    lines.length < 2 ? {} : { heading: `${lineHead(line).words} · ${wordsIn(language, line.series.unitNames)}` }

  const byArea = () => ({
    columns: [
      sortHead(byName, say('statistics.head.area'), false),
      ...years.map((year) => sortHead(String(year), String(year), true)),
    ],
    groups: lines.map(
      (line): GridGroup => ({
        ...heading(line),
        rows: ordered(explored, line, language).map((area) => row(areaHead(area), line, area)),
      }),
    ),
  })
  const byYear = () => {
    const [first] = lines
    const order = first === undefined ? areas : ordered(explored, first, language)
    return {
      columns: [{ words: say('statistics.head.year') }, ...order.map(areaHead)],
      groups: lines.map((line): GridGroup => {
        const cells = order.map((area) => cellsOver(explored, line, area, marks, reader))
        return {
          ...heading(line),
          rows: years
            .toReversed()
            .map((year) => ({ head: { words: String(year) }, cells: cells.map((cell) => cell(year)) })),
        }
      }),
    }
  }
  const bySeries = () => {
    const [first] = lines
    return {
      columns: [{ words: say('statistics.head.series') }, ...years.map((year) => ({ words: String(year) }))],
      groups: (first === undefined ? areas : ordered(explored, first, language)).map(
        (area): GridGroup => ({
          ...(areas.length < 2 ? {} : { heading: areaHead(area).words }),
          rows: lines.map((line) => row(lineHead(line), line, area)),
        }),
      ),
    }
  }
  const made = { area: byArea, year: byYear, series: bySeries }[exploring.rows]()
  const [only] = lines
  const period = `${years[0] ?? ''}–${years.at(-1) ?? ''}`
  return (
    <FigureGrid
      label={say('statistics.explore.table')}
      caption={
        <>
          {lines.length === 1 && only !== undefined ? (
            <>
              <b>{wordsIn(language, only.series.unitNames)}</b> ·{' '}
            </>
          ) : null}
          <Fig>{period}</Fig>.{' '}
          <Marks observations={observations} dimensions={dimensions} say={say} language={language} />
        </>
      }
      {...made}
    />
  )
}
