import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { ExplorerPage, type ExplorerPageProps } from './explorer.tsx'
import { SeriesListPage, type SeriesListProps } from './series-list.tsx'

export type SeriesProps = { readonly explorer: ExplorerPageProps } | { readonly list: SeriesListProps }

/** What was chosen of the series; before anything is, all of them to choose from. */
export const SeriesOrExplorer: FC<Shown<SeriesProps>> = (props) => {
  const { say, language, here } = props
  return 'list' in props ? (
    <SeriesListPage {...props.list} {...{ say, language, here }} />
  ) : (
    <ExplorerPage {...props.explorer} {...{ say, language, here }} />
  )
}
