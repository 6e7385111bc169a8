import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import type { Language } from '#kernel'
import type { Here, Say } from '#platform'
import { ChartTaking } from './charts/chart-taking.tsx'
import { SideSection } from './layout.tsx'
import { Cite, type CiteProps, type Download, Downloads } from './taking.tsx'

/** A table of the page in the kinds in which it leaves; or a chart, by its path without an ending and what it is called. */
export type Take =
  | { readonly heading: Child; readonly files: readonly Download[] }
  | { readonly heading: Child; readonly chart: string; readonly title: string; readonly height?: number }

type TakingProps = PropsWithChildren<{
  readonly takes: readonly Take[]
  /** How the page is quoted. */
  readonly cite: Pick<CiteProps, 'title' | 'part' | 'to'>
  readonly say: Say
  readonly language: Language
  readonly here: Here
}>

/** The one place of a page where its files are, and how it is quoted. */
export const Taking: FC<TakingProps> = ({ takes, cite, say, language, here, children }) => {
  const reader = { say, language, here }
  return (
    <SideSection id="take" heading={say('ui.cite.take')}>
      {takes.length === 0 ? null : (
        <div>
          {takes.map((take) =>
            'files' in take ? (
              <Downloads {...take} language={language} here={here} />
            ) : (
              <ChartTaking {...take} to={take.chart} {...reader} />
            ),
          )}
        </div>
      )}
      {children}
      <Cite {...cite} {...reader} />
    </SideSection>
  )
}
