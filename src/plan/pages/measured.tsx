import type { FC } from 'hono/jsx'
import { BreakdownsSection } from './measured-breakdowns.tsx'
import { EconomiesSection } from './measured-economies.tsx'
import { MeasuredLede } from './measured-lede.tsx'
import { MeasuresSection } from './measured-measures.tsx'
import type { Part } from './measured-parts.tsx'
import { SourcesSection } from './measured-sources.tsx'
import { GroupsSection, WorldSection } from './measured-world.tsx'

export { MeasuredLede }

/** World, groups, economies, breakdowns, and what is measured: what the figures say, and where there are none exactly why. */
export const MeasuredFigures: FC<Part & { readonly drawn: boolean }> = (props) => {
  const { figures } = props.measured
  return (
    <>
      {figures === null ? null : (
        <>
          <WorldSection {...props} figures={figures} />
          <EconomiesSection {...props} figures={figures} />
          <GroupsSection {...props} figures={figures} />
          <BreakdownsSection {...props} figures={figures} />
        </>
      )}
      {props.measured.role === 'target' ? <MeasuresSection {...props} /> : null}
    </>
  )
}

/** Sources and method, downloads, citation: they stand last on a page. */
export const MeasuredSources: FC<Part> = (props) => <SourcesSection {...props} />
