import { z } from 'zod'
import { type Absent, type Ask, get, type Route, type Taken, take } from '#platform'
import type { Area } from '#statistics/core'
import type { GroupFigures } from '../aggregates.ts'
import { economyCsv, economyJson, groupCsv, groupJson, membersCsv } from '../area-files.ts'
import { economyAt, groupAt } from '../area-page.ts'
import { areaAt } from '../finding-area.ts'
import { EconomyPage } from '../pages/economy.tsx'
import { GroupPage, type GroupProps } from '../pages/group.tsx'

const may = 'statistics.see'
const composing = z.object({ composed: z.enum(['then', 'now']).default('then') })

/** A file of an area whose code stands in the address as it is; another spelling has the page, which has the file. */
const fileOf = async (ask: Ask, text: string, made: (area: Area) => Promise<Taken>): Promise<Taken | Absent | null> => {
  const found = await areaAt(ask.db, text, ask.asOf)
  if (found.kind === 'go') return null
  return found.kind === 'absent' ? found : made(found)
}

const codeOf = ({ scheme = '', code = '' }: Readonly<Record<string, string>>): string => `${scheme}/${code}`

const ofGroup = async (
  ask: Ask,
  text: string,
  composed: 'then' | 'now',
  made: (props: GroupProps) => Taken,
): Promise<Taken | Absent | null> => {
  const found = await groupAt(ask, text, composed)
  if (found === null || !('kind' in found)) return found === null ? null : made(found)
  return found.kind === 'go' ? null : found
}

const linesIn = ({ lines }: GroupProps): readonly GroupFigures[] =>
  lines.lines.flatMap(({ known }) => (known.kind === 'group' && known.line !== null ? [known.line] : []))

export const areaRoutes: readonly Route[] = [
  get({
    path: '/areas/:area',
    may,
    load: (ask, { area = '' }) => economyAt(ask, area),
    page: EconomyPage,
  }),
  get({
    path: '/areas/:scheme/:code',
    may,
    asks: composing,
    load: (ask, params, { composed }) => groupAt(ask, codeOf(params), composed),
    page: GroupPage,
  }),
  take({
    path: '/areas/:area/figures.csv',
    may,
    load: (ask, { area = '' }) => fileOf(ask, area, (one) => economyCsv(ask, one)),
  }),
  take({
    path: '/areas/:area/figures.json',
    may,
    load: (ask, { area = '' }) => fileOf(ask, area, (one) => economyJson(ask, one)),
  }),
  take({
    path: '/areas/:scheme/:code/figures.csv',
    may,
    asks: composing,
    load: (ask, params, { composed }) =>
      ofGroup(ask, codeOf(params), composed, (props) => groupCsv(ask, props.area, linesIn(props))),
  }),
  take({
    path: '/areas/:scheme/:code/figures.json',
    may,
    asks: composing,
    load: (ask, params, { composed }) =>
      ofGroup(ask, codeOf(params), composed, (props) => groupJson(ask, props.area, linesIn(props))),
  }),
  take({
    path: '/areas/:scheme/:code/members.csv',
    may,
    load: (ask, params) =>
      ofGroup(ask, codeOf(params), 'now', ({ area, areas, members }) =>
        membersCsv(ask, area, [...members.current, ...members.others], areas),
      ),
  }),
]
