import { z } from 'zod'
import { type Absent, type Ask, absent, get, type Route, type TakeAway, takeTable } from '#platform'
import { takeChart, takenChart } from '#ui'
import type { GroupFigures } from '../aggregates.ts'
import { economyTaken, groupTaken, membersTaken } from '../area-files.ts'
import { economyAt, groupAt } from '../area-page.ts'
import { areaAt } from '../finding-area.ts'
import { EconomyPage } from '../pages/economy.tsx'
import { economyDrawn } from '../pages/economy-chart.tsx'
import { GroupPage, type GroupProps } from '../pages/group.tsx'
import { areaPage } from '../pages/names.tsx'

const may = 'statistics.see'
const composing = z.object({ composed: z.enum(['then', 'now']).default('then') })

const codeOf = ({ scheme = '', code = '' }: Readonly<Record<string, string>>): string => `${scheme}/${code}`

/** A file of a group whose code stands in the address as it is; another spelling has the page, which has the file. */
const ofGroup = async (
  ask: Ask,
  text: string,
  composed: 'then' | 'now',
  made: (props: GroupProps) => Promise<TakeAway>,
): Promise<TakeAway | Absent | null> => {
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
  ...takeTable({
    path: '/areas/:area/figures',
    may,
    load: async (ask, { area: text = '' }) => {
      const found = await areaAt(ask.db, text, ask.asOf)
      if (found.kind === 'absent') return found
      return found.kind === 'economy' ? economyTaken(ask, found) : null
    },
  }),
  ...takeChart({
    path: '/areas/:area/chart',
    may,
    load: async (ask, { area = '' }) => {
      const props = await economyAt(ask, area)
      if ('kind' in props) return props.kind === 'go' ? null : props
      const { say, language, asOf } = ask
      const drawn = economyDrawn({ ...props, say, language, asOf })
      const { code } = props.area
      return drawn === null
        ? absent('ui.nothingHere')
        : takenChart({ ...drawn, name: `${code}_chart`, page: areaPage(code) })
    },
  }),
  ...takeTable({
    path: '/areas/:scheme/:code/figures',
    may,
    asks: composing,
    load: (ask, params, { composed }) =>
      ofGroup(ask, codeOf(params), composed, (props) =>
        groupTaken(
          ask,
          props.area,
          linesIn(props),
          props.sources,
          `${areaPage(props.area.code)}${composed === 'now' ? '?composed=now' : ''}`,
        ),
      ),
  }),
  ...takeTable({
    path: '/areas/:scheme/:code/members',
    may,
    load: (ask, params) =>
      ofGroup(ask, codeOf(params), 'now', async ({ area, areas, members }) =>
        membersTaken(ask, area, [...members.current, ...members.others], areas),
      ),
  }),
]
