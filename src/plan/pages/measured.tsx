import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import type { Measured } from '../core/measured.ts'

/** For the masthead: what is known, in sentences, and the form that chooses measure, breakdown and benchmark. */
export const MeasuredLede: FC<Shown<{ readonly measured: Measured }>> = () => <></>

/** Chart, economies, groups, breakdowns: what the figures say. */
export const MeasuredFigures: FC<Shown<{ readonly measured: Measured }>> = () => <></>

/** What it is linked to, sources and method, downloads, citation: they stand last on a page. */
export const MeasuredSources: FC<Shown<{ readonly measured: Measured }>> = () => <></>

/** Both, one after the other. */
export const MeasuredSections: FC<Shown<{ readonly measured: Measured }>> = (props) => (
  <>
    <MeasuredFigures {...props} />
    <MeasuredSources {...props} />
  </>
)
