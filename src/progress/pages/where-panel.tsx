import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import type { AreasIn } from '../areas.ts'
import type { Where } from '../where.ts'
import { type LineOf, viewTo } from './hypothesis-parts.tsx'
import { WhereSection } from './where.tsx'

export type WherePanelProps = {
  readonly where: Where | null
  readonly areas: AreasIn
  readonly line: LineOf
  readonly whole: string
}

/** How many rows stand on the page of a target: the whole table is one link away. */
const most = 10

/** "Where must it happen?" on the page of a target or an indicator. */
export const WherePanel: FC<Shown<WherePanelProps>> = (props) => (
  <WhereSection
    {...props}
    most={most}
    sort={null}
    to={({ area = '' }) => viewTo({ path: props.whole, question: {} }, { area })}
  />
)
