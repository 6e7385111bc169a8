import { wordsIn } from '#kernel'
import { type Ask, addressOf, type CellType, columnsOf, notesOf, type TakeAway, type TakenTable } from '#platform'
import { cellsOf, type Risk, type Scale, sheetColumns } from '#risks/core'
import type { Names } from './naming.ts'

const locked = ['risk', 'seen', 'state']

/** The register as a workbook that comes back: keys are protected, units and steps are chosen from lists, the notes say how. */
export const workbookOf = (ask: Ask, risks: readonly Risk[], scale: Scale | null, names: Names): TakeAway => {
  const { say, language, asOf, here } = ask
  const typeOf = (key: string): CellType => (key === 'seen' || /_(?:likelihood|impact)$/.test(key) ? 'number' : 'text')
  const columns = columnsOf(
    say,
    'risks.column',
    sheetColumns.map((key) => [key, typeOf(key), key] as const),
  ).map((column) => {
    if (locked.includes(column.key)) return column
    const list = column.key === 'owner' ? 'unit' : /_(likelihood|impact)$/.exec(column.key)?.[1]
    return { ...column, isOpen: true, ...(list === undefined ? {} : { choices: { table: 'lists', column: list } }) }
  })
  const rows = risks.map((risk) => {
    const cells = cellsOf(risk, scale)
    const state = say(`risks.states.${risk.steps.some(({ kind }) => kind === 'adopted') ? 'adopted' : 'draft'}`)
    return sheetColumns.map((key) => (key === 'state' ? state : (cells[key] ?? null)))
  })
  const longest = Math.max(names.units.length, scale?.likelihood.length ?? 0, scale?.impact.length ?? 0)
  const stepWords = (of: 'likelihood' | 'impact', at: number): string | null => {
    const words = scale?.[of][at]
    return words === undefined ? null : wordsIn(language, words)
  }
  const lists: TakenTable = {
    name: 'lists',
    label: say('risks.import.lists'),
    columns: columnsOf(say, 'risks.column', [
      ['unit', 'text'],
      ['unit_name', 'text'],
      ['likelihood', 'number'],
      ['likelihood_name', 'text'],
      ['impact', 'number'],
      ['impact_name', 'text'],
    ]),
    rows: Array.from({ length: longest }, (_, at) => {
      const unit = names.units[at]
      const [likelihood, impact] = [stepWords('likelihood', at), stepWords('impact', at)]
      return [
        ...[unit?.code ?? null, unit === undefined ? null : wordsIn(language, unit.names)],
        ...[likelihood === null ? null : at + 1, likelihood, impact === null ? null : at + 1, impact],
      ]
    }),
  }
  return {
    name: 'risks-to-fill-in',
    title: say('risks.import.workbook'),
    language,
    tables: [{ name: 'risks', label: say('risks.title'), columns, rows }, lists],
    notes: [
      { key: 'how', label: say('risks.import.howTo'), value: say('risks.import.how') },
      ...notesOf(say, { asOf, address: `${here.origin}${addressOf(language, '/risks/import')}` }),
    ],
  }
}
